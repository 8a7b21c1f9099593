/* The table of steps, keys and choices against the public header, line by line, and which rule reads which key. */
#include <ctype.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "construct/keys.h"
#include "innoscore/scheme.h"

/* ---- the header ---- */

typedef struct {
  char name[64];
  int32_t number;
  char comment[256]; /* from behind the opening of the comment */
} definition;

static definition header[256];
static int header_count;

static int read_header(void **state) {
  char line[1024];
  (void)state;
  FILE *f = fopen(INNO_SOURCE_DIR "/include/innoscore/scheme.h", "rb");
  if (f == NULL) return 1;
  while (fgets(line, sizeof line, f) != NULL && header_count < 256) {
    definition *d = &header[header_count];
    int number = 0, begin = 0;
    if (sscanf(line, "#define %63s %d /**< %n", d->name, &number, &begin) != 2 || begin == 0) continue;
    d->number = number;
    line[begin + 255] = '\0';
    strcpy(d->comment, line + begin);
    header_count++;
  }
  fclose(f);
  return header_count > 0 ? 0 : 1;
}

static const definition *find_definition(const char *name) {
  for (int i = 0; i < header_count; i++)
    if (strcmp(header[i].name, name) == 0) return &header[i];
  return NULL;
}

static int starts(const char *text, const char *with) { return strncmp(text, with, strlen(with)) == 0; }

/* "INNO_KEY_SCREEN_MIN_COVERAGE" is the key "min_coverage". */
static void name_of_key(const definition *d, const char *step, char *out) {
  const char *suffix = d->name + strlen("INNO_KEY_") + strlen(step) + 1;
  while ((*out++ = (char)tolower((unsigned char)*suffix++)) != '\0') continue;
}

static const inno__step_entry *step_of_key(const definition *d) {
  for (int32_t i = 0; i < inno__step_entry_count(); i++) {
    const inno__step_entry *e = inno__step_entry_at(i);
    char prefix[64] = "INNO_KEY_";
    size_t at = strlen(prefix);
    for (const char *c = e->name; *c != '\0'; c++) prefix[at++] = (char)toupper((unsigned char)*c);
    prefix[at] = '_';
    if (starts(d->name, prefix)) return e;
  }
  fail_msg("%s belongs to no step", d->name);
  return NULL;
}

/* ---- steps and keys ---- */

static void every_step_of_the_header_is_there(void **state) {
  (void)state;
  int steps = 0;
  for (int i = 0; i < header_count; i++) {
    if (!starts(header[i].name, "INNO_STEP_")) continue;
    char quoted[64];
    const inno__step_entry *e = inno__step_find(header[i].number);
    assert_non_null(e);
    snprintf(quoted, sizeof quoted, "section \"%s\"", e->section);
    if (strstr(header[i].comment, quoted) == NULL) fail_msg("%s: section is %s", header[i].name, e->section);
    steps++;
  }
  assert_int_equal(steps, inno__step_entry_count());
  assert_int_equal(inno_step_count(), steps);
}

static int32_t type_in(const char *comment) {
  static const struct {
    const char *word;
    int32_t type;
  } types[] = {{"F64", INNO_TYPE_F64},
               {"I64", INNO_TYPE_I64},
               {"CHOICE", INNO_TYPE_CHOICE},
               {"TEXT", INNO_TYPE_TEXT},
               {"CHAIN", INNO_TYPE_CHAIN}};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (starts(comment, types[i].word)) return types[i].type;
  return 0;
}

static void every_key_of_the_header_is_there(void **state) {
  (void)state;
  int keys = 0, listed = 0;
  for (int i = 0; i < header_count; i++) {
    const definition *d = &header[i];
    if (!starts(d->name, "INNO_KEY_")) continue;
    char name[64];
    const inno__step_entry *e = step_of_key(d);
    const inno__key *k = inno__key_find(d->number);
    assert_non_null(k);
    name_of_key(d, e->name, name);
    assert_string_equal(k->name, name);
    assert_ptr_equal(inno__key_named(e->step, name), k);
    if (k->type != type_in(d->comment)) fail_msg("%s: type %d", d->name, k->type);
    keys++;
  }
  for (int32_t i = 0; i < inno__step_entry_count(); i++) listed += inno__step_entry_at(i)->key_count;
  assert_int_equal(keys, listed);
}

