/* An error object for the tests of a program. */
#ifndef TESTS_SUPPORT_ERROR_H
#define TESTS_SUPPORT_ERROR_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "innoscore/error.h"

static inno_error *error;

/* Around a test, or a group of them. */
static inline int make_error(void **state) {
  (void)state;
  return inno_error_create(NULL, &error) != INNO_OK;
}
static inline int end_error(void **state) {
  (void)state;
  inno_error_destroy(error);
  error = NULL;
  return 0;
}

static inline void ok(inno_status s) {
  if (s != INNO_OK) fail_msg("%s: %s", inno_status_name(s), inno_error_message(error));
}

#endif
