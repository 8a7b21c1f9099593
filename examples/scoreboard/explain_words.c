/* The way of an indicator and the rule of an aggregate in words and numbers. */
#include <math.h>
#include <string.h>

#include "explain.h"
#include "utf8.h"

enum {
  STEP = INNO_RECORD_TRACE_STEP,
  STAGE = INNO_RECORD_TRACE_STAGE,
  SOURCE = INNO_RECORD_TRACE_SOURCE,
  PARAMETER = INNO_RECORD_TRACE_PARAMETER
};

static const struct session *session_of(const struct explain *e) { return e->board->session; }

static double step_number(const struct explain *e, int64_t record, int32_t field) {
  return explain_number(e, STEP, record, field);
}

static const char *step_digits(const struct explain *e, int64_t record, int32_t field) {
  return explain_digits(e, step_number(e, record, field));
}

static bool has_mark(const struct explain *e, int64_t record, int32_t mark) {
  return ((int32_t)step_number(e, record, INNO_FIELD_MARKS) & mark) != 0;
}

/* "Japan", or of data with periods "Japan 2020". */
static const char *unit_and_period(const struct explain *e, double unit, double period) {
  const char *name = board_unit(e->board, (int64_t)unit), *when = board_period(e->board, (int64_t)period);
  return when[0] == '\0' ? name : arena_print(session_of(e)->arena, "%s %s", name, when);
}

/* ---- denominator ---- */

static const char *denominator(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  double column = step_number(e, k, INNO_FIELD_DENOMINATOR_COLUMN),
         scale = step_number(e, k, INNO_FIELD_DENOMINATOR_SCALE);
  if (!(column >= 0.0) || isnan(step_number(e, k, INNO_FIELD_VALUE_BEFORE))) {
    return NULL;
  }
  const char *code = inno_analysis_node_code(e->tables, (int64_t)column);
  if (has_mark(e, k, INNO_MARK_NO_DENOMINATOR | INNO_MARK_ZERO_DENOMINATOR)) {
    return arena_print(
        s->arena, pick(s, "%s is %s, so the value is missing", "%s %s nên giá trị bị thiếu"), code,
        has_mark(e, k, INNO_MARK_ZERO_DENOMINATOR) ? pick(s, "zero", "bằng 0") : pick(s, "missing", "bị thiếu"));
  }
  const char *x = step_digits(e, k, INNO_FIELD_VALUE_BEFORE), *d = step_digits(e, k, INNO_FIELD_DENOMINATOR);
  const char *y = step_digits(e, k, INNO_FIELD_VALUE_AFTER);
  return scale == 1.0 ? arena_print(s->arena, "%s / %s = %s  (%s)", x, d, y, code)
                      : arena_print(s->arena, "%s / (%s / %s) = %s  (%s)", x, d, explain_digits(e, scale), y, code);
}

/* ---- imputation ---- */

enum { NAMED = 5 }; /* sources that are named; the table has all */

/* "A 12.3, B 4.5 and 18 more": of siblings the codes, else the units. */
static const char *sources(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  int64_t first = 0, count = (int64_t)step_number(e, k, INNO_FIELD_SOURCES);
  double node = step_number(e, k, INNO_FIELD_NODE), step = step_number(e, k, INNO_FIELD_STEP);
  struct text out = {0};
  text_put(s->arena, &out, "");
  while (count > 0 && ((int64_t)explain_number(e, SOURCE, first, INNO_FIELD_NODE) != (int64_t)node ||
                       (int32_t)explain_number(e, SOURCE, first, INNO_FIELD_STEP) != (int32_t)step)) {
    first++;
  }
  for (int64_t i = 0; i < count && i < NAMED; i++) {
    double other = explain_number(e, SOURCE, first + i, INNO_FIELD_OTHER);
    const char *who = (int64_t)other != (int64_t)node
                          ? inno_result_node_code(e->board->result, (int64_t)other)
                          : unit_and_period(e, explain_number(e, SOURCE, first + i, INNO_FIELD_UNIT),
                                            explain_number(e, SOURCE, first + i, INNO_FIELD_PERIOD));
    text_print(s->arena, &out, "%s%s %s", i > 0 ? ", " : "", who,
               explain_digits(e, explain_number(e, SOURCE, first + i, INNO_FIELD_VALUE)));
  }
  if (count > NAMED) {
    text_print(s->arena, &out, pick(s, " and %lld more", " và %lld giá trị nữa"), (long long)(count - NAMED));
  }
  return out.bytes;
}

