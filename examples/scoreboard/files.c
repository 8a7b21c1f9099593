#include "files.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit.h"
#include "check.h"
#include "explain.h"
#include "frontier.h"
#include "host.h"
#include "page.h"
#include "sensitive.h"
#include "trends.h"
#include "uncertain.h"
#include "verify.h"

void put_field(FILE *out, const char *text) {
  if (strpbrk(text, ",\"\r\n") == NULL) {
    fputs(text, out);
    return;
  }
  fputc('"', out);
  for (; *text != '\0'; text++) {
    if (*text == '"') {
      fputc('"', out);
    }
    fputc(*text, out);
  }
  fputc('"', out);
}

void put_value(FILE *out, double value) {
  fputc(',', out);
  if (!isnan(value)) {
    fprintf(out, "%.17g", value);
  }
}

/* ---- tables of units x nodes ---- */

enum { IN_GROUPS = -1 }; /* in the place of a step: ranks inside groups, beside the label of the group */

typedef inno_status (*reader)(const struct board *b, int32_t step, int64_t node, double *out);

static inno_status read_scores(const struct board *b, int32_t step, int64_t node, double *out) {
  (void)step;
  return inno_result_scores(b->result, node, out, sizeof *out, b->session->error);
}

static inno_status read_ranks(const struct board *b, int32_t step, int64_t node, double *out) {
  return inno_result_ranks(b->result, node, step == IN_GROUPS ? b->plan->group : NULL, out, sizeof *out, b->session->error);
}

static inno_status read_coverage(const struct board *b, int32_t step, int64_t node, double *out) {
  (void)step;
  return inno_result_coverage(b->result, node, out, sizeof *out, b->session->error);
}

static inno_status read_step(const struct board *b, int32_t step, int64_t node, double *out) {
  return inno_result_values(b->result, step, node, out, sizeof *out, b->session->error);
}

static void put_period(const struct board *b, FILE *out, int64_t period) {
  if (b->data->panel.named) {
    fprintf(out, ",%s", board_period(b, period));
  }
}

static bool write_table(const struct board *b, FILE *out, int64_t nodes, reader read, int32_t step) {
  double *cells = arena_take(b->session->arena, (size_t)b->rows * (size_t)nodes, sizeof *cells);
  fputs(b->data->panel.named ? "unit,period" : "unit", out);
  if (step == IN_GROUPS) {
    fputc(',', out);
    put_field(out, arena_print(b->session->arena, "group:%s", b->plan->group));
  }
  for (int64_t j = 0; j < nodes; j++) {
    if (read(b, step, j, cells + j * b->rows) != INNO_OK) {
      return fail_library(b->session, (struct place){0});
    }
    fputc(',', out);
    put_field(out, inno_result_node_code(b->result, j));
  }
  fputc('\n', out);
  for (int64_t i = 0; i < b->rows; i++) {
    put_field(out, inno_result_unit_code(b->result, i % b->units));
    put_period(b, out, i / b->units);
    if (step == IN_GROUPS) {
      fputc(',', out);
      put_field(out, board_group(b, i));
    }
    for (int64_t j = 0; j < nodes; j++) {
      put_value(out, cells[j * b->rows + i]);
    }
    fputc('\n', out);
  }
  return true;
}

/* ---- logs ---- */

/* Units of one period; of all periods each with its own in parentheses. */
static void put_units_marked(const struct board *b, FILE *out, int64_t record, int64_t period, int32_t mark) {
  int32_t *marks = arena_take(b->session->arena, (size_t)b->rows, sizeof *marks);
  int32_t step = (int32_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_STEP);
  int64_t node = (int64_t)board_record(b, INNO_RECORD_TREATMENT, record, INNO_FIELD_NODE);
  struct text list = {0};
  text_put(b->session->arena, &list, "");
  inno_result_marks(b->result, step, node, marks, NULL);
  for (int64_t i = 0; i < b->rows; i++) {
    if ((marks[i] & mark) == 0 || (period != EVERY_PERIOD && i / b->units != period)) {
      continue;
    }
    text_print(b->session->arena, &list, "%s%s", list.length > 0 ? "; " : "",
               inno_result_unit_code(b->result, i % b->units));
    if (period == EVERY_PERIOD) {
      text_print(b->session->arena, &list, " (%s)", board_period(b, i / b->units));
    }
  }
  fputc(',', out);
  put_field(out, list.bytes);
}

