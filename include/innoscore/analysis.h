/** @file
 * Analyses: what an auditor or a reader asks of an index, as tables. Every analysis gives one object, a set of tables
 * of numbers; a table has a kind (INNO_RECORD_), records and fields (INNO_FIELD_), as the records of a result, and
 * inno_field_info() lists the fields of a kind. analysis_data.h analyzes any matrix, analysis_result.h a result or a
 * method.
 *
 * What an analysis is told is a scheme: audits read one of #INNO_STEP_AUDIT, explanations one of #INNO_STEP_EXPLAIN:
 * thresholds, types, conventions. Its keys are for all analyses of the kind at once, and each reads those that its
 * documentation names; NULL = every default. Definitions and sources: docs/handbook/audit.md, docs/handbook/explain.md.
 *
 * A number that does not exist (a correlation with a constant, a p-value of two units) is NaN. Positions of columns and
 * units in the fields are those of the input: nodes and units of the result, or columns and rows of the matrix.
 * @since 0.1
 */
#ifndef INNOSCORE_ANALYSIS_H
#define INNOSCORE_ANALYSIS_H

#include "innoscore/result.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Tables of one analysis. Immutable: any number of threads may read it. @since 0.1 */
typedef struct inno_analysis inno_analysis;

/** @name Tables
 * @{ */
#define INNO_RECORD_STATISTICS 110 /**< one a column: moments, counts, shares, flags. @since 0.1 */
#define INNO_RECORD_QUANTILE 111 /**< one a column and probability asked for. @since 0.1 */
#define INNO_RECORD_OUTLIER 112 /**< one a value beyond a fence. @since 0.1 */
#define INNO_RECORD_UNIT_COVERAGE 113 /**< one a unit, and a unit and aggregate where there is a tree. @since 0.1 */
#define INNO_RECORD_CORRELATION 120 /**< one a pair of columns, the first before the second: (0,1), (0,2), (1,2),
    (0,3), ... @since 0.1 */
#define INNO_RECORD_PARTIAL 121 /**< likewise: what is left of the correlation when other columns are held.
    @since 0.1 */
#define INNO_RECORD_PARENT 122 /**< one a node and ancestor: correlation of the two. @since 0.1 */
#define INNO_RECORD_SIBLING 123 /**< one a pair of children of the same aggregate. @since 0.1 */
#define INNO_RECORD_DENOMINATOR 124 /**< one a column of the dataset that is no indicator, and indicator; OTHER is the
    column's number in inno_analysis_node_code(), where such columns come after the nodes. @since 0.1 */
#define INNO_RECORD_RELIABILITY 130 /**< one a family: how well its columns measure one thing. @since 0.1 */
#define INNO_RECORD_ITEM 131 /**< one a column of a family: reliability without it. @since 0.1 */
#define INNO_RECORD_COMPONENTS 140 /**< one a family: how many components, adequacy. @since 0.1 */
#define INNO_RECORD_COMPONENT 141 /**< one a component of a family. @since 0.1 */
#define INNO_RECORD_LOADING 142 /**< one a column and component of a family. @since 0.1 */
#define INNO_RECORD_COMPONENT_ITEM 143 /**< one a column of a family: communality, adequacy, weight. @since 0.1 */
#define INNO_RECORD_COMPONENT_SCORE 144 /**< one a unit and component that was kept. @since 0.1 */
#define INNO_RECORD_FACTOR_CORRELATION 145 /**< one a pair of components that promax turned. @since 0.1 */
#define INNO_RECORD_INFLUENCE 150 /**< one a node and its parent, and one a node and the index where this is not the
    parent: weight against importance. @since 0.1 */
#define INNO_RECORD_ADDED_VALUE 151 /**< one an aggregate below the index, and one an indicator directly below it: how
    often its ranks differ from those of the index. @since 0.1 */
#define INNO_RECORD_REMOVAL 152 /**< one a node below the index: what the index does without it. OTHER is the node that
    really goes, an ancestor where no sibling has weight, -1 where nothing would be left; UNIT moves farthest. STATUS is
    why there are no numbers: #INNO_E_NODATA where nothing would be left, or what the rule of an aggregate says to the
    children that are left. @since 0.1 */