static const char *imputed_by(const struct session *s, int32_t rule) {
  switch (rule) {
    case INNO_IMPUTE_MEAN:
      return pick(s, "mean of the units", "trung bình các đơn vị");
    case INNO_IMPUTE_MEDIAN:
      return pick(s, "median of the units", "trung vị các đơn vị");
    case INNO_IMPUTE_GROUP_MEAN:
      return pick(s, "mean of its group", "trung bình của nhóm");
    case INNO_IMPUTE_GROUP_MEDIAN:
      return pick(s, "median of its group", "trung vị của nhóm");
    case INNO_IMPUTE_SIBLING_MEAN:
      return pick(s, "its mean over siblings scaled to 0..1, scaled back",
                  "trung bình các chỉ tiêu cùng nhóm quy về 0..1 rồi quy đổi lại");
    case INNO_IMPUTE_REGRESSION:
      return pick(s, "least squares on its siblings, over all units",
                  "hồi quy theo các chỉ tiêu cùng nhóm, trên mọi đơn vị");
    case INNO_IMPUTE_EM:
      return pick(s, "EM over its siblings and all units", "EM trên các chỉ tiêu cùng nhóm và mọi đơn vị");
    case INNO_IMPUTE_NEAREST:
      return pick(s, "mean of the nearest units", "trung bình các đơn vị gần nhất");
    case INNO_IMPUTE_HOT_DECK:
    case INNO_IMPUTE_HOT_DECK_SEQUENTIAL:
      return pick(s, "taken from a unit of its group", "lấy từ một đơn vị cùng nhóm");
    default:
      return pick(s, "from its other periods", "từ các kỳ khác của chính đơn vị");
  }
}

static const char *imputation(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  if (!has_mark(e, k, INNO_MARK_IMPUTED)) {
    return isnan(step_number(e, k, INNO_FIELD_VALUE_BEFORE)) ? pick(s, "stays missing", "vẫn thiếu") : NULL;
  }
  int32_t rule = (int32_t)step_number(e, k, INNO_FIELD_RULE);
  const char *from = sources(e, k);
  return arena_print(s->arena, "%s (%s)%s%s = %s", imputed_by(s, rule), inno_choice_name(INNO_KEY_IMPUTE_RULE, rule),
                     from[0] != '\0' ? ": " : "", from, step_digits(e, k, INNO_FIELD_VALUE_AFTER));
}

/* ---- treatment ---- */

static void add_moved(const struct explain *e, struct text *out, int64_t stage) {
  const struct session *s = session_of(e);
  double high = explain_number(e, STAGE, stage, INNO_FIELD_POINTS_HIGH),
         low = explain_number(e, STAGE, stage, INNO_FIELD_POINTS_LOW);
  if (high > 0.0) {
    text_print(s->arena, out, pick(s, ", %.0f lowered to %s", ", hạ %.0f điểm xuống %s"), high,
               explain_digits(e, explain_number(e, STAGE, stage, INNO_FIELD_HIGH)));
  }
  if (low > 0.0) {
    text_print(s->arena, out, pick(s, ", %.0f raised to %s", ", nâng %.0f điểm lên %s"), low,
               explain_digits(e, explain_number(e, STAGE, stage, INNO_FIELD_LOW)));
  }
}

