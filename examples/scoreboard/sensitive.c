#include "sensitive.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart.h"
#include "files.h"
#include "page.h"
#include "ranges.h"
#include "uncertain.h"
#include "utf8.h"

enum { RESAMPLES = 500 };
static const double level = 0.95;

/* ---- the inputs ---- */

/* What an assumption is called: its section, and in a section of several the node that it is about. */
static const char *name_of(const struct sensitive *v, int64_t assumption, const char *code) {
  const struct session *s = v->board->session;
  const struct assumed *a = &v->board->plan->assumed;
  const char *name = assume_name(s, a, assumption);
  if (a->count == 0) {
    const inno_indicator_set *set = v->board->framework->set;
    int32_t of = inno_indicator_set_level(set, inno_indicator_set_find(set, code));
    return arena_print(s->arena, pick(s, "weights of level %d ± 25 %%", "trọng số cấp %d ± 25 %%"), (int)of);
  }
  int64_t before = 0;
  for (size_t i = 0; i < a->count; before = a->counts[i++]) {
    if (assumption < a->counts[i] && a->counts[i] - before > 1) {
      return code != NULL ? arena_print(s->arena, "%s: %s", name, code)
                          : arena_print(s->arena, "%s (%lld)", name, (long long)(assumption - before) + 1);
    }
    if (assumption < a->counts[i]) {
      break;
    }
  }
  return name;
}

/* Dimensions of one assumption are one group. */
static const int32_t *read_groups(struct sensitive *v) {
  struct arena *arena = v->board->session->arena;
  int64_t count = inno_uncertainty_dimension_count(v->compiled), last = -1;
  int32_t *groups = arena_take(arena, (size_t)count, sizeof *groups);
  v->names = arena_take(arena, (size_t)count, sizeof *v->names);
  v->inputs = arena_take(arena, (size_t)count, sizeof *v->inputs);
  for (int64_t j = 0; j < count; j++) {
    int64_t assumption = 0;
    const char *code = NULL;
    (void)inno_uncertainty_dimension(v->compiled, j, &assumption, NULL, &code);
    if (assumption != last) {
      v->names[v->groups++] = utf8_plain(arena, name_of(v, assumption, code));
      last = assumption;
    }
    groups[j] = (int32_t)v->groups - 1;
    v->inputs[v->groups - 1]++;
  }
  return groups;
}

/* ---- the runs ---- */

struct runs {
  const struct sensitive *v;
  int64_t inputs, units;
  double *nominal, *outputs;
};

struct scratch {
  double *point, *ranks;
};

static void drop_scratch(void *own) {
  struct scratch *w = own;
  free(w->point);
  free(w->ranks);
  free(w);
}

static inno_status make_scratch(const struct runs *r, void **own) {
  struct scratch *w = calloc(1, sizeof *w);
  if (w != NULL) {
    *own = w;
    w->point = calloc((size_t)r->inputs, sizeof *w->point);
    w->ranks = calloc((size_t)r->units, sizeof *w->ranks);
  }
  return w == NULL || w->point == NULL || w->ranks == NULL ? INNO_E_NOMEM : INNO_OK;
}

/* Over the units that have a rank both ways. */
static double mean_shift(const struct runs *r, const double *ranks) {
  double sum = 0.0, count = 0.0;
  for (int64_t i = 0; i < r->units; i++) {
    if (!isnan(ranks[i]) && !isnan(r->nominal[i])) {
      sum += fabs(ranks[i] - r->nominal[i]);
      count += 1.0;
    }
  }
  return sum / count;
}

static inno_status run_points(void *shared, void **own, int64_t first, int64_t count, inno_error *error) {
  const struct runs *r = shared;
  inno_status status = *own != NULL ? INNO_OK : make_scratch(r, own);
  for (int64_t k = first; status == INNO_OK && k < first + count; k++) {
    const struct scratch *w = *own;
    status = inno_design_points(r->v->design, k, 1, w->point, r->inputs * (ptrdiff_t)sizeof(double), sizeof(double), error);
    if (status != INNO_OK) {
      break;
    }
    inno_status run = inno_uncertainty_at_point(r->v->compiled, w->point, NULL, NULL, w->ranks, error);
    status = run == INNO_E_NOMEM ? run : INNO_OK; /* any other is a run that failed, as a replicate may */
    r->outputs[k] = run == INNO_OK ? mean_shift(r, w->ranks) : NAN;
  }
  return status;
}

/* ---- the indices ---- */

