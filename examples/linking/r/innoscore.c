/* innoscore for R by .Call: one function that takes what innoscore.R took apart, and gives matrices back.
   The objects of the library hang on an external pointer: when R leaves in the middle (no memory, a text that cannot be
   translated), its collector destroys them. */
#include <stdlib.h>
#include <string.h>

#include <innoscore/innoscore.h>

#define R_NO_REMAP
#include <R.h>
#include <R_ext/Rdynload.h>
#include <Rinternals.h>

enum { MAX_STEPS = INNO_LIMIT_STEPS };

struct work {
  inno_error *error;
  inno_indicator_set *set;
  inno_scheme *steps[MAX_STEPS];
  inno_method *method;
  inno_dataset *data;
  inno_result *result;
};

static void destroy(SEXP holder) {
  struct work *w = R_ExternalPtrAddr(holder);
  if (!w) return;
  R_ClearExternalPtr(holder);
  inno_result_destroy(w->result);
  inno_dataset_destroy(w->data);
  inno_method_destroy(w->method);
  for (int i = 0; i < MAX_STEPS; i++) inno_scheme_destroy(w->steps[i]);
  inno_indicator_set_destroy(w->set);
  inno_error_destroy(w->error);
  free(w);
}

/* A text of a character vector as UTF-8; NA is NULL. */
static const char *text(SEXP texts, R_xlen_t i) {
  SEXP one = STRING_ELT(texts, i);
  return one == NA_STRING ? NULL : Rf_translateCharUTF8(one);
}

static const char *const *all_texts(SEXP texts) {
  const R_xlen_t count = XLENGTH(texts);
  const char **made = (const char **)R_alloc((size_t)count + 1, sizeof *made);
  for (R_xlen_t i = 0; i < count; i++) made[i] = text(texts, i);
  return made;
}

/* nodes: list(code, parent, direction, weight) */
static inno_status make_set(struct work *w, SEXP nodes) {
  SEXP codes = VECTOR_ELT(nodes, 0), parents = VECTOR_ELT(nodes, 1);
  const int *direction = INTEGER(VECTOR_ELT(nodes, 2));
  const double *weight = REAL(VECTOR_ELT(nodes, 3));
  inno_status s = inno_indicator_set_create(NULL, &w->set, w->error);
  for (R_xlen_t i = 0; !s && i < XLENGTH(codes); i++) {
    const char *code = text(codes, i);
    s = inno_indicator_set_add(w->set, code, text(parents, i), w->error);
    if (!s) s = inno_indicator_set_direction(w->set, code, direction[i], w->error);
    if (!s) s = inno_indicator_set_weight(w->set, code, weight[i], w->error);
  }
  return s ? s : inno_indicator_set_freeze(w->set, w->error);
}

/* steps: their numbers; settings: list(position of the step from 0, code or NA, key, value as text) */
static inno_status make_method(struct work *w, SEXP steps, SEXP settings) {
  const int count = (int)XLENGTH(steps), *step = INTEGER(steps), *position = INTEGER(VECTOR_ELT(settings, 0));
  SEXP codes = VECTOR_ELT(settings, 1), keys = VECTOR_ELT(settings, 2), values = VECTOR_ELT(settings, 3);
  inno_status s = INNO_OK;
  for (int i = 0; !s && i < count; i++) s = inno_scheme_create(NULL, step[i], &w->steps[i], w->error);
  for (R_xlen_t i = 0; !s && i < XLENGTH(keys); i++) {
    const int32_t key = inno_key_from_name(step[position[i]], text(keys, i));
    s = inno_scheme_set_text(w->steps[position[i]], text(codes, i), key, text(values, i), w->error);
  }
  if (s) return s;
  return inno_method_create(NULL, w->set, NULL, (const inno_scheme *const *)w->steps, count, &w->method, w->error);
}

static inno_status make_data(struct work *w, SEXP units, SEXP columns, SEXP values) {
  const int64_t rows = XLENGTH(units);
  inno_status s = inno_dataset_create(NULL, rows, all_texts(units), &w->data, w->error);
  if (s) return s;
  const ptrdiff_t next = sizeof(double); /* R keeps a matrix by columns */
  return inno_dataset_add_columns(w->data, all_texts(columns), XLENGTH(columns), REAL(values), next, rows * next,
                                  w->error);
}

typedef inno_status(INNO_CALL *reader)(const inno_result *, int64_t, double *, ptrdiff_t, inno_error *);

static inno_status INNO_CALL ranks(const inno_result *result, int64_t node, double *out, ptrdiff_t stride,
                                   inno_error *error) {
  return inno_result_ranks(result, node, NULL, out, stride, error);
}

