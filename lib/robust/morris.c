/* Walks and their elementary effects: Morris (1991) on the middles of cells, Campolongo, Cariboni and Saltelli (2007).
 */
#include <math.h>

#include "numeric/missing.h"
#include "numeric/random.h"
#include "robust/design.h"

/* Dimensions of a walk: input j draws its level from dimension j, step k of the shuffling from inputs + k. */
static inno__random random_of(const inno_design *d, int64_t walk) {
  return (inno__random){d->seed, (uint64_t)walk, INNO__STREAM_WALK};
}

static uint32_t level_of(const inno_design *d, int64_t walk, int32_t j) {
  const inno__random r = random_of(d, walk);
  return inno__random_below(&r, (uint32_t)j, (uint32_t)d->levels);
}

int inno__walk_direction(const inno_design *d, int64_t walk, int32_t j) {
  return level_of(d, walk, j) < (uint32_t)d->levels / 2 ? 1 : -1;
}

/* Fisher and Yates, of the places themselves: each order is equally likely. */
void inno__walk_places(inno_design *d) {
  for (int64_t w = 0; w < d->base; w++) {
    const inno__random r = random_of(d, w);
    int32_t *places = d->place + w * d->groups;
    for (int32_t g = 0; g < d->groups; g++) {
      uint32_t other = inno__random_below(&r, (uint32_t)(d->inputs + g), (uint32_t)g + 1);
      places[g] = places[other];
      places[other] = g;
    }
  }
}

static int has_moved(const inno_design *d, int64_t walk, int32_t g, int64_t step) {
  if (d->walk == INNO_WALK_RADIAL) return g == step - 1;
  return d->place[walk * d->groups + g] < step;
}

void inno__walk_point(const inno_design *d, int64_t run, double *out, ptrdiff_t stride) {
  int64_t walk = run / (d->groups + 1), step = run % (d->groups + 1);
  for (int32_t j = 0; j < d->inputs; j++) {
    uint32_t levels = (uint32_t)d->levels, level = level_of(d, walk, j);
    if (has_moved(d, walk, d->group[j], step)) level = level < levels / 2 ? level + levels / 2 : level - levels / 2;
    *(double *)(void *)((char *)out + j * stride) = (2.0 * level + 1.0) / (2.0 * levels);
  }
}

void inno__walk_runs(const inno_design *d, int64_t walk, int32_t g, int64_t *before, int64_t *after) {
  int64_t first = walk * (d->groups + 1);
  *before = d->walk == INNO_WALK_RADIAL ? first : first + d->place[walk * d->groups + g];
  *after = d->walk == INNO_WALK_RADIAL ? first + g + 1 : *before + 1;
}

/* ---- effects ---- */

typedef struct {
  const inno_design *d;
  const double *y;
  ptrdiff_t stride;
} outputs;

static double output(const outputs *o, int64_t run) {
  return *(const double *)(const void *)((const char *)o->y + run * o->stride);
}

/* NaN when a run failed. The direction counts only where one input moves. */
static double effect(const outputs *o, int64_t walk, int32_t g, int32_t input) {
  int64_t before, after;
  inno__walk_runs(o->d, walk, g, &before, &after);
  double change = 2.0 * (output(o, after) - output(o, before));
  return input >= 0 && inno__walk_direction(o->d, walk, input) < 0 ? -change : change;
}

static double value_of(const outputs *o, int32_t g, int32_t input, int32_t field) {
  double sum = 0.0, squares = 0.0;
  int64_t count = 0;
  if (input < 0 && (field == INNO_EFFECT_MEAN || field == INNO_EFFECT_SD)) return inno__nan();
  for (int64_t w = 0; w < o->d->base; w++) {
    double e = effect(o, w, g, input);
    if (inno__is_missing(e)) continue;
    sum += field == INNO_EFFECT_MEAN_ABS ? fabs(e) : e;
    count++;
  }
  if (field == INNO_EFFECT_COUNT) return (double)count;
  if (count < (field == INNO_EFFECT_SD ? 2 : 1)) return inno__nan();
  double mean = sum / (double)count;
  if (field != INNO_EFFECT_SD || mean - mean != 0.0) return mean == mean ? mean : INFINITY;
  for (int64_t w = 0; w < o->d->base; w++) {
    double e = effect(o, w, g, input);
    if (!inno__is_missing(e)) squares += (e - mean) * (e - mean);
  }
  return sqrt(squares / (double)(count - 1));
}

inno_status inno__walk_effects(const inno_design *d, const double *y, ptrdiff_t y_stride, int32_t field, double *out,
                               ptrdiff_t stride, inno_error *error) {
  const outputs o = {d, y, y_stride};
  inno_status s = INNO_OK;
  for (int32_t j = 0; j < d->inputs; j++) { /* a group of one input has its number from that input */
    int32_t g = d->group[j];
    double value = value_of(&o, g, d->size[g] == 1 ? j : -1, field);
    if (value - value != 0.0 && value == value) {
      value = inno__nan();
      s = inno__fail(error, INNO_E_OVERFLOW, INNO__MSG_EFFECT_OVERFLOW, &(inno__where){.count = g});
    }
    *(double *)(void *)((char *)out + g * stride) = value;
  }
  return s;
}
