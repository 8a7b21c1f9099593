"""Low level: every number of the headers and every function with its C types. A binding is thin: an output is a
byref() or a ctypes array, a status is an int, and every rule is the library's. WRITTEN BY examples/python/generate."""
from __future__ import annotations

import ctypes
from typing import Any, Callable, Final, TypeAlias

Pointer: TypeAlias = Any
"""A handle or an address: an int, None for NULL, byref(...), a ctypes array or instance."""
Text: TypeAlias = "bytes | None"
"""UTF-8 that ends at its NUL; None = NULL."""
ABI: Final = 0
"""The ABI that this module is for; inno_abi_version() of the library must be the same."""

# analysis.h: Tables
INNO_RECORD_STATISTICS: Final = 110  # one a column: moments, counts, shares, flags.
INNO_RECORD_QUANTILE: Final = 111  # one a column and probability asked for.
INNO_RECORD_OUTLIER: Final = 112  # one a value beyond a fence.
INNO_RECORD_UNIT_COVERAGE: Final = 113  # one a unit, and a unit and aggregate where there is a tree.
# one a pair of columns, the first before the second: (0,1), (0,2), (1,2), (0,3), ...
INNO_RECORD_CORRELATION: Final = 120
INNO_RECORD_PARTIAL: Final = 121  # likewise: what is left of the correlation when other columns are held.
INNO_RECORD_PARENT: Final = 122  # one a node and ancestor: correlation of the two.
INNO_RECORD_SIBLING: Final = 123  # one a pair of children of the same aggregate.
# one a column of the dataset that is no indicator, and indicator; OTHER is the column's number in
# inno_analysis_node_code(), where such columns come after the nodes.
INNO_RECORD_DENOMINATOR: Final = 124
INNO_RECORD_RELIABILITY: Final = 130  # one a family: how well its columns measure one thing.
INNO_RECORD_ITEM: Final = 131  # one a column of a family: reliability without it.
INNO_RECORD_COMPONENTS: Final = 140  # one a family: how many components, adequacy.
INNO_RECORD_COMPONENT: Final = 141  # one a component of a family.
INNO_RECORD_LOADING: Final = 142  # one a column and component of a family.
INNO_RECORD_COMPONENT_ITEM: Final = 143  # one a column of a family: communality, adequacy, weight.
INNO_RECORD_COMPONENT_SCORE: Final = 144  # one a unit and component that was kept.
INNO_RECORD_FACTOR_CORRELATION: Final = 145  # one a pair of components that promax turned.
# one a node and its parent, and one a node and the index where this is not the parent: weight against importance.
INNO_RECORD_INFLUENCE: Final = 150
# one an aggregate below the index, and one an indicator directly below it: how often its ranks differ from those of the
# index.
INNO_RECORD_ADDED_VALUE: Final = 151
INNO_RECORD_REMOVAL: Final = 152  # one a node below the index: what the index does without it.
INNO_RECORD_REMOVED: Final = 153  # one a node and unit, the units of a node together: score and rank without the node.
INNO_RECORD_PROFILE: Final = 160  # one a unit and node, the nodes of a unit together: rank, gaps, strength or weakness.
INNO_RECORD_DEVELOPMENT: Final = 170  # one: the curve of scores on development.
INNO_RECORD_COEFFICIENT: Final = 171  # one a coefficient of the curve, the constant first.
INNO_RECORD_EXPECTATION: Final = 172  # one a unit: expected score, band, class.
# one a node and result after the first: correlations, shifts, the UNIT that moves farthest.
INNO_RECORD_COMPARISON: Final = 180
# one a node, result after the first and unit, the units of a result together: score and rank beside those of the first.
INNO_RECORD_COMPARED: Final = 181
# one a finding: FINDING, SEVERITY, NODE, OTHER, UNIT, VALUE, THRESHOLD, as far as it has them.
INNO_RECORD_FINDING: Final = 190

# analysis.h: Fields of these tables, besides those of result.h
INNO_FIELD_PARENT: Final = 60  # I64: aggregate whose family it is; -1 = the whole matrix.
INNO_FIELD_OTHER: Final = 61  # I64: the second node or column; -1 = none.
INNO_FIELD_COUNT: Final = 62  # I64: units that were used.
INNO_FIELD_RESULT: Final = 63  # I64: position of the result.
INNO_FIELD_COMPONENT: Final = 64  # I64: from 0, by descending eigenvalue; rotated: by descending variance.
INNO_FIELD_FLAG: Final = 65  # I64: 0 or an INNO_FLAG_ number.
INNO_FIELD_MEAN: Final = 70  # F64: arithmetic mean.
INNO_FIELD_MEDIAN: Final = 71  # F64: median.
INNO_FIELD_SD: Final = 72  # F64: standard deviation, divisor m - 1.
INNO_FIELD_LOWER_QUARTILE: Final = 73  # F64: quantile of 0.25 of the type asked for.
INNO_FIELD_UPPER_QUARTILE: Final = 74  # F64: quantile of 0.75.
INNO_FIELD_DISTINCT: Final = 75  # I64: different values.
INNO_FIELD_SAME: Final = 76  # I64: units that share the most frequent value.
INNO_FIELD_DISTINCT_SHARE: Final = 77  # F64: distinct / m, m units with a value; COINr Frc.Unique.
INNO_FIELD_SAME_SHARE: Final = 78  # F64: same / m; COINr Frc.Same.
INNO_FIELD_NONZERO_OF_UNITS: Final = 79  # F64: non-zero values / n, n all units: what COINr's flag compares.
INNO_FIELD_DISTINCT_OF_UNITS: Final = 80  # F64: distinct / n: what COINr's flag compares.
INNO_FIELD_OUTLIERS_LOW: Final = 81  # I64: values below the lower fence.
INNO_FIELD_OUTLIERS_HIGH: Final = 82  # I64: values above the upper fence.
INNO_FIELD_LOW_COVERAGE: Final = 83  # I64: 1 = coverage is below min_coverage.
INNO_FIELD_LOW_NONZERO: Final = 84  # I64: 1 = the share of non-zero values is below min_nonzero.
INNO_FIELD_LOW_DISTINCT: Final = 85  # I64: 1 = the share of different values is below min_unique.
INNO_FIELD_OUTLYING: Final = 86  # I64: 1 = |skewness| above max_skewness and kurtosis above max_kurtosis.
INNO_FIELD_PROBABILITY: Final = 87  # F64: 0..1.
INNO_FIELD_VALUE: Final = 88  # F64: the value that the record is about.
INNO_FIELD_NONZERO_COUNT: Final = 89  # I64: values that are not 0.
INNO_FIELD_CORRELATION: Final = 100  # F64: -1..1, of the kind asked for.
INNO_FIELD_P_VALUE: Final = 101  # F64: two-sided, of no correlation.
INNO_FIELD_P_ADJUSTED: Final = 102  # F64: adjusted for all records of the table.
INNO_FIELD_LOWER: Final = 103  # F64: lower end of the interval.
INNO_FIELD_UPPER: Final = 104  # F64: upper end.
INNO_FIELD_P_RULE: Final = 105  # I64: an INNO_P_ number: how the p-value was found.
INNO_FIELD_ITEMS: Final = 110  # I64: columns of the family.
INNO_FIELD_ALPHA: Final = 111  # F64: Cronbach's alpha of the covariances.
INNO_FIELD_ALPHA_STANDARDIZED: Final = 112  # F64: the same of the correlations.
INNO_FIELD_LAMBDA1: Final = 113  # F64: Guttman's first lower bound.
INNO_FIELD_LAMBDA2: Final = 114  # F64: the second.
INNO_FIELD_LAMBDA3: Final = 115  # F64: the third, which is alpha.
# F64: the best split into halves, of all up to 16 columns, else of the splits tried; see the handbook.
INNO_FIELD_LAMBDA4: Final = 116
INNO_FIELD_LAMBDA5: Final = 117  # F64: the fifth.
# F64: the sixth, by squared multiple correlations; NaN when the covariances are singular.
INNO_FIELD_LAMBDA6: Final = 118
INNO_FIELD_OMEGA: Final = 119  # F64: McDonald's omega total of one factor (minres).
INNO_FIELD_MEAN_CORRELATION: Final = 120  # F64: mean of the correlations among the columns.
INNO_FIELD_ITEM_TOTAL: Final = 121  # F64: correlation of the column with the sum of the others.
INNO_FIELD_STATUS: Final = 122  # I64: INNO_OK, or why numbers of this record are NaN.
INNO_FIELD_EIGENVALUE: Final = 130  # F64: of the correlation matrix.
INNO_FIELD_VARIANCE_SHARE: Final = 131  # F64: eigenvalue / number of columns.
INNO_FIELD_CUMULATIVE: Final = 132  # F64: sum of the shares so far.
INNO_FIELD_RANDOM_MEAN: Final = 133  # F64: mean eigenvalue of random data; NaN without parallel analysis.
INNO_FIELD_RANDOM_QUANTILE: Final = 134  # F64: quantile of it.
INNO_FIELD_ROTATED_VARIANCE: Final = 135  # F64: sum of the squared rotated loadings; NaN when not kept.
INNO_FIELD_VECTOR: Final = 136  # F64: entry of the eigenvector of length 1.
INNO_FIELD_LOADING: Final = 137  # F64: vector times the root of the eigenvalue.
INNO_FIELD_ROTATED: Final = 138  # F64: rotated loading (promax: pattern); NaN when not kept.
INNO_FIELD_STRUCTURE: Final = 139  # F64: correlation with the rotated component; of varimax the rotated loading.
INNO_FIELD_COMMUNALITY: Final = 140  # F64: sum of squared loadings over the components that are kept.
# F64: Kaiser, Meyer, Olkin: of the column, or of all; NaN when the matrix is singular.
INNO_FIELD_ADEQUACY: Final = 141
INNO_FIELD_CHI_SQUARED: Final = 142  # F64: Bartlett's statistic of sphericity; NaN when the matrix is singular.
INNO_FIELD_DEGREES: Final = 143  # F64: degrees of freedom; of a smoother its effective number.
INNO_FIELD_RETAINED: Final = 144  # I64: components that were kept.
INNO_FIELD_KAISER: Final = 145  # I64: eigenvalues above 1.
INNO_FIELD_PARALLEL: Final = 146  # I64: components above random data; -1 without parallel analysis.
INNO_FIELD_SCORE: Final = 147  # F64: score.
# F64: correlation ratio, 0..1: share of the variance that the node explains, by a smoother.
INNO_FIELD_IMPORTANCE: Final = 150
INNO_FIELD_IMPORTANCE_LINEAR: Final = 151  # F64: the same by a straight line: the squared correlation.
# F64: importance / sum of those of its siblings and itself for the same OTHER.
INNO_FIELD_IMPORTANCE_SHARE: Final = 152
INNO_FIELD_DIFFERENT: Final = 153  # I64: units whose ranks differ by places or more.
INNO_FIELD_DIFFERENT_SHARE: Final = 154  # F64: the same as a share of the units that have both ranks.
INNO_FIELD_MEAN_SHIFT: Final = 155  # F64: mean absolute difference of ranks.
INNO_FIELD_MAX_SHIFT: Final = 156  # F64: largest absolute difference of ranks.
INNO_FIELD_SHIFT: Final = 157  # F64: rank minus rank before: above 0 = it lost places.
INNO_FIELD_RANK: Final = 158  # F64: 1 = best.
INNO_FIELD_RANK_BEFORE: Final = 159  # F64: rank in the first result, or with every node.
# F64: share of the other units with a value that are worse, ties half; 1 = best; NaN where no other has one.
INNO_FIELD_PERCENT_RANK: Final = 170
INNO_FIELD_SIGN: Final = 171  # I64: 1 = a strength, -1 = a weakness, 0 = neither.
# I64: the same against the group: beyond its mean by more than its sd, the unit itself among them, divisor m - 1; of
# every node, also the index.
INNO_FIELD_GROUP_SIGN: Final = 172
INNO_FIELD_GAP_BEST: Final = 173  # F64: best score minus this one, 0 or more.
INNO_FIELD_GAP_MEDIAN: Final = 174  # F64: score minus median.
INNO_FIELD_GROUP_RANK: Final = 175  # F64: among the units of the group; NaN without one.
INNO_FIELD_GROUP_COUNT: Final = 176  # I64: units of the group with a value; 0 without a group.
INNO_FIELD_GROUP_GAP_BEST: Final = 177  # F64: likewise in the group.
INNO_FIELD_GROUP_GAP_MEDIAN: Final = 178  # F64: likewise in the group.
INNO_FIELD_R_SQUARED: Final = 180  # F64: share of the variance explained.
INNO_FIELD_R_SQUARED_ADJUSTED: Final = 181  # F64: adjusted for the number of coefficients.
INNO_FIELD_RESIDUAL_SD: Final = 182  # F64: divisor count - coefficients.
INNO_FIELD_EXPECTED: Final = 183  # F64: value of the curve.
INNO_FIELD_RESIDUAL: Final = 184  # F64: score minus expected.
INNO_FIELD_LEVERAGE: Final = 185  # F64: 0..1.
INNO_FIELD_CLASS: Final = 186  # I64: 1 = above the band, 0 = inside, -1 = below; NaN without a score or development.
INNO_FIELD_COEFFICIENT: Final = 187  # F64: coefficient.
INNO_FIELD_STANDARD_ERROR: Final = 188  # F64: its standard error.
INNO_FIELD_SCORE_BEFORE: Final = 190  # F64: score in the first result, or with every node.
INNO_FIELD_DIFFERENCE: Final = 191  # F64: score minus score before.
INNO_FIELD_PEARSON: Final = 192  # F64: Pearson's correlation of the scores.
INNO_FIELD_SPEARMAN: Final = 193  # F64: Spearman's.
INNO_FIELD_KENDALL: Final = 194  # F64: tau-b.
# F64: Pearson's correlation of the ranks as they are, ties as the method says; COINr compare_coins_corr.
INNO_FIELD_RANK_PEARSON: Final = 195
INNO_FIELD_FINDING: Final = 200  # I64: an INNO_FINDING_ number.
INNO_FIELD_SEVERITY: Final = 201  # I64: 1 = to know, 2 = to look at, 3 = to mend.
INNO_FIELD_THRESHOLD: Final = 202  # F64: limit that the finding was tested against; NaN = none.

# analysis.h: Flags of correlations
INNO_FLAG_SILENT: Final = 1  # with its parent: below silent in size.
INNO_FLAG_WRONG_SIGN: Final = 2  # with its parent: at or below -silent.
INNO_FLAG_DOMINANT: Final = 3  # with its parent, which has other children: above redundant.
INNO_FLAG_REDUNDANT: Final = 4  # with a sibling: above redundant.
INNO_FLAG_CONFLICT: Final = 5  # with a sibling: at or below -silent.
INNO_FLAG_BIAS: Final = 6  # with a denominator: above bias in size.

# analysis.h: How a p-value was found
INNO_P_NONE: Final = 0  # there is none: too few units, a constant column, weighted units.
INNO_P_EXACT: Final = 1  # from all orders: Spearman without ties to 9 units, Kendall without ties below 50.
INNO_P_SERIES: Final = 2  # Edgeworth series: Spearman without ties, 10 to 1290 units.
INNO_P_T: Final = 3  # Student's t with count - 2 degrees of freedom (partial: less the columns held).
INNO_P_NORMAL: Final = 4  # normal, with the variance that ties leave: Kendall.

# analysis.h: Findings
INNO_FINDING_COVERAGE: Final = 1  # an indicator is there for too few units.
INNO_FINDING_UNIT_COVERAGE: Final = 2  # a unit has too few indicators.
INNO_FINDING_ZEROS: Final = 3  # too many zeros.
INNO_FINDING_SAME_VALUES: Final = 4  # too few different values.
INNO_FINDING_OUTLIERS: Final = 5  # outliers remain after treatment.
INNO_FINDING_CONSTANT: Final = 6  # all units with a value, two or more, have the same.
INNO_FINDING_SILENT: Final = 10  # a node hardly moves with its parent.
INNO_FINDING_WRONG_SIGN: Final = 11  # a node moves against its parent.
INNO_FINDING_DOMINANT: Final = 12  # a node almost is its parent.
INNO_FINDING_REDUNDANT: Final = 13  # two siblings say the same.
INNO_FINDING_CONFLICT: Final = 14  # two siblings move against each other.
INNO_FINDING_BIAS: Final = 15  # an indicator moves with a denominator: it measures size.
INNO_FINDING_ALPHA: Final = 20  # Cronbach's alpha of a family is low.
INNO_FINDING_ADEQUACY: Final = 21  # the measure of sampling adequacy of a family is low.
INNO_FINDING_SINGULAR: Final = 22  # columns of a family determine each other, or are more than its units.
INNO_FINDING_DIMENSIONS: Final = 23  # a family has more than one dimension.
INNO_FINDING_FIRST_SHARE: Final = 24  # the first component of a family explains little.
INNO_FINDING_IMPORTANCE_HIGH: Final = 30  # a node matters much more than its weight says.
INNO_FINDING_IMPORTANCE_LOW: Final = 31  # a node matters much less than its weight says.
INNO_FINDING_ADDS_LITTLE: Final = 32  # a pillar ranks units almost as the index does.
INNO_FINDING_REMOVAL: Final = 33  # without a node the ranking is another one.

# assumptions.h: Kinds of assumptions
INNO_ASSUME_SCHEMES: Final = 1  # one of several schemes for a step; 1 dimension.
INNO_ASSUME_WEIGHT_SETS: Final = 2  # one of several sets of weights; 1 dimension.
INNO_ASSUME_WEIGHT_RANGE: Final = 3  # one weight, uniform; 1 dimension.
INNO_ASSUME_WEIGHT_NOISE: Final = 4  # weights of a level, uniform around themselves; 1 a node.
INNO_ASSUME_SIMPLEX: Final = 5  # weights of a family, uniform over all that sum to 1; children - 1.
INNO_ASSUME_DIRICHLET: Final = 6  # weights of a family around the nominal ones; 1 a child.
INNO_ASSUME_BOUNDED: Final = 7  # weights of a family, uniform between bounds; children - 1.
INNO_ASSUME_ORDER: Final = 8  # weights of a family, uniform in an order; children - 1.
INNO_ASSUME_REMOVAL: Final = 9  # one of several nodes is left out; 1 dimension.
INNO_ASSUME_ERROR: Final = 10  # values are measured with error; 1 a value.

# assumptions.h: Laws of a measurement error
INNO_ERROR_NORMAL: Final = 1  # normal, sd = size.
INNO_ERROR_UNIFORM: Final = 2  # uniform within -size .
INNO_ERROR_LOGNORMAL: Final = 3  # the value times exp(normal, sd = size): median the value.

# assumptions.h: What the size of a measurement error is measured in
INNO_ERROR_ABSOLUTE: Final = 1  # the indicator's own unit.
INNO_ERROR_RELATIVE: Final = 2  # the size of the value: 0.05 = 5 %.
INNO_ERROR_SD: Final = 3  # the standard deviation of the column.

# change.h: Tables of a change
INNO_RECORD_CHANGE: Final = 350  # one a unit that both sides have, in the order of the dataset after: scores and ranks.
INNO_RECORD_CHANGE_CAUSE: Final = 351  # one a unit and cause, the causes of a unit together.
# one a unit, cause and indicator below the node in either method, then one with NODE -1: weights and aggregation.
INNO_RECORD_CHANGE_INDICATOR: Final = 352

# change.h: Fields of these tables, besides those of result.h, analysis.h and contributions.h
INNO_FIELD_CAUSE: Final = 390  # I64: an INNO_CAUSE_ number.
# F64: score of the data before in the new units; without regrouping the score before.
INNO_FIELD_SCORE_REGROUPED: Final = 391
INNO_FIELD_INDICATOR_STATUS: Final = 392  # I64: INNO_OK, or why there is no split by indicator.

# change.h: Causes
INNO_CAUSE_FIGURES: Final = 1  # the unit's own figures, but for denominators.
INNO_CAUSE_DENOMINATORS: Final = 2  # the unit's own denominators: did patents fall or did population rise?
INNO_CAUSE_OTHERS: Final = 3  # data of the other units, and which there are: they move frames and treatment.
INNO_CAUSE_METHOD: Final = 4  # rules and weights.
INNO_CAUSE_MISSING: Final = 5  # cells that only one side has, of all units.
INNO_CAUSE_REGROUPING: Final = 6  # old units to new ones; only where a regrouped dataset is given.

# check.h: Tables
# the numbers behind the findings: one a finding, in their order; of a denominator that moved also one an indicator that
# moved with it.
INNO_RECORD_CHECK: Final = 370
# four a missing value: score and rank as they are, with 0, with the mean and with the median of the peers.
INNO_RECORD_CHECK_GAP: Final = 371

# check.h: Fields of these tables, besides those of result.h and analysis.h
INNO_FIELD_FINDING_RECORD: Final = 440  # I64: record of INNO_RECORD_FINDING that it belongs to.
# F64: what the value was compared with: the value before; of INNO_FINDING_SLIP_PEERS the value that would put the unit
# at the median of its peers; a bound; of INNO_FINDING_GAP the rank as it is; NaN = no single number.
INNO_FIELD_COMPARED_VALUE: Final = 441
# F64: value / compared value; of INNO_FINDING_ZERO_RARE the share of the other peers that have 0.
INNO_FIELD_RATIO: Final = 442
INNO_FIELD_SPREAD: Final = 443  # F64: of slips: spread s of the decimal logarithms that the limit is a multiple of.
INNO_FIELD_POWER: Final = 444  # F64: of slips: the power of ten between the value and what is suggested.
INNO_FIELD_SUGGESTED: Final = 445  # F64: of slips: value / 10^power.
# F64: of an indicator that moved with its denominator: the part of its change that the denominator explains; the rest
# is its numerator's.
INNO_FIELD_PART: Final = 446
INNO_FIELD_FILL: Final = 447  # I64: an INNO_FILL_ number: what stands in the gap.

# check.h: What stands in a gap
INNO_FILL_STAYS: Final = 1  # nothing, as the method has it: imputed (VALUE says what), or left out.
INNO_FILL_ZERO: Final = 2  # 0.
# the mean of the peers; of an indicator with a denominator the figure that gives this unit the mean of the denominated
# values.
INNO_FILL_MEAN: Final = 3
INNO_FILL_MEDIAN: Final = 4  # the median likewise.

# check.h: Findings
INNO_FINDING_ZERO_RARE: Final = 120  # 0, and few or no peers have 0.
INNO_FINDING_ZERO_BEFORE: Final = 121  # 0, and far from 0 before.
INNO_FINDING_FORGOTTEN: Final = 122  # missing, and there before.
INNO_FINDING_GOALPOST: Final = 123  # beyond a goalpost of the method.
INNO_FINDING_IMPOSSIBLE: Final = 124  # beyond what the options say is possible.
INNO_FINDING_NEGATIVE: Final = 125  # the only negative value.
INNO_FINDING_FRACTION: Final = 126  # the only value that is not a whole number.
INNO_FINDING_SLIP_BEFORE: Final = 127  # a power of ten away from the value before.
INNO_FINDING_SLIP_PEERS: Final = 128  # a power of ten away from the peers.
# a denominator changed and a numerator did not; OTHER is the indicator that it moved most.
INNO_FINDING_DENOMINATOR_MOVED: Final = 129
INNO_FINDING_GAP: Final = 130  # a missing value that decides places; OTHER is the node that is ranked.
# the method cannot compute these data, so the costs of gaps are not known; NODE is where it failed.
INNO_FINDING_NOT_SCORED: Final = 131

# climb.h: What the treatment of an indicator does with a new value
INNO_TREATMENT_SAME: Final = 0  # as with the present value.
INNO_TREATMENT_STARTS: Final = 1  # it sets in: the column was left as it was.
INNO_TREATMENT_ENDS: Final = -1  # it ends: the column is left as it is.
INNO_TREATMENT_OTHER: Final = 2  # it goes on in another way: stage, points or their bounds.

# climb.h: Goals
INNO_GOAL_SCORE: Final = 1  # a score of the node of at least value.
INNO_GOAL_RANK: Final = 2  # a rank in the node of at most value, 1 or more.
INNO_GOAL_UNIT: Final = 3  # another unit is to be overtaken in the node.

# climb.h: Tables of climbing
INNO_RECORD_CLIMB: Final = 340  # one an indicator: the smallest change of it alone that reaches the goal.
INNO_RECORD_CLIMB_MIX: Final = 341  # one an indicator when there are costs: its part in the combination.
INNO_RECORD_CLIMB_PLAN: Final = 342  # one: the present, and with costs what the combination costs and reaches.

# climb.h: Fields of these tables, besides those of result.h and analysis.h
INNO_FIELD_NEW_VALUE: Final = 370  # F64: raw value to have.
# F64: new value minus present one; NaN where that is missing, also when the goal is reached already.
INNO_FIELD_VALUE_CHANGE: Final = 371
INNO_FIELD_REACHED: Final = 372  # I64: 1 = the goal is reached with it, 0 = it cannot be within the cap.
# I64: 1 = constants of the normalization are others then, so that other units' scores move too.
INNO_FIELD_FRAME_MOVED: Final = 373
# I64: an INNO_TREATMENT_ number: what the treatment of the indicator does then.
INNO_FIELD_TREATMENT_CHANGE: Final = 374
# F64: cost per unit of the indicator times the size of the change; NaN without costs or without a present value.
INNO_FIELD_COST: Final = 375
INNO_FIELD_CAP: Final = 376  # F64: the farthest raw value that was allowed.
INNO_FIELD_TRIES: Final = 377  # I64: results that were computed for it.
# I64: 1 = nothing cheaper exists within the caps, but for rounding; 0 = the cheapest that was found.
INNO_FIELD_PROVEN: Final = 378

# contributions.h: Tables of contributions
# one a unit and reference, the references of a unit together: both scores, and whether the difference could be split.
INNO_RECORD_CONTRIBUTION_UNIT: Final = 320
# one a unit, reference and node of the tree below the node that is explained, itself last, in the order of
# INNO_RECORD_CONTRIBUTION_UNIT, nodes ascending.
INNO_RECORD_CONTRIBUTION: Final = 321

# contributions.h: Fields of these tables, besides those of result.h and analysis.h
INNO_FIELD_REFERENCE: Final = 330  # I64: an INNO_REFERENCE_ number.
INNO_FIELD_REFERENCE_UNIT: Final = 331  # I64: the unit that it is; -1 = made up, or there is none.
INNO_FIELD_REFERENCE_SCORE: Final = 332  # F64: its score of the node, by the method.
INNO_FIELD_REFERENCE_VALUE: Final = 333  # F64: its final value of the indicator, its score of the aggregate.
INNO_FIELD_CONTRIBUTION: Final = 334  # F64: part of the difference; NaN where it could not be split.
# I64: an INNO_SPLIT_ number: of an aggregate how its children were split, of a distance the least exact of all; 0 = an
# indicator, or nothing differs.
INNO_FIELD_SPLIT: Final = 335
INNO_FIELD_ROUNDING_LEFT: Final = 336  # F64: what rounding left, which is in the largest part.
INNO_FIELD_CONTRIBUTION_SHARE: Final = 337  # F64: contribution / difference; NaN where this is 0 or could not be split.

# contributions.h: References
# made up: the key baseline as final value of every indicator that the unit has, the others missing.
INNO_REFERENCE_BASELINE: Final = 1
INNO_REFERENCE_BEST: Final = 2  # the unit with the highest score, the first of equal ones.
INNO_REFERENCE_ABOVE: Final = 3  # the unit with the lowest score above this one's, the first of equal ones.
INNO_REFERENCE_BELOW: Final = 4  # the unit with the highest score below this one's, the first of equal ones.
# made up: the median (Hyndman and Fan, type 7) of every indicator's final values among the units with the same label in
# the key group, without it all units; NaN where nobody has one.
INNO_REFERENCE_MEDIAN: Final = 5
INNO_REFERENCE_UNIT: Final = 6  # the unit that the call names.

# contributions.h: How children were split
INNO_SPLIT_STRAIGHT: Final = 1  # weighted means: in closed form, exact.
INNO_SPLIT_COALITIONS: Final = 2  # every coalition, exact.
INNO_SPLIT_PATH: Final = 3  # along the straight line: not Shapley's rule, but close to it; sums are exact all the same.

# frontier.h
INNO_LIMIT_FRONTIER_INDICATORS: Final = 256  # Most indicators of a frontier; more are refused with INNO_E_SIZE.

