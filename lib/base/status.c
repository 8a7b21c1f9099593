/* Names and sentences of the statuses. */
#include <stddef.h>

#include "base/error.h"

static const struct {
  inno_status status;
  const char *name, *english, *vietnamese;
} entries[] = {
#define INNO__STATUS(name, en, vi) {INNO_##name, "INNO_" #name, en, vi},
#include "base/status.def"
#undef INNO__STATUS
};

enum { COUNT = sizeof entries / sizeof entries[0] };

const char *inno__status_name(inno_status status) {
  for (size_t i = 0; i < COUNT; i++)
    if (entries[i].status == status) return entries[i].name;
  return "INNO_E_UNKNOWN";
}

const char *inno__status_text(inno_status status, int32_t language) {
  for (size_t i = 0; i < COUNT; i++)
    if (entries[i].status == status) return language == INNO_LANGUAGE_VI ? entries[i].vietnamese : entries[i].english;
  return inno__message_template(INNO__MSG_UNKNOWN_STATUS, language);
}
