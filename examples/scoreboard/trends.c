#include "trends.h"

#include <math.h>

#include "files.h"

/* Why there is no rate; "" where there is one. */
static const char *reason_word(int32_t reason) {
  switch (reason) {
    case INNO_TREND_TOO_FEW:
      return "too_few";
    case INNO_TREND_FROM_ZERO:
      return "from_zero";
    case INNO_TREND_SIGN_CHANGE:
      return "sign_change";
    case INNO_TREND_OVERFLOW:
      return "overflow";
    default:
      return "";
  }
}

static void put_rate(FILE *out, double rate, int32_t reason) {
  fputc(',', out);
  if (!isnan(rate)) {
    fprintf(out, "%.17g", rate);
  }
  fprintf(out, ",%s", reason_word(reason));
}

struct rates {
  double *values;          /* of one indicator, one a row */
  double *growth, *change; /* one a unit */
  int32_t *why[2];         /* the same: reasons of growth and of change */
};

static bool compute(const struct board *b, int64_t node, const struct rates *r) {
  const struct session *s = b->session;
  const ptrdiff_t next = sizeof *r->values, period = next * (ptrdiff_t)b->units;
  const double *times = b->data->panel.values;
  return (inno_result_values(b->result, -1, node, r->values, next, s->error) == INNO_OK &&
          inno_trend_cagr(r->values, next, period, b->units, times, b->periods, 0, r->growth, next, r->why[0],
                          s->error) == INNO_OK &&
          inno_trend_percentage_change(r->values, next, period, b->units, times, b->periods, 0, 1.0, r->change, next,
                                       r->why[1], s->error) == INNO_OK) ||
         fail_library(s, (struct place){0});
}

bool trends_write(const struct board *b, FILE *out) {
  struct arena *arena = b->session->arena;
  const size_t units = (size_t)b->units;
  struct rates r = {arena_take(arena, (size_t)b->rows, sizeof *r.values),
                    arena_take(arena, units, sizeof *r.growth),
                    arena_take(arena, units, sizeof *r.change),
                    {arena_take(arena, units, sizeof **r.why), arena_take(arena, units, sizeof **r.why)}};
  fputs("indicator,unit,cagr,cagr_reason,percentage_change,percentage_change_reason\n", out);
  for (int64_t j = 0; j < b->indicators; j++) {
    if (!compute(b, j, &r)) {
      return false;
    }
    for (int64_t i = 0; i < b->units; i++) {
      put_field(out, inno_result_node_code(b->result, j));
      fputc(',', out);
      put_field(out, inno_result_unit_code(b->result, i));
      put_rate(out, r.growth[i], r.why[0][i]);
      put_rate(out, r.change[i], r.why[1][i]);
      fputc('\n', out);
    }
  }
  return true;
}