static bool write_treatment(const struct board *b, FILE *out) {
  static const int32_t fields[] = {INNO_FIELD_SKEWNESS,    INNO_FIELD_KURTOSIS,   INNO_FIELD_PASSED,    INNO_FIELD_KEPT,
                                   INNO_FIELD_POINTS_HIGH, INNO_FIELD_POINTS_LOW, INNO_FIELD_PARAMETER, INNO_FIELD_LOW,
                                   INNO_FIELD_HIGH,        INNO_FIELD_MINIMUM,    INNO_FIELD_MAXIMUM};
  fprintf(out,
          "step,indicator%s,stage,rule,skewness,kurtosis,passed,kept,points_high,points_low,parameter,low,high,"
          "minimum,maximum,units_high,units_low\n",
          b->data->panel.named ? ",period" : "");
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_TREATMENT); k++) {
    int32_t step = (int32_t)board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_STEP);
    int64_t node = (int64_t)board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_NODE);
    int32_t rule = (int32_t)board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_RULE);
    fprintf(out, "%d,", (int)step + 1);
    put_field(out, inno_result_node_code(b->result, node));
    int64_t period = board_record_period(b, INNO_RECORD_TREATMENT, k);
    put_period(b, out, period);
    fprintf(out, ",%.0f,%s", board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_STAGE),
            rule == 0 ? "before" : inno_choice_name(INNO_KEY_TREAT_RULES, rule));
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) {
      put_value(out, board_record(b, INNO_RECORD_TREATMENT, k, fields[f]));
    }
    bool moved = rule == INNO_TREAT_WINSORIZE && board_record(b, INNO_RECORD_TREATMENT, k, INNO_FIELD_KEPT) > 0.0;
    if (moved) {
      put_units_marked(b, out, k, period, INNO_MARK_WINSORIZED_HIGH);
      put_units_marked(b, out, k, period, INNO_MARK_WINSORIZED_LOW);
    } else {
      fputs(",,", out);
    }
    fputc('\n', out);
  }
  return true;
}

static void put_record_field(const struct board *b, FILE *out, int32_t kind, int64_t k, int32_t field) {
  double value = board_record(b, kind, k, field);
  if (field == INNO_FIELD_NODE) {
    put_field(out, inno_result_node_code(b->result, (int64_t)value));
  } else if (field == INNO_FIELD_PERIOD) {
    put_field(out, board_period(b, board_record_period(b, kind, k)));
  } else if (field == INNO_FIELD_UNIT) {
    put_field(out, value < 0.0 ? "" : inno_result_unit_code(b->result, (int64_t)value)); /* "": about all of them */
  } else if (!isnan(value)) {
    fprintf(out, "%.17g", field == INNO_FIELD_STEP ? value + 1.0 : value);
  }
}

/* A kind of record as a table: its fields are the columns, nodes and units by code. Without periods none is shown. */
static void write_records(const struct board *b, FILE *out, int32_t kind) {
  int64_t count = inno_result_record_count(b->result, kind);
  for (int64_t k = -1; k < count; k++) { /* -1: the header */
    for (int32_t f = 0; f < inno_field_count(kind); f++) {
      int32_t field;
      const char *name;
      inno_field_info(kind, f, &field, &name, NULL);
      if (field == INNO_FIELD_PERIOD && !b->data->panel.named) {
        continue;
      }
      fputs(f > 0 ? "," : "", out);
      if (k < 0) {
        fputs(name, out);
      } else {
        put_record_field(b, out, kind, k, field);
      }
    }
    fputc('\n', out);
  }
}

