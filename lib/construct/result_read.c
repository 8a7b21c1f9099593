/* What is read out of a result: whether it is of a method and data, ranks, and records as tables by kind, position and
 * field. */
#include "construct/result_read.h"

#include "base/error.h"
#include "construct/rank.h"
#include "construct/screen.h"
#include "numeric/missing.h"

/* ---- origin ---- */

inno_status inno__result_check_method(const inno_result *r, const inno_method *method, inno_error *error) {
  return method->stamp == r->stamp ? INNO_OK : inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_RESULT_METHOD, NULL);
}

inno_status inno__result_check_origin(const inno_result *r, const inno_method *method, const inno_dataset *dataset,
                                      inno_error *error) {
  inno_status s = inno__result_check_method(r, method, error);
  if (s != INNO_OK) return s;
  const double *periods = r->has_periods ? r->periods : NULL;
  if (!inno__dataset_is(dataset, r->data_stamp, r->unit_codes, periods, r->period_count))
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_RESULT_DATASET, NULL);
  return INNO_OK;
}

/* ---- ranks ---- */

size_t inno__result_ranks_work_size(const inno_result *r, int32_t groups) {
  return inno__rank_units_work_size(r->units, groups);
}

void inno__result_ranks(const inno_result *r, int64_t node, const inno__grouping *grouping, double *rank, void *work) {
  for (int64_t first = 0; first < r->rows; first += r->units) { /* period by period */
    inno__grouping here = {NULL, 0};
    if (grouping != NULL) here = (inno__grouping){grouping->label + first, grouping->count};
    inno__rank_units(r->final[node] + first, r->units, r->ties, grouping != NULL ? &here : NULL, rank + first, work);
  }
}

/* ---- records ---- */

static const inno__field weight_fields[] = {
    {INNO_FIELD_NODE, "node", INNO_TYPE_I64},
    {INNO_FIELD_WEIGHT, "weight", INNO_TYPE_F64},
    {INNO_FIELD_SHARE, "share", INNO_TYPE_F64},
    {INNO_FIELD_EFFECTIVE, "effective", INNO_TYPE_F64},
};
static const inno__field screening_fields[] = {
    {INNO_FIELD_STEP, "step", INNO_TYPE_I64},         {INNO_FIELD_PERIOD, "period", INNO_TYPE_I64},
    {INNO_FIELD_UNIT, "unit", INNO_TYPE_I64},         {INNO_FIELD_AVAILABLE, "available", INNO_TYPE_I64},
    {INNO_FIELD_ZEROS, "zeros", INNO_TYPE_I64},       {INNO_FIELD_COVERAGE, "coverage", INNO_TYPE_F64},
    {INNO_FIELD_NONZERO, "nonzero", INNO_TYPE_F64},   {INNO_FIELD_FORCED, "forced", INNO_TYPE_I64},
    {INNO_FIELD_INCLUDED, "included", INNO_TYPE_I64},
};
static const inno__field treatment_fields[] = {
    {INNO_FIELD_STEP, "step", INNO_TYPE_I64},
    {INNO_FIELD_NODE, "node", INNO_TYPE_I64},
    {INNO_FIELD_PERIOD, "period", INNO_TYPE_I64},
    {INNO_FIELD_STAGE, "stage", INNO_TYPE_I64},
    {INNO_FIELD_RULE, "rule", INNO_TYPE_I64},
    {INNO_FIELD_SKEWNESS, "skewness", INNO_TYPE_F64},
    {INNO_FIELD_KURTOSIS, "kurtosis", INNO_TYPE_F64},
    {INNO_FIELD_PASSED, "passed", INNO_TYPE_I64},
    {INNO_FIELD_KEPT, "kept", INNO_TYPE_I64},
    {INNO_FIELD_POINTS_HIGH, "points_high", INNO_TYPE_I64},
    {INNO_FIELD_POINTS_LOW, "points_low", INNO_TYPE_I64},
    {INNO_FIELD_PARAMETER, "parameter", INNO_TYPE_F64},
    {INNO_FIELD_LOW, "low", INNO_TYPE_F64},
    {INNO_FIELD_HIGH, "high", INNO_TYPE_F64},
    {INNO_FIELD_MINIMUM, "minimum", INNO_TYPE_F64},
    {INNO_FIELD_MAXIMUM, "maximum", INNO_TYPE_F64},
};
static const inno__field frame_fields[] = {
    {INNO_FIELD_STEP, "step", INNO_TYPE_I64},       {INNO_FIELD_NODE, "node", INNO_TYPE_I64},
    {INNO_FIELD_PERIOD, "period", INNO_TYPE_I64},   {INNO_FIELD_AVAILABLE, "available", INNO_TYPE_I64},
    {INNO_FIELD_MINIMUM, "minimum", INNO_TYPE_F64}, {INNO_FIELD_MAXIMUM, "maximum", INNO_TYPE_F64},
    {INNO_FIELD_CENTER, "center", INNO_TYPE_F64},   {INNO_FIELD_SCALE, "scale", INNO_TYPE_F64},
};

