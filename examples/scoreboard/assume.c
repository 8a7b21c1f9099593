#include "assume.h"

#include <math.h>
#include <string.h>

#include "number.h"
#include "plan.h"
#include "utf8.h"

/* ---- one section ---- */

enum { MOST_KEYS = 6 };

struct reading {
  const struct session *s;
  const struct plan *plan;
  const struct framework *framework;
  const struct ini_section *section;
  inno_assumptions *list;
  struct assumed *claims; /* NULL = they have been taken */
};

/* A kind of assumption: its keys, those with a star needed. */
struct kind {
  const char *name;
  const char *keys[MOST_KEYS];
  bool (*add)(const struct reading *r);
};

static struct place at_line(const struct reading *r, size_t line) { return (struct place){r->plan->ini.file, line, NULL}; }
static struct place here(const struct reading *r) { return at_line(r, r->section->line); }

static const struct ini_entry *find(const struct reading *r, const char *key) {
  for (size_t e = 0; e < r->section->entry_count; e++) {
    if (strcmp(r->section->entries[e].key, key) == 0) {
      return &r->section->entries[e];
    }
  }
  return NULL;
}

static struct place at_key(const struct reading *r, const char *key) {
  const struct ini_entry *entry = find(r, key);
  return entry != NULL ? at_line(r, entry->line) : here(r);
}

static const char *text(const struct reading *r, const char *key) {
  const struct ini_entry *entry = find(r, key);
  return entry != NULL ? entry->value : NULL;
}

static bool number(const struct reading *r, const char *key, double usual, double *out) {
  *out = usual;
  return find(r, key) == NULL || number_read(r->s, at_key(r, key), text(r, key), false, out);
}

static bool whole(const struct reading *r, const char *key, int32_t usual, int32_t low, int32_t high, int32_t *out) {
  double value = usual;
  if (!number(r, key, usual, &value)) {
    return false;
  }
  if (find(r, key) != NULL && !(value >= low && value <= high && value == floor(value))) {
    return fail(r->s, at_key(r, key), "%s is a whole number from %d to %d, not %s", "%s là số nguyên từ %d đến %d, không phải %s", key,
                (int)low, (int)high, utf8_shown(r->s->arena, text(r, key)));
  }
  *out = (int32_t)value;
  return true;
}

static bool codes(const struct reading *r, const char ***out, size_t *count) {
  return ini_list(r->s, at_key(r, "codes"), find(r, "codes")->list, out, count);
}

/* One number for all, or one each. NULL after a message; also where the key is absent, then *ok stays true. */
static double *numbers(const struct reading *r, const char *key, size_t wanted, bool *ok) {
  const struct ini_entry *entry = find(r, key);
  const char **items = NULL;
  size_t count = 0;
  if (entry == NULL) {
    return NULL;
  }
  *ok = ini_list(r->s, at_key(r, key), entry->list, &items, &count) &&
        (count == 1 || count == wanted ||
         fail(r->s, at_key(r, key), "%s has %zu numbers; expected one for all, or %zu", "%s có %zu số; cần một số cho tất cả, hoặc %zu", key,
              count, wanted));
  double *values = arena_take(r->s->arena, wanted, sizeof *values);
  for (size_t i = 0; *ok && i < wanted; i++) {
    *ok = number_read(r->s, at_key(r, key), items[count == 1 ? 0 : i], false, &values[i]);
  }
  return *ok ? values : NULL;
}

/* The sentence of the library, at the line that it is about: by its status, which is the same in every language; else the
 * first key that it names. */
static bool added(const struct reading *r, inno_status status, const char *value_key) {
  if (status == INNO_OK) {
    return true;
  }
  const char *key = status == INNO_E_VALUE ? value_key : status == INNO_E_RULE ? "law" : status == INNO_E_DUPLICATE ? "codes" : NULL;
  if (key != NULL) {
    return fail_library(r->s, at_key(r, key));
  }
  const char *sentence = inno_error_message(r->s->error);
  for (size_t e = 0; e < r->section->entry_count; e++) {
    if (speaks_of(sentence, r->section->entries[e].key)) {
      return fail_library(r->s, at_line(r, r->section->entries[e].line));
    }
  }
  return fail_library(r->s, here(r));
}