#define INNO_RECORD_REMOVED 153 /**< one a node and unit, the units of a node together: score and rank without the node.
    @since 0.1 */
#define INNO_RECORD_PROFILE 160 /**< one a unit and node, the nodes of a unit together: rank, gaps, strength or
    weakness. @since 0.1 */
#define INNO_RECORD_DEVELOPMENT 170 /**< one: the curve of scores on development. @since 0.1 */
#define INNO_RECORD_COEFFICIENT 171 /**< one a coefficient of the curve, the constant first. @since 0.1 */
#define INNO_RECORD_EXPECTATION 172 /**< one a unit: expected score, band, class. @since 0.1 */
#define INNO_RECORD_COMPARISON 180 /**< one a node and result after the first: correlations, shifts, the UNIT that moves
    farthest. @since 0.1 */
#define INNO_RECORD_COMPARED 181 /**< one a node, result after the first and unit, the units of a result together: score
    and rank beside those of the first. @since 0.1 */
#define INNO_RECORD_FINDING 190 /**< one a finding: FINDING, SEVERITY, NODE, OTHER, UNIT, VALUE, THRESHOLD, as far as it
    has them. @since 0.1 */
/** @} */

/** @name Fields of these tables, besides those of result.h
 * @{ */
#define INNO_FIELD_PARENT 60 /**< I64: aggregate whose family it is; -1 = the whole matrix. @since 0.1 */
#define INNO_FIELD_OTHER 61 /**< I64: the second node or column; -1 = none. @since 0.1 */
#define INNO_FIELD_COUNT 62 /**< I64: units that were used. @since 0.1 */
#define INNO_FIELD_RESULT 63 /**< I64: position of the result. @since 0.1 */
#define INNO_FIELD_COMPONENT 64 /**< I64: from 0, by descending eigenvalue; rotated: by descending variance.
    @since 0.1 */
#define INNO_FIELD_FLAG 65 /**< I64: 0 or an INNO_FLAG_ number. @since 0.1 */
#define INNO_FIELD_MEAN 70 /**< F64: arithmetic mean. @since 0.1 */
#define INNO_FIELD_MEDIAN 71 /**< F64: median. @since 0.1 */
#define INNO_FIELD_SD 72 /**< F64: standard deviation, divisor m - 1. @since 0.1 */
#define INNO_FIELD_LOWER_QUARTILE 73 /**< F64: quantile of 0.25 of the type asked for. @since 0.1 */
#define INNO_FIELD_UPPER_QUARTILE 74 /**< F64: quantile of 0.75. @since 0.1 */
#define INNO_FIELD_DISTINCT 75 /**< I64: different values. @since 0.1 */
#define INNO_FIELD_SAME 76 /**< I64: units that share the most frequent value. @since 0.1 */
#define INNO_FIELD_DISTINCT_SHARE 77 /**< F64: distinct / m, m units with a value; COINr Frc.Unique. @since 0.1 */
#define INNO_FIELD_SAME_SHARE 78 /**< F64: same / m; COINr Frc.Same. @since 0.1 */
#define INNO_FIELD_NONZERO_OF_UNITS 79 /**< F64: non-zero values / n, n all units: what COINr's flag compares.
    @since 0.1 */
#define INNO_FIELD_DISTINCT_OF_UNITS 80 /**< F64: distinct / n: what COINr's flag compares. @since 0.1 */
#define INNO_FIELD_OUTLIERS_LOW 81 /**< I64: values below the lower fence. @since 0.1 */
#define INNO_FIELD_OUTLIERS_HIGH 82 /**< I64: values above the upper fence. @since 0.1 */
#define INNO_FIELD_LOW_COVERAGE 83 /**< I64: 1 = coverage is below min_coverage. @since 0.1 */
#define INNO_FIELD_LOW_NONZERO 84 /**< I64: 1 = the share of non-zero values is below min_nonzero. @since 0.1 */
#define INNO_FIELD_LOW_DISTINCT 85 /**< I64: 1 = the share of different values is below min_unique. @since 0.1 */
#define INNO_FIELD_OUTLYING 86 /**< I64: 1 = |skewness| above max_skewness and kurtosis above max_kurtosis.
    @since 0.1 */
