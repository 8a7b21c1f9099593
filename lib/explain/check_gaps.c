/* What each gap costs: the unit's score and rank with other values in its place. */
#include <math.h>

#include "construct/rank.h"
#include "explain/check.h"
#include "numeric/missing.h"
#include "numeric/moments.h"
#include "numeric/order.h"

typedef struct {
  const inno__checking *c;
  const inno__checked *column;
  int64_t unit, row;
  double score, rank; /* as they are */
} gap;

static double *cell(const gap *g, int32_t field, int64_t record) {
  return inno__analysis_cell(g->c->a, INNO_RECORD_CHECK_GAP, record, field);
}

/* The method's value of the cell before normalization: what stands in the gap as it is; NaN = nothing does. */
static double filled(const gap *g) {
  const inno_result *r = g->c->w->run->result;
  double value = inno__nan();
  for (int32_t k = 0; k < r->step_count && inno__is_missing(value); k++)
    if (r->steps[k].kind == INNO_STEP_IMPUTE) value = inno__result_after(r, k, g->column->node)[g->row];
  return value;
}

/* Mean and median of the peers, after denomination, as the figure that this unit would have to submit. */
static void peers_of(const gap *g, double *mean, double *median) {
  const inno__checking *c = g->c;
  int64_t m = 0, label = c->label[g->unit], count;
  *mean = *median = inno__nan();
  if (label < 0) return;
  for (int64_t at = c->start[label]; at < c->start[label + 1]; at++) {
    int64_t i = c->order[at];
    double v = inno__check_now(c, g->column)[i];
    for (int32_t d = g->column->divisions; d > 0; d--) {
      double by = inno__check_now(c, &c->columns[g->column->scaled_by])[i];
      v = by == by && by != 0.0 ? v / (by / g->column->scale) : inno__nan();
    }
    if (v - v == 0.0) c->gathered[m++] = v;
  }
  *mean = inno__check_raw(c, g->column, g->unit, inno__mean(c->gathered, m, &count));
  *median = inno__check_raw(c, g->column, g->unit, inno__median(c->gathered, m, c->work));
}

static void describe(const gap *g, int64_t record, int32_t assumption, double value, inno_status status) {
  *cell(g, INNO_FIELD_UNIT, record) = (double)g->unit;
  *cell(g, INNO_FIELD_NODE, record) = (double)g->column->node;
  *cell(g, INNO_FIELD_FILL, record) = assumption;
  *cell(g, INNO_FIELD_VALUE, record) = value;
  *cell(g, INNO_FIELD_SCORE_BEFORE, record) = g->score;
  *cell(g, INNO_FIELD_RANK_BEFORE, record) = g->rank;
  *cell(g, INNO_FIELD_STATUS, record) = status;
}

/* What is there now: of the run as it stands. */
static void measure(const gap *g, int64_t record) {
  const inno__checking *c = g->c;
  double score = c->w->run->result->final[c->target][g->row], rank = inno__what_if_rank(c->w, c->target, g->row);
  double difference = score - g->score, shift = rank - g->rank;
  *cell(g, INNO_FIELD_SCORE, record) = score;
  *cell(g, INNO_FIELD_RANK, record) = rank;
  *cell(g, INNO_FIELD_DIFFERENCE, record) = difference == difference ? difference : inno__nan();
  *cell(g, INNO_FIELD_SHIFT, record) = shift == shift ? shift : inno__nan();
}

static inno_status suppose(const gap *g, int64_t record, int32_t assumption, double value) {
  const inno__checking *c = g->c;
  inno_status s =
      inno__is_missing(value) ? INNO_E_NODATA : inno__what_if_try(c->w, g->row, g->column->column, value, NULL);
  if (s == INNO_E_NOMEM) return inno__fail(c->error, s, INNO__MSG_NOMEM, NULL);
  describe(g, record, assumption, value, s);
  if (s != INNO_OK) return INNO_OK; /* of this record alone */
  measure(g, record);
  inno__what_if_take_back(c->w);
  return INNO_OK;
}

/* Only where the rank itself is known both ways. */
static inno_status tell(const gap *g, int64_t median) {
  double shift = *cell(g, INNO_FIELD_SHIFT, median);
  if (!(fabs(shift) >= g->c->rule->gap_places)) return INNO_OK;
  inno__noted n = inno__noted_of(INNO_FINDING_GAP, g->column, g->unit);
  n.other = g->c->target;
  n.value = n.compared = g->rank;
  n.threshold = n.figure = *cell(g, INNO_FIELD_RANK, median);
  n.ratio = n.figure / n.compared;
  n.limit = g->c->rule->gap_places;
  return inno__check_note(g->c, &n);
}

static inno_status price(const gap *g) {
  int64_t at;
  double mean, median;
  inno_status s = inno__analysis_grow(g->c->a, INNO_RECORD_CHECK_GAP, INNO_FILL_MEDIAN, &at, g->c->error);
  if (s != INNO_OK) return s;
  peers_of(g, &mean, &median);
  describe(g, at, INNO_FILL_STAYS, filled(g), INNO_OK);
  measure(g, at);
  s = suppose(g, at + 1, INNO_FILL_ZERO, 0.0);
  if (s == INNO_OK) s = suppose(g, at + 2, INNO_FILL_MEAN, mean);
  if (s == INNO_OK) s = suppose(g, at + 3, INNO_FILL_MEDIAN, median);
  return s == INNO_OK ? tell(g, at + 3) : s;
}

inno_status inno__check_gaps(const inno__checking *c) {
  int64_t indicators = c->method->tree->indicators;
  inno_status s = INNO_OK;
  for (int64_t i = c->begin; i < c->end; i++) {
    gap g = {.c = c, .unit = i, .row = c->first + i};
    g.score = c->w->run->result->final[c->target][g.row];
    g.rank = inno__what_if_rank(c->w, c->target, g.row);
    for (int64_t k = 0; k < c->column_count && s == INNO_OK; k++) {
      g.column = &c->columns[k];
      if (g.column->node < indicators && inno__is_missing(inno__check_now(c, g.column)[i])) s = price(&g);
    }
  }
  return s;
}
