/* A result as JSON. */
#include <string.h>

#include "base/json.h"
#include "construct/json.h"
#include "construct/keys.h"
#include "construct/result_read.h"

static void open_list(inno__json_out *o, const char *name) {
  inno__json_name(o, name);
  inno__json_open(o, '[');
}

static void put_numbers(inno__json_out *o, const double *x, int64_t n) {
  inno__json_open(o, '[');
  for (int64_t i = 0; i < n; i++) inno__json_put_number(o, x[i]);
  inno__json_close(o, ']');
}

/* ---- of nodes ---- */

static void put_nodes(inno__json_out *o, const inno__tree *t) {
  open_list(o, "nodes");
  for (int64_t j = 0; j < t->count; j++) {
    inno__json_open(o, '{');
    inno__json_put_named_text(o, "code", inno__names_at(t->codes, j));
    inno__json_name(o, "level");
    inno__json_put_integer(o, t->level[j]);
    if (t->parent[j] >= 0) inno__json_put_named_text(o, "parent", inno__names_at(t->codes, t->parent[j]));
    inno__json_close(o, '}');
  }
  inno__json_close(o, ']');
}

static void put_coverage(inno__json_out *o, const inno_result *r) {
  const inno__tree *t = r->tree;
  open_list(o, "coverage");
  for (int64_t j = 0; j < t->count; j++) {
    inno__json_open(o, '[');
    for (int64_t i = 0; i < r->rows; i++) {
      const double x = r->final[j][i];
      inno__json_put_number(o, j >= t->indicators ? inno__column(&r->coverage, j - t->indicators)[i] : x == x);
    }
    inno__json_close(o, ']');
  }
  inno__json_close(o, ']');
}

static void put_ranks(inno__json_out *o, const inno__result_text *w) {
  open_list(o, "ranks");
  for (int64_t j = 0; j < w->result->tree->count; j++) {
    inno__result_ranks(w->result, j, NULL, w->ranks, w->work);
    put_numbers(o, w->ranks, w->result->rows);
  }
  inno__json_close(o, ']');
}

/* ---- of steps ---- */

static void put_marks(inno__json_out *o, const inno_result *r, const unsigned char *marks) {
  open_list(o, "marks");
  for (int64_t j = 0; j < r->tree->indicators; j++) {
    inno__json_open(o, '[');
    for (int64_t i = 0; i < r->rows; i++) inno__json_put_integer(o, marks[j * r->rows + i]);
    inno__json_close(o, ']');
  }
  inno__json_close(o, ']');
}

static void put_values(inno__json_out *o, const inno_result *r, const char *name, int32_t step) {
  open_list(o, name);
  for (int64_t j = 0; j < r->tree->indicators; j++) put_numbers(o, inno__result_after(r, step, j), r->rows);
  inno__json_close(o, ']');
}

/* The values of the aggregation are the scores. */
static void put_steps(inno__json_out *o, const inno_result *r) {
  int kept = (r->keep & INNO_KEEP_STEPS) != 0;
  open_list(o, "steps");
  for (int32_t k = 0; k < r->step_count; k++) {
    const inno__step_result *s = &r->steps[k];
    int values = kept && !inno__step_changes_nothing(s->kind) && s->kind != INNO_STEP_AGGREGATE;
    inno__json_open(o, '{');
    if (values && s->marks != NULL) put_marks(o, r, s->marks);
    inno__json_put_named_text(o, "step", inno__step_find(s->kind)->name);
    if (values) put_values(o, r, "values", k);
    inno__json_close(o, '}');
  }
  inno__json_close(o, ']');
}

/* ---- records ---- */

static void put_column(inno__json_out *o, const inno_result *r, int32_t kind, const inno__field *field) {
  open_list(o, field->name);
  for (int64_t i = 0; i < inno__result_record_count(r, kind); i++)
    inno__json_put_number(o, inno__result_record(r, kind, i, field->field));
  inno__json_close(o, ']');
}

/* The field whose name is the first behind that of last in byte order. */
static const inno__field *next_field(const inno__record_kind *kind, const inno__field *last) {
  const inno__field *next = NULL;
  for (int32_t i = 0; i < kind->count; i++) {
    const inno__field *f = &kind->fields[i];
    if (last != NULL && strcmp(f->name, last->name) <= 0) continue;
    if (next == NULL || strcmp(f->name, next->name) < 0) next = f;
  }
  return next;
}

static void put_records(inno__json_out *o, const inno_result *r) {
  static const struct {
    int32_t kind;
    const char *name;
  } tables[] = {{INNO_RECORD_FRAME, "frame"},
                {INNO_RECORD_SCREENING, "screening"},
                {INNO_RECORD_SEARCH, "search"},
                {INNO_RECORD_TREATMENT, "treatment"},
                {INNO_RECORD_WEIGHT, "weight"}};
  inno__json_name(o, "records");
  inno__json_open(o, '{');
  for (size_t k = 0; k < sizeof tables / sizeof tables[0]; k++) {
    const inno__record_kind *kind = inno__result_kinds.kinds;
    while (kind->kind != tables[k].kind) kind++;
    if (inno__result_record_count(r, kind->kind) == 0) continue;
    inno__json_name(o, tables[k].name);
    inno__json_open(o, '{');
    for (const inno__field *f = next_field(kind, NULL); f != NULL; f = next_field(kind, f))
      put_column(o, r, kind->kind, f);
    inno__json_close(o, '}');
  }
  inno__json_close(o, '}');
}

/* ---- the whole ---- */

void inno__result_write_json(const inno__result_text *w, inno__sink sink, void *context) {
  inno__json_out out = {sink, context, 0}, *o = &out;
  const inno_result *r = w->result;
  inno__json_open(o, '{');
  if (r->keep & INNO_KEEP_COVERAGE) put_coverage(o, r);
  inno__json_put_named_text(o, "data", w->data);
  inno__json_put_named_text(o, "fingerprint", w->both);
  inno__json_put_named_text(o, "format", INNO__JSON_RESULT);
  inno__json_name(o, "held_frames");
  inno__json_put_boolean(o, r->held != 0);
  inno__json_put_named_text(o, "method", w->method);
  put_nodes(o, r->tree);
  if (r->has_periods) {
    inno__json_name(o, "periods");
    put_numbers(o, r->periods, r->period_count);
  }
  put_ranks(o, w);
  if (r->keep & INNO_KEEP_STEPS) put_values(o, r, "raw", -1);
  put_records(o, r);
  open_list(o, "scores");
  for (int64_t j = 0; j < r->tree->count; j++) put_numbers(o, r->final[j], r->rows);
  inno__json_close(o, ']');
  put_steps(o, r);
  open_list(o, "units");
  for (int64_t i = 0; i < r->units; i++) inno__json_put_text(o, inno__names_at(r->unit_codes, i));
  inno__json_close(o, ']');
  inno__json_close(o, '}');
}
