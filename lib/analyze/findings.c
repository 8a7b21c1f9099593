#include "analyze/findings.h"

#include "construct/finding.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

/* ---- one finding ---- */

typedef struct {
  inno_analysis *a;
  const inno__audit_rule *rule;
  inno_error *error;
  inno_status status; /* of the first failure; then nothing more is added */
} job;

static void add(job *j, const inno__finding *f) {
  if (j->status == INNO_OK) j->status = inno__finding_add(j->a, f, j->error);
}

static double at(const job *j, int32_t kind, int32_t field, int64_t i) {
  return inno__analysis_values(j->a, kind, field)[i];
}

/* Two units lie on every line: what is said of how columns move together needs more. */
static int enough(const job *j, int32_t kind, int64_t i) { return at(j, kind, INNO_FIELD_COUNT, i) > 2.0; }

/* About a node alone. */
static void about(job *j, int32_t code, double node, double value, double threshold) {
  add(j, &(inno__finding){code, node, -1.0, -1.0, value, threshold});
}

/* About a node and another. */
static void about_pair(job *j, int32_t code, double node, double other, double value, double threshold) {
  add(j, &(inno__finding){code, node, other, -1.0, value, threshold});
}

/* ---- data ---- */

static void statistics(job *j) {
  enum { KIND = INNO_RECORD_STATISTICS };
  int of_units = j->rule->share_of == INNO_SHARE_OF_UNITS;
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double node = at(j, KIND, INNO_FIELD_NODE, i), minimum = at(j, KIND, INNO_FIELD_MINIMUM, i);
    if (at(j, KIND, INNO_FIELD_LOW_COVERAGE, i) == 1.0)
      about(j, INNO_FINDING_COVERAGE, node, at(j, KIND, INNO_FIELD_COVERAGE, i), j->rule->min_coverage);
    if (at(j, KIND, INNO_FIELD_AVAILABLE, i) < 2.0) continue; /* nothing to compare: coverage says it all */
    if (minimum == at(j, KIND, INNO_FIELD_MAXIMUM, i)) {      /* the rest follows from it */
      about(j, INNO_FINDING_CONSTANT, node, minimum, inno__nan());
      continue;
    }
    if (at(j, KIND, INNO_FIELD_LOW_NONZERO, i) == 1.0)
      about(j, INNO_FINDING_ZEROS, node, at(j, KIND, of_units ? INNO_FIELD_NONZERO_OF_UNITS : INNO_FIELD_NONZERO, i),
            j->rule->min_nonzero);
    if (at(j, KIND, INNO_FIELD_LOW_DISTINCT, i) == 1.0)
      about(j, INNO_FINDING_SAME_VALUES, node,
            at(j, KIND, of_units ? INNO_FIELD_DISTINCT_OF_UNITS : INNO_FIELD_DISTINCT_SHARE, i), j->rule->min_unique);
  }
}

static void units(job *j) {
  enum { KIND = INNO_RECORD_UNIT_COVERAGE };
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++)
    if (at(j, KIND, INNO_FIELD_NODE, i) == -1.0 && at(j, KIND, INNO_FIELD_LOW_COVERAGE, i) == 1.0)
      add(j, &(inno__finding){INNO_FINDING_UNIT_COVERAGE, -1.0, -1.0, at(j, KIND, INNO_FIELD_UNIT, i),
                              at(j, KIND, INNO_FIELD_COVERAGE, i), j->rule->min_coverage});
}

/* Outliers matter in the values that are normalized. */
static void outliers(job *j, const inno_result *r, int64_t period) {
  int32_t step = 0;
  while (step < r->step_count && r->steps[step].kind != INNO_STEP_NORMALIZE) step++;
  for (int64_t node = 0; node < r->tree->indicators; node++) {
    inno__moments m;
    inno__moments_of(inno__result_after(r, step - 1, node) + period * r->units, r->units, &m);
    double skewness = inno__skewness(&m, j->rule->skewness_type), kurtosis = inno__kurtosis(&m, j->rule->kurtosis_type);
    double size = skewness < 0.0 ? -skewness : skewness;
    if (size > j->rule->max_skewness && kurtosis > j->rule->max_kurtosis)
      about(j, INNO_FINDING_OUTLIERS, (double)node, skewness, j->rule->max_skewness);
  }
}

