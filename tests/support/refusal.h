/* What tests of refusals share: an error object for all tests of a program, what a call that is refused leaves in it,
 * and in the object that it did not make. */
#ifndef TESTS_SUPPORT_REFUSAL_H
#define TESTS_SUPPORT_REFUSAL_H

#include <string.h>

#include "base/error.h"
#include "support/allocator.h"
#include "support/error.h"

static inline void refused(inno_status s, inno_status wanted, const char *word) {
  assert_int_equal(s, wanted);
  assert_int_equal(inno_error_status(error), wanted);
  if (strstr(inno_error_message(error), word) == NULL) fail_msg("'%s' is not in: %s", word, inno_error_message(error));
}

/* The call says why itself: nothing is left of the call before. */
#define REFUSED(call, wanted)                             \
  do {                                                    \
    inno__error_clear(error);                             \
    assert_int_equal((call), (wanted));                   \
    assert_int_equal(inno_error_status(error), (wanted)); \
  } while (0)
/* A pointer that may not be NULL; the sentence says that it is. */
#define NULLED(call)                                            \
  do {                                                          \
    REFUSED(call, INNO_E_NULL);                                 \
    assert_non_null(strstr(inno_error_message(error), "NULL")); \
  } while (0)
/* Makes no object, and says so in out. */
#define NOT_MADE(out, call, wanted) \
  do {                              \
    (out) = NOT_AN_OBJECT;          \
    REFUSED(call, wanted);          \
    assert_null(out);               \
  } while (0)
/* The same, and these words in the sentence. */
#define NOT_MADE_BECAUSE(out, call, wanted, word) \
  do {                                            \
    (out) = NOT_AN_OBJECT;                        \
    inno__error_clear(error);                     \
    refused(call, wanted, word);                  \
    assert_null(out);                             \
  } while (0)

#endif
