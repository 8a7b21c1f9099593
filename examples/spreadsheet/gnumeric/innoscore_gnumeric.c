/* The functions of cells in Gnumeric: its values become ranges and back. This file has the licence of innoscore; linked
 * with Gnumeric it makes a plug-in under Gnumeric's licence (README.md). */
#include <gnumeric.h>
#include <expr.h>
#include <func.h>
#include <gnm-plugin.h>
#include <goffice/goffice.h>
#include <value.h>

#include "cells.h"

GNM_PLUGIN_MODULE_HEADER;

#define MOST_CELLS ((gint64)1 << 27) /* all arguments of a call together; a gigabyte of numbers */

static gboolean is_vietnamese(void) {
  char const *language = g_get_language_names()[0];
  return g_str_has_prefix(language, "vi") && (language[2] == '\0' || !g_ascii_isalpha(language[2]));
}

/* ---- arguments ---- */

/* Arguments of a call, and the errors in them: the number of an error is its place. */
struct arguments {
  struct cells_range *ranges;
  GnmValue **values; /* own the texts */
  int count;
  gint64 cells; /* so far */
  GPtrArray *errors;
};

/* What a cell of a range is filled into. */
struct cell {
  guint8 *kind;
  double *number;
  char const **text;
};

static void fill(struct arguments *given, GnmValue const *value, struct cell to) {
  if (VALUE_IS_EMPTY(value)) {
    *to.kind = CELLS_BLANK;
  } else if (VALUE_IS_FLOAT(value)) {
    *to.kind = CELLS_NUMBER;
    *to.number = (double)value_get_as_float(value); /* Gnumeric may have more digits */
  } else if (VALUE_IS_BOOLEAN(value)) {
    *to.kind = CELLS_BOOLEAN;
    *to.number = value->v_bool.val ? 1.0 : 0.0;
  } else if (VALUE_IS_STRING(value)) {
    *to.kind = CELLS_TEXT;
    *to.text = value->v_str.val->str;
  } else if (VALUE_IS_ERROR(value) && value_error_classify(value) != GNM_ERROR_NA) {
    *to.kind = CELLS_ERROR;
    *to.number = (double)given->errors->len;
    g_ptr_array_add(given->errors, value->v_err.mesg);
  } else { /* #N/A; an array inside an array has no meaning */
    *to.kind = CELLS_MISSING;
  }
}

/* false when there are more cells than anything could be made of. */
static gboolean take(struct arguments *given, GnmValue const *value, struct cells_range *out, GnmEvalPos const *at) {
  gboolean const is_area = value != NULL && (VALUE_IS_ARRAY(value) || VALUE_IS_CELLRANGE(value));
  int const rows = is_area ? value_area_get_height(value, at) : 1,
            columns = is_area ? value_area_get_width(value, at) : 1;
  gint64 const count = (gint64)rows * columns;
  given->cells += count;
  if (given->cells > MOST_CELLS) {
    return FALSE;
  }
  guint8 *kinds = g_new0(guint8, count);
  double *numbers = g_new0(double, count);
  char const **texts = g_new0(char const *, count);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      gint64 const i = (gint64)row * columns + column;
      GnmValue const *cell = is_area ? value_area_get_x_y(value, column, row, at) : value;
      fill(given, cell, (struct cell){&kinds[i], &numbers[i], &texts[i]});
    }
  }
  *out = (struct cells_range){rows, columns, kinds, numbers, texts};
  return TRUE;
}

/* =F(A1,,2): nothing stands there. A blank cell is another thing. */
static gboolean is_left_out(GnmExpr const *argument) {
  GnmValue const *constant = gnm_expr_get_constant(argument);
  return constant != NULL && VALUE_IS_EMPTY(constant);
}