#define INNO_FIELD_PROBABILITY 87 /**< F64: 0..1. @since 0.1 */
#define INNO_FIELD_VALUE 88 /**< F64: the value that the record is about. @since 0.1 */
#define INNO_FIELD_NONZERO_COUNT 89 /**< I64: values that are not 0. @since 0.1 */
#define INNO_FIELD_CORRELATION 100 /**< F64: -1..1, of the kind asked for. @since 0.1 */
#define INNO_FIELD_P_VALUE 101 /**< F64: two-sided, of no correlation. @since 0.1 */
#define INNO_FIELD_P_ADJUSTED 102 /**< F64: adjusted for all records of the table. @since 0.1 */
#define INNO_FIELD_LOWER 103 /**< F64: lower end of the interval. @since 0.1 */
#define INNO_FIELD_UPPER 104 /**< F64: upper end. @since 0.1 */
#define INNO_FIELD_P_RULE 105 /**< I64: an INNO_P_ number: how the p-value was found. @since 0.1 */
#define INNO_FIELD_ITEMS 110 /**< I64: columns of the family. @since 0.1 */
#define INNO_FIELD_ALPHA 111 /**< F64: Cronbach's alpha of the covariances. @since 0.1 */
#define INNO_FIELD_ALPHA_STANDARDIZED 112 /**< F64: the same of the correlations. @since 0.1 */
#define INNO_FIELD_LAMBDA1 113 /**< F64: Guttman's first lower bound. @since 0.1 */
#define INNO_FIELD_LAMBDA2 114 /**< F64: the second. @since 0.1 */
#define INNO_FIELD_LAMBDA3 115 /**< F64: the third, which is alpha. @since 0.1 */
#define INNO_FIELD_LAMBDA4 116 /**< F64: the best split into halves, of all up to 16 columns, else of the splits
    tried; see the handbook. @since 0.1 */
#define INNO_FIELD_LAMBDA5 117 /**< F64: the fifth. @since 0.1 */
#define INNO_FIELD_LAMBDA6 118 /**< F64: the sixth, by squared multiple correlations; NaN when the covariances are
    singular. @since 0.1 */
#define INNO_FIELD_OMEGA 119 /**< F64: McDonald's omega total of one factor (minres). @since 0.1 */
#define INNO_FIELD_MEAN_CORRELATION 120 /**< F64: mean of the correlations among the columns. @since 0.1 */
#define INNO_FIELD_ITEM_TOTAL 121 /**< F64: correlation of the column with the sum of the others. @since 0.1 */
#define INNO_FIELD_STATUS 122 /**< I64: #INNO_OK, or why numbers of this record are NaN. @since 0.1 */
#define INNO_FIELD_EIGENVALUE 130 /**< F64: of the correlation matrix. @since 0.1 */
#define INNO_FIELD_VARIANCE_SHARE 131 /**< F64: eigenvalue / number of columns. @since 0.1 */
#define INNO_FIELD_CUMULATIVE 132 /**< F64: sum of the shares so far. @since 0.1 */
#define INNO_FIELD_RANDOM_MEAN 133 /**< F64: mean eigenvalue of random data; NaN without parallel analysis.
    @since 0.1 */
#define INNO_FIELD_RANDOM_QUANTILE 134 /**< F64: quantile of it. @since 0.1 */
#define INNO_FIELD_ROTATED_VARIANCE 135 /**< F64: sum of the squared rotated loadings; NaN when not kept. @since 0.1 */
#define INNO_FIELD_VECTOR 136 /**< F64: entry of the eigenvector of length 1. @since 0.1 */
#define INNO_FIELD_LOADING 137 /**< F64: vector times the root of the eigenvalue. @since 0.1 */
#define INNO_FIELD_ROTATED 138 /**< F64: rotated loading (promax: pattern); NaN when not kept. @since 0.1 */
#define INNO_FIELD_STRUCTURE 139 /**< F64: correlation with the rotated component; of varimax the rotated loading.
    @since 0.1 */
#define INNO_FIELD_COMMUNALITY 140 /**< F64: sum of squared loadings over the components that are kept. @since 0.1 */
#define INNO_FIELD_ADEQUACY 141 /**< F64: Kaiser, Meyer, Olkin: of the column, or of all; NaN when the matrix is
    singular. @since 0.1 */