static void claim(const struct session *s, struct assumed *a, const struct ini_section *section, struct weight_claim what) {
  if (a != NULL) {
    a->claims = arena_grow(s->arena, a->claims, a->claim_count + 1, sizeof *a->claims);
    what.section = section != NULL ? section->code : "";
    a->claims[a->claim_count++] = what;
  }
}

/* An assumption that is there, and what it says of weights; false where it is not. */
static bool added_claim(const struct reading *r, bool there, struct weight_claim what) {
  if (there) {
    claim(r->s, r->claims, r->section, what);
  }
  return there;
}

/* ---- alternatives of a step ---- */

/* The parts of a text between marks that do not stand in quotes, without spaces at their ends. */
static size_t parts(const struct session *s, const char *whole_text, char mark, const char ***out) {
  size_t count = 0;
  *out = NULL;
  for (const char *from = whole_text, *at = from;; at++) {
    if (*at == '"') {
      const char *end = strchr(at + 1, '"');
      at = end != NULL ? end : at;
    }
    if (*at == mark || *at == '\0') {
      const char *end = at;
      from += strspn(from, " \t");
      while (end > from && (end[-1] == ' ' || end[-1] == '\t')) {
        end--;
      }
      *out = arena_grow(s->arena, *out, count + 1, sizeof **out);
      (*out)[count++] = arena_text(s->arena, from, (size_t)(end - from));
      from = at + 1;
      if (*at == '\0') {
        return count;
      }
    }
  }
}

static const char *unquoted(const struct session *s, const char *word) {
  size_t length = strlen(word);
  return length >= 2 && word[0] == '"' && word[length - 1] == '"' ? arena_text(s->arena, word + 1, length - 2) : word;
}

/* key = value, key.LEVEL = value or key:CODE = value. */
static bool apply_setting(const struct reading *r, inno_scheme *scheme, const char *setting) {
  struct place place = at_key(r, "alternatives");
  const char **sides, **scope;
  size_t found = parts(r->s, setting, '=', &sides);
  if (found != 2 || sides[0][0] == '\0' || sides[1][0] == '\0') {
    return fail(r->s, place, "\"%s\" is no alternative; expected own, or settings key = value, key.LEVEL = value, key:CODE = value (after new, without the method's own), with | between alternatives",
                "\"%s\" không phải phương án; cần own, hoặc khóa = giá trị, khóa.CẤP = giá trị, khóa:MÃ = giá trị (sau new thì bỏ thiết lập của phương pháp), giữa các phương án là |",
                utf8_shown(r->s->arena, setting));
  }
  const char *code = NULL;
  int32_t step = inno_scheme_step(scheme), level = 0;
  if (parts(r->s, sides[0], ':', &scope) == 2) {
    code = unquoted(r->s, scope[1]);
  } else if (parts(r->s, sides[0], '.', &scope) == 2) {
    double value = 0.0;
    if (!number_read(r->s, place, scope[1], false, &value)) {
      return false;
    }
    level = value >= 1.0 && value <= INNO_LIMIT_LEVELS && value == floor(value) ? (int32_t)value : -1;
  }
  struct catalog_key key;
  if (level < 0 || !catalog_key(step, scope[0], &key)) {
    size_t count;
    const char **names = catalog_keys(r->s, step, INNO_SCOPE_ALL, &count);
    return fail(r->s, place, "the step has no key '%s'; its keys are %s.%s", "bước này không có khóa '%s'; các khóa là %s.%s",
                utf8_shown(r->s->arena, sides[0]), catalog_join(r->s, names, count), did_you_mean(r->s, scope[0], names, count));
  }
  return catalog_set(r->s, place, scheme, &key, code, level, unquoted(r->s, sides[1]), false);
}

