#include "innoscore/status.h"

#include "base/error.h"

const char *INNO_CALL inno_status_name(inno_status status) { return inno__status_name(status); }

const char *INNO_CALL inno_status_text(inno_status status, int32_t language) {
  return inno__status_text(status, language);
}
