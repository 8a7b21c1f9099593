#include "construct/weigh_children.h"

#include "construct/weigh_refuse.h"

inno_status inno__weigh_refuse(const inno__weigh_job *job, int32_t child, int64_t unit, inno_status status,
                               int32_t message, double value, double value2) {
  inno__where where = {.node = job->site->node, .count = job->k, .value = value, .value2 = value2};
  if (child >= 0 && job->children != NULL) where.what = job->children[child];
  if (unit >= 0) where.unit = inno__site_unit(job->site, unit);
  return inno__fail(job->site->error, status, message, &where);
}

inno_status inno__weigh_too_few(const inno__weigh_job *job, int32_t child, int64_t count, int64_t needed) {
  inno__where where = {.node = job->site->node, .count = count, .value = (double)needed};
  if (job->children != NULL) where.what = job->children[child];
  return inno__fail(job->site->error, INNO_E_NODATA, INNO__MSG_WEIGH_TOO_FEW, &where);
}

inno_status inno__weigh_constant(const inno__weigh_job *job, int32_t child, double value) {
  return inno__weigh_refuse(job, child, -1, INNO_E_CONSTANT, INNO__MSG_WEIGH_CONSTANT, value, 0.0);
}

inno_status inno__weigh_to_one(const inno__weigh_job *job, double *weights) {
  double sum = 0.0;
  for (int32_t j = 0; j < job->k; j++) sum += weights[j];
  if (!(sum > 0.0)) return inno__weigh_refuse(job, -1, -1, INNO_E_WEIGHTS, INNO__MSG_WEIGH_NOTHING, 0.0, 0.0);
  for (int32_t j = 0; j < job->k; j++) weights[j] /= sum;
  return INNO_OK;
}

inno_status inno__weigh_children(const inno__weigh_job *job, double *weights) {
  if (job->k == 1) {
    weights[0] = 1.0;
    return INNO_OK;
  }
  inno_status s = job->rule->weigher->weigh(job, weights);
  if (s != INNO_OK) return s;
  for (int32_t j = 0; j < job->k; j++)
    if (weights[j] < 0.0)
      return inno__weigh_refuse(job, j, -1, INNO_E_DOMAIN, INNO__MSG_WEIGH_NEGATIVE, weights[j], 0.0);
  return inno__weigh_to_one(job, weights);
}