#define INNO_FIELD_CHI_SQUARED 142 /**< F64: Bartlett's statistic of sphericity; NaN when the matrix is singular.
    @since 0.1 */
#define INNO_FIELD_DEGREES 143 /**< F64: degrees of freedom; of a smoother its effective number. @since 0.1 */
#define INNO_FIELD_RETAINED 144 /**< I64: components that were kept. @since 0.1 */
#define INNO_FIELD_KAISER 145 /**< I64: eigenvalues above 1. @since 0.1 */
#define INNO_FIELD_PARALLEL 146 /**< I64: components above random data; -1 without parallel analysis. @since 0.1 */
#define INNO_FIELD_SCORE 147 /**< F64: score. @since 0.1 */
#define INNO_FIELD_IMPORTANCE 150 /**< F64: correlation ratio, 0..1: share of the variance that the node explains, by
    a smoother. @since 0.1 */
#define INNO_FIELD_IMPORTANCE_LINEAR 151 /**< F64: the same by a straight line: the squared correlation. @since 0.1 */
#define INNO_FIELD_IMPORTANCE_SHARE 152 /**< F64: importance / sum of those of its siblings and itself for the same
    OTHER. @since 0.1 */
#define INNO_FIELD_DIFFERENT 153 /**< I64: units whose ranks differ by places or more. @since 0.1 */
#define INNO_FIELD_DIFFERENT_SHARE 154 /**< F64: the same as a share of the units that have both ranks. @since 0.1 */
#define INNO_FIELD_MEAN_SHIFT 155 /**< F64: mean absolute difference of ranks. @since 0.1 */
#define INNO_FIELD_MAX_SHIFT 156 /**< F64: largest absolute difference of ranks. @since 0.1 */
#define INNO_FIELD_SHIFT 157 /**< F64: rank minus rank before: above 0 = it lost places. @since 0.1 */
#define INNO_FIELD_RANK 158 /**< F64: 1 = best. @since 0.1 */
#define INNO_FIELD_RANK_BEFORE 159 /**< F64: rank in the first result, or with every node. @since 0.1 */
#define INNO_FIELD_PERCENT_RANK 170 /**< F64: share of the other units with a value that are worse, ties half; 1 =
    best; NaN where no other has one. @since 0.1 */
#define INNO_FIELD_SIGN 171 /**< I64: 1 = a strength, -1 = a weakness, 0 = neither. @since 0.1 */
#define INNO_FIELD_GROUP_SIGN 172 /**< I64: the same against the group: beyond its mean by more than its sd, the unit
    itself among them, divisor m - 1; of every node, also the index. 0 without a group, and alone in it. @since 0.1 */
#define INNO_FIELD_GAP_BEST 173 /**< F64: best score minus this one, 0 or more. @since 0.1 */
#define INNO_FIELD_GAP_MEDIAN 174 /**< F64: score minus median. @since 0.1 */
#define INNO_FIELD_GROUP_RANK 175 /**< F64: among the units of the group; NaN without one. @since 0.1 */
#define INNO_FIELD_GROUP_COUNT 176 /**< I64: units of the group with a value; 0 without a group. @since 0.1 */
#define INNO_FIELD_GROUP_GAP_BEST 177 /**< F64: likewise in the group. @since 0.1 */
#define INNO_FIELD_GROUP_GAP_MEDIAN 178 /**< F64: likewise in the group. @since 0.1 */
#define INNO_FIELD_R_SQUARED 180 /**< F64: share of the variance explained. @since 0.1 */
#define INNO_FIELD_R_SQUARED_ADJUSTED 181 /**< F64: adjusted for the number of coefficients. @since 0.1 */
#define INNO_FIELD_RESIDUAL_SD 182 /**< F64: divisor count - coefficients. @since 0.1 */
#define INNO_FIELD_EXPECTED 183 /**< F64: value of the curve. @since 0.1 */
#define INNO_FIELD_RESIDUAL 184 /**< F64: score minus expected. @since 0.1 */
#define INNO_FIELD_LEVERAGE 185 /**< F64: 0..1. @since 0.1 */
#define INNO_FIELD_CLASS 186 /**< I64: 1 = above the band, 0 = inside, -1 = below; NaN without a score or development.
    @since 0.1 */
