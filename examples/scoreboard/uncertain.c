#include "uncertain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ranges.h"
#include "utf8.h"

/* ---- compiling ---- */

static inno_status compile(const struct board *b, const inno_assumptions *list, const inno_scheme *options, inno_uncertainty **out) {
  const struct plan *p = b->plan;
  *out = NULL;
  return inno_uncertainty_create(NULL, b->framework->set, p->weights, (const inno_scheme *const *)p->steps, p->step_count, b->data->set,
                                 list, options, out, b->session->error);
}

/* The line of the section that names what the library speaks of; else that of the section. */
static struct place place_in(const struct board *b, const struct ini_section *section) {
  const char *node = inno_error_node(b->session->error);
  size_t line = section->line;
  for (size_t e = section->entry_count; e > 0; e--) {
    const struct ini_entry *entry = &section->entries[e - 1];
    bool node_named = node[0] != '\0' && strcmp(entry->key, "kind") != 0 && strstr(entry->value, node) != NULL;
    line = node_named ? entry->line : line;
  }
  return (struct place){b->plan->ini.file, line, NULL};
}

/* Options that go with nothing, or the first section that does not go with those before it. Repeats the call that failed,
 * so that the error is that of the section. */
static struct place place_of_failure(const struct board *b) {
  const struct plan *p = b->plan;
  const struct assumed *a = &p->assumed;
  inno_uncertainty *compiled = NULL;
  bool options = compile(b, a->all, NULL, &compiled) == INNO_OK;
  inno_uncertainty_destroy(compiled);
  for (size_t k = 1; !options && k <= a->count; k++) {
    inno_assumptions *first = assume_first(b->session, p, b->framework, k);
    bool failed = first != NULL && compile(b, first, p->uncertainty, &compiled) != INNO_OK;
    inno_assumptions_destroy(first);
    inno_uncertainty_destroy(compiled);
    if (failed) {
      return place_in(b, a->sections[k - 1]);
    }
  }
  (void)compile(b, a->all, p->uncertainty, &compiled);
  return options ? plan_uncertainty_place(b->session, p) : (struct place){0};
}

/* Does a section stand there whose alternatives may have inherited what they cannot use? */
static bool of_schemes(const struct board *b, struct place place) {
  const struct assumed *a = &b->plan->assumed;
  for (size_t i = 0; i < a->count; i++) {
    const struct ini_section *section = a->sections[i];
    bool here = place.line >= section->line && place.line <= section->line + section->entry_count;
    for (size_t e = 0; here && place.file != NULL && e < section->entry_count; e++) {
      if (strcmp(section->entries[e].key, "alternatives") == 0) {
        return true;
      }
    }
  }
  return false;
}

static bool fail_compile(const struct board *b) {
  const struct session *s = b->session;
  inno_status status = inno_error_status(s->error);
  struct place place = {0};
  if (status != INNO_E_NOMEM) {
    place = place_of_failure(b);
  }
  const char *sentence = inno_error_message(s->error);
  if (place.file == NULL && b->plan->assumed.count == 0 && status == INNO_E_VALUE) {
    return fail(s, place, "without a section [assumption:NAME] every weight varies by 25 %%, which does not suit this method: %s",
                "không có mục [assumption:TÊN] thì mọi trọng số dao động 25 %%, điều này không hợp với phương pháp: %s", sentence);
  }
  if (status == INNO_E_VALUE && of_schemes(b, place)) {
    return fail(s, place, "%s (an alternative takes the method's own settings too, unless it begins with new, as in: own | new, rule = rank)",
                "%s (mỗi phương án giữ cả thiết lập của phương pháp, trừ khi bắt đầu bằng new, ví dụ: own | new, rule = rank)", sentence);
  }
  return fail_library(s, place);
}

/* ---- reading the tally ---- */

static double *of_units(const struct uncertain *u, int32_t field) {
  double *out = arena_take(u->board->session->arena, (size_t)u->units, sizeof *out);
  (void)inno_tally_unit_values(u->tally, field, out, sizeof *out, NULL);
  return out;
}