/* What the comment says of the range: "0..1", "> 0", ">= 1" or nothing. */
static void expected_bounds(const char *comment, double *lower, double *upper) {
  const char *at = comment + 3;
  double low = 0.0, high = 0.0;
  int end = 0;
  *lower = -INFINITY;
  *upper = INFINITY;
  if (sscanf(at, " >= %lf", &low) == 1)
    *lower = low;
  else if (sscanf(at, " > %lf", &low) == 1)
    *lower = nextafter(low, INFINITY);
  else if (sscanf(at, " %lf%n", &low, &end) == 1 && starts(at + end - 1, "..") && /* the first point was read */
           sscanf(at + end + 1, "%lf", &high) == 1)
    *lower = low, *upper = high;
}

static void bounds_are_those_of_the_header(void **state) {
  (void)state;
  for (int i = 0; i < header_count; i++) {
    const definition *d = &header[i];
    if (!starts(d->name, "INNO_KEY_")) continue;
    double lower, upper, low, high, fallback;
    const inno__key *k = inno__key_find(d->number);
    if (k->type != INNO_TYPE_F64 && k->type != INNO_TYPE_I64) {
      assert_int_equal(inno_key_bounds(d->number, &low, &high, &fallback), INNO_E_TYPE);
      continue;
    }
    expected_bounds(d->comment, &lower, &upper);
    assert_int_equal(inno_key_bounds(d->number, &low, &high, &fallback), INNO_OK);
    if (d->number == INNO_KEY_TREAT_LIMIT) upper = INNO_LIMIT_UNITS; /* no more points than units */
    if (low != lower || high != upper) fail_msg("%s: %g..%g, the header says %g..%g", d->name, low, high, lower, upper);
  }
}

static void defaults_are_those_of_the_header(void **state) {
  (void)state;
  static const struct {
    int32_t key;
    double value;
  } expected[] = {
      {INNO_KEY_SCREEN_MIN_COVERAGE, 2.0 / 3.0},
      {INNO_KEY_SCREEN_MIN_NONZERO, 0.05},
      {INNO_KEY_IMPUTE_LEVEL, 2.0},
      {INNO_KEY_TREAT_SKEWNESS, 2.0},
      {INNO_KEY_TREAT_KURTOSIS, 3.5},
      {INNO_KEY_TREAT_SKEWNESS_TYPE, 2.0},
      {INNO_KEY_TREAT_KURTOSIS_TYPE, 2.0},
      {INNO_KEY_TREAT_LIMIT, 5.0},
      {INNO_KEY_TREAT_COMBINE, 0.0},
      {INNO_KEY_TREAT_FORCE, 0.0},
      {INNO_KEY_TREAT_FACTOR, NAN},
      {INNO_KEY_TREAT_LAMBDA, NAN},
      {INNO_KEY_TREAT_DEGREE, 2.0},
      {INNO_KEY_NORMALIZE_LOWER, NAN},
      {INNO_KEY_NORMALIZE_UPPER, NAN},
      {INNO_KEY_NORMALIZE_POINTS, 100.0},
      {INNO_KEY_NORMALIZE_TRUNCATE, 1.0},
      {INNO_KEY_NORMALIZE_MEAN, 0.0},
      {INNO_KEY_NORMALIZE_SD, 1.0},
      {INNO_KEY_NORMALIZE_TARGET, NAN},
      {INNO_KEY_NORMALIZE_CAP, 0.0},
      {INNO_KEY_AGGREGATE_POWER, NAN},
      {INNO_KEY_AGGREGATE_MIN_COVERAGE, 0.0},
      {INNO_KEY_AGGREGATE_FLOOR, NAN},
      {INNO_KEY_AGGREGATE_SHIFT, NAN},
  };
  int numbers = 0;
  for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
    double fallback = -1.0;
    assert_int_equal(inno_key_bounds(expected[i].key, NULL, NULL, &fallback), INNO_OK);
    if (fallback != expected[i].value && !(isnan(fallback) && isnan(expected[i].value)))
      fail_msg("key %d: %g, expected %g", expected[i].key, fallback, expected[i].value);
  }
  for (int i = 0; i < header_count; i++)
    if (starts(header[i].name, "INNO_KEY_"))
      numbers += type_in(header[i].comment) == INNO_TYPE_F64 || type_in(header[i].comment) == INNO_TYPE_I64;
  assert_int_equal(numbers, sizeof expected / sizeof expected[0]);
}

static void a_choice_defaults_to_what_the_header_names(void **state) {
  (void)state;
  for (int i = 0; i < header_count; i++) {
    const definition *d = &header[i];
    if (!starts(d->name, "INNO_KEY_") || type_in(d->comment) != INNO_TYPE_CHOICE) continue;
    const inno__key *k = inno__key_find(d->number);
    char name[64];
    const char *link = strchr(d->comment, '#');
    if (link == NULL) { /* the force of one unit has no default */
      assert_true(isnan(k->fallback));
      continue;
    }
    assert_int_equal(sscanf(link + 1, "%63[A-Z0-9_]", name), 1);
    assert_non_null(find_definition(name));
    assert_true(k->fallback == find_definition(name)->number);
  }
  assert_string_equal(inno__key_find(INNO_KEY_TREAT_RULES)->text_fallback, "winsorize, log_gii");
}