/* own = the method's scheme as it stands; new, ... = the settings alone; else the method's scheme with these settings.
 * NULL after a message. */
static inno_scheme *make_alternative(const struct reading *r, int32_t position, const char *alternative) {
  const char **settings;
  size_t count = parts(r->s, alternative, ',', &settings);
  bool own = count == 1 && strcmp(settings[0], "own") == 0, fresh = strcmp(settings[0], "new") == 0, ok = true;
  inno_scheme *scheme = NULL;
  if (!fresh) {
    scheme = plan_scheme_again(r->s, r->plan, r->framework, position);
  } else if (inno_scheme_create(NULL, inno_scheme_step(r->plan->steps[position]), &scheme, r->s->error) != INNO_OK) {
    fail_library(r->s, here(r));
  }
  for (size_t i = fresh; scheme != NULL && ok && !own && i < count; i++) {
    ok = apply_setting(r, scheme, settings[i]);
  }
  if (!ok) {
    inno_scheme_destroy(scheme);
  }
  return ok ? scheme : NULL;
}

/* The position of "normalize" or, of several, "normalize#2"; -1 after a message. */
static int32_t step_position(const struct reading *r, const char *name) {
  const struct plan *p = r->plan;
  const char **halves;
  double wanted = 1.0, found = 0.0;
  if (parts(r->s, name, '#', &halves) == 2 && !number_read(r->s, at_key(r, "step"), halves[1], false, &wanted)) {
    return -1;
  }
  struct text list = {0};
  for (int32_t k = 0; k < p->step_count; k++) {
    struct catalog_step step = {0};
    (void)catalog_step_by_number(inno_scheme_step(p->steps[k]), &step);
    text_print(r->s->arena, &list, "%s%s", k > 0 ? ", " : "", step.verb);
    found += strcmp(step.verb, halves[0]) == 0;
    if (strcmp(step.verb, halves[0]) == 0 && found == wanted) {
      return k;
    }
  }
  fail(r->s, at_key(r, "step"), "the method has no step '%s'; its steps are %s", "phương pháp không có bước '%s'; các bước là %s",
       utf8_shown(r->s->arena, name), list.bytes);
  return -1;
}

static bool add_schemes(const struct reading *r) {
  const char **alternatives;
  int32_t position = step_position(r, text(r, "step"));
  size_t count = parts(r->s, find(r, "alternatives")->list, '|', &alternatives), made = 0;
  bool ok = position >= 0;
  double *probabilities = ok ? numbers(r, "probabilities", count, &ok) : NULL;
  inno_scheme **schemes = arena_take(r->s->arena, count, sizeof(inno_scheme *)); /* NOLINT(bugprone-sizeof-expression) */
  for (; ok && made < count; made++) {
    schemes[made] = make_alternative(r, position, alternatives[made]);
    ok = schemes[made] != NULL;
  }
  ok = ok && (count > 1 || fail(r->s, at_key(r, "alternatives"), "one alternative is no choice; put | between two or more",
                                "chỉ một phương án thì không có lựa chọn; hãy ghi hai phương án trở lên, cách nhau bằng |"));
  ok = ok && added(r, inno_assumptions_add_schemes(r->list, position, (const inno_scheme *const *)schemes, (int64_t)count, probabilities,
                                                   r->s->error), "probabilities");
  for (size_t i = 0; i < count; i++) {
    inno_scheme_destroy(schemes[i]);
  }
  return ok;
}

/* ---- sets of weights: a row a node, a column a set ---- */

/* The method's weights once more. */
static inno_weights *weights_again(const struct reading *r) {
  inno_weights *w = NULL;
  bool ok = inno_weights_create_given(NULL, r->framework->set, &w, r->s->error) == INNO_OK;
  for (size_t i = 0; ok && r->plan->weights != NULL && i < r->framework->count; i++) {
    double weight = 0.0;
    const char *code = r->framework->nodes[i].code;
    bool index = r->framework->nodes[i].parent[0] == '\0';
    ok = index || (inno_weights_get(r->plan->weights, code, &weight, r->s->error) == INNO_OK &&
                   inno_weights_set(w, code, weight, r->s->error) == INNO_OK);
  }
  if (!ok) {
    fail_library(r->s, here(r));
    inno_weights_destroy(w);
    return NULL;
  }
  return w;
}

