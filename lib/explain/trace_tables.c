/* The fields of every table of a trace. */
#include "explain/trace.h"

#define F64 INNO__F64
#define I64 INNO__I64

static const inno__field node[] = {
    I64(NODE, "node"),           I64(PARENT, "parent"),
    F64(SCORE, "score"),         F64(WEIGHT, "weight"),
    F64(SHARE, "share"),         F64(PRESENT_SHARE, "present_share"),
    F64(EFFECTIVE, "effective"), F64(ADDS, "adds"),
    F64(RANK, "rank"),           I64(COUNT, "count"),
    F64(COVERAGE, "coverage"),   I64(AVAILABLE, "available"),
    I64(CHILDREN, "children"),   I64(RULE, "rule"),
    I64(COMPARES, "compares"),   I64(WEIGHT_RULE, "weight_rule"),
};
static const inno__field step[] = {
    I64(NODE, "node"),
    I64(STEP, "step"),
    I64(STEP_KIND, "step_kind"),
    I64(RULE, "rule"),
    F64(VALUE_BEFORE, "value_before"),
    F64(VALUE_AFTER, "value_after"),
    I64(MARKS, "marks"),
    I64(DIRECTION, "direction"),
    I64(COMPARES, "compares"),
    I64(PERIOD, "period"),
    I64(DENOMINATOR_COLUMN, "denominator_column"),
    F64(DENOMINATOR, "denominator"),
    F64(DENOMINATOR_SCALE, "denominator_scale"),
    I64(AVAILABLE, "available"),
    I64(ZEROS, "zeros"),
    F64(COVERAGE, "coverage"),
    F64(NONZERO, "nonzero"),
    I64(FORCED, "forced"),
    I64(INCLUDED, "included"),
    I64(SOURCE_UNIT, "source_unit"),
    I64(SOURCE_PERIOD, "source_period"),
    I64(SOURCES, "sources"),
    I64(STAGE, "stage"),
    F64(SKEWNESS, "skewness"),
    F64(KURTOSIS, "kurtosis"),
    I64(PASSED, "passed"),
    F64(SKEWNESS_AFTER, "skewness_after"),
    F64(KURTOSIS_AFTER, "kurtosis_after"),
    I64(POINTS_HIGH, "points_high"),
    I64(POINTS_LOW, "points_low"),
    F64(PARAMETER, "parameter"),
    F64(LOW, "low"),
    F64(HIGH, "high"),
    I64(MIRRORED, "mirrored"),
    I64(ORIGIN, "origin"),
    I64(COUNT, "count"),
    F64(CENTER, "center"),
    F64(SCALE, "scale"),
    F64(MINIMUM, "minimum"),
    F64(MAXIMUM, "maximum"),
    I64(MINIMUM_UNIT, "minimum_unit"),
    I64(MINIMUM_PERIOD, "minimum_period"),
    I64(MAXIMUM_UNIT, "maximum_unit"),
    I64(MAXIMUM_PERIOD, "maximum_period"),
};
static const inno__field stage[] = {
    I64(NODE, "node"),
    I64(STEP, "step"),
    I64(STAGE, "stage"),
    I64(RULE, "rule"),
    I64(APPLIED, "applied"),
    I64(KEPT, "kept"),
    F64(SKEWNESS, "skewness"),
    F64(KURTOSIS, "kurtosis"),
    I64(PASSED, "passed"),
    I64(POINTS_HIGH, "points_high"),
    I64(POINTS_LOW, "points_low"),
    F64(PARAMETER, "parameter"),
    F64(LOW, "low"),
    F64(HIGH, "high"),
    F64(MINIMUM, "minimum"),
    F64(MAXIMUM, "maximum"),
    I64(MIRRORED, "mirrored"),
};
static const inno__field parameter[] = {
    I64(STEP, "step"),
    I64(STEP_KIND, "step_kind"),
    I64(NODE, "node"),
    I64(PARAMETER_KEY, "parameter_key"),
    I64(PARAMETER_POSITION, "parameter_position"),
    F64(VALUE, "value"),
};
static const inno__field source[] = {
    I64(NODE, "node"),           I64(STEP, "step"),
    I64(OTHER, "other"),         I64(UNIT, "unit"),
    I64(PERIOD, "period"),       F64(VALUE, "value"),
    F64(WEIGHT, "weight"),       F64(DONOR_DISTANCE, "donor_distance"),
    F64(MINIMUM, "minimum"),     F64(MAXIMUM, "maximum"),
    I64(DIRECTION, "direction"),
};

static const inno__record_kind kinds[] = {
    INNO__TABLE(TRACE_NODE, node),           INNO__TABLE(TRACE_STEP, step),     INNO__TABLE(TRACE_STAGE, stage),
    INNO__TABLE(TRACE_PARAMETER, parameter), INNO__TABLE(TRACE_SOURCE, source),
};

const inno__record_kinds inno__trace_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};
