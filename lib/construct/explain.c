#include "construct/explain.h"

#include "base/error.h"
#include "construct/options.h"

inno_status inno__explain_read(const inno_scheme *scheme, inno__explain_rule *out, inno_error *error) {
  if (scheme != NULL && scheme->entry->step != INNO_STEP_EXPLAIN)
    return inno__fail(error, INNO_E_ARGUMENT, INNO__MSG_EXPLAIN_SCHEME, &(inno__where){.what = scheme->entry->section});
  inno__options_fill(scheme, INNO_STEP_EXPLAIN, out, sizeof *out);
  out->node_code = inno__option_text(scheme, INNO_KEY_EXPLAIN_NODE);
  out->group_name = inno__option_text(scheme, INNO_KEY_EXPLAIN_GROUP);
  return INNO_OK;
}

inno_status inno__explain_node(const inno__explain_rule *rule, const inno__tree *tree, int64_t *node,
                               inno_error *error) {
  const char *code = rule->node_code;
  *node = code != NULL ? inno__names_find(tree->codes, code) : tree->count - 1;
  if (*node >= 0) return INNO_OK;
  return inno__fail(error, INNO_E_CODE, INNO__MSG_UNKNOWN_CODE, &(inno__where){.node = code, .what = code});
}