struct ranked {
  double nominal;
  int64_t unit;
};

static int by_rank(const void *left, const void *right) {
  const struct ranked *a = left, *b = right;
  double x = isnan(a->nominal) ? INFINITY : a->nominal, y = isnan(b->nominal) ? INFINITY : b->nominal;
  if (x != y) {
    return x < y ? -1 : 1;
  }
  return a->unit < b->unit ? -1 : 1;
}

static void read_order(struct uncertain *u) {
  struct arena *arena = u->board->session->arena;
  struct ranked *list = arena_take(arena, (size_t)u->units, sizeof *list);
  u->order = arena_take(arena, (size_t)u->units, sizeof *u->order);
  for (int64_t i = 0; i < u->units; i++) {
    list[i] = (struct ranked){u->nominal[i], i};
  }
  qsort(list, (size_t)u->units, sizeof *list, by_rank);
  for (int64_t i = 0; i < u->units; i++) {
    u->order[i] = list[i].unit;
  }
}

static void read_tally(struct uncertain *u) {
  struct arena *arena = u->board->session->arena;
  u->units = inno_tally_number(u->tally, INNO_TALLY_UNITS);
  u->top = inno_tally_number(u->tally, INNO_TALLY_TOP_COUNT);
  u->nominal = of_units(u, INNO_TALLY_NOMINAL);
  u->mean = of_units(u, INNO_TALLY_MEAN);
  u->mean_error = of_units(u, INNO_TALLY_ERROR);
  u->sd = of_units(u, INNO_TALLY_SD);
  u->best = of_units(u, INNO_TALLY_BEST);
  u->worst = of_units(u, INNO_TALLY_WORST);
  u->lower = of_units(u, INNO_TALLY_LOWER);
  u->median = of_units(u, INNO_TALLY_MEDIAN);
  u->upper = of_units(u, INNO_TALLY_UPPER);
  u->unranked = of_units(u, INNO_TALLY_UNRANKED);
  u->in_top = arena_take(arena, (size_t)u->units, sizeof *u->in_top);
  u->top_lower = arena_take(arena, (size_t)u->units, sizeof *u->top_lower);
  u->top_upper = arena_take(arena, (size_t)u->units, sizeof *u->top_upper);
  (void)inno_tally_top(u->tally, u->top, 0.95, u->in_top, u->top_lower, u->top_upper, sizeof(double), NULL);
  read_order(u);
  (void)inno_tally_digest(u->tally, u->digest, sizeof u->digest, NULL);
}

/* ---- replicates on every core ---- */

enum { MOST_RANGES = 1000 }; /* separate ranges in a thread's tally before it adds them to the sum: a quarter of the limit */

static inno_status run_replicates(void *shared, void **own, int64_t first, int64_t count, inno_error *error) {
  const struct uncertain *u = shared;
  inno_tally *tally = *own;
  inno_status status = tally != NULL ? INNO_OK : inno_tally_create(NULL, u->compiled, &tally, error);
  *own = tally;
  return status == INNO_OK ? inno_tally_run(tally, u->compiled, first, count, error) : status;
}

static bool tally_full(const void *own) { return inno_tally_number(own, INNO_TALLY_RANGES) >= MOST_RANGES; }

static inno_status add_tally(void *shared, void **own, inno_error *error) {
  struct uncertain *u = shared;
  inno_status status = inno_tally_merge(u->tally, *own, error);
  inno_tally_destroy(*own);
  *own = NULL;
  return status;
}

static void drop_tally(void *own) { inno_tally_destroy(own); }

static const char *option_text(const struct uncertain *u, int32_t key) {
  const struct session *s = u->board->session;
  int64_t needed = 0;
  (void)inno_scheme_get_text(u->board->plan->uncertainty, NULL, key, NULL, 0, &needed, NULL);
  char *out = arena_take(s->arena, (size_t)needed + 1, 1);
  (void)inno_scheme_get_text(u->board->plan->uncertainty, NULL, key, out, needed, NULL, NULL);
  return out;
}

