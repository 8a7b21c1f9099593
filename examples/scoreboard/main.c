/* scoreboard: a CSV of indicators in, a ranked, traced, verified index out. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "board.h"
#include "check.h"
#include "explain.h"
#include "files.h"
#include "frontier.h"
#include "held.h"
#include "host.h"
#include "ranges.h"
#include "regroup.h"
#include "searches.h"
#include "sensitive.h"
#include "uncertain.h"
#include "utf8.h"
#include "verify.h"

enum { AGREES = 0, DISAGREES = 1, BAD_INPUT = 2 };

struct options {
  const char *framework, *data, *method, *output, *verify, *regroup, *frames, *save_frames, *explain;
  const char *check, *previous;                   /* check "" = all units, NULL = not asked for */
  int64_t top, uncertainty, sensitivity, threads; /* 0 = not given */
  bool seen[18];                                  /* by the order of names[] */
  bool audit, help, version;
};

static void print_help(const struct session *s) {
  static const char english[] =
      "usage: scoreboard --framework FRAMEWORK.csv --data DATA.csv [options]\n"
      "\n"
      "  --method METHOD.ini     the steps and rules; without it the default method of GII and PII\n"
      "  --output DIR            writes every table and report.html there; DIR is whole or untouched\n"
      "  --verify PUBLISHED.csv  compares with published scores or ranks, allowing for their decimals\n"
      "  --explain UNIT          how this unit came to its score, number by number, from the raw values on\n"
      "  --audit                 looks for what is wrong with the index: what [audit] of METHOD.ini asks for\n"
      "  --check [UNIT]          what to look at in the figures of a unit (or all) before they are submitted, and what gaps cost\n"
      "  --previous DATA.csv     for --check: the figures of the year before\n"
      "  --uncertainty N         how sure each rank is: N replicates of the assumptions in METHOD.ini; Ctrl-C stops early\n"
      "  --sensitivity N         which assumption moves the ranks: first and total indices over N base points\n"
      "  --threads T             for these two (default: the cores of the machine); the result is the same\n"
      "  --regroup MAP.csv       old units become new ones first: columns unit, new_unit; share, new_name if wanted\n"
      "  --frames FILE           uses held constants of another run in place of those of the data\n"
      "  --save-frames FILE      holds the constants of this run: minimum, maximum, treatment, ...\n"
      "  --period P              shows and compares period P (default: the latest); the tables always have all\n"
      "  --top N                 shows the first N units only\n"
      "  --separator C           separator of the CSV files: , or ; (default: what the header has)\n"
      "  --decimal-comma         numbers in the CSV files have a decimal comma\n"
      "  --language en|vi        language of messages, table and report\n"
      "  --version, --help\n"
      "\n"
      "exit status: 0 done, 1 a published value disagrees, 2 bad input (nothing is written)\n";
  static const char vietnamese[] =
      "cách dùng: scoreboard --framework KHUNG.csv --data SOLIEU.csv [tùy chọn]\n"
      "\n"
      "  --method PHUONGPHAP.ini các bước và quy tắc; không có thì dùng phương pháp mặc định của GII và PII\n"
      "  --output THUMUC         ghi mọi bảng và report.html vào đó; thư mục được ghi trọn vẹn hoặc giữ nguyên\n"
      "  --verify CONGBO.csv     so với điểm hoặc hạng đã công bố, có tính đến số chữ số thập phân\n"
      "  --explain DONVI         điểm của đơn vị này được tính thế nào, từng con số, từ số liệu gốc\n"
      "  --audit                 kiểm định thống kê chỉ số: theo mục [audit] của PHUONGPHAP.ini\n"
      "  --check [DONVI]         những gì cần xem trong số liệu của một đơn vị (hoặc mọi đơn vị) trước khi nộp, và chỗ thiếu làm mất gì\n"
      "  --previous SOLIEU.csv   cho --check: số liệu năm trước\n"
      "  --uncertainty N         độ chắc chắn của từng hạng: N lần mô phỏng các giả định trong PHUONGPHAP.ini; Ctrl-C dừng sớm\n"
      "  --sensitivity N         giả định nào làm đổi hạng: chỉ số bậc 1 và tổng trên N điểm cơ sở\n"
      "  --threads T             số luồng cho hai việc trên (mặc định: số nhân của máy); kết quả không đổi\n"
      "  --regroup ANHXA.csv     gộp đơn vị cũ thành đơn vị mới trước: cột unit, new_unit; thêm share, new_name nếu cần\n"
      "  --frames TEP            dùng hằng số đã giữ của lần tính khác thay cho hằng số của số liệu\n"
      "  --save-frames TEP       giữ các hằng số của lần tính này: min, max, cách xử lý ngoại lai, ...\n"
      "  --period P              hiện và so sánh kỳ P (mặc định: kỳ mới nhất); các bảng luôn có mọi kỳ\n"
      "  --top N                 chỉ hiện N đơn vị đầu\n"
      "  --separator C           dấu phân cách của tệp CSV: , hoặc ; (mặc định: theo dòng tiêu đề)\n"
      "  --decimal-comma         số trong các tệp CSV dùng dấu phẩy thập phân\n"
      "  --language en|vi        ngôn ngữ của thông báo, bảng và báo cáo\n"
      "  --version, --help\n"
      "\n"
      "mã kết thúc: 0 xong, 1 có giá trị công bố không khớp, 2 dữ liệu vào sai (không ghi gì)\n";
  fputs(pick(s, english, vietnamese), stdout);
}

