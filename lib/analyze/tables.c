/* The fields of every table of an analysis. */
#include "analyze/analyze.h"
#include "construct/finding.h"

#define F64 INNO__F64
#define I64 INNO__I64

static const inno__field statistics[] = {
    I64(NODE, "node"),
    I64(COUNT, "count"),
    I64(AVAILABLE, "available"),
    I64(NONZERO_COUNT, "nonzero_count"),
    I64(DISTINCT, "distinct"),
    I64(SAME, "same"),
    F64(MINIMUM, "minimum"),
    F64(MAXIMUM, "maximum"),
    F64(MEAN, "mean"),
    F64(MEDIAN, "median"),
    F64(SD, "sd"),
    F64(LOWER_QUARTILE, "lower_quartile"),
    F64(UPPER_QUARTILE, "upper_quartile"),
    F64(SKEWNESS, "skewness"),
    F64(KURTOSIS, "kurtosis"),
    F64(COVERAGE, "coverage"),
    F64(NONZERO, "nonzero"),
    F64(DISTINCT_SHARE, "distinct_share"),
    F64(SAME_SHARE, "same_share"),
    F64(NONZERO_OF_UNITS, "nonzero_of_units"),
    F64(DISTINCT_OF_UNITS, "distinct_of_units"),
    I64(OUTLIERS_LOW, "outliers_low"),
    I64(OUTLIERS_HIGH, "outliers_high"),
    I64(LOW_COVERAGE, "low_coverage"),
    I64(LOW_NONZERO, "low_nonzero"),
    I64(LOW_DISTINCT, "low_distinct"),
    I64(OUTLYING, "outlying"),
};
static const inno__field quantile[] = {
    I64(NODE, "node"),
    F64(PROBABILITY, "probability"),
    F64(VALUE, "value"),
};
static const inno__field outlier[] = {
    I64(NODE, "node"), I64(UNIT, "unit"), F64(VALUE, "value"), F64(LOWER, "lower"), F64(UPPER, "upper"),
};
static const inno__field unit_coverage[] = {
    I64(UNIT, "unit"),   I64(NODE, "node"),         I64(AVAILABLE, "available"),
    I64(COUNT, "count"), F64(COVERAGE, "coverage"), I64(LOW_COVERAGE, "low_coverage"),
};
static const inno__field correlation[] = {
    I64(NODE, "node"),       I64(OTHER, "other"),           I64(COUNT, "count"), F64(CORRELATION, "correlation"),
    F64(P_VALUE, "p_value"), F64(P_ADJUSTED, "p_adjusted"), F64(LOWER, "lower"), F64(UPPER, "upper"),
    I64(P_RULE, "p_rule"),
};
static const inno__field partial[] = {
    I64(NODE, "node"),       I64(OTHER, "other"),           I64(COUNT, "count"), F64(CORRELATION, "correlation"),
    F64(P_VALUE, "p_value"), F64(P_ADJUSTED, "p_adjusted"), F64(LOWER, "lower"), F64(UPPER, "upper"),
    I64(P_RULE, "p_rule"),
};
static const inno__field parent[] = {
    I64(NODE, "node"),       I64(OTHER, "other"),
    I64(COUNT, "count"),     F64(CORRELATION, "correlation"),
    F64(P_VALUE, "p_value"), F64(P_ADJUSTED, "p_adjusted"),
    F64(LOWER, "lower"),     F64(UPPER, "upper"),
    I64(P_RULE, "p_rule"),   I64(FLAG, "flag"),
};
static const inno__field sibling[] = {
    I64(PARENT, "parent"),
    I64(NODE, "node"),
    I64(OTHER, "other"),
    I64(COUNT, "count"),
    F64(CORRELATION, "correlation"),
    F64(P_VALUE, "p_value"),
    F64(P_ADJUSTED, "p_adjusted"),
    F64(LOWER, "lower"),
    F64(UPPER, "upper"),
    I64(P_RULE, "p_rule"),
    I64(FLAG, "flag"),
};
static const inno__field denominator[] = {
    I64(NODE, "node"),       I64(OTHER, "other"),
    I64(COUNT, "count"),     F64(CORRELATION, "correlation"),
    F64(P_VALUE, "p_value"), F64(P_ADJUSTED, "p_adjusted"),
    F64(LOWER, "lower"),     F64(UPPER, "upper"),
    I64(P_RULE, "p_rule"),   I64(FLAG, "flag"),
};
static const inno__field reliability[] = {
    I64(PARENT, "parent"),
    I64(ITEMS, "items"),
    I64(COUNT, "count"),
    F64(ALPHA, "alpha"),
    F64(ALPHA_STANDARDIZED, "alpha_standardized"),
    F64(LAMBDA1, "lambda1"),
    F64(LAMBDA2, "lambda2"),
    F64(LAMBDA3, "lambda3"),
    F64(LAMBDA4, "lambda4"),
    F64(LAMBDA5, "lambda5"),
    F64(LAMBDA6, "lambda6"),
    F64(OMEGA, "omega"),
    F64(MEAN_CORRELATION, "mean_correlation"),
    I64(STATUS, "status"),
};
static const inno__field item[] = {
    I64(PARENT, "parent"),
    I64(NODE, "node"),
    F64(ALPHA, "alpha"),
    F64(ALPHA_STANDARDIZED, "alpha_standardized"),
    F64(ITEM_TOTAL, "item_total"),
    F64(LOADING, "loading"),
    F64(COMMUNALITY, "communality"),
};
static const inno__field components[] = {
    I64(PARENT, "parent"),   I64(ITEMS, "items"),       I64(COUNT, "count"),       I64(RETAINED, "retained"),
    I64(KAISER, "kaiser"),   I64(PARALLEL, "parallel"), F64(ADEQUACY, "adequacy"), F64(CHI_SQUARED, "chi_squared"),
    F64(DEGREES, "degrees"), F64(P_VALUE, "p_value"),   I64(STATUS, "status"),
};
static const inno__field component[] = {
    I64(PARENT, "parent"),
    I64(COMPONENT, "component"),
    F64(EIGENVALUE, "eigenvalue"),
    F64(VARIANCE_SHARE, "variance_share"),
    F64(CUMULATIVE, "cumulative"),
    F64(RANDOM_MEAN, "random_mean"),
    F64(RANDOM_QUANTILE, "random_quantile"),
    F64(ROTATED_VARIANCE, "rotated_variance"),
};
static const inno__field loading[] = {
    I64(PARENT, "parent"),   I64(NODE, "node"),       I64(COMPONENT, "component"), F64(VECTOR, "vector"),
    F64(LOADING, "loading"), F64(ROTATED, "rotated"), F64(STRUCTURE, "structure"),
};
static const inno__field component_item[] = {
    I64(PARENT, "parent"),     I64(NODE, "node"),           F64(COMMUNALITY, "communality"),
    F64(ADEQUACY, "adequacy"), I64(COMPONENT, "component"), F64(WEIGHT, "weight"),
};
static const inno__field component_score[] = {
    I64(PARENT, "parent"),
    I64(UNIT, "unit"),
    I64(COMPONENT, "component"),
    F64(SCORE, "score"),
};
static const inno__field factor_correlation[] = {
    I64(PARENT, "parent"),
    I64(COMPONENT, "component"),
    I64(OTHER, "other"),
    F64(CORRELATION, "correlation"),
};
static const inno__field influence[] = {
    I64(NODE, "node"),
    I64(OTHER, "other"),
    I64(COUNT, "count"),
    F64(SHARE, "share"),
    F64(EFFECTIVE, "effective"),
    F64(CORRELATION, "correlation"),
    F64(IMPORTANCE_LINEAR, "importance_linear"),
    F64(IMPORTANCE, "importance"),
    F64(IMPORTANCE_SHARE, "importance_share"),
    F64(DEGREES, "degrees"),
};
static const inno__field added_value[] = {
    I64(NODE, "node"),
    I64(COUNT, "count"),
    I64(DIFFERENT, "different"),
    F64(DIFFERENT_SHARE, "different_share"),
    F64(MEAN_SHIFT, "mean_shift"),
    F64(MAX_SHIFT, "max_shift"),
    F64(SPEARMAN, "spearman"),
};
static const inno__field removal[] = {
    I64(NODE, "node"),           I64(COUNT, "count"), F64(MEAN_SHIFT, "mean_shift"),
    F64(MAX_SHIFT, "max_shift"), I64(UNIT, "unit"),   F64(SPEARMAN, "spearman"),
    F64(KENDALL, "kendall"),     I64(OTHER, "other"), I64(STATUS, "status"),
};
static const inno__field removed[] = {
    I64(NODE, "node"),
    I64(UNIT, "unit"),
    F64(SCORE_BEFORE, "score_before"),
    F64(SCORE, "score"),
    F64(DIFFERENCE, "difference"),
    F64(RANK_BEFORE, "rank_before"),
    F64(RANK, "rank"),
    F64(SHIFT, "shift"),
};
static const inno__field profile[] = {
    I64(UNIT, "unit"),
    I64(NODE, "node"),
    F64(SCORE, "score"),
    F64(RANK, "rank"),
    F64(PERCENT_RANK, "percent_rank"),
    I64(SIGN, "sign"),
    F64(GAP_BEST, "gap_best"),
    F64(GAP_MEDIAN, "gap_median"),
    I64(GROUP_COUNT, "group_count"),
    F64(GROUP_RANK, "group_rank"),
    I64(GROUP_SIGN, "group_sign"),
    F64(GROUP_GAP_BEST, "group_gap_best"),
    F64(GROUP_GAP_MEDIAN, "group_gap_median"),
};
static const inno__field development[] = {
    I64(COUNT, "count"),
    F64(R_SQUARED, "r_squared"),
    F64(R_SQUARED_ADJUSTED, "r_squared_adjusted"),
    F64(RESIDUAL_SD, "residual_sd"),
    F64(DEGREES, "degrees"),
};
static const inno__field coefficient[] = {
    I64(COMPONENT, "component"),
    F64(COEFFICIENT, "coefficient"),
    F64(STANDARD_ERROR, "standard_error"),
    F64(VALUE, "value"),
};
static const inno__field expectation[] = {
    I64(UNIT, "unit"),   F64(SCORE, "score"), F64(EXPECTED, "expected"), F64(RESIDUAL, "residual"),
    F64(LOWER, "lower"), F64(UPPER, "upper"), F64(LEVERAGE, "leverage"), I64(CLASS, "class"),
};
static const inno__field comparison[] = {
    I64(NODE, "node"),
    I64(RESULT, "result"),
    I64(COUNT, "count"),
    F64(PEARSON, "pearson"),
    F64(RANK_PEARSON, "rank_pearson"),
    F64(SPEARMAN, "spearman"),
    F64(KENDALL, "kendall"),
    F64(MEAN_SHIFT, "mean_shift"),
    F64(MAX_SHIFT, "max_shift"),
    I64(UNIT, "unit"),
};
static const inno__field compared[] = {
    I64(NODE, "node"),
    I64(UNIT, "unit"),
    I64(RESULT, "result"),
    F64(SCORE_BEFORE, "score_before"),
    F64(SCORE, "score"),
    F64(DIFFERENCE, "difference"),
    F64(RANK_BEFORE, "rank_before"),
    F64(RANK, "rank"),
    F64(SHIFT, "shift"),
};
static const inno__record_kind kinds[] = {
    INNO__TABLE(STATISTICS, statistics),
    INNO__TABLE(QUANTILE, quantile),
    INNO__TABLE(OUTLIER, outlier),
    INNO__TABLE(UNIT_COVERAGE, unit_coverage),
    INNO__TABLE(CORRELATION, correlation),
    INNO__TABLE(PARTIAL, partial),
    INNO__TABLE(PARENT, parent),
    INNO__TABLE(SIBLING, sibling),
    INNO__TABLE(DENOMINATOR, denominator),
    INNO__TABLE(RELIABILITY, reliability),
    INNO__TABLE(ITEM, item),
    INNO__TABLE(COMPONENTS, components),
    INNO__TABLE(COMPONENT, component),
    INNO__TABLE(LOADING, loading),
    INNO__TABLE(COMPONENT_ITEM, component_item),
    INNO__TABLE(COMPONENT_SCORE, component_score),
    INNO__TABLE(FACTOR_CORRELATION, factor_correlation),
    INNO__TABLE(INFLUENCE, influence),
    INNO__TABLE(ADDED_VALUE, added_value),
    INNO__TABLE(REMOVAL, removal),
    INNO__TABLE(REMOVED, removed),
    INNO__TABLE(PROFILE, profile),
    INNO__TABLE(DEVELOPMENT, development),
    INNO__TABLE(COEFFICIENT, coefficient),
    INNO__TABLE(EXPECTATION, expectation),
    INNO__TABLE(COMPARISON, comparison),
    INNO__TABLE(COMPARED, compared),
    INNO__TABLE(FINDING, inno__finding_fields),
};

const inno__record_kinds inno__audit_kinds = {kinds, (int32_t)(sizeof kinds / sizeof kinds[0])};
