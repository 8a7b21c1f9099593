/* scoreboard: a CSV of indicators in, a ranked, traced, verified index out. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"
#include "files.h"
#include "verify.h"

enum { AGREES = 0, DISAGREES = 1, BAD_INPUT = 2 };

struct options {
  const char *framework, *data, *method, *output, *verify;
  long top;
};

static void print_help(FILE *out) {
  fputs("usage: scoreboard --framework FRAMEWORK.csv --data DATA.csv [options]\n"
        "\n"
        "  --method METHOD.ini     the steps and rules; without it the default method of GII and PII\n"
        "  --output DIR            writes every table and report.html there; DIR is whole or untouched\n"
        "  --verify PUBLISHED.csv  compares with published scores or ranks, allowing for their decimals\n"
        "  --top N                 shows the first N units only\n"
        "  --separator C           separator of the CSV files: , or ; (default: what the header has)\n"
        "  --decimal-comma         numbers in the CSV files have a decimal comma\n"
        "  --language en|vi        language of messages and report\n"
        "  --version, --help\n"
        "\n"
        "exit status: 0 done, 1 a published value disagrees, 2 bad input (nothing is written)\n",
        out);
}

static bool usage(const struct session *s, const char *what, const char *argument) {
  fprintf(stderr, "scoreboard: %s %s\n", what, argument);
  fprintf(stderr, "%s\n", pick(s, "try: scoreboard --help", "hãy thử: scoreboard --help"));
  return false;
}

static bool read_value(struct session *s, struct options *o, const char *name, const char *value) {
  char *end = NULL;
  if (strcmp(name, "--framework") == 0) {
    o->framework = value;
  } else if (strcmp(name, "--data") == 0) {
    o->data = value;
  } else if (strcmp(name, "--method") == 0) {
    o->method = value;
  } else if (strcmp(name, "--output") == 0) {
    o->output = value;
  } else if (strcmp(name, "--verify") == 0) {
    o->verify = value;
  } else if (strcmp(name, "--top") == 0) {
    o->top = strtol(value, &end, 10);
    if (*end != '\0' || o->top < 1) {
      return usage(s, "--top needs a whole number above 0, not", value);
    }
  } else if (strcmp(name, "--separator") == 0) {
    if (strcmp(value, ",") != 0 && strcmp(value, ";") != 0) {
      return usage(s, "--separator is , or ; and not", value);
    }
    s->separator = value[0];
  } else if (strcmp(name, "--language") == 0) {
    if (strcmp(value, "en") != 0 && strcmp(value, "vi") != 0) {
      return usage(s, "--language is en or vi and not", value);
    }
    s->language = strcmp(value, "vi") == 0 ? INNO_LANGUAGE_VI : INNO_LANGUAGE_EN;
  } else {
    return usage(s, pick(s, "unknown option", "tùy chọn không rõ"), name);
  }
  return true;
}

static bool read_options(struct session *s, struct options *o, int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--help") == 0) {
      print_help(stdout);
      exit(AGREES);
    }
    if (strcmp(argv[i], "--version") == 0) {
      printf("%s\n", inno_build_info());
      exit(AGREES);
    }
    if (strcmp(argv[i], "--decimal-comma") == 0) {
      s->decimal_comma = true;
      continue;
    }
    if (strncmp(argv[i], "--", 2) != 0 || i + 1 == argc) {
      return usage(s, pick(s, "cannot understand", "không hiểu"), argv[i]);
    }
    if (!read_value(s, o, argv[i], argv[i + 1])) {
      return false;
    }
    i++;
  }
  if (o->framework == NULL || o->data == NULL) {
    return usage(s, pick(s, "needs", "cần"), "--framework FRAMEWORK.csv --data DATA.csv");
  }
  return true;
}

/* Everything is computed and compared before anything is written. */
static int show(const struct board *b, const struct options *o) {
  int64_t disagreements = 0;
  board_print(b, o->top);
  if (o->verify != NULL) {
    putchar('\n');
    if (!verify_print(b, o->verify, &disagreements)) {
      return BAD_INPUT;
    }
  }
  if (o->output != NULL) {
    if (!files_write(b, o->output)) {
      return BAD_INPUT;
    }
    printf("\n%s %s/report.html\n", pick(b->session, "Report:", "Báo cáo:"), o->output);
  }
  return disagreements > 0 ? DISAGREES : AGREES;
}

static int run(const struct session *s, const struct options *o) {
  struct framework f = {0};
  struct data d = {0};
  struct plan p = {0};
  struct board b = {0};
  int status = BAD_INPUT;
  if (framework_read(s, o->framework, &f) && plan_make(s, o->method, &f, &p) && data_read(s, o->data, &f, &d) &&
      board_make(s, &f, &d, &p, &b)) {
    status = show(&b, o);
  }
  board_close(&b);
  data_close(&d);
  plan_close(&p);
  framework_destroy(&f);
  return status;
}

int main(int argc, char **argv) {
  struct session s = {0};
  struct options o = {0};
  int status = BAD_INPUT;
  s.arena = arena_create();
  if (read_options(&s, &o, argc, argv)) {
    if (inno_error_create(NULL, &s.error) == INNO_OK) {
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