/* Weights, with the place of each node in the tree. */
static bool write_weights(const struct board *b, FILE *out) {
  fputs("node,parent,level,weight,share,effective\n", out);
  for (int64_t k = 0; k < inno_result_record_count(b->result, INNO_RECORD_WEIGHT); k++) {
    int64_t node = (int64_t)board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_NODE), parent = inno_result_node_parent(b->result, node);
    put_field(out, inno_result_node_code(b->result, node));
    fputc(',', out);
    put_field(out, parent >= 0 ? inno_result_node_code(b->result, parent) : "");
    fprintf(out, ",%d", (int)inno_result_node_level(b->result, node));
    put_value(out, board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_WEIGHT));
    put_value(out, board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_SHARE));
    put_value(out, board_record(b, INNO_RECORD_WEIGHT, k, INNO_FIELD_EFFECTIVE));
    fputc('\n', out);
  }
  return true;
}

static bool write_method(const struct board *b, FILE *out) {
  char fingerprint[INNO_FINGERPRINT_BYTES];
  int64_t needed = 0;
  inno_method_canonical(b->plan->method, NULL, 0, &needed, NULL);
  char *text = arena_take(b->session->arena, (size_t)needed, 1);
  inno_method_canonical(b->plan->method, text, needed, NULL, NULL);
  inno_method_fingerprint(b->plan->method, fingerprint, sizeof fingerprint, NULL);
  fprintf(out, "fingerprint\t%s\nlibrary\t%s\n\n%s", fingerprint, inno_build_info(), text);
  return true;
}

/* As text it is written twice: to see how long it is, then into memory. */
static bool write_json_method(const struct board *b, FILE *out) {
  int64_t needed = 0;
  inno_method_write_json(b->plan->method, NULL, 0, &needed, NULL);
  char *text = arena_take(b->session->arena, (size_t)needed, 1);
  inno_method_write_json(b->plan->method, text, needed, NULL, NULL);
  fprintf(out, "%s\n", text);
  return true;
}

static bool write_json_result(const struct board *b, FILE *out) {
  int64_t needed = 0;
  inno_status status =
      inno_result_write_json(b->result, b->plan->method, b->data->set, NULL, 0, &needed, b->session->error);
  char *text = arena_take(b->session->arena, (size_t)needed + 1, 1);
  if (status == INNO_E_BUFFER) {
    status = inno_result_write_json(b->result, b->plan->method, b->data->set, text, needed, NULL, b->session->error);
  }
  if (status != INNO_OK) {
    return fail_library(b->session, (struct place){.file = "result.json"});
  }
  fprintf(out, "%s\n", text);
  return true;
}

/* ---- the folder ---- */

struct folder {
  const struct board *board;
  const char *path; /* the temporary one */
  bool ok;
};

static FILE *open_file(struct folder *w, const char *name) {
  const char *path = arena_print(w->board->session->arena, "%s/%s", w->path, name);
  FILE *out = w->ok ? fopen(path, "wb") : NULL;
  if (w->ok && out == NULL) {
    w->ok = fail(w->board->session, (struct place){path, 0, NULL}, "cannot be written: %s", "không ghi được: %s", strerror(errno));
  }
  return out;
}

static void close_file(struct folder *w, FILE *out, const char *name, bool written) {
  bool failed = ferror(out) != 0;
  failed |= fclose(out) != 0;
  w->ok = w->ok && written;
  if (w->ok && failed) {
    w->ok = fail(w->board->session, (struct place){name, 0, NULL}, "cannot be written: %s", "không ghi được: %s", strerror(errno));
  }
}