/* What a transformation is made with. */
static void add_transformed(const struct explain *e, struct text *out, int64_t stage) {
  static const struct {
    int32_t rule;
    const char *formula, *mirrored, *parameter;
  } known[] = {
      {INNO_TREAT_LOG, "ln x", NULL, NULL},
      {INNO_TREAT_LOG_GII, "ln((f max − 1)(x − min)/(max − min) + 1)", "−ln((f max − 1)(max − x)/(max − min) + 1)",
       "f"},
      {INNO_TREAT_LOG_CT, "ln(x − min + 0.01 (max − min))", NULL, NULL},
      {INNO_TREAT_LOG_CT_PLUS, "ln(x − min + 0.01 (max − min))", "−ln(max + 0.01 (max − min) − x)", NULL},
      {INNO_TREAT_LOG_CT_ORIG, "ln(x − min + 1)", NULL, NULL},
      {INNO_TREAT_BOXCOX, "((x − min + 1)^lambda − 1)/lambda", NULL, "lambda"},
      {INNO_TREAT_ROOT, "x^(1/degree)", NULL, "degree"},
      {INNO_TREAT_ROOT_SEARCH, "x^(1/degree)", NULL, "degree"},
  };
  const struct session *s = session_of(e);
  int32_t rule = (int32_t)explain_number(e, STAGE, stage, INNO_FIELD_RULE);
  bool mirrored = explain_number(e, STAGE, stage, INNO_FIELD_MIRRORED) > 0.0;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
    if (known[i].rule != rule) {
      continue;
    }
    const char *formula = mirrored && known[i].mirrored != NULL ? known[i].mirrored : known[i].formula;
    text_print(s->arena, out, ", %s", formula);
    if (strstr(formula, "m") != NULL) { /* min or max */
      text_print(s->arena, out, ", min %s, max %s",
                 explain_digits(e, explain_number(e, STAGE, stage, INNO_FIELD_MINIMUM)),
                 explain_digits(e, explain_number(e, STAGE, stage, INNO_FIELD_MAXIMUM)));
    }
    if (known[i].parameter != NULL) {
      text_print(s->arena, out, ", %s %s", known[i].parameter,
                 explain_digits(e, explain_number(e, STAGE, stage, INNO_FIELD_PARAMETER)));
    }
  }
}

static void add_shape(const struct explain *e, struct text *out, double skewness, double kurtosis) {
  const struct session *s = session_of(e);
  text_print(s->arena, out, pick(s, "skewness %s, kurtosis %s", "độ lệch %s, độ nhọn %s"),
             isnan(skewness) ? "–" : arena_print(s->arena, "%.2f", skewness),
             isnan(kurtosis) ? "–" : arena_print(s->arena, "%.2f", kurtosis));
}

/* The stages that the value went through. */
static void add_stages(const struct explain *e, struct text *out, int64_t k) {
  const struct session *s = session_of(e);
  double node = step_number(e, k, INNO_FIELD_NODE), step = step_number(e, k, INNO_FIELD_STEP);
  for (int64_t i = 0; i < inno_analysis_record_count(e->tables, STAGE); i++) {
    if ((int64_t)explain_number(e, STAGE, i, INNO_FIELD_NODE) != (int64_t)node ||
        (int32_t)explain_number(e, STAGE, i, INNO_FIELD_STEP) != (int32_t)step ||
        !(explain_number(e, STAGE, i, INNO_FIELD_APPLIED) > 0.0)) {
      continue;
    }
    text_print(s->arena, out, " → %s",
               inno_choice_name(INNO_KEY_TREAT_RULES, (int32_t)explain_number(e, STAGE, i, INNO_FIELD_RULE)));
    add_moved(e, out, i);
    add_transformed(e, out, i);
    text_put(s->arena, out, ": ");
    add_shape(e, out, explain_number(e, STAGE, i, INNO_FIELD_SKEWNESS),
              explain_number(e, STAGE, i, INNO_FIELD_KURTOSIS));
  }
}

static const char *treatment(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  double passed = step_number(e, k, INNO_FIELD_PASSED), before = step_number(e, k, INNO_FIELD_VALUE_BEFORE);
  double after = step_number(e, k, INNO_FIELD_VALUE_AFTER);
  struct text out = {0};
  if (isnan(explain_parameter(e, (int32_t)step_number(e, k, INNO_FIELD_STEP),
                              (int64_t)step_number(e, k, INNO_FIELD_NODE), INNO_KEY_TREAT_TEST))) {
    return NULL; /* the rule none asks for no test */
  }
  add_shape(e, &out, step_number(e, k, INNO_FIELD_SKEWNESS), step_number(e, k, INNO_FIELD_KURTOSIS));
  text_put(s->arena, &out,
           passed > 0.0   ? pick(s, ": passes", ": đạt")
           : passed < 0.0 ? pick(s, ": cannot be tested", ": không kiểm định được")
                          : pick(s, ": fails", ": không đạt"));
  if (!(step_number(e, k, INNO_FIELD_STAGE) > 0.0)) {
    text_put(s->arena, &out, pick(s, ", unchanged", ", giữ nguyên"));
    return out.bytes;
  }
  add_stages(e, &out, k);
  if (!isnan(before)) {
    bool moved = before < after || before > after;
    text_print(s->arena, &out, moved ? "; %s → %s" : pick(s, "; %s is not moved", "; %s không đổi"),
               explain_digits(e, before), explain_digits(e, after));
  }
  return out.bytes;
}

