/* The self-check on COINr's ASEM data: few alarms where nothing was planted, every planted error found. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/analysis.h"
#include "support/chance.h"
#include "support/golden.h"

static const golden_step pipeline[] = {
    {INNO_STEP_DENOMINATE, ""},
    {INNO_STEP_IMPUTE, "rule=group_mean;group=EurAsia_group"},
    {INNO_STEP_TREAT, "rules=winsorize, log_ct;limit=5"},
    {INNO_STEP_NORMALIZE, "rule=minmax"},
    {INNO_STEP_AGGREGATE, "rule=arithmetic"},
    {0, NULL},
};

enum { UNITS = 51, MOST = 64 };

static inno_indicator_set *set;
static inno_method *method;
static csv table;
static double values[MOST][UNITS]; /* of each column of the dataset */
static int64_t columns;

/* The columns of a dataset, for copies that are changed. */
static void take(const inno_dataset *d) {
  columns = inno_dataset_column_count(d);
  assert_true(columns <= MOST && inno_dataset_unit_count(d) == UNITS);
  for (int64_t c = 0; c < columns; c++)
    assert_int_equal(inno_dataset_column(d, inno_dataset_column_code(d, c), values[c], sizeof(double), NULL), INNO_OK);
}

static inno_dataset *copy_of(const inno_dataset *d) {
  const char *codes[UNITS];
  inno_dataset *copy = NULL;
  for (int64_t i = 0; i < UNITS; i++) codes[i] = inno_dataset_unit_code(d, i);
  assert_int_equal(inno_dataset_create(NULL, UNITS, codes, &copy, NULL), INNO_OK);
  for (int64_t c = 0; c < columns; c++)
    assert_int_equal(inno_dataset_add_column(copy, inno_dataset_column_code(d, c), values[c], sizeof(double), NULL),
                     INNO_OK);
  const char *labels[UNITS];
  for (int64_t i = 0; i < UNITS; i++) labels[i] = csv_text(&table, (int)i, csv_column(&table, "EurAsia_group"));
  assert_int_equal(inno_dataset_add_group(copy, "EurAsia_group", labels, NULL), INNO_OK);
  return copy;
}

static inno_dataset *data;

static int open_asem(void **state) {
  (void)state;
  data = NULL;
  set = NULL;
  return 0;
}

static void begin(void) {
  golden_read(&table, "coinr/ASEM_iData.csv");
  set = golden_asem_set(1, NULL);
  data = golden_dataset(&table, &table);
  method = golden_method(set, pipeline);
  take(data);
}

static int end(void **state) {
  (void)state;
  if (set == NULL) return 0;
  inno_method_destroy(method);
  inno_dataset_destroy(data);
  inno_indicator_set_destroy(set);
  csv_free(&table);
  return 0;
}

static inno_analysis *check(const inno_dataset *now, const inno_dataset *before, int64_t unit, const char *settings) {
  inno_analysis *a = NULL;
  inno_error *error = NULL;
  inno_scheme *options = golden_scheme(INNO_STEP_EXPLAIN, settings);
  assert_int_equal(inno_error_create(NULL, &error), INNO_OK);
  if (inno_analysis_create_check(NULL, options, method, now, before, unit, &a, error) != INNO_OK)
    fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
  inno_scheme_destroy(options);
  return a;
}

static int64_t count(const inno_analysis *a, int32_t finding) {
  int64_t found = 0;
  for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_FINDING); k++)
    found += cell(a, INNO_RECORD_FINDING, k, INNO_FIELD_FINDING) == finding;
  return found;
}

/* 51 units, 49 indicators and 4 denominators. */
static void nothing_planted(void **state) {
  (void)state;
  begin();
  inno_analysis *a = check(data, NULL, -1, "");
  print_message("of %d cells: slips %d, zeros %d, whole numbers %d, signs %d\n", (int)columns * UNITS,
                (int)count(a, INNO_FINDING_SLIP_PEERS), (int)count(a, INNO_FINDING_ZERO_RARE),
                (int)count(a, INNO_FINDING_FRACTION), (int)count(a, INNO_FINDING_NEGATIVE));
  assert_int_equal(count(a, INNO_FINDING_SLIP_PEERS), 8);
  assert_int_equal(count(a, INNO_FINDING_ZERO_RARE), 7);
  assert_int_equal(count(a, INNO_FINDING_FRACTION), 0);
  assert_int_equal(count(a, INNO_FINDING_NEGATIVE), 0);
  inno_analysis_destroy(a);
  /* the same figures a year before: nothing is to be asked but for gaps */
  a = check(data, data, -1, "");
  assert_int_equal(inno_analysis_record_count(a, INNO_RECORD_FINDING), count(a, INNO_FINDING_GAP));
  inno_analysis_destroy(a);
}