static bool usage(const struct session *s, const char *what, const char *argument) {
  fprintf(stderr, "scoreboard: %s %s\n%s\n", what, utf8_shown(s->arena, argument),
          pick(s, "try: scoreboard --help", "hãy thử: scoreboard --help --language vi"));
  return false;
}

/* A whole number from 1 to most. */
static bool read_count(const struct session *s, const char *option, const char *value, int64_t most, int64_t *out) {
  size_t digits = strspn(value, "0123456789");
  *out = digits <= 18 && value[digits] == '\0' ? strtoll(value, NULL, 10) : 0;
  return (*out >= 1 && *out <= most) ||
         usage(s,
               arena_print(s->arena, pick(s, "%s needs a whole number from 1 to %lld, not", "%s cần một số nguyên từ 1 đến %lld, không phải"),
                           option, (long long)most),
               value);
}

static bool read_separator(struct session *s, const char *value) {
  s->separator = value[0];
  return strcmp(value, ",") == 0 || strcmp(value, ";") == 0 ||
         usage(s, pick(s, "--separator is , or ; and not", "--separator là , hoặc ; chứ không phải"), value);
}

static bool read_language(struct session *s, const char *value) {
  s->language = strcmp(value, "vi") == 0 ? INNO_LANGUAGE_VI : INNO_LANGUAGE_EN;
  return strcmp(value, "en") == 0 || strcmp(value, "vi") == 0 ||
         usage(s, pick(s, "--language is en or vi and not", "--language là en hoặc vi chứ không phải"), value);
}

static const char *const names[] = {"--framework", "--data", "--method",    "--output",
                                    "--verify",    "--top",  "--separator", "--language",
                                    "--regroup",   "--frames",    "--save-frames", "--period",
                                    "--uncertainty", "--sensitivity", "--threads", "--explain", "--previous",
                                    "--check"};
enum {
  FRAMEWORK,
  DATA,
  METHOD,
  OUTPUT,
  VERIFY,
  TOP,
  SEPARATOR,
  LANGUAGE,
  REGROUP,
  FRAMES,
  SAVE_FRAMES,
  PERIOD,
  UNCERTAINTY,
  SENSITIVITY,
  THREADS,
  EXPLAIN,
  PREVIOUS,
  CHECK,
  NAME_COUNT
};

enum { MOST_THREADS = 1024 };
static const int64_t most_replicates = (int64_t)1 << 53; /* of a tally */

static bool take_value(struct session *s, struct options *o, int option, const char *value) {
  switch (option) {
    case FRAMEWORK:
      o->framework = value;
      return true;
    case DATA:
      o->data = value;
      return true;
    case METHOD:
      o->method = value;
      return true;
    case OUTPUT:
      o->output = value;
      return true;
    case VERIFY:
      o->verify = value;
      return true;
    case EXPLAIN:
      o->explain = value;
      return true;
    case FRAMES:
      o->frames = value;
      return true;
    case SAVE_FRAMES:
      o->save_frames = value;
      return true;
    case PREVIOUS:
      o->previous = value;
      return true;
    case CHECK:
      o->check = value;
      return true;
    case TOP:
      return read_count(s, names[TOP], value, INNO_LIMIT_UNITS, &o->top);
    case UNCERTAINTY:
      return read_count(s, names[UNCERTAINTY], value, most_replicates, &o->uncertainty);
    case SENSITIVITY:
      return read_count(s, names[SENSITIVITY], value, INNO_LIMIT_BASE_POINTS, &o->sensitivity);
    case THREADS:
      return read_count(s, names[THREADS], value, MOST_THREADS, &o->threads);
    case SEPARATOR:
      return read_separator(s, value);
    case REGROUP:
      o->regroup = value;
      s->regroups = true;
      return true;
    case PERIOD:
      s->period = value;
      return true;
    default:
      return read_language(s, value);
  }
}