static const inno__field search_fields[] = {
    {INNO_FIELD_STEP, "step", INNO_TYPE_I64},           {INNO_FIELD_NODE, "node", INNO_TYPE_I64},
    {INNO_FIELD_PERIOD, "period", INNO_TYPE_I64},       {INNO_FIELD_UNIT, "unit", INNO_TYPE_I64},
    {INNO_FIELD_CONVERGED, "converged", INNO_TYPE_I64}, {INNO_FIELD_ITERATIONS, "iterations", INNO_TYPE_I64},
    {INNO_FIELD_OBJECTIVE, "objective", INNO_TYPE_F64}, {INNO_FIELD_PRIMAL, "primal", INNO_TYPE_F64},
    {INNO_FIELD_DUAL, "dual", INNO_TYPE_F64},           {INNO_FIELD_GAP, "gap", INNO_TYPE_F64},
};

#define KIND(kind, table) \
  { kind, table, (int32_t)(sizeof table / sizeof table[0]) }

static const inno__record_kind kinds[] = {
    KIND(INNO_RECORD_WEIGHT, weight_fields),       KIND(INNO_RECORD_SCREENING, screening_fields),
    KIND(INNO_RECORD_TREATMENT, treatment_fields), KIND(INNO_RECORD_FRAME, frame_fields),
    KIND(INNO_RECORD_SEARCH, search_fields),
};

const inno__record_kinds inno__result_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};

/* Records of one step. */
static int64_t step_records(const inno_result *r, const inno__step_result *s, int32_t kind) {
  if (kind == INNO_RECORD_SCREENING && s->kept != NULL) return r->rows;
  if (kind == INNO_RECORD_TREATMENT && s->logs != NULL) return s->first_record[r->tree->indicators];
  if (kind == INNO_RECORD_FRAME && s->frames != NULL) return s->first_record[r->tree->indicators];
  if (kind == INNO_RECORD_SEARCH && s->outcomes != NULL) return s->first_record[r->tree->count - r->tree->indicators];
  return 0;
}

int64_t inno__result_record_count(const inno_result *r, int32_t kind) {
  if (kind == INNO_RECORD_WEIGHT) return r->tree->count;
  int64_t count = 0;
  for (int32_t k = 0; k < r->step_count; k++) count += step_records(r, &r->steps[k], kind);
  return count;
}

/* ---- one field of one record ---- */

static double weight_field(const inno_result *r, int64_t node, int32_t field) {
  if (field == INNO_FIELD_NODE) return (double)node;
  if (field == INNO_FIELD_WEIGHT) return r->tree->weight[node];
  return field == INNO_FIELD_SHARE ? r->tree->share[node] : r->tree->effective[node];
}

static double screening_field(const inno_result *r, const inno__step_result *s, int64_t row, int32_t field) {
  int64_t period = row / r->units;
  switch (field) {
    case INNO_FIELD_PERIOD:
      return (double)period;
    case INNO_FIELD_UNIT:
      return (double)(row - period * r->units);
    case INNO_FIELD_AVAILABLE:
      return s->available[row];
    case INNO_FIELD_ZEROS:
      return s->zeros[row];
    case INNO_FIELD_COVERAGE:
      return inno__screen_coverage(s->available[row], (int32_t)r->tree->indicators);
    case INNO_FIELD_NONZERO:
      return inno__screen_nonzero(s->zeros[row], s->available[row]);
    case INNO_FIELD_FORCED:
      return s->forced[row];
    default:
      return s->kept[row];
  }
}