# frontier.h: Keys
INNO_KEY_FRONTIER_RULE: Final = 900  # CHOICE "rule": default benefit_of_doubt.
INNO_KEY_FRONTIER_SHARE_LOWER: Final = 910  # F64 "share_lower", per indicator; default 0.
INNO_KEY_FRONTIER_SHARE_UPPER: Final = 911  # F64 "share_upper", per indicator; default 1.
INNO_KEY_FRONTIER_SHARE_OF: Final = 912  # CHOICE "share_of": default contribution.
INNO_KEY_FRONTIER_ZERO: Final = 913  # CHOICE "zero": INNO_ZERO_; default error.
INNO_KEY_FRONTIER_MULTIPLIER_LOWER: Final = 920  # F64 "multiplier_lower", per indicator; default 0.
INNO_KEY_FRONTIER_MULTIPLIER_UPPER: Final = 921  # F64 "multiplier_upper", per indicator; default unset.
INNO_KEY_FRONTIER_DIRECTION: Final = 930  # F64 "direction", per indicator: times y; default 1.
INNO_KEY_FRONTIER_LESS_IS_BETTER: Final = 931  # I64 "less_is_better", per indicator; default 0.
INNO_KEY_FRONTIER_DRAWS: Final = 940  # I64 "draws", 1 to 1000000: the m of order-m; needed.
INNO_KEY_FRONTIER_COMPROMISE: Final = 950  # F64 "compromise": 1 mean distance, 0 largest; 1.
INNO_KEY_FRONTIER_BENCHMARK: Final = 960  # I64 "benchmark": the unit that scores 1; needed.
INNO_KEY_FRONTIER_ITERATIONS: Final = 970  # I64 "iterations", most for one program; 100000.

# frontier.h: Rules
INNO_FRONTIER_BENEFIT_OF_DOUBT: Final = 10  # "benefit_of_doubt": the best weighted sum.
INNO_FRONTIER_DIRECTIONAL: Final = 20  # "directional": 1/(1 + distance) along direction times y.
INNO_FRONTIER_MULTIDIRECTIONAL: Final = 21  # "multidirectional": each indicator's own potential.
INNO_FRONTIER_UNDESIRABLE: Final = 30  # "undesirable": goods up and bads down at once.
INNO_FRONTIER_COMMON_WEIGHTS: Final = 40  # "common_weights": one set of multipliers for all units.
INNO_FRONTIER_ORDER_M: Final = 50  # "order_m": against the best of m units drawn, expected.
INNO_FRONTIER_DIRECTIONAL_ORDER_M: Final = 51  # "directional_order_m".
INNO_FRONTIER_GEOMETRIC: Final = 60  # "geometric": product of (y/benchmark)^share.

# frontier.h: Values of a unit
INNO_FRONTIER_SCORE: Final = 10  # 1 = on the frontier; order-m and geometric scores can exceed it.
INNO_FRONTIER_DISTANCE: Final = 11  # of the directional rules, 0 = on the frontier; else NaN.
INNO_FRONTIER_AVAILABLE: Final = 12  # indicators that the unit has.
INNO_FRONTIER_PRIMAL: Final = 20  # certificate: largest relative violation of a constraint.
INNO_FRONTIER_DUAL: Final = 21  # certificate: largest relative violation by the prices.
INNO_FRONTIER_GAP: Final = 22  # certificate: relative gap of primal and dual objective.
INNO_FRONTIER_ITERATIONS: Final = 23  # of the unit's programs together.

# frontier.h: Values of a unit and an indicator
INNO_FRONTIER_MULTIPLIER: Final = 30  # u; not unique: another optimum may have others.
INNO_FRONTIER_SHARE: Final = 31  # as INNO_KEY_FRONTIER_SHARE_OF says; they sum to 1.
INNO_FRONTIER_TARGET: Final = 32  # the value on the frontier, in the indicator's own unit.
INNO_FRONTIER_INDICATOR_SCORE: Final = 33  # value / target, of a bad target / value.

# frontier.h: Factors of a change between two periods
INNO_CHANGE_OVERALL: Final = 1  # score after / score before: the product of the other three.
INNO_CHANGE_OWN: Final = 2  # of the unit's own values.
INNO_CHANGE_BENCHMARK: Final = 3  # of the benchmark's values, below 1 when it moved ahead.
INNO_CHANGE_WEIGHT: Final = 4  # of the shares.

# keys.h: Keys and rules of denomination
INNO_KEY_DENOMINATE_RULE: Final = 100  # CHOICE: INNO_DENOMINATE_DIVIDE by default.
INNO_DENOMINATE_NONE: Final = 1  # "none": leave the column as it is.
INNO_DENOMINATE_DIVIDE: Final = 2  # "divide": x / (denominator / scale).

# keys.h: Keys and rules of screening
INNO_KEY_SCREEN_RULE: Final = 200  # CHOICE: INNO_SCREEN_COVERAGE by default.
INNO_KEY_SCREEN_MIN_COVERAGE: Final = 210  # F64 0..1, default 2/3: smallest share of indicators with a value.
INNO_KEY_SCREEN_MIN_NONZERO: Final = 220  # F64 0..1, default 0.05: smallest share of non-zero values.
INNO_KEY_SCREEN_FORCE: Final = 230  # CHOICE for one unit: kept or left out whatever its data.
INNO_SCREEN_NONE: Final = 1  # "none": only forced units.
INNO_SCREEN_COVERAGE: Final = 2  # "coverage": COINr's byNA.
INNO_SCREEN_NONZERO: Final = 3  # "nonzero": COINr's byzeros.
INNO_SCREEN_BOTH: Final = 4  # "both": out when either is low; COINr's byNAandzeros.

# keys.h: Keys and rules of imputation
INNO_KEY_IMPUTE_RULE: Final = 300  # CHOICE: INNO_IMPUTE_NONE by default.
INNO_KEY_IMPUTE_GROUP: Final = 310  # TEXT: name of the dataset's grouping; needed by the group rules.
INNO_KEY_IMPUTE_LEVEL: Final = 320  # I64 0..100, default 2: siblings share the ancestor of this level; 0 = all.
# CHOICE: INNO_FRAME_PERIOD: the rows that a mean is taken over, in a dataset with periods.
INNO_KEY_IMPUTE_FRAME: Final = 330
# F64 > 0: rules over time: largest distance to a period that is used, in the periods' own values; unset = any.
INNO_KEY_IMPUTE_MAX_AGE: Final = 340
INNO_KEY_IMPUTE_MAX_PERIODS: Final = 341  # I64 1..10^8, default 10^8: rules over time: the same counted in periods.
# F64 >= 0, default 0: em: added to the diagonal of the covariance, in variances of the columns.
INNO_KEY_IMPUTE_RIDGE: Final = 350
# F64 > 0, <= 1, default 1e-9: em: stops when no mean or covariance moves by more, in standard deviations.
INNO_KEY_IMPUTE_TOLERANCE: Final = 351
# I64 1..10^6, default 1000: em: stops at the latest after these; the record says so.
INNO_KEY_IMPUTE_MAX_ITERATIONS: Final = 352
INNO_KEY_IMPUTE_NEIGHBORS: Final = 360  # I64 1..1000, default 5: nearest: at most this many.
INNO_KEY_IMPUTE_WEIGHTING: Final = 361  # CHOICE: INNO_WEIGHTING_EQUAL: nearest.
# I64 1..100000, default 1: nearest, hot_deck: siblings that both units must have.
INNO_KEY_IMPUTE_MIN_OVERLAP: Final = 362
# CHOICE: INNO_TOO_FEW_REFUSE: regression on fewer units than predictors + 2, or collinear ones.
INNO_KEY_IMPUTE_TOO_FEW: Final = 370
INNO_IMPUTE_NONE: Final = 1  # "none": missing stays missing.
INNO_IMPUTE_MEAN: Final = 10  # "mean": of the column.
INNO_IMPUTE_MEDIAN: Final = 11  # "median": of the column.
INNO_IMPUTE_GROUP_MEAN: Final = 20  # "group_mean".
INNO_IMPUTE_GROUP_MEDIAN: Final = 21  # "group_median".
INNO_IMPUTE_SIBLING_MEAN: Final = 30  # "sibling_mean": the unit's mean over siblings scaled to 0..1.
INNO_IMPUTE_REGRESSION: Final = 31  # "regression": least squares on the siblings that the unit has.
INNO_IMPUTE_EM: Final = 32  # "em": conditional means of the siblings' normal distribution, found by EM.
INNO_IMPUTE_NEAREST: Final = 33  # "nearest": mean of the nearest units that have it.
INNO_IMPUTE_HOT_DECK: Final = 34  # "hot_deck": from the nearest complete unit of the group.
INNO_IMPUTE_HOT_DECK_SEQUENTIAL: Final = 35  # "hot_deck_sequential": from the last complete unit of the group.
INNO_IMPUTE_LATEST: Final = 40  # "latest": the unit's last value of an earlier period.
INNO_IMPUTE_LINEAR: Final = 41  # "linear": on the line between the unit's values of other periods.
INNO_IMPUTE_CONSTANT: Final = 42  # "constant": the unit's value before, or else its first.
INNO_IMPUTE_LINEAR_CONSTANT: Final = 43  # "linear_constant": linear; a single value everywhere.

# keys.h: Keys and rules of treatment
INNO_KEY_TREAT_RULES: Final = 400  # CHAIN: 'winsorize, log_gii': tried in order until the test passes.
INNO_KEY_TREAT_TEST: Final = 405  # CHOICE: INNO_TEST_MOMENTS: what a column must pass to stay as it is.
INNO_KEY_TREAT_SKEWNESS: Final = 410  # F64 > 0, default 2: moments: passes when |skewness| < this ...
INNO_KEY_TREAT_KURTOSIS: Final = 411  # F64, default 3.5: ... or kurtosis < this.
INNO_KEY_TREAT_SKEWNESS_TYPE: Final = 412  # I64 1..3, default 2: Joanes and Gill's types.
INNO_KEY_TREAT_KURTOSIS_TYPE: Final = 413  # I64 1..3, default 2: Joanes and Gill's types.
INNO_KEY_TREAT_REACH: Final = 414  # F64 >= 0, default 1.5: fence: distances of the quartiles beyond them.
INNO_KEY_TREAT_SDS: Final = 415  # F64 > 0, default 2: sd: standard deviations from the mean.
INNO_KEY_TREAT_QUANTILE_TYPE: Final = 416  # I64 1..9, default 7: Hyndman and Fan's types: 7 R and Excel, 2 Stata.
INNO_KEY_TREAT_LIMIT_SHARE: Final = 421  # F64 > 0, <= 1: in place of limit: this share of the values.
INNO_KEY_TREAT_LIMIT: Final = 420  # I64 0..10^8, default 5: winsorizing stops at this many points.
INNO_KEY_TREAT_LOWER_PERCENTILE: Final = 422  # F64 0..100, default 5: quantiles: values below become this percentile.
INNO_KEY_TREAT_UPPER_PERCENTILE: Final = 423  # F64 0..100, default 95: quantiles: values above become this percentile.
# I64 0..1, default 0: 1 = a rule works on the one before's values, not the original.
INNO_KEY_TREAT_COMBINE: Final = 430
INNO_KEY_TREAT_FORCE: Final = 431  # I64 0..1, default 0: 1 = apply the whole chain without the test.
INNO_KEY_TREAT_FACTOR: Final = 440  # F64 > 0: f of log_gii; unset = smallest power of ten >= 1 with f * max > 1.
INNO_KEY_TREAT_LAMBDA: Final = 441  # F64: lambda of boxcox; needed by it.
INNO_KEY_TREAT_DEGREE: Final = 442  # F64 >= 1, default 2: degree of root.
INNO_KEY_TREAT_MAX_DEGREE: Final = 443  # I64 2..1000, default 10: root_search: the last degree that is tried.
# CHOICE: INNO_FRAME_PERIOD: the rows that are tested and treated together, in a dataset with periods.
INNO_KEY_TREAT_FRAME: Final = 450
INNO_KEY_TREAT_BASE_PERIOD: Final = 451  # F64: the period of INNO_FRAME_BASE; needed by it.
INNO_TREAT_NONE: Final = 1  # "none": leave the column as it is.
INNO_TREAT_WINSORIZE: Final = 10  # "winsorize".
INNO_TREAT_FENCE: Final = 11  # "fence": beyond the quartiles by more than reach times their distance: moved to there.
INNO_TREAT_SD_FENCE: Final = 12  # "sd_fence": beyond mean - sds * sd or mean + sds * sd: moved to there.
INNO_TREAT_QUANTILES: Final = 13  # "quantiles": beyond two percentiles: moved to them.
INNO_TREAT_LOG: Final = 20  # "log": ln x.
INNO_TREAT_LOG_GII: Final = 21  # "log_gii": ln((f max - 1)(x - min)/(max - min) + 1), mirrored for bads.
INNO_TREAT_LOG_CT: Final = 22  # "log_ct": ln(x - min + 0.01 (max - min)).
INNO_TREAT_LOG_CT_PLUS: Final = 23  # "log_ct_plus": log_ct, mirrored for negative skewness.
INNO_TREAT_LOG_CT_ORIG: Final = 24  # "log_ct_orig": ln(x - min + 1).
INNO_TREAT_BOXCOX: Final = 30  # "boxcox": on x - min + 1.
INNO_TREAT_ROOT: Final = 31  # "root": x^(1/degree), x >= 0.
# "root_search": root of the smallest degree 2, 3, ... after which |skewness| < skewness.
INNO_TREAT_ROOT_SEARCH: Final = 32

# keys.h: Keys and rules of normalization
INNO_KEY_NORMALIZE_RULE: Final = 500  # CHOICE: INNO_NORMALIZE_MINMAX by default.
# F64: minmax rules (0): score of the worst; fixed_range (0), goalposts: lower bound in raw units.
INNO_KEY_NORMALIZE_LOWER: Final = 510
# F64: minmax rules (100): score of the best; fixed_range (100), goalposts: upper bound in raw units.
INNO_KEY_NORMALIZE_UPPER: Final = 511
INNO_KEY_NORMALIZE_POINTS: Final = 512  # F64 > 0, default 100: fixed_range, goalposts: score at the good bound.
# I64 0..1, default 1: cut to lower..upper, 0..points, floor..ceiling; 0 for minmax and zscore.
INNO_KEY_NORMALIZE_TRUNCATE: Final = 513
INNO_KEY_NORMALIZE_FLOOR: Final = 514  # F64, default 0: zscore with truncate = 1: smallest score.
INNO_KEY_NORMALIZE_CEILING: Final = 515  # F64, default 100: zscore with truncate = 1: largest score.
INNO_KEY_NORMALIZE_MEAN: Final = 520  # F64, default 0: zscore: mean of the scores.
INNO_KEY_NORMALIZE_SD: Final = 521  # F64 > 0, default 1: zscore: standard deviation of the scores.
INNO_KEY_NORMALIZE_OUTLIERS: Final = 522  # CHOICE: INNO_OUTLIERS_SD: minmax_inner: what is left out.
INNO_KEY_NORMALIZE_SDS: Final = 523  # F64 > 0, default 2: minmax_sd, minmax_inner: standard deviations from the mean.
INNO_KEY_NORMALIZE_REACH: Final = 524  # F64 >= 0, default 1.5: minmax_inner: distances of the quartiles beyond them.
INNO_KEY_NORMALIZE_LOWER_PERCENTILE: Final = 525  # F64 0..100, default 2.5: minmax_percentile: the lower bound of x.
INNO_KEY_NORMALIZE_UPPER_PERCENTILE: Final = 526  # F64 0..100, default 97.5: minmax_percentile: the upper bound of x.
INNO_KEY_NORMALIZE_QUANTILE_TYPE: Final = 527  # I64 1..9, default 7: Hyndman and Fan's types: 7 R and Excel, 2 Stata.
INNO_KEY_NORMALIZE_TARGET: Final = 530  # F64: distance_to_target, raw units; needed by it.
INNO_KEY_NORMALIZE_REFERENCE: Final = 531  # TEXT: distance_to_reference: code of the reference unit; needed by it.
INNO_KEY_NORMALIZE_CAP: Final = 532  # I64 0..1, default 0: distances: scores above 1 become 1.
INNO_KEY_NORMALIZE_REFERENCE_VALUE: Final = 533  # F64: ampi: x that gets 100, raw units; unset = the mean.
# F64 0..1, default 0.2: above_below_mean: share of the mean that counts as around it.
INNO_KEY_NORMALIZE_THRESHOLD: Final = 534
INNO_KEY_NORMALIZE_TIES: Final = 540  # CHOICE: INNO_TIES_COMPETITION: rank rules.
# LIST 0..100: categorical: percentiles at which a class begins, ascending, at most 20; needed by it.
INNO_KEY_NORMALIZE_CUTS: Final = 541
# LIST: categorical: scores of the classes, one more than cuts, from the worst to the best; needed by it.
INNO_KEY_NORMALIZE_SCORES: Final = 542
INNO_KEY_NORMALIZE_LOG: Final = 550  # CHOICE: INNO_LOG_NONE: take the logarithm first, of bounds and targets too.
# CHOICE: INNO_FRAME_POOLED: the rows that give minimum, mean, ...; matters in a dataset with periods.
INNO_KEY_NORMALIZE_FRAME: Final = 560
INNO_KEY_NORMALIZE_BASE_PERIOD: Final = 561  # F64: the period of INNO_FRAME_BASE; needed by it.
INNO_NORMALIZE_NONE: Final = 1  # "none": x * direction.
INNO_NORMALIZE_MINMAX: Final = 10  # "minmax".
INNO_NORMALIZE_ZSCORE: Final = 11  # "zscore": divisor m - 1.
INNO_NORMALIZE_MINMAX_PERCENTILE: Final = 12  # "minmax_percentile": minmax between two percentiles.
INNO_NORMALIZE_MINMAX_SD: Final = 13  # "minmax_sd": minmax between mean - sds * sd and mean + sds * sd.
INNO_NORMALIZE_MINMAX_INNER: Final = 14  # "minmax_inner": minmax whose minimum and maximum leave outliers out.
INNO_NORMALIZE_AMPI: Final = 15  # "ampi": 70 to 130, the reference value gets 100.
INNO_NORMALIZE_FIXED_RANGE: Final = 20  # "fixed_range": never truncated.
INNO_NORMALIZE_GOALPOSTS: Final = 21  # "goalposts".
INNO_NORMALIZE_RANK: Final = 30  # "rank": from below: the best has the highest.
INNO_NORMALIZE_PERCENTILE_RANK: Final = 31  # "percentile_rank": (rank - 1)/(m - 1).
INNO_NORMALIZE_BORDA: Final = 32  # "borda": rank - 1.
INNO_NORMALIZE_PERCENTILE: Final = 33  # "percentile": 100 rank/m.
INNO_NORMALIZE_CATEGORICAL: Final = 34  # "categorical": score of the class that 100 rank/m falls into.
INNO_NORMALIZE_DISTANCE_TO_MAX: Final = 40  # "distance_to_max": 1 - (max - x)/(max - min).
INNO_NORMALIZE_DISTANCE_TO_REFERENCE: Final = 41  # "distance_to_reference".
INNO_NORMALIZE_DISTANCE_TO_TARGET: Final = 42  # "distance_to_target".
INNO_NORMALIZE_FRACTION_OF_MAX: Final = 43  # "fraction_of_max": x/max; where less is better min/x.
INNO_NORMALIZE_RATIO_TO_MEAN: Final = 44  # "ratio_to_mean": x/mean; where less is better mean/x.
INNO_NORMALIZE_RATIO_TO_WORST: Final = 45  # "ratio_to_worst": x/min; where less is better max/x.
INNO_NORMALIZE_ABOVE_BELOW_MEAN: Final = 46  # "above_below_mean": 1, 0 or -1: above, around or below the mean.

# keys.h: Keys and rules of weighting
INNO_KEY_WEIGH_RULE: Final = 800  # CHOICE: INNO_WEIGH_GIVEN by default; of the children of a node.
INNO_KEY_WEIGH_SCALING: Final = 810  # CHOICE: INNO_SCALING_MINMAX by default.
INNO_KEY_WEIGH_LOADINGS: Final = 820  # CHOICE: INNO_LOADINGS_SIGNED by default: a negative weight is refused.
INNO_KEY_WEIGH_RETAIN: Final = 830  # CHOICE: INNO_RETAIN_SHARE by default: which components stay.
INNO_KEY_WEIGH_MIN_EIGENVALUE: Final = 831  # F64 >= 0, default 1: components with a larger eigenvalue stay.
# F64 0..1, default 0.1: components that explain a larger part of the variance stay.
INNO_KEY_WEIGH_MIN_SHARE: Final = 832
# F64 0..1, default 0.6: the fewest components that together explain a larger part stay.
INNO_KEY_WEIGH_MIN_CUMULATIVE: Final = 833
INNO_KEY_WEIGH_COMPONENTS: Final = 834  # I64 1..1000: needed by INNO_RETAIN_COUNT.
INNO_KEY_WEIGH_SWEEPS: Final = 840  # I64 1..10^6, default 1000: most rounds of varimax.
INNO_WEIGH_GIVEN: Final = 1  # "given": the weights that the method was made with.
INNO_WEIGH_EQUAL: Final = 2  # "equal": 1/k.
INNO_WEIGH_DEVIATION: Final = 10  # "deviation": in proportion to the standard deviation.
INNO_WEIGH_ENTROPY: Final = 11  # "entropy": in proportion to 1 - E, E = -sum(p ln p)/ln n, p = x/sum(x).
INNO_WEIGH_GINI: Final = 12  # "gini": in proportion to the Gini coefficient.
# "critic": standard deviation of the values scaled to 0..1, times sum(1 - correlation) with the siblings.
INNO_WEIGH_CRITIC: Final = 13
INNO_WEIGH_MEREC: Final = 14  # "merec": effect of leaving the child out.
INNO_WEIGH_FIRST_COMPONENT: Final = 20  # "first_component": first eigenvector of the correlations.
# "all_components": sum of eigenvalue times |entry| over all components of the covariances.
INNO_WEIGH_ALL_COMPONENTS: Final = 21
# "factors": squared loadings after varimax, each factor weighted by the variance that it explains.
INNO_WEIGH_FACTORS: Final = 22

# keys.h: Keys and rules of aggregation
INNO_KEY_AGGREGATE_RULE: Final = 600  # CHOICE: INNO_AGGREGATE_ARITHMETIC by default.
INNO_KEY_AGGREGATE_POWER: Final = 610  # F64: not 0: exponent of power; needed by it.
INNO_KEY_AGGREGATE_ALPHA: Final = 611  # F64 0..1: mean_min: 0 = the mean, 1 = close to the minimum; needed by it.
INNO_KEY_AGGREGATE_BETA: Final = 612  # F64 >= 0: mean_min: how smoothly the penalty begins, in scores; needed by it.
INNO_KEY_AGGREGATE_COEFFICIENT: Final = 613  # F64 >= 0, default 1: penalized_cv: of the coefficient of variation.
INNO_KEY_AGGREGATE_COUNT: Final = 614  # I64 1..100000: mean_of_best, mean_of_worst: how many children; needed by them.
INNO_KEY_AGGREGATE_ORDER_WEIGHTS: Final = 615  # LIST >= 0: owa: from the largest child to the smallest; needed by it.
INNO_KEY_AGGREGATE_MISSING: Final = 616  # CHOICE: INNO_MISSING_RESCALE: what becomes of a missing child of sum.
# F64 0..1, default 0: smaller share of available children gives a missing value.
INNO_KEY_AGGREGATE_MIN_COVERAGE: Final = 620
INNO_KEY_AGGREGATE_NONPOSITIVE: Final = 630  # CHOICE: INNO_NONPOSITIVE_ERROR: geometric, harmonic, power but 1.
INNO_KEY_AGGREGATE_FLOOR: Final = 631  # F64 > 0: needed by INNO_NONPOSITIVE_FLOOR.
INNO_KEY_AGGREGATE_SHIFT: Final = 632  # F64 > 0: needed by INNO_NONPOSITIVE_SHIFT.
INNO_KEY_AGGREGATE_PENALTY: Final = 640  # CHOICE: INNO_PENALTY_NEGATIVE: mazziotta_pareto: the sign of the penalty.
# CHOICE: INNO_DEVIATION_POPULATION: mazziotta_pareto, penalized_cv: divisor of the variance of a unit's children.
INNO_KEY_AGGREGATE_DEVIATION: Final = 641
# I64 0..10^8, default 10^7: kemeny: orders that the search may look at where the exact way is too long.
INNO_KEY_AGGREGATE_SEARCH_LIMIT: Final = 645
INNO_KEY_AGGREGATE_SCALING: Final = 650  # CHOICE: INNO_SCALING_NONE: topsis: how children are scaled before distances.
# F64 0..1, default 0.5: vikor: share of the sum of regrets; the rest is the largest regret's.
INNO_KEY_AGGREGATE_COMPROMISE: Final = 651
INNO_KEY_AGGREGATE_PREFERENCE: Final = 660  # CHOICE: INNO_PREFERENCE_USUAL: promethee: what a difference counts.
INNO_KEY_AGGREGATE_INDIFFERENCE: Final = 661  # F64 >= 0, default 0: promethee with u_shape, level, linear: in scores.
# F64 > 0: promethee with v_shape, level, linear: in scores; needed by them.
INNO_KEY_AGGREGATE_STRICT_PREFERENCE: Final = 662
INNO_KEY_AGGREGATE_SIGMA: Final = 663  # F64 > 0: promethee with gaussian: in scores; needed by it.
# F64 0..1, default 0: benefit_of_doubt: smallest share of every child in the score.
INNO_KEY_AGGREGATE_SHARE_LOWER: Final = 670
# F64 0..1, default 1: benefit_of_doubt: largest share of every child in the score.
INNO_KEY_AGGREGATE_SHARE_UPPER: Final = 671
# F64 0..1, for one node as a child of its parent: benefit_of_doubt: smallest share of this child in its parent's score;
# unset = the parent's share_lower.
INNO_KEY_AGGREGATE_OWN_SHARE_LOWER: Final = 672
# F64 0..1, for one node as a child of its parent: benefit_of_doubt: largest share of this child in its parent's score;
# unset = the parent's share_upper.
INNO_KEY_AGGREGATE_OWN_SHARE_UPPER: Final = 673
INNO_KEY_AGGREGATE_SHARE_OF: Final = 674  # CHOICE: INNO_SHARE_OF_CONTRIBUTION by default: what shares are of.
INNO_KEY_AGGREGATE_ZERO: Final = 675  # CHOICE: INNO_ZERO_ERROR by default: a value of 0 whose share has a floor.
# F64 >= 0, default 0: benefit_of_doubt: smallest multiplier of every child.
INNO_KEY_AGGREGATE_MULTIPLIER_LOWER: Final = 676
# F64 > 0: benefit_of_doubt: largest multiplier of every child; unset = no bound.
INNO_KEY_AGGREGATE_MULTIPLIER_UPPER: Final = 677
# I64 1..10^8, default 100000: benefit_of_doubt: most for the program of one unit.
INNO_KEY_AGGREGATE_ITERATIONS: Final = 678
INNO_AGGREGATE_ARITHMETIC: Final = 10  # "arithmetic": sum(w x)/sum(w).
INNO_AGGREGATE_GEOMETRIC: Final = 11  # "geometric": exp(sum(w ln x)/sum(w)).
INNO_AGGREGATE_HARMONIC: Final = 12  # "harmonic": sum(w)/sum(w/x).
INNO_AGGREGATE_POWER: Final = 13  # "power": (sum(w x^p)/sum(w))^(1/p).
INNO_AGGREGATE_WEIGHTED_PRODUCT: Final = 14  # "weighted_product": exp(sum(w ln x)), weights as given.
INNO_AGGREGATE_SUM: Final = 15  # "sum": sum(w x), weights as given: points.
INNO_AGGREGATE_MEDIAN: Final = 20  # "median": unweighted; a child of weight 0 takes no part.
INNO_AGGREGATE_MINIMUM: Final = 21  # "minimum": unweighted; a child of weight 0 takes no part.
INNO_AGGREGATE_OWA: Final = 22  # "owa": order_weights times the children from the largest down.
INNO_AGGREGATE_MEAN_OF_BEST: Final = 23  # "mean_of_best": of the count largest, unweighted.
INNO_AGGREGATE_MEAN_OF_WORST: Final = 24  # "mean_of_worst": of the count smallest, unweighted.
INNO_AGGREGATE_MEAN_MIN: Final = 25  # "mean_min": M - alpha (sqrt((M - min)^2 + beta^2) - beta).
INNO_AGGREGATE_MAZZIOTTA_PARETO: Final = 30  # "mazziotta_pareto": M -+ S^2/M.
INNO_AGGREGATE_PENALIZED_CV: Final = 31  # "penalized_cv": M (1 - coefficient S/M).
INNO_AGGREGATE_COPELAND: Final = 40  # "copeland": units outranked less units outranking.
INNO_AGGREGATE_BORDA: Final = 41  # "borda": sum of w times the units that are lower on the child.
INNO_AGGREGATE_KEMENY: Final = 42  # "kemeny": units below in the order that agrees with most weight.
INNO_AGGREGATE_TOPSIS: Final = 50  # "topsis": distance to the worst / (to the worst + to the best).
INNO_AGGREGATE_VIKOR: Final = 51  # "vikor": 1 - Q, so that more is better.
INNO_AGGREGATE_PROMETHEE: Final = 52  # "promethee": net flow of PROMETHEE II.
INNO_AGGREGATE_WROCLAW: Final = 53  # "wroclaw": 1 - distance to the best values/(mean + 2 sd of distances).
INNO_AGGREGATE_BENEFIT_OF_DOUBT: Final = 60  # "benefit_of_doubt": best weighted sum that a unit can have.
# "factor_scores": first principal component of the correlations, mean 0, variance 1.
INNO_AGGREGATE_FACTOR_SCORES: Final = 61

# keys.h: Keys and rules of ranking
INNO_KEY_RANK_TIES: Final = 700  # CHOICE: INNO_TIES_COMPETITION by default.