/* --name value or --name=value. *at moves to the last argument taken. */
static bool read_option(struct session *s, struct options *o, int argc, char **argv, int *at) {
  const char *argument = argv[*at], *equal = strchr(argument, '=');
  size_t length = equal != NULL ? (size_t)(equal - argument) : strlen(argument);
  int option = 0;
  while (option < NAME_COUNT && (strlen(names[option]) != length || strncmp(names[option], argument, length) != 0)) {
    option++;
  }
  if (option == NAME_COUNT) {
    bool word = argument[0] != '-';
    return usage(s, word ? pick(s, "cannot understand", "không hiểu") : pick(s, "unknown option", "tùy chọn không rõ"),
                 argument);
  }
  if (o->seen[option]) {
    return usage(s, pick(s, "given twice:", "được ghi hai lần:"), names[option]);
  }
  o->seen[option] = true;
  bool alone = option == CHECK && equal == NULL && (*at + 1 == argc || argv[*at + 1][0] == '-'); /* all units */
  const char *value = equal != NULL ? equal + 1 : *at + 1 < argc && !alone ? argv[++*at] : "";
  if (value[0] == '\0' && !alone) {
    return usage(s, pick(s, "a value is missing after", "thiếu giá trị sau"), names[option]);
  }
  return take_value(s, o, option, value);
}

/* --help and messages about other options need the language, wherever it stands. */
static void find_language(struct session *s, int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    bool vietnamese =
        strcmp(argv[i], "--language=vi") == 0 || (strcmp(argv[i], "vi") == 0 && strcmp(argv[i - 1], "--language") == 0);
    s->language = vietnamese ? INNO_LANGUAGE_VI : s->language;
  }
}

static bool read_options(struct session *s, struct options *o, int argc, char **argv) {
  find_language(s, argc, argv);
  for (int i = 1; i < argc; i++) {
    o->help = o->help || strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0;
    o->version = o->version || strcmp(argv[i], "--version") == 0;
  }
  if (o->help || o->version) {
    return true;
  }
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--decimal-comma") == 0) {
      s->decimal_comma = true;
    } else if (strcmp(argv[i], "--audit") == 0) {
      o->audit = true;
    } else if (!read_option(s, o, argc, argv, &i)) {
      return false;
    }
  }
  if (o->threads > 0 && o->uncertainty == 0 && o->sensitivity == 0) {
    return usage(s, pick(s, "without --uncertainty or --sensitivity there is nothing for", "không có --uncertainty hay --sensitivity thì không có việc cho"), names[THREADS]);
  }
  if (o->previous != NULL && o->check == NULL) {
    return usage(s, pick(s, "without --check there is nothing for", "không có --check thì không có việc cho"), names[PREVIOUS]);
  }
  if (o->framework == NULL || o->data == NULL) {
    return usage(s, pick(s, "needs", "cần"),
                 pick(s, "--framework FRAMEWORK.csv --data DATA.csv", "--framework KHUNG.csv --data SOLIEU.csv"));
  }
  return true;
}

/* What has been written beside its place goes away again. */
static int give_up(const struct board *b, const struct options *o, struct results *results) {
  if (o->output != NULL) {
    files_abandon(b, results);
  }
  if (o->save_frames != NULL) {
    held_abandon(b, o->save_frames);
  }
  return BAD_INPUT;
}