/* ---- normalization ---- */

static double log_of(const struct explain *e, int64_t k) {
  return explain_parameter(e, (int32_t)step_number(e, k, INNO_FIELD_STEP), (int64_t)step_number(e, k, INNO_FIELD_NODE),
                           INNO_KEY_NORMALIZE_LOG);
}

static bool takes_log(const struct explain *e, int64_t k) { return (int32_t)log_of(e, k) != INNO_LOG_NONE; }

static const char *frame(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  int32_t origin = (int32_t)step_number(e, k, INNO_FIELD_ORIGIN);
  double low = step_number(e, k, INNO_FIELD_MINIMUM_UNIT), high = step_number(e, k, INNO_FIELD_MAXIMUM_UNIT);
  struct text out = {0};
  if (origin == INNO_ORIGIN_GIVEN) {
    double center = step_number(e, k, INNO_FIELD_CENTER);
    text_print(s->arena, &out,
               pick(s, "goalposts given: %s is 0, %s is full score; the data go from %s",
                    "mốc cho trước: %s là 0 điểm, %s là điểm tối đa; số liệu từ %s"),
               explain_digits(e, center), explain_digits(e, center + step_number(e, k, INNO_FIELD_SCALE)),
               step_digits(e, k, INNO_FIELD_MINIMUM));
  } else {
    text_print(s->arena, &out,
               origin == INNO_ORIGIN_HELD ? pick(s, "held from another run: from %s", "giữ từ lần tính khác: từ %s")
                                          : pick(s, "from %s", "từ %s"),
               step_digits(e, k, INNO_FIELD_MINIMUM));
  }
  if (low >= 0.0) {
    text_print(s->arena, &out, " (%s)", unit_and_period(e, low, step_number(e, k, INNO_FIELD_MINIMUM_PERIOD)));
  }
  text_print(s->arena, &out, pick(s, " to %s", " đến %s"), step_digits(e, k, INNO_FIELD_MAXIMUM));
  if (high >= 0.0) {
    text_print(s->arena, &out, " (%s)", unit_and_period(e, high, step_number(e, k, INNO_FIELD_MAXIMUM_PERIOD)));
  }
  text_print(s->arena, &out, pick(s, ", %.0f values%s", ", %.0f giá trị%s"), step_number(e, k, INNO_FIELD_COUNT),
             takes_log(e, k) ? pick(s, ", all after the logarithm", ", đều sau lôgarit") : "");
  return out.bytes;
}

/* (x − center) / scale [× factor] [+ offset] */
static const char *line(const struct explain *e, const char *x, int64_t k, double factor, double offset) {
  struct arena *arena = session_of(e)->arena;
  struct text out = {0};
  text_print(arena, &out, "(%s − %s) / %s", x, step_digits(e, k, INNO_FIELD_CENTER),
             step_digits(e, k, INNO_FIELD_SCALE));
  if (factor < 1.0 || factor > 1.0) {
    text_print(arena, &out, " × %s", explain_digits(e, factor));
  }
  if (offset < 0.0 || offset > 0.0) {
    text_print(arena, &out, " + %s", explain_digits(e, offset));
  }
  return out.bytes;
}

