#include "fuzz/fuzz.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

_Noreturn void fuzz_fail(const char *condition, const char *file, int line) {
  fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  abort();
}

int32_t fuzz_byte(fuzz_input *in) {
  if (in->left == 0) return 0;
  in->left--;
  return *in->at++;
}

int32_t fuzz_below(fuzz_input *in, int32_t n) { return fuzz_byte(in) % n; }

int fuzz_one_in(fuzz_input *in, int32_t n) { return fuzz_below(in, n) == n - 1; }

static double raw_double(fuzz_input *in) {
  uint64_t bits = 0;
  double value;
  for (int i = 0; i < 8; i++) bits = bits << 8 | (uint64_t)fuzz_byte(in);
  memcpy(&value, &bits, sizeof value);
  return value;
}

static double extreme(fuzz_input *in) {
  static const double values[] = {
      0.0,    -0.0,         1e300,      -1e300,    0x1.fffffffffffffp+1023, -0x1.fffffffffffffp+1023,
      1e-300, 0x1p-1022,    -0x1p-1074, 0x1p-1074, 0x1.fffffffffffffp-1,    0x1.0000000000001p+0,
      1e16,   9.0071993e15, 1e-16,      -1e-16};
  return values[fuzz_below(in, sizeof values / sizeof values[0])];
}

double fuzz_number(fuzz_input *in) {
  switch (fuzz_below(in, 8)) {
    case 0:
      return NAN;
    case 1:
      return fuzz_byte(in) & 1 ? INFINITY : -INFINITY;
    case 2:
      return extreme(in);
    case 3:
      return raw_double(in);
    case 4:
      return fuzz_byte(in) / 64.0;
    default:
      return fuzz_byte(in) - 100.0;
  }
}

double fuzz_cell(fuzz_input *in) {
  switch (fuzz_below(in, 32)) {
    case 0:
      return extreme(in);
    case 1: {
      double x = raw_double(in);
      return x - x == 0.0 ? x : NAN;
    }
    case 2:
    case 3:
    case 4:
      return NAN;
    case 5:
    case 6:
    case 7:
      return -fuzz_byte(in);
    case 8:
    case 9:
      return 0.0;
    case 10:
      return 1e6 * fuzz_byte(in);
    default:
      return fuzz_byte(in) / 8.0;
  }
}

char *fuzz_text(fuzz_input *in, char *out, size_t size) {
  size_t length = 0;
  while (length + 1 < size) {
    int32_t c = fuzz_byte(in);
    if (c == 0) break;
    out[length++] = (char)c;
  }
  out[length] = '\0';
  return out;
}

static const char *any_choice(fuzz_input *in, int32_t key) {
  const char *name = "";
  inno_choice_info(key, fuzz_below(in, inno_choice_count(key)), NULL, &name);
  return name;
}

char *fuzz_value(fuzz_input *in, int32_t key, int32_t type, char *out, size_t size) {
  static const char *const numbers[] = {"0",   "1",    "0.5", "2",      "100", "-1", "10",    "1e-9",
                                        "0.1", "1e10", "3",   "0x1p-3", "50",  "",   "1e308", "5e-324"};
  static const char *const texts[] = {"side", "north", "u0", "u1", "u2", "nowhere", "", "a\n"};
  if (fuzz_one_in(in, 16)) return fuzz_text(in, out, size);
  switch (type) {
    case INNO_TYPE_F64:
      if (fuzz_one_in(in, 4))
        snprintf(out, size, "%.17g", fuzz_number(in));
      else
        snprintf(out, size, "%s", numbers[fuzz_below(in, sizeof numbers / sizeof numbers[0])]);
      break;
    case INNO_TYPE_I64:
      snprintf(out, size, "%d", (int)fuzz_below(in, 8) - 1);
      break;
    case INNO_TYPE_CHOICE:
      snprintf(out, size, "%s", any_choice(in, key));
      break;
    case INNO_TYPE_CHAIN: {
      int32_t used = snprintf(out, size, "%s", any_choice(in, key));
      for (int32_t k = fuzz_below(in, 4); k > 0 && used > 0 && (size_t)used < size; k--)
        used += snprintf(out + used, size - (size_t)used, ", %s", any_choice(in, key));
      break;
    }
    case INNO_TYPE_LIST: {
      int32_t used = snprintf(out, size, "%s", numbers[fuzz_below(in, 8)]);
      for (int32_t k = fuzz_below(in, 6); k > 0 && used > 0 && (size_t)used < size; k--)
        used += snprintf(out + used, size - (size_t)used, ", %s", numbers[fuzz_below(in, 16)]);
      break;
    }
    default:
      snprintf(out, size, "%s", texts[fuzz_below(in, sizeof texts / sizeof texts[0])]);
  }
  return out;
}

int fuzz_is_among(inno_status status, const inno_status *list) {
  for (; *list >= 0; list++)
    if (*list == status) return 1;
  return 0;
}

void fuzz_check_error(const inno_error *error, inno_status status) {
  const char *message = inno_error_message(error), *node = inno_error_node(error), *unit = inno_error_unit(error);
  FUZZ_CHECK(inno_error_status(error) == status);
  FUZZ_CHECK((status == INNO_OK) == (message[0] == '\0'));
  FUZZ_CHECK(status == INNO_OK || inno__text_valid(message));
  FUZZ_CHECK(node[0] == '\0' || (status != INNO_OK && inno__text_valid(node)));
  FUZZ_CHECK(unit[0] == '\0' || (status != INNO_OK && inno__text_valid(unit)));
  FUZZ_CHECK(strlen(message) <= 511 && strlen(node) <= 127 && strlen(unit) <= 127);
  FUZZ_CHECK(strcmp(inno_status_name(status), "INNO_E_UNKNOWN") != 0);
}

void fuzz_check_doubles(const double *x, int64_t n) {
  for (int64_t i = 0; i < n; i++) {
    uint64_t bits;
    memcpy(&bits, &x[i], sizeof bits);
    FUZZ_CHECK(!isinf(x[i]));
    FUZZ_CHECK(!isnan(x[i]) || bits == 0x7ff8000000000000u);
  }
}

void fuzz_check_json(const inno_method *method) {
  static char first[1 << 17], second[1 << 17];
  char hex[2][INNO_FINGERPRINT_BYTES];
  inno_method *again = NULL;
  int64_t needed = 0, needed_again = 0;
  FUZZ_CHECK(inno_method_write_json(method, first, sizeof first, &needed, NULL) == INNO_OK);
  FUZZ_CHECK(strlen(first) + 1 == (size_t)needed);
  FUZZ_CHECK(inno_method_read_json(NULL, first, needed - 1, &again, NULL) == INNO_OK);
  FUZZ_CHECK(inno_method_write_json(again, second, sizeof second, &needed_again, NULL) == INNO_OK);
  FUZZ_CHECK(needed == needed_again && memcmp(first, second, (size_t)needed) == 0);
  FUZZ_CHECK(inno_method_fingerprint(method, hex[0], sizeof hex[0], NULL) == INNO_OK);
  FUZZ_CHECK(inno_method_fingerprint(again, hex[1], sizeof hex[1], NULL) == INNO_OK);
  FUZZ_CHECK(strcmp(hex[0], hex[1]) == 0);
  inno_method_destroy(again);
}