static bool read_indices(struct sensitive *v, inno_sensitivity *analysis) {
  struct arena *arena = v->board->session->arena;
  inno_error *error = v->board->session->error;
  double **const columns[6] = {&v->first, &v->first_lower, &v->first_upper, &v->total, &v->total_lower, &v->total_upper};
  for (int c = 0; c < 6; c++) {
    *columns[c] = arena_take(arena, (size_t)v->groups, sizeof **columns[c]);
  }
  v->mean = inno_sensitivity_number(analysis, INNO_SENSITIVITY_MEAN);
  v->variance = inno_sensitivity_number(analysis, INNO_SENSITIVITY_VARIANCE);
  v->used = (int64_t)inno_sensitivity_number(analysis, INNO_SENSITIVITY_USED);
  inno_status status = INNO_OK;
  for (int f = 0; f < 2 && status == INNO_OK; f++) {
    int32_t field = f == 0 ? INNO_SENSITIVITY_FIRST : INNO_SENSITIVITY_TOTAL;
    status = inno_sensitivity_indices(analysis, field, *columns[3 * f], sizeof(double), error);
    if (status == INNO_OK) {
      status = inno_sensitivity_intervals(analysis, field, INNO_INTERVAL_PERCENTILE, level, *columns[3 * f + 1], sizeof(double),
                                          *columns[3 * f + 2], sizeof(double), error);
    }
  }
  return status == INNO_OK || fail_library(v->board->session, (struct place){0});
}

static bool analyze(struct sensitive *v, const double *outputs) {
  const struct session *s = v->board->session;
  inno_sensitivity *analysis = NULL;
  inno_status status =
      inno_sensitivity_create(NULL, v->design, outputs, sizeof *outputs, INNO_ESTIMATOR_JANSEN, RESAMPLES, 1, &analysis, s->error);
  v->constant = status == INNO_E_CONSTANT;
  v->none = status == INNO_E_NODATA && v->stopped; /* what else there is stays: the index, its replicates */
  if (v->constant || v->none) {
    return true;
  }
  for (int32_t done = 0; status == INNO_OK && !done;) {
    status = inno_sensitivity_advance(analysis, 1000000, &done, s->error);
  }
  bool ok = status == INNO_OK ? read_indices(v, analysis) : fail_library(s, (struct place){0});
  inno_sensitivity_destroy(analysis);
  return ok;
}

bool sensitive_make(const struct board *b, bool held, int64_t base_points, int32_t threads, struct sensitive *v) {
  const struct session *s = b->session;
  int64_t seed = 1, done = 0;
  *v = (struct sensitive){.board = b, .asked = base_points};
  if (!uncertain_compile(b, held, &v->compiled)) {
    return false;
  }
  struct runs r = {.v = v, .inputs = inno_uncertainty_dimension_count(v->compiled), .units = inno_uncertainty_unit_count(v->compiled)};
  int32_t sequence = r.inputs <= INNO_LIMIT_SOBOL_INPUTS ? INNO_SEQUENCE_SOBOL : INNO_SEQUENCE_PHILOX;
  const int32_t *groups = read_groups(v);
  (void)inno_scheme_get_i64(b->plan->uncertainty, NULL, INNO_KEY_UNCERTAINTY_SEED, &seed, NULL);
  if (inno_design_create_matrices(NULL, base_points, r.inputs, groups, sequence, seed, 0, &v->design, s->error) != INNO_OK) {
    return fail_library(s, (struct place){0});
  }
  int64_t runs = inno_design_run_count(v->design);
  r.nominal = arena_take(s->arena, (size_t)r.units, sizeof *r.nominal);
  r.outputs = arena_take(s->arena, (size_t)runs, sizeof *r.outputs);
  (void)inno_uncertainty_nominal(v->compiled, NULL, r.nominal, NULL);
  for (int64_t k = 0; k < runs; k++) {
    r.outputs[k] = NAN; /* what Ctrl-C leaves undone takes no part */
  }
  const struct ranges job = {pick(s, "Runs of the design", "Lần chạy của thiết kế"), &r, run_points, NULL, NULL, drop_scratch};
  if (!ranges_run(s, &job, runs, threads, &done)) {
    return false;
  }
  v->stopped = done < runs;
  for (int64_t k = 0; k < done; k++) {
    v->failed += isnan(r.outputs[k]) != 0;
  }
  return analyze(v, r.outputs);
}

void sensitive_close(struct sensitive *v) {
  inno_design_destroy(v->design);
  inno_uncertainty_destroy(v->compiled);
}

/* ---- words ---- */

static const char *summary(const struct sensitive *v) {
  const struct session *s = v->board->session;
  struct text out = {0};
  if (v->none) {
    return pick(s, "stopped by hand before two base points were done.", "đã dừng bằng tay trước khi xong hai điểm cơ sở.");
  }
  if (v->constant) {
    return pick(s, "No run moves a rank: there is nothing to explain.", "Không lần chạy nào làm đổi hạng: không có gì để giải thích.");
  }
  text_print(s->arena, &out,
             pick(s, "Units move %s places on average (sd %s). %s base points", "Các đơn vị đổi trung bình %s bậc (sd %s). %s điểm cơ sở"),
             uncertain_decimal(s, arena_print(s->arena, "%.2f", v->mean)),
             uncertain_decimal(s, arena_print(s->arena, "%.2f", sqrt(v->variance))), uncertain_count(s, v->used));
  if (v->used < v->asked) {
    text_print(s->arena, &out, pick(s, " of %s asked for%s", " trong %s được yêu cầu%s"), uncertain_count(s, v->asked),
               v->stopped ? pick(s, ": stopped by hand", ": đã dừng bằng tay") : "");
  }
  if (v->failed > 0) {
    text_print(s->arena, &out, pick(s, "; %s runs failed", "; %s lần chạy thất bại"), uncertain_count(s, v->failed));
  }
  text_put(s->arena, &out, ".");
  return out.bytes;
}