/* Units x nodes; what is missing is NA. */
static inno_status read_nodes(struct work *w, reader read, SEXP matrix) {
  const int64_t rows = inno_result_unit_count(w->result), nodes = inno_result_node_count(w->result);
  double *out = REAL(matrix);
  for (int64_t node = 0; node < nodes; node++) {
    const inno_status s = read(w->result, node, out + node * rows, sizeof(double), w->error);
    if (s) return s;
  }
  for (int64_t i = 0; i < rows * nodes; i++) {
    if (ISNAN(out[i])) out[i] = NA_REAL;
  }
  return INNO_OK;
}

static SEXP utf8(const char *words) { return Rf_ScalarString(Rf_mkCharCE(words, CE_UTF8)); }

/* list(status, its name, sentence, node, unit) */
static SEXP failure(const struct work *w, inno_status s) {
  SEXP made = PROTECT(Rf_allocVector(VECSXP, 5));
  SET_VECTOR_ELT(made, 0, Rf_ScalarInteger(s));
  SET_VECTOR_ELT(made, 1, utf8(inno_status_name(s)));
  SET_VECTOR_ELT(made, 2, utf8(w->error ? inno_error_message(w->error) : inno_status_text(s, INNO_LANGUAGE_EN)));
  SET_VECTOR_ELT(made, 3, utf8(inno_error_node(w->error)));
  SET_VECTOR_ELT(made, 4, utf8(inno_error_unit(w->error)));
  UNPROTECT(1);
  return made;
}

/* list(codes of the nodes, scores, ranks, coverage) when all went well, else what failure() gives. */
static SEXP score(SEXP nodes, SEXP steps, SEXP settings, SEXP units, SEXP columns, SEXP values) {
  if (XLENGTH(steps) > MAX_STEPS) Rf_error("a method has at most %d steps", (int)MAX_STEPS);
  SEXP holder = PROTECT(R_MakeExternalPtr(NULL, R_NilValue, R_NilValue));
  R_RegisterCFinalizer(holder, destroy);
  struct work *w = calloc(1, sizeof *w);
  if (!w) Rf_error("out of memory");
  R_SetExternalPtrAddr(holder, w);
  inno_status s = inno_error_create(NULL, &w->error);
  if (!s) s = make_set(w, nodes);
  if (!s) s = make_method(w, steps, settings);
  if (!s) s = make_data(w, units, columns, values);
  if (!s) s = inno_result_create(NULL, w->method, w->data, INNO_KEEP_SCORES | INNO_KEEP_COVERAGE, &w->result, w->error);
  const int rows = (int)XLENGTH(units), count = (int)inno_result_node_count(w->result);
  SEXP made = PROTECT(Rf_allocVector(VECSXP, 4));
  static const reader readers[] = {inno_result_scores, ranks, inno_result_coverage};
  for (int i = 0; !s && i < 3; i++) {
    SET_VECTOR_ELT(made, i + 1, Rf_allocMatrix(REALSXP, rows, count));
    s = read_nodes(w, readers[i], VECTOR_ELT(made, i + 1));
  }
  SET_VECTOR_ELT(made, 0, Rf_allocVector(STRSXP, count));
  for (int i = 0; !s && i < count; i++) {
    SET_STRING_ELT(VECTOR_ELT(made, 0), i, Rf_mkCharCE(inno_result_node_code(w->result, i), CE_UTF8));
  }
  if (s) made = failure(w, s);
  PROTECT(made);
  destroy(holder);
  UNPROTECT(3);
  return made;
}

/* Name and number of every step. */
static SEXP steps(void) {
  const int count = inno_step_count();
  SEXP names = PROTECT(Rf_allocVector(STRSXP, count)), numbers = PROTECT(Rf_allocVector(INTSXP, count));
  for (int i = 0; i < count; i++) {
    const char *name = "";
    inno_step_info(i, &INTEGER(numbers)[i], &name, NULL);
    SET_STRING_ELT(names, i, Rf_mkChar(name));
  }
  Rf_setAttrib(numbers, R_NamesSymbol, names);
  UNPROTECT(2);
  return numbers;
}

void R_init_innoscore(DllInfo *info) {
  static const R_CallMethodDef calls[] = {
      /* by way of void (*)(void), from which compilers let any function be cast */
      {"innoscore_score", (DL_FUNC)(void (*)(void))score, 6},
      {"innoscore_steps", (DL_FUNC)(void (*)(void))steps, 0},
      {NULL, NULL, 0},
  };
  if (inno_abi_version() != INNO_ABI) Rf_error("the library innoscore has another ABI than this file was compiled for");
  R_registerRoutines(info, NULL, calls, NULL, NULL);
  R_useDynamicSymbols(info, FALSE);
}