static void table_file(struct folder *w, const char *name, int64_t nodes, reader read, int32_t step) {
  FILE *out = open_file(w, name);
  if (out != NULL) {
    close_file(w, out, name, write_table(w->board, out, nodes, read, step));
  }
}

static void record_file(struct folder *w, const char *name, int32_t kind) {
  if (inno_result_record_count(w->board->result, kind) == 0) {
    return;
  }
  FILE *out = open_file(w, name);
  if (out != NULL) {
    write_records(w->board, out, kind);
    close_file(w, out, name, true);
  }
}

static void text_file(struct folder *w, const char *name, bool (*write)(const struct board *b, FILE *out)) {
  FILE *out = open_file(w, name);
  if (out != NULL) {
    close_file(w, out, name, write(w->board, out));
  }
}

static bool write_sensitivity(const struct board *b, FILE *out) {
  sensitive_write(b->sensitive, out);
  return true;
}

/* uncertainty.csv and so on. */
static void uncertain_files(struct folder *w) {
  const struct uncertain *u = w->board->uncertain;
  for (int table = 0; u != NULL && table < UNCERTAIN_TABLES; table++) {
    const char *name = uncertain_table_name(table);
    FILE *out = uncertain_has_table(u, table) ? open_file(w, name) : NULL;
    if (out != NULL) {
      close_file(w, out, name, uncertain_write_table(u, out, table));
    }
  }
}

/* audit_findings.csv and so on, as far as the audit has something for them. */
static void audit_files(struct folder *w) {
  const struct audit *a = w->board->audit;
  int32_t kind = 0;
  const char *table;
  for (int32_t i = 0; a != NULL && (table = audit_table_name(i, &kind)) != NULL; i++) {
    const char *name = arena_print(w->board->session->arena, "audit_%s.csv", table);
    FILE *out = audit_count(a, kind) > 0 ? open_file(w, name) : NULL;
    if (out != NULL) {
      audit_write_table(a, out, kind);
      close_file(w, out, name, true);
    }
  }
}

/* explain_nodes.csv and so on. */
static void explain_files(struct folder *w) {
  const struct explain *e = w->board->explain;
  int32_t kind = 0;
  const char *table;
  for (int32_t i = 0; e != NULL && (table = explain_table_name(i, &kind)) != NULL; i++) {
    const char *name = arena_print(w->board->session->arena, "explain_%s.csv", table);
    FILE *out = inno_analysis_record_count(e->tables, kind) > 0 ? open_file(w, name) : NULL;
    if (out != NULL) {
      explain_write_table(e, out, kind);
    }
  }
}

/* verify_findings.csv and so on. */
static void verify_files(struct folder *w) {
  const struct verify *v = w->board->verify;
  int32_t kind = 0;
  const char *table;
  for (int32_t i = 0; v != NULL && (table = verify_table_name(i, &kind)) != NULL; i++) {
    const char *name = arena_print(w->board->session->arena, "verify_%s.csv", table);
    FILE *out = verify_has_table(v, kind) ? open_file(w, name) : NULL;
    if (out != NULL) {
      verify_write_table(v, out, kind);
      close_file(w, out, name, true);
    }
  }
}

static const char *step_file(int32_t kind) {
  switch (kind) {
    case INNO_STEP_DENOMINATE: return "denominated";
    case INNO_STEP_IMPUTE: return "imputed";
    case INNO_STEP_SCREEN: return "screened";
    case INNO_STEP_TREAT: return "treated";
    case INNO_STEP_NORMALIZE: return "normalized";
    default: return NULL;
  }
}

static void step_files(struct folder *w) {
  const struct board *b = w->board;
  for (int32_t k = 0; k < inno_result_step_count(b->result); k++) {
    int32_t kind = inno_result_step(b->result, k), again = 1;
    const char *name = step_file(kind);
    for (int32_t before = 0; before < k; before++) {
      again += inno_result_step(b->result, before) == kind;
    }
    if (name == NULL) {
      continue;
    }
    const char *file = again == 1 ? arena_print(b->session->arena, "%s.csv", name)
                                  : arena_print(b->session->arena, "%s_%d.csv", name, (int)again);
    table_file(w, file, b->indicators, read_step, k);
  }
}

