#include "frontier/frontier.h"

#include <math.h>
#include <string.h>

#include "base/block.h"
#include "base/text.h"
#include "base/view.h"
#include "numeric/missing.h"
#include "numeric/moments.h"

static const inno__frontier_rule *const rules[] = {&inno__frontier_bod,         &inno__frontier_geometric,
                                                   &inno__frontier_directional, &inno__frontier_multidirectional,
                                                   &inno__frontier_common,      &inno__frontier_order_m,
                                                   &inno__frontier_undesirable, &inno__frontier_directional_order_m};

static const inno__frontier_rule *find_rule(int32_t number) {
  for (size_t r = 0; r < sizeof rules / sizeof rules[0]; r++)
    if (rules[r]->number == number) return rules[r];
  return NULL;
}

/* ---- failures ---- */

inno__site inno__frontier_site(const inno_frontier *f, inno_error *error) {
  return (inno__site){error, NULL, f->units};
}

inno_status inno__frontier_fails(const inno_frontier *f, int64_t i, const inno__site *site, inno_status status,
                                 int32_t message, const char *what, int32_t j, double value) {
  return inno__fail(site->error, status, message,
                    &(inno__where){.node = "frontier",
                                   .unit = i >= 0 ? inno__names_at(f->units, i) : NULL,
                                   .what = what,
                                   .given = j >= 0 ? f->children[j] : NULL,
                                   .value = value,
                                   .count = f->iterations});
}

/* ---- codes ---- */

static inno_status take_codes(const inno_allocator *a, const char *const *codes, int64_t count, inno__names **out,
                              inno_error *error) {
  char position[24];
  if (inno__names_create(a, out) != INNO_OK) return inno__no_memory(error);
  for (int64_t i = 0; i < count; i++) {
    inno__text t;
    inno__text_init(&t, position, sizeof position);
    inno__text_int(&t, i + 1);
    const char *code = codes != NULL ? codes[i] : position;
    if (codes != NULL && inno__names_find(*out, code) >= 0)
      return inno__fail(error, INNO_E_DUPLICATE, INNO__MSG_DUPLICATE_CODE, &(inno__where){.what = code});
    if (inno__names_add(*out, code) < 0) return inno__no_memory(error);
  }
  return INNO_OK;
}

/* ---- one block ---- */

static void *take(inno__block *b, size_t count, size_t size) {
  if (size > 0 && count > SIZE_MAX / size) b->used = SIZE_MAX;
  return inno__block_take(b, b->used == SIZE_MAX ? 0 : count * size, 16);
}

static void place(inno_frontier *f, const inno_frontier_options *o, inno__block *b) {
  size_t n = (size_t)f->n, k = (size_t)f->k, cells = n * k; /* n <= 1e8, k <= 256 */
  double **each[] = {&f->share_lower,
                     &f->share_upper,
                     &f->multiplier_lower,
                     &f->multiplier_upper,
                     &f->direction,
                     &f->sign,
                     &f->mean,
                     &f->y,
                     &f->base,
                     &f->step,
                     &f->ideal,
                     &f->ones};
  f->column = take(b, k, sizeof *f->column);
  double *values = take(b, cells, sizeof *values);
  for (size_t j = 0; j < k && values != NULL; j++) f->column[j] = values + j * n;
  for (size_t e = 0; e < sizeof each / sizeof each[0]; e++) *each[e] = take(b, k, sizeof(double));
  f->present = take(b, k, 1);
  f->ratios = take(b, (size_t)o->ratio_count, sizeof *f->ratios);
  f->orders = take(b, (size_t)o->order_count, sizeof *f->orders);
  f->children = take(b, k, sizeof *f->children);
  f->unit = take(b, n, sizeof *f->unit);
  f->unit_status = take(b, n, sizeof *f->unit_status);
  f->multiplier = take(b, cells, sizeof *f->multiplier);
  f->scratch = take(b, 3 * n, sizeof *f->scratch);
  f->peers = take(b, n, sizeof *f->peers);
  f->steps = take(b, f->rule->has_steps ? cells : 0, sizeof *f->steps);
  f->peer_count = take(b, f->rule->has_peers ? n : 0, sizeof *f->peer_count);
  f->peer = take(b, f->rule->has_peers ? n * (k + 1) : 0, sizeof *f->peer);
  f->peer_weight = take(b, f->rule->has_peers ? n * (k + 1) : 0, sizeof *f->peer_weight);
  size_t work = f->rule->work_size(f);
  if (work == SIZE_MAX) b->used = SIZE_MAX;
  f->work = take(b, b->used == SIZE_MAX ? 0 : work, 1);
}

