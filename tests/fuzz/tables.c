/* The files that scoreboard reads. An input is options, then the texts of FRAMEWORK.csv, METHOD.ini and DATA.csv with a
 * byte 0x1e between them; one that is not there is a good one. Whatever they hold, they are read, or refused with a
 * sentence. */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "data.h"
#include "fuzz/fuzz.h"
#include "number.h"
#include "plan.h"
#include "utf8.h"

enum { FRAMEWORK, METHOD, DATA, AGAIN, MESSAGES, FILES };

static const char *const good[3] = {
    "code,parent,direction,weight,denominator,scale\nI,,,,,\nP,I,1,2,,\na,P,1,1,,\nb,P,-1,0.5,,\nc,I,1,1,people,1000\n",
    "[pipeline]\nsteps = denominate, treat, normalize, aggregate\n[normalization:a]\nlower = 1\n[ranking]\ngroup = "
    "region\n",
    "unit,name,group:region,a,b,c,people\nu1,One,north,1,2,3,1000\nu2,Two,north,4,NA,6,2000\nu3,Three,south,9,8,7,"
    "500\n"};

static char folder[512], paths[FILES][600];
static int messages = -1, terminal = -1; /* where stderr goes while the program reads, and where it went before */

/* The sanitizers write to the terminal all the same; absent without one. */
__attribute__((weak)) void __sanitizer_set_report_fd(void *fd);

static void clean(void) {
  for (int k = 0; k < FILES; k++) unlink(paths[k]);
  rmdir(folder);
}