#define INNO_FIELD_COEFFICIENT 187 /**< F64: coefficient. @since 0.1 */
#define INNO_FIELD_STANDARD_ERROR 188 /**< F64: its standard error. @since 0.1 */
#define INNO_FIELD_SCORE_BEFORE 190 /**< F64: score in the first result, or with every node. @since 0.1 */
#define INNO_FIELD_DIFFERENCE 191 /**< F64: score minus score before. @since 0.1 */
#define INNO_FIELD_PEARSON 192 /**< F64: Pearson's correlation of the scores. @since 0.1 */
#define INNO_FIELD_SPEARMAN 193 /**< F64: Spearman's. @since 0.1 */
#define INNO_FIELD_KENDALL 194 /**< F64: tau-b. @since 0.1 */
#define INNO_FIELD_RANK_PEARSON 195 /**< F64: Pearson's correlation of the ranks as they are, ties as the method says;
    COINr compare_coins_corr. @since 0.1 */
#define INNO_FIELD_FINDING 200 /**< I64: an INNO_FINDING_ number. @since 0.1 */
#define INNO_FIELD_SEVERITY 201 /**< I64: 1 = to know, 2 = to look at, 3 = to mend. @since 0.1 */
#define INNO_FIELD_THRESHOLD 202 /**< F64: limit that the finding was tested against; NaN = none. Where a sentence
    holds its value against another number, that one (verification.h, check.h). @since 0.1 */
/** @} */

/** @name Flags of correlations
 * @{ */
#define INNO_FLAG_SILENT 1 /**< with its parent: below silent in size. @since 0.1 */
#define INNO_FLAG_WRONG_SIGN 2 /**< with its parent: at or below -silent. @since 0.1 */
#define INNO_FLAG_DOMINANT 3 /**< with its parent, which has other children: above redundant. @since 0.1 */
#define INNO_FLAG_REDUNDANT 4 /**< with a sibling: above redundant. @since 0.1 */
#define INNO_FLAG_CONFLICT 5 /**< with a sibling: at or below -silent. @since 0.1 */
#define INNO_FLAG_BIAS 6 /**< with a denominator: above bias in size. @since 0.1 */
/** @} */

/** @name How a p-value was found
 * @{ */
#define INNO_P_NONE 0 /**< there is none: too few units, a constant column, weighted units. @since 0.1 */
#define INNO_P_EXACT 1 /**< from all orders: Spearman without ties to 9 units, Kendall without ties below 50.
    @since 0.1 */
#define INNO_P_SERIES 2 /**< Edgeworth series: Spearman without ties, 10 to 1290 units. @since 0.1 */
#define INNO_P_T 3 /**< Student's t with count - 2 degrees of freedom (partial: less the columns held). @since 0.1 */
#define INNO_P_NORMAL 4 /**< normal, with the variance that ties leave: Kendall. @since 0.1 */
/** @} */

/** @name Findings
 * @{ */
#define INNO_FINDING_COVERAGE 1 /**< an indicator is there for too few units. @since 0.1 */
#define INNO_FINDING_UNIT_COVERAGE 2 /**< a unit has too few indicators. @since 0.1 */
#define INNO_FINDING_ZEROS 3 /**< too many zeros. @since 0.1 */
#define INNO_FINDING_SAME_VALUES 4 /**< too few different values. @since 0.1 */
#define INNO_FINDING_OUTLIERS 5 /**< outliers remain after treatment. @since 0.1 */
#define INNO_FINDING_CONSTANT 6 /**< all units with a value, two or more, have the same. @since 0.1 */
#define INNO_FINDING_SILENT 10 /**< a node hardly moves with its parent. @since 0.1 */
#define INNO_FINDING_WRONG_SIGN 11 /**< a node moves against its parent. @since 0.1 */
#define INNO_FINDING_DOMINANT 12 /**< a node almost is its parent. @since 0.1 */
#define INNO_FINDING_REDUNDANT 13 /**< two siblings say the same. @since 0.1 */
#define INNO_FINDING_CONFLICT 14 /**< two siblings move against each other. @since 0.1 */
#define INNO_FINDING_BIAS 15 /**< an indicator moves with a denominator: it measures size. @since 0.1 */
#define INNO_FINDING_ALPHA 20 /**< Cronbach's alpha of a family is low. @since 0.1 */
#define INNO_FINDING_ADEQUACY 21 /**< the measure of sampling adequacy of a family is low. @since 0.1 */
#define INNO_FINDING_SINGULAR 22 /**< columns of a family determine each other, or are more than its units.
    @since 0.1 */