static const char *formula(const struct explain *e, int64_t k, const char *x) {
  const struct session *s = session_of(e);
  int32_t rule = (int32_t)step_number(e, k, INNO_FIELD_RULE), step = (int32_t)step_number(e, k, INNO_FIELD_STEP);
  int64_t node = (int64_t)step_number(e, k, INNO_FIELD_NODE);
  double lower = explain_parameter(e, step, node, INNO_KEY_NORMALIZE_LOWER),
         upper = explain_parameter(e, step, node, INNO_KEY_NORMALIZE_UPPER);
  const char *scale = step_digits(e, k, INNO_FIELD_SCALE);
  bool good = step_number(e, k, INNO_FIELD_DIRECTION) > 0.0;
  switch (rule) {
    case INNO_NORMALIZE_NONE:
      return good ? x : arena_print(s->arena, "−(%s)", x);
    case INNO_NORMALIZE_MINMAX:
    case INNO_NORMALIZE_MINMAX_PERCENTILE:
    case INNO_NORMALIZE_MINMAX_SD:
    case INNO_NORMALIZE_MINMAX_INNER:
      return line(e, x, k, upper - lower, lower);
    case INNO_NORMALIZE_ZSCORE:
      return line(e, x, k, explain_parameter(e, step, node, INNO_KEY_NORMALIZE_SD),
                  explain_parameter(e, step, node, INNO_KEY_NORMALIZE_MEAN));
    case INNO_NORMALIZE_AMPI:
      return line(e, x, k, 60.0, 70.0);
    case INNO_NORMALIZE_FIXED_RANGE:
    case INNO_NORMALIZE_GOALPOSTS:
      return line(e, x, k, explain_parameter(e, step, node, INNO_KEY_NORMALIZE_POINTS), 0.0);
    case INNO_NORMALIZE_DISTANCE_TO_TARGET:
      return line(e, x, k, 1.0, 0.0);
    case INNO_NORMALIZE_DISTANCE_TO_MAX:
    case INNO_NORMALIZE_DISTANCE_TO_REFERENCE:
      return arena_print(s->arena, "1 − (%s − %s) / %s", step_digits(e, k, INNO_FIELD_CENTER), x, scale);
    case INNO_NORMALIZE_FRACTION_OF_MAX:
    case INNO_NORMALIZE_RATIO_TO_MEAN:
    case INNO_NORMALIZE_RATIO_TO_WORST:
      return good ? arena_print(s->arena, "%s / %s", x, scale) : arena_print(s->arena, "%s / %s", scale, x);
    case INNO_NORMALIZE_ABOVE_BELOW_MEAN:
      return arena_print(s->arena, pick(s, "%s beside the mean %s", "%s so với trung bình %s"), x,
                         step_digits(e, k, INNO_FIELD_CENTER));
    default:
      return arena_print(s->arena, pick(s, "place of %s among the units", "vị trí của %s trong các đơn vị"), x);
  }
}

static const char *normalization(const struct explain *e, int64_t k) {
  const struct session *s = session_of(e);
  int32_t rule = (int32_t)step_number(e, k, INNO_FIELD_RULE), log = (int32_t)log_of(e, k);
  if (isnan(step_number(e, k, INNO_FIELD_VALUE_BEFORE))) {
    return pick(s, "missing", "thiếu");
  }
  const char *x = step_digits(e, k, INNO_FIELD_VALUE_BEFORE);
  x = log == INNO_LOG_NATURAL  ? arena_print(s->arena, "ln %s", x)
      : log == INNO_LOG_BASE10 ? arena_print(s->arena, "log10 %s", x)
                               : x;
  return arena_print(s->arena, "%s = %s%s  (%s)", formula(e, k, x),
                     explain_score(e, step_number(e, k, INNO_FIELD_VALUE_AFTER)),
                     has_mark(e, k, INNO_MARK_TRUNCATED) ? pick(s, ", cut", ", đã cắt") : "",
                     inno_choice_name(INNO_KEY_NORMALIZE_RULE, rule));
}

/* ---- the lines of an indicator ---- */

static int64_t add_line(struct explain_line *lines, int64_t count, const char *what, const char *how) {
  if (how != NULL) {
    lines[count++] = (struct explain_line){what, how};
  }
  return count;
}

static const char *raw_value(const struct explain *e, int64_t indicator, int64_t k) {
  const struct session *s = session_of(e);
  double x = step_number(e, k, INNO_FIELD_VALUE_BEFORE);
  const char *measure = framework_node_at(e->board->framework, indicator)->unit_of_measure;
  bool less = e->board->framework->set != NULL && framework_node_at(e->board->framework, indicator)->direction < 0;
  return arena_print(s->arena, "%s%s%s%s", isnan(x) ? pick(s, "missing", "thiếu") : explain_digits(e, x),
                     measure[0] != '\0' ? " " : "", measure,
                     less ? pick(s, " (less is better)", " (càng thấp càng tốt)") : "");
}