# keys.h: Keys and rules of the analyses
INNO_KEY_AUDIT_CORRELATION: Final = 1000  # CHOICE: INNO_CORRELATION_PEARSON by default.
INNO_KEY_AUDIT_USE: Final = 1001  # CHOICE: which units a pair of columns is taken over; INNO_USE_PAIRWISE by default.
INNO_KEY_AUDIT_CONFIDENCE: Final = 1002  # F64 0.001..0.999, default 0.95: level of the confidence intervals.
# CHOICE: p-values of many pairs at once; INNO_ADJUST_BENJAMINI_HOCHBERG by default.
INNO_KEY_AUDIT_ADJUST: Final = 1003
# I64 0..1, default 1: 1 = an indicator in which less is better is turned round before it is compared with others.
INNO_KEY_AUDIT_ORIENT: Final = 1004
# F64 0..1, default 0.3: a node whose correlation with its parent is below this in size is silent; at or below its
# negative it has the wrong sign.
INNO_KEY_AUDIT_SILENT: Final = 1010
INNO_KEY_AUDIT_REDUNDANT: Final = 1011  # F64 0..1, default 0.92: siblings whose correlation is above this say the same.
# F64 0..1, default 0.6: an indicator whose correlation with a denominator is above this in size measures size.
INNO_KEY_AUDIT_BIAS: Final = 1012
INNO_KEY_AUDIT_SKEWNESS_TYPE: Final = 1020  # I64 1..3, default 2: 1 g1, 2 G1, 3 b1.
INNO_KEY_AUDIT_KURTOSIS_TYPE: Final = 1021  # I64 1..3, default 2: 1 g2, 2 G2, 3 b2.
INNO_KEY_AUDIT_QUANTILE_TYPE: Final = 1022  # I64 1..9, default 7: Hyndman and Fan's number.
# F64 >= 0, default 2: a column has outliers when its skewness is above this in size and its kurtosis too large.
INNO_KEY_AUDIT_MAX_SKEWNESS: Final = 1023
INNO_KEY_AUDIT_MAX_KURTOSIS: Final = 1024  # F64 >= 0, default 3.5: and its kurtosis is above this.
INNO_KEY_AUDIT_MIN_COVERAGE: Final = 1025  # F64 0..1, default 0.65: smallest share of units with a value.
INNO_KEY_AUDIT_MIN_NONZERO: Final = 1026  # F64 0..1, default 0.5: smallest share of non-zero values.
INNO_KEY_AUDIT_MIN_UNIQUE: Final = 1027  # F64 0..1, default 0.5: smallest share of different values.
# CHOICE: what min_nonzero and min_unique are shares of; INNO_SHARE_OF_UNITS by default.
INNO_KEY_AUDIT_SHARE_OF: Final = 1028
# F64 >= 0, default 1.5: a value beyond the quartiles by more than so many interquartile ranges is marked.
INNO_KEY_AUDIT_FENCE: Final = 1029
INNO_KEY_AUDIT_MIN_ALPHA: Final = 1030  # F64 0..1, default 0.7: smallest Cronbach's alpha of a family.
INNO_KEY_AUDIT_ROTATION: Final = 1040  # CHOICE: of the components that are kept; INNO_ROTATION_VARIMAX by default.
INNO_KEY_AUDIT_PROMAX_POWER: Final = 1041  # F64 1..10, default 4: read by INNO_ROTATION_PROMAX.
INNO_KEY_AUDIT_RETAIN: Final = 1042  # CHOICE: which components are kept; INNO_COMPONENTS_KAISER by default.
INNO_KEY_AUDIT_COMPONENTS: Final = 1043  # I64 1..1000: read by INNO_COMPONENTS_COUNT, which needs it.
# I64 0..100000, default 0: random data sets of the parallel analysis; 0 = none is made.
INNO_KEY_AUDIT_PARALLEL_DRAWS: Final = 1044
# F64 0..1, default 0.95: a component counts when its eigenvalue is above this quantile of the random ones.
INNO_KEY_AUDIT_PARALLEL_QUANTILE: Final = 1045
INNO_KEY_AUDIT_SEED: Final = 1046  # I64 0..2147483647, default 1: of the random data sets.
# F64 0..1, default 0.6: smallest measure of sampling adequacy (KMO) of a family.
INNO_KEY_AUDIT_MIN_ADEQUACY: Final = 1047
# F64 0..1, default 0.5: smallest share of the variance of a family that its first component explains.
INNO_KEY_AUDIT_MIN_FIRST_SHARE: Final = 1048
# F64 >= 1, default 2: a node whose share of the importance is so many times its share of the weight, or less than that
# part of it, is named.
INNO_KEY_AUDIT_IMPORTANCE_RATIO: Final = 1050
# F64 >= 0, default 10: a unit's rank in a pillar differs from that in the index when it is so many places away.
INNO_KEY_AUDIT_PLACES: Final = 1051
# F64 0..1, default 0.1: a pillar in which fewer than this share of the units have a different rank adds little.
INNO_KEY_AUDIT_MIN_ADDED: Final = 1052
# F64 >= 0, default 5: a node whose removal moves units by more places than this on average decides the ranking.
INNO_KEY_AUDIT_MAX_SHIFT: Final = 1053
INNO_KEY_AUDIT_STRENGTHS: Final = 1060  # CHOICE: INNO_STRENGTHS_GII by default.
# I64 1..1000: how many of each a unit has; without it 10 by the GII's rule, 5 by the others.
INNO_KEY_AUDIT_STRENGTH_COUNT: Final = 1061
# F64 0..1, default 0: read by INNO_STRENGTHS_COINR: an indicator whose share of different values is not above this is
# left out.
INNO_KEY_AUDIT_MIN_DISTINCT: Final = 1062
# F64 0..1, default 0: an aggregate of a unit whose coverage is below this gets no sign.
INNO_KEY_AUDIT_STRENGTH_COVERAGE: Final = 1063
INNO_KEY_AUDIT_GROUP: Final = 1064  # TEXT: grouping of the dataset in which peers are found.
INNO_KEY_AUDIT_DEVELOPMENT: Final = 1070  # TEXT: column of the dataset whose logarithm explains the index.
# CHOICE: of the index on the logarithm of development; INNO_CURVE_SPLINE by default.
INNO_KEY_AUDIT_CURVE: Final = 1071
# I64 3..20, default 4: read by INNO_CURVE_SPLINE: at equally spaced quantiles, the two ends among them.
INNO_KEY_AUDIT_KNOTS: Final = 1072
# F64 0.001..0.999, default 0.9: level of the prediction interval outside which a unit is above or below what its
# development lets expect.
INNO_KEY_AUDIT_BAND: Final = 1073
INNO_KEY_AUDIT_PERIOD: Final = 1080  # F64: the period of the result that is analyzed; without it the latest.

# keys.h: Keys and rules of uncertainty and its tallies
# CHOICE: where the numbers of a replicate come from; INNO_SEQUENCE_PHILOX by default.
INNO_KEY_UNCERTAINTY_SEQUENCE: Final = 1100
INNO_KEY_UNCERTAINTY_SEED: Final = 1101  # I64 0..2147483647, default 1: another seed gives other replicates.
INNO_KEY_UNCERTAINTY_NODE: Final = 1102  # TEXT: code of the node whose scores are ranked; without it the index.
# F64: the period of the dataset whose units are ranked; without it the latest.
INNO_KEY_UNCERTAINTY_PERIOD: Final = 1103
# F64 0.001..0.999, default 0.9: share of the replicates inside the interval of a rank, INNO_TALLY_LOWER to
# INNO_TALLY_UPPER.
INNO_KEY_UNCERTAINTY_CONFIDENCE: Final = 1104
INNO_KEY_UNCERTAINTY_TOP: Final = 1110  # I64 1..10^8, default 10: ranks up to this one are the top.
# F64: lower end of the scale on which scores are counted; needed when they are.
INNO_KEY_UNCERTAINTY_SCORE_LOW: Final = 1111
INNO_KEY_UNCERTAINTY_SCORE_HIGH: Final = 1112  # F64: upper end of that scale; needed likewise.
# I64 0..10^6, default 0: parts of that scale; 0 = scores are not counted.
INNO_KEY_UNCERTAINTY_SCORE_BINS: Final = 1113
# I64 0..1, default 0: 1 = for each two units the replicates in which one is ahead are counted.
INNO_KEY_UNCERTAINTY_PAIRS: Final = 1114
# I64 0..1, default 0: 1 = the weights with which each unit comes first are added up.
INNO_KEY_UNCERTAINTY_CENTRAL: Final = 1115

# keys.h: Keys and rules of explanations
INNO_KEY_EXPLAIN_NODE: Final = 1200  # TEXT: code of the node whose score is explained; without it the index.
INNO_KEY_EXPLAIN_PERIOD: Final = 1201  # F64: the period of the dataset that is explained; without it the latest.
# TEXT: grouping of the dataset: peers are the units with the same label; without it all units.
INNO_KEY_EXPLAIN_GROUP: Final = 1202
# F64, default 0: contributions: final value of every indicator from which points of a score are counted.
INNO_KEY_EXPLAIN_BASELINE: Final = 1215
# I64 0..1, default 0: 1 = a what-if keeps what the treatment took from the first data, 0 = it is taken again after
# every change.
INNO_KEY_EXPLAIN_HOLD_TREATMENT: Final = 1220
# I64 0..1, default 0: 1 = a what-if keeps the constants of the normalization, 0 = they are taken again after every
# change.
INNO_KEY_EXPLAIN_HOLD_NORMALIZATION: Final = 1221
# I64 0..1, default 0: 1 = a what-if keeps the values that were filled in at first, 0 = they are filled in again after
# every change.
INNO_KEY_EXPLAIN_HOLD_IMPUTATION: Final = 1222
# F64 > 0, <= 1, default 0.001: length of the small improvement that a slope is taken from, as a share of the distance
# between the best unit and the worst.
INNO_KEY_EXPLAIN_MOVE_STEP: Final = 1223
# CHOICE: whether a unit that is to climb has to be better than who is ahead, or level with it; INNO_OVERTAKE_STRICT by
# default.
INNO_KEY_EXPLAIN_OVERTAKE: Final = 1230
# F64 0..10^6, default 1: how far beyond the best value of all rows a change goes without a cap, in ranges of the
# values.
INNO_KEY_EXPLAIN_CAP_RANGES: Final = 1231
# I64 1..10000, default 4: places looked at between two neighboring values of an indicator, and 16 times as many over
# its whole way.
INNO_KEY_EXPLAIN_LOOKS: Final = 1232
# I64 1..10^8, default 20000: results computed for a combination, after which no cheaper one is looked for.
INNO_KEY_EXPLAIN_TRIES: Final = 1233
# F64: change and check: the period of the old dataset; without it the latest.
INNO_KEY_EXPLAIN_PERIOD_BEFORE: Final = 1240
# CHOICE: how a published table says that it was rounded; INNO_ROUNDING_HALF_UP by default.
INNO_KEY_EXPLAIN_ROUNDING: Final = 1245
# I64 0..10^6, default 8: last bits that a computed number of a published table may be off, as another program adds in
# another order.
INNO_KEY_EXPLAIN_ULPS: Final = 1246
# I64 1..10^8: units that a published table ranked, printed or not; without it no printed rank is too large.
INNO_KEY_EXPLAIN_RANKED_UNITS: Final = 1247
# I64 3..10^9, default 8: a check compares with peers where so many have a value.
INNO_KEY_EXPLAIN_MIN_PEERS: Final = 1255
# F64 0..1, default 0.05: a 0 is asked about where at most this share of the other peers has 0.
INNO_KEY_EXPLAIN_ZERO_SHARE: Final = 1256
# F64 >= 0, default 0.1: a 0 is asked about where the value before was above this share of the median size before.
INNO_KEY_EXPLAIN_ZERO_FAR: Final = 1257
# F64 >= 0, default 4: a slip lies more than so many spreads of the logarithms outside.
INNO_KEY_EXPLAIN_SLIP_OUTSIDE: Final = 1258
# F64 >= 0, default 2: a slip lies at most so many spreads inside when it is taken back.
INNO_KEY_EXPLAIN_SLIP_INSIDE: Final = 1259
# F64 > 0, <= 1, default 0.1: least spread of decimal logarithms that slips are judged by.
INNO_KEY_EXPLAIN_SLIP_SPREAD: Final = 1260
# F64 >= 0, default 0.1: a denominator moved when it changed by more than this share since the period before, and a
# numerator did not.
INNO_KEY_EXPLAIN_DENOMINATOR_CHANGE: Final = 1261
# I64 1..10^9, default 1: a gap is a finding when the median of the peers moves the rank by so many places.
INNO_KEY_EXPLAIN_GAP_PLACES: Final = 1262
# F64: least value that a raw figure can have, for instance 0 of a percentage; without it any.
INNO_KEY_EXPLAIN_POSSIBLE_LOWER: Final = 1263
# F64: greatest value that a raw figure can have, for instance 100 of a percentage; without it any.
INNO_KEY_EXPLAIN_POSSIBLE_UPPER: Final = 1264

# keys.h: Choices: ties
INNO_TIES_COMPETITION: Final = 1  # "competition": 1 2 2 4.
INNO_TIES_MODIFIED: Final = 2  # "modified": 1 3 3 4.
INNO_TIES_DENSE: Final = 3  # "dense": 1 2 2 3.
INNO_TIES_FRACTIONAL: Final = 4  # "fractional": 1 2.5 2.5 4.

# keys.h: Choices: logs
INNO_LOG_NONE: Final = 1  # "none".
INNO_LOG_NATURAL: Final = 2  # "natural".
INNO_LOG_BASE10: Final = 3  # "base10".

# keys.h: Choices: policies
INNO_NONPOSITIVE_ERROR: Final = 1  # "error": INNO_E_NONPOSITIVE names node, unit and cure.
INNO_NONPOSITIVE_FLOOR: Final = 2  # "floor": smaller values count as floor.
INNO_NONPOSITIVE_SHIFT: Final = 3  # "shift": mean of x + shift, minus shift.

# keys.h: Choices: gaps
INNO_MISSING_ZERO: Final = 1  # "zero": counts as 0 points.
INNO_MISSING_RESCALE: Final = 2  # "rescale": its weight goes to the children that are there.
INNO_MISSING_PROPAGATE: Final = 3  # "propagate": the sum is missing too.

# keys.h: Choices: penalties
INNO_PENALTY_NEGATIVE: Final = 1  # "negative": taken off: more is better.
INNO_PENALTY_POSITIVE: Final = 2  # "positive": added: less is better, as in an index of poverty.

# keys.h: Choices: deviations
INNO_DEVIATION_POPULATION: Final = 1  # "population": divisor m.
INNO_DEVIATION_SAMPLE: Final = 2  # "sample": divisor m - 1.

# keys.h: Choices: scalings
INNO_SCALING_NONE: Final = 1  # "none": as they are.
INNO_SCALING_MINMAX: Final = 2  # "minmax": scaled to 0..1 by the child's own minimum and maximum.

# keys.h: Choices: distance_scalings
INNO_SCALING_VECTOR: Final = 3  # "vector": divided by the root of the sum of squares.

# keys.h: Choices: preferences
INNO_PREFERENCE_USUAL: Final = 1  # "usual": 1.
INNO_PREFERENCE_U_SHAPE: Final = 2  # "u_shape": 1 above indifference, else 0.
INNO_PREFERENCE_V_SHAPE: Final = 3  # "v_shape": d/strict_preference, at most 1.
INNO_PREFERENCE_LEVEL: Final = 4  # "level": 0 up to indifference, 1/2 up to strict_preference, else 1.
INNO_PREFERENCE_LINEAR: Final = 5  # "linear": 0 up to indifference, rising to 1 at strict_preference.
INNO_PREFERENCE_GAUSSIAN: Final = 6  # "gaussian": 1 - exp(-d^2/(2 sigma^2)).

# keys.h: Choices: spans
INNO_FRAME_POOLED: Final = 1  # "pooled": all periods together.
INNO_FRAME_PERIOD: Final = 2  # "period": each period by itself.

# keys.h: Choices: frames
INNO_FRAME_BASE: Final = 3  # "base": one period, for all.

# keys.h: Choices: outliers
INNO_OUTLIERS_SD: Final = 1  # "sd": beyond mean - sds * sd or mean + sds * sd.
INNO_OUTLIERS_FENCE: Final = 2  # "fence": beyond the quartiles by more than reach times their distance.

# keys.h: Choices: tests
INNO_TEST_MOMENTS: Final = 1  # "moments": |skewness| < skewness or kurtosis < kurtosis.
INNO_TEST_FENCE: Final = 2  # "fence": no value beyond the quartiles by more than reach times their distance.
INNO_TEST_SD: Final = 3  # "sd": no value beyond mean - sds * sd or mean + sds * sd.

# keys.h: Choices: weightings
INNO_WEIGHTING_EQUAL: Final = 1  # "equal": every neighbor counts the same.
INNO_WEIGHTING_DISTANCE: Final = 2  # "distance": 1 / distance; those at distance 0 count alone.

# keys.h: Choices: too_fews
INNO_TOO_FEW_REFUSE: Final = 1  # "refuse": INNO_E_DOMAIN names indicator and unit.
INNO_TOO_FEW_SKIP: Final = 2  # "skip": the value stays missing.

# keys.h: Choices: loadings
INNO_LOADINGS_SIGNED: Final = 1  # "signed": as they come, turned so that their sum is positive.
INNO_LOADINGS_ABSOLUTE: Final = 2  # "absolute": without their signs.
INNO_LOADINGS_SQUARED: Final = 3  # "squared".

# keys.h: Choices: retentions
INNO_RETAIN_EIGENVALUE: Final = 1  # "eigenvalue": Kaiser's: those above min_eigenvalue.
INNO_RETAIN_SHARE: Final = 2  # "share": those that explain more than min_share of the variance.
INNO_RETAIN_CUMULATIVE: Final = 3  # "cumulative": the fewest that explain more than min_cumulative together.
INNO_RETAIN_COUNT: Final = 4  # "count": as many as components says.

# keys.h: Choices: forces
INNO_FORCE_INCLUDE: Final = 1  # "include".
INNO_FORCE_EXCLUDE: Final = 2  # "exclude".

# keys.h: Choices: shares_of
INNO_SHARE_OF_CONTRIBUTION: Final = 1  # "contribution": u_j y_j / sum(u y) of the unit itself.
INNO_SHARE_OF_WEIGHT: Final = 2  # "weight": u_j / sum(u), for indicators on one scale.
INNO_SHARE_OF_MEAN: Final = 3  # "mean": of a unit with the mean of each indicator.

# keys.h: Choices: zeros
INNO_ZERO_ERROR: Final = 1  # "error": INNO_E_NONPOSITIVE names the unit.
INNO_ZERO_RELEASE: Final = 2  # "release": the floor does not hold where the value is 0.
INNO_ZERO_LIMIT: Final = 3  # "limit": the score is 0, its limit as the value goes to 0.

# keys.h: Choices: correlation_rules
INNO_CORRELATION_PEARSON: Final = 1  # "pearson".
INNO_CORRELATION_SPEARMAN: Final = 2  # "spearman": of the ranks, ties average.
INNO_CORRELATION_KENDALL: Final = 3  # "kendall": tau-b.

# keys.h: Choices: uses
INNO_USE_PAIRWISE: Final = 1  # "pairwise": the units that have both values.
INNO_USE_COMPLETE: Final = 2  # "complete": the units that have every value.

# keys.h: Choices: adjustments
INNO_ADJUST_NONE: Final = 1  # "none".
INNO_ADJUST_BENJAMINI_HOCHBERG: Final = 2  # "benjamini_hochberg": false discovery rate.
INNO_ADJUST_BENJAMINI_YEKUTIELI: Final = 3  # "benjamini_yekutieli": false discovery rate under any dependence.
INNO_ADJUST_HOLM: Final = 4  # "holm": familywise error rate.
INNO_ADJUST_BONFERRONI: Final = 5  # "bonferroni": familywise error rate, in one step.

# keys.h: Choices: counts_of
INNO_SHARE_OF_UNITS: Final = 1  # "units": all units, n, as COINr's flags.
INNO_SHARE_OF_AVAILABLE: Final = 2  # "available": the units that have a value, m.

# keys.h: Choices: rotations
INNO_ROTATION_NONE: Final = 1  # "none".
INNO_ROTATION_VARIMAX: Final = 2  # "varimax": orthogonal.
INNO_ROTATION_PROMAX: Final = 3  # "promax": oblique.

# keys.h: Choices: keeps
INNO_COMPONENTS_KAISER: Final = 1  # "kaiser": those with an eigenvalue above 1; the first in any case.
INNO_COMPONENTS_PARALLEL: Final = 2  # "parallel": those above random data; needs parallel_draws; the first in any case.
INNO_COMPONENTS_COUNT: Final = 3  # "count": as many as components says, or as there are.

# keys.h: Choices: strength_rules
INNO_STRENGTHS_GII: Final = 1  # "gii": GII 2023: at or beyond the unit's own n-th percentile rank, and ranks 1 to 3.
INNO_STRENGTHS_COUNT: Final = 2  # "count": the n best and the n worst percentile ranks, PII: five and five.
# "coinr": the n best and the n worst ranks, without indicators in which the unit is last.
INNO_STRENGTHS_COINR: Final = 3

# keys.h: Choices: curves
INNO_CURVE_LINEAR: Final = 1  # "linear".
INNO_CURVE_QUADRATIC: Final = 2  # "quadratic".
INNO_CURVE_SPLINE: Final = 3  # "spline": natural cubic spline.

# keys.h: Choices: overtakes
INNO_OVERTAKE_STRICT: Final = 1  # "strict": better; of a rank: also when every unit that is level counted as ahead.
INNO_OVERTAKE_TIE: Final = 2  # "tie": level is enough; ranks count ties as the method says.

# keys.h: Choices: sequences
INNO_SEQUENCE_PHILOX: Final = 1  # "philox": independent random numbers.
# "sobol": Sobol' points with Owen's scrambling: spread more evenly, up to 1024 dimensions.
INNO_SEQUENCE_SOBOL: Final = 2

# keys.h: Choices: roundings
INNO_ROUNDING_HALF_UP: Final = 1  # "half_up": to the nearest, ties away from 0.
INNO_ROUNDING_HALF_EVEN: Final = 2  # "half_even": to the nearest, ties to the even digit.
INNO_ROUNDING_TRUNCATED: Final = 4  # "truncated": toward 0.

# limits.h
INNO_LIMIT_UNITS: Final = 100000000  # Most units in a dataset.
INNO_LIMIT_NODES: Final = 100000  # Most nodes (indicators and aggregates) in an indicator set.
INNO_LIMIT_LEVELS: Final = 100  # Highest level of a node.
INNO_LIMIT_TEXT: Final = 1000  # Longest code, name or label in bytes of UTF-8; INNO_E_TEXT.
INNO_LIMIT_STEPS: Final = 64  # Most steps in a method.
INNO_LIMIT_LIST: Final = 200  # Most numbers in one list.
INNO_LIMIT_CHAIN: Final = 8  # Most rules in one treatment chain; INNO_E_RULE.
INNO_LIMIT_COMBINATIONS: Final = 4096  # Most combinations of alternative schemes in an uncertainty.
INNO_LIMIT_ALTERNATIVES: Final = 100000  # Most alternatives of one assumption, and most nodes that one is about.
INNO_LIMIT_BOUNDED: Final = 10  # Most children of a family whose weights are uniform between bounds.
INNO_LIMIT_TALLY_RANGES: Final = 4096  # Most ranges of replicates in a tally; neighbours are one.
INNO_LIMIT_TALLY_BINS: Final = 1000000  # Most bins of the scores of a unit.
INNO_FINGERPRINT_BYTES: Final = 65  # Bytes of a fingerprint: 64 hexadecimal digits and NUL.

# marginal.h: Records and their fields, besides those of result.h, analysis.h and climb.h
INNO_RECORD_MARGINAL: Final = 330  # one a unit, indicator and move: what the move would bring.
INNO_FIELD_MOVE: Final = 350  # I64: an INNO_MOVE_ number.
# F64: difference / |new value - value|: points for one unit of the raw value; NaN where the value is missing.
INNO_FIELD_PER_UNIT: Final = 354
# I64: 1 = final values of indicators moved in other rows too (a frame, a treatment, an imputed value followed), 0 =
# nothing but the unit's own.
INNO_FIELD_MOVED: Final = 355

# marginal.h: Moves: where a value is taken to, always in the indicator's good direction
INNO_MOVE_STEP: Final = 1  # a small step: the key move_step times the distance between best and worst.
INNO_MOVE_QUARTILE: Final = 2  # the next better quartile; of a missing value the worst of the three.
INNO_MOVE_MEDIAN: Final = 3  # the median.
INNO_MOVE_BEST: Final = 4  # the best value that a unit has.

# rank_bounds.h
INNO_LIMIT_RANK_BOUNDS_WEIGHTS: Final = 256  # Most weights of a set; more are refused with INNO_E_SIZE.
INNO_LIMIT_RANK_BOUNDS_UNITS: Final = 10000  # Most units whose ranks are bounded; more are refused with INNO_E_SIZE.

# rank_bounds.h: Values of a unit; NaN for a unit without any values
INNO_RANK_BEST_LOWER: Final = 10  # no weights give a better rank than this.
INNO_RANK_BEST_UPPER: Final = 11  # some weights give this rank: inno_rank_bounds_weights().
INNO_RANK_BEST_PROVEN: Final = 12  # 1 = the two are equal.
INNO_RANK_WORST_LOWER: Final = 20  # some weights give this rank.
INNO_RANK_WORST_UPPER: Final = 21  # no weights give a worse rank than this.
INNO_RANK_WORST_PROVEN: Final = 22  # 1 = the two are equal.
INNO_RANK_ALWAYS_ABOVE: Final = 30  # units that are strictly above for all weights.
INNO_RANK_EVER_ABOVE: Final = 31  # units that may be strictly above for some weights.

# rank_bounds.h: Relations of two units
INNO_DOMINANCE_NECESSARY: Final = 1  # at least as good for all weights.
INNO_DOMINANCE_NECESSARY_STRICT: Final = 2  # strictly better for all weights.
INNO_DOMINANCE_POSSIBLE: Final = 3  # at least as good for some weights.
INNO_DOMINANCE_POSSIBLE_STRICT: Final = 4  # strictly better for some weights.

# rank_bounds.h: Sizes of a change of weights
INNO_MEASURE_SUM: Final = 1  # sum of |change| (L1); half of it is the weight that is moved.
INNO_MEASURE_LARGEST: Final = 2  # largest |change| (L-infinity).

# rank_bounds.h: Places
INNO_PLACE_LOST: Final = 1  # a unit that is not above draws level: a little more, and it is above.
INNO_PLACE_GAINED: Final = 2  # a unit that is above no longer is.

# regroup.h: What becomes of a new unit's figure when some of its old units lack theirs
INNO_REGROUP_MISSING: Final = 0  # it is missing.
INNO_REGROUP_AVAILABLE: Final = 1  # it is made from those that have one; inno_regrouping_parts() tells.

# result.h: What a result keeps
INNO_KEEP_SCORES: Final = 0  # final values of every node only: the cheapest.
INNO_KEEP_COVERAGE: Final = 1  # coverage of the aggregates too.
INNO_KEEP_STEPS: Final = 2  # values and marks after every step too.
INNO_KEEP_ALL: Final = 3  # everything.

# result.h: Marks of a cell, added up
INNO_MARK_NO_DENOMINATOR: Final = 1  # the denominator is missing, so the value is.
INNO_MARK_ZERO_DENOMINATOR: Final = 2  # the denominator is zero, so the value is missing.
INNO_MARK_IMPUTED: Final = 4  # was missing, filled by this step.
INNO_MARK_WINSORIZED_HIGH: Final = 8  # lowered to the next value or a bound.
INNO_MARK_WINSORIZED_LOW: Final = 16  # raised to the next value or a bound.
INNO_MARK_TRANSFORMED: Final = 32  # changed by a logarithm, root or power.
INNO_MARK_TRUNCATED: Final = 64  # cut to bounds or the cap.
INNO_MARK_SCREENED_OUT: Final = 128  # the unit was left out by this step.

# result.h: Records: what the steps report, as tables that are read by number
INNO_RECORD_WEIGHT: Final = 10  # one a node: its weight, its share among its siblings, its share of the index.
INNO_RECORD_SCREENING: Final = 20  # one a row and screening step.
INNO_RECORD_TREATMENT: Final = 30  # one an indicator, treatment step and stage: statistics before, after each rule.
INNO_RECORD_FRAME: Final = 40  # one an indicator, normalization step and frame: the constants that were used.
INNO_RECORD_SEARCH: Final = 50  # one a search (a linear program, an iteration): how it ended.

