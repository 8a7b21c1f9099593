/* How sure each rank is when the weights of a level vary. */
#include <math.h>

#include "indices.h"
#include "sheet.h"
#include "tables.h"

enum { DATA, FRAMEWORK, REPLICATES, LEVEL, NOISE, SEED, METHOD, LABELS };

#define MOST_REPLICATES 100000000

struct plan {
  int32_t replicates, level;
  double noise;
};

static bool read_plan(struct cells_call_state *c, struct cells_index *index, struct plan *out) {
  const char *seed = NULL;
  if (!cells_take_integer(c, REPLICATES, &out->replicates) || !cells_take_integer(c, LEVEL, &out->level) ||
      !cells_take_number(c, NOISE, &out->noise) || !cells_take_text(c, SEED, &seed)) {
    return false;
  }
  out->replicates = out->replicates == INT32_MIN ? 1000 : out->replicates;
  out->noise = isnan(out->noise) ? 0.25 : out->noise;
  int32_t top = 0;
  for (int64_t i = 0; i < inno_indicator_set_node_count(index->set); i++) {
    int32_t level = inno_indicator_set_level(index->set, i);
    top = level > top ? level : top;
  }
  out->level = out->level == INT32_MIN ? top - 1 : out->level; /* the highest below the index */
  if (!cells_check_range(c, LEVEL, out->level, 1.0, top - 1, false) ||
      !cells_check_range(c, NOISE, out->noise, 0.0, 1.0, true) ||
      !cells_check_range(c, NOISE, out->noise, 0.0, 1.0, false)) {
    return false;
  }
  if (out->replicates < 1 || out->replicates > MOST_REPLICATES) {
    return cells_fail(c, CELLS_FAULT_VALUE, "%s is %d; give 1 to %d", "%s là %d; hãy nhập từ 1 đến %d",
                      cells_argument_name(c, REPLICATES), (int)out->replicates, MOST_REPLICATES);
  }
  inno_status status = seed != NULL
                           ? inno_scheme_set_text(index->uncertainty, NULL, INNO_KEY_UNCERTAINTY_SEED, seed, c->error)
                           : INNO_OK;
  return status == INNO_OK || cells_fail_library(c, status);
}

static bool interval_table(struct cells_call_state *c, const inno_uncertainty *uncertainty, const inno_tally *tally) {
  static const char *const headers[] = {"unit", "rank", "lower", "median", "upper", "mean", "sd"};
  static const int32_t fields[] = {INNO_TALLY_NOMINAL, INNO_TALLY_LOWER, INNO_TALLY_MEDIAN,
                                   INNO_TALLY_UPPER,   INNO_TALLY_MEAN,  INNO_TALLY_SD};
  struct cells_sheet sheet;
  int32_t units = (int32_t)inno_uncertainty_unit_count(uncertainty);
  if (!cells_sheet_make(c, LABELS, units, 6, headers, &sheet)) {
    return false;
  }
  for (int32_t k = 0; k < 6; k++) {
    inno_status status = inno_tally_unit_values(tally, fields[k], cells_sheet_at(&sheet, 0, k),
                                                (ptrdiff_t)sizeof(double) * sheet.columns, c->error);
    if (status != INNO_OK) {
      return cells_fail_library(c, status);
    }
  }
  for (int32_t i = 0; i < units; i++) {
    if (!cells_sheet_label(c, &sheet, i, inno_uncertainty_unit_code(uncertainty, i))) {
      return false;
    }
  }
  return true;
}

static bool run_tally(struct cells_call_state *c, const inno_uncertainty *uncertainty, int32_t replicates) {
  inno_tally *tally = NULL;
  inno_status status = inno_tally_create(NULL, uncertainty, &tally, c->error);
  status = status == INNO_OK ? inno_tally_run(tally, uncertainty, 0, replicates, c->error) : status;
  bool done = status == INNO_OK ? interval_table(c, uncertainty, tally) : cells_fail_library(c, status);
  inno_tally_destroy(tally);
  return done;
}

static bool run_intervals(struct cells_call_state *c, struct cells_index *index) {
  struct plan plan;
  inno_assumptions *assumptions = NULL;
  inno_uncertainty *uncertainty = NULL;
  const inno_scheme *steps[INNO_LIMIT_STEPS];
  if (!cells_ranks_of_all(c, index) || !read_plan(c, index, &plan)) {
    return false;
  }
  for (int32_t k = 0; k < index->step_count; k++) {
    steps[k] = index->steps[k];
  }
  inno_status status = inno_assumptions_create(NULL, &assumptions, c->error);
  status =
      status == INNO_OK ? inno_assumptions_add_weight_noise(assumptions, plan.level, plan.noise, c->error) : status;
  status = status == INNO_OK
               ? inno_uncertainty_create(NULL, index->set, index->weights, steps, index->step_count, index->data,
                                         assumptions, index->uncertainty, &uncertainty, c->error)
               : status;
  bool done = status == INNO_OK ? run_tally(c, uncertainty, plan.replicates) : cells_fail_library(c, status);
  inno_uncertainty_destroy(uncertainty);
  inno_assumptions_destroy(assumptions);
  return done;
}

bool call_rank_interval(struct cells_call_state *c) {
  struct cells_index index;
  bool done = cells_index_make(c, DATA, FRAMEWORK, METHOD, INNO_KEEP_SCORES, &index) && run_intervals(c, &index);
  cells_index_close(&index);
  return done;
}