static const char *weight_line(const struct explain *e, int64_t node) {
  const struct session *s = session_of(e);
  int64_t parent = inno_result_node_parent(e->board->result, node);
  double present = explain_node(e, node, INNO_FIELD_PRESENT_SHARE), adds = explain_node(e, node, INNO_FIELD_ADDS);
  struct text out = {0};
  if (parent < 0) {
    return NULL;
  }
  const char *code = inno_result_node_code(e->board->result, parent);
  text_print(s->arena, &out, pick(s, "%s, %.2f%% of %s", "%s, %.2f%% của %s"),
             explain_digits(e, explain_node(e, node, INNO_FIELD_WEIGHT)),
             100.0 * explain_node(e, node, INNO_FIELD_SHARE), code);
  if (present > explain_node(e, node, INNO_FIELD_SHARE)) { /* a sibling is missing */
    text_print(s->arena, &out, pick(s, ", %.2f%% of what is there", ", %.2f%% của phần hiện có"), 100.0 * present);
  }
  if (!isnan(adds)) {
    double *scores = arena_take(s->arena, (size_t)e->board->rows, sizeof *scores);
    (void)inno_result_scores(e->board->result, parent, scores, sizeof *scores, NULL);
    text_print(s->arena, &out, pick(s, "; adds %s to its %s", "; đóng góp %s trong %s điểm"), explain_score(e, adds),
               explain_score(e, scores[e->period * e->board->units + e->unit]));
  }
  return out.bytes;
}

int64_t explain_lines(const struct explain *e, int64_t indicator, struct explain_line *lines) {
  const struct session *s = session_of(e);
  int64_t k = e->first_step[indicator], records = inno_analysis_record_count(e->tables, STEP);
  int64_t count = add_line(lines, 0, pick(s, "Raw value", "Số liệu gốc"), raw_value(e, indicator, k));
  for (; k < records && (int64_t)step_number(e, k, INNO_FIELD_NODE) == indicator; k++) {
    switch ((int32_t)step_number(e, k, INNO_FIELD_STEP_KIND)) {
      case INNO_STEP_DENOMINATE:
        count = add_line(lines, count, pick(s, "Denominator", "Mẫu số"), denominator(e, k));
        break;
      case INNO_STEP_SCREEN:
        count = add_line(lines, count, pick(s, "Screening", "Sàng lọc"),
                         has_mark(e, k, INNO_MARK_SCREENED_OUT) ? pick(s, "left out", "bị loại") : NULL);
        break;
      case INNO_STEP_IMPUTE:
        count = add_line(lines, count, pick(s, "Imputation", "Bổ khuyết"), imputation(e, k));
        break;
      case INNO_STEP_TREAT:
        count = add_line(lines, count, pick(s, "Treatment", "Xử lý ngoại lai"), treatment(e, k));
        break;
      default:
        count = add_line(lines, count, pick(s, "Frame", "Khung chuẩn hóa"), frame(e, k));
        count = add_line(lines, count, pick(s, "Score", "Điểm"), normalization(e, k));
    }
  }
  return add_line(lines, count, pick(s, "Weight", "Trọng số"), weight_line(e, indicator));
}

/* ---- the unit, the aggregates ---- */

const char *explain_head(const struct explain *e) {
  const struct session *s = session_of(e);
  int64_t root = (int64_t)explain_number(e, INNO_RECORD_TRACE_NODE, 0, INNO_FIELD_NODE);
  double rank = explain_node(e, root, INNO_FIELD_RANK);
  const char *when = board_period(e->board, e->period);
  struct text out = {0};
  text_print(s->arena, &out, "%s %s", inno_result_node_code(e->board->result, root),
             explain_score(e, explain_node(e, root, INNO_FIELD_SCORE)));
  if (isnan(rank)) {
    text_put(s->arena, &out, pick(s, ", without a rank", ", không có hạng"));
  } else {
    text_print(s->arena, &out, pick(s, ", rank %.10g of %.0f", ", hạng %.10g trên %.0f"), rank,
               explain_node(e, root, INNO_FIELD_COUNT));
  }
  text_print(s->arena, &out, "%s%s", when[0] != '\0' ? ", " : "", when);
  /* the same for every indicator: those of the first say it */
  for (int64_t k = 0; (int64_t)step_number(e, k, INNO_FIELD_NODE) == (int64_t)step_number(e, 0, INNO_FIELD_NODE); k++) {
    if ((int32_t)step_number(e, k, INNO_FIELD_STEP_KIND) == INNO_STEP_SCREEN) {
      text_print(
          s->arena, &out,
          pick(s, "; screening: %.0f of %lld indicators have a value (%.1f%%), %s",
               "; sàng lọc: %.0f trên %lld chỉ tiêu có giá trị (%.1f%%), %s"),
          step_number(e, k, INNO_FIELD_AVAILABLE), (long long)e->board->indicators,
          100.0 * step_number(e, k, INNO_FIELD_COVERAGE),
          step_number(e, k, INNO_FIELD_INCLUDED) > 0.0 ? pick(s, "kept", "giữ lại") : pick(s, "left out", "bị loại"));
    }
  }
  return out.bytes;
}