/* ---- correlations ---- */

/* A child of weight 0 is no part of its parent. */
static int takes_part(const inno__tree *t, double node) { return t->share[(int64_t)node] != 0.0; }

/* Dominant is who is so alone: where several are near the parent, none of them is. */
static int has_rival(const job *j, const inno__tree *t, int64_t record) {
  enum { KIND = INNO_RECORD_PARENT };
  double parent = at(j, KIND, INNO_FIELD_OTHER, record);
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++)
    if (i != record && at(j, KIND, INNO_FIELD_FLAG, i) == INNO_FLAG_DOMINANT &&
        at(j, KIND, INNO_FIELD_OTHER, i) == parent && takes_part(t, at(j, KIND, INNO_FIELD_NODE, i)))
      return 1;
  return 0;
}

/* Of several denominators the one that an indicator moves with most is named. */
static int has_stronger(const job *j, int64_t record) {
  enum { KIND = INNO_RECORD_DENOMINATOR };
  const double *node = inno__analysis_values(j->a, KIND, INNO_FIELD_NODE);
  const double *r = inno__analysis_values(j->a, KIND, INNO_FIELD_CORRELATION);
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double more = r[i] * r[i] - r[record] * r[record];
    if (node[i] == node[record] && (more > 0.0 || (i < record && more == 0.0))) return 1;
  }
  return 0;
}

static void flagged(job *j, const inno__tree *t, int32_t kind) {
  static const int32_t findings[] = {0,
                                     INNO_FINDING_SILENT,
                                     INNO_FINDING_WRONG_SIGN,
                                     INNO_FINDING_DOMINANT,
                                     INNO_FINDING_REDUNDANT,
                                     INNO_FINDING_CONFLICT,
                                     INNO_FINDING_BIAS};
  const inno__audit_rule *rule = j->rule;
  const double thresholds[] = {0.0,           rule->silent, -rule->silent, rule->redundant, rule->redundant,
                               -rule->silent, rule->bias};
  for (int64_t i = 0; i < inno__analysis_count(j->a, kind); i++) {
    int flag = (int)at(j, kind, INNO_FIELD_FLAG, i);
    double node = at(j, kind, INNO_FIELD_NODE, i), other = at(j, kind, INNO_FIELD_OTHER, i);
    if (!takes_part(t, node) || (kind == INNO_RECORD_SIBLING && !takes_part(t, other))) continue;
    if (flag == INNO_FLAG_DOMINANT && has_rival(j, t, i)) continue;
    if (flag == INNO_FLAG_BIAS && has_stronger(j, i)) continue;
    if (flag > 0 && enough(j, kind, i))
      about_pair(j, findings[flag], node, other, at(j, kind, INNO_FIELD_CORRELATION, i), thresholds[flag]);
  }
}

/* ---- families ---- */