static bool fill_set(const struct reading *r, const struct table *t, size_t column, inno_weights *w) {
  for (size_t row = 0; row < t->rows; row++) {
    double weight = 0.0;
    if (table_cell(t, row, column)[0] == '\0') { /* as the method has it */
      continue;
    }
    if (!number_read(r->s, table_place(t, row, column), table_cell(t, row, column), r->s->decimal_comma, &weight)) {
      return false;
    }
    if (inno_weights_set(w, table_cell(t, row, 0), weight, r->s->error) != INNO_OK) {
      return fail_library(r->s, table_place(t, row, inno_error_status(r->s->error) == INNO_E_CODE ? 0 : column));
    }
  }
  return true;
}

static bool add_weight_sets(const struct reading *r) {
  struct table t;
  if (!table_read(r->s, file_beside(r->s, r->plan->ini.file, text(r, "file")), &t)) {
    return false;
  }
  if (strcmp(t.headers[0], "node") != 0 || t.columns < 3) {
    return fail(r->s, table_header_place(&t, 0), "weight sets have a column node first, then two or more columns, one a set",
                "các bộ trọng số cần cột node đầu tiên, sau đó từ hai cột trở lên, mỗi cột một bộ");
  }
  size_t count = t.columns - 1;
  bool ok = true;
  double *probabilities = numbers(r, "probabilities", count, &ok);
  inno_weights **sets = arena_take(r->s->arena, count, sizeof(inno_weights *)); /* NOLINT(bugprone-sizeof-expression) */
  for (size_t i = 0; ok && i < count; i++) {
    sets[i] = weights_again(r);
    ok = sets[i] != NULL && fill_set(r, &t, i + 1, sets[i]);
  }
  ok = ok && added(r, inno_assumptions_add_weight_sets(r->list, (const inno_weights *const *)sets, (int64_t)count, probabilities,
                                                       r->s->error), "probabilities");
  for (size_t i = 0; i < count; i++) {
    inno_weights_destroy(sets[i]);
  }
  return ok;
}

/* ---- the other kinds ---- */

static bool add_weight_range(const struct reading *r) {
  double lower, upper;
  return number(r, "lower", 0.0, &lower) && number(r, "upper", 0.0, &upper) &&
         added_claim(r, added(r, inno_assumptions_add_weight_range(r->list, text(r, "node"), lower, upper, r->s->error), "lower"),
                     (struct weight_claim){.form = CLAIM_RANGE, .node = text(r, "node"), .lower = lower, .upper = upper});
}

static bool add_weight_noise(const struct reading *r) {
  int32_t level = 0;
  double share;
  return whole(r, "level", 1, 1, INNO_LIMIT_LEVELS, &level) && number(r, "share", 0.0, &share) &&
         added_claim(r, added(r, inno_assumptions_add_weight_noise(r->list, level, share, r->s->error), "share"),
                     (struct weight_claim){.form = CLAIM_NOISE, .level = level, .upper = share});
}

static bool add_simplex(const struct reading *r) {
  return added_claim(r, added(r, inno_assumptions_add_simplex(r->list, text(r, "node"), r->s->error), NULL),
                     (struct weight_claim){.form = CLAIM_SIMPLEX, .node = text(r, "node")});
}

static bool add_dirichlet(const struct reading *r) {
  double concentration;
  return number(r, "concentration", 0.0, &concentration) &&
         added(r, inno_assumptions_add_dirichlet(r->list, text(r, "node"), concentration, r->s->error), "concentration");
}