static const char *aggregate_formula(const struct session *s, int32_t rule) {
  switch (rule) {
    case INNO_AGGREGATE_ARITHMETIC:
      return pick(s, "sum(weight × score) / sum(weight)", "tổng(trọng số × điểm) / tổng(trọng số)");
    case INNO_AGGREGATE_GEOMETRIC:
      return pick(s, "exp(sum(weight × ln score) / sum(weight))", "exp(tổng(trọng số × ln điểm) / tổng(trọng số))");
    case INNO_AGGREGATE_HARMONIC:
      return pick(s, "sum(weight) / sum(weight / score)", "tổng(trọng số) / tổng(trọng số / điểm)");
    case INNO_AGGREGATE_POWER:
      return pick(s, "(sum(weight × score^power) / sum(weight))^(1/power)",
                  "(tổng(trọng số × điểm^power) / tổng(trọng số))^(1/power)");
    case INNO_AGGREGATE_WEIGHTED_PRODUCT:
      return pick(s, "exp(sum(weight × ln score))", "exp(tổng(trọng số × ln điểm))");
    case INNO_AGGREGATE_SUM:
      return pick(s, "sum(weight × score)", "tổng(trọng số × điểm)");
    default:
      return "";
  }
}

/* "power = 2, nonpositive = floor": what the rule reads. */
static void add_parameters(const struct explain *e, struct text *out, int64_t aggregate) {
  struct arena *arena = session_of(e)->arena;
  for (int64_t k = 0; k < inno_analysis_record_count(e->tables, PARAMETER); k++) {
    int32_t key = (int32_t)explain_number(e, PARAMETER, k, INNO_FIELD_PARAMETER_KEY), type = 0;
    double value = explain_number(e, PARAMETER, k, INNO_FIELD_VALUE);
    bool silent = key == INNO_KEY_AGGREGATE_MIN_COVERAGE && !(value > 0.0);
    if ((int64_t)explain_number(e, PARAMETER, k, INNO_FIELD_NODE) != aggregate || silent) {
      continue;
    }
    const char *name = explain_key_name(key, &type);
    text_print(arena, out, ", %s = %s", name,
               type == INNO_TYPE_CHOICE ? inno_choice_name(key, (int32_t)value) : explain_digits(e, value));
  }
}

const char *explain_rule(const struct explain *e, int64_t aggregate) {
  const struct session *s = session_of(e);
  int32_t rule = (int32_t)explain_node(e, aggregate, INNO_FIELD_RULE);
  const char *how = aggregate_formula(s, rule);
  struct text out = {0};
  text_print(s->arena, &out, "%s", explain_score(e, explain_node(e, aggregate, INNO_FIELD_SCORE)));
  text_print(s->arena, &out,
             pick(s, ", from %.0f of %.0f children, rule %s", ", từ %.0f trên %.0f nút con, quy tắc %s"),
             explain_node(e, aggregate, INNO_FIELD_AVAILABLE), explain_node(e, aggregate, INNO_FIELD_CHILDREN),
             inno_choice_name(INNO_KEY_AGGREGATE_RULE, rule));
  add_parameters(e, &out, aggregate);
  if (how[0] != '\0') {
    text_print(s->arena, &out, ": %s", how);
  }
  if (explain_node(e, aggregate, INNO_FIELD_COMPARES) > 0.0) {
    text_put(s->arena, &out,
             pick(s, "; it compares units, so one unit's numbers do not give it",
                  "; quy tắc so sánh các đơn vị nên không tính được từ riêng một đơn vị"));
  }
  return out.bytes;
}