static void write_all(struct folder *w) {
  const struct board *b = w->board;
  table_file(w, "scores.csv", b->nodes, read_scores, 0);
  table_file(w, "ranks.csv", b->nodes, read_ranks, 0);
  if (b->plan->group != NULL) {
    table_file(w, "ranks_in_groups.csv", b->nodes, read_ranks, IN_GROUPS);
  }
  table_file(w, "coverage.csv", b->nodes, read_coverage, 0);
  step_files(w);
  if (inno_result_record_count(b->result, INNO_RECORD_TREATMENT) > 0) {
    text_file(w, "treatment.csv", write_treatment);
  }
  text_file(w, "weights.csv", write_weights);
  record_file(w, "frames.csv", INNO_RECORD_FRAME);
  record_file(w, "screening.csv", INNO_RECORD_SCREENING);
  record_file(w, "search.csv", INNO_RECORD_SEARCH);
  if (b->periods > 1) {
    text_file(w, "trends.csv", trends_write);
  }
  if (b->plan->frontier_count > 0) {
    text_file(w, "frontier.csv", frontiers_write);
  }
  explain_files(w);
  verify_files(w);
  audit_files(w);
  if (b->check != NULL) {
    text_file(w, "check.csv", check_write);
    text_file(w, "gaps.csv", check_write_gaps);
  }
  uncertain_files(w);
  if (b->sensitive != NULL) {
    text_file(w, "sensitivity.csv", write_sensitivity);
  }
  text_file(w, "method.txt", write_method);
  text_file(w, "method.json", write_json_method);
  text_file(w, "result.json", write_json_result);
  text_file(w, "report.html", page_write);
}

typedef const char *(*table_names)(int32_t index, int32_t *kind);

/* PREFIX_TABLE.csv of one of these tables. */
static bool is_table_of(const char *name, const char *prefix, table_names names) {
  const char *table;
  int32_t kind;
  bool ours = strncmp(name, prefix, strlen(prefix)) == 0;
  for (int32_t i = 0; ours && (table = names(i, &kind)) != NULL; i++) {
    const char *rest = name + strlen(prefix);
    if (strncmp(rest, table, strlen(table)) == 0 && strcmp(rest + strlen(table), ".csv") == 0) {
      return true;
    }
  }
  return false;
}

/* Files of ours, by their whole name: a folder that holds others, method.ini or report.docx say, is not ours to replace. */
static bool is_ours(const char *name) {
  static const char *const names[] = {"scores.csv", "ranks.csv", "ranks_in_groups.csv", "coverage.csv", "treatment.csv",
                                      "weights.csv", "frames.csv", "screening.csv", "search.csv", "trends.csv", "frontier.csv",
                                      "method.txt", "method.json", "result.json", "report.html", "sensitivity.csv",
                                      "check.csv", "gaps.csv"};
  static const char *const steps[] = {"denominated", "imputed", "screened", "treated", "normalized"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(name, names[i]) == 0) {
      return true;
    }
  }
  for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) { /* treated.csv, treated_2.csv */
    size_t length = strlen(steps[i]);
    if (strncmp(name, steps[i], length) == 0) {
      const char *rest = name + length;
      rest += *rest == '_' ? 1 + strspn(rest + 1, "0123456789") : 0;
      if (strcmp(rest, ".csv") == 0) {
        return true;
      }
    }
  }
  for (int table = 0; table < UNCERTAIN_TABLES; table++) {
    if (strcmp(name, uncertain_table_name(table)) == 0) {
      return true;
    }
  }
  return is_table_of(name, "audit_", audit_table_name) || is_table_of(name, "explain_", explain_table_name) ||
         is_table_of(name, "verify_", verify_table_name) || strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Removes a folder of ours; with look_only says whether it could. *foreign gets the name that stands against it. */