static inno_status allocate(inno_frontier *f, const inno_frontier_options *o, inno_error *error) {
  inno__block b = {NULL, 0, 0};
  place(f, o, &b);
  f->block_bytes = b.used;
  f->block = b.used < SIZE_MAX ? inno__alloc(&f->allocator, b.used) : NULL;
  if (f->block == NULL) return inno__no_memory(error);
  b = (inno__block){f->block, 0, f->block_bytes};
  place(f, o, &b);
  return INNO_OK;
}

/* ---- options ---- */

static inno_status not_read(inno_error *error, const char *what) {
  return inno__fail(error, INNO_E_VALUE, INNO__MSG_FRONTIER_NOT_READ, &(inno__where){.what = what});
}

static inno_status beyond(inno_error *error, const char *what, double position) {
  return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_ARGUMENT, &(inno__where){.what = what, .value = position});
}

static inno_status check_options(const inno_frontier *f, const inno_frontier_options *o, inno_error *error) {
  int32_t rule = f->rule->number;
  for (int64_t i = 0; i < o->count; i++) {
    const inno__frontier_setting *s = &o->settings[i];
    if (!inno__frontier_reads(rule, s->key)) return not_read(error, inno__frontier_key_find(s->key)->name);
    if (s->indicator >= f->k) return beyond(error, "indicator", s->indicator);
  }
  if (o->ratio_count > 0 && !inno__frontier_reads(rule, INNO__FRONTIER_RATIOS)) return not_read(error, "ratio");
  if (o->order_count > 0 && !inno__frontier_reads(rule, INNO__FRONTIER_ORDERS)) return not_read(error, "order");
  for (int64_t c = 0; c < o->ratio_count; c++)
    if (o->ratios[c].first >= f->k || o->ratios[c].second >= f->k)
      return beyond(error, "ratio", o->ratios[c].first >= f->k ? o->ratios[c].first : o->ratios[c].second);
  for (int64_t c = 0; c < o->order_count; c++)
    if (o->orders[c].first >= f->k || o->orders[c].second >= f->k)
      return beyond(error, "order", o->orders[c].first >= f->k ? o->orders[c].first : o->orders[c].second);
  int32_t needed = inno__frontier_reads(rule, INNO_KEY_FRONTIER_DRAWS)       ? INNO_KEY_FRONTIER_DRAWS
                   : inno__frontier_reads(rule, INNO_KEY_FRONTIER_BENCHMARK) ? INNO_KEY_FRONTIER_BENCHMARK
                                                                             : 0;
  double value = needed != 0 ? inno__frontier_value(o, needed, -1) : 0.0;
  if (inno__is_missing(value))
    return inno__fail(error, INNO_E_MISSING_PARAMETER, INNO__MSG_MISSING_PARAMETER,
                      &(inno__where){.node = "frontier", .what = inno__frontier_key_find(needed)->name});
  if (needed == INNO_KEY_FRONTIER_BENCHMARK && value >= (double)f->n) return beyond(error, "benchmark", value);
  return INNO_OK;
}

static int is_set(const inno_frontier_options *o, int32_t key) {
  for (int64_t i = 0; i < o->count; i++)
    if (o->settings[i].key == key) return 1;
  return 0;
}

/* What needs no place: before the block is measured. */
static void take_choices(inno_frontier *f, const inno_frontier_options *o) {
  double draws = inno__frontier_value(o, INNO_KEY_FRONTIER_DRAWS, -1);
  double benchmark = inno__frontier_value(o, INNO_KEY_FRONTIER_BENCHMARK, -1);
  f->share_of = (int32_t)inno__frontier_value(o, INNO_KEY_FRONTIER_SHARE_OF, -1);
  if (f->rule->number == INNO_FRONTIER_COMMON_WEIGHTS && f->share_of == INNO_SHARE_OF_CONTRIBUTION)
    f->share_of = INNO_SHARE_OF_MEAN;
  f->iterations = (int64_t)inno__frontier_value(o, INNO_KEY_FRONTIER_ITERATIONS, -1);
  f->compromise = inno__frontier_value(o, INNO_KEY_FRONTIER_COMPROMISE, -1);
  f->draws = inno__is_missing(draws) ? 0 : (int64_t)draws;
  f->benchmark = inno__is_missing(benchmark) ? 0 : (int64_t)benchmark;
  f->bounds.ratio_count = (int32_t)o->ratio_count;
  f->bounds.order_count = (int32_t)o->order_count;
}