static void families(job *j) {
  for (int64_t i = 0; i < inno__analysis_count(j->a, INNO_RECORD_RELIABILITY); i++) {
    double parent = at(j, INNO_RECORD_RELIABILITY, INNO_FIELD_PARENT, i);
    double alpha = at(j, INNO_RECORD_RELIABILITY, INNO_FIELD_ALPHA, i);
    if (parent >= 0.0 && enough(j, INNO_RECORD_RELIABILITY, i) && alpha < j->rule->min_alpha)
      about(j, INNO_FINDING_ALPHA, parent, alpha, j->rule->min_alpha);
  }
  enum { KIND = INNO_RECORD_COMPONENTS };
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double parent = at(j, KIND, INNO_FIELD_PARENT, i), adequacy = at(j, KIND, INNO_FIELD_ADEQUACY, i);
    double random = at(j, KIND, INNO_FIELD_PARALLEL, i);
    double count = random >= 0.0 ? random : at(j, KIND, INNO_FIELD_KAISER, i);
    if (parent < 0.0) continue;
    if (at(j, KIND, INNO_FIELD_ITEMS, i) > 2.0 && adequacy < j->rule->min_adequacy) /* of two it is 1/2 always */
      about(j, INNO_FINDING_ADEQUACY, parent, adequacy, j->rule->min_adequacy);
    if (at(j, KIND, INNO_FIELD_STATUS, i) == INNO_E_DOMAIN)
      about(j, INNO_FINDING_SINGULAR, parent, at(j, KIND, INNO_FIELD_ITEMS, i), inno__nan());
    if (count > 1.0) about(j, INNO_FINDING_DIMENSIONS, parent, count, 1.0);
  }
  for (int64_t i = 0; i < inno__analysis_count(j->a, INNO_RECORD_COMPONENT); i++) {
    double parent = at(j, INNO_RECORD_COMPONENT, INNO_FIELD_PARENT, i);
    double share = at(j, INNO_RECORD_COMPONENT, INNO_FIELD_VARIANCE_SHARE, i);
    if (parent >= 0.0 && at(j, INNO_RECORD_COMPONENT, INNO_FIELD_COMPONENT, i) == 0.0 &&
        share < j->rule->min_first_share)
      about(j, INNO_FINDING_FIRST_SHARE, parent, share, j->rule->min_first_share);
  }
}

/* ---- influence ---- */

static void importance(job *j, const inno__tree *t) {
  enum { KIND = INNO_RECORD_INFLUENCE };
  double limit = j->rule->importance_ratio;
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double node = at(j, KIND, INNO_FIELD_NODE, i), other = at(j, KIND, INNO_FIELD_OTHER, i);
    double share = at(j, KIND, INNO_FIELD_SHARE, i);
    double ratio = at(j, KIND, INNO_FIELD_IMPORTANCE_SHARE, i) / share;
    if (other != (double)t->parent[(int64_t)node] || !(share > 0.0 && share < 1.0) || !enough(j, KIND, i)) continue;
    if (ratio > limit) about_pair(j, INNO_FINDING_IMPORTANCE_HIGH, node, other, ratio, limit);
    if (ratio < 1.0 / limit) about_pair(j, INNO_FINDING_IMPORTANCE_LOW, node, other, ratio, 1.0 / limit);
  }
}

static void added_value(job *j, const inno__tree *t) {
  enum { KIND = INNO_RECORD_ADDED_VALUE };
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double node = at(j, KIND, INNO_FIELD_NODE, i), share = at(j, KIND, INNO_FIELD_DIFFERENT_SHARE, i);
    int could = at(j, KIND, INNO_FIELD_COUNT, i) > j->rule->places; /* so few units have no ranks so far apart */
    if (t->effective[(int64_t)node] == 1.0 || !takes_part(t, node)) continue; /* 1: the index is nothing else */
    if (could && share < j->rule->min_added)
      about_pair(j, INNO_FINDING_ADDS_LITTLE, node, (double)(t->count - 1), share, j->rule->min_added);
  }
}

static void removal(job *j) {
  enum { KIND = INNO_RECORD_REMOVAL };
  for (int64_t i = 0; i < inno__analysis_count(j->a, KIND); i++) {
    double shift = at(j, KIND, INNO_FIELD_MEAN_SHIFT, i);
    if (shift > j->rule->max_shift)
      about(j, INNO_FINDING_REMOVAL, at(j, KIND, INNO_FIELD_NODE, i), shift, j->rule->max_shift);
  }
}

inno_status inno__audit_findings(inno_analysis *a, const inno__audit_rule *rule, const inno_result *r, int64_t period,
                                 inno_error *error) {
  job j = {a, rule, error, INNO_OK};
  statistics(&j);
  units(&j);
  outliers(&j, r, period);
  flagged(&j, r->tree, INNO_RECORD_PARENT);
  flagged(&j, r->tree, INNO_RECORD_SIBLING);
  flagged(&j, r->tree, INNO_RECORD_DENOMINATOR);
  families(&j);
  importance(&j, r->tree);
  added_value(&j, r->tree);
  removal(&j);
  return j.status;
}
