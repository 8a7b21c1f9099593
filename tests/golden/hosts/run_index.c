/* Whole indices. The lines of a case, in this order; DOUBLE is 16 hexadecimal digits, an empty word is nothing:
 *   case NAME
 *   node CODE PARENT DIRECTION WEIGHT [DENOMINATOR SCALE]     the tree; then freeze
 *   weight CODE WEIGHT
 *   step NAME, and its settings: every OPTION VALUE, node CODE... as at CODE OPTION VALUE, level LEVEL OPTION VALUE
 *   units NAME...    column CODE VALUE...    group NAME LABEL...
 *   score            then what is printed: node CODE SCORES..., RANKS..., COVERAGE...
 *   show CODE        coverage CODE        effective CODE...
 *   try UNIT COLUMN VALUE
 *   replicates LEVEL NOISE SEED COUNT CUT                     those from CUT on first
 *   end */
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "innoscore/innoscore.h"

enum { STEPS = 12, UNITS = 64, COLUMNS = 128 };

static struct {
  const char *name;
  inno_error *error;
  inno_indicator_set *set;
  inno_weights *weights;
  inno_scheme *steps[STEPS];
  int32_t step_numbers[STEPS], step_count;
  const char *units[UNITS], *columns[COLUMNS];
  int unit_count, column_count;
  inno_dataset *data;
  inno_method *method;
  inno_result *result;
  inno_what_if *what_if;
} now;

static void check(inno_status s) {
  if (s != INNO_OK) host_stop(now.name, inno_error_message(now.error));
}

static const char *word(const host_line *l, int k) {
  if (k >= l->count) host_stop("too few words", l->words[0]);
  return l->words[k];
}

static const char *or_null(const char *text) { return text[0] != '\0' ? text : NULL; }

static void begin(const host_line *l) {
  if (now.name != NULL) host_stop("the case before has no end", now.name);
  now.name = word(l, 1);
  check(inno_error_create(NULL, &now.error));
  check(inno_indicator_set_create(NULL, &now.set, now.error));
}

static void end(const host_line *l) {
  (void)l;
  inno_what_if_destroy(now.what_if);
  inno_result_destroy(now.result);
  inno_method_destroy(now.method);
  inno_dataset_destroy(now.data);
  for (int k = 0; k < now.step_count; k++) inno_scheme_destroy(now.steps[k]);
  inno_weights_destroy(now.weights);
  inno_indicator_set_destroy(now.set);
  inno_error_destroy(now.error);
  memset(&now, 0, sizeof now);
}

static void add_node(const host_line *l) {
  const char *code = word(l, 1);
  check(inno_indicator_set_add(now.set, code, or_null(word(l, 2)), now.error));
  check(inno_indicator_set_direction(now.set, code, (int32_t)strtol(word(l, 3), NULL, 10), now.error));
  check(inno_indicator_set_weight(now.set, code, host_double(word(l, 4)), now.error));
  if (l->count > 5)
    check(inno_indicator_set_denominator(now.set, code, word(l, 5), host_double(word(l, 6)), now.error));
}

static void freeze(const host_line *l) {
  (void)l;
  check(inno_indicator_set_freeze(now.set, now.error));
}

static void set_weight(const host_line *l) {
  if (now.weights == NULL) check(inno_weights_create_given(NULL, now.set, &now.weights, now.error));
  check(inno_weights_set(now.weights, word(l, 1), host_double(word(l, 2)), now.error));
}

static int32_t step_number(const char *wanted) {
  const char *name;
  int32_t step = 0;
  for (int32_t k = 0; inno_step_info(k, &step, &name, NULL) == INNO_OK; k++)
    if (strcmp(name, wanted) == 0) return step;
  host_stop("unknown step", wanted);
}

static void add_step(const host_line *l) {
  int32_t step = step_number(word(l, 1)), k = now.step_count++;
  if (k == STEPS) host_stop("too many steps", now.name);
  now.step_numbers[k] = step;
  check(inno_scheme_create(NULL, step, &now.steps[k], now.error));
}