static gboolean take_all(struct arguments *given, GnmExprConstPtr const *argv, GnmEvalPos const *at) {
  for (int i = 0; i < given->count; i++) {
    if (is_left_out(argv[i])) {
      continue; /* 0 x 0 */
    }
    given->values[i] = gnm_expr_eval(argv[i], at, GNM_EXPR_EVAL_PERMIT_NON_SCALAR | GNM_EXPR_EVAL_PERMIT_EMPTY);
    if (!take(given, given->values[i], &given->ranges[i], at)) {
      return FALSE;
    }
  }
  return TRUE;
}

static void release(struct arguments *given) {
  for (int i = 0; i < given->count; i++) {
    g_free((void *)given->ranges[i].kinds);
    g_free((void *)given->ranges[i].numbers);
    g_free((void *)given->ranges[i].texts);
    value_release(given->values[i]);
  }
  g_free(given->ranges);
  g_free(given->values);
  g_ptr_array_free(given->errors, TRUE);
}

/* ---- answers ---- */

static GnmValue *cell_of(cells_answer const *answer, int cell, GnmEvalPos const *at) {
  switch (cells_kinds(answer)[cell]) {
    case CELLS_NUMBER:
      return value_new_float((gnm_float)cells_numbers(answer)[cell]);
    case CELLS_TEXT:
      return value_new_string(cells_texts(answer)[cell]);
    case CELLS_MISSING:
      return value_new_error_NA(at);
    default:
      return value_new_string(""); /* an empty value would be shown as 0 */
  }
}

static GnmValue *table_of(cells_answer const *answer, GnmEvalPos const *at) {
  int const rows = cells_rows(answer), columns = cells_columns(answer);
  if (rows == 1 && columns == 1) {
    return cell_of(answer, 0, at);
  }
  GnmValue *table = value_new_array_empty((guint)columns, (guint)rows);
  for (int row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++) {
      value_array_set(table, column, row, cell_of(answer, row * columns + column, at));
    }
  }
  return table;
}

static GnmValue *result_of(cells_answer const *answer, struct arguments const *given, GnmEvalPos const *at) {
  switch (cells_fault(answer)) {
    case CELLS_OK:
      return table_of(answer, at);
    case CELLS_FAULT_NUMBER:
      return value_new_error_NUM(at);
    case CELLS_FAULT_NONE:
      return value_new_error_NA(at);
    case CELLS_FAULT_ERROR:
      return value_new_error_str(at, g_ptr_array_index(given->errors, (guint)cells_error(answer)));
    default:
      return value_new_error_VALUE(at);
  }
}

static GnmValue *call_cells(GnmFuncEvalInfo *info, int argc, GnmExprConstPtr const *argv) {
  GnmEvalPos const *at = info->pos;
  struct arguments given = {g_new0(struct cells_range, argc), g_new0(GnmValue *, argc), argc, 0, g_ptr_array_new()};
  GnmValue *result = NULL;
  if (take_all(&given, argv, at)) {
    int32_t const function = cells_find(gnm_func_get_name(gnm_eval_info_get_func(info), FALSE));
    cells_answer *answer = cells_call(function, given.ranges, argc, is_vietnamese() ? CELLS_VIETNAMESE : CELLS_ENGLISH);
    result = result_of(answer, &given, at);
    cells_free(answer);
  } else {
    result = value_new_error_VALUE(at);
  }
  release(&given);
  return result;
}

/* ---- the functions, in groups as plugin.xml has them ---- */

struct group {
  GnmFuncDescriptor *functions;
  GnmFuncHelp const *const *help_vi;
  int count;
};

#include "functions.inc"

G_MODULE_EXPORT void go_plugin_init(GOPlugin *plugin, GOCmdContext *context) {
  (void)plugin;
  (void)context;
  if (!is_vietnamese()) {
    return;
  }
  for (gsize g = 0; g < G_N_ELEMENTS(groups); g++) {
    for (int i = 0; i < groups[g].count; i++) {
      groups[g].functions[i].help = groups[g].help_vi[i];
    }
  }
}