/* The columns of one year of COINr's panel. */
static void take_year(const csv *t, double year) {
  int time = csv_column(t, "Time"), code = csv_column(t, "uCode");
  for (int64_t c = 0; c < columns; c++) {
    int from = csv_column(t, inno_dataset_column_code(data, c)), seen = 0;
    for (int r = 0; from >= 0 && r < t->rows; r++)
      for (int64_t i = 0; csv_number(t, r, time) == year && i < UNITS; i++)
        if (strcmp(csv_text(t, r, code), inno_dataset_unit_code(data, i)) == 0) {
          values[c][i] = csv_number(t, r, from);
          seen++;
        }
    if (from >= 0) assert_int_equal(seen, UNITS);
  }
}

/* The years of this panel are one year with noise added, so that small figures jump by powers of ten: every alarm is of
 * a figure that did. */
static void years_of_the_panel(void **state) {
  csv panel;
  (void)state;
  begin();
  golden_read(&panel, "coinr/ASEM_iData_p.csv");
  take_year(&panel, 2018);
  inno_dataset *before = copy_of(data);
  take_year(&panel, 2019);
  inno_dataset *now = copy_of(data);
  inno_analysis *a = check(now, before, -1, "");
  print_message("panel: slips %d and %d, zeros %d and %d, forgotten %d, moved %d\n",
                (int)count(a, INNO_FINDING_SLIP_BEFORE), (int)count(a, INNO_FINDING_SLIP_PEERS),
                (int)count(a, INNO_FINDING_ZERO_BEFORE), (int)count(a, INNO_FINDING_ZERO_RARE),
                (int)count(a, INNO_FINDING_FORGOTTEN), (int)count(a, INNO_FINDING_DENOMINATOR_MOVED));
  assert_int_equal(count(a, INNO_FINDING_SLIP_BEFORE), 37); /* small figures did grow so: 1 to 77, 0.002 to 412 */
  assert_int_equal(count(a, INNO_FINDING_SLIP_PEERS), 3);
  inno_analysis_destroy(a);
  inno_dataset_destroy(now);
  inno_dataset_destroy(before);
  csv_free(&panel);
}

/* Every positive figure of a unit, indicator by indicator, 10^power too large. */
static int64_t plant(const inno_dataset *now, int64_t unit, int power) {
  int64_t planted = 0;
  take(now);
  for (int64_t c = 0; c < columns; c++) {
    if (inno_indicator_set_find(set, inno_dataset_column_code(now, c)) < 0) continue;
    if (values[c][unit] == 0.0 || values[c][unit] != values[c][unit]) continue;
    values[c][unit] *= pow(10.0, power);
    planted++;
  }
  return planted;
}

static void slips_against_last_year(void **state) {
  int64_t planted = 0, found = 0, others = 0;
  (void)state;
  begin();
  seed = 20261125;
  for (int64_t c = 0; c < columns; c++)
    for (int64_t i = 0; i < UNITS; i++) values[c][i] *= 0.8 + 0.4 * uniform();
  inno_dataset *before = copy_of(data);
  inno_analysis *quiet = check(data, before, -1, "");
  assert_int_equal(count(quiet, INNO_FINDING_SLIP_BEFORE) + count(quiet, INNO_FINDING_SLIP_PEERS), 0);
  inno_analysis_destroy(quiet);
  for (int64_t unit = 0; unit < UNITS; unit++)
    for (int power = -3; power <= 3; power++) {
      if (power == 0) continue;
      int64_t here = plant(data, unit, power), seen = 0;
      inno_dataset *now = copy_of(data);
      inno_analysis *a = check(now, before, unit, "");
      for (int64_t k = 0; k < inno_analysis_record_count(a, INNO_RECORD_CHECK); k++) {
        if (cell(a, INNO_RECORD_CHECK, k, INNO_FIELD_FINDING) != INNO_FINDING_SLIP_BEFORE) continue;
        assert_int_equal((int)cell(a, INNO_RECORD_CHECK, k, INNO_FIELD_POWER), power);
        assert_int_equal((int64_t)cell(a, INNO_RECORD_CHECK, k, INNO_FIELD_UNIT), unit);
        seen++;
      }
      others += count(a, INNO_FINDING_SLIP_PEERS);
      planted += here;
      found += seen;
      inno_analysis_destroy(a);
      inno_dataset_destroy(now);
    }
  print_message("planted %d, found against last year %d, others %d\n", (int)planted, (int)found, (int)others);
  assert_true(planted > 10000);
  assert_int_equal(found, planted);
  assert_int_equal(others, 0);
  inno_dataset_destroy(before);
}