# result.h: Fields of records
INNO_FIELD_STEP: Final = 1  # I64: step of the method, from 0.
INNO_FIELD_NODE: Final = 2  # I64: node.
INNO_FIELD_UNIT: Final = 3  # I64: unit; -1 = it is about all of them.
INNO_FIELD_STAGE: Final = 4  # I64: 0 = before, k = after the k-th rule that was tried.
INNO_FIELD_RULE: Final = 5  # I64: number of the choice; 0 at stage 0.
INNO_FIELD_PERIOD: Final = 6  # I64: period, from 0; 0 where all periods share one frame.
INNO_FIELD_WEIGHT: Final = 10  # F64: as given.
INNO_FIELD_SHARE: Final = 11  # F64: among siblings, they sum to 1.
INNO_FIELD_EFFECTIVE: Final = 12  # F64: product of the shares up to the index.
INNO_FIELD_AVAILABLE: Final = 20  # I64: values that are not missing.
INNO_FIELD_ZEROS: Final = 21  # I64: values that are exactly 0.
INNO_FIELD_COVERAGE: Final = 22  # F64: available / indicators.
INNO_FIELD_NONZERO: Final = 23  # F64: 1 - zeros / available; NaN when none is available.
INNO_FIELD_FORCED: Final = 24  # I64: 0 or an INNO_FORCE_ number.
INNO_FIELD_INCLUDED: Final = 25  # I64: 1 = kept, 0 = left out.
INNO_FIELD_SKEWNESS: Final = 30  # F64: NaN when undefined.
INNO_FIELD_KURTOSIS: Final = 31  # F64: NaN when undefined.
INNO_FIELD_PASSED: Final = 32  # I64: 1 = passes the test, 0 = fails, -1 = cannot be tested.
INNO_FIELD_KEPT: Final = 33  # I64: 1 = the values of this stage are those that go on.
INNO_FIELD_POINTS_HIGH: Final = 34  # I64: points winsorized from above.
INNO_FIELD_POINTS_LOW: Final = 35  # I64: points winsorized from below.
INNO_FIELD_PARAMETER: Final = 36  # F64: f, lambda, degree, reach or sds that was used; NaN when the rule has none.
INNO_FIELD_LOW: Final = 37  # F64: lower values were moved to here; NaN = none was.
INNO_FIELD_HIGH: Final = 38  # F64: higher values were moved to here; NaN = none was.
# F64: minmax: worst; zscore: mean; goalposts: bad bound, after the logarithm and in the column's own direction; NaN
# when the rule has none.
INNO_FIELD_CENTER: Final = 40
INNO_FIELD_SCALE: Final = 41  # F64: minmax: best - worst (negative where less is better); zscore: sd; ...
INNO_FIELD_MINIMUM: Final = 42  # F64: smallest value that went in, after the logarithm.
INNO_FIELD_MAXIMUM: Final = 43  # F64: largest.
INNO_FIELD_CONVERGED: Final = 50  # I64: 1 = solved or exact, 0 = stopped at its limit or by a heuristic.
INNO_FIELD_ITERATIONS: Final = 51  # I64: steps, candidates or iterations that it took.
INNO_FIELD_OBJECTIVE: Final = 52  # F64: objective, likelihood; NaN when there is none.
INNO_FIELD_PRIMAL: Final = 53  # F64: what is left of primal feasibility, of EM its last change; or NaN.
INNO_FIELD_DUAL: Final = 54  # F64: what is left of dual feasibility; NaN when there is none.
INNO_FIELD_GAP: Final = 55  # F64: relative distance of the two objectives; NaN when there is none.

# scheme.h: Steps
INNO_STEP_DENOMINATE: Final = 100  # divide by a denominator; section "denomination".
INNO_STEP_SCREEN: Final = 200  # leave out units with too few data; section "screening".
INNO_STEP_IMPUTE: Final = 300  # fill missing values; section "imputation".
INNO_STEP_TREAT: Final = 400  # treat outliers; section "treatment".
INNO_STEP_NORMALIZE: Final = 500  # bring to one scale and direction; section "normalization".
INNO_STEP_AGGREGATE: Final = 600  # compute the aggregates; section "aggregation".
INNO_STEP_RANK: Final = 700  # tie convention of ranks; section "ranking".
INNO_STEP_WEIGH: Final = 800  # compute weights from values; section "weighting".
INNO_STEP_AUDIT: Final = 1000  # no step of a method: what the analyses are told; section "audit".
# no step of a method: what an uncertainty and its tallies are told; section "uncertainty".
INNO_STEP_UNCERTAINTY: Final = 1100
INNO_STEP_EXPLAIN: Final = 1200  # no step of a method: what explanations are told; section "explain".

# scheme.h: Types of a key
INNO_TYPE_F64: Final = 1  # a finite double: inno_scheme_set_f64().
INNO_TYPE_I64: Final = 2  # an integer: inno_scheme_set_i64().
INNO_TYPE_CHOICE: Final = 3  # one of the key's choices by number: inno_scheme_set_i64().
INNO_TYPE_TEXT: Final = 4  # UTF-8 text: inno_scheme_set_text().
INNO_TYPE_CHAIN: Final = 5  # names of choices in order, "a, b": inno_scheme_set_text().
INNO_TYPE_LIST: Final = 6  # numbers, "0.5, 0.3, 0.2": inno_scheme_set_text().

# scheme.h: Scopes of a key, added up
INNO_SCOPE_ALL: Final = 1  # may be set for the whole step.
INNO_SCOPE_NODE: Final = 2  # may be set for one node by its code.
INNO_SCOPE_LEVEL: Final = 4  # may be set for one level.
INNO_SCOPE_UNIT: Final = 8  # may be set for one unit by its code.
INNO_SCOPE_CHILD: Final = 16  # may be set for one node by its code, as a child of its parent.

# sensitivity.h
INNO_LIMIT_BASE_POINTS: Final = 100000000  # Most base points of a design.
INNO_LIMIT_INPUTS: Final = 100000  # Most inputs of a design.
INNO_LIMIT_SOBOL_INPUTS: Final = 512  # Most inputs of a design with Sobol' points, which takes two dimensions for each.
INNO_LIMIT_RESAMPLES: Final = 1000000  # Most resamples of a bootstrap.

# sensitivity.h: Where the base points come from: INNO_SEQUENCE_PHILOX, INNO_SEQUENCE_SOBOL (with Owen's scrambling;
# best with N
INNO_SEQUENCE_SOBOL_PLAIN: Final = 3  # Sobol' points, middles of cells of 2^-52; the seed must be 0.

# sensitivity.h: Flags of a design of matrices, summed
INNO_DESIGN_SECOND_ORDER: Final = 1  # with the runs BA_g, which indices of second order need.
# Order of runs A, B, AB_0, ..., [BA_0, ...], all base points of one after those of the other, as in COINr.
INNO_DESIGN_BLOCKS: Final = 2

# sensitivity.h: Walks of a screening by elementary effects
INNO_WALK_TRAJECTORY: Final = 1  # each run moves one more group, in random order (Morris 1991).
INNO_WALK_RADIAL: Final = 2  # each run moves one group away from the first run.

# sensitivity.h: Estimators of the first order
INNO_ESTIMATOR_JANSEN: Final = 1  # "jansen": 1 - sum (f(B) - f(AB_g))^2 / (2 N V) (Jansen 1999).
INNO_ESTIMATOR_SALTELLI: Final = 2  # "saltelli": sum f(B) (f(AB_g) - f(A)) / (N V) (Saltelli 2010).
INNO_ESTIMATOR_CENTERED: Final = 3  # "centered": the same of f - m, so that a shift is nothing.

# sensitivity.h: Values of each group
INNO_SENSITIVITY_FIRST: Final = 1  # first order: share of V that the group explains alone.
INNO_SENSITIVITY_TOTAL: Final = 2  # total: share of V that it has a part in.

# sensitivity.h: Numbers of a whole analysis
INNO_SENSITIVITY_MEAN: Final = 10  # m.
INNO_SENSITIVITY_VARIANCE: Final = 11  # V.
INNO_SENSITIVITY_USED: Final = 12  # base points all of whose runs have an output.
INNO_SENSITIVITY_LEFT_OUT: Final = 13  # base points left out because a run failed.
INNO_SENSITIVITY_CONSTANT: Final = 14  # resamples so far without variance; they take no part.

# sensitivity.h: Kinds of intervals
INNO_INTERVAL_PERCENTILE: Final = 1  # quantiles (type 7) of the resampled indices.
INNO_INTERVAL_NORMAL: Final = 2  # index -+ normal quantile times their standard deviation.

# sensitivity.h: Values of a screening, of each group
INNO_EFFECT_MEAN: Final = 1  # mu, mean effect; NaN for a group of several inputs: they move apart.
INNO_EFFECT_MEAN_ABS: Final = 2  # mu*, mean size of the effect (Campolongo, Cariboni, Saltelli 2007).
INNO_EFFECT_SD: Final = 3  # sigma, divisor r - 1; NaN below 2, and as mu.
INNO_EFFECT_COUNT: Final = 4  # r, effects whose two runs have outputs.

# status.h: Statuses
INNO_OK: Final = 0  # success.
INNO_E_NULL: Final = 1  # a required pointer is NULL.
INNO_E_ARGUMENT: Final = 2  # an argument is outside its range.
INNO_E_KEY: Final = 3  # this scheme has no such key.
INNO_E_TYPE: Final = 4  # the key has another type.
INNO_E_VALUE: Final = 5  # the value is outside the key's range.
INNO_E_RULE: Final = 6  # unknown rule.
INNO_E_CODE: Final = 7  # unknown code.
INNO_E_DUPLICATE: Final = 8  # the code is already there.
INNO_E_TREE: Final = 9  # the indicator set is not a tree with one index.
INNO_E_FROZEN: Final = 10  # the object is frozen.
INNO_E_NOT_FROZEN: Final = 11  # the object is not frozen yet.
INNO_E_ORDER: Final = 12  # the steps are not in a possible order.
INNO_E_BUFFER: Final = 13  # the buffer is too small.
INNO_E_ALIGN: Final = 14  # pointer or stride is not a multiple of 8 bytes.
INNO_E_NOT_KEPT: Final = 15  # the result did not keep this.
INNO_E_TEXT: Final = 16  # the text is not valid UTF-8 without control characters.
INNO_E_UNFINISHED: Final = 17  # the run is not finished.
INNO_E_FRAMES: Final = 18  # the frames are of another method, or unusable.
INNO_E_TALLY: Final = 19  # the tally is of something else, of the same replicates, or unusable.
INNO_E_JSON: Final = 20  # the text is no JSON of the expected form.
INNO_E_INFINITE: Final = 100  # a value is infinite.
INNO_E_NODATA: Final = 101  # there are no values.
INNO_E_CONSTANT: Final = 102  # all values are equal.
INNO_E_MISSING_COLUMN: Final = 103  # the dataset has no such column.
INNO_E_MISSING_GROUP: Final = 104  # the dataset has no such group.
INNO_E_MISSING_PARAMETER: Final = 105  # the rule needs a parameter that is not set.
INNO_E_WEIGHTS: Final = 106  # the weights of a node sum to zero.
INNO_E_INCONSISTENT: Final = 107  # judgements of experts contradict each other or do not add up.
INNO_E_NONPOSITIVE: Final = 200  # a logarithm, ratio or mean met a value that is not positive.
INNO_E_DOMAIN: Final = 201  # the rule is not defined for these values.
INNO_E_OVERFLOW: Final = 202  # a result is too large for a double.
INNO_E_CONVERGENCE: Final = 203  # a search did not converge within its limit.
INNO_E_NOMEM: Final = 300  # out of memory.
INNO_E_SIZE: Final = 301  # a size is beyond the limits.

# status.h
INNO_LANGUAGE_EN: Final = 0  # Language of sentences: English.
INNO_LANGUAGE_VI: Final = 1  # Language of sentences: Vietnamese.

# tally.h: Numbers of a unit. A share is of the replicates that did not fail.
INNO_TALLY_NOMINAL: Final = 1  # nominal rank; NaN = none.
INNO_TALLY_MEAN: Final = 2  # mean rank where it has one; NaN = nowhere.
INNO_TALLY_SD: Final = 3  # standard deviation of the rank, divisor count - 1.
INNO_TALLY_ERROR: Final = 4  # standard error of the mean rank: deviation / sqrt(count).
INNO_TALLY_BEST: Final = 5  # best rank that was seen.
INNO_TALLY_WORST: Final = 6  # worst.
INNO_TALLY_UNRANKED: Final = 7  # replicates without a rank, failed ones not counted.
INNO_TALLY_TOP: Final = 8  # share in which it is in the top.
INNO_TALLY_SCORE_MEAN: Final = 10  # mean score; NaN: not counted, or some beyond the scale.
INNO_TALLY_SCORE_SD: Final = 11  # standard deviation of the score, likewise.
INNO_TALLY_SCORE_BELOW: Final = 12  # scores below the scale; NaN: not counted.
INNO_TALLY_SCORE_ABOVE: Final = 13  # scores above the scale, likewise.
INNO_TALLY_SCORE_ERROR: Final = 14  # standard error of the mean score, as of the mean.
INNO_TALLY_MEDIAN: Final = 15  # median rank; like the next two by type 7, NaN = nowhere.
INNO_TALLY_LOWER: Final = 16  # rank at (1 - confidence) / 2 of the replicates, the option's.
INNO_TALLY_UPPER: Final = 17  # rank at (1 + confidence) / 2.

# tally.h: Matrices: a row for each unit
INNO_TALLY_RANK_COUNTS: Final = 1  # replicates with this rank, exactly.
INNO_TALLY_RANK_SHARES: Final = 2  # share with this rank: the acceptability of SMAA.
INNO_TALLY_RANK_WITHIN: Final = 3  # share with this rank or a better one.
INNO_TALLY_PAIR_WINS: Final = 4  # share in which the row's unit ranks above the column's; own NaN.
INNO_TALLY_PAIR_TIES: Final = 5  # share in which both have the same rank; own NaN.
INNO_TALLY_CENTRAL: Final = 6  # mean weight of a node where nobody is better; NaN = never first.
INNO_TALLY_SCORE_COUNTS: Final = 7  # scores in a bin, exactly; bins are equally wide, from the lowest.

# tally.h: Whole numbers of a tally
INNO_TALLY_UNITS: Final = 1  # units.
INNO_TALLY_REPLICATES: Final = 2  # replicates, failed ones too.
INNO_TALLY_FAILED: Final = 3  # replicates that failed.
INNO_TALLY_FIRST_FAILED: Final = 4  # lowest number of them; -1 = none.
INNO_TALLY_FAILURES: Final = 5  # different statuses among them.
INNO_TALLY_RANGES: Final = 6  # ranges of replicates.
INNO_TALLY_COMPLETE: Final = 7  # replicates 0 to this - 1 are all there.
INNO_TALLY_CHECKPOINTS: Final = 8  # doublings that can be judged.
INNO_TALLY_TOP_COUNT: Final = 9  # how many are the top.
INNO_TALLY_HALVES: Final = 10  # 1 = ranks are counted in halves.

# trace.h: Tables of a trace
INNO_RECORD_TRACE_NODE: Final = 310  # one a node: score, weight, what it adds to its parent.
# one an indicator and step that computes indicators (all but weighting, aggregation and ranking): value before and
# after, and what made the difference.
INNO_RECORD_TRACE_STEP: Final = 311
# one an indicator, step of treatment and stage, 0 = before: what each rule of the chain was tried for and found.
INNO_RECORD_TRACE_STAGE: Final = 312
# one a rule and number that it reads, by step: first of the step as a whole (NODE -1: screening), then of each
# indicator or aggregate in the order of INNO_RECORD_TRACE_NODE.
INNO_RECORD_TRACE_PARAMETER: Final = 313
# one an imputed value and value that it was made from, in the order of INNO_RECORD_TRACE_STEP, then in the order of
# summation.
INNO_RECORD_TRACE_SOURCE: Final = 314

# trace.h: Fields of a trace, besides those of result.h and analysis.h
# F64: weight / sum of the weights of the siblings that have a value and itself, added in the tree's order; NaN where it
# has none itself.
INNO_FIELD_PRESENT_SHARE: Final = 300
# F64: what the node adds to its parent's score: weight * score / sum of the weights that are there (arithmetic, power
# 1), weight * score * factor (sum); NaN under other rules, where no such part exists, for the index, and where node or
# parent have no score.
INNO_FIELD_ADDS: Final = 301
INNO_FIELD_CHILDREN: Final = 302  # I64: direct children; 0 = an indicator.
# I64: 1 = cannot be computed from the unit's own records: of a step that its rule ranks units, or a model of all units
# filled the value; of an aggregate that its own rule compares units; of an indicator that one of its steps does.
INNO_FIELD_COMPARES: Final = 303
# I64: 0 = the weight was given, else the INNO_WEIGH_ number of the rule that computed it from the data.
INNO_FIELD_WEIGHT_RULE: Final = 304
INNO_FIELD_STEP_KIND: Final = 305  # I64: an INNO_STEP_ number.
INNO_FIELD_VALUE_BEFORE: Final = 306  # F64: the indicator's value before the step.
INNO_FIELD_VALUE_AFTER: Final = 307  # F64: its value after the step; NaN = missing.
INNO_FIELD_MARKS: Final = 308  # I64: sum of INNO_MARK_ numbers.
# I64: 1 = more is better, -1 = less is better, as the step saw it: after a normalization 1.
INNO_FIELD_DIRECTION: Final = 309
# F64: value of the denominator; after = before / (denominator / denominator_scale).
INNO_FIELD_DENOMINATOR: Final = 310
INNO_FIELD_DENOMINATOR_SCALE: Final = 311  # F64: see there.
# I64: unit that an imputed value came from, of several neighbors the nearest; -1 = of no single one.
INNO_FIELD_SOURCE_UNIT: Final = 312
INNO_FIELD_SOURCE_PERIOD: Final = 313  # I64: period that it came from; -1 = of no single one.
INNO_FIELD_SOURCES: Final = 314  # I64: records of INNO_RECORD_TRACE_SOURCE that it has.
INNO_FIELD_SKEWNESS_AFTER: Final = 315  # F64: skewness of the column after the stage that was kept.
INNO_FIELD_KURTOSIS_AFTER: Final = 316  # F64: kurtosis likewise.
INNO_FIELD_MIRRORED: Final = 317  # I64: 1 = counted down from the maximum (log_gii, log_ct_plus).
# I64: 1 = the stage is part of the value that went on: the kept one, and in a chain with combine or force every stage
# up to it.
INNO_FIELD_APPLIED: Final = 318
INNO_FIELD_MINIMUM_UNIT: Final = 319  # I64: the first unit whose value is the minimum; -1 = none of these data.
INNO_FIELD_MINIMUM_PERIOD: Final = 320  # I64: its period, the earliest; -1 likewise.
INNO_FIELD_MAXIMUM_UNIT: Final = 321  # I64: likewise of the maximum.
INNO_FIELD_MAXIMUM_PERIOD: Final = 322  # I64: likewise.
INNO_FIELD_ORIGIN: Final = 323  # I64: an INNO_ORIGIN_ number.
INNO_FIELD_PARAMETER_KEY: Final = 324  # I64: an INNO_KEY_ number.
INNO_FIELD_PARAMETER_POSITION: Final = 325  # I64: place in a list, from 0; 0 for a single number.
INNO_FIELD_DONOR_DISTANCE: Final = 326  # F64: distance of a neighbor; NaN under other rules.
# I64: the denominator in inno_analysis_node_code(), where columns that are no nodes come after them; -1 = undivided.
INNO_FIELD_DENOMINATOR_COLUMN: Final = 327

# trace.h: Where the constants of a normalization come from
INNO_ORIGIN_NONE: Final = 0  # the rule has none.
INNO_ORIGIN_DATA: Final = 1  # taken from the values of the units.
INNO_ORIGIN_GIVEN: Final = 2  # given by parameters: goalposts, fixed_range.
INNO_ORIGIN_BOTH: Final = 3  # one given, one taken: distance_to_target, ampi with reference_value.
INNO_ORIGIN_HELD: Final = 4  # held from another run, or by a what-if.

# trend.h: Reasons for a missing trend
INNO_TREND_OK: Final = 0  # there is a value.
INNO_TREND_TOO_FEW: Final = 1  # fewer than two observations, or fewer than latest.
INNO_TREND_FROM_ZERO: Final = 2  # it begins at zero and changes: no rate leads away from zero.
INNO_TREND_SIGN_CHANGE: Final = 3  # it changes its sign; a percentage: from below zero to above.
INNO_TREND_OVERFLOW: Final = 4  # the rate is beyond the range of a double.

# verification.h
INNO_LIMIT_DECIMALS: Final = 340  # Most decimals of a printed score.
INNO_DECIMALS_FIND: Final = -1  # Decimals are found out: as many as any value of the column needs.

# verification.h: Tables
# one for the whole table (NODE -1), then one a node with printed scores: how many agree, and which single rounding
# explains most.
INNO_RECORD_VERIFIED_NODE: Final = 360
INNO_RECORD_VERIFIED_SCORE: Final = 361  # one a printed score, the units of a node together.
INNO_RECORD_VERIFIED_RANK: Final = 362  # one a printed rank, the units of a node together.
# one a printed score of an aggregate: between which ends its printed parts let it lie.
INNO_RECORD_VERIFIED_PARTS: Final = 363
INNO_RECORD_IMPLIED: Final = 364  # one a printed aggregate: how well any weights explain it.
INNO_RECORD_IMPLIED_WEIGHT: Final = 365  # one a part of such an aggregate.

# verification.h: Fields of these tables, besides those of result.h and analysis.h
INNO_FIELD_DECIMALS: Final = 410  # I64: decimals that the score was printed with; of a node the most.
INNO_FIELD_VERDICT: Final = 411  # I64: an INNO_VERDICT_ number.
# I64: sum of the INNO_ROUNDING_ numbers that give the printed score; 0 = none, or only with a computed number that is a
# few ulps off.
INNO_FIELD_ROUNDINGS: Final = 412
# F64: printed minus computed, in units of the last printed digit; of parts the distance from the nearer end.
INNO_FIELD_LAST_DIGITS: Final = 413
INNO_FIELD_AGREEING: Final = 414  # I64: scores that agree.
INNO_FIELD_ROUNDED: Final = 415  # I64: scores that agree only under a rounding.
INNO_FIELD_DISAGREEING: Final = 416  # I64: scores that disagree, or that the result does not have.
# I64: scores that INNO_ROUNDING_HALF_UP gives; those included that no rounding gives but for the ulps.
INNO_FIELD_HALF_UP: Final = 417
INNO_FIELD_HALF_EVEN: Final = 418  # I64: likewise INNO_ROUNDING_HALF_EVEN.
INNO_FIELD_TRUNCATED: Final = 419  # I64: likewise INNO_ROUNDING_TRUNCATED.
# I64: the rounding that gives most of them (of equals the one that is stated, then the lower number); 0 = nothing was
# compared.
INNO_FIELD_ROUNDING: Final = 420
INNO_FIELD_EXPLAINED: Final = 421  # I64: how many that one gives.
# I64: rank of the differences between the parts; ITEMS - 1 when their weights are unique.
INNO_FIELD_MATRIX_RANK: Final = 422
INNO_FIELD_UNIQUE: Final = 423  # I64: 1 = only one set of weights is best.
# I64: 1 = weights exist that give every printed score within rounding, 0 = none do, -1 = not decided (STATUS says why).
INNO_FIELD_EXPLICABLE: Final = 424
# F64: how far beyond rounding the worst unit stays under the best weights for it, in units of the last digit; 0 or less
# = explicable.
INNO_FIELD_EXCESS: Final = 425

# verification.h: Verdicts on a printed number: of a score; of ranks and parts as said
# nothing to compare with: no result, a unit that it does not have, parts that are not known (STATUS).
INNO_VERDICT_NONE: Final = 0
# the stated rounding of the computed number gives the printed one, also if the computed one is off by the ulps allowed.
INNO_VERDICT_AGREES: Final = 1
# agrees only under a rounding: another one than stated gives it, or the computed number lies within the ulps of a tie.
INNO_VERDICT_ROUNDED: Final = 2
# no rounding gives it; a rank: outside LOWER..UPPER; parts: they cannot give the score.
INNO_VERDICT_DISAGREES: Final = 3
INNO_VERDICT_MISSING: Final = 4  # printed, and the result has no value.

# verification.h: Findings
INNO_FINDING_SCORE_DIFFERS: Final = 100  # a printed score disagrees.
INNO_FINDING_SCORE_MISSING: Final = 101  # a score was printed that the result does not have.
INNO_FINDING_RANK_DIFFERS: Final = 102  # a printed rank disagrees.
INNO_FINDING_RANK_MISSING: Final = 103  # a rank was printed that the result does not have.
# ranks against the order of the printed scores: UNIT has the lower printed score and a rank number that is not higher
# than that of OTHER, a unit too; one of the two goes against the other units.
INNO_FINDING_RANK_ORDER: Final = 104
INNO_FINDING_RANK_REPEATED: Final = 105  # a rank is printed twice, and the next one is not left out; OTHER is a unit.
INNO_FINDING_RANK_IMPOSSIBLE: Final = 106  # a rank that no unit can have.
INNO_FINDING_PARTS_DIFFER: Final = 107  # a printed score that its own printed parts cannot give.
INNO_FINDING_UNIT_UNKNOWN: Final = 108  # a unit that the result does not have.
# a column was printed under another rounding than stated: OTHER, an INNO_ROUNDING_ number.
INNO_FINDING_ROUNDING_OTHER: Final = 109
INNO_FINDING_ROUNDING_MIXED: Final = 110  # no single rounding explains a column: the best one leaves more than a tenth.
INNO_FINDING_WEIGHTS_NONE: Final = 111  # no weights explain the printed scores of an aggregate.
# the weights of the method do not, others do; OTHER is the part whose weight is farthest off.
INNO_FINDING_WEIGHTS_OTHER: Final = 112
INNO_FINDING_ROUNDING_ODD: Final = 113  # a score that another rounding gives, not that of its column.

# version.h
INNO_VERSION_MAJOR: Final = 0  # Release of the header.
INNO_VERSION_MINOR: Final = 1  # Release of the header.
INNO_VERSION_PATCH: Final = 0  # Release of the header.
INNO_ABI: Final = 0  # Number of the ABI: the SOVERSION.

# weighting.h: What optimal weights aim at
INNO_OPTIMAL_BALANCE: Final = 1  # shares of the correlations as near to targets as can be.
INNO_OPTIMAL_INFOMAX: Final = 2  # the largest sum of correlations.

# weights.h: How the points of several experts become one weight: rule of inno_weights_set_budget()
INNO_BUDGET_MEAN: Final = 1  # arithmetic mean.
INNO_BUDGET_MEDIAN: Final = 2  # median, then scaled to sum 1.

# weights.h: How a matrix of judgements becomes weights: rule of inno_weights_set_ahp()
INNO_AHP_EIGENVECTOR: Final = 1  # principal eigenvector, Saaty's own.
INNO_AHP_ROW_GEOMETRIC: Final = 2  # geometric means of the rows.
INNO_AHP_COLUMN_MEAN: Final = 3  # columns scaled to sum 1, then means of the rows.


class _Whole:
    """How ctypes takes an integer argument: one that C cannot hold is refused, where ctypes by itself would cut it."""

    def __init__(self, kind: Any) -> None:
        self.kind, self._most = kind, 1 << (8 * ctypes.sizeof(kind) - 1)

    def from_param(self, value: Any) -> Any:
        if not -self._most <= value < self._most:
            raise OverflowError(f"an integer of {value.bit_length()} bits does not go into {self.kind.__name__} of C")
        return self.kind.from_param(value)


