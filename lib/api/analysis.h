/* How every function that makes an analysis begins and ends. */
#ifndef INNO_API_ANALYSIS_H
#define INNO_API_ANALYSIS_H

#include "api/arguments.h"
#include "construct/analysis.h"
#include "construct/explain.h"

static inline inno_status inno__analysis_begin(const inno_allocator *allocator, inno_allocator *resolved,
                                               inno_analysis **out, inno_error *error) {
  inno__error_clear(error);
  if (out == NULL) return inno__null(error, "out");
  *out = NULL;
  return inno__take_allocator(allocator, resolved, error);
}

/* The same of an explanation, and what it is told. */
static inline inno_status inno__explain_begin(const inno_allocator *allocator, const inno_scheme *options,
                                              inno_allocator *resolved, inno__explain_rule *rule, inno_analysis **out,
                                              inno_error *error) {
  inno_status s = inno__analysis_begin(allocator, resolved, out, error);
  return s == INNO_OK ? inno__explain_read(options, rule, error) : s;
}

/* What failed leaves nothing behind. out NULL: it failed for that. */
static inline inno_status inno__analysis_end(inno_status s, inno_analysis **out) {
  if (s != INNO_OK && out != NULL) {
    inno__analysis_destroy(*out);
    *out = NULL;
  }
  return s;
}

#endif