static inno_scheme *last_step(const char *option, int32_t *key) {
  int32_t k = now.step_count - 1;
  if (k < 0) host_stop("no step before", option);
  *key = inno_key_from_name(now.step_numbers[k], option);
  return now.steps[k];
}

static void set_every(const host_line *l) {
  int32_t key;
  inno_scheme *step = last_step(word(l, 1), &key);
  check(inno_scheme_set_text(step, NULL, key, word(l, 2), now.error));
}

static void set_at(const host_line *l) {
  int32_t key;
  inno_scheme *step = last_step(word(l, 2), &key);
  check(inno_scheme_set_text(step, word(l, 1), key, word(l, 3), now.error));
}

static void set_level(const host_line *l) {
  int32_t key;
  inno_scheme *step = last_step(word(l, 2), &key);
  check(inno_scheme_set_level_text(step, (int32_t)strtol(word(l, 1), NULL, 10), key, word(l, 3), now.error));
}

static void add_units(const host_line *l) {
  now.unit_count = l->count - 1;
  if (now.unit_count > UNITS) host_stop("too many units", now.name);
  for (int k = 0; k < now.unit_count; k++) now.units[k] = word(l, 1 + k);
  check(inno_dataset_create(NULL, now.unit_count, now.units, &now.data, now.error));
}

static void add_column(const host_line *l) {
  double values[UNITS];
  if (now.column_count == COLUMNS) host_stop("too many columns", now.name);
  host_doubles(l, 2, now.unit_count, values);
  check(inno_dataset_add_column(now.data, word(l, 1), values, sizeof *values, now.error));
  now.columns[now.column_count++] = word(l, 1);
}

static void add_group(const host_line *l) {
  const char *labels[UNITS];
  if (l->count != 2 + now.unit_count) host_stop("not so many labels", word(l, 1));
  for (int k = 0; k < now.unit_count; k++) labels[k] = or_null(word(l, 2 + k));
  check(inno_dataset_add_group(now.data, word(l, 1), labels, now.error));
}

static void score(const host_line *l) {
  (void)l;
  check(inno_method_create(NULL, now.set, now.weights, (const inno_scheme *const *)now.steps, now.step_count,
                           &now.method, now.error));
  check(inno_result_create(NULL, now.method, now.data, INNO_KEEP_ALL, &now.result, now.error));
  printf("case\t%s\n", now.name);
}

static void print_units(const char *what, const char *code, const double *values) {
  printf("%s\t%s", what, code);
  host_print(values, now.unit_count);
  printf("\n");
}

static void show(const host_line *l) {
  double values[UNITS];
  const char *code = word(l, 1);
  int64_t node = inno_result_find_node(now.result, code);
  check(inno_result_scores(now.result, node, values, sizeof *values, now.error));
  print_units("score", code, values);
  check(inno_result_ranks(now.result, node, NULL, values, sizeof *values, now.error));
  print_units("rank", code, values);
}

static void coverage(const host_line *l) {
  double values[UNITS];
  int64_t node = inno_result_find_node(now.result, word(l, 1));
  check(inno_result_coverage(now.result, node, values, sizeof *values, now.error));
  print_units("coverage", word(l, 1), values);
}

static void effective(const host_line *l) {
  printf("effective");
  for (int k = 1; k < l->count; k++) {
    double weight;
    int64_t node = inno_result_find_node(now.result, l->words[k]);
    check(inno_result_record(now.result, INNO_RECORD_WEIGHT, node, INNO_FIELD_EFFECTIVE, &weight, now.error));
    host_print(&weight, 1);
  }
  printf("\n");
}

static int64_t position(const char *const *names, int count, const char *wanted) {
  for (int k = 0; k < count; k++)
    if (strcmp(names[k], wanted) == 0) return k;
  host_stop("unknown name", wanted);
}