/* ---- choices ---- */

/* The key whose choices the constants of a prefix are. Ties serve two keys. */
static const struct {
  const char *prefix;
  int32_t key;
} families[] = {
    {"INNO_DENOMINATE_", INNO_KEY_DENOMINATE_RULE},
    {"INNO_SCREEN_", INNO_KEY_SCREEN_RULE},
    {"INNO_FORCE_", INNO_KEY_SCREEN_FORCE},
    {"INNO_IMPUTE_", INNO_KEY_IMPUTE_RULE},
    {"INNO_TREAT_", INNO_KEY_TREAT_RULES},
    {"INNO_NORMALIZE_", INNO_KEY_NORMALIZE_RULE},
    {"INNO_LOG_", INNO_KEY_NORMALIZE_LOG},
    {"INNO_AGGREGATE_", INNO_KEY_AGGREGATE_RULE},
    {"INNO_NONPOSITIVE_", INNO_KEY_AGGREGATE_NONPOSITIVE},
    {"INNO_TIES_", INNO_KEY_NORMALIZE_TIES},
    {"INNO_TIES_", INNO_KEY_RANK_TIES},
};

static void every_choice_of_the_header_is_there(void **state) {
  (void)state;
  for (size_t f = 0; f < sizeof families / sizeof families[0]; f++) {
    int32_t count = 0;
    for (int i = 0; i < header_count; i++) {
      char name[64];
      int32_t number = 0;
      if (!starts(header[i].name, families[f].prefix)) continue;
      assert_int_equal(sscanf(header[i].comment, "\"%63[a-z_0-9]\"", name), 1);
      assert_true(inno__choice_named(inno__key_find(families[f].key), name, &number));
      if (number != header[i].number) fail_msg("%s: %d, expected %d", name, number, header[i].number);
      assert_string_equal(inno_choice_name(families[f].key, number), name);
      count++;
    }
    assert_int_equal(count, inno_choice_count(families[f].key));
  }
}

static void what_is_not_there_is_not_found(void **state) {
  (void)state;
  int32_t number = 77;
  static const int32_t nobody[] = {0, -1, -100, -500, 1, 99, 101, 199, 502, 799, 800, 1500, INT32_MAX, INT32_MIN};
  for (size_t i = 0; i < sizeof nobody / sizeof nobody[0]; i++) {
    assert_null(inno__key_find(nobody[i]));
    assert_int_equal(inno_choice_count(nobody[i]), 0);
    assert_int_equal(inno_key_bounds(nobody[i], NULL, NULL, NULL), INNO_E_KEY);
    assert_int_equal(inno_choice_info(nobody[i], 0, NULL, NULL), INNO_E_ARGUMENT);
    assert_null(inno_choice_name(nobody[i], 1));
  }
  assert_null(inno__step_find(0));
  assert_null(inno__step_find(INNO_STEP_TREAT + 1));
  assert_int_equal(inno_key_count(150), 0);
  assert_int_equal(inno_key_info(150, 0, NULL, NULL, NULL, NULL), INNO_E_ARGUMENT);
  assert_int_equal(inno_key_from_name(150, "rule"), 0);
  assert_int_equal(inno_key_from_name(INNO_STEP_TREAT, "rule"), 0); /* its key is rules */
  assert_int_equal(inno_key_from_name(INNO_STEP_SCREEN, "Rule"), 0);
  assert_int_equal(inno_key_from_name(INNO_STEP_SCREEN, ""), 0);
  assert_false(inno__choice_named(inno__key_find(INNO_KEY_NORMALIZE_RULE), "min-max", &number));
  assert_false(inno__choice_named(inno__key_find(INNO_KEY_NORMALIZE_LOWER), "minmax", &number));
  assert_int_equal(number, 77);
}

/* ---- which rule reads which key ---- */