#define INNO_FINDING_DIMENSIONS 23 /**< a family has more than one dimension. @since 0.1 */
#define INNO_FINDING_FIRST_SHARE 24 /**< the first component of a family explains little. @since 0.1 */
#define INNO_FINDING_IMPORTANCE_HIGH 30 /**< a node matters much more than its weight says. @since 0.1 */
#define INNO_FINDING_IMPORTANCE_LOW 31 /**< a node matters much less than its weight says. @since 0.1 */
#define INNO_FINDING_ADDS_LITTLE 32 /**< a pillar ranks units almost as the index does. @since 0.1 */
#define INNO_FINDING_REMOVAL 33 /**< without a node the ranking is another one. @since 0.1 */
/** @} */

/**
 * @brief Destroys an analysis.
 * @param analysis NULL is allowed
 * @note Threads: exclusive. Allocates: never. @since 0.1
 */
INNO_API void INNO_CALL inno_analysis_destroy(inno_analysis *analysis);

/**
 * @brief Number of records of a table.
 * @param analysis NULL gives 0
 * @param kind one of INNO_RECORD_
 * @return 0 for a table that this analysis does not have
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API int64_t INNO_CALL inno_analysis_record_count(const inno_analysis *analysis, int32_t kind);

/**
 * @brief A number of a record.
 * @param analysis the object
 * @param kind one of INNO_RECORD_
 * @param index 0 to record count - 1
 * @param field of that kind; integers are exact
 * @param[out] value NaN on failure
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_KEY
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_record(const inno_analysis *analysis, int32_t kind, int64_t index,
                                                    int32_t field, double *value, inno_error *error);

/**
 * @brief One field of every record of a table, in one call.
 * @param analysis the object
 * @param kind one of INNO_RECORD_; without records nothing is written
 * @param field of that kind; integers are exact
 * @param[out] out record count doubles; untouched on failure
 * @param stride_bytes distance from one place to the next in bytes, a multiple of 8, not 0 for more than one record
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_KEY, #INNO_E_ALIGN
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_column(const inno_analysis *analysis, int32_t kind, int32_t field,
                                                    double *out, ptrdiff_t stride_bytes, inno_error *error);

/**
 * @brief Code of a node, or of a column of the matrix.
 * @param analysis the object
 * @param node as a field says it
 * @return text that lives as long as the analysis; NULL when there is none (a matrix without codes) or an argument is
 * wrong
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_analysis_node_code(const inno_analysis *analysis, int64_t node);

/**
 * @brief Code of a unit: of a comparison the units of all its results, of a verification those of the publication, of a
 * change those of the later dataset.
 * @param analysis the object
 * @param unit as a field says it
 * @return as inno_analysis_node_code()
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API const char *INNO_CALL inno_analysis_unit_code(const inno_analysis *analysis, int64_t unit);

/**
 * @brief A finding as a sentence: what, where, by how much, and what to do.
 * @param analysis an analysis with findings: an audit, a verification, a check
 * @param index 0 to record count of #INNO_RECORD_FINDING - 1
 * @param language #INNO_LANGUAGE_EN or #INNO_LANGUAGE_VI
 * @param[out] buffer receives the text with its NUL; untouched on failure
 * @param capacity of buffer in bytes
 * @param[out] needed bytes with the NUL, also when the buffer is too small; NULL is allowed
 * @param[out] error NULL is allowed
 * @return #INNO_OK, #INNO_E_NULL, #INNO_E_ARGUMENT, #INNO_E_BUFFER
 * @note Threads: const-shared. Allocates: never. @since 0.1
 */
INNO_API inno_status INNO_CALL inno_analysis_sentence(const inno_analysis *analysis, int64_t index, int32_t language,
                                                      char *buffer, int64_t capacity, int64_t *needed,
                                                      inno_error *error);

#ifdef __cplusplus
}
#endif
#endif
