/* Findings: what an analysis has to say about a node or a unit, as a record and as a sentence. */
#ifndef INNO_CONSTRUCT_FINDING_H
#define INNO_CONSTRUCT_FINDING_H

#include "construct/analysis.h"

/* How a finding is said. */
enum {
  INNO__PERCENT = 1,         /* the value is a share */
  INNO__OTHER_UNIT = 2,      /* OTHER is a unit */
  INNO__AS_IS = 4,           /* counts, ranks: not rounded to two decimals */
  INNO__IN_FULL = 8,         /* figures of a table: all digits, and never two that read the same and are not */
  INNO__OTHER_ROUNDING = 16, /* OTHER is a choice of rounding */
  INNO__STATUS_VALUE = 32,   /* the value is a status */
  INNO__PRINTED = 64         /* the value is a printed score; with OTHER_UNIT the threshold is the other's */
};

/* What can be found, how grave it is (1 to know, 2 to look at, 3 to mend), and a sum of the numbers above. Sentences:
 * messages.def, FINDING_. */
#define INNO__FINDINGS(FINDING)                                            \
  FINDING(COVERAGE, 2, INNO__PERCENT)                                      \
  FINDING(UNIT_COVERAGE, 2, INNO__PERCENT)                                 \
  FINDING(ZEROS, 1, INNO__PERCENT)                                         \
  FINDING(SAME_VALUES, 1, INNO__PERCENT)                                   \
  FINDING(OUTLIERS, 2, 0)                                                  \
  FINDING(CONSTANT, 3, 0)                                                  \
  FINDING(SILENT, 2, 0)                                                    \
  FINDING(WRONG_SIGN, 3, 0)                                                \
  FINDING(DOMINANT, 1, 0)                                                  \
  FINDING(REDUNDANT, 2, 0)                                                 \
  FINDING(CONFLICT, 2, 0)                                                  \
  FINDING(BIAS, 2, 0)                                                      \
  FINDING(ALPHA, 2, 0)                                                     \
  FINDING(ADEQUACY, 1, 0)                                                  \
  FINDING(SINGULAR, 1, 0)                                                  \
  FINDING(DIMENSIONS, 1, 0)                                                \
  FINDING(FIRST_SHARE, 1, INNO__PERCENT)                                   \
  FINDING(IMPORTANCE_HIGH, 2, 0)                                           \
  FINDING(IMPORTANCE_LOW, 2, 0)                                            \
  FINDING(ADDS_LITTLE, 1, INNO__PERCENT)                                   \
  FINDING(REMOVAL, 2, 0)                                                   \
  FINDING(ZERO_RARE, 2, INNO__PERCENT)                                     \
  FINDING(ZERO_BEFORE, 2, INNO__IN_FULL)                                   \
  FINDING(FORGOTTEN, 2, INNO__IN_FULL)                                     \
  FINDING(GOALPOST, 2, INNO__IN_FULL)                                      \
  FINDING(IMPOSSIBLE, 3, INNO__IN_FULL)                                    \
  FINDING(NEGATIVE, 2, INNO__IN_FULL)                                      \
  FINDING(FRACTION, 1, INNO__IN_FULL)                                      \
  FINDING(SLIP_BEFORE, 3, INNO__IN_FULL)                                   \
  FINDING(SLIP_PEERS, 2, INNO__IN_FULL)                                    \
  FINDING(DENOMINATOR_MOVED, 2, INNO__PERCENT)                             \
  FINDING(GAP, 1, 0)                                                       \
  FINDING(NOT_SCORED, 3, INNO__STATUS_VALUE)                               \
  FINDING(SCORE_DIFFERS, 3, INNO__IN_FULL | INNO__PRINTED)                 \
  FINDING(SCORE_MISSING, 3, INNO__IN_FULL | INNO__PRINTED)                 \
  FINDING(RANK_DIFFERS, 3, INNO__AS_IS)                                    \
  FINDING(RANK_MISSING, 3, INNO__AS_IS)                                    \
  FINDING(RANK_ORDER, 3, INNO__IN_FULL | INNO__OTHER_UNIT | INNO__PRINTED) \
  FINDING(RANK_REPEATED, 3, INNO__AS_IS | INNO__OTHER_UNIT)                \
  FINDING(RANK_IMPOSSIBLE, 3, INNO__AS_IS)                                 \
  FINDING(PARTS_DIFFER, 3, INNO__IN_FULL | INNO__PRINTED)                  \
  FINDING(UNIT_UNKNOWN, 2, 0)                                              \
  FINDING(ROUNDING_OTHER, 1, INNO__AS_IS | INNO__OTHER_ROUNDING)           \
  FINDING(ROUNDING_MIXED, 2, INNO__AS_IS)                                  \
  FINDING(ROUNDING_ODD, 2, INNO__IN_FULL | INNO__PRINTED)                  \
  FINDING(WEIGHTS_NONE, 2, 0)                                              \
  FINDING(WEIGHTS_OTHER, 2, 0)

#define INNO__FINDING_FIELDS 7
extern const inno__field inno__finding_fields[INNO__FINDING_FIELDS]; /* of INNO_RECORD_FINDING */

/* -1 = no node, no unit; threshold NaN = nothing to compare with. */
typedef struct {
  int32_t finding;
  double node, other, unit, value, threshold;
} inno__finding;

/* One record more. */
inno_status inno__finding_add(inno_analysis *a, const inno__finding *f, inno_error *error);

/* The sentence of a record, with its NUL, in INNO__SENTENCE bytes; its length without. */
#define INNO__SENTENCE 1000
int64_t inno__finding_sentence(const inno_analysis *a, int64_t finding, int32_t language, char *out);

#endif