/* Names of the keys that a rule reads beside its own, with blanks between them. */
static const struct {
  int32_t step;
  const char *rule, *keys;
} reads[] = {
    {INNO_STEP_DENOMINATE, "none", ""},
    {INNO_STEP_DENOMINATE, "divide", ""},
    {INNO_STEP_SCREEN, "none", ""},
    {INNO_STEP_SCREEN, "coverage", " min_coverage "},
    {INNO_STEP_SCREEN, "nonzero", " min_nonzero "},
    {INNO_STEP_SCREEN, "both", " min_coverage min_nonzero "},
    {INNO_STEP_IMPUTE, "none", ""},
    {INNO_STEP_IMPUTE, "mean", ""},
    {INNO_STEP_IMPUTE, "median", ""},
    {INNO_STEP_IMPUTE, "group_mean", " group "},
    {INNO_STEP_IMPUTE, "group_median", " group "},
    {INNO_STEP_IMPUTE, "sibling_mean", " level "},
#define TEST " skewness kurtosis skewness_type kurtosis_type combine force "
    {INNO_STEP_TREAT, "none", ""},
    {INNO_STEP_TREAT, "winsorize", TEST "limit "},
    {INNO_STEP_TREAT, "log", TEST},
    {INNO_STEP_TREAT, "log_gii", TEST "factor "},
    {INNO_STEP_TREAT, "log_ct", TEST},
    {INNO_STEP_TREAT, "log_ct_plus", TEST},
    {INNO_STEP_TREAT, "log_ct_orig", TEST},
    {INNO_STEP_TREAT, "boxcox", TEST "lambda "},
    {INNO_STEP_TREAT, "root", TEST "degree "},
#undef TEST
    {INNO_STEP_NORMALIZE, "none", " log "},
    {INNO_STEP_NORMALIZE, "minmax", " lower upper log "},
    {INNO_STEP_NORMALIZE, "zscore", " mean sd log "},
    {INNO_STEP_NORMALIZE, "fixed_range", " lower upper points log "},
    {INNO_STEP_NORMALIZE, "goalposts", " lower upper points truncate log "},
    {INNO_STEP_NORMALIZE, "rank", " ties log "},
    {INNO_STEP_NORMALIZE, "percentile_rank", " ties log "},
    {INNO_STEP_NORMALIZE, "borda", " ties log "},
    {INNO_STEP_NORMALIZE, "distance_to_max", " log "},
    {INNO_STEP_NORMALIZE, "distance_to_reference", " reference cap log "},
    {INNO_STEP_NORMALIZE, "distance_to_target", " target cap log "},
    {INNO_STEP_NORMALIZE, "fraction_of_max", " log "},
    {INNO_STEP_AGGREGATE, "arithmetic", " min_coverage "},
    {INNO_STEP_AGGREGATE, "geometric", " min_coverage nonpositive floor shift "},
    {INNO_STEP_AGGREGATE, "harmonic", " min_coverage nonpositive floor shift "},
    {INNO_STEP_AGGREGATE, "power", " power min_coverage nonpositive floor shift "},
    {INNO_STEP_AGGREGATE, "median", " min_coverage "},
    {INNO_STEP_AGGREGATE, "minimum", " min_coverage "},
};

static void every_rule_reads_its_keys_and_no_other(void **state) {
  (void)state;
  int32_t rules = 0;
  for (size_t i = 0; i < sizeof reads / sizeof reads[0]; i++) {
    const inno__step_entry *e = inno__step_find(reads[i].step);
    int32_t rule = 0;
    assert_true(inno__choice_named(&e->keys[0], reads[i].rule, &rule));
    assert_true(inno__rule_uses(e->step, rule, e->keys[0].key));
    for (int32_t k = 1; k < e->key_count; k++) {
      char word[64];
      snprintf(word, sizeof word, " %s ", e->keys[k].name);
      int expected = strstr(reads[i].keys, word) != NULL;
      if (inno__rule_uses(e->step, rule, e->keys[k].key) != expected)
        fail_msg("%s: %s %s", e->section, reads[i].rule, e->keys[k].name);
    }
  }
  for (int32_t i = 0; i < inno__step_entry_count(); i++)
    if (inno__step_entry_at(i)->step != INNO_STEP_RANK) rules += inno__step_entry_at(i)->keys[0].choice_count;
  assert_int_equal(rules, sizeof reads / sizeof reads[0]); /* a new rule needs a row above */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_step_of_the_header_is_there),
      cmocka_unit_test(every_key_of_the_header_is_there),
      cmocka_unit_test(bounds_are_those_of_the_header),
      cmocka_unit_test(defaults_are_those_of_the_header),
      cmocka_unit_test(a_choice_defaults_to_what_the_header_names),
      cmocka_unit_test(every_choice_of_the_header_is_there),
      cmocka_unit_test(what_is_not_there_is_not_found),
      cmocka_unit_test(every_rule_reads_its_keys_and_no_other),
  };
  return cmocka_run_group_tests(tests, read_header, NULL);
}