static bool add_bounded(const struct reading *r) {
  const char **list;
  size_t count;
  bool ok = codes(r, &list, &count);
  double *lower = ok ? numbers(r, "lower", count, &ok) : NULL;
  double *upper = ok ? numbers(r, "upper", count, &ok) : NULL;
  return ok &&
         added_claim(
             r, added(r, inno_assumptions_add_bounded(r->list, text(r, "node"), list, lower, upper, (int64_t)count, r->s->error), "lower"),
             (struct weight_claim){.form = CLAIM_BOUNDED, .node = text(r, "node"), .codes = list, .lowers = lower, .uppers = upper, .count = count});
}

static bool add_order(const struct reading *r) {
  const char **list;
  size_t count;
  return codes(r, &list, &count) &&
         added_claim(r, added(r, inno_assumptions_add_order(r->list, text(r, "node"), list, (int64_t)count, r->s->error), NULL),
                     (struct weight_claim){.form = CLAIM_ORDER, .node = text(r, "node"), .codes = list, .count = count});
}

static bool add_removal(const struct reading *r) {
  const char **list;
  size_t count;
  int32_t none = 0;
  return codes(r, &list, &count) && whole(r, "none", 0, 0, 1, &none) &&
         added(r, inno_assumptions_add_removal(r->list, list, (int64_t)count, none, r->s->error), NULL);
}

/* The position of a word in a list of three, from 1 as the library numbers them; 0 after a message. */
static int32_t word(const struct reading *r, const char *key, const char *const names[3]) {
  for (int32_t i = 0; i < 3; i++) {
    if (strcmp(text(r, key), names[i]) == 0) {
      return i + 1;
    }
  }
  fail(r->s, at_key(r, key), "%s is %s, not '%s'", "%s là %s, không phải '%s'", key, catalog_join(r->s, names, 3),
       utf8_shown(r->s->arena, text(r, key)));
  return 0;
}

static bool add_error(const struct reading *r) {
  static const char *const laws[3] = {"normal", "uniform", "lognormal"}, *const measures[3] = {"absolute", "relative", "sd"};
  double size;
  int32_t law = word(r, "law", laws), measure = law > 0 ? word(r, "measure", measures) : 0;
  return measure > 0 && number(r, "size", 0.0, &size) &&
         added(r, inno_assumptions_add_error(r->list, text(r, "node"), text(r, "unit"), law, size, measure, r->s->error), "size");
}

/* What the library is to vary of a step; its scheme once more, NULL after a message. */
static inno_scheme *jrc_step(const struct reading *r, const char *verb, const char *key, int32_t *position) {
  struct catalog_step step;
  for (int32_t k = 0; k < r->plan->step_count; k++) {
    if (catalog_step_by_number(inno_scheme_step(r->plan->steps[k]), &step) && strcmp(step.verb, verb) == 0) {
      *position = k;
      return plan_scheme_again(r->s, r->plan, r->framework, k);
    }
  }
  fail(r->s, at_key(r, key), "%s varies a step that the method does not have: %s", "%s thay đổi một bước mà phương pháp không có: %s", key,
       verb);
  return NULL;
}

static bool add_jrc(const struct reading *r) {
  const char **list;
  size_t count;
  int32_t level = 0, imputes = 0, aggregation_at = -1, imputation_at = -1;
  inno_scheme *aggregation = NULL, *imputation = NULL;
  bool ok = codes(r, &list, &count) && whole(r, "geometric_level", 0, 2, INNO_LIMIT_LEVELS, &level) &&
            whole(r, "imputation", 0, 0, 1, &imputes);
  double *lower = ok ? numbers(r, "lower", count, &ok) : NULL;
  double *upper = ok ? numbers(r, "upper", count, &ok) : NULL;
  if (ok && level > 0) {
    aggregation = jrc_step(r, "aggregate", "geometric_level", &aggregation_at);
    ok = aggregation != NULL;
  }
  if (ok && imputes == 1) {
    imputation = jrc_step(r, "impute", "imputation", &imputation_at);
    ok = imputation != NULL;
  }
  ok = ok && added(r, inno_assumptions_add_jrc(r->list, list, lower, upper, (int64_t)count, aggregation, aggregation_at, level, imputation,
                                               imputation_at, r->s->error), "lower");
  inno_scheme_destroy(aggregation);
  inno_scheme_destroy(imputation);
  for (size_t i = 0; ok && level == 0 && imputes == 0 && i < count; i++) {
    claim(r->s, r->claims, r->section, (struct weight_claim){.form = CLAIM_RANGE, .node = list[i], .lower = lower[i], .upper = upper[i]});
  }
  return ok;
}