/* The last column whose first record is not behind the index: that one has it. */
static int64_t column_of(const inno__step_result *s, int64_t columns, int64_t index) {
  int64_t low = 0, high = columns - 1;
  while (low < high) {
    int64_t middle = low + (high - low + 1) / 2;
    if (s->first_record[middle] <= index)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

/* A side where nothing was moved has no bound. */
static double bound(double x) { return x - x == 0.0 ? x : inno__nan(); }

static double treatment_field(const inno_result *r, const inno__step_result *s, int64_t index, int32_t field) {
  int64_t node = column_of(s, r->tree->indicators, index), at = index - s->first_record[node], period = 0;
  const inno__treat_log *log = &s->logs[node * r->period_count];
  for (; at >= log->count; log++, period++) at -= log->count;
  const inno__treat_stage *stage = &log->stage[at];
  switch (field) {
    case INNO_FIELD_NODE:
      return (double)node;
    case INNO_FIELD_PERIOD:
      return (double)period;
    case INNO_FIELD_STAGE:
      return (double)at;
    case INNO_FIELD_RULE:
      return stage->rule;
    case INNO_FIELD_SKEWNESS:
      return stage->skewness;
    case INNO_FIELD_KURTOSIS:
      return stage->kurtosis;
    case INNO_FIELD_PASSED:
      return stage->passed;
    case INNO_FIELD_KEPT:
      return at == log->kept ? 1.0 : 0.0;
    case INNO_FIELD_POINTS_HIGH:
      return (double)stage->points_high;
    case INNO_FIELD_POINTS_LOW:
      return (double)stage->points_low;
    case INNO_FIELD_LOW:
      return bound(stage->low);
    case INNO_FIELD_HIGH:
      return bound(stage->high);
    case INNO_FIELD_MINIMUM:
      return stage->minimum;
    case INNO_FIELD_MAXIMUM:
      return stage->maximum;
    default:
      return stage->parameter;
  }
}

static double frame_field(const inno_result *r, const inno__step_result *s, int64_t index, int32_t field) {
  int64_t node = column_of(s, r->tree->indicators, index), period = index - s->first_record[node];
  const inno__frame *f = &s->frames[node * r->period_count + period];
  switch (field) {
    case INNO_FIELD_NODE:
      return (double)node;
    case INNO_FIELD_PERIOD:
      return (double)period;
    case INNO_FIELD_AVAILABLE:
      return (double)f->count;
    case INNO_FIELD_MINIMUM:
      return f->minimum;
    case INNO_FIELD_MAXIMUM:
      return f->maximum;
    case INNO_FIELD_CENTER:
      return f->center;
    default:
      return f->scale;
  }
}

static double search_field(const inno_result *r, const inno__step_result *s, int64_t index, int32_t field) {
  int64_t aggregate = column_of(s, r->tree->count - r->tree->indicators, index);
  int64_t at = index - s->first_record[aggregate], all = s->first_record[aggregate + 1] - s->first_record[aggregate];
  int by_unit = all == r->rows && r->units > 1;
  int64_t period = by_unit ? at / r->units : at;
  const inno__outcome *o = &s->outcomes[index];
  switch (field) {
    case INNO_FIELD_NODE:
      return (double)(r->tree->indicators + aggregate);
    case INNO_FIELD_PERIOD:
      return (double)period;
    case INNO_FIELD_UNIT:
      return by_unit ? (double)(at - period * r->units) : -1.0;
    case INNO_FIELD_CONVERGED:
      return o->converged;
    case INNO_FIELD_ITERATIONS:
      return (double)o->iterations;
    case INNO_FIELD_OBJECTIVE:
      return o->value;
    case INNO_FIELD_PRIMAL:
      return o->primal;
    case INNO_FIELD_DUAL:
      return o->dual;
    default:
      return o->gap;
  }
}

static double step_field(const inno_result *r, int32_t kind, int64_t index, int32_t field) {
  int32_t k = 0;
  int64_t here = step_records(r, &r->steps[0], kind);
  while (index >= here) {
    index -= here;
    here = step_records(r, &r->steps[++k], kind);
  }
  const inno__step_result *s = &r->steps[k];
  if (field == INNO_FIELD_STEP) return k;
  if (kind == INNO_RECORD_SCREENING) return screening_field(r, s, index, field);
  if (kind == INNO_RECORD_TREATMENT) return treatment_field(r, s, index, field);
  return kind == INNO_RECORD_FRAME ? frame_field(r, s, index, field) : search_field(r, s, index, field);
}

double inno__result_record(const inno_result *r, int32_t kind, int64_t index, int32_t field) {
  return kind == INNO_RECORD_WEIGHT ? weight_field(r, index, field) : step_field(r, kind, index, field);
}