class Functions:
    """The functions of a loaded library, bound once. Above each: the names of its arguments and what it does.

    A call releases the interpreter lock. Raises ImportError when the library lacks a function."""

    __slots__ = (
        "inno_analysis_destroy",
        "inno_analysis_record_count",
        "inno_analysis_record",
        "inno_analysis_column",
        "inno_analysis_node_code",
        "inno_analysis_unit_code",
        "inno_analysis_sentence",
        "inno_analysis_create_statistics",
        "inno_analysis_create_correlations",
        "inno_analysis_create_partial",
        "inno_analysis_create_reliability",
        "inno_analysis_create_components",
        "inno_analysis_create_development",
        "inno_analysis_create_coherence",
        "inno_analysis_create_families",
        "inno_analysis_create_influence",
        "inno_analysis_create_removal",
        "inno_analysis_create_profile",
        "inno_analysis_create_comparison",
        "inno_analysis_create_audit",
        "inno_assumptions_create",
        "inno_assumptions_destroy",
        "inno_assumptions_count",
        "inno_assumptions_add_schemes",
        "inno_assumptions_add_weight_sets",
        "inno_assumptions_add_weight_range",
        "inno_assumptions_add_weight_noise",
        "inno_assumptions_add_simplex",
        "inno_assumptions_add_dirichlet",
        "inno_assumptions_add_bounded",
        "inno_assumptions_add_order",
        "inno_assumptions_add_removal",
        "inno_assumptions_add_error",
        "inno_assumptions_add_jrc",
        "inno_analysis_create_change",
        "inno_analysis_create_check",
        "inno_analysis_create_climb",
        "inno_analysis_create_contributions",
        "inno_dataset_create",
        "inno_dataset_create_panel",
        "inno_dataset_destroy",
        "inno_dataset_add_column",
        "inno_dataset_add_columns",
        "inno_dataset_add_group",
        "inno_dataset_unit_count",
        "inno_dataset_period_count",
        "inno_dataset_period",
        "inno_dataset_unit_code",
        "inno_dataset_find_unit",
        "inno_dataset_column_count",
        "inno_dataset_column_code",
        "inno_dataset_find_column",
        "inno_dataset_column",
        "inno_dataset_fingerprint",
        "inno_error_create",
        "inno_error_destroy",
        "inno_error_set_language",
        "inno_error_status",
        "inno_error_message",
        "inno_error_node",
        "inno_error_unit",
        "inno_flat_check",
        "inno_flat_arithmetic_mean",
        "inno_flat_geometric_mean",
        "inno_flat_harmonic_mean",
        "inno_flat_power_mean",
        "inno_flat_median",
        "inno_flat_minimum",
        "inno_flat_weighted_product",
        "inno_flat_sum",
        "inno_flat_owa",
        "inno_flat_mean_of_best",
        "inno_flat_mean_of_worst",
        "inno_flat_mean_min",
        "inno_flat_mazziotta_pareto",
        "inno_flat_penalized_cv",
        "inno_flat_aggregate",
        "inno_flat_copeland",
        "inno_flat_borda_count",
        "inno_flat_kemeny",
        "inno_flat_topsis",
        "inno_flat_vikor",
        "inno_flat_promethee",
        "inno_flat_rank",
        "inno_flat_score",
        "inno_flat_benefit_of_doubt",
        "inno_flat_order_m",
        "inno_flat_quantile",
        "inno_flat_correlation",
        "inno_flat_correlation_p",
        "inno_flat_alpha",
        "inno_flat_kmo",
        "inno_flat_denominate",
        "inno_flat_coverage",
        "inno_flat_nonzero",
        "inno_flat_screen",
        "inno_flat_impute_mean",
        "inno_flat_impute_median",
        "inno_flat_impute_group_mean",
        "inno_flat_impute_group_median",
        "inno_flat_impute_siblings",
        "inno_flat_impute_regression",
        "inno_flat_impute_em",
        "inno_flat_impute_nearest",
        "inno_flat_impute_hot_deck",
        "inno_flat_impute_latest",
        "inno_flat_impute_linear",
        "inno_flat_impute_constant",
        "inno_flat_impute_linear_constant",
        "inno_flat_orient",
        "inno_flat_minmax",
        "inno_flat_zscore",
        "inno_flat_fixed_range",
        "inno_flat_goalposts",
        "inno_flat_rank_from_below",
        "inno_flat_percentile_rank",
        "inno_flat_borda",
        "inno_flat_distance_to_max",
        "inno_flat_distance_to_reference",
        "inno_flat_distance_to_target",
        "inno_flat_fraction_of_max",
        "inno_flat_minmax_percentile",
        "inno_flat_minmax_sd",
        "inno_flat_minmax_inner",
        "inno_flat_ampi",
        "inno_flat_percentile",
        "inno_flat_categorical",
        "inno_flat_ratio_to_mean",
        "inno_flat_ratio_to_worst",
        "inno_flat_above_below_mean",
        "inno_flat_skewness",
        "inno_flat_kurtosis",
        "inno_flat_passes",
        "inno_flat_winsorize",
        "inno_flat_winsorize_points",
        "inno_flat_log",
        "inno_flat_log_gii",
        "inno_flat_log_gii_factor",
        "inno_flat_log_ct",
        "inno_flat_log_ct_plus",
        "inno_flat_log_ct_orig",
        "inno_flat_boxcox",
        "inno_flat_root",
        "inno_flat_fence",
        "inno_flat_sd_fence",
        "inno_flat_winsorize_quantiles",
        "inno_flat_root_search",
        "inno_flat_root_search_degree",
        "inno_flat_treat",
        "inno_flat_treat_rule",
        "inno_flat_weights",
        "inno_flat_ahp",
        "inno_flat_ahp_ratio",
        "inno_flat_budget",
        "inno_frames_create_from_result",
        "inno_frames_destroy",
        "inno_frames_fingerprint",
        "inno_frames_write",
        "inno_frames_read",
        "inno_result_create_with_frames",
        "inno_run_create_with_frames",
        "inno_frontier_options_create",
        "inno_frontier_options_destroy",
        "inno_frontier_options_set_f64",
        "inno_frontier_options_set_i64",
        "inno_frontier_options_get",
        "inno_frontier_options_add_ratio",
        "inno_frontier_options_add_order",
        "inno_frontier_key_count",
        "inno_frontier_key_info",
        "inno_frontier_key_from_name",
        "inno_frontier_key_bounds",
        "inno_frontier_choice_info",
        "inno_frontier_rule_uses",
        "inno_frontier_create",
        "inno_frontier_destroy",
        "inno_frontier_advance",
        "inno_frontier_unit_values",
        "inno_frontier_indicator_values",
        "inno_frontier_unit_status",
        "inno_frontier_peer_count",
        "inno_frontier_peer",
        "inno_frontier_change",
        "inno_indicator_set_create",
        "inno_indicator_set_destroy",
        "inno_indicator_set_add",
        "inno_indicator_set_direction",
        "inno_indicator_set_weight",
        "inno_indicator_set_denominator",
        "inno_indicator_set_freeze",
        "inno_indicator_set_node_count",
        "inno_indicator_set_indicator_count",
        "inno_indicator_set_find",
        "inno_indicator_set_code",
        "inno_indicator_set_parent",
        "inno_indicator_set_level",
        "inno_method_write_json",
        "inno_method_read_json",
        "inno_inputs_fingerprint",
        "inno_result_write_json",
        "inno_analysis_create_marginal",
        "inno_method_create",
        "inno_method_destroy",
        "inno_method_step_count",
        "inno_method_step",
        "inno_method_canonical",
        "inno_method_fingerprint",
        "inno_weight_set_create",
        "inno_weight_set_destroy",
        "inno_weight_set_bounds",
        "inno_weight_set_around",
        "inno_weight_set_add_order",
        "inno_weight_set_add_ratio",
        "inno_weight_set_count",
        "inno_weight_set_violation",
        "inno_rank_bounds_create",
        "inno_rank_bounds_create_result",
        "inno_rank_bounds_destroy",
        "inno_rank_bounds_advance",
        "inno_rank_bounds_values",
        "inno_rank_bounds_weights",
        "inno_rank_bounds_dominance",
        "inno_rank_bounds_difference",
        "inno_rank_bounds_swap",
        "inno_rank_bounds_place",
        "inno_regrouping_create",
        "inno_regrouping_destroy",
        "inno_regrouping_add",
        "inno_regrouping_expect",
        "inno_regrouping_sum",
        "inno_regrouping_mean",
        "inno_regrouping_ratio",
        "inno_regrouping_leave_out",
        "inno_regrouping_leave_out_group",
        "inno_dataset_regroup",
        "inno_regrouping_parts",
        "inno_result_create",
        "inno_result_destroy",
        "inno_run_create",
        "inno_run_destroy",
        "inno_run_advance",
        "inno_run_finish",
        "inno_result_unit_count",
        "inno_result_period_count",
        "inno_result_period",
        "inno_result_unit_code",
        "inno_result_find_unit",
        "inno_result_node_count",
        "inno_result_indicator_count",
        "inno_result_node_code",
        "inno_result_find_node",
        "inno_result_node_parent",
        "inno_result_node_level",
        "inno_result_step_count",
        "inno_result_step",
        "inno_result_scores",
        "inno_result_ranks",
        "inno_result_coverage",
        "inno_result_values",
        "inno_result_marks",
        "inno_result_imputation_sources",
        "inno_result_record_count",
        "inno_result_record",
        "inno_field_count",
        "inno_field_info",
        "inno_scheme_create",
        "inno_scheme_destroy",
        "inno_scheme_step",
        "inno_scheme_set_f64",
        "inno_scheme_set_i64",
        "inno_scheme_set_text",
        "inno_scheme_set_level_text",
        "inno_scheme_get_f64",
        "inno_scheme_get_i64",
        "inno_scheme_get_text",
        "inno_step_count",
        "inno_step_info",
        "inno_key_count",
        "inno_key_info",
        "inno_key_from_name",
        "inno_key_bounds",
        "inno_choice_count",
        "inno_choice_info",
        "inno_choice_name",
        "inno_design_create_matrices",
        "inno_design_create_walks",
        "inno_design_destroy",
        "inno_design_run_count",
        "inno_design_input_count",
        "inno_design_group_count",
        "inno_design_points",
        "inno_design_effects",
        "inno_estimator_from_name",
        "inno_estimator_name",
        "inno_sensitivity_create",
        "inno_sensitivity_destroy",
        "inno_sensitivity_advance",
        "inno_sensitivity_number",
        "inno_sensitivity_indices",
        "inno_sensitivity_intervals",
        "inno_sensitivity_second",
        "inno_sensitivity_second_interval",
        "inno_status_name",
        "inno_status_text",
        "inno_tally_create",
        "inno_tally_destroy",
        "inno_tally_run",
        "inno_tally_merge",
        "inno_tally_number",
        "inno_tally_range",
        "inno_tally_failure",
        "inno_tally_unit_values",
        "inno_tally_rank_quantiles",
        "inno_tally_score_quantiles",
        "inno_tally_top",
        "inno_tally_column_count",
        "inno_tally_matrix",
        "inno_tally_change",
        "inno_tally_stable",
        "inno_tally_write",
        "inno_tally_read",
        "inno_tally_digest",
        "inno_score_pass_create",
        "inno_score_pass_destroy",
        "inno_score_pass_run",
        "inno_score_pass_merge",
        "inno_score_pass_write",
        "inno_score_pass_merge_bytes",
        "inno_score_pass_quantiles",
        "inno_analysis_create_trace",
        "inno_trend_cagr",
        "inno_trend_percentage_change",
        "inno_trend_interpolate",
        "inno_flat_cagr",
        "inno_flat_percentage_change",
        "inno_flat_interpolate",
        "inno_uncertainty_create",
        "inno_uncertainty_destroy",
        "inno_uncertainty_unit_count",
        "inno_uncertainty_unit_code",
        "inno_uncertainty_dimension_count",
        "inno_uncertainty_dimension",
        "inno_uncertainty_parameter_count",
        "inno_uncertainty_parameter",
        "inno_uncertainty_nominal",
        "inno_uncertainty_replay",
        "inno_uncertainty_at_point",
        "inno_uncertainty_at_parameters",
        "inno_publication_create",
        "inno_publication_destroy",
        "inno_publication_set_scores",
        "inno_publication_set_score_text",
        "inno_publication_set_ranks",
        "inno_analysis_create_verification",
        "inno_analysis_create_implied_weights",
        "inno_version",
        "inno_abi_version",
        "inno_build_info",
        "inno_weights_create_from_result",
        "inno_weights_create_optimal",
        "inno_weights_create_given",
        "inno_weights_create_equal",
        "inno_weights_create_equal_indicators",
        "inno_weights_destroy",
        "inno_weights_set",
        "inno_weights_get",
        "inno_weights_shares",
        "inno_weights_effective",
        "inno_weights_set_budget",
        "inno_weights_set_ahp",
        "inno_what_if_create",
        "inno_what_if_destroy",
        "inno_what_if_result",
        "inno_what_if_method",
        "inno_what_if_dataset",
        "inno_what_if_value",
        "inno_what_if_weight",
        "inno_what_if_edit_count",
        "inno_what_if_set_value",
        "inno_what_if_set_weight",
        "inno_what_if_set_method",
        "inno_what_if_undo",
        "inno_what_if_reset",
        "inno_what_if_try_values",
    )

    def __init__(self, library: ctypes.CDLL) -> None:
        pointer, text, double = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_double
        int32, int64, ssize = ctypes.c_int32, ctypes.c_int64, ctypes.c_ssize_t
        wholes: dict[Any, Any] = {kind: _Whole(kind) for kind in (int32, int64, ssize)}

        def bind(name: str, result: Any, *arguments: Any) -> Any:
            try:
                function = getattr(library, name)
            except AttributeError:
                raise ImportError(
                    f"{library._name} has no function {name}: the library is older than the package innoscore; "
                    "install the library of the same release"
                ) from None
            function.restype = result
            function.argtypes = [wholes.get(kind, kind) for kind in arguments]
            return function

        # --- analysis.h
        # (analysis): Destroys an analysis.
        self.inno_analysis_destroy: Callable[[Pointer], None] = bind("inno_analysis_destroy", None, pointer)
        # (analysis, kind): Number of records of a table.
        self.inno_analysis_record_count: Callable[[Pointer, int], int] = bind(
            "inno_analysis_record_count", int64, pointer, int32
        )
        # (analysis, kind, index, field, value, error): A number of a record.
        self.inno_analysis_record: Callable[[Pointer, int, int, int, Pointer, Pointer], int] = bind(
            "inno_analysis_record", int32, pointer, int32, int64, int32, pointer, pointer
        )
        # (analysis, kind, field, out, stride_bytes, error): One field of every record of a table, in one call.
        self.inno_analysis_column: Callable[[Pointer, int, int, Pointer, int, Pointer], int] = bind(
            "inno_analysis_column", int32, pointer, int32, int32, pointer, ssize, pointer
        )
        # (analysis, node): Code of a node, or of a column of the matrix.
        self.inno_analysis_node_code: Callable[[Pointer, int], Text] = bind(
            "inno_analysis_node_code", text, pointer, int64
        )
        # (analysis, unit): Code of a unit: of a comparison the units of all its results, of a verification those of the
        #   publication, of a change those of the later dataset.
        self.inno_analysis_unit_code: Callable[[Pointer, int], Text] = bind(
            "inno_analysis_unit_code", text, pointer, int64
        )
        # (analysis, index, language, buffer, capacity, needed, error): A finding as a sentence: what, where, by how
        #   much, and what to do.
        self.inno_analysis_sentence: Callable[[Pointer, int, int, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_analysis_sentence", int32, pointer, int64, int32, pointer, int64, pointer, pointer
        )

        # --- analysis_data.h
        # (allocator, options, values, units, columns, row_stride, column_stride, codes, probabilities,
        #   probability_count, out, error): Statistics of each column: INNO_RECORD_STATISTICS, INNO_RECORD_QUANTILE,
        #   INNO_RECORD_OUTLIER, INNO_RECORD_UNIT_COVERAGE.
        self.inno_analysis_create_statistics: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_statistics", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer,
            pointer, int64, pointer, pointer
        )
        # (allocator, options, values, units, columns, row_stride, column_stride, codes, unit_weights, out, error):
        #   Correlations of all pairs of columns, with p-values, adjusted p-values and intervals:
        #   INNO_RECORD_CORRELATION.
        self.inno_analysis_create_correlations: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_correlations", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer,
            pointer, pointer, pointer
        )
        # (allocator, options, values, units, columns, row_stride, column_stride, codes, held, out, error): Partial
        #   correlations: of pairs of columns, given others: INNO_RECORD_PARTIAL.
        self.inno_analysis_create_partial: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_partial", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer,
            int64, pointer, pointer
        )
        # (allocator, options, values, units, columns, row_stride, column_stride, codes, out, error): Reliability of
        #   columns that should measure one thing, all in the same direction: INNO_RECORD_RELIABILITY and
        #   INNO_RECORD_ITEM.
        self.inno_analysis_create_reliability: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_reliability", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer,
            pointer, pointer
        )
        # (allocator, options, values, units, columns, row_stride, column_stride, codes, out, error): Principal
        #   components of the correlation matrix: INNO_RECORD_COMPONENTS, INNO_RECORD_COMPONENT, INNO_RECORD_LOADING,
        #   INNO_RECORD_COMPONENT_ITEM, INNO_RECORD_COMPONENT_SCORE, INNO_RECORD_FACTOR_CORRELATION.
        self.inno_analysis_create_components: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_components", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer,
            pointer, pointer
        )
        # (allocator, options, scores, scores_stride, development, development_stride, units, out, error): Scores
        #   against the natural logarithm of a measure of development: INNO_RECORD_DEVELOPMENT, INNO_RECORD_COEFFICIENT,
        #   INNO_RECORD_EXPECTATION.
        self.inno_analysis_create_development: Callable[
            [Pointer, Pointer, Pointer, int, Pointer, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_development", int32, pointer, pointer, pointer, ssize, pointer, ssize, int64, pointer,
            pointer
        )

        # --- analysis_result.h
        # (allocator, options, result, step, dataset, out, error): How nodes move with their ancestors, their siblings,
        #   and the denominators: INNO_RECORD_PARENT, INNO_RECORD_SIBLING, INNO_RECORD_DENOMINATOR.
        self.inno_analysis_create_coherence: Callable[
            [Pointer, Pointer, Pointer, int, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_coherence", int32, pointer, pointer, pointer, int32, pointer, pointer, pointer
        )
        # (allocator, options, result, out, error): Reliability and components of the children of every aggregate that
        #   has two or more: the tables of inno_analysis_create_reliability() and inno_analysis_create_components(),
        #   with the aggregate in the field PARENT.
        self.inno_analysis_create_families: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_analysis_create_families", int32, pointer, pointer, pointer, pointer, pointer
        )
        # (allocator, options, result, out, error): Weight against importance, and what a pillar adds to the index:
        #   INNO_RECORD_INFLUENCE, INNO_RECORD_ADDED_VALUE.
        self.inno_analysis_create_influence: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_analysis_create_influence", int32, pointer, pointer, pointer, pointer, pointer
        )
        # (allocator, options, method, dataset, out, error): The index without each node in turn: INNO_RECORD_REMOVAL,
        #   INNO_RECORD_REMOVED.
        self.inno_analysis_create_removal: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_analysis_create_removal", int32, pointer, pointer, pointer, pointer, pointer, pointer
        )
        # (allocator, options, result, out, error): Every unit at every node: rank, gaps, strength or weakness, alone
        #   and among its peers: INNO_RECORD_PROFILE.
        self.inno_analysis_create_profile: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_analysis_create_profile", int32, pointer, pointer, pointer, pointer, pointer
        )
        # (allocator, options, results, count, out, error): Results side by side: INNO_RECORD_COMPARISON,
        #   INNO_RECORD_COMPARED.
        self.inno_analysis_create_comparison: Callable[[Pointer, Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_analysis_create_comparison", int32, pointer, pointer, pointer, int64, pointer, pointer
        )
        # (allocator, options, method, dataset, out, error): The whole audit in one object: every table above, of one
        #   method and dataset, and INNO_RECORD_FINDING.
        self.inno_analysis_create_audit: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_analysis_create_audit", int32, pointer, pointer, pointer, pointer, pointer, pointer
        )

        # --- assumptions.h
        # (allocator, out, error): Makes an empty list.
        self.inno_assumptions_create: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_assumptions_create", int32, pointer, pointer, pointer
        )
        # (assumptions): Destroys a list.
        self.inno_assumptions_destroy: Callable[[Pointer], None] = bind("inno_assumptions_destroy", None, pointer)
        # (assumptions): Number of assumptions.
        self.inno_assumptions_count: Callable[[Pointer], int] = bind("inno_assumptions_count", int64, pointer)
        # (assumptions, position, schemes, count, probabilities, error): A step of the method is done by one of several
        #   schemes: normalization, treatment limit or rule, imputation, aggregation, ...
        self.inno_assumptions_add_schemes: Callable[[Pointer, int, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_assumptions_add_schemes", int32, pointer, int64, pointer, int64, pointer, pointer
        )
        # (assumptions, sets, count, probabilities, error): The weights of all nodes are one of several sets, of which
        #   no two give every node the same share.
        self.inno_assumptions_add_weight_sets: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_assumptions_add_weight_sets", int32, pointer, pointer, int64, pointer, pointer
        )
        # (assumptions, code, lower, upper, error): The weight of a node is uniform between two bounds, independent of
        #   all others: the JRC's way.
        self.inno_assumptions_add_weight_range: Callable[[Pointer, Text, float, float, Pointer], int] = bind(
            "inno_assumptions_add_weight_range", int32, pointer, text, double, double, pointer
        )
        # (assumptions, level, share, error): Every weight of a level is itself times 1 + share (2 u - 1), u uniform,
        #   independent of each other.
        self.inno_assumptions_add_weight_noise: Callable[[Pointer, int, float, Pointer], int] = bind(
            "inno_assumptions_add_weight_noise", int32, pointer, int32, double, pointer
        )
        # (assumptions, parent, error): The weights of a family are uniform over all weights of 0 or more that sum to 1:
        #   nothing is known of them.
        self.inno_assumptions_add_simplex: Callable[[Pointer, Text, Pointer], int] = bind(
            "inno_assumptions_add_simplex", int32, pointer, text, pointer
        )
        # (assumptions, parent, concentration, error): The weights of a family are Dirichlet with means at the nominal
        #   shares: parameters concentration x share.
        self.inno_assumptions_add_dirichlet: Callable[[Pointer, Text, float, Pointer], int] = bind(
            "inno_assumptions_add_dirichlet", int32, pointer, text, double, pointer
        )
        # (assumptions, parent, codes, lower, upper, count, error): The weights of a family are uniform over all that
        #   sum to 1 and lie between bounds.
        self.inno_assumptions_add_bounded: Callable[
            [Pointer, Text, Pointer, Pointer, Pointer, int, Pointer], int
        ] = bind(
            "inno_assumptions_add_bounded", int32, pointer, text, pointer, pointer, pointer, int64, pointer
        )
        # (assumptions, parent, codes, count, error): The weights of a family are uniform over all that sum to 1 and are
        #   in an order of importance.
        self.inno_assumptions_add_order: Callable[[Pointer, Text, Pointer, int, Pointer], int] = bind(
            "inno_assumptions_add_order", int32, pointer, text, pointer, int64, pointer
        )
        # (assumptions, codes, count, none, error): One of several nodes is left out of the aggregation; its siblings
        #   share its weight.
        self.inno_assumptions_add_removal: Callable[[Pointer, Pointer, int, int, Pointer], int] = bind(
            "inno_assumptions_add_removal", int32, pointer, pointer, int64, int32, pointer
        )
        # (assumptions, code, unit, law, size, measure, error): Values of an indicator are measured with error; missing
        #   ones stay missing.
        self.inno_assumptions_add_error: Callable[[Pointer, Text, Text, int, float, int, Pointer], int] = bind(
            "inno_assumptions_add_error", int32, pointer, text, text, int32, double, int32, pointer
        )
        # (assumptions, codes, lower, upper, count, aggregation, aggregation_position, geometric_level, imputation,
        #   imputation_position, error): The JRC's design for the GII in one call: weights of pillars, aggregation and
        #   imputation vary together.
        self.inno_assumptions_add_jrc: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, Pointer, int, int, Pointer, int, Pointer], int
        ] = bind(
            "inno_assumptions_add_jrc", int32, pointer, pointer, pointer, pointer, int64, pointer, int64, int32,
            pointer, int64, pointer
        )

        # --- change.h
        # (allocator, options, method_before, dataset_before, method_after, dataset_after, regrouped_before, out,
        #   error): Why scores changed: INNO_RECORD_CHANGE, INNO_RECORD_CHANGE_CAUSE, INNO_RECORD_CHANGE_INDICATOR.
        self.inno_analysis_create_change: Callable[
            [Pointer, Pointer, Pointer, Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_change", int32, pointer, pointer, pointer, pointer, pointer, pointer, pointer,
            pointer, pointer
        )

        # --- check.h
        # (allocator, options, method, dataset, dataset_before, unit, out, error): Checks the raw data of one unit, or
        #   of all.
        self.inno_analysis_create_check: Callable[
            [Pointer, Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_check", int32, pointer, pointer, pointer, pointer, pointer, int64, pointer, pointer
        )

        # --- climb.h
        # (allocator, options, method, dataset, unit, goal, value, other, costs, costs_stride_bytes, caps,
        #   caps_stride_bytes, out, error): What has to change for a unit to reach a goal: INNO_RECORD_CLIMB,
        #   INNO_RECORD_CLIMB_PLAN, and with costs INNO_RECORD_CLIMB_MIX.
        self.inno_analysis_create_climb: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, int, float, int, Pointer, int, Pointer, int, Pointer, Pointer],
            int
        ] = bind(
            "inno_analysis_create_climb", int32, pointer, pointer, pointer, pointer, int64, int32, double, int64,
            pointer, ssize, pointer, ssize, pointer, pointer
        )

        # --- contributions.h
        # (allocator, options, method, result, unit, reference, out, error): Points of each indicator and aggregate in a
        #   score, and in its distance to other units: INNO_RECORD_CONTRIBUTION_UNIT, INNO_RECORD_CONTRIBUTION.
        self.inno_analysis_create_contributions: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_contributions", int32, pointer, pointer, pointer, pointer, int64, int64, pointer,
            pointer
        )

        # --- dataset.h
        # (allocator, unit_count, codes, out, error): Makes a dataset without columns.
        self.inno_dataset_create: Callable[[Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_dataset_create", int32, pointer, int64, pointer, pointer, pointer
        )
        # (allocator, unit_count, codes, period_count, periods, out, error): Makes a dataset with periods, without
        #   columns.
        self.inno_dataset_create_panel: Callable[[Pointer, int, Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_dataset_create_panel", int32, pointer, int64, pointer, int64, pointer, pointer, pointer
        )
        # (dataset): Destroys a dataset.
        self.inno_dataset_destroy: Callable[[Pointer], None] = bind("inno_dataset_destroy", None, pointer)
        # (dataset, code, values, stride_bytes, error): Adds a column of values, in the order of the units.
        self.inno_dataset_add_column: Callable[[Pointer, Text, Pointer, int, Pointer], int] = bind(
            "inno_dataset_add_column", int32, pointer, text, pointer, ssize, pointer
        )
        # (dataset, codes, count, values, row_stride_bytes, column_stride_bytes, error): Adds the columns of a matrix,
        #   in the order of the units.
        self.inno_dataset_add_columns: Callable[[Pointer, Pointer, int, Pointer, int, int, Pointer], int] = bind(
            "inno_dataset_add_columns", int32, pointer, pointer, int64, pointer, ssize, ssize, pointer
        )
        # (dataset, name, labels, error): Adds a grouping of the units, for instance by region.
        self.inno_dataset_add_group: Callable[[Pointer, Text, Pointer, Pointer], int] = bind(
            "inno_dataset_add_group", int32, pointer, text, pointer, pointer
        )
        # (dataset): Number of units.
        self.inno_dataset_unit_count: Callable[[Pointer], int] = bind("inno_dataset_unit_count", int64, pointer)
        # (dataset): Number of periods.
        self.inno_dataset_period_count: Callable[[Pointer], int] = bind("inno_dataset_period_count", int64, pointer)
        # (dataset, period): Value of a period.
        self.inno_dataset_period: Callable[[Pointer, int], float] = bind("inno_dataset_period", double, pointer, int64)
        # (dataset, unit): Code of a unit.
        self.inno_dataset_unit_code: Callable[[Pointer, int], Text] = bind(
            "inno_dataset_unit_code", text, pointer, int64
        )
        # (dataset, code): Number of a unit.
        self.inno_dataset_find_unit: Callable[[Pointer, Text], int] = bind(
            "inno_dataset_find_unit", int64, pointer, text
        )
        # (dataset): Number of columns.
        self.inno_dataset_column_count: Callable[[Pointer], int] = bind("inno_dataset_column_count", int64, pointer)
        # (dataset, column): Code of a column, in the order they were added.
        self.inno_dataset_column_code: Callable[[Pointer, int], Text] = bind(
            "inno_dataset_column_code", text, pointer, int64
        )
        # (dataset, code): Number of a column.
        self.inno_dataset_find_column: Callable[[Pointer, Text], int] = bind(
            "inno_dataset_find_column", int64, pointer, text
        )
        # (dataset, code, out, stride_bytes, error): Copies a column out.
        self.inno_dataset_column: Callable[[Pointer, Text, Pointer, int, Pointer], int] = bind(
            "inno_dataset_column", int32, pointer, text, pointer, ssize, pointer
        )
        # (dataset, buffer, capacity, error): SHA-256 in lower-case hexadecimal over the canonical form of the data:
        #   codes of the units, periods, columns with exact values, groupings with their labels; docs/handbook/json.md
        #   has it byte by byte.
        self.inno_dataset_fingerprint: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_dataset_fingerprint", int32, pointer, pointer, int64, pointer
        )

        # --- error.h
        # (allocator, out): Makes an empty error object.
        self.inno_error_create: Callable[[Pointer, Pointer], int] = bind("inno_error_create", int32, pointer, pointer)
        # (error): Destroys an error object.
        self.inno_error_destroy: Callable[[Pointer], None] = bind("inno_error_destroy", None, pointer)
        # (error, language): Chooses the language of the sentences of later failures.
        self.inno_error_set_language: Callable[[Pointer, int], int] = bind(
            "inno_error_set_language", int32, pointer, int32
        )
        # (error): Status of the last call that was given this object.
        self.inno_error_status: Callable[[Pointer], int] = bind("inno_error_status", int32, pointer)
        # (error): The sentence: what, where and the cure.
        self.inno_error_message: Callable[[Pointer], Text] = bind("inno_error_message", text, pointer)
        # (error): Code of the node (indicator or aggregate) the failure is about.
        self.inno_error_node: Callable[[Pointer], Text] = bind("inno_error_node", text, pointer)
        # (error): Code of the unit the failure is about.
        self.inno_error_unit: Callable[[Pointer], Text] = bind("inno_error_unit", text, pointer)

        # --- flat.h
        # (x, n): What is wrong with a column, for the functions that only give NaN.
        self.inno_flat_check: Callable[[Pointer, int], int] = bind("inno_flat_check", int32, pointer, int32)

        # --- flat_aggregate.h
        # (x, weights, n, min_coverage): sum(w x)/sum(w).
        self.inno_flat_arithmetic_mean: Callable[[Pointer, Pointer, int, float], float] = bind(
            "inno_flat_arithmetic_mean", double, pointer, pointer, int32, double
        )
        # (x, weights, n, min_coverage, floor, shift): exp(sum(w ln x)/sum(w)).
        self.inno_flat_geometric_mean: Callable[[Pointer, Pointer, int, float, float, float], float] = bind(
            "inno_flat_geometric_mean", double, pointer, pointer, int32, double, double, double
        )
        # (x, weights, n, min_coverage, floor, shift): sum(w)/sum(w/x).
        self.inno_flat_harmonic_mean: Callable[[Pointer, Pointer, int, float, float, float], float] = bind(
            "inno_flat_harmonic_mean", double, pointer, pointer, int32, double, double, double
        )
        # (x, weights, n, power, min_coverage, floor, shift): (sum(w x^power)/sum(w))^(1/power).
        self.inno_flat_power_mean: Callable[[Pointer, Pointer, int, float, float, float, float], float] = bind(
            "inno_flat_power_mean", double, pointer, pointer, int32, double, double, double, double
        )
        # (x, weights, n, min_coverage): Median, unweighted; a child of weight 0 takes no part.
        self.inno_flat_median: Callable[[Pointer, Pointer, int, float], float] = bind(
            "inno_flat_median", double, pointer, pointer, int32, double
        )
        # (x, weights, n, min_coverage): Minimum, unweighted; a child of weight 0 takes no part.
        self.inno_flat_minimum: Callable[[Pointer, Pointer, int, float], float] = bind(
            "inno_flat_minimum", double, pointer, pointer, int32, double
        )
        # (x, weights, n, min_coverage, floor, shift): Weighted product: exp(sum(w ln x)), weights as given; what is
        #   missing gives its weight to the others.
        self.inno_flat_weighted_product: Callable[[Pointer, Pointer, int, float, float, float], float] = bind(
            "inno_flat_weighted_product", double, pointer, pointer, int32, double, double, double
        )
        # (x, weights, n, missing, min_coverage): Points: sum(w x), weights as given.
        self.inno_flat_sum: Callable[[Pointer, Pointer, int, int, float], float] = bind(
            "inno_flat_sum", double, pointer, pointer, int32, int32, double
        )
        # (x, weights, n, order_weights, order_count, min_coverage): Ordered weighted average, from the largest score to
        #   the smallest.
        self.inno_flat_owa: Callable[[Pointer, Pointer, int, Pointer, int, float], float] = bind(
            "inno_flat_owa", double, pointer, pointer, int32, pointer, int32, double
        )
        # (x, weights, n, count, min_coverage): Mean of the largest scores, unweighted; of all when there are fewer.
        self.inno_flat_mean_of_best: Callable[[Pointer, Pointer, int, int, float], float] = bind(
            "inno_flat_mean_of_best", double, pointer, pointer, int32, int32, double
        )
        # (x, weights, n, count, min_coverage): Mean of the smallest scores, unweighted; of all when there are fewer.
        self.inno_flat_mean_of_worst: Callable[[Pointer, Pointer, int, int, float], float] = bind(
            "inno_flat_mean_of_worst", double, pointer, pointer, int32, int32, double
        )
        # (x, weights, n, alpha, beta, min_coverage): Mean-min: M - alpha (sqrt((M - min)^2 + beta^2) - beta).
        self.inno_flat_mean_min: Callable[[Pointer, Pointer, int, float, float, float], float] = bind(
            "inno_flat_mean_min", double, pointer, pointer, int32, double, double, double
        )
        # (x, weights, n, penalty, deviation, min_coverage): Mazziotta-Pareto: M - S^2/M, or M + S^2/M.
        self.inno_flat_mazziotta_pareto: Callable[[Pointer, Pointer, int, int, int, float], float] = bind(
            "inno_flat_mazziotta_pareto", double, pointer, pointer, int32, int32, int32, double
        )
        # (x, weights, n, coefficient, deviation, min_coverage): Mean less a multiple of the standard deviation: M (1 -
        #   coefficient S/M).
        self.inno_flat_penalized_cv: Callable[[Pointer, Pointer, int, float, int, float], float] = bind(
            "inno_flat_penalized_cv", double, pointer, pointer, int32, double, int32, double
        )
        # (x, rows, columns, column_major, weights, rule, power, min_coverage, floor, shift, out): One node for many
        #   units: a mean of each row.
        self.inno_flat_aggregate: Callable[
            [Pointer, int, int, int, Pointer, int, float, float, float, float, Pointer], int
        ] = bind(
            "inno_flat_aggregate", int32, pointer, int32, int32, int32, pointer, int32, double, double, double, double,
            pointer
        )
        # (x, rows, columns, column_major, weights, min_coverage, out): Copeland: units outranked less units outranking,
        #   over the children that both have.
        self.inno_flat_copeland: Callable[[Pointer, int, int, int, Pointer, float, Pointer], int] = bind(
            "inno_flat_copeland", int32, pointer, int32, int32, int32, pointer, double, pointer
        )
        # (x, rows, columns, column_major, weights, min_coverage, out): Borda: sum over children of w times the units
        #   that are lower; equal units count half.
        self.inno_flat_borda_count: Callable[[Pointer, int, int, int, Pointer, float, Pointer], int] = bind(
            "inno_flat_borda_count", int32, pointer, int32, int32, int32, pointer, double, pointer
        )
        # (x, rows, columns, column_major, weights, search_limit, min_coverage, out): Condorcet and Kemeny: number of
        #   units below in the order that agrees with most weight.
        self.inno_flat_kemeny: Callable[[Pointer, int, int, int, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_kemeny", int32, pointer, int32, int32, int32, pointer, int32, double, pointer
        )
        # (x, rows, columns, column_major, weights, scaling, min_coverage, out): TOPSIS: distance to the worst /
        #   (distance to the worst + to the best); 0.5 when both are 0.
        self.inno_flat_topsis: Callable[[Pointer, int, int, int, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_topsis", int32, pointer, int32, int32, int32, pointer, int32, double, pointer
        )
        # (x, rows, columns, column_major, weights, compromise, min_coverage, out): VIKOR: 1 - Q, so that more is
        #   better.
        self.inno_flat_vikor: Callable[[Pointer, int, int, int, Pointer, float, float, Pointer], int] = bind(
            "inno_flat_vikor", int32, pointer, int32, int32, int32, pointer, double, double, pointer
        )
        # (x, rows, columns, column_major, weights, preference, indifference, strict_preference, sigma, min_coverage,
        #   out): PROMETHEE II: net flow, -1..1.
        self.inno_flat_promethee: Callable[
            [Pointer, int, int, int, Pointer, int, float, float, float, float, Pointer], int
        ] = bind(
            "inno_flat_promethee", int32, pointer, int32, int32, int32, pointer, int32, double, double, double, double,
            pointer
        )
        # (x, group, n, direction, ties, out): Places: 1 = best.
        self.inno_flat_rank: Callable[[Pointer, Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_rank", int32, pointer, pointer, int32, int32, int32, pointer
        )
        # (x, rows, columns, column_major, parents, directions, weights, nodes, treatment, lower, upper, rule,
        #   min_coverage, out): A whole index in one call: treats each indicator, scales it by min-max, takes means up
        #   the tree.
        self.inno_flat_score: Callable[
            [Pointer, int, int, int, Pointer, Pointer, Pointer, int, int, float, float, int, float, Pointer], int
        ] = bind(
            "inno_flat_score", int32, pointer, int32, int32, int32, pointer, pointer, pointer, int32, int32, double,
            double, int32, double, pointer
        )
        # (x, rows, columns, column_major, share_lower, share_upper, out): Benefit of the doubt: each unit's best
        #   weighted sum, no unit's being more than 1 with the same weights.
        self.inno_flat_benefit_of_doubt: Callable[[Pointer, int, int, int, float, float, Pointer], int] = bind(
            "inno_flat_benefit_of_doubt", int32, pointer, int32, int32, int32, double, double, pointer
        )
        # (x, rows, columns, column_major, draws, out): Order-m score: the unit against the best of m units drawn with
        #   replacement, in expectation, exactly.
        self.inno_flat_order_m: Callable[[Pointer, int, int, int, int, Pointer], int] = bind(
            "inno_flat_order_m", int32, pointer, int32, int32, int32, int32, pointer
        )

        # --- flat_analysis.h
        # (x, n, p, type): Quantile.
        self.inno_flat_quantile: Callable[[Pointer, int, float, int], float] = bind(
            "inno_flat_quantile", double, pointer, int32, double, int32
        )
        # (x, y, n, rule): Correlation.
        self.inno_flat_correlation: Callable[[Pointer, Pointer, int, int], float] = bind(
            "inno_flat_correlation", double, pointer, pointer, int32, int32
        )
        # (x, y, n, rule): Two-sided p-value of no correlation, as R's cor.test.
        self.inno_flat_correlation_p: Callable[[Pointer, Pointer, int, int], float] = bind(
            "inno_flat_correlation_p", double, pointer, pointer, int32, int32
        )
        # (x, rows, columns, column_major, standardized): Cronbach's alpha of columns that should measure one thing, all
        #   in the same direction; each covariance is over the units that have both values.
        self.inno_flat_alpha: Callable[[Pointer, int, int, int, int], float] = bind(
            "inno_flat_alpha", double, pointer, int32, int32, int32, int32
        )
        # (x, rows, columns, column_major): Measure of sampling adequacy of Kaiser, Meyer and Olkin, over the units that
        #   have every value.
        self.inno_flat_kmo: Callable[[Pointer, int, int, int], float] = bind(
            "inno_flat_kmo", double, pointer, int32, int32, int32
        )

        # --- flat_data.h
        # (x, denominator, n, scale, out): x / (denominator / scale), value by value.
        self.inno_flat_denominate: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_denominate", int32, pointer, pointer, int32, double, pointer
        )
        # (row, k): Coverage of a unit: share of its values that are not missing.
        self.inno_flat_coverage: Callable[[Pointer, int], float] = bind("inno_flat_coverage", double, pointer, int32)
        # (row, k): Share of the values of a unit that are not exactly 0, among those that are not missing.
        self.inno_flat_nonzero: Callable[[Pointer, int], float] = bind("inno_flat_nonzero", double, pointer, int32)
        # (x, rows, columns, column_major, forced, rule, min_coverage, min_nonzero, out): Which units of a matrix stay.
        self.inno_flat_screen: Callable[[Pointer, int, int, int, Pointer, int, float, float, Pointer], int] = bind(
            "inno_flat_screen", int32, pointer, int32, int32, int32, pointer, int32, double, double, pointer
        )
        # (x, n, out): Fills missing values with the mean of the column.
        self.inno_flat_impute_mean: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_flat_impute_mean", int32, pointer, int32, pointer
        )
        # (x, n, out): Fills missing values with the median of the column.
        self.inno_flat_impute_median: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_flat_impute_median", int32, pointer, int32, pointer
        )
        # (x, group, n, out): Fills missing values with the mean of the unit's group.
        self.inno_flat_impute_group_mean: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_flat_impute_group_mean", int32, pointer, pointer, int32, pointer
        )
        # (x, group, n, out): Fills missing values with the median of the unit's group.
        self.inno_flat_impute_group_median: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_flat_impute_group_median", int32, pointer, pointer, int32, pointer
        )
        # (x, rows, columns, column_major, directions, out): Fills missing values with the unit's mean over its other
        #   indicators, each scaled to 0..1 in its direction, mapped back.
        self.inno_flat_impute_siblings: Callable[[Pointer, int, int, int, Pointer, Pointer], int] = bind(
            "inno_flat_impute_siblings", int32, pointer, int32, int32, int32, pointer, pointer
        )
        # (x, rows, columns, column_major, too_few, out): Fills missing values by least squares on the siblings that the
        #   unit has, fitted on the units that have all of these and the cell's column.
        self.inno_flat_impute_regression: Callable[[Pointer, int, int, int, int, Pointer], int] = bind(
            "inno_flat_impute_regression", int32, pointer, int32, int32, int32, int32, pointer
        )
        # (x, rows, columns, column_major, ridge, out): Fills missing values with their conditional means under one
        #   normal distribution of the siblings, found by EM to the tolerance and within the iterations that are the
        #   defaults of scheme.h.
        self.inno_flat_impute_em: Callable[[Pointer, int, int, int, float, Pointer], int] = bind(
            "inno_flat_impute_em", int32, pointer, int32, int32, int32, double, pointer
        )
        # (x, rows, columns, column_major, neighbors, out): Fills missing values with the plain mean of the nearest
        #   units that have the value; nearest by the columns that both have, each scaled by its range.
        self.inno_flat_impute_nearest: Callable[[Pointer, int, int, int, int, Pointer], int] = bind(
            "inno_flat_impute_nearest", int32, pointer, int32, int32, int32, int32, pointer
        )
        # (x, rows, columns, column_major, group, out): Fills all missing values of a unit from the nearest complete
        #   unit of its group, nearest as in inno_flat_impute_nearest().
        self.inno_flat_impute_hot_deck: Callable[[Pointer, int, int, int, Pointer, Pointer], int] = bind(
            "inno_flat_impute_hot_deck", int32, pointer, int32, int32, int32, pointer, pointer
        )
        # (values, times, n, max_age, out): Fills gaps in one unit's series with its last observation before.
        self.inno_flat_impute_latest: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_impute_latest", int32, pointer, pointer, int32, double, pointer
        )
        # (values, times, n, max_age, out): Fills gaps in one unit's series on the line between the observations around;
        #   beyond them with the nearest one.
        self.inno_flat_impute_linear: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_impute_linear", int32, pointer, pointer, int32, double, pointer
        )
        # (values, times, n, max_age, out): Fills gaps in one unit's series with its last observation before, ahead of
        #   the first with the first.
        self.inno_flat_impute_constant: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_impute_constant", int32, pointer, pointer, int32, double, pointer
        )
        # (values, times, n, max_age, out): inno_flat_impute_linear(), but a single observation is taken everywhere.
        self.inno_flat_impute_linear_constant: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_flat_impute_linear_constant", int32, pointer, pointer, int32, double, pointer
        )

        # --- flat_normalize.h
        # (x, n, direction, log, out): No rule: x * direction, after the optional logarithm.
        self.inno_flat_orient: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_orient", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, lower, upper, log, out): Min-max: the worst value gets lower, the best gets upper.
        self.inno_flat_minmax: Callable[[Pointer, int, int, float, float, int, Pointer], int] = bind(
            "inno_flat_minmax", int32, pointer, int32, int32, double, double, int32, pointer
        )
        # (x, n, direction, mean, sd, log, out): Z-score with divisor m - 1, moved to a mean and a standard deviation.
        self.inno_flat_zscore: Callable[[Pointer, int, int, float, float, int, Pointer], int] = bind(
            "inno_flat_zscore", int32, pointer, int32, int32, double, double, int32, pointer
        )
        # (x, n, direction, lower, upper, points, log, out): Scaling by a range that is given: 0 at the bad end, points
        #   at the good end, never truncated.
        self.inno_flat_fixed_range: Callable[[Pointer, int, int, float, float, float, int, Pointer], int] = bind(
            "inno_flat_fixed_range", int32, pointer, int32, int32, double, double, double, int32, pointer
        )
        # (x, n, direction, lower, upper, points, truncate, log, out): Goalposts: 0 at the bad post, points at the good
        #   one.
        self.inno_flat_goalposts: Callable[[Pointer, int, int, float, float, float, int, int, Pointer], int] = bind(
            "inno_flat_goalposts", int32, pointer, int32, int32, double, double, double, int32, int32, pointer
        )
        # (x, n, direction, ties, out): Rank from below as a score: the best has the highest.
        self.inno_flat_rank_from_below: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_rank_from_below", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, ties, out): Percentile rank: (rank from below - 1)/(m - 1), m values.
        self.inno_flat_percentile_rank: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_percentile_rank", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, ties, out): Borda score: rank from below - 1.
        self.inno_flat_borda: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_borda", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, log, out): Distance to the best: 1 - (best - x)/(best - worst).
        self.inno_flat_distance_to_max: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_distance_to_max", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, reference, cap, log, out): Distance to a reference unit: 1 - (reference - x)/(reference -
        #   worst).
        self.inno_flat_distance_to_reference: Callable[[Pointer, int, int, int, int, int, Pointer], int] = bind(
            "inno_flat_distance_to_reference", int32, pointer, int32, int32, int32, int32, int32, pointer
        )
        # (x, n, direction, target, cap, log, out): Distance to a target: (x - worst)/(target - worst).
        self.inno_flat_distance_to_target: Callable[[Pointer, int, int, float, int, int, Pointer], int] = bind(
            "inno_flat_distance_to_target", int32, pointer, int32, int32, double, int32, int32, pointer
        )
        # (x, n, direction, log, out): Fraction of the best: x/max; where less is better min/x.
        self.inno_flat_fraction_of_max: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_fraction_of_max", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, lower, upper, lower_percentile, upper_percentile, quantile_type, truncate, log, out):
        #   Min-max between two percentiles: units beyond them get the ends.
        self.inno_flat_minmax_percentile: Callable[
            [Pointer, int, int, float, float, float, float, int, int, int, Pointer], int
        ] = bind(
            "inno_flat_minmax_percentile", int32, pointer, int32, int32, double, double, double, double, int32, int32,
            int32, pointer
        )
        # (x, n, direction, lower, upper, sds, truncate, log, out): Min-max between mean - sds * sd and mean + sds * sd:
        #   units beyond them get the ends.
        self.inno_flat_minmax_sd: Callable[[Pointer, int, int, float, float, float, int, int, Pointer], int] = bind(
            "inno_flat_minmax_sd", int32, pointer, int32, int32, double, double, double, int32, int32, pointer
        )
        # (x, n, direction, lower, upper, outliers, width, truncate, log, out): Min-max whose minimum and maximum leave
        #   outliers out: these get the ends.
        self.inno_flat_minmax_inner: Callable[
            [Pointer, int, int, float, float, int, float, int, int, Pointer], int
        ] = bind(
            "inno_flat_minmax_inner", int32, pointer, int32, int32, double, double, int32, double, int32, int32, pointer
        )
        # (x, n, direction, reference_value, log, out): Goalposts half a range around a reference value, which gets 100;
        #   the range is 60 points.
        self.inno_flat_ampi: Callable[[Pointer, int, int, float, int, Pointer], int] = bind(
            "inno_flat_ampi", int32, pointer, int32, int32, double, int32, pointer
        )
        # (x, n, direction, ties, out): 100 rank / m, ranks from below.
        self.inno_flat_percentile: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_percentile", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, cuts, cut_count, scores, out): Classes of the percentile 100 rank / m: a score for each.
        self.inno_flat_categorical: Callable[[Pointer, int, int, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_flat_categorical", int32, pointer, int32, int32, pointer, int32, pointer, pointer
        )
        # (x, n, direction, log, out): x / mean; where less is better mean / x.
        self.inno_flat_ratio_to_mean: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_ratio_to_mean", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, log, out): x / min; where less is better max / x.
        self.inno_flat_ratio_to_worst: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_ratio_to_worst", int32, pointer, int32, int32, int32, pointer
        )
        # (x, n, direction, threshold, log, out): 1 above the mean, 0 around it, -1 below; reversed where less is
        #   better.
        self.inno_flat_above_below_mean: Callable[[Pointer, int, int, float, int, Pointer], int] = bind(
            "inno_flat_above_below_mean", int32, pointer, int32, int32, double, int32, pointer
        )

        # --- flat_treat.h
        # (x, n, type): Skewness of a column.
        self.inno_flat_skewness: Callable[[Pointer, int, int], float] = bind(
            "inno_flat_skewness", double, pointer, int32, int32
        )
        # (x, n, type): Excess kurtosis of a column.
        self.inno_flat_kurtosis: Callable[[Pointer, int, int], float] = bind(
            "inno_flat_kurtosis", double, pointer, int32, int32
        )
        # (x, n, skewness, kurtosis, skewness_type, kurtosis_type): Whether a column needs no treatment: |skewness| <
        #   limit or kurtosis < limit.
        self.inno_flat_passes: Callable[[Pointer, int, float, float, int, int], float] = bind(
            "inno_flat_passes", double, pointer, int32, double, double, int32, int32
        )
        # (x, n, limit, skewness, kurtosis, skewness_type, kurtosis_type, force, out): Moves the points at the extreme
        #   to the next value until the column passes or the limit is reached.
        self.inno_flat_winsorize: Callable[[Pointer, int, int, float, float, int, int, int, Pointer], int] = bind(
            "inno_flat_winsorize", int32, pointer, int32, int32, double, double, int32, int32, int32, pointer
        )
        # (x, n, limit, skewness, kurtosis, skewness_type, kurtosis_type, force): Number of points that
        #   inno_flat_winsorize() moves, both ends together.
        self.inno_flat_winsorize_points: Callable[[Pointer, int, int, float, float, int, int, int], float] = bind(
            "inno_flat_winsorize_points", double, pointer, int32, int32, double, double, int32, int32, int32
        )
        # (x, n, out): ln x.
        self.inno_flat_log: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_flat_log", int32, pointer, int32, pointer
        )
        # (x, n, direction, factor, out): The logarithm of the GII: ln((f max - 1)(x - min)/(max - min) + 1); where less
        #   is better -ln((f max - 1)(max - x)/(max - min) + 1), which keeps the direction of x.
        self.inno_flat_log_gii: Callable[[Pointer, int, int, float, Pointer], int] = bind(
            "inno_flat_log_gii", int32, pointer, int32, int32, double, pointer
        )
        # (x, n): The factor that inno_flat_log_gii() takes by itself: the smallest power of ten >= 1 with f max > 1.
        self.inno_flat_log_gii_factor: Callable[[Pointer, int], float] = bind(
            "inno_flat_log_gii_factor", double, pointer, int32
        )
        # (x, n, out): ln(x - min + 0.01 (max - min)).
        self.inno_flat_log_ct: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_flat_log_ct", int32, pointer, int32, pointer
        )
        # (x, n, skewness_type, out): inno_flat_log_ct() where the skewness is positive, else its mirror image -ln(max +
        #   0.01 (max - min) - x).
        self.inno_flat_log_ct_plus: Callable[[Pointer, int, int, Pointer], int] = bind(
            "inno_flat_log_ct_plus", int32, pointer, int32, int32, pointer
        )
        # (x, n, out): ln(x - min + 1).
        self.inno_flat_log_ct_orig: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_flat_log_ct_orig", int32, pointer, int32, pointer
        )
        # (x, n, lambda, out): Box-Cox on y = x - min + 1: (y^lambda - 1)/lambda, ln y for lambda 0.
        self.inno_flat_boxcox: Callable[[Pointer, int, float, Pointer], int] = bind(
            "inno_flat_boxcox", int32, pointer, int32, double, pointer
        )
        # (x, n, degree, out): x^(1/degree).
        self.inno_flat_root: Callable[[Pointer, int, float, Pointer], int] = bind(
            "inno_flat_root", int32, pointer, int32, double, pointer
        )
        # (x, n, reach, quantile_type, out): Moves what lies beyond the quartiles by more than reach times their
        #   distance to there.
        self.inno_flat_fence: Callable[[Pointer, int, float, int, Pointer], int] = bind(
            "inno_flat_fence", int32, pointer, int32, double, int32, pointer
        )
        # (x, n, sds, out): Moves what lies beyond mean - sds * sd or mean + sds * sd to there.
        self.inno_flat_sd_fence: Callable[[Pointer, int, float, Pointer], int] = bind(
            "inno_flat_sd_fence", int32, pointer, int32, double, pointer
        )
        # (x, n, lower_percentile, upper_percentile, quantile_type, out): Moves what lies beyond two percentiles to
        #   them.
        self.inno_flat_winsorize_quantiles: Callable[[Pointer, int, float, float, int, Pointer], int] = bind(
            "inno_flat_winsorize_quantiles", int32, pointer, int32, double, double, int32, pointer
        )
        # (x, n, max_degree, skewness, skewness_type, out): The root of the smallest degree 2, 3, ... after which
        #   |skewness| < skewness; of the last when none suffices.
        self.inno_flat_root_search: Callable[[Pointer, int, int, float, int, Pointer], int] = bind(
            "inno_flat_root_search", int32, pointer, int32, int32, double, int32, pointer
        )
        # (x, n, max_degree, skewness, skewness_type): The degree that inno_flat_root_search() takes.
        self.inno_flat_root_search_degree: Callable[[Pointer, int, int, float, int], float] = bind(
            "inno_flat_root_search_degree", double, pointer, int32, int32, double, int32
        )
        # (x, n, direction, first, first_parameter, second, second_parameter, skewness, kurtosis, skewness_type,
        #   kurtosis_type, combine, force, out): The whole treatment: a column that passes the test stays; else the
        #   first rule; when it still fails, the second.
        self.inno_flat_treat: Callable[
            [Pointer, int, int, int, float, int, float, float, float, int, int, int, int, Pointer], int
        ] = bind(
            "inno_flat_treat", int32, pointer, int32, int32, int32, double, int32, double, double, double, int32, int32,
            int32, int32, pointer
        )
        # (x, n, direction, first, first_parameter, second, second_parameter, skewness, kurtosis, skewness_type,
        #   kurtosis_type, combine, force): The rule whose values inno_flat_treat() keeps.
        self.inno_flat_treat_rule: Callable[
            [Pointer, int, int, int, float, int, float, float, float, int, int, int, int], float
        ] = bind(
            "inno_flat_treat_rule", double, pointer, int32, int32, int32, double, int32, double, double, double, int32,
            int32, int32, int32
        )

        # --- flat_weights.h
        # (x, rows, columns, column_major, rule, out): Weights of children from their values, every parameter of the
        #   rule at the default of scheme.h.
        self.inno_flat_weights: Callable[[Pointer, int, int, int, int, Pointer], int] = bind(
            "inno_flat_weights", int32, pointer, int32, int32, int32, int32, pointer
        )
        # (judgements, n, column_major, rule, out): Analytic hierarchy process: weights from a matrix of pairwise
        #   judgements.
        self.inno_flat_ahp: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_flat_ahp", int32, pointer, int32, int32, int32, pointer
        )
        # (judgements, n, column_major): Consistency ratio of a matrix of pairwise judgements under
        #   INNO_AHP_EIGENVECTOR; Saaty advises at most 0.1.
        self.inno_flat_ahp_ratio: Callable[[Pointer, int, int], float] = bind(
            "inno_flat_ahp_ratio", double, pointer, int32, int32
        )
        # (points, experts, children, column_major, total, rule, out): Budget allocation: weights from points that
        #   experts distributed among children.
        self.inno_flat_budget: Callable[[Pointer, int, int, int, float, int, Pointer], int] = bind(
            "inno_flat_budget", int32, pointer, int32, int32, int32, double, int32, pointer
        )

        # --- frames.h
        # (allocator, result, method, out, error): Takes the frames out of a result.
        self.inno_frames_create_from_result: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_frames_create_from_result", int32, pointer, pointer, pointer, pointer, pointer
        )
        # (frames): Destroys frames.
        self.inno_frames_destroy: Callable[[Pointer], None] = bind("inno_frames_destroy", None, pointer)
        # (frames, buffer, capacity, error): Fingerprint of the method that the frames belong to, as
        #   inno_method_fingerprint() gives it.
        self.inno_frames_fingerprint: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_frames_fingerprint", int32, pointer, pointer, int64, pointer
        )
        # (frames, buffer, capacity, needed, error): The frames as a text: UTF-8, one line a fact, numbers exact, the
        #   same on every platform, with a checksum.
        self.inno_frames_write: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_frames_write", int32, pointer, pointer, int64, pointer, pointer
        )
        # (allocator, text, length, out, error): Reads what inno_frames_write() wrote.
        self.inno_frames_read: Callable[[Pointer, Text, int, Pointer, Pointer], int] = bind(
            "inno_frames_read", int32, pointer, text, int64, pointer, pointer
        )
        # (allocator, method, dataset, frames, keep, out, error): Computes a result with held frames in place of those
        #   that the dataset would give.
        self.inno_result_create_with_frames: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_result_create_with_frames", int32, pointer, pointer, pointer, pointer, int32, pointer, pointer
        )
        # (allocator, method, dataset, frames, keep, out, error): Prepares such a computation without doing any of it;
        #   advance it with inno_run_advance().
        self.inno_run_create_with_frames: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_run_create_with_frames", int32, pointer, pointer, pointer, pointer, int32, pointer, pointer
        )

        # --- frontier.h
        # (allocator, out, error): Makes options with every key at its default.
        self.inno_frontier_options_create: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_frontier_options_create", int32, pointer, pointer, pointer
        )
        # (options): Destroys options.
        self.inno_frontier_options_destroy: Callable[[Pointer], None] = bind(
            "inno_frontier_options_destroy", None, pointer
        )
        # (options, indicator, key, value, error): Sets an F64 key.
        self.inno_frontier_options_set_f64: Callable[[Pointer, int, int, float, Pointer], int] = bind(
            "inno_frontier_options_set_f64", int32, pointer, int64, int32, double, pointer
        )
        # (options, indicator, key, value, error): Sets an I64 key or a CHOICE.
        self.inno_frontier_options_set_i64: Callable[[Pointer, int, int, int, Pointer], int] = bind(
            "inno_frontier_options_set_i64", int32, pointer, int64, int32, int64, pointer
        )
        # (options, indicator, key, value, error): The value a key has for an indicator: its own, else that for all,
        #   else the default.
        self.inno_frontier_options_get: Callable[[Pointer, int, int, Pointer, Pointer], int] = bind(
            "inno_frontier_options_get", int32, pointer, int64, int32, pointer, pointer
        )
        # (options, first, second, lower, upper, error): Restricts a ratio of multipliers: lower <= u_first / u_second
        #   <= upper (assurance region of type I).
        self.inno_frontier_options_add_ratio: Callable[[Pointer, int, int, float, float, Pointer], int] = bind(
            "inno_frontier_options_add_ratio", int32, pointer, int64, int64, double, double, pointer
        )
        # (options, first, second, error): Orders shares: that of first is at least that of second.
        self.inno_frontier_options_add_order: Callable[[Pointer, int, int, Pointer], int] = bind(
            "inno_frontier_options_add_order", int32, pointer, int64, int64, pointer
        )
        # (): Number of keys.
        self.inno_frontier_key_count: Callable[[], int] = bind("inno_frontier_key_count", int32)
        # (index, key, name, type, per_indicator): A key by position.
        self.inno_frontier_key_info: Callable[[int, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_frontier_key_info", int32, int32, pointer, pointer, pointer, pointer
        )
        # (name): Number of a key from its name.
        self.inno_frontier_key_from_name: Callable[[Text], int] = bind("inno_frontier_key_from_name", int32, text)
        # (key, lower, upper, fallback): Bounds and default of a key.
        self.inno_frontier_key_bounds: Callable[[int, Pointer, Pointer, Pointer], int] = bind(
            "inno_frontier_key_bounds", int32, int32, pointer, pointer, pointer
        )
        # (key, index, choice, name): A choice of a CHOICE key by position.
        self.inno_frontier_choice_info: Callable[[int, int, Pointer, Pointer], int] = bind(
            "inno_frontier_choice_info", int32, int32, int32, pointer, pointer
        )
        # (rule, key): Whether a rule reads a key.
        self.inno_frontier_rule_uses: Callable[[int, int], int] = bind("inno_frontier_rule_uses", int32, int32, int32)
        # (allocator, options, values, units, indicators, row_stride, column_stride, unit_codes, indicator_codes, out,
        #   error): Prepares a computation: copies the values and checks what holds for all units.
        self.inno_frontier_create: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_frontier_create", int32, pointer, pointer, pointer, int64, int64, ssize, ssize, pointer, pointer,
            pointer, pointer
        )
        # (frontier): Destroys a frontier, done or not.
        self.inno_frontier_destroy: Callable[[Pointer], None] = bind("inno_frontier_destroy", None, pointer)
        # (frontier, work_limit, done, error): Works until the limit or the end.
        self.inno_frontier_advance: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_frontier_advance", int32, pointer, int64, pointer, pointer
        )
        # (frontier, field, out, stride, error): A value of every unit.
        self.inno_frontier_unit_values: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_frontier_unit_values", int32, pointer, int32, pointer, ssize, pointer
        )
        # (frontier, field, out, row_stride, column_stride, error): A value of every unit and indicator.
        self.inno_frontier_indicator_values: Callable[[Pointer, int, Pointer, int, int, Pointer], int] = bind(
            "inno_frontier_indicator_values", int32, pointer, int32, pointer, ssize, ssize, pointer
        )
        # (frontier, unit, error): What became of a unit.
        self.inno_frontier_unit_status: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_frontier_unit_status", int32, pointer, int64, pointer
        )
        # (frontier, unit): Number of peers of a unit: those whose rows hold its score down.
        self.inno_frontier_peer_count: Callable[[Pointer, int], int] = bind(
            "inno_frontier_peer_count", int64, pointer, int64
        )
        # (frontier, unit, index, peer, weight, error): A peer of a unit: its mixture of peers with these weights is at
        #   least its target, when no bounds interfere.
        self.inno_frontier_peer: Callable[[Pointer, int, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_frontier_peer", int32, pointer, int64, int64, pointer, pointer, pointer
        )
        # (before, after, factor, out, stride, error): Factors of the change of geometric scores from one period to
        #   another.
        self.inno_frontier_change: Callable[[Pointer, Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_frontier_change", int32, pointer, pointer, int32, pointer, ssize, pointer
        )

        # --- indicator_set.h
        # (allocator, out, error): Makes an empty indicator set.
        self.inno_indicator_set_create: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_indicator_set_create", int32, pointer, pointer, pointer
        )
        # (set): Destroys a set.
        self.inno_indicator_set_destroy: Callable[[Pointer], None] = bind("inno_indicator_set_destroy", None, pointer)
        # (set, code, parent, error): Adds a node with direction 1, weight 1 and no denominator.
        self.inno_indicator_set_add: Callable[[Pointer, Text, Text, Pointer], int] = bind(
            "inno_indicator_set_add", int32, pointer, text, text, pointer
        )
        # (set, code, direction, error): Sets the direction of a node.
        self.inno_indicator_set_direction: Callable[[Pointer, Text, int, Pointer], int] = bind(
            "inno_indicator_set_direction", int32, pointer, text, int32, pointer
        )
        # (set, code, weight, error): Sets the weight of a node inside its parent.
        self.inno_indicator_set_weight: Callable[[Pointer, Text, float, Pointer], int] = bind(
            "inno_indicator_set_weight", int32, pointer, text, double, pointer
        )
        # (set, code, column, scale, error): Names the dataset column that scales an indicator: value = x / (denominator
        #   / scale).
        self.inno_indicator_set_denominator: Callable[[Pointer, Text, Text, float, Pointer], int] = bind(
            "inno_indicator_set_denominator", int32, pointer, text, text, double, pointer
        )
        # (set, error): Checks the tree and freezes it: one index, no cycle, no orphan, every aggregate with a child.
        self.inno_indicator_set_freeze: Callable[[Pointer, Pointer], int] = bind(
            "inno_indicator_set_freeze", int32, pointer, pointer
        )
        # (set): Number of nodes that were added.
        self.inno_indicator_set_node_count: Callable[[Pointer], int] = bind(
            "inno_indicator_set_node_count", int64, pointer
        )
        # (set): Number of indicators; they are nodes 0 to this - 1.
        self.inno_indicator_set_indicator_count: Callable[[Pointer], int] = bind(
            "inno_indicator_set_indicator_count", int64, pointer
        )
        # (set, code): Number of a node.
        self.inno_indicator_set_find: Callable[[Pointer, Text], int] = bind(
            "inno_indicator_set_find", int64, pointer, text
        )
        # (set, node): Code of a node.
        self.inno_indicator_set_code: Callable[[Pointer, int], Text] = bind(
            "inno_indicator_set_code", text, pointer, int64
        )
        # (set, node): Parent of a node.
        self.inno_indicator_set_parent: Callable[[Pointer, int], int] = bind(
            "inno_indicator_set_parent", int64, pointer, int64
        )
        # (set, node): Level of a node: 1 = indicators, highest = the index.
        self.inno_indicator_set_level: Callable[[Pointer, int], int] = bind(
            "inno_indicator_set_level", int32, pointer, int64
        )

        # --- json.h
        # (method, buffer, capacity, needed, error): Writes a method as JSON: nodes, steps with the rule and parameters
        #   of every node, fingerprint.
        self.inno_method_write_json: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_method_write_json", int32, pointer, pointer, int64, pointer, pointer
        )
        # (allocator, text, length, out, error): Makes the method that a JSON text describes.
        self.inno_method_read_json: Callable[[Pointer, Text, int, Pointer, Pointer], int] = bind(
            "inno_method_read_json", int32, pointer, text, int64, pointer, pointer
        )
        # (method, dataset, buffer, capacity, error): SHA-256 in lower-case hexadecimal over the canonical form of a
        #   method (inno_method_canonical()) followed by that of the data (see inno_dataset_fingerprint()): what a
        #   result is computed from.
        self.inno_inputs_fingerprint: Callable[[Pointer, Pointer, Pointer, int, Pointer], int] = bind(
            "inno_inputs_fingerprint", int32, pointer, pointer, pointer, int64, pointer
        )
        # (result, method, dataset, buffer, capacity, needed, error): Writes a result as JSON: codes of units and nodes,
        #   periods, scores, ranks, weights and searches, and as far as they were kept coverage (INNO_KEEP_COVERAGE) and
        #   raw values, values and marks after every step, records of screening, treatment and frames (INNO_KEEP_STEPS);
        #   fingerprints of method and data and of both together.
        self.inno_result_write_json: Callable[[Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_result_write_json", int32, pointer, pointer, pointer, pointer, int64, pointer, pointer
        )

        # --- marginal.h
        # (allocator, options, method, dataset, unit, out, error): What every indicator of every unit, or of one, would
        #   bring: INNO_RECORD_MARGINAL, with the fields UNIT, NODE (the indicator), MOVE, VALUE (raw, NaN = missing),
        #   NEW_VALUE, SCORE_BEFORE and RANK_BEFORE (of the node that the key names, as things are), SCORE and RANK
        #   (after the move), DIFFERENCE (points: score minus score before), SHIFT (rank minus rank before: below 0 =
        #   places gained), PER_UNIT, MOVED, STATUS.
        self.inno_analysis_create_marginal: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_marginal", int32, pointer, pointer, pointer, pointer, int64, pointer, pointer
        )

        # --- method.h
        # (allocator, set, weights, steps, step_count, out, error): Checks and freezes a method.
        self.inno_method_create: Callable[[Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_method_create", int32, pointer, pointer, pointer, pointer, int32, pointer, pointer
        )
        # (method): Destroys a method.
        self.inno_method_destroy: Callable[[Pointer], None] = bind("inno_method_destroy", None, pointer)
        # (method): Number of steps, the default ones included.
        self.inno_method_step_count: Callable[[Pointer], int] = bind("inno_method_step_count", int32, pointer)
        # (method, step): Kind of a step.
        self.inno_method_step: Callable[[Pointer, int], int] = bind("inno_method_step", int32, pointer, int32)
        # (method, buffer, capacity, needed, error): The canonical form: a text that says every choice of the method and
        #   nothing else, one line a fact, numbers exact.
        self.inno_method_canonical: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_method_canonical", int32, pointer, pointer, int64, pointer, pointer
        )
        # (method, buffer, capacity, error): SHA-256 of the canonical form in lower-case hexadecimal.
        self.inno_method_fingerprint: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_method_fingerprint", int32, pointer, pointer, int64, pointer
        )

        # --- rank_bounds.h
        # (allocator, count, out, error): Makes a set: all weights of 0 or more that sum to 1.
        self.inno_weight_set_create: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_weight_set_create", int32, pointer, int64, pointer, pointer
        )
        # (set): Destroys a set.
        self.inno_weight_set_destroy: Callable[[Pointer], None] = bind("inno_weight_set_destroy", None, pointer)
        # (set, index, lower, upper, error): Bounds of a weight.
        self.inno_weight_set_bounds: Callable[[Pointer, int, float, float, Pointer], int] = bind(
            "inno_weight_set_bounds", int32, pointer, int64, double, double, pointer
        )
        # (set, weights, stride, relative, error): Bounds of every weight: share - relative x share to share + relative
        #   x share, at most 1; share = weight / sum of weights.
        self.inno_weight_set_around: Callable[[Pointer, Pointer, int, float, Pointer], int] = bind(
            "inno_weight_set_around", int32, pointer, pointer, ssize, double, pointer
        )
        # (set, first, second, error): Orders weights: first is at least second.
        self.inno_weight_set_add_order: Callable[[Pointer, int, int, Pointer], int] = bind(
            "inno_weight_set_add_order", int32, pointer, int64, int64, pointer
        )
        # (set, first, second, lower, upper, error): Restricts a ratio of weights: lower x second <= first <= upper x
        #   second.
        self.inno_weight_set_add_ratio: Callable[[Pointer, int, int, float, float, Pointer], int] = bind(
            "inno_weight_set_add_ratio", int32, pointer, int64, int64, double, double, pointer
        )
        # (set): Number of weights.
        self.inno_weight_set_count: Callable[[Pointer], int] = bind("inno_weight_set_count", int64, pointer)
        # (set, weights, stride, violation, error): How far weights are outside the set: the largest violation of a
        #   bound, an order, a ratio or of the sum of 1.
        self.inno_weight_set_violation: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_weight_set_violation", int32, pointer, pointer, ssize, pointer, pointer
        )
        # (allocator, set, values, units, row_stride, column_stride, unit_codes, out, error): Prepares bounds of ranks
        #   for a matrix: copies the values and finds weights of the set, or that there are none.
        self.inno_rank_bounds_create: Callable[
            [Pointer, Pointer, Pointer, int, int, int, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_rank_bounds_create", int32, pointer, pointer, pointer, int64, ssize, ssize, pointer, pointer, pointer
        )
        # (allocator, set, method, result, node, top, period, out, error): Prepares bounds of the ranks of an aggregate
        #   while the weights of the children of another one, or of its own, vary.
        self.inno_rank_bounds_create_result: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_rank_bounds_create_result", int32, pointer, pointer, pointer, pointer, int64, int64, int64, pointer,
            pointer
        )
        # (bounds): Destroys an object, done or not.
        self.inno_rank_bounds_destroy: Callable[[Pointer], None] = bind("inno_rank_bounds_destroy", None, pointer)
        # (bounds, work_limit, done, error): Works until the limit or the end: first every pair of units, then ranks,
        #   hard ones in ever longer rounds.
        self.inno_rank_bounds_advance: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_rank_bounds_advance", int32, pointer, int64, pointer, pointer
        )
        # (bounds, field, out, stride, error): A value of every unit, as far as it is known: before the end too.
        self.inno_rank_bounds_values: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_rank_bounds_values", int32, pointer, int32, pointer, ssize, pointer
        )
        # (bounds, unit, field, weights, stride, violation, error): Weights that give a unit the rank
        #   INNO_RANK_BEST_UPPER or INNO_RANK_WORST_LOWER.
        self.inno_rank_bounds_weights: Callable[[Pointer, int, int, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_rank_bounds_weights", int32, pointer, int64, int32, pointer, ssize, pointer, pointer
        )
        # (bounds, relation, out, row_stride, column_stride, error): A relation of every unit (row) to every unit
        #   (column).
        self.inno_rank_bounds_dominance: Callable[[Pointer, int, Pointer, int, int, Pointer], int] = bind(
            "inno_rank_bounds_dominance", int32, pointer, int32, pointer, ssize, ssize, pointer
        )
        # (bounds, first, second, lower, upper, weights, stride, error): The largest that score(first) - score(second)
        #   can be.
        self.inno_rank_bounds_difference: Callable[
            [Pointer, int, int, Pointer, Pointer, Pointer, int, Pointer], int
        ] = bind(
            "inno_rank_bounds_difference", int32, pointer, int64, int64, pointer, pointer, pointer, ssize, pointer
        )
        # (bounds, from, from_stride, first, second, measure, change, weights, stride, error): The smallest change from
        #   given weights to weights of the set where of two units the one that was lower is level with the other; a
        #   little more, and it is above.
        self.inno_rank_bounds_swap: Callable[
            [Pointer, Pointer, int, int, int, int, Pointer, Pointer, int, Pointer], int
        ] = bind(
            "inno_rank_bounds_swap", int32, pointer, pointer, ssize, int64, int64, int32, pointer, pointer, ssize,
            pointer
        )
        # (bounds, from, from_stride, unit, place, measure, change, other, weights, stride, error): The smallest change
        #   from given weights at which a unit's place is no longer safe: the nearest swap with any unit on one side.
        self.inno_rank_bounds_place: Callable[
            [Pointer, Pointer, int, int, int, int, Pointer, Pointer, Pointer, int, Pointer], int
        ] = bind(
            "inno_rank_bounds_place", int32, pointer, pointer, ssize, int64, int32, int32, pointer, pointer, pointer,
            ssize, pointer
        )

        # --- regroup.h
        # (allocator, out, error): Makes an empty regrouping.
        self.inno_regrouping_create: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_regrouping_create", int32, pointer, pointer, pointer
        )
        # (regrouping): Destroys a regrouping.
        self.inno_regrouping_destroy: Callable[[Pointer], None] = bind("inno_regrouping_destroy", None, pointer)
        # (regrouping, old_unit, new_unit, share, error): Says that an old unit, or a share of it, belongs to a new one.
        self.inno_regrouping_add: Callable[[Pointer, Text, Text, float, Pointer], int] = bind(
            "inno_regrouping_add", int32, pointer, text, text, double, pointer
        )
        # (regrouping, new_unit, error): Names a unit of the new list.
        self.inno_regrouping_expect: Callable[[Pointer, Text, Pointer], int] = bind(
            "inno_regrouping_expect", int32, pointer, text, pointer
        )
        # (regrouping, column, missing, error): A column of amounts: they are summed.
        self.inno_regrouping_sum: Callable[[Pointer, Text, int, Pointer], int] = bind(
            "inno_regrouping_sum", int32, pointer, text, int32, pointer
        )
        # (regrouping, column, weight, missing, error): A column of averages: their mean, weighted by another column of
        #   the dataset, for instance by population.
        self.inno_regrouping_mean: Callable[[Pointer, Text, Text, int, Pointer], int] = bind(
            "inno_regrouping_mean", int32, pointer, text, text, int32, pointer
        )
        # (regrouping, column, numerator, denominator, scale, missing, error): A column that is the ratio of two others:
        #   it is computed anew from their sums, and its own old values are not used.
        self.inno_regrouping_ratio: Callable[[Pointer, Text, Text, Text, float, int, Pointer], int] = bind(
            "inno_regrouping_ratio", int32, pointer, text, text, text, double, int32, pointer
        )
        # (regrouping, column, error): A column that the new dataset does not have.
        self.inno_regrouping_leave_out: Callable[[Pointer, Text, Pointer], int] = bind(
            "inno_regrouping_leave_out", int32, pointer, text, pointer
        )
        # (regrouping, group, error): A grouping that the new dataset does not have.
        self.inno_regrouping_leave_out_group: Callable[[Pointer, Text, Pointer], int] = bind(
            "inno_regrouping_leave_out_group", int32, pointer, text, pointer
        )
        # (allocator, dataset, regrouping, out, error): Makes the dataset of the new units.
        self.inno_dataset_regroup: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_dataset_regroup", int32, pointer, pointer, pointer, pointer, pointer
        )
        # (regrouping, dataset, column, new_unit, period, parts, missing, error): How much of a new unit's figure there
        #   was: tells a whole sum from a partial one.
        self.inno_regrouping_parts: Callable[
            [Pointer, Pointer, Text, Text, int, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_regrouping_parts", int32, pointer, pointer, text, text, int64, pointer, pointer, pointer
        )

        # --- result.h
        # (allocator, method, dataset, keep, out, error): Computes a result.
        self.inno_result_create: Callable[[Pointer, Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_result_create", int32, pointer, pointer, pointer, int32, pointer, pointer
        )
        # (result): Destroys a result.
        self.inno_result_destroy: Callable[[Pointer], None] = bind("inno_result_destroy", None, pointer)
        # (allocator, method, dataset, keep, out, error): Prepares a computation without doing any of it.
        self.inno_run_create: Callable[[Pointer, Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_run_create", int32, pointer, pointer, pointer, int32, pointer, pointer
        )
        # (run): Destroys a run, finished or not.
        self.inno_run_destroy: Callable[[Pointer], None] = bind("inno_run_destroy", None, pointer)
        # (run, work_limit, done, error): Works until the limit or the end.
        self.inno_run_advance: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_run_advance", int32, pointer, int64, pointer, pointer
        )
        # (run, out, error): Takes the result out of a finished run.
        self.inno_run_finish: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_run_finish", int32, pointer, pointer, pointer
        )
        # (result): Number of units, those left out included.
        self.inno_result_unit_count: Callable[[Pointer], int] = bind("inno_result_unit_count", int64, pointer)
        # (result): Number of periods.
        self.inno_result_period_count: Callable[[Pointer], int] = bind("inno_result_period_count", int64, pointer)
        # (result, period): Value of a period, as it was given to inno_dataset_create_panel().
        self.inno_result_period: Callable[[Pointer, int], float] = bind("inno_result_period", double, pointer, int64)
        # (result, unit): Code of a unit.
        self.inno_result_unit_code: Callable[[Pointer, int], Text] = bind("inno_result_unit_code", text, pointer, int64)
        # (result, code): Number of a unit.
        self.inno_result_find_unit: Callable[[Pointer, Text], int] = bind("inno_result_find_unit", int64, pointer, text)
        # (result): Number of nodes.
        self.inno_result_node_count: Callable[[Pointer], int] = bind("inno_result_node_count", int64, pointer)
        # (result): Number of indicators: nodes 0 to this - 1.
        self.inno_result_indicator_count: Callable[[Pointer], int] = bind("inno_result_indicator_count", int64, pointer)
        # (result, node): Code of a node.
        self.inno_result_node_code: Callable[[Pointer, int], Text] = bind("inno_result_node_code", text, pointer, int64)
        # (result, code): Number of a node.
        self.inno_result_find_node: Callable[[Pointer, Text], int] = bind("inno_result_find_node", int64, pointer, text)
        # (result, node): Parent of a node.
        self.inno_result_node_parent: Callable[[Pointer, int], int] = bind(
            "inno_result_node_parent", int64, pointer, int64
        )
        # (result, node): Level of a node.
        self.inno_result_node_level: Callable[[Pointer, int], int] = bind(
            "inno_result_node_level", int32, pointer, int64
        )
        # (result): Number of steps of the method.
        self.inno_result_step_count: Callable[[Pointer], int] = bind("inno_result_step_count", int32, pointer)
        # (result, step): Kind of a step of the method.
        self.inno_result_step: Callable[[Pointer, int], int] = bind("inno_result_step", int32, pointer, int32)
        # (result, node, out, stride_bytes, error): Final values of a node: the score of an aggregate, the normalized
        #   value of an indicator.
        self.inno_result_scores: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_result_scores", int32, pointer, int64, pointer, ssize, pointer
        )
        # (result, node, group, out, stride_bytes, error): Ranks of a node by its unrounded final values: 1 = best, ties
        #   as the method's ranking says.
        self.inno_result_ranks: Callable[[Pointer, int, Text, Pointer, int, Pointer], int] = bind(
            "inno_result_ranks", int32, pointer, int64, text, pointer, ssize, pointer
        )
        # (result, node, out, stride_bytes, error): Coverage of a node: of an indicator 1 or 0 after all steps, of an
        #   aggregate available / all direct children.
        self.inno_result_coverage: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_result_coverage", int32, pointer, int64, pointer, ssize, pointer
        )
        # (result, step, node, out, stride_bytes, error): Values of an indicator after a step.
        self.inno_result_values: Callable[[Pointer, int, int, Pointer, int, Pointer], int] = bind(
            "inno_result_values", int32, pointer, int32, int64, pointer, ssize, pointer
        )
        # (result, step, indicator, out, error): What a step did to each value of an indicator.
        self.inno_result_marks: Callable[[Pointer, int, int, Pointer, Pointer], int] = bind(
            "inno_result_marks", int32, pointer, int32, int64, pointer, pointer
        )
        # (result, step, indicator, out, error): Where the values come from that an imputation took from other units or
        #   other periods.
        self.inno_result_imputation_sources: Callable[[Pointer, int, int, Pointer, Pointer], int] = bind(
            "inno_result_imputation_sources", int32, pointer, int32, int64, pointer, pointer
        )
        # (result, kind): Number of records of a kind; 0 for a kind whose step the method does not have.
        self.inno_result_record_count: Callable[[Pointer, int], int] = bind(
            "inno_result_record_count", int64, pointer, int32
        )
        # (result, kind, index, field, value, error): A number of a record.
        self.inno_result_record: Callable[[Pointer, int, int, int, Pointer, Pointer], int] = bind(
            "inno_result_record", int32, pointer, int32, int64, int32, pointer, pointer
        )
        # (kind): Number of fields of a kind of record.
        self.inno_field_count: Callable[[int], int] = bind("inno_field_count", int32, int32)
        # (kind, index, field, name, type): A field by position.
        self.inno_field_info: Callable[[int, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_field_info", int32, int32, int32, pointer, pointer, pointer
        )

        # --- scheme.h
        # (allocator, step, out, error): Makes a scheme in which every key has its default.
        self.inno_scheme_create: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_scheme_create", int32, pointer, int32, pointer, pointer
        )
        # (scheme): Destroys a scheme.
        self.inno_scheme_destroy: Callable[[Pointer], None] = bind("inno_scheme_destroy", None, pointer)
        # (scheme): Step of a scheme.
        self.inno_scheme_step: Callable[[Pointer], int] = bind("inno_scheme_step", int32, pointer)
        # (scheme, code, key, value, error): Sets a number.
        self.inno_scheme_set_f64: Callable[[Pointer, Text, int, float, Pointer], int] = bind(
            "inno_scheme_set_f64", int32, pointer, text, int32, double, pointer
        )
        # (scheme, code, key, value, error): Sets an integer or a choice.
        self.inno_scheme_set_i64: Callable[[Pointer, Text, int, int, Pointer], int] = bind(
            "inno_scheme_set_i64", int32, pointer, text, int32, int64, pointer
        )
        # (scheme, code, key, value, error): Sets any key from text: a number with a decimal point, an integer, the name
        #   of a choice, a chain, a text.
        self.inno_scheme_set_text: Callable[[Pointer, Text, int, Text, Pointer], int] = bind(
            "inno_scheme_set_text", int32, pointer, text, int32, text, pointer
        )
        # (scheme, level, key, value, error): Sets any key from text for one level: it then holds for the nodes of that
        #   level without a setting of their own.
        self.inno_scheme_set_level_text: Callable[[Pointer, int, int, Text, Pointer], int] = bind(
            "inno_scheme_set_level_text", int32, pointer, int32, int32, text, pointer
        )
        # (scheme, code, key, value, error): The number a key was set to, or its default.
        self.inno_scheme_get_f64: Callable[[Pointer, Text, int, Pointer, Pointer], int] = bind(
            "inno_scheme_get_f64", int32, pointer, text, int32, pointer, pointer
        )
        # (scheme, code, key, value, error): The integer or choice a key was set to, or its default.
        self.inno_scheme_get_i64: Callable[[Pointer, Text, int, Pointer, Pointer], int] = bind(
            "inno_scheme_get_i64", int32, pointer, text, int32, pointer, pointer
        )
        # (scheme, code, key, buffer, capacity, needed, error): The text or chain a key was set to, or its default.
        self.inno_scheme_get_text: Callable[[Pointer, Text, int, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_scheme_get_text", int32, pointer, text, int32, pointer, int64, pointer, pointer
        )
        # (): Number of steps that this version knows.
        self.inno_step_count: Callable[[], int] = bind("inno_step_count", int32)
        # (index, step, name, section): A step by position, in the default order.
        self.inno_step_info: Callable[[int, Pointer, Pointer, Pointer], int] = bind(
            "inno_step_info", int32, int32, pointer, pointer, pointer
        )
        # (step): Number of keys of a step.
        self.inno_key_count: Callable[[int], int] = bind("inno_key_count", int32, int32)
        # (step, index, key, name, type, scopes): A key by position.
        self.inno_key_info: Callable[[int, int, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_key_info", int32, int32, int32, pointer, pointer, pointer, pointer
        )
        # (step, name): Number of a key from its name.
        self.inno_key_from_name: Callable[[int, Text], int] = bind("inno_key_from_name", int32, int32, text)
        # (key, lower, upper, fallback): Bounds and default of an F64 or I64 key.
        self.inno_key_bounds: Callable[[int, Pointer, Pointer, Pointer], int] = bind(
            "inno_key_bounds", int32, int32, pointer, pointer, pointer
        )
        # (key): Number of choices of a CHOICE or CHAIN key.
        self.inno_choice_count: Callable[[int], int] = bind("inno_choice_count", int32, int32)
        # (key, index, choice, name): A choice by position; the first one is not necessarily the default.
        self.inno_choice_info: Callable[[int, int, Pointer, Pointer], int] = bind(
            "inno_choice_info", int32, int32, int32, pointer, pointer
        )
        # (key, choice): Name of a choice.
        self.inno_choice_name: Callable[[int, int], Text] = bind("inno_choice_name", text, int32, int32)

        # --- sensitivity.h
        # (allocator, base_points, inputs, groups, sequence, seed, flags, out, error): Makes a design of matrices A, B,
        #   AB_g, BA_g, for Sobol' indices.
        self.inno_design_create_matrices: Callable[
            [Pointer, int, int, Pointer, int, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_design_create_matrices", int32, pointer, int64, int64, pointer, int32, int64, int32, pointer, pointer
        )
        # (allocator, walks, inputs, groups, walk, levels, seed, out, error): Makes a design of walks, for screening by
        #   elementary effects.
        self.inno_design_create_walks: Callable[
            [Pointer, int, int, Pointer, int, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_design_create_walks", int32, pointer, int64, int64, pointer, int32, int32, int64, pointer, pointer
        )
        # (design): Destroys a design.
        self.inno_design_destroy: Callable[[Pointer], None] = bind("inno_design_destroy", None, pointer)
        # (design): Number of runs.
        self.inno_design_run_count: Callable[[Pointer], int] = bind("inno_design_run_count", int64, pointer)
        # (design): Number of inputs.
        self.inno_design_input_count: Callable[[Pointer], int] = bind("inno_design_input_count", int64, pointer)
        # (design): Number of groups.
        self.inno_design_group_count: Callable[[Pointer], int] = bind("inno_design_group_count", int64, pointer)
        # (design, first, count, out, run_stride, input_stride, error): Points of some runs.
        self.inno_design_points: Callable[[Pointer, int, int, Pointer, int, int, Pointer], int] = bind(
            "inno_design_points", int32, pointer, int64, int64, pointer, ssize, ssize, pointer
        )
        # (design, outputs, output_stride, field, out, out_stride, error): Elementary effects of each group from the
        #   outputs of a design of walks: change of the output over change of the input, which is 1/2; of a group of
        #   several inputs its size only.
        self.inno_design_effects: Callable[[Pointer, Pointer, int, int, Pointer, int, Pointer], int] = bind(
            "inno_design_effects", int32, pointer, pointer, ssize, int32, pointer, ssize, pointer
        )
        # (name): Number of an estimator from its name.
        self.inno_estimator_from_name: Callable[[Text], int] = bind("inno_estimator_from_name", int32, text)
        # (estimator): Name of an estimator.
        self.inno_estimator_name: Callable[[int], Text] = bind("inno_estimator_name", text, int32)
        # (allocator, design, outputs, output_stride, estimator, resamples, seed, out, error): Indices from the outputs
        #   of a design of matrices.
        self.inno_sensitivity_create: Callable[
            [Pointer, Pointer, Pointer, int, int, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_sensitivity_create", int32, pointer, pointer, pointer, ssize, int32, int64, int64, pointer, pointer
        )
        # (sensitivity): Destroys an analysis.
        self.inno_sensitivity_destroy: Callable[[Pointer], None] = bind("inno_sensitivity_destroy", None, pointer)
        # (sensitivity, work_limit, done, error): Computes some resamples of the bootstrap.
        self.inno_sensitivity_advance: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_sensitivity_advance", int32, pointer, int64, pointer, pointer
        )
        # (sensitivity, field): A number of the whole analysis.
        self.inno_sensitivity_number: Callable[[Pointer, int], float] = bind(
            "inno_sensitivity_number", double, pointer, int32
        )
        # (sensitivity, field, out, stride, error): Index of each group.
        self.inno_sensitivity_indices: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_sensitivity_indices", int32, pointer, int32, pointer, ssize, pointer
        )
        # (sensitivity, field, kind, level, lower, lower_stride, upper, upper_stride, error): Confidence interval of the
        #   index of each group.
        self.inno_sensitivity_intervals: Callable[
            [Pointer, int, int, float, Pointer, int, Pointer, int, Pointer], int
        ] = bind(
            "inno_sensitivity_intervals", int32, pointer, int32, int32, double, pointer, ssize, pointer, ssize, pointer
        )
        # (sensitivity, first, second, value, error): Index of second order of a pair of groups: the share of V that
        #   only the two together explain.
        self.inno_sensitivity_second: Callable[[Pointer, int, int, Pointer, Pointer], int] = bind(
            "inno_sensitivity_second", int32, pointer, int64, int64, pointer, pointer
        )
        # (sensitivity, first, second, kind, level, lower, upper, error): Confidence interval of an index of second
        #   order.
        self.inno_sensitivity_second_interval: Callable[
            [Pointer, int, int, int, float, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_sensitivity_second_interval", int32, pointer, int64, int64, int32, double, pointer, pointer, pointer
        )

        # --- status.h
        # (status): Name of a status, for instance "INNO_E_NULL".
        self.inno_status_name: Callable[[int], Text] = bind("inno_status_name", text, int32)
        # (status, language): One general sentence for a status; the particular one is in the inno_error of the call.
        self.inno_status_text: Callable[[int, int], Text] = bind("inno_status_text", text, int32, int32)

        # --- tally.h
        # (allocator, uncertainty, out, error): Makes an empty tally.
        self.inno_tally_create: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_tally_create", int32, pointer, pointer, pointer, pointer
        )
        # (tally): Destroys a tally.
        self.inno_tally_destroy: Callable[[Pointer], None] = bind("inno_tally_destroy", None, pointer)
        # (tally, uncertainty, first, count, error): Runs replicates first to first + count - 1 and counts them.
        self.inno_tally_run: Callable[[Pointer, Pointer, int, int, Pointer], int] = bind(
            "inno_tally_run", int32, pointer, pointer, int64, int64, pointer
        )
        # (into, from, error): Adds the replicates of another tally of the same uncertainty.
        self.inno_tally_merge: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_tally_merge", int32, pointer, pointer, pointer
        )
        # (tally, number): A whole number of the tally.
        self.inno_tally_number: Callable[[Pointer, int], int] = bind("inno_tally_number", int64, pointer, int32)
        # (tally, index, first, count): A range of replicates that is in it.
        self.inno_tally_range: Callable[[Pointer, int, Pointer, Pointer], int] = bind(
            "inno_tally_range", int32, pointer, int64, pointer, pointer
        )
        # (tally, index, status, count, replicate): A kind of failure.
        self.inno_tally_failure: Callable[[Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_tally_failure", int32, pointer, int64, pointer, pointer, pointer
        )
        # (tally, field, out, stride, error): One number for every unit.
        self.inno_tally_unit_values: Callable[[Pointer, int, Pointer, int, Pointer], int] = bind(
            "inno_tally_unit_values", int32, pointer, int32, pointer, ssize, pointer
        )
        # (tally, probabilities, count, type, out, row_stride, column_stride, error): Quantiles of the ranks of every
        #   unit, exactly those of all its ranks one by one: an interval chart asks for 0.05, 0.5 and 0.95.
        self.inno_tally_rank_quantiles: Callable[[Pointer, Pointer, int, int, Pointer, int, int, Pointer], int] = bind(
            "inno_tally_rank_quantiles", int32, pointer, pointer, int64, int32, pointer, ssize, ssize, pointer
        )
        # (tally, probabilities, count, type, out, row_stride, column_stride, error_bound, error): Quantiles of the
        #   scores of every unit from the bins: the middle of the bin that holds the score, at most half a bin away from
        #   it (and a rounding of (high - low) / 2^36).
        self.inno_tally_score_quantiles: Callable[
            [Pointer, Pointer, int, int, Pointer, int, int, Pointer, Pointer], int
        ] = bind(
            "inno_tally_score_quantiles", int32, pointer, pointer, int64, int32, pointer, ssize, ssize, pointer, pointer
        )
        # (tally, k, confidence, share, lower, upper, stride, error): Probability of being among the first k, with
        #   Wilson's confidence interval.
        self.inno_tally_top: Callable[[Pointer, int, float, Pointer, Pointer, Pointer, int, Pointer], int] = bind(
            "inno_tally_top", int32, pointer, int64, double, pointer, pointer, pointer, ssize, pointer
        )
        # (tally, matrix): Columns of a matrix.
        self.inno_tally_column_count: Callable[[Pointer, int], int] = bind(
            "inno_tally_column_count", int64, pointer, int32
        )
        # (tally, matrix, out, row_stride, column_stride, error): A matrix, all units at once.
        self.inno_tally_matrix: Callable[[Pointer, int, Pointer, int, int, Pointer], int] = bind(
            "inno_tally_matrix", int32, pointer, int32, pointer, ssize, ssize, pointer
        )
        # (tally, checkpoint, replicates, rank_change, top_change): What changed at a doubling: replicates 0 to n - 1
        #   against the first half of them.
        self.inno_tally_change: Callable[[Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_tally_change", int32, pointer, int64, pointer, pointer, pointer
        )
        # (tally, rank_change, top_change): The number of replicates at which the answer had settled: the first
        #   checkpoint whose changes are both within.
        self.inno_tally_stable: Callable[[Pointer, float, float], int] = bind(
            "inno_tally_stable", int64, pointer, double, double
        )
        # (tally, buffer, capacity, needed, error): The tally as bytes: the same on every machine for the same
        #   replicates of the same uncertainty.
        self.inno_tally_write: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_tally_write", int32, pointer, pointer, int64, pointer, pointer
        )
        # (allocator, data, size, out, error): A tally from bytes.
        self.inno_tally_read: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_tally_read", int32, pointer, pointer, int64, pointer, pointer
        )
        # (tally, out, capacity, error): SHA-256 of the tally's bytes: equal for equal tallies, on every machine.
        self.inno_tally_digest: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_tally_digest", int32, pointer, pointer, int64, pointer
        )
        # (allocator, tally, probabilities, count, type, most, out, error): Makes a second pass for some quantiles of
        #   every unit.
        self.inno_score_pass_create: Callable[[Pointer, Pointer, Pointer, int, int, int, Pointer, Pointer], int] = bind(
            "inno_score_pass_create", int32, pointer, pointer, pointer, int64, int32, int64, pointer, pointer
        )
        # (pass): Destroys a pass.
        self.inno_score_pass_destroy: Callable[[Pointer], None] = bind("inno_score_pass_destroy", None, pointer)
        # (pass, uncertainty, first, count, error): Runs replicates again and gathers.
        self.inno_score_pass_run: Callable[[Pointer, Pointer, int, int, Pointer], int] = bind(
            "inno_score_pass_run", int32, pointer, pointer, int64, int64, pointer
        )
        # (into, from, error): Adds the replicates of another pass made from an equal tally for the same quantiles.
        self.inno_score_pass_merge: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_score_pass_merge", int32, pointer, pointer, pointer
        )
        # (pass, buffer, capacity, needed, error): A pass as bytes, for inno_score_pass_merge_bytes() elsewhere.
        self.inno_score_pass_write: Callable[[Pointer, Pointer, int, Pointer, Pointer], int] = bind(
            "inno_score_pass_write", int32, pointer, pointer, int64, pointer, pointer
        )
        # (into, data, size, error): As inno_score_pass_merge(), from bytes.
        self.inno_score_pass_merge_bytes: Callable[[Pointer, Pointer, int, Pointer], int] = bind(
            "inno_score_pass_merge_bytes", int32, pointer, pointer, int64, pointer
        )
        # (pass, out, row_stride, column_stride, error): The quantiles, exactly those of all scores one by one.
        self.inno_score_pass_quantiles: Callable[[Pointer, Pointer, int, int, Pointer], int] = bind(
            "inno_score_pass_quantiles", int32, pointer, pointer, ssize, ssize, pointer
        )

        # --- trace.h
        # (allocator, options, method, dataset, result, unit, out, error): Traces one unit: INNO_RECORD_TRACE_NODE,
        #   INNO_RECORD_TRACE_STEP, INNO_RECORD_TRACE_STAGE, INNO_RECORD_TRACE_PARAMETER, INNO_RECORD_TRACE_SOURCE.
        self.inno_analysis_create_trace: Callable[
            [Pointer, Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_trace", int32, pointer, pointer, pointer, pointer, pointer, int64, pointer, pointer
        )

        # --- trend.h
        # (values, unit_stride, period_stride, unit_count, times, period_count, latest, out, out_stride, reasons,
        #   error): Compound growth rate per unit of time of each unit: (last / first)^(1 / (t_last - t_first)) - 1.
        self.inno_trend_cagr: Callable[
            [Pointer, int, int, int, Pointer, int, int, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_trend_cagr", int32, pointer, ssize, ssize, int64, pointer, int64, int32, pointer, ssize, pointer,
            pointer
        )
        # (values, unit_stride, period_stride, unit_count, times, period_count, latest, per, out, out_stride, reasons,
        #   error): Change in percent of the first value, per per units of time.
        self.inno_trend_percentage_change: Callable[
            [Pointer, int, int, int, Pointer, int, int, float, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_trend_percentage_change", int32, pointer, ssize, ssize, int64, pointer, int64, int32, double, pointer,
            ssize, pointer, pointer
        )
        # (values, unit_stride, period_stride, unit_count, times, period_count, at, at_count, out, out_unit_stride,
        #   out_at_stride, error): Values at other times, on the straight lines between observations.
        self.inno_trend_interpolate: Callable[
            [Pointer, int, int, int, Pointer, int, Pointer, int, Pointer, int, int, Pointer], int
        ] = bind(
            "inno_trend_interpolate", int32, pointer, ssize, ssize, int64, pointer, int64, pointer, int64, pointer,
            ssize, ssize, pointer
        )
        # (values, times, n, latest): inno_trend_cagr() of one series, for a cell.
        self.inno_flat_cagr: Callable[[Pointer, Pointer, int, int], float] = bind(
            "inno_flat_cagr", double, pointer, pointer, int32, int32
        )
        # (values, times, n, latest, per): inno_trend_percentage_change() of one series, for a cell.
        self.inno_flat_percentage_change: Callable[[Pointer, Pointer, int, int, float], float] = bind(
            "inno_flat_percentage_change", double, pointer, pointer, int32, int32, double
        )
        # (values, times, n, at): inno_trend_interpolate() of one series at one time, for a cell.
        self.inno_flat_interpolate: Callable[[Pointer, Pointer, int, float], float] = bind(
            "inno_flat_interpolate", double, pointer, pointer, int32, double
        )

        # --- uncertainty.h
        # (allocator, set, weights, schemes, scheme_count, dataset, assumptions, options, out, error): Compiles.
        self.inno_uncertainty_create: Callable[
            [Pointer, Pointer, Pointer, Pointer, int, Pointer, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_uncertainty_create", int32, pointer, pointer, pointer, pointer, int64, pointer, pointer, pointer,
            pointer, pointer
        )
        # (uncertainty): Destroys an uncertainty.
        self.inno_uncertainty_destroy: Callable[[Pointer], None] = bind("inno_uncertainty_destroy", None, pointer)
        # (uncertainty): Number of units.
        self.inno_uncertainty_unit_count: Callable[[Pointer], int] = bind("inno_uncertainty_unit_count", int64, pointer)
        # (uncertainty, unit): Code of a unit.
        self.inno_uncertainty_unit_code: Callable[[Pointer, int], Text] = bind(
            "inno_uncertainty_unit_code", text, pointer, int64
        )
        # (uncertainty): Number of dimensions of all assumptions together: the inputs of a sensitivity analysis.
        self.inno_uncertainty_dimension_count: Callable[[Pointer], int] = bind(
            "inno_uncertainty_dimension_count", int64, pointer
        )
        # (uncertainty, dimension, assumption, kind, code): What a dimension belongs to.
        self.inno_uncertainty_dimension: Callable[[Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_dimension", int32, pointer, int64, pointer, pointer, pointer
        )
        # (uncertainty): Number of parameters of a replicate: what its draw decided.
        self.inno_uncertainty_parameter_count: Callable[[Pointer], int] = bind(
            "inno_uncertainty_parameter_count", int64, pointer
        )
        # (uncertainty, parameter, assumption, kind, code, unit): What a parameter is.
        self.inno_uncertainty_parameter: Callable[[Pointer, int, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_parameter", int32, pointer, int64, pointer, pointer, pointer, pointer
        )
        # (uncertainty, scores, ranks, error): Nominal scores and ranks: of the method without any assumption.
        self.inno_uncertainty_nominal: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_nominal", int32, pointer, pointer, pointer, pointer
        )
        # (uncertainty, replicate, parameters, scores, ranks, error): One replicate again: what was drawn, and what came
        #   out.
        self.inno_uncertainty_replay: Callable[[Pointer, int, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_replay", int32, pointer, int64, pointer, pointer, pointer, pointer
        )
        # (uncertainty, point, parameters, scores, ranks, error): Scores and ranks at a point: the dimensions are given,
        #   not drawn.
        self.inno_uncertainty_at_point: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_at_point", int32, pointer, pointer, pointer, pointer, pointer, pointer
        )
        # (uncertainty, parameters, scores, ranks, error): Scores and ranks under given parameters: to replay what
        #   another program drew.
        self.inno_uncertainty_at_parameters: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_uncertainty_at_parameters", int32, pointer, pointer, pointer, pointer, pointer
        )

        # --- verification.h
        # (allocator, set, unit_count, codes, out, error): Makes an empty publication.
        self.inno_publication_create: Callable[[Pointer, Pointer, int, Pointer, Pointer, Pointer], int] = bind(
            "inno_publication_create", int32, pointer, pointer, int64, pointer, pointer, pointer
        )
        # (publication): Destroys a publication.
        self.inno_publication_destroy: Callable[[Pointer], None] = bind("inno_publication_destroy", None, pointer)
        # (publication, node, scores, stride_bytes, decimals, error): Sets the printed scores of a node, of all units;
        #   those set before are replaced.
        self.inno_publication_set_scores: Callable[[Pointer, Text, Pointer, int, int, Pointer], int] = bind(
            "inno_publication_set_scores", int32, pointer, text, pointer, ssize, int32, pointer
        )
        # (publication, node, unit, text, error): Sets one printed score as the text that was printed: its decimals are
        #   counted there, so that 0.50 has two.
        self.inno_publication_set_score_text: Callable[[Pointer, Text, Text, Text, Pointer], int] = bind(
            "inno_publication_set_score_text", int32, pointer, text, text, text, pointer
        )
        # (publication, node, ranks, stride_bytes, error): Sets the printed ranks of a node, of all units; those set
        #   before are replaced.
        self.inno_publication_set_ranks: Callable[[Pointer, Text, Pointer, int, Pointer], int] = bind(
            "inno_publication_set_ranks", int32, pointer, text, pointer, ssize, pointer
        )
        # (allocator, options, publication, method, result, out, error): Verifies a publication:
        #   INNO_RECORD_VERIFIED_NODE, INNO_RECORD_VERIFIED_SCORE, INNO_RECORD_VERIFIED_RANK,
        #   INNO_RECORD_VERIFIED_PARTS, INNO_RECORD_FINDING.
        self.inno_analysis_create_verification: Callable[
            [Pointer, Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_verification", int32, pointer, pointer, pointer, pointer, pointer, pointer, pointer
        )
        # (allocator, options, publication, method, result, out, error): The weights that a printed table implies:
        #   INNO_RECORD_IMPLIED, INNO_RECORD_IMPLIED_WEIGHT, INNO_RECORD_FINDING.
        self.inno_analysis_create_implied_weights: Callable[
            [Pointer, Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int
        ] = bind(
            "inno_analysis_create_implied_weights", int32, pointer, pointer, pointer, pointer, pointer, pointer, pointer
        )

        # --- version.h
        # (): Release of the library that is running.
        self.inno_version: Callable[[], Text] = bind("inno_version", text)
        # (): ABI of the library that is running; compare it with INNO_ABI before any other call.
        self.inno_abi_version: Callable[[], int] = bind("inno_abi_version", int32)
        # (): How the library was built: compiler, word size, instruction set, contraction.
        self.inno_build_info: Callable[[], Text] = bind("inno_build_info", text)

        # --- weighting.h
        # (allocator, result, out, error): The weights that a result was made with: given ones, and those that its
        #   method computed from the data.
        self.inno_weights_create_from_result: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_weights_create_from_result", int32, pointer, pointer, pointer, pointer
        )
        # (allocator, method, dataset, level, aim, codes, targets, target_count, limit, out, first, last, evaluations,
        #   converged, error): Weights of a whole level, chosen for the correlations (Pearson's, r) that its nodes then
        #   have with the index.
        self.inno_weights_create_optimal: Callable[
            [Pointer, Pointer, Pointer, int, int, Pointer, Pointer, int, int, Pointer, Pointer, Pointer, Pointer,
            Pointer, Pointer], int
        ] = bind(
            "inno_weights_create_optimal", int32, pointer, pointer, pointer, int32, int32, pointer, pointer, int64,
            int64, pointer, pointer, pointer, pointer, pointer, pointer
        )

        # --- weights.h
        # (allocator, set, out, error): The weights that the nodes of the set have, as a set of their own.
        self.inno_weights_create_given: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_weights_create_given", int32, pointer, pointer, pointer, pointer
        )
        # (allocator, set, out, error): Equal weights at each level: 1 for every node.
        self.inno_weights_create_equal: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_weights_create_equal", int32, pointer, pointer, pointer, pointer
        )
        # (allocator, set, out, error): The same effective weight for every indicator: a node's weight is the number of
        #   indicators below it.
        self.inno_weights_create_equal_indicators: Callable[[Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_weights_create_equal_indicators", int32, pointer, pointer, pointer, pointer
        )
        # (weights): Destroys weights.
        self.inno_weights_destroy: Callable[[Pointer], None] = bind("inno_weights_destroy", None, pointer)
        # (weights, code, weight, error): Changes the weight of one node.
        self.inno_weights_set: Callable[[Pointer, Text, float, Pointer], int] = bind(
            "inno_weights_set", int32, pointer, text, double, pointer
        )
        # (weights, code, weight, error): The weight of one node.
        self.inno_weights_get: Callable[[Pointer, Text, Pointer, Pointer], int] = bind(
            "inno_weights_get", int32, pointer, text, pointer, pointer
        )
        # (weights, set, shares, stride_bytes, error): Share of every node among its siblings: weight / sum of the
        #   siblings' weights; 1 for the index.
        self.inno_weights_shares: Callable[[Pointer, Pointer, Pointer, int, Pointer], int] = bind(
            "inno_weights_shares", int32, pointer, pointer, pointer, ssize, pointer
        )
        # (weights, set, effective, stride_bytes, error): Effective weight of every node: the product of the shares from
        #   the node up to the index.
        self.inno_weights_effective: Callable[[Pointer, Pointer, Pointer, int, Pointer], int] = bind(
            "inno_weights_effective", int32, pointer, pointer, pointer, ssize, pointer
        )
        # (weights, set, node, children, child_count, points, experts, expert_stride_bytes, child_stride_bytes, total,
        #   rule, error): Budget allocation: the weights of a node's children from points that experts distributed among
        #   them.
        self.inno_weights_set_budget: Callable[
            [Pointer, Pointer, Text, Pointer, int, Pointer, int, int, int, float, int, Pointer], int
        ] = bind(
            "inno_weights_set_budget", int32, pointer, pointer, text, pointer, int64, pointer, int64, ssize, ssize,
            double, int32, pointer
        )
        # (weights, set, node, children, child_count, judgements, row_stride_bytes, column_stride_bytes, rule, limit,
        #   lambda, consistency_index, consistency_ratio, error): Analytic hierarchy process: the weights of a node's
        #   children from a matrix of pairwise judgements.
        self.inno_weights_set_ahp: Callable[
            [Pointer, Pointer, Text, Pointer, int, Pointer, int, int, int, float, Pointer, Pointer, Pointer, Pointer],
            int
        ] = bind(
            "inno_weights_set_ahp", int32, pointer, pointer, text, pointer, int64, pointer, ssize, ssize, int32, double,
            pointer, pointer, pointer, pointer
        )

        # --- what_if.h
        # (allocator, options, method, dataset, out, error): Runs the method once and holds everything that edits need.
        self.inno_what_if_create: Callable[[Pointer, Pointer, Pointer, Pointer, Pointer, Pointer], int] = bind(
            "inno_what_if_create", int32, pointer, pointer, pointer, pointer, pointer, pointer
        )
        # (what_if): Destroys the object and the result that it shows.
        self.inno_what_if_destroy: Callable[[Pointer], None] = bind("inno_what_if_destroy", None, pointer)
        # (what_if): The result of the present state, for all functions that read results.
        self.inno_what_if_result: Callable[[Pointer], Pointer] = bind("inno_what_if_result", pointer, pointer)
        # (what_if): The method of the present state, with the weights that were set: what traces, contributions, climbs
        #   and JSON of the present state want.
        self.inno_what_if_method: Callable[[Pointer], Pointer] = bind("inno_what_if_method", pointer, pointer)
        # (what_if): The data of the present state.
        self.inno_what_if_dataset: Callable[[Pointer], Pointer] = bind("inno_what_if_dataset", pointer, pointer)
        # (what_if, row, column): A raw value as it is now.
        self.inno_what_if_value: Callable[[Pointer, int, int], float] = bind(
            "inno_what_if_value", double, pointer, int64, int64
        )
        # (what_if, node): A weight as it is now: as it was given or set, or as the method computed it from the present
        #   data.
        self.inno_what_if_weight: Callable[[Pointer, int], float] = bind("inno_what_if_weight", double, pointer, int64)
        # (what_if): Edits that were made and not undone.
        self.inno_what_if_edit_count: Callable[[Pointer], int] = bind("inno_what_if_edit_count", int64, pointer)
        # (what_if, row, column, value, error): Sets a raw value: of an indicator, of a denominator, of any column.
        self.inno_what_if_set_value: Callable[[Pointer, int, int, float, Pointer], int] = bind(
            "inno_what_if_set_value", int32, pointer, int64, int64, double, pointer
        )
        # (what_if, node, weight, error): Sets the weight of a node, as inno_weights_set() before a method is made.
        self.inno_what_if_set_weight: Callable[[Pointer, int, float, Pointer], int] = bind(
            "inno_what_if_set_weight", int32, pointer, int64, double, pointer
        )
        # (what_if, method, error): Replaces the method by another one for the same tree: same nodes under the same
        #   parents; directions, denominators, weights and all rules may differ.
        self.inno_what_if_set_method: Callable[[Pointer, Pointer, Pointer], int] = bind(
            "inno_what_if_set_method", int32, pointer, pointer, pointer
        )
        # (what_if, count, error): Takes the last edits back, the latest first.
        self.inno_what_if_undo: Callable[[Pointer, int, Pointer], int] = bind(
            "inno_what_if_undo", int32, pointer, int64, pointer
        )
        # (what_if, error): Takes all edits back.
        self.inno_what_if_reset: Callable[[Pointer, Pointer], int] = bind("inno_what_if_reset", int32, pointer, pointer)
        # (what_if, count, rows, columns, values, values_stride_bytes, node, scores, scores_stride_bytes, ranks,
        #   ranks_stride_bytes, statuses, error): Many edits of one value, each alone on the present state: the score of
        #   one node for the unit that is edited, and its rank among the units of its period.
        self.inno_what_if_try_values: Callable[
            [Pointer, int, Pointer, Pointer, Pointer, int, int, Pointer, int, Pointer, int, Pointer, Pointer], int
        ] = bind(
            "inno_what_if_try_values", int32, pointer, int64, pointer, pointer, pointer, ssize, int64, pointer, ssize,
            pointer, ssize, pointer, pointer
        )


STATUSES: Final[dict[int, tuple[str, str]]] = {
    0: ("INNO_OK", "success"),
    1: ("INNO_E_NULL", "a required pointer is NULL"),
    2: ("INNO_E_ARGUMENT", "an argument is outside its range"),
    3: ("INNO_E_KEY", "this scheme has no such key"),
    4: ("INNO_E_TYPE", "the key has another type"),
    5: ("INNO_E_VALUE", "the value is outside the key's range"),
    6: ("INNO_E_RULE", "unknown rule"),
    7: ("INNO_E_CODE", "unknown code"),
    8: ("INNO_E_DUPLICATE", "the code is already there"),
    9: ("INNO_E_TREE", "the indicator set is not a tree with one index"),
    10: ("INNO_E_FROZEN", "the object is frozen"),
    11: ("INNO_E_NOT_FROZEN", "the object is not frozen yet"),
    12: ("INNO_E_ORDER", "the steps are not in a possible order"),
    13: ("INNO_E_BUFFER", "the buffer is too small"),
    14: ("INNO_E_ALIGN", "pointer or stride is not a multiple of 8 bytes"),
    15: ("INNO_E_NOT_KEPT", "the result did not keep this"),
    16: ("INNO_E_TEXT", "the text is not valid UTF-8 without control characters"),
    17: ("INNO_E_UNFINISHED", "the run is not finished"),
    18: ("INNO_E_FRAMES", "the frames are of another method, or unusable"),
    19: ("INNO_E_TALLY", "the tally is of something else, of the same replicates, or unusable"),
    20: ("INNO_E_JSON", "the text is no JSON of the expected form"),
    100: ("INNO_E_INFINITE", "a value is infinite"),
    101: ("INNO_E_NODATA", "there are no values"),
    102: ("INNO_E_CONSTANT", "all values are equal"),
    103: ("INNO_E_MISSING_COLUMN", "the dataset has no such column"),
    104: ("INNO_E_MISSING_GROUP", "the dataset has no such group"),
    105: ("INNO_E_MISSING_PARAMETER", "the rule needs a parameter that is not set"),
    106: ("INNO_E_WEIGHTS", "the weights of a node sum to zero"),
    107: ("INNO_E_INCONSISTENT", "judgements of experts contradict each other or do not add up"),
    200: ("INNO_E_NONPOSITIVE", "a logarithm, ratio or mean met a value that is not positive"),
    201: ("INNO_E_DOMAIN", "the rule is not defined for these values"),
    202: ("INNO_E_OVERFLOW", "a result is too large for a double"),
    203: ("INNO_E_CONVERGENCE", "a search did not converge within its limit"),
    300: ("INNO_E_NOMEM", "out of memory"),
    301: ("INNO_E_SIZE", "a size is beyond the limits"),
}
"""Every status: its name and one general sentence."""