/* ---- terminal and table ---- */

void sensitive_print(const struct sensitive *v) {
  const struct session *s = v->board->session;
  const char *head = pick(s, "Assumption", "Giả định");
  size_t first = utf8_width(head);
  printf("\n%s: %s\n", pick(s, "What moves the ranks", "Điều gì làm đổi hạng"), summary(v));
  if (v->constant || v->none) {
    return;
  }
  for (int64_t g = 0; g < v->groups; g++) {
    size_t width = utf8_width(v->names[g]);
    first = width > first ? width : first;
  }
  printf("\n%s%*s  %s\n", head, (int)(first - utf8_width(head)), "",
         pick(s, "first  (95 %)             total  (95 %)", "bậc 1  (95 %)             tổng   (95 %)"));
  for (int64_t g = 0; g < v->groups; g++) {
    printf("%s%*s  %5.3f  (%6.3f – %5.3f)   %5.3f  (%6.3f – %5.3f)\n", v->names[g], (int)(first - utf8_width(v->names[g])), "", v->first[g],
           v->first_lower[g], v->first_upper[g], v->total[g], v->total_lower[g], v->total_upper[g]);
  }
  puts(pick(s, "first: share of the variance of the mean shift of ranks that the assumption explains alone; total: that it has a part in.",
            "bậc 1: phần phương sai của mức đổi hạng trung bình do riêng giả định giải thích; tổng: phần có giả định tham gia."));
}

void sensitive_write(const struct sensitive *v, FILE *out) {
  fputs("assumption,inputs,first,first_lower,first_upper,total,total_lower,total_upper\n", out);
  for (int64_t g = 0; g < v->groups && !v->constant && !v->none; g++) {
    const double cells[] = {v->first[g], v->first_lower[g], v->first_upper[g], v->total[g], v->total_lower[g], v->total_upper[g]};
    put_field(out, v->names[g]);
    fprintf(out, ",%lld", (long long)v->inputs[g]);
    for (size_t c = 0; c < sizeof cells / sizeof cells[0]; c++) {
      put_value(out, cells[c]);
    }
    fputc('\n', out);
  }
}

/* ---- the page ---- */

static void put_index(FILE *out, double index, double lower, double upper) {
  fprintf(out, "<td class=\"w\">%.3f <small>(%.3f – %.3f)</small></td>", index, lower, upper);
}

static void put_bar(FILE *out, double share, const char *color) {
  double width = share < 0.0 ? 0.0 : share > 1.0 ? 1.0 : share;
  fprintf(out,
          "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"%.1f\" height=\"10\" "
          "fill=\"%s\"/></svg>",
          1000.0 * width, color);
}

static void put_key(FILE *out, const char *color, const char *words) {
  fprintf(out, "<svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect width=\"10\" height=\"10\" fill=\"%s\"/></svg>%s", color, words);
}

void sensitive_report(const struct sensitive *v, FILE *out) {
  const struct session *s = v->board->session;
  fprintf(out, "<h2>%s</h2>\n<p class=\"quiet\">%s</p>\n<p>", pick(s, "What moves the ranks", "Điều gì làm đổi hạng"),
          pick(s,
               "Shares of the variance of the mean absolute shift of ranks: first order, what an assumption explains alone; total, what it has a "
               "part in. In parentheses intervals of 95 %.",
               "Phần phương sai của mức đổi hạng tuyệt đối trung bình: bậc 1, phần do riêng giả định giải thích; tổng, phần có giả định tham gia. "
               "Trong ngoặc là khoảng tin cậy 95 %."));
  put_text(out, summary(v));
  fputs("</p>\n", out);
  if (v->constant || v->none) {
    return;
  }
  fprintf(out, "<div class=\"wide\"><table class=\"ranking\"><thead><tr><th class=\"t\">%s</th><th></th><th class=\"w\">",
          pick(s, "Assumption", "Giả định"));
  put_key(out, CHART_BLUE, pick(s, "First order", "Bậc 1"));
  fputs("</th><th class=\"w\">", out);
  put_key(out, CHART_ORANGE, pick(s, "Total", "Tổng"));
  fputs("</th></tr></thead><tbody>\n", out);
  for (int64_t g = 0; g < v->groups; g++) {
    fputs("<tr><td class=\"t\">", out);
    put_text(out, v->names[g]);
    fputs("</td><td class=\"u\">", out);
    put_bar(out, v->first[g], CHART_BLUE);
    put_bar(out, v->total[g], CHART_ORANGE);
    fputs("</td>", out);
    put_index(out, v->first[g], v->first_lower[g], v->first_upper[g]);
    put_index(out, v->total[g], v->total_lower[g], v->total_upper[g]);
    fputs("</tr>\n", out);
  }
  fputs("</tbody></table></div>\n", out);
}