static bool remove_folder(const struct session *s, const char *path, bool look_only, const char **foreign) {
  DIR *folder = opendir(path);
  if (folder == NULL) {
    return errno == ENOENT;
  }
  bool ok = true;
  for (struct dirent *entry; ok && (entry = readdir(folder)) != NULL;) {
    ok = is_ours(entry->d_name);
    if (!ok) {
      *foreign = arena_print(s->arena, "%s", entry->d_name);
    } else if (!look_only && entry->d_name[0] != '.') {
      remove(arena_print(s->arena, "%s/%s", path, entry->d_name));
    }
  }
  closedir(folder);
  return ok && (look_only || rmdir(path) == 0);
}

/* The old folder steps aside for the moment of the move, so that there is always a whole one to fall back on. */
static bool move_into_place(const struct session *s, const char *from, const char *to) {
  const char *aside = arena_print(s->arena, "%s.old-%ld", to, (long)getpid()), *foreign = NULL;
  bool had = rename(to, aside) == 0;
  if (rename(from, to) != 0) {
    int reason = errno;
    if (had) {
      rename(aside, to);
    }
    return fail(s, (struct place){to, 0, NULL}, "cannot be replaced: %s", "không thay được: %s", strerror(reason));
  }
  if (had) {
    remove_folder(s, aside, false, &foreign);
  }
  return true;
}

/* The folder itself where links lead to it; the path as given where there is none yet. */
static const char *real_path(const struct session *s, const char *path) {
  char *real = host_real_path(path);
  const char *copy = arena_text(s->arena, real != NULL ? real : path, strlen(real != NULL ? real : path));
  free(real);
  return copy;
}

/* An input inside the folder would vanish with the old results. */
static bool check_inputs(const struct session *s, const char *path, const char *const *inputs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *file = inputs[i] != NULL ? real_path(s, inputs[i]) : "";
    size_t length = strlen(path);
    if (strncmp(file, path, length) == 0 && file[length] == '/') {
      return fail(s, (struct place){inputs[i], 0, NULL}, "lies in the folder %s, which would be replaced; choose another one for --output",
                  "nằm trong thư mục %s sẽ bị thay thế; hãy chọn thư mục khác cho --output", path);
    }
  }
  return true;
}

bool files_prepare(const struct board *b, const char *folder, const char *const *inputs, size_t input_count, struct results *out) {
  const struct session *s = b->session;
  size_t length = strlen(folder);
  while (length > 1 && folder[length - 1] == '/') {
    length--;
  }
  const char *path = real_path(s, arena_text(s->arena, folder, length)), *foreign = NULL;
  if (!check_inputs(s, path, inputs, input_count)) {
    return false;
  }
  if (!remove_folder(s, path, true, &foreign)) {
    return fail(s, (struct place){folder, 0, NULL}, "is not a folder of results (%s); choose another one",
                "không phải thư mục kết quả (%s); hãy chọn thư mục khác", foreign != NULL ? foreign : strerror(errno));
  }
  struct folder w = {b, arena_print(s->arena, "%s.new-%ld", path, (long)getpid()), true};
  if (!host_make_folder(w.path)) {
    return fail(s, (struct place){folder, 0, NULL}, "cannot be made: %s", "không tạo được: %s", strerror(errno));
  }
  write_all(&w);
  *out = (struct results){path, w.path};
  if (!w.ok) {
    files_abandon(b, out);
  }
  return w.ok;
}

bool files_move(const struct board *b, const struct results *results) {
  if (move_into_place(b->session, results->temporary, results->path)) {
    return true;
  }
  files_abandon(b, results);
  return false;
}

void files_abandon(const struct board *b, const struct results *results) {
  const char *foreign = NULL;
  remove_folder(b->session, results->temporary, false, &foreign);
}