/* Pointers of the bounds: NULL where nothing was set, also when only the size is wanted and there is no block yet. */
static void link_bounds(inno_frontier *f, const inno_frontier_options *o) {
  static const double somewhere = 0.0;
  int placed = f->block != NULL;
  inno__bod_bounds *b = &f->bounds;
  b->share_lower = !is_set(o, INNO_KEY_FRONTIER_SHARE_LOWER) ? NULL : placed ? f->share_lower : &somewhere;
  b->share_upper = !is_set(o, INNO_KEY_FRONTIER_SHARE_UPPER) ? NULL : placed ? f->share_upper : &somewhere;
  b->multiplier_lower = !is_set(o, INNO_KEY_FRONTIER_MULTIPLIER_LOWER) ? NULL
                        : placed                                       ? f->multiplier_lower
                                                                       : &somewhere;
  b->multiplier_upper = !is_set(o, INNO_KEY_FRONTIER_MULTIPLIER_UPPER) ? NULL
                        : placed                                       ? f->multiplier_upper
                                                                       : &somewhere;
  b->ratios = f->ratios;
  b->orders = f->orders;
  b->share_rows = 1; /* of the directional rules; benefit of the doubt decides for itself */
  f->bod_rule.bounds = *b;
  f->bod_rule.share_of = f->share_of;
  f->bod_rule.zero = (int32_t)inno__frontier_value(o, INNO_KEY_FRONTIER_ZERO, -1);
  f->bod_rule.iterations = f->iterations;
}

static void take_options(inno_frontier *f, const inno_frontier_options *o) {
  for (int32_t j = 0; j < f->k; j++) {
    double upper = inno__frontier_value(o, INNO_KEY_FRONTIER_MULTIPLIER_UPPER, j);
    f->share_lower[j] = inno__frontier_value(o, INNO_KEY_FRONTIER_SHARE_LOWER, j);
    f->share_upper[j] = inno__frontier_value(o, INNO_KEY_FRONTIER_SHARE_UPPER, j);
    f->multiplier_lower[j] = inno__frontier_value(o, INNO_KEY_FRONTIER_MULTIPLIER_LOWER, j);
    f->multiplier_upper[j] = inno__is_missing(upper) ? INFINITY : upper;
    f->direction[j] = inno__frontier_value(o, INNO_KEY_FRONTIER_DIRECTION, j);
    f->sign[j] = inno__frontier_value(o, INNO_KEY_FRONTIER_LESS_IS_BETTER, j) == 1.0 ? -1.0 : 1.0;
    f->ones[j] = 1.0;
    f->children[j] = inno__names_at(f->indicators, j);
  }
  if (o->ratio_count > 0) memcpy(f->ratios, o->ratios, (size_t)o->ratio_count * sizeof *o->ratios);
  if (o->order_count > 0) memcpy(f->orders, o->orders, (size_t)o->order_count * sizeof *o->orders);
  link_bounds(f, o);
}

/* ---- data ---- */

static inno_status take_values(inno_frontier *f, const inno__frontier_data *d, inno_error *error) {
  inno__site site = inno__frontier_site(f, error);
  for (int32_t j = 0; j < f->k; j++) {
    double *x = f->column[j];
    inno__gather((const char *)d->values + j * d->column_stride, d->row_stride, f->n, x);
    for (int64_t i = 0; i < f->n; i++) {
      if (x[i] < 0.0 && x[i] > -INFINITY)
        return inno__fail(
            error, INNO_E_NONPOSITIVE, INNO__MSG_BOD_NEGATIVE,
            &(inno__where){
                .node = "frontier", .unit = inno__names_at(f->units, i), .what = f->children[j], .value = x[i]});
      if (fabs(x[i]) == INFINITY)
        return inno__fail(error, INNO_E_INFINITE, INNO__MSG_INFINITE,
                          &(inno__where){.node = f->children[j], .unit = inno__site_unit(&site, i)});
    }
    int64_t count = 0;
    f->mean[j] = inno__mean(x, f->n, &count);
    if (inno__is_missing(f->mean[j])) f->mean[j] = 0.0;
  }
  return INNO_OK;
}

/* Bounds in order, sums of shares that can be 1: what benefit of the doubt checks for itself. */
static inno_status check_bounds(const inno_frontier *f, inno_error *error) {
  inno__bod probe = {.rule = &f->bod_rule, .children = f->children, .site = inno__frontier_site(f, error)};
  probe.site.node = "frontier";
  probe.program.k = f->k;
  return inno__bod_check_bounds(&probe);
}

static inno_status fill(inno_frontier *f, const inno_frontier_options *o, const inno__frontier_data *d,
                        inno_error *error) {
  inno_status s = check_options(f, o, error);
  if (s == INNO_OK) s = take_codes(&f->allocator, d->unit_codes, f->n, &f->units, error);
  if (s == INNO_OK) s = take_codes(&f->allocator, d->indicator_codes, f->k, &f->indicators, error);
  if (s != INNO_OK) return s;
  take_choices(f, o);
  link_bounds(f, o);
  s = allocate(f, o, error);
  if (s != INNO_OK) return s;
  take_options(f, o);
  s = take_values(f, d, error);
  if (s == INNO_OK) s = check_bounds(f, error);
  if (s != INNO_OK) return s;
  inno__site site = inno__frontier_site(f, error);
  site.node = "frontier";
  return f->rule->begin(f, &site);
}