/* Tried alone, and again as an edit that is taken back. */
static void try_value(const host_line *l) {
  int64_t row = position(now.units, now.unit_count, word(l, 1)), node = inno_result_node_count(now.result) - 1;
  int64_t column = position(now.columns, now.column_count, word(l, 2));
  double value = host_double(word(l, 3)), tried[2], scores[UNITS];
  int32_t status;
  if (now.what_if == NULL) check(inno_what_if_create(NULL, NULL, now.method, now.data, &now.what_if, now.error));
  check(inno_what_if_try_values(now.what_if, 1, &row, &column, &value, sizeof value, node, &tried[0], sizeof *tried,
                                &tried[1], sizeof *tried, &status, now.error));
  printf("try\t%s", inno_status_name(status));
  host_print(tried, 2);
  check(inno_what_if_set_value(now.what_if, row, column, value, now.error));
  check(inno_result_scores(inno_what_if_result(now.what_if), node, scores, sizeof *scores, now.error));
  host_print(&scores[row], 1);
  check(inno_what_if_undo(now.what_if, 1, now.error));
  check(inno_result_scores(inno_what_if_result(now.what_if), node, scores, sizeof *scores, now.error));
  host_print(&scores[row], 1);
  printf("\n");
}

static void print_tally(const inno_tally *t) {
  static const struct {
    const char *name;
    int32_t field;
  } fields[] = {{"median", INNO_TALLY_MEDIAN},
                {"lower", INNO_TALLY_LOWER},
                {"upper", INNO_TALLY_UPPER},
                {"mean", INNO_TALLY_MEAN},
                {"sd", INNO_TALLY_SD}};
  for (size_t k = 0; k < sizeof fields / sizeof fields[0]; k++) {
    double values[UNITS];
    check(inno_tally_unit_values(t, fields[k].field, values, sizeof *values, now.error));
    print_units("tally", fields[k].name, values);
  }
}

static void replicates(const host_line *l) {
  int64_t count = strtol(word(l, 4), NULL, 10), cut = strtol(word(l, 5), NULL, 10);
  inno_assumptions *assumptions = NULL;
  inno_scheme *options = NULL;
  inno_uncertainty *uncertainty = NULL;
  inno_tally *tally = NULL;
  int32_t seed = inno_key_from_name(INNO_STEP_UNCERTAINTY, "seed");
  check(inno_assumptions_create(NULL, &assumptions, now.error));
  check(inno_assumptions_add_weight_noise(assumptions, (int32_t)strtol(word(l, 1), NULL, 10), host_double(word(l, 2)),
                                          now.error));
  check(inno_scheme_create(NULL, INNO_STEP_UNCERTAINTY, &options, now.error));
  check(inno_scheme_set_text(options, NULL, seed, word(l, 3), now.error));
  check(inno_uncertainty_create(NULL, now.set, now.weights, (const inno_scheme *const *)now.steps, now.step_count,
                                now.data, assumptions, options, &uncertainty, now.error));
  check(inno_tally_create(NULL, uncertainty, &tally, now.error));
  check(inno_tally_run(tally, uncertainty, cut, count - cut, now.error));
  check(inno_tally_run(tally, uncertainty, 0, cut, now.error));
  print_tally(tally);
  inno_tally_destroy(tally);
  inno_uncertainty_destroy(uncertainty);
  inno_scheme_destroy(options);
  inno_assumptions_destroy(assumptions);
}

int host_index(const host_line *line) {
  static const struct {
    const char *name;
    void (*work)(const host_line *);
  } known[] = {{"case", begin},        {"node", add_node},         {"freeze", freeze},
               {"weight", set_weight}, {"step", add_step},         {"every", set_every},
               {"at", set_at},         {"level", set_level},       {"units", add_units},
               {"column", add_column}, {"group", add_group},       {"score", score},
               {"show", show},         {"coverage", coverage},     {"effective", effective},
               {"try", try_value},     {"replicates", replicates}, {"end", end}};
  for (size_t k = 0; k < sizeof known / sizeof known[0]; k++) {
    if (strcmp(known[k].name, line->words[0]) != 0) continue;
    known[k].work(line);
    return 1;
  }
  return 0;
}