static void start(void) {
  static const char *const names[FILES] = {"framework.csv", "method.ini", "data.csv", "again.csv", "messages"};
  const char *where = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/fuzz-tables-XXXXXX", where != NULL ? where : "/tmp");
  FUZZ_CHECK(mkdtemp(folder) != NULL);
  for (int k = 0; k < FILES; k++) snprintf(paths[k], sizeof paths[k], "%s/%s", folder, names[k]);
  atexit(clean);
  messages = open(paths[MESSAGES], O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  FUZZ_CHECK(messages >= 0 && terminal >= 0);
  if (__sanitizer_set_report_fd != NULL) __sanitizer_set_report_fd((void *)(intptr_t)terminal);
}

static void write_file(int which, const char *bytes, size_t length) {
  static const char *there[FILES]; /* the good text that the file has already */
  const char *wanted = which <= DATA && bytes == good[which] ? bytes : NULL;
  if (wanted != NULL && there[which] == wanted) return;
  there[which] = wanted;
  unlink(paths[which]); /* some file systems wait for the disk where a file is written over */
  FILE *out = fopen(paths[which], "wb");
  FUZZ_CHECK(out != NULL);
  FUZZ_CHECK(fwrite(bytes, 1, length, out) == length);
  FUZZ_CHECK(fclose(out) == 0);
}

static off_t heard; /* bytes of messages before this input */

static void listen(void) {
  heard = lseek(messages, 0, SEEK_END);
  if (heard > 1 << 24) FUZZ_CHECK(ftruncate(messages, 0) == 0 && (heard = lseek(messages, 0, SEEK_SET)) == 0);
  FUZZ_CHECK(dup2(messages, STDERR_FILENO) >= 0);
}

/* A refusal says why, in whole lines; a success says nothing. */
static void check_messages(bool good_files) {
  char text[8192];
  FUZZ_CHECK(dup2(terminal, STDERR_FILENO) >= 0);
  ssize_t length = pread(messages, text, sizeof text, heard);
  FUZZ_CHECK(length >= 0 && (length == 0) == good_files);
  FUZZ_CHECK(length == 0 || length == (ssize_t)sizeof text || text[length - 1] == '\n');
  FUZZ_CHECK(length == (ssize_t)sizeof text || utf8_valid(text, (size_t)length));
}

static void put_quoted(FILE *out, const char *text) {
  putc('"', out);
  for (; *text != '\0'; text++) {
    if (*text == '"') putc('"', out);
    putc(*text, out);
  }
  putc('"', out);
}

/* A table that is written and read again is the same. */
static void check_table(const struct session *s, const struct table *t) {
  struct table again;
  const struct session plain = {.arena = s->arena, .error = s->error, .separator = ';'};
  unlink(paths[AGAIN]);
  FILE *out = fopen(paths[AGAIN], "wb");
  FUZZ_CHECK(out != NULL);
  for (size_t r = 0; r <= t->rows; r++)
    for (size_t c = 0; c < t->columns; c++) {
      put_quoted(out, r == 0 ? t->headers[c] : table_cell(t, r - 1, c));
      putc(c + 1 < t->columns ? ';' : '\n', out);
    }
  FUZZ_CHECK(fclose(out) == 0);
  FUZZ_CHECK(table_read(&plain, paths[AGAIN], &again));
  FUZZ_CHECK(again.rows == t->rows && again.columns == t->columns);
  for (size_t c = 0; c < t->columns; c++) {
    FUZZ_CHECK(strcmp(again.headers[c], t->headers[c]) == 0 && table_column(t, t->headers[c]) == c);
    for (size_t r = 0; r < t->rows; r++) {
      const char *cell = table_cell(t, r, c);
      FUZZ_CHECK(strcmp(table_cell(&again, r, c), cell) == 0 && utf8_valid(cell, strlen(cell)));
    }
  }
}

/* Values that were read are those of the cells, each in its place; the C library reads them too. */
static void check_values(const struct session *s, const struct framework *f, const struct data *d) {
  const struct panel *panel = &d->panel;
  size_t count = panel->units * panel->periods, filled = 0;
  double *x = arena_take(s->arena, count, sizeof *x);
  FUZZ_CHECK((int64_t)panel->units == inno_dataset_unit_count(d->set));
  FUZZ_CHECK((int64_t)panel->periods == inno_dataset_period_count(d->set));
  for (size_t k = 0; k < count; k++) filled += panel->rows[k] != NOT_FOUND;
  FUZZ_CHECK(filled == d->table.rows);
  for (int64_t j = 0; j < (int64_t)f->indicator_count; j++) {
    const char *code = inno_indicator_set_code(f->set, j);
    FUZZ_CHECK(inno_dataset_column(d->set, code, x, sizeof *x, s->error) == INNO_OK);
    for (size_t k = 0; k < count; k++) {
      size_t row = panel->rows[k];
      const char *cell = row != NOT_FOUND ? table_cell(&d->table, row, table_column(&d->table, code)) : "";
      FUZZ_CHECK(row == NOT_FOUND || panel->places[row] == k);
      FUZZ_CHECK((isnan(x[k]) != 0) == number_is_missing(cell));
      if (!s->decimal_comma && !isnan(x[k])) FUZZ_CHECK(x[k] == strtod(cell, NULL));
    }
  }
}

/* Weights that the data choose: found within a few evaluations, or refused with a sentence. */
static void check_optimal(const struct session *s, const struct framework *f, struct plan *p, const struct data *d) {
  if (p->optimal.limit > 30) p->optimal.limit = 30;
  listen();
  bool found = plan_optimize(s, p, f, d->set);
  check_messages(found);
  FUZZ_CHECK(!found || p->optimal.aim == 0 || (p->optimal.evaluations <= 30 && optimal_text(s, &p->optimal) != NULL));
}

static void check_board(const struct session *s, const struct framework *f, const struct plan *p,
                        const struct data *d) {
  inno_result *r = NULL;
  check_table(s, &f->table);
  check_table(s, &d->table);
  check_values(s, f, d);
  inno_status status = inno_result_create(NULL, p->method, d->set, INNO_KEEP_ALL, &r, s->error);
  fuzz_check_error(s->error, status);
  inno_result_destroy(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  fuzz_input in = {bytes, size};
  struct session s = {.arena = NULL};
  struct framework f = {0};
  struct plan p = {0};
  struct data d = {0};
  if (messages < 0) start();
  int32_t options = fuzz_byte(&in), decimal = fuzz_one_in(&in, 8);
  s.language = options & 1 ? INNO_LANGUAGE_VI : INNO_LANGUAGE_EN;
  s.separator = options & 2 ? (options & 4 ? ';' : ',') : '\0';
  s.decimal_comma = decimal;
  for (int k = FRAMEWORK; k <= DATA; k++) {
    const uint8_t *end = in.left > 0 ? memchr(in.at, 0x1e, in.left) : NULL;
    size_t length = end != NULL ? (size_t)(end - in.at) : in.left;
    if (length > 0)
      write_file(k, (const char *)in.at, length);
    else
      write_file(k, good[k], strlen(good[k]));
    in.at += end != NULL ? length + 1 : length;
    in.left -= end != NULL ? length + 1 : length;
  }
  s.arena = arena_create();
  FUZZ_CHECK(inno_error_create(NULL, &s.error) == INNO_OK);
  inno_error_set_language(s.error, s.language);
  listen();
  bool all = framework_read(&s, paths[FRAMEWORK], &f) && plan_make(&s, paths[METHOD], &f, &p) &&
             data_read(&s, paths[DATA], &f, NULL, &d);
  check_messages(all);
  if (all) {
    check_board(&s, &f, &p, &d);
    check_optimal(&s, &f, &p, &d);
  }
  data_close(&d);
  plan_close(&p);
  framework_destroy(&f);
  inno_error_destroy(s.error);
  arena_destroy(s.arena);
  return 0;
}