bool uncertain_compile(const struct board *b, bool held, inno_uncertainty **out) {
  const struct session *s = b->session;
  int64_t period;
  if (held) {
    return fail(s, (struct place){0},
                "--uncertainty and --sensitivity compute the index anew, in the frame of the data, so they do not go with --frames; leave it out",
                "--uncertainty và --sensitivity tính lại chỉ số theo hằng số của chính số liệu nên không dùng cùng --frames; hãy bỏ tùy chọn đó");
  }
  return board_choose_period(b, b->plan->uncertainty, INNO_KEY_UNCERTAINTY_PERIOD, &period) &&
         (compile(b, b->plan->assumed.all, b->plan->uncertainty, out) == INNO_OK || fail_compile(b));
}

bool uncertain_make(const struct board *b, bool held, int64_t replicates, int32_t threads, struct uncertain *u) {
  const struct session *s = b->session;
  const struct ranges job = {pick(s, "Replicates", "Lần mô phỏng"), u, run_replicates, tally_full, add_tally, drop_tally};
  *u = (struct uncertain){.board = b, .asked = replicates};
  (void)inno_scheme_get_f64(b->plan->uncertainty, NULL, INNO_KEY_UNCERTAINTY_CONFIDENCE, &u->confidence, NULL);
  if (!uncertain_compile(b, held, &u->compiled)) {
    return false;
  }
  if (inno_tally_create(NULL, u->compiled, &u->tally, s->error) != INNO_OK) {
    return fail_library(s, (struct place){0});
  }
  if (!ranges_run(s, &job, replicates, threads, &u->done)) {
    return false;
  }
  read_tally(u);
  if (u->done == 0) {
    return fail(s, (struct place){0}, "stopped before the first replicate was done", "đã dừng trước khi xong lần mô phỏng đầu tiên");
  }
  const char *node = option_text(u, INNO_KEY_UNCERTAINTY_NODE);
  int64_t top = node[0] != '\0' ? inno_indicator_set_find(b->framework->set, node) : b->index, period = 0;
  return board_choose_period(b, b->plan->uncertainty, INNO_KEY_UNCERTAINTY_PERIOD, &period) && possible_make(b, top, period, &u->possible);
}

void uncertain_close(struct uncertain *u) {
  inno_tally_destroy(u->tally);
  inno_uncertainty_destroy(u->compiled);
}

/* ---- words ---- */

/* With a mark between thousands, as the language has it. */
const char *uncertain_count(const struct session *s, int64_t number) {
  char digits[24], out[32];
  size_t length = (size_t)snprintf(digits, sizeof digits, "%lld", (long long)number), at = 0;
  for (size_t i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0) {
      out[at++] = pick(s, ",", ".")[0];
    }
    out[at++] = digits[i];
  }
  return arena_text(s->arena, out, at);
}

const char *uncertain_decimal(const struct session *s, const char *digits) {
  char *out = arena_text(s->arena, digits, strlen(digits)), *point = strchr(out, '.');
  if (point != NULL && s->language == INNO_LANGUAGE_VI) {
    *point = ',';
  }
  return out;
}

const char *uncertain_share(const struct uncertain *u, double p) {
  return arena_print(u->board->session->arena, "%.10g%s%%", floor(1e6 * 100.0 * p + 0.5) / 1e6, " ");
}

static const char *assumption_names(const struct uncertain *u) {
  const struct session *s = u->board->session;
  const struct assumed *a = &u->board->plan->assumed;
  struct text list = {0};
  text_put(s->arena, &list, a->count == 0 ? assume_name(s, a, 0) : "");
  for (size_t i = 0; i < a->count; i++) {
    text_print(s->arena, &list, "%s%s", i > 0 ? ", " : "", a->sections[i]->code);
  }
  return utf8_plain(s->arena, list.bytes);
}

