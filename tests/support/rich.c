#include "support/rich.h"

#include <math.h>
#include <string.h>

#include "support/golden.h"

#define OK(call) assert_int_equal((call), INNO_OK)

static const char hard_code[] = "b\xe1\xba\xadn \"2\" \\ cu\xe1\xbb\x91i";

static inno_indicator_set *rich_set(void) {
  static const struct {
    const char *code, *parent;
    double weight;
  } nodes[] = {{"index", NULL, 1.0}, {"x", "index", 0.1}, {"y", "index", 2.5e-17}, {"z", "index", 3.0},
               {"a", "x", 1.0},      {"b", "x", 2.0},     {hard_code, "y", 1.0},   {"d", "y", 0.30000000000000004},
               {"e", "y", 0.0},      {"f", "z", 1.0},     {"g", "z", 1.0},         {"h", "z", 7.0}};
  inno_indicator_set *set = NULL;
  OK(inno_indicator_set_create(NULL, &set, NULL));
  for (size_t k = 0; k < sizeof nodes / sizeof nodes[0]; k++) {
    OK(inno_indicator_set_add(set, nodes[k].code, nodes[k].parent, NULL));
    OK(inno_indicator_set_weight(set, nodes[k].code, nodes[k].weight, NULL));
  }
  OK(inno_indicator_set_direction(set, "b", -1, NULL));
  OK(inno_indicator_set_denominator(set, "a", "people", 1e4, NULL));
  OK(inno_indicator_set_denominator(set, hard_code, "d\xc3\xa2n", 0.1, NULL));
  OK(inno_indicator_set_freeze(set, NULL));
  return set;
}

inno_method *rich_method(void) {
  inno_indicator_set *set = rich_set();
  inno_method *method = NULL;
  inno_scheme *s[] = {
      golden_scheme(INNO_STEP_DENOMINATE, "b.rule=none"),
      golden_scheme(INNO_STEP_IMPUTE,
                    "rule=group_mean;group=region;frame=pooled;a.rule=linear;a.max_age=2.5;"
                    "f.rule=nearest;f.neighbors=3;g.rule=nearest;g.neighbors=3;h.rule=nearest;"
                    "h.neighbors=3;level=2"),
      golden_scheme(INNO_STEP_SCREEN, "rule=both;min_coverage=0.1;min_nonzero=0.01;u7.force=exclude;u0.force=include"),
      golden_scheme(INNO_STEP_TREAT,
                    "b.rules=none;d.rules=winsorize, log_ct, boxcox;d.lambda=-0.5;d.limit_share=0.2;"
                    "e.rules=fence;e.test=fence;e.reach=2;e.frame=base;e.base_period=2023"),
      golden_scheme(INNO_STEP_NORMALIZE,
                    "frame=pooled;a.rule=categorical;a.cuts=10, 33.333333333333336, 90;a.scores=1, 2, 3.5, 4;"
                    "b.rule=distance_to_reference;b.reference=u3;b.frame=period;d.rule=goalposts;d.lower=-1e-7;d.upper=1e21;"
                    "e.rule=ampi;e.reference_value=3;f.lower=1;f.upper=2;g.lower=1;g.upper=2;h.lower=1;h.upper=2"),
      golden_scheme(INNO_STEP_WEIGH, "y.rule=deviation"),
      golden_scheme(INNO_STEP_AGGREGATE,
                    "x.rule=owa;x.order_weights=0.7, 0.3;y.rule=power;y.power=0.5;y.nonpositive=floor;y.floor=1e-9;"
                    "z.rule=benefit_of_doubt;z.share_lower=0.1;f.own_share_upper=0.5;g.own_share_lower=0.2;"
                    "@3.min_coverage=0.25"),
      golden_scheme(INNO_STEP_RANK, "ties=fractional")};
  enum { STEPS = sizeof s / sizeof s[0] };
  inno_error *error = NULL;
  OK(inno_error_create(NULL, &error));
  inno_status status = inno_method_create(NULL, set, NULL, (const inno_scheme *const *)s, STEPS, &method, error);
  if (status != INNO_OK) fail_msg("%s", inno_error_message(error));
  inno_error_destroy(error);
  for (int k = 0; k < STEPS; k++) inno_scheme_destroy(s[k]);
  inno_indicator_set_destroy(set);
  return method;
}

inno_dataset *rich_data(void) {
  enum { UNITS = 8, PERIODS = 2, ROWS = UNITS * PERIODS };
  static const char *const units[UNITS] = {"u0", "u1", "u2", "u3", "u4", "u5", "u6", "u7"};
  static const double years[PERIODS] = {2023, 2024};
  static const char *const columns[] = {"a", "b", hard_code, "d", "e", "f", "g", "h", "people", "d\xc3\xa2n", "unused"};
  const char *labels[ROWS];
  inno_dataset *data = NULL;
  double x[ROWS];
  OK(inno_dataset_create_panel(NULL, UNITS, units, PERIODS, years, &data, NULL));
  for (size_t j = 0; j < sizeof columns / sizeof columns[0]; j++) {
    for (int i = 0; i < ROWS; i++) x[i] = 1.0 + (double)((i * 7 + (int)j * 5) % 11) / 3.0;
    if (j < 8) x[(3 * j + 1) % UNITS] = (double)NAN;
    OK(inno_dataset_add_column(data, columns[j], x, sizeof *x, NULL));
  }
  for (int i = 0; i < ROWS; i++) labels[i] = i % 5 == 4 ? NULL : i % 2 ? "north" : "south";
  OK(inno_dataset_add_group(data, "region", labels, NULL));
  return data;
}

int64_t rich_text(const inno_method *method, char *text, int64_t capacity) {
  int64_t needed = 0;
  OK(inno_method_write_json(method, text, capacity, &needed, NULL));
  assert_int_equal(strlen(text) + 1, needed);
  return needed - 1;
}
