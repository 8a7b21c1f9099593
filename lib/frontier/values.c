/* What a frontier that is done can be asked. */
#include "frontier/frontier.h"
#include "numeric/missing.h"

double inno__frontier_unit_value(const inno_frontier *f, int32_t field, int64_t i) {
  const inno__frontier_unit *u = &f->unit[i];
  switch (field) {
    case INNO_FRONTIER_SCORE:
      return u->score;
    case INNO_FRONTIER_DISTANCE:
      return u->distance;
    case INNO_FRONTIER_AVAILABLE:
      return u->available;
    case INNO_FRONTIER_PRIMAL:
      return u->certificate.primal;
    case INNO_FRONTIER_DUAL:
      return u->certificate.dual;
    case INNO_FRONTIER_GAP:
      return u->certificate.gap;
    default:
      return (double)u->iterations;
  }
}

/* What a share is of. */
static double reference(const inno_frontier *f, int64_t i, int32_t j) {
  if (f->share_of == INNO_SHARE_OF_WEIGHT) return 1.0;
  return f->share_of == INNO_SHARE_OF_MEAN ? f->mean[j] : f->column[j][i];
}

static double share(const inno_frontier *f, int64_t i, int32_t j) {
  const double *u = f->multiplier + i * f->k;
  double sum = 0.0;
  for (int32_t l = 0; l < f->k; l++)
    if (!inno__is_missing(u[l])) sum += u[l] * reference(f, i, l);
  return sum > 0.0 && !inno__is_missing(u[j]) ? u[j] * reference(f, i, j) / sum : inno__nan();
}

/* Where the unit would be on the frontier: the way that its rule goes. */
static double target(const inno_frontier *f, int64_t i, int32_t j) {
  double y = f->column[j][i], score = f->unit[i].score, distance = f->unit[i].distance;
  switch (f->rule->number) {
    case INNO_FRONTIER_BENEFIT_OF_DOUBT:
    case INNO_FRONTIER_ORDER_M:
      return score > 0.0 ? y / score : inno__nan();
    case INNO_FRONTIER_DIRECTIONAL:
    case INNO_FRONTIER_DIRECTIONAL_ORDER_M:
    case INNO_FRONTIER_UNDESIRABLE:
      return y + f->sign[j] * distance * f->direction[j] * y;
    case INNO_FRONTIER_MULTIDIRECTIONAL:
      return y + distance * f->steps[i * f->k + j];
    default:
      return inno__nan();
  }
}

static double indicator_score(const inno_frontier *f, int64_t i, int32_t j) {
  double y = f->column[j][i], to = target(f, i, j);
  if (y == to) return 1.0;
  return f->sign[j] > 0.0 ? y / to : to / y;
}

double inno__frontier_indicator_value(const inno_frontier *f, int32_t field, int64_t i, int32_t j) {
  double value = inno__nan();
  if (f->unit_status[i] != INNO_OK || inno__is_missing(f->column[j][i])) return value;
  if (field == INNO_FRONTIER_MULTIPLIER) value = f->multiplier[i * f->k + j];
  if (field == INNO_FRONTIER_SHARE) value = share(f, i, j);
  if (field == INNO_FRONTIER_TARGET) value = target(f, i, j);
  if (field == INNO_FRONTIER_INDICATOR_SCORE) value = indicator_score(f, i, j);
  return inno__is_missing(value) ? inno__nan() : value;
}