const char *uncertain_summary(const struct uncertain *u) {
  const struct session *s = u->board->session;
  const struct board *b = u->board;
  struct text out = {0};
  int64_t seed = 0, sequence = 0;
  (void)inno_scheme_get_i64(b->plan->uncertainty, NULL, INNO_KEY_UNCERTAINTY_SEED, &seed, NULL);
  (void)inno_scheme_get_i64(b->plan->uncertainty, NULL, INNO_KEY_UNCERTAINTY_SEQUENCE, &sequence, NULL);
  text_print(s->arena, &out, pick(s, "%s replicates", "%s lần mô phỏng"), uncertain_count(s, u->done));
  if (u->done < u->asked) {
    text_print(s->arena, &out, pick(s, " of %s asked for: stopped by hand", " trong %s được yêu cầu: đã dừng bằng tay"), uncertain_count(s, u->asked));
  }
  text_print(s->arena, &out, pick(s, ", seed %lld, sequence %s. Assumptions: %s.", ", hạt giống %lld, dãy %s. Giả định: %s."),
             (long long)seed, inno_choice_name(INNO_KEY_UNCERTAINTY_SEQUENCE, (int32_t)sequence), assumption_names(u));
  const char *node = option_text(u, INNO_KEY_UNCERTAINTY_NODE);
  if (node[0] != '\0') {
    text_print(s->arena, &out, pick(s, " Ranks of %s.", " Hạng của %s."), node);
  }
  return out.bytes;
}

const char *uncertain_failures(const struct uncertain *u) {
  const struct session *s = u->board->session;
  int64_t kinds = inno_tally_number(u->tally, INNO_TALLY_FAILURES);
  struct text out = {0};
  for (int64_t k = 0; k < kinds; k++) {
    inno_status status;
    int64_t count, first;
    (void)inno_tally_failure(u->tally, k, &status, &count, &first);
    const char *reason = inno_uncertainty_replay(u->compiled, first, NULL, NULL, NULL, s->error) == INNO_OK
                             ? inno_status_text(status, s->language)
                             : inno_error_message(s->error);
    text_print(s->arena, &out, pick(s, "%s replicates failed, the first is %lld: %s\n", "%s lần mô phỏng thất bại, lần đầu là số %lld: %s\n"),
               uncertain_count(s, count), (long long)first, utf8_plain(s->arena, reason));
  }
  return out.bytes;
}

/* How wide the intervals are, and how exact the numbers. */
const char *uncertain_widths(const struct uncertain *u) {
  enum { CLASSES = 5 };
  static const double ends[CLASSES] = {0.0, 2.0, 5.0, 10.0, INFINITY};
  const struct session *s = u->board->session;
  const char *const words[CLASSES] = {pick(s, "on one rank", "giữ một hạng"), pick(s, "within 2 places", "trong 2 bậc"),
                                      pick(s, "within 5", "trong 5 bậc"), pick(s, "within 10", "trong 10 bậc"),
                                      pick(s, "over more than 10", "hơn 10 bậc")};
  int64_t counts[CLASSES] = {0};
  double error = 0.0;
  struct text out = {0};
  for (int64_t i = 0; i < u->units; i++) {
    double width = u->upper[i] - u->lower[i];
    int c = 0;
    while (c < CLASSES - 1 && width > ends[c]) {
      c++;
    }
    counts[c] += !isnan(width);
    error = u->mean_error[i] > error ? u->mean_error[i] : error;
  }
  text_print(s->arena, &out, pick(s, "In %s of the replicates", "Trong %s số lần mô phỏng"), uncertain_share(u, u->confidence));
  int64_t before = 0;
  for (int c = 0; c < CLASSES; c++) {
    if (counts[c] > 0) {
      text_print(s->arena, &out, pick(s, counts[c] == 1 ? "%s %lld unit stays %s" : "%s %lld units stay %s", "%s %lld đơn vị %s"),
                 before > 0 ? "," : "", (long long)counts[c], words[c]);
    }
    before += counts[c];
  }
  int64_t settled = inno_tally_stable(u->tally, 0.1, 0.01);
  text_print(s->arena, &out, pick(s, ".\nA mean rank has a standard error of at most %s. ", ".\nSai số chuẩn của hạng trung bình không quá %s. "),
             uncertain_decimal(s, arena_print(s->arena, "%.2g", error)));
  if (settled > 0) {
    text_print(s->arena, &out, pick(s, "Settled at %s replicates: the second half of them moved no mean rank by more than 0.1.", "Ổn định ở %s lần: nửa sau không làm hạng trung bình nào đổi quá 0,1."),
               uncertain_count(s, settled));
  } else {
    text_put(s->arena, &out, pick(s, "Not settled yet: more replicates may move a mean rank by 0.1.", "Chưa ổn định: thêm lần mô phỏng có thể làm hạng trung bình đổi 0,1."));
  }
  return out.bytes;
}