/* Everything is computed, compared and written beside its place before anything is shown; files and folder move last. */
static int show(const struct board *b, const struct options *o, const struct verify *verified) {
  const struct session *s = b->session;
  const char *inputs[] = {o->framework, o->data, o->method, o->verify, o->regroup, o->frames, o->previous};
  enum { INPUTS = sizeof inputs / sizeof inputs[0] };
  struct results results = {0};
  if (o->save_frames != NULL && !held_prepare(b, o->save_frames, inputs, INPUTS)) {
    return BAD_INPUT;
  }
  if (o->output != NULL && !files_prepare(b, o->output, inputs, INPUTS, &results)) {
    if (o->save_frames != NULL) {
      held_abandon(b, o->save_frames);
    }
    return BAD_INPUT;
  }
  if (b->data->note != NULL) {
    puts(b->data->note);
  }
  const char *optimal = optimal_text(s, &b->plan->optimal);
  if (optimal != NULL) {
    puts(optimal);
  }
  board_print(b, o->top);
  if (b->explain != NULL) {
    explain_print(b->explain);
  }
  if (b->audit != NULL) {
    audit_print(b->audit);
  }
  if (b->check != NULL) {
    check_print(b->check);
  }
  if (b->uncertain != NULL) {
    uncertain_print(b->uncertain, o->top);
  }
  if (b->sensitive != NULL) {
    sensitive_print(b->sensitive);
  }
  const char *unproved = searches_unproved(b);
  if (unproved != NULL) {
    printf("\n%s", unproved);
  }
  const char *frontiers = frontiers_summary(b);
  if (frontiers != NULL) {
    printf("\n%s", frontiers);
  }
  if (o->verify != NULL) {
    printf("\n%s", verified->text.bytes);
  }
  if ((o->output != NULL || o->save_frames != NULL) && fflush(stdout) != 0) {
    fail(s, (struct place){0}, "cannot write to the terminal: %s", "không ghi được ra màn hình: %s", strerror(errno));
    return give_up(b, o, &results);
  }
  if (o->output != NULL && !files_move(b, &results)) {
    if (o->save_frames != NULL) {
      held_abandon(b, o->save_frames);
    }
    return BAD_INPUT;
  }
  if (o->save_frames != NULL && !held_move(b, o->save_frames)) {
    return BAD_INPUT;
  }
  if (o->output != NULL) {
    printf("\n%s %s/report.html\n", pick(s, "Report:", "Báo cáo:"), o->output);
  }
  return verified->disagreements > 0 ? DISAGREES : AGREES;
}

static int run(const struct session *s, const struct options *o) {
  struct framework f = {0};
  struct data d = {0};
  struct plan p = {0};
  struct board b = {0};
  struct audit audit = {0};
  struct explain explain = {0};
  struct check check = {0};
  struct uncertain uncertain = {0};
  struct sensitive sensitive = {0};
  struct verify verify = {0};
  int32_t threads = o->threads > 0 ? (int32_t)o->threads : host_cores();
  inno_frames *frames = NULL;
  int status = BAD_INPUT;
  if (framework_read(s, o->framework, &f) && plan_make(s, o->method, &f, &p) &&
      data_read(s, o->data, &f, o->audit ? audit_development(s, &p) : NULL, &d) &&
      regroup_data(s, o->regroup, &f, &p, &d) && held_read(s, o->frames, &frames) &&
      board_make(s, &f, &d, &p, frames, &b) && frontiers_make(&b) &&
      (o->explain == NULL || explain_make(&b, o->explain, &explain)) &&
      (!o->audit || audit_make(&b, o->frames != NULL, &audit)) &&
      (o->check == NULL || check_make(&b, o->frames != NULL, o->check, o->previous, &check)) &&
      (o->uncertainty == 0 || uncertain_make(&b, o->frames != NULL, o->uncertainty, threads, &uncertain)) &&
      (o->sensitivity == 0 || sensitive_make(&b, o->frames != NULL, o->sensitivity, threads, &sensitive)) &&
      (o->verify == NULL || verify_make(&b, o->verify, &verify))) {
    b.explain = o->explain != NULL ? &explain : NULL;
    b.audit = o->audit ? &audit : NULL;
    b.check = o->check != NULL ? &check : NULL;
    b.uncertain = o->uncertainty > 0 ? &uncertain : NULL;
    b.sensitive = o->sensitivity > 0 ? &sensitive : NULL;
    b.verify = o->verify != NULL ? &verify : NULL;
    status = show(&b, o, &verify);
  }
  verify_close(&verify);
  sensitive_close(&sensitive);
  uncertain_close(&uncertain);
  check_close(&check);
  audit_close(&audit);
  explain_close(&explain);
  board_close(&b);
  inno_frames_destroy(frames);
  data_close(&d);
  plan_close(&p);
  framework_destroy(&f);
  return status;
}

int main(int argc, char **argv) {
  struct session s = {0};
  struct options o = {0};
  int status = BAD_INPUT;
  host_begin();
  s.arena = arena_create();
  if (read_options(&s, &o, argc, argv)) {
    if (o.help) {
      print_help(&s);
      status = AGREES;
    } else if (o.version) {
      printf("%s\n", inno_build_info());
      status = AGREES;
    } else if (inno_error_create(NULL, &s.error) == INNO_OK) {
      inno_error_set_language(s.error, s.language);
      status = run(&s, &o);
    }
  }
  inno_error_destroy(s.error);
  arena_destroy(s.arena);
  if (fflush(stdout) != 0) {
    fprintf(stderr, "scoreboard: %s\n", strerror(errno));
    return BAD_INPUT;
  }
  return status;
}