/* ---- all sections ---- */

static const struct kind kinds[] = {
    {"schemes", {"step*", "alternatives*", "probabilities"}, add_schemes},
    {"weight_sets", {"file*", "probabilities"}, add_weight_sets},
    {"weight_range", {"node*", "lower*", "upper*"}, add_weight_range},
    {"weight_noise", {"level*", "share*"}, add_weight_noise},
    {"simplex", {"node*"}, add_simplex},
    {"dirichlet", {"node*", "concentration*"}, add_dirichlet},
    {"bounded", {"node*", "codes*", "lower*", "upper*"}, add_bounded},
    {"order", {"node*", "codes*"}, add_order},
    {"removal", {"codes*", "none"}, add_removal},
    {"error", {"node*", "law*", "size*", "measure*", "unit"}, add_error},
    {"jrc", {"codes*", "lower*", "upper*", "geometric_level", "imputation"}, add_jrc},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static const struct kind *kind_of(const struct reading *r) {
  const char *names[KINDS];
  const char *wanted = text(r, "kind");
  for (size_t k = 0; k < KINDS; k++) {
    names[k] = kinds[k].name;
    if (wanted != NULL && strcmp(wanted, names[k]) == 0) {
      return &kinds[k];
    }
  }
  if (wanted == NULL) {
    fail(r->s, here(r), "[assumption:%s] needs kind = %s", "[assumption:%s] cần kind = %s", utf8_shown(r->s->arena, r->section->code),
         catalog_join(r->s, names, KINDS));
  } else {
    fail(r->s, at_key(r, "kind"), "there is no kind of assumption '%s'; choose from %s.%s", "không có loại giả định '%s'; hãy chọn trong %s.%s",
         utf8_shown(r->s->arena, wanted), catalog_join(r->s, names, KINDS), did_you_mean(r->s, wanted, names, KINDS));
  }
  return NULL;
}

/* Every key is one of the kind, and none that is needed is absent. */
static bool check_keys(const struct reading *r, const struct kind *kind) {
  const char *names[MOST_KEYS + 1] = {"kind"};
  size_t count = 1;
  for (size_t k = 0; k < MOST_KEYS && kind->keys[k] != NULL; k++) {
    size_t length = strcspn(kind->keys[k], "*");
    names[count++] = arena_text(r->s->arena, kind->keys[k], length);
    if (kind->keys[k][length] == '*' && find(r, names[count - 1]) == NULL) {
      return fail(r->s, here(r), "kind = %s needs %s = ...", "kind = %s cần %s = ...", kind->name, names[count - 1]);
    }
  }
  for (size_t e = 0; e < r->section->entry_count; e++) {
    const char *key = r->section->entries[e].key;
    bool known = false;
    for (size_t k = 0; k < count; k++) {
      known = known || strcmp(names[k], key) == 0;
    }
    if (!known) {
      return fail(r->s, at_line(r, r->section->entries[e].line), "kind = %s has no key '%s'; its keys are %s.%s",
                  "kind = %s không có khóa '%s'; các khóa là %s.%s", kind->name, utf8_shown(r->s->arena, key),
                  catalog_join(r->s, names, count), did_you_mean(r->s, key, names, count));
    }
  }
  return true;
}

static bool add_section(const struct reading *r) {
  const struct ini_section *section = r->section;
  if (section->code == NULL || section->level != 0 || section->occurrence != 1) {
    return fail(r->s, here(r), "an assumption has a name: [assumption:NAME]", "mỗi giả định có tên: [assumption:TÊN]");
  }
  const struct kind *kind = kind_of(r);
  size_t claims = r->claims != NULL ? r->claims->claim_count : 0;
  bool ok = kind != NULL && check_keys(r, kind) && kind->add(r);
  if (ok && r->claims != NULL && r->claims->claim_count == claims) {
    claim(r->s, r->claims, r->section, (struct weight_claim){.form = CLAIM_OTHER});
  }
  return ok;
}

/* The first sections; into (or NULL) gets the number of assumptions after each, and what they say of weights. */
static inno_assumptions *read_first(const struct session *s, const struct plan *p, const struct framework *f,
                                    const struct assumed *a, size_t sections, struct assumed *into) {
  inno_assumptions *list = NULL;
  bool ok = inno_assumptions_create(NULL, &list, s->error) == INNO_OK || fail_library(s, (struct place){0});
  for (size_t i = 0; ok && i < sections; i++) {
    ok = add_section(&(struct reading){s, p, f, a->sections[i], list, into});
    if (into != NULL) {
      into->counts[i] = inno_assumptions_count(list);
    }
  }
  if (!ok) {
    inno_assumptions_destroy(list);
    list = NULL;
  }
  return list;
}

/* Nothing is said: the weights of every level below the index whose nodes have siblings. */
static bool add_default(const struct session *s, const struct framework *f, struct assumed *a) {
  enum { PERCENT = 25 };
  bool *siblings = arena_take(s->arena, INNO_LIMIT_LEVELS + 1, sizeof *siblings);
  int64_t *children = arena_take(s->arena, f->count, sizeof *children);
  for (size_t i = 0; i < f->count; i++) {
    if (f->nodes[i].parent_row != NOT_FOUND) {
      children[f->nodes[i].parent_row]++;
    }
  }
  for (size_t i = 0; i < f->count; i++) {
    size_t parent = f->nodes[f->row_of[i]].parent_row;
    int32_t level = inno_indicator_set_level(f->set, (int64_t)i);
    if (parent != NOT_FOUND && children[parent] > 1 && level <= INNO_LIMIT_LEVELS) {
      siblings[level] = true;
    }
  }
  for (int32_t level = 1; level <= INNO_LIMIT_LEVELS; level++) {
    if (!siblings[level]) {
      continue;
    }
    if (inno_assumptions_add_weight_noise(a->all, level, PERCENT / 100.0, s->error) != INNO_OK) {
      return fail_library(s, (struct place){0});
    }
    claim(s, a, NULL, (struct weight_claim){.form = CLAIM_NOISE, .level = level, .upper = PERCENT / 100.0});
  }
  return true;
}

bool assume_read(const struct session *s, const struct plan *p, const struct framework *f, struct assumed *a) {
  *a = (struct assumed){0};
  a->sections = arena_take(s->arena, p->ini.section_count, sizeof(const struct ini_section *));
  a->counts = arena_take(s->arena, p->ini.section_count, sizeof *a->counts);
  for (size_t i = 0; i < p->ini.section_count; i++) {
    if (strcmp(p->ini.sections[i].name, "assumption") == 0) {
      a->sections[a->count++] = &p->ini.sections[i];
    }
  }
  a->all = read_first(s, p, f, a, a->count, a);
  return a->all != NULL && (a->count > 0 || add_default(s, f, a));
}

void assume_close(struct assumed *a) { inno_assumptions_destroy(a->all); }

inno_assumptions *assume_first(const struct session *s, const struct plan *p, const struct framework *f, size_t sections) {
  return read_first(s, p, f, &p->assumed, sections, NULL);
}

const char *assume_name(const struct session *s, const struct assumed *a, int64_t assumption) {
  for (size_t i = 0; i < a->count; i++) {
    if (assumption < a->counts[i]) {
      return a->sections[i]->code;
    }
  }
  return pick(s, "weights ± 25 %", "trọng số ± 25 %");
}