/* Without last year a slip is found where the peers lie closely enough: share by the size of the slip. */
static void slips_against_peers(void **state) {
  (void)state;
  begin();
  double share[3];
  for (int power = 1; power <= 3; power++) {
    int64_t planted = 0, found = 0;
    for (int64_t unit = 0; unit < UNITS; unit++) {
      planted += plant(data, unit, power);
      inno_dataset *now = copy_of(data);
      inno_analysis *a = check(now, NULL, unit, "");
      found += count(a, INNO_FINDING_SLIP_PEERS);
      inno_analysis_destroy(a);
      inno_dataset_destroy(now);
    }
    share[power - 1] = (double)found / (double)planted;
    print_message("10^%d: %.2f found against peers\n", power, share[power - 1]);
  }
  assert_true(share[0] > 0.2 && share[1] > share[0] && share[2] > share[1] && share[2] > 0.6);
}

/* The unit's score and rank when the dataset is really changed. */
static void compare_gap(const inno_analysis *a, int64_t record) {
  int64_t unit = (int64_t)cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_UNIT);
  int64_t node = (int64_t)cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_NODE);
  double score[UNITS], rank[UNITS];
  take(data);
  for (int64_t c = 0; c < columns; c++)
    if (cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_FILL) != INNO_FILL_STAYS &&
        strcmp(inno_dataset_column_code(data, c), inno_analysis_node_code(a, node)) == 0)
      values[c][unit] = cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_VALUE);
  inno_dataset *changed = copy_of(data);
  inno_result *r = golden_result(method, changed);
  int64_t top = inno_result_node_count(r) - 1;
  assert_int_equal(inno_result_scores(r, top, score, sizeof(double), NULL), INNO_OK);
  assert_int_equal(inno_result_ranks(r, top, NULL, rank, sizeof(double), NULL), INNO_OK);
  assert_true(same(score[unit], cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_SCORE)));
  assert_true(same(rank[unit], cell(a, INNO_RECORD_CHECK_GAP, record, INNO_FIELD_RANK)));
  inno_result_destroy(r);
  inno_dataset_destroy(changed);
}

static void gaps_are_what_the_method_gives(void **state) {
  (void)state;
  begin();
  inno_analysis *a = check(data, NULL, -1, "");
  int64_t records = inno_analysis_record_count(a, INNO_RECORD_CHECK_GAP), moved = 0;
  int64_t missing = 0;
  for (int64_t c = 0; c < columns; c++)
    for (int64_t i = 0; i < UNITS; i++)
      missing += values[c][i] != values[c][i] && inno_indicator_set_find(set, inno_dataset_column_code(data, c)) >= 0;
  assert_int_equal(records, 4 * missing);
  assert_true(missing > 50);
  for (int64_t k = 0; k < records; k++) {
    assert_int_equal((int)cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_STATUS), INNO_OK);
    compare_gap(a, k);
    moved += cell(a, INNO_RECORD_CHECK_GAP, k, INNO_FIELD_SHIFT) != 0.0;
  }
  print_message("%d gaps, %d of %d suppositions move the rank\n", (int)missing, (int)moved, (int)(3 * missing));
  assert_true(moved > 20);
  inno_analysis_destroy(a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(nothing_planted, open_asem, end),
      cmocka_unit_test_setup_teardown(years_of_the_panel, open_asem, end),
      cmocka_unit_test_setup_teardown(slips_against_last_year, open_asem, end),
      cmocka_unit_test_setup_teardown(slips_against_peers, open_asem, end),
      cmocka_unit_test_setup_teardown(gaps_are_what_the_method_gives, open_asem, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
