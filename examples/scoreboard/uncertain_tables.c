/* The tables of --uncertainty as CSV. */
#include <string.h>

#include "files.h"
#include "uncertain.h"

const char *uncertain_table_name(int table) {
  static const char *const names[UNCERTAIN_TABLES] = {"uncertainty.csv", "rank_probabilities.csv", "pair_wins.csv", "central_weights.csv",
                                                      "possible_ranks.csv", "uncertainty.txt"};
  return names[table];
}

static int32_t matrix_of(int table) {
  return table == UNCERTAIN_RANKS     ? INNO_TALLY_RANK_SHARES
         : table == UNCERTAIN_PAIRS   ? INNO_TALLY_PAIR_WINS
         : table == UNCERTAIN_CENTRAL ? INNO_TALLY_CENTRAL
                                      : 0;
}

bool uncertain_has_table(const struct uncertain *u, int table) {
  if (table == UNCERTAIN_POSSIBLE) {
    return u->possible.why_not == NULL;
  }
  return matrix_of(table) == 0 || inno_tally_column_count(u->tally, matrix_of(table)) > 0;
}

static const double *of_units(const struct uncertain *u, int32_t field) {
  double *out = arena_take(u->board->session->arena, (size_t)u->units, sizeof *out);
  (void)inno_tally_unit_values(u->tally, field, out, sizeof *out, NULL);
  return out;
}

/* Quantiles of the scores from the bins, at the ends and the middle of the interval. */
static const double *score_quantiles(const struct uncertain *u) {
  const double p[3] = {(1.0 - u->confidence) / 2.0, 0.5, (1.0 + u->confidence) / 2.0};
  double *out = arena_take(u->board->session->arena, 3 * (size_t)u->units, sizeof *out);
  (void)inno_tally_score_quantiles(u->tally, p, 3, 7, out, 3 * sizeof *out, sizeof *out, NULL, NULL);
  return out;
}

static void write_units(const struct uncertain *u, FILE *out) {
  enum { SCORES = 5 };
  static const int32_t fields[SCORES] = {INNO_TALLY_SCORE_MEAN, INNO_TALLY_SCORE_ERROR, INNO_TALLY_SCORE_SD, INNO_TALLY_SCORE_BELOW,
                                         INNO_TALLY_SCORE_ABOVE};
  bool scores = inno_tally_column_count(u->tally, INNO_TALLY_SCORE_COUNTS) > 0;
  const double *score[SCORES], *quantiles = scores ? score_quantiles(u) : NULL;
  fputs("unit,nominal,mean,mean_error,sd,best,lower,median,upper,worst,top,top_lower,top_upper,unranked", out);
  fputs(scores ? ",score_mean,score_mean_error,score_sd,score_below,score_above,score_lower,score_median,score_upper\n" : "\n", out);
  for (int f = 0; scores && f < SCORES; f++) {
    score[f] = of_units(u, fields[f]);
  }
  for (int64_t i = 0; i < u->units; i++) {
    const double cells[] = {u->nominal[i], u->mean[i],   u->mean_error[i], u->sd[i],     u->best[i],      u->lower[i],    u->median[i],
                            u->upper[i],   u->worst[i],  u->in_top[i],     u->top_lower[i], u->top_upper[i], u->unranked[i]};
    put_field(out, inno_uncertainty_unit_code(u->compiled, i));
    for (size_t c = 0; c < sizeof cells / sizeof cells[0]; c++) {
      put_value(out, cells[c]);
    }
    for (int f = 0; scores && f < SCORES; f++) {
      put_value(out, score[f][i]);
    }
    for (int64_t q = 0; scores && q < 3; q++) {
      put_value(out, quantiles[3 * i + q]);
    }
    fputc('\n', out);
  }
}

static void put_head(const struct uncertain *u, FILE *out, int table, int64_t column) {
  const struct board *b = u->board;
  double step = inno_tally_number(u->tally, INNO_TALLY_HALVES) == 1 ? 0.5 : 1.0;
  fputc(',', out);
  if (table == UNCERTAIN_RANKS) {
    fprintf(out, "%.10g", 1.0 + step * (double)column);
  } else {
    put_field(out, table == UNCERTAIN_PAIRS ? inno_uncertainty_unit_code(u->compiled, column)
                                            : inno_indicator_set_code(b->framework->set, column));
  }
}

static bool write_matrix(const struct uncertain *u, FILE *out, int table) {
  const struct session *s = u->board->session;
  int64_t columns = inno_tally_column_count(u->tally, matrix_of(table));
  double *cells = arena_take(s->arena, (size_t)(u->units * columns), sizeof *cells);
  if (inno_tally_matrix(u->tally, matrix_of(table), cells, columns * (ptrdiff_t)sizeof *cells, sizeof *cells, s->error) != INNO_OK) {
    return fail_library(s, (struct place){0});
  }
  fputs("unit", out);
  for (int64_t j = 0; j < columns; j++) {
    put_head(u, out, table, j);
  }
  fputc('\n', out);
  for (int64_t i = 0; i < u->units; i++) {
    put_field(out, inno_uncertainty_unit_code(u->compiled, i));
    for (int64_t j = 0; j < columns; j++) {
      put_value(out, cells[i * columns + j]);
    }
    fputc('\n', out);
  }
  return true;
}

/* What run this was: enough to have it again. */
static void write_run(const struct uncertain *u, FILE *out) {
  char fingerprint[INNO_FINGERPRINT_BYTES];
  const char *failures = uncertain_failures(u);
  inno_method_fingerprint(u->board->plan->method, fingerprint, sizeof fingerprint, NULL);
  fprintf(out, "digest\t%s\nreplicates\t%lld\nfailed\t%lld\nmethod\t%s\nlibrary\t%s\n\n%s\n%s\n%s", u->digest, (long long)u->done,
          (long long)inno_tally_number(u->tally, INNO_TALLY_FAILED), fingerprint, inno_build_info(), uncertain_summary(u),
          possible_words(u->board->session, &u->possible), failures != NULL ? failures : "");
}

bool uncertain_write_table(const struct uncertain *u, FILE *out, int table) {
  if (table == UNCERTAIN_UNITS) {
    write_units(u, out);
  } else if (table == UNCERTAIN_POSSIBLE) {
    possible_write(u->board, &u->possible, out);
  } else if (table == UNCERTAIN_RUN) {
    write_run(u, out);
  } else {
    return write_matrix(u, out, table);
  }
  return true;
}