/* ---- the terminal ---- */

static void print_right(const char *text, size_t width) {
  size_t used = utf8_width(text);
  printf("%*s%s", used < width ? (int)(width - used) : 0, "", text);
}

static const char *rank_words(const struct session *s, double rank, const char *format) {
  return isnan(rank) ? "-" : arena_print(s->arena, format, rank);
}

void uncertain_print(const struct uncertain *u, int64_t shown) {
  enum { COLUMNS = 8 };
  static const size_t widths[COLUMNS] = {7, 7, 7, 7, 7, 7, 8, 10};
  const struct session *s = u->board->session;
  const struct board *b = u->board;
  int64_t rows = shown > 0 && shown < u->units ? shown : u->units;
  const char *const heads[COLUMNS] = {pick(s, "rank", "hạng"),
                                      uncertain_share(u, (1.0 - u->confidence) / 2.0),
                                      uncertain_share(u, 0.5),
                                      uncertain_share(u, (1.0 + u->confidence) / 2.0),
                                      pick(s, "mean", "t.bình"),
                                      "sd",
                                      arena_print(s->arena, pick(s, "top %lld", "top %lld"), (long long)u->top),
                                      pick(s, "possible", "có thể")};
  int columns = u->possible.why_not == NULL ? COLUMNS : COLUMNS - 1;
  size_t first = utf8_width(pick(s, "Unit", "Đơn vị"));
  for (int64_t k = 0; k < rows; k++) {
    size_t width = utf8_width(board_unit(b, u->order[k]));
    first = width > first ? width : first;
  }
  printf("\n%s: %s\n\n%s%*s", pick(s, "Uncertainty of the ranks", "Độ chắc chắn của hạng"), uncertain_summary(u), pick(s, "Unit", "Đơn vị"),
         (int)(first - utf8_width(pick(s, "Unit", "Đơn vị"))), "");
  for (int c = 0; c < columns; c++) {
    print_right(heads[c], widths[c]);
  }
  putchar('\n');
  for (int64_t k = 0; k < rows; k++) {
    int64_t i = u->order[k];
    const char *name = board_unit(b, i);
    const char *const cells[COLUMNS] = {
        rank_words(s, u->nominal[i], "%.10g"), rank_words(s, u->lower[i], "%.10g"), rank_words(s, u->median[i], "%.10g"),
        rank_words(s, u->upper[i], "%.10g"),   rank_words(s, u->mean[i], "%.1f"),   rank_words(s, u->sd[i], "%.1f"),
        rank_words(s, 100.0 * u->in_top[i], "%.1f%%"),
        u->possible.why_not == NULL ? possible_cell(s, &u->possible, i) : ""};
    printf("%s%*s", name, (int)(first - utf8_width(name)), "");
    for (int c = 0; c < columns; c++) {
      print_right(cells[c], widths[c]);
    }
    putchar('\n');
  }
  if (rows < u->units) {
    printf(pick(s, "... and %lld more\n", "... và %lld đơn vị nữa\n"), (long long)(u->units - rows));
  }
  const char *failures = uncertain_failures(u);
  printf("\n%s\n%s\n%s%s %s\n", uncertain_widths(u), possible_words(s, &u->possible), failures != NULL ? failures : "", pick(s, "Digest:", "Mã kiểm:"), u->digest);
}