inno_status inno__frontier_create(const inno_allocator *a, const inno_frontier_options *o,
                                  const inno__frontier_data *data, inno_frontier **out, inno_error *error) {
  inno_frontier *f = inno__alloc(a, sizeof *f);
  if (f == NULL) return inno__no_memory(error);
  memset(f, 0, sizeof *f);
  f->allocator = *a;
  f->rule = find_rule((int32_t)inno__frontier_value(o, INNO_KEY_FRONTIER_RULE, -1));
  f->n = data->units;
  f->k = data->indicators;
  inno_status s = fill(f, o, data, error);
  if (s == INNO_OK)
    *out = f;
  else
    inno__frontier_destroy(f);
  return s;
}

void inno__frontier_destroy(inno_frontier *f) {
  if (f == NULL) return;
  inno_allocator a = f->allocator;
  inno__names_destroy(f->units);
  inno__names_destroy(f->indicators);
  inno__free(&a, f->block, f->block_bytes);
  inno__free(&a, f, sizeof *f);
}

/* ---- one unit after the other ---- */

int32_t inno__frontier_take(inno_frontier *f, int64_t i) {
  int32_t available = 0;
  for (int32_t j = 0; j < f->k; j++) {
    double y = f->column[j][i];
    f->present[j] = !inno__is_missing(y);
    f->y[j] = f->present[j] ? y : 0.0;
    available += f->present[j];
  }
  return available;
}

void inno__frontier_nothing(inno__frontier_unit *out) {
  const double nan = inno__nan();
  *out = (inno__frontier_unit){.score = nan, .distance = nan, .certificate = {nan, nan, nan, nan}};
}

static void keep_peers(inno_frontier *f, int64_t i) {
  int64_t at = i * ((int64_t)f->k + 1);
  f->peer_count[i] = 0;
  for (int64_t p = 0; p < f->n && f->unit_status[i] == INNO_OK; p++) {
    if (!(f->peers[p] > 0.0) || f->peer_count[i] > f->k) continue;
    f->peer[at + f->peer_count[i]] = p;
    f->peer_weight[at + f->peer_count[i]] = f->peers[p];
    f->peer_count[i]++;
  }
}

static inno_status compute(inno_frontier *f, int64_t i, const inno__site *site) {
  double *multiplier = f->multiplier + i * f->k;
  inno__frontier_nothing(&f->unit[i]);
  for (int32_t j = 0; j < f->k; j++) multiplier[j] = inno__nan();
  for (int32_t j = 0; j < f->k && f->rule->has_steps; j++) f->steps[i * f->k + j] = inno__nan();
  for (int64_t p = 0; p < f->n && f->rule->has_peers; p++) f->peers[p] = 0.0;
  f->unit_status[i] = f->rule->unit(f, i, &f->unit[i], multiplier, site);
  if (f->unit_status[i] != INNO_OK) {
    inno__frontier_unit *u = &f->unit[i];
    u->score = u->distance = inno__nan();
    for (int32_t j = 0; j < f->k; j++) multiplier[j] = inno__nan();
  }
  if (f->rule->has_peers) keep_peers(f, i);
  return f->unit_status[i];
}

inno_status inno__frontier_ask_again(inno_frontier *f, int64_t i, inno_error *error) {
  inno__site site = inno__frontier_site(f, error);
  site.node = "frontier";
  if (f->unit_status[i] == INNO_OK) return INNO_OK;
  return compute(f, i, &site);
}

inno_status inno__frontier_advance(inno_frontier *f, int64_t work_limit, inno_error *error) {
  inno__site site = inno__frontier_site(f, error), silent = inno__frontier_site(f, NULL);
  int64_t done = 0;
  int closed = 1;
  site.node = silent.node = "frontier";
  if (f->status != INNO_OK)
    return inno__fail(error, f->status, INNO__MSG_RUN_FAILED, &(inno__where){.what = inno__status_name(f->status)});
  while (f->next < f->n && done < work_limit) {
    inno_status s = compute(f, f->next, f->rule->close != NULL ? &site : &silent);
    if (f->status != INNO_OK) return s;
    done += f->unit[f->next].iterations > 0 ? f->unit[f->next].iterations : 1;
    f->next++;
  }
  if (f->next < f->n) return INNO_OK;
  if (f->rule->close != NULL && done < work_limit)
    f->status = f->rule->close(f, work_limit - done, &closed, &site);
  else
    closed = f->rule->close == NULL;
  f->finished = f->status == INNO_OK && closed;
  return f->status;
}
