/** @file
 * Numbers of keys, rules and choices: what inno_scheme_set_f64() and its sisters are told. Every number is frozen;
 * a retired one stays reserved. Types and scopes of a key: inno_key_info(); bounds and default: inno_key_bounds().
 * Written by cmake/update-keys from the tables in lib/construct: change them there.
 * @since 0.1
 */
#ifndef INNOSCORE_KEYS_H
#define INNOSCORE_KEYS_H

/** @name Keys and rules of denomination
 * @{ */
#define INNO_KEY_DENOMINATE_RULE 100 /**< CHOICE: #INNO_DENOMINATE_DIVIDE by default. @since 0.1 */
#define INNO_DENOMINATE_NONE 1 /**< "none": leave the column as it is. @since 0.1 */
#define INNO_DENOMINATE_DIVIDE 2 /**< "divide": x / (denominator / scale). @since 0.1 */
/** @} */

/** @name Keys and rules of screening
 * @{ */
#define INNO_KEY_SCREEN_RULE 200 /**< CHOICE: #INNO_SCREEN_COVERAGE by default. @since 0.1 */
#define INNO_KEY_SCREEN_MIN_COVERAGE 210 /**<
     F64 0..1, default 2/3: smallest share of indicators with a value. @since 0.1 */
#define INNO_KEY_SCREEN_MIN_NONZERO 220 /**< F64 0..1, default 0.05: smallest share of non-zero values. @since 0.1 */
#define INNO_KEY_SCREEN_FORCE 230 /**< CHOICE for one unit: kept or left out whatever its data. @since 0.1 */
#define INNO_SCREEN_NONE 1 /**< "none": only forced units. @since 0.1 */
#define INNO_SCREEN_COVERAGE 2 /**< "coverage": COINr's byNA. @since 0.1 */
#define INNO_SCREEN_NONZERO 3 /**< "nonzero": COINr's byzeros. @since 0.1 */
#define INNO_SCREEN_BOTH 4 /**< "both": out when either is low; COINr's byNAandzeros. @since 0.1 */
/** @} */

/** @name Keys and rules of imputation
 * @{ */
#define INNO_KEY_IMPUTE_RULE 300 /**< CHOICE: #INNO_IMPUTE_NONE by default. @since 0.1 */
#define INNO_KEY_IMPUTE_GROUP 310 /**< TEXT: name of the dataset's grouping; needed by the group rules. @since 0.1 */
#define INNO_KEY_IMPUTE_LEVEL 320 /**<
     I64 0..100, default 2: siblings share the ancestor of this level; 0 = all. @since 0.1 */
#define INNO_KEY_IMPUTE_FRAME 330 /**<
     CHOICE: #INNO_FRAME_PERIOD: the rows that a mean is taken over, in a dataset with periods. @since 0.1 */
#define INNO_KEY_IMPUTE_MAX_AGE 340 /**<
     F64 > 0: rules over time: largest distance to a period that is used, in the periods' own values; unset = any.
     @since 0.1 */
#define INNO_KEY_IMPUTE_MAX_PERIODS 341 /**<
     I64 1..10^8, default 10^8: rules over time: the same counted in periods. @since 0.1 */
#define INNO_KEY_IMPUTE_RIDGE 350 /**<
     F64 >= 0, default 0: em: added to the diagonal of the covariance, in variances of the columns. @since 0.1 */
#define INNO_KEY_IMPUTE_TOLERANCE 351 /**<
     F64 > 0, <= 1, default 1e-9: em: stops when no mean or covariance moves by more, in standard deviations.
     @since 0.1 */
#define INNO_KEY_IMPUTE_MAX_ITERATIONS 352 /**<
     I64 1..10^6, default 1000: em: stops at the latest after these; the record says so. @since 0.1 */
#define INNO_KEY_IMPUTE_NEIGHBORS 360 /**< I64 1..1000, default 5: nearest: at most this many. @since 0.1 */
#define INNO_KEY_IMPUTE_WEIGHTING 361 /**< CHOICE: #INNO_WEIGHTING_EQUAL: nearest. @since 0.1 */
#define INNO_KEY_IMPUTE_MIN_OVERLAP 362 /**<
     I64 1..100000, default 1: nearest, hot_deck: siblings that both units must have. @since 0.1 */
#define INNO_KEY_IMPUTE_TOO_FEW 370 /**<
     CHOICE: #INNO_TOO_FEW_REFUSE: regression on fewer units than predictors + 2, or collinear ones. @since 0.1 */
#define INNO_IMPUTE_NONE 1 /**< "none": missing stays missing. @since 0.1 */
#define INNO_IMPUTE_MEAN 10 /**< "mean": of the column. @since 0.1 */
#define INNO_IMPUTE_MEDIAN 11 /**< "median": of the column. @since 0.1 */
#define INNO_IMPUTE_GROUP_MEAN 20 /**< "group_mean". @since 0.1 */
#define INNO_IMPUTE_GROUP_MEDIAN 21 /**< "group_median". @since 0.1 */
#define INNO_IMPUTE_SIBLING_MEAN 30 /**< "sibling_mean": the unit's mean over siblings scaled to 0..1. @since 0.1 */
#define INNO_IMPUTE_REGRESSION 31 /**< "regression": least squares on the siblings that the unit has. @since 0.1 */
#define INNO_IMPUTE_EM 32 /**< "em": conditional means of the siblings' normal distribution, found by EM. @since 0.1 */
#define INNO_IMPUTE_NEAREST 33 /**< "nearest": mean of the nearest units that have it. @since 0.1 */
#define INNO_IMPUTE_HOT_DECK 34 /**< "hot_deck": from the nearest complete unit of the group. @since 0.1 */
#define INNO_IMPUTE_HOT_DECK_SEQUENTIAL 35 /**<
     "hot_deck_sequential": from the last complete unit of the group. @since 0.1 */
#define INNO_IMPUTE_LATEST 40 /**< "latest": the unit's last value of an earlier period. @since 0.1 */
#define INNO_IMPUTE_LINEAR 41 /**< "linear": on the line between the unit's values of other periods. @since 0.1 */
#define INNO_IMPUTE_CONSTANT 42 /**< "constant": the unit's value before, or else its first. @since 0.1 */
#define INNO_IMPUTE_LINEAR_CONSTANT 43 /**< "linear_constant": linear; a single value everywhere. @since 0.1 */
/** @} */

/** @name Keys and rules of treatment
 * @{ */
#define INNO_KEY_TREAT_RULES 400 /**< CHAIN: 'winsorize, log_gii': tried in order until the test passes. @since 0.1 */
#define INNO_KEY_TREAT_TEST 405 /**< CHOICE: #INNO_TEST_MOMENTS: what a column must pass to stay as it is. @since 0.1 */
#define INNO_KEY_TREAT_SKEWNESS 410 /**< F64 > 0, default 2: moments: passes when |skewness| < this ... @since 0.1 */
#define INNO_KEY_TREAT_KURTOSIS 411 /**< F64, default 3.5: ... or kurtosis < this. @since 0.1 */
#define INNO_KEY_TREAT_SKEWNESS_TYPE 412 /**< I64 1..3, default 2: Joanes and Gill's types. @since 0.1 */
#define INNO_KEY_TREAT_KURTOSIS_TYPE 413 /**< I64 1..3, default 2: Joanes and Gill's types. @since 0.1 */
#define INNO_KEY_TREAT_REACH 414 /**<
     F64 >= 0, default 1.5: fence: distances of the quartiles beyond them. @since 0.1 */
#define INNO_KEY_TREAT_SDS 415 /**< F64 > 0, default 2: sd: standard deviations from the mean. @since 0.1 */
#define INNO_KEY_TREAT_QUANTILE_TYPE 416 /**<
     I64 1..9, default 7: Hyndman and Fan's types: 7 R and Excel, 2 Stata. @since 0.1 */
#define INNO_KEY_TREAT_LIMIT_SHARE 421 /**< F64 > 0, <= 1: in place of limit: this share of the values. @since 0.1 */
#define INNO_KEY_TREAT_LIMIT 420 /**< I64 0..10^8, default 5: winsorizing stops at this many points. @since 0.1 */
#define INNO_KEY_TREAT_LOWER_PERCENTILE 422 /**<
     F64 0..100, default 5: quantiles: values below become this percentile. @since 0.1 */
#define INNO_KEY_TREAT_UPPER_PERCENTILE 423 /**<
     F64 0..100, default 95: quantiles: values above become this percentile. @since 0.1 */
#define INNO_KEY_TREAT_COMBINE 430 /**<
     I64 0..1, default 0: 1 = a rule works on the one before's values, not the original. @since 0.1 */
#define INNO_KEY_TREAT_FORCE 431 /**< I64 0..1, default 0: 1 = apply the whole chain without the test. @since 0.1 */
#define INNO_KEY_TREAT_FACTOR 440 /**<
     F64 > 0: f of log_gii; unset = smallest power of ten >= 1 with f * max > 1. @since 0.1 */
#define INNO_KEY_TREAT_LAMBDA 441 /**< F64: lambda of boxcox; needed by it. @since 0.1 */
#define INNO_KEY_TREAT_DEGREE 442 /**< F64 >= 1, default 2: degree of root. @since 0.1 */
#define INNO_KEY_TREAT_MAX_DEGREE 443 /**<
     I64 2..1000, default 10: root_search: the last degree that is tried. @since 0.1 */
#define INNO_KEY_TREAT_FRAME 450 /**<
     CHOICE: #INNO_FRAME_PERIOD: the rows that are tested and treated together, in a dataset with periods.
     @since 0.1 */
#define INNO_KEY_TREAT_BASE_PERIOD 451 /**< F64: the period of #INNO_FRAME_BASE; needed by it. @since 0.1 */
#define INNO_TREAT_NONE 1 /**< "none": leave the column as it is. @since 0.1 */
#define INNO_TREAT_WINSORIZE 10 /**< "winsorize". @since 0.1 */
#define INNO_TREAT_FENCE 11 /**<
     "fence": beyond the quartiles by more than reach times their distance: moved to there. @since 0.1 */
#define INNO_TREAT_SD_FENCE 12 /**< "sd_fence": beyond mean - sds * sd or mean + sds * sd: moved to there. @since 0.1 */
#define INNO_TREAT_QUANTILES 13 /**< "quantiles": beyond two percentiles: moved to them. @since 0.1 */
#define INNO_TREAT_LOG 20 /**< "log": ln x. @since 0.1 */
#define INNO_TREAT_LOG_GII 21 /**< "log_gii": ln((f max - 1)(x - min)/(max - min) + 1), mirrored for bads. @since 0.1 */
#define INNO_TREAT_LOG_CT 22 /**< "log_ct": ln(x - min + 0.01 (max - min)). @since 0.1 */
#define INNO_TREAT_LOG_CT_PLUS 23 /**< "log_ct_plus": log_ct, mirrored for negative skewness. @since 0.1 */
#define INNO_TREAT_LOG_CT_ORIG 24 /**< "log_ct_orig": ln(x - min + 1). @since 0.1 */
#define INNO_TREAT_BOXCOX 30 /**< "boxcox": on x - min + 1. @since 0.1 */
#define INNO_TREAT_ROOT 31 /**< "root": x^(1/degree), x >= 0. @since 0.1 */
#define INNO_TREAT_ROOT_SEARCH 32 /**<
     "root_search": root of the smallest degree 2, 3, ... after which |skewness| < skewness. @since 0.1 */
/** @} */

/** @name Keys and rules of normalization
 * @{ */
#define INNO_KEY_NORMALIZE_RULE 500 /**< CHOICE: #INNO_NORMALIZE_MINMAX by default. @since 0.1 */
#define INNO_KEY_NORMALIZE_LOWER 510 /**<
     F64: minmax rules (0): score of the worst; fixed_range (0), goalposts: lower bound in raw units. @since 0.1 */
#define INNO_KEY_NORMALIZE_UPPER 511 /**<
     F64: minmax rules (100): score of the best; fixed_range (100), goalposts: upper bound in raw units.
     @since 0.1 */
#define INNO_KEY_NORMALIZE_POINTS 512 /**<
     F64 > 0, default 100: fixed_range, goalposts: score at the good bound. @since 0.1 */
#define INNO_KEY_NORMALIZE_TRUNCATE 513 /**<
     I64 0..1, default 1: cut to lower..upper, 0..points, floor..ceiling; 0 for minmax and zscore. @since 0.1 */
#define INNO_KEY_NORMALIZE_FLOOR 514 /**< F64, default 0: zscore with truncate = 1: smallest score. @since 0.1 */
#define INNO_KEY_NORMALIZE_CEILING 515 /**< F64, default 100: zscore with truncate = 1: largest score. @since 0.1 */
#define INNO_KEY_NORMALIZE_MEAN 520 /**< F64, default 0: zscore: mean of the scores. @since 0.1 */
#define INNO_KEY_NORMALIZE_SD 521 /**< F64 > 0, default 1: zscore: standard deviation of the scores. @since 0.1 */
#define INNO_KEY_NORMALIZE_OUTLIERS 522 /**< CHOICE: #INNO_OUTLIERS_SD: minmax_inner: what is left out. @since 0.1 */
#define INNO_KEY_NORMALIZE_SDS 523 /**<
     F64 > 0, default 2: minmax_sd, minmax_inner: standard deviations from the mean. @since 0.1 */
#define INNO_KEY_NORMALIZE_REACH 524 /**<
     F64 >= 0, default 1.5: minmax_inner: distances of the quartiles beyond them. @since 0.1 */
#define INNO_KEY_NORMALIZE_LOWER_PERCENTILE 525 /**<
     F64 0..100, default 2.5: minmax_percentile: the lower bound of x. @since 0.1 */
#define INNO_KEY_NORMALIZE_UPPER_PERCENTILE 526 /**<
     F64 0..100, default 97.5: minmax_percentile: the upper bound of x. @since 0.1 */
#define INNO_KEY_NORMALIZE_QUANTILE_TYPE 527 /**<
     I64 1..9, default 7: Hyndman and Fan's types: 7 R and Excel, 2 Stata. @since 0.1 */
#define INNO_KEY_NORMALIZE_TARGET 530 /**< F64: distance_to_target, raw units; needed by it. @since 0.1 */
#define INNO_KEY_NORMALIZE_REFERENCE 531 /**<
     TEXT: distance_to_reference: code of the reference unit; needed by it. @since 0.1 */
#define INNO_KEY_NORMALIZE_CAP 532 /**< I64 0..1, default 0: distances: scores above 1 become 1. @since 0.1 */
#define INNO_KEY_NORMALIZE_REFERENCE_VALUE 533 /**<
     F64: ampi: x that gets 100, raw units; unset = the mean. @since 0.1 */
#define INNO_KEY_NORMALIZE_THRESHOLD 534 /**<
     F64 0..1, default 0.2: above_below_mean: share of the mean that counts as around it. @since 0.1 */
#define INNO_KEY_NORMALIZE_TIES 540 /**< CHOICE: #INNO_TIES_COMPETITION: rank rules. @since 0.1 */
#define INNO_KEY_NORMALIZE_CUTS 541 /**<
     LIST 0..100: categorical: percentiles at which a class begins, ascending, at most 20; needed by it.
     @since 0.1 */
#define INNO_KEY_NORMALIZE_SCORES 542 /**<
     LIST: categorical: scores of the classes, one more than cuts, from the worst to the best; needed by it.
     @since 0.1 */
#define INNO_KEY_NORMALIZE_LOG 550 /**<
     CHOICE: #INNO_LOG_NONE: take the logarithm first, of bounds and targets too. @since 0.1 */
#define INNO_KEY_NORMALIZE_FRAME 560 /**<
     CHOICE: #INNO_FRAME_POOLED: the rows that give minimum, mean, ...; matters in a dataset with periods.
     @since 0.1 */
#define INNO_KEY_NORMALIZE_BASE_PERIOD 561 /**< F64: the period of #INNO_FRAME_BASE; needed by it. @since 0.1 */
#define INNO_NORMALIZE_NONE 1 /**< "none": x * direction. @since 0.1 */
#define INNO_NORMALIZE_MINMAX 10 /**< "minmax". @since 0.1 */
#define INNO_NORMALIZE_ZSCORE 11 /**< "zscore": divisor m - 1. @since 0.1 */
#define INNO_NORMALIZE_MINMAX_PERCENTILE 12 /**< "minmax_percentile": minmax between two percentiles. @since 0.1 */
#define INNO_NORMALIZE_MINMAX_SD 13 /**< "minmax_sd": minmax between mean - sds * sd and mean + sds * sd. @since 0.1 */
#define INNO_NORMALIZE_MINMAX_INNER 14 /**<
     "minmax_inner": minmax whose minimum and maximum leave outliers out. @since 0.1 */
#define INNO_NORMALIZE_AMPI 15 /**< "ampi": 70 to 130, the reference value gets 100. @since 0.1 */
#define INNO_NORMALIZE_FIXED_RANGE 20 /**< "fixed_range": never truncated. @since 0.1 */
#define INNO_NORMALIZE_GOALPOSTS 21 /**< "goalposts". @since 0.1 */
#define INNO_NORMALIZE_RANK 30 /**< "rank": from below: the best has the highest. @since 0.1 */
#define INNO_NORMALIZE_PERCENTILE_RANK 31 /**< "percentile_rank": (rank - 1)/(m - 1). @since 0.1 */
#define INNO_NORMALIZE_BORDA 32 /**< "borda": rank - 1. @since 0.1 */
#define INNO_NORMALIZE_PERCENTILE 33 /**< "percentile": 100 rank/m. @since 0.1 */
#define INNO_NORMALIZE_CATEGORICAL 34 /**< "categorical": score of the class that 100 rank/m falls into. @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_MAX 40 /**< "distance_to_max": 1 - (max - x)/(max - min). @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_REFERENCE 41 /**< "distance_to_reference". @since 0.1 */
#define INNO_NORMALIZE_DISTANCE_TO_TARGET 42 /**< "distance_to_target". @since 0.1 */
#define INNO_NORMALIZE_FRACTION_OF_MAX 43 /**< "fraction_of_max": x/max; where less is better min/x. @since 0.1 */
#define INNO_NORMALIZE_RATIO_TO_MEAN 44 /**< "ratio_to_mean": x/mean; where less is better mean/x. @since 0.1 */
#define INNO_NORMALIZE_RATIO_TO_WORST 45 /**< "ratio_to_worst": x/min; where less is better max/x. @since 0.1 */
#define INNO_NORMALIZE_ABOVE_BELOW_MEAN 46 /**<
     "above_below_mean": 1, 0 or -1: above, around or below the mean. @since 0.1 */
/** @} */

/** @name Keys and rules of weighting
 * @{ */
#define INNO_KEY_WEIGH_RULE 800 /**< CHOICE: #INNO_WEIGH_GIVEN by default; of the children of a node. @since 0.1 */
#define INNO_KEY_WEIGH_SCALING 810 /**< CHOICE: #INNO_SCALING_MINMAX by default. @since 0.1 */
#define INNO_KEY_WEIGH_LOADINGS 820 /**<
     CHOICE: #INNO_LOADINGS_SIGNED by default: a negative weight is refused. @since 0.1 */
#define INNO_KEY_WEIGH_RETAIN 830 /**< CHOICE: #INNO_RETAIN_SHARE by default: which components stay. @since 0.1 */
#define INNO_KEY_WEIGH_MIN_EIGENVALUE 831 /**<
     F64 >= 0, default 1: components with a larger eigenvalue stay. @since 0.1 */
#define INNO_KEY_WEIGH_MIN_SHARE 832 /**<
     F64 0..1, default 0.1: components that explain a larger part of the variance stay. @since 0.1 */
#define INNO_KEY_WEIGH_MIN_CUMULATIVE 833 /**<
     F64 0..1, default 0.6: the fewest components that together explain a larger part stay. @since 0.1 */
#define INNO_KEY_WEIGH_COMPONENTS 834 /**< I64 1..1000: needed by #INNO_RETAIN_COUNT. @since 0.1 */
#define INNO_KEY_WEIGH_SWEEPS 840 /**< I64 1..10^6, default 1000: most rounds of varimax. @since 0.1 */
#define INNO_WEIGH_GIVEN 1 /**< "given": the weights that the method was made with. @since 0.1 */
#define INNO_WEIGH_EQUAL 2 /**< "equal": 1/k. @since 0.1 */
#define INNO_WEIGH_DEVIATION 10 /**< "deviation": in proportion to the standard deviation. @since 0.1 */
#define INNO_WEIGH_ENTROPY 11 /**< "entropy": in proportion to 1 - E, E = -sum(p ln p)/ln n, p = x/sum(x). @since 0.1 */
#define INNO_WEIGH_GINI 12 /**< "gini": in proportion to the Gini coefficient. @since 0.1 */
#define INNO_WEIGH_CRITIC 13 /**<
     "critic": standard deviation of the values scaled to 0..1, times sum(1 - correlation) with the siblings.
     @since 0.1 */
#define INNO_WEIGH_MEREC 14 /**< "merec": effect of leaving the child out. @since 0.1 */
#define INNO_WEIGH_FIRST_COMPONENT 20 /**< "first_component": first eigenvector of the correlations. @since 0.1 */
#define INNO_WEIGH_ALL_COMPONENTS 21 /**<
     "all_components": sum of eigenvalue times |entry| over all components of the covariances. @since 0.1 */
#define INNO_WEIGH_FACTORS 22 /**<
     "factors": squared loadings after varimax, each factor weighted by the variance that it explains.
     @since 0.1 */
/** @} */

/** @name Keys and rules of aggregation
 * @{ */
#define INNO_KEY_AGGREGATE_RULE 600 /**< CHOICE: #INNO_AGGREGATE_ARITHMETIC by default. @since 0.1 */
#define INNO_KEY_AGGREGATE_POWER 610 /**< F64: not 0: exponent of power; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_ALPHA 611 /**<
     F64 0..1: mean_min: 0 = the mean, 1 = close to the minimum; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_BETA 612 /**<
     F64 >= 0: mean_min: how smoothly the penalty begins, in scores; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_COEFFICIENT 613 /**<
     F64 >= 0, default 1: penalized_cv: of the coefficient of variation. @since 0.1 */
#define INNO_KEY_AGGREGATE_COUNT 614 /**<
     I64 1..100000: mean_of_best, mean_of_worst: how many children; needed by them. @since 0.1 */
#define INNO_KEY_AGGREGATE_ORDER_WEIGHTS 615 /**<
     LIST >= 0: owa: from the largest child to the smallest; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_MISSING 616 /**<
     CHOICE: #INNO_MISSING_RESCALE: what becomes of a missing child of sum. @since 0.1 */
#define INNO_KEY_AGGREGATE_MIN_COVERAGE 620 /**<
     F64 0..1, default 0: smaller share of available children gives a missing value. @since 0.1 */
#define INNO_KEY_AGGREGATE_NONPOSITIVE 630 /**<
     CHOICE: #INNO_NONPOSITIVE_ERROR: geometric, harmonic, power but 1. @since 0.1 */
#define INNO_KEY_AGGREGATE_FLOOR 631 /**< F64 > 0: needed by #INNO_NONPOSITIVE_FLOOR. @since 0.1 */
#define INNO_KEY_AGGREGATE_SHIFT 632 /**< F64 > 0: needed by #INNO_NONPOSITIVE_SHIFT. @since 0.1 */
#define INNO_KEY_AGGREGATE_PENALTY 640 /**<
     CHOICE: #INNO_PENALTY_NEGATIVE: mazziotta_pareto: the sign of the penalty. @since 0.1 */
#define INNO_KEY_AGGREGATE_DEVIATION 641 /**<
     CHOICE: #INNO_DEVIATION_POPULATION: mazziotta_pareto, penalized_cv: divisor of the variance of a unit's
     children. @since 0.1 */
#define INNO_KEY_AGGREGATE_SEARCH_LIMIT 645 /**<
     I64 0..10^8, default 10^7: kemeny: orders that the search may look at where the exact way is too long.
     @since 0.1 */
#define INNO_KEY_AGGREGATE_SCALING 650 /**<
     CHOICE: #INNO_SCALING_NONE: topsis: how children are scaled before distances. @since 0.1 */
#define INNO_KEY_AGGREGATE_COMPROMISE 651 /**<
     F64 0..1, default 0.5: vikor: share of the sum of regrets; the rest is the largest regret's. @since 0.1 */
#define INNO_KEY_AGGREGATE_PREFERENCE 660 /**<
     CHOICE: #INNO_PREFERENCE_USUAL: promethee: what a difference counts. @since 0.1 */
#define INNO_KEY_AGGREGATE_INDIFFERENCE 661 /**<
     F64 >= 0, default 0: promethee with u_shape, level, linear: in scores. @since 0.1 */
#define INNO_KEY_AGGREGATE_STRICT_PREFERENCE 662 /**<
     F64 > 0: promethee with v_shape, level, linear: in scores; needed by them. @since 0.1 */
#define INNO_KEY_AGGREGATE_SIGMA 663 /**< F64 > 0: promethee with gaussian: in scores; needed by it. @since 0.1 */
#define INNO_KEY_AGGREGATE_SHARE_LOWER 670 /**<
     F64 0..1, default 0: benefit_of_doubt: smallest share of every child in the score. @since 0.1 */
#define INNO_KEY_AGGREGATE_SHARE_UPPER 671 /**<
     F64 0..1, default 1: benefit_of_doubt: largest share of every child in the score. @since 0.1 */
#define INNO_KEY_AGGREGATE_OWN_SHARE_LOWER 672 /**<
     F64 0..1, for one node as a child of its parent: benefit_of_doubt: smallest share of this child in its
     parent's score; unset = the parent's share_lower. @since 0.1 */
#define INNO_KEY_AGGREGATE_OWN_SHARE_UPPER 673 /**<
     F64 0..1, for one node as a child of its parent: benefit_of_doubt: largest share of this child in its parent's
     score; unset = the parent's share_upper. @since 0.1 */
#define INNO_KEY_AGGREGATE_SHARE_OF 674 /**<
     CHOICE: #INNO_SHARE_OF_CONTRIBUTION by default: what shares are of. @since 0.1 */
#define INNO_KEY_AGGREGATE_ZERO 675 /**<
     CHOICE: #INNO_ZERO_ERROR by default: a value of 0 whose share has a floor. @since 0.1 */
#define INNO_KEY_AGGREGATE_MULTIPLIER_LOWER 676 /**<
     F64 >= 0, default 0: benefit_of_doubt: smallest multiplier of every child. @since 0.1 */
#define INNO_KEY_AGGREGATE_MULTIPLIER_UPPER 677 /**<
     F64 > 0: benefit_of_doubt: largest multiplier of every child; unset = no bound. @since 0.1 */
#define INNO_KEY_AGGREGATE_ITERATIONS 678 /**<
     I64 1..10^8, default 100000: benefit_of_doubt: most for the program of one unit. @since 0.1 */
#define INNO_AGGREGATE_ARITHMETIC 10 /**< "arithmetic": sum(w x)/sum(w). @since 0.1 */
#define INNO_AGGREGATE_GEOMETRIC 11 /**< "geometric": exp(sum(w ln x)/sum(w)). @since 0.1 */
#define INNO_AGGREGATE_HARMONIC 12 /**< "harmonic": sum(w)/sum(w/x). @since 0.1 */
#define INNO_AGGREGATE_POWER 13 /**< "power": (sum(w x^p)/sum(w))^(1/p). @since 0.1 */
#define INNO_AGGREGATE_WEIGHTED_PRODUCT 14 /**< "weighted_product": exp(sum(w ln x)), weights as given. @since 0.1 */
#define INNO_AGGREGATE_SUM 15 /**< "sum": sum(w x), weights as given: points. @since 0.1 */
#define INNO_AGGREGATE_MEDIAN 20 /**< "median": unweighted; a child of weight 0 takes no part. @since 0.1 */
#define INNO_AGGREGATE_MINIMUM 21 /**< "minimum": unweighted; a child of weight 0 takes no part. @since 0.1 */
#define INNO_AGGREGATE_OWA 22 /**< "owa": order_weights times the children from the largest down. @since 0.1 */
#define INNO_AGGREGATE_MEAN_OF_BEST 23 /**< "mean_of_best": of the count largest, unweighted. @since 0.1 */
#define INNO_AGGREGATE_MEAN_OF_WORST 24 /**< "mean_of_worst": of the count smallest, unweighted. @since 0.1 */
#define INNO_AGGREGATE_MEAN_MIN 25 /**< "mean_min": M - alpha (sqrt((M - min)^2 + beta^2) - beta). @since 0.1 */
#define INNO_AGGREGATE_MAZZIOTTA_PARETO 30 /**< "mazziotta_pareto": M -+ S^2/M. @since 0.1 */
#define INNO_AGGREGATE_PENALIZED_CV 31 /**< "penalized_cv": M (1 - coefficient S/M). @since 0.1 */
#define INNO_AGGREGATE_COPELAND 40 /**< "copeland": units outranked less units outranking. @since 0.1 */
#define INNO_AGGREGATE_BORDA 41 /**< "borda": sum of w times the units that are lower on the child. @since 0.1 */
#define INNO_AGGREGATE_KEMENY 42 /**< "kemeny": units below in the order that agrees with most weight. @since 0.1 */
#define INNO_AGGREGATE_TOPSIS 50 /**< "topsis": distance to the worst / (to the worst + to the best). @since 0.1 */
#define INNO_AGGREGATE_VIKOR 51 /**< "vikor": 1 - Q, so that more is better. @since 0.1 */
#define INNO_AGGREGATE_PROMETHEE 52 /**< "promethee": net flow of PROMETHEE II. @since 0.1 */
#define INNO_AGGREGATE_WROCLAW 53 /**<
     "wroclaw": 1 - distance to the best values/(mean + 2 sd of distances). @since 0.1 */
#define INNO_AGGREGATE_BENEFIT_OF_DOUBT 60 /**<
     "benefit_of_doubt": best weighted sum that a unit can have. @since 0.1 */
#define INNO_AGGREGATE_FACTOR_SCORES 61 /**<
     "factor_scores": first principal component of the correlations, mean 0, variance 1. @since 0.1 */
/** @} */

/** @name Keys and rules of ranking
 * @{ */
#define INNO_KEY_RANK_TIES 700 /**< CHOICE: #INNO_TIES_COMPETITION by default. @since 0.1 */
/** @} */

/** @name Keys and rules of the analyses
 * @{ */
#define INNO_KEY_AUDIT_CORRELATION 1000 /**< CHOICE: #INNO_CORRELATION_PEARSON by default. @since 0.1 */
#define INNO_KEY_AUDIT_USE 1001 /**<
     CHOICE: which units a pair of columns is taken over; #INNO_USE_PAIRWISE by default. @since 0.1 */
#define INNO_KEY_AUDIT_CONFIDENCE 1002 /**<
     F64 0.001..0.999, default 0.95: level of the confidence intervals. @since 0.1 */
#define INNO_KEY_AUDIT_ADJUST 1003 /**<
     CHOICE: p-values of many pairs at once; #INNO_ADJUST_BENJAMINI_HOCHBERG by default. @since 0.1 */
#define INNO_KEY_AUDIT_ORIENT 1004 /**<
     I64 0..1, default 1: 1 = an indicator in which less is better is turned round before it is compared with
     others. @since 0.1 */
#define INNO_KEY_AUDIT_SILENT 1010 /**<
     F64 0..1, default 0.3: a node whose correlation with its parent is below this in size is silent; at or below
     its negative it has the wrong sign. @since 0.1 */
#define INNO_KEY_AUDIT_REDUNDANT 1011 /**<
     F64 0..1, default 0.92: siblings whose correlation is above this say the same. @since 0.1 */
#define INNO_KEY_AUDIT_BIAS 1012 /**<
     F64 0..1, default 0.6: an indicator whose correlation with a denominator is above this in size measures size.
     @since 0.1 */
#define INNO_KEY_AUDIT_SKEWNESS_TYPE 1020 /**< I64 1..3, default 2: 1 g1, 2 G1, 3 b1. @since 0.1 */
#define INNO_KEY_AUDIT_KURTOSIS_TYPE 1021 /**< I64 1..3, default 2: 1 g2, 2 G2, 3 b2. @since 0.1 */
#define INNO_KEY_AUDIT_QUANTILE_TYPE 1022 /**< I64 1..9, default 7: Hyndman and Fan's number. @since 0.1 */
#define INNO_KEY_AUDIT_MAX_SKEWNESS 1023 /**<
     F64 >= 0, default 2: a column has outliers when its skewness is above this in size and its kurtosis too large.
     @since 0.1 */
#define INNO_KEY_AUDIT_MAX_KURTOSIS 1024 /**< F64 >= 0, default 3.5: and its kurtosis is above this. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_COVERAGE 1025 /**<
     F64 0..1, default 0.65: smallest share of units with a value. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_NONZERO 1026 /**< F64 0..1, default 0.5: smallest share of non-zero values. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_UNIQUE 1027 /**< F64 0..1, default 0.5: smallest share of different values. @since 0.1 */
#define INNO_KEY_AUDIT_SHARE_OF 1028 /**<
     CHOICE: what min_nonzero and min_unique are shares of; #INNO_SHARE_OF_UNITS by default. @since 0.1 */
#define INNO_KEY_AUDIT_FENCE 1029 /**<
     F64 >= 0, default 1.5: a value beyond the quartiles by more than so many interquartile ranges is marked.
     @since 0.1 */
#define INNO_KEY_AUDIT_MIN_ALPHA 1030 /**< F64 0..1, default 0.7: smallest Cronbach's alpha of a family. @since 0.1 */
#define INNO_KEY_AUDIT_ROTATION 1040 /**<
     CHOICE: of the components that are kept; #INNO_ROTATION_VARIMAX by default. @since 0.1 */
#define INNO_KEY_AUDIT_PROMAX_POWER 1041 /**< F64 1..10, default 4: read by #INNO_ROTATION_PROMAX. @since 0.1 */
#define INNO_KEY_AUDIT_RETAIN 1042 /**<
     CHOICE: which components are kept; #INNO_COMPONENTS_KAISER by default. @since 0.1 */
#define INNO_KEY_AUDIT_COMPONENTS 1043 /**< I64 1..1000: read by #INNO_COMPONENTS_COUNT, which needs it. @since 0.1 */
#define INNO_KEY_AUDIT_PARALLEL_DRAWS 1044 /**<
     I64 0..100000, default 0: random data sets of the parallel analysis; 0 = none is made. @since 0.1 */
#define INNO_KEY_AUDIT_PARALLEL_QUANTILE 1045 /**<
     F64 0..1, default 0.95: a component counts when its eigenvalue is above this quantile of the random ones.
     @since 0.1 */
#define INNO_KEY_AUDIT_SEED 1046 /**< I64 0..2147483647, default 1: of the random data sets. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_ADEQUACY 1047 /**<
     F64 0..1, default 0.6: smallest measure of sampling adequacy (KMO) of a family. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_FIRST_SHARE 1048 /**<
     F64 0..1, default 0.5: smallest share of the variance of a family that its first component explains.
     @since 0.1 */
#define INNO_KEY_AUDIT_IMPORTANCE_RATIO 1050 /**<
     F64 >= 1, default 2: a node whose share of the importance is so many times its share of the weight, or less
     than that part of it, is named. @since 0.1 */
#define INNO_KEY_AUDIT_PLACES 1051 /**<
     F64 >= 0, default 10: a unit's rank in a pillar differs from that in the index when it is so many places away.
     @since 0.1 */
#define INNO_KEY_AUDIT_MIN_ADDED 1052 /**<
     F64 0..1, default 0.1: a pillar in which fewer than this share of the units have a different rank adds little.
     @since 0.1 */
#define INNO_KEY_AUDIT_MAX_SHIFT 1053 /**<
     F64 >= 0, default 5: a node whose removal moves units by more places than this on average decides the ranking.
     @since 0.1 */
#define INNO_KEY_AUDIT_STRENGTHS 1060 /**< CHOICE: #INNO_STRENGTHS_GII by default. @since 0.1 */
#define INNO_KEY_AUDIT_STRENGTH_COUNT 1061 /**<
     I64 1..1000: how many of each a unit has; without it 10 by the GII's rule, 5 by the others. @since 0.1 */
#define INNO_KEY_AUDIT_MIN_DISTINCT 1062 /**<
     F64 0..1, default 0: read by #INNO_STRENGTHS_COINR: an indicator whose share of different values is not above
     this is left out. @since 0.1 */
#define INNO_KEY_AUDIT_STRENGTH_COVERAGE 1063 /**<
     F64 0..1, default 0: an aggregate of a unit whose coverage is below this gets no sign. @since 0.1 */
#define INNO_KEY_AUDIT_GROUP 1064 /**< TEXT: grouping of the dataset in which peers are found. @since 0.1 */
#define INNO_KEY_AUDIT_DEVELOPMENT 1070 /**<
     TEXT: column of the dataset whose logarithm explains the index. @since 0.1 */
#define INNO_KEY_AUDIT_CURVE 1071 /**<
     CHOICE: of the index on the logarithm of development; #INNO_CURVE_SPLINE by default. @since 0.1 */
#define INNO_KEY_AUDIT_KNOTS 1072 /**<
     I64 3..20, default 4: read by #INNO_CURVE_SPLINE: at equally spaced quantiles, the two ends among them.
     @since 0.1 */
#define INNO_KEY_AUDIT_BAND 1073 /**<
     F64 0.001..0.999, default 0.9: level of the prediction interval outside which a unit is above or below what
     its development lets expect. @since 0.1 */
#define INNO_KEY_AUDIT_PERIOD 1080 /**<
     F64: the period of the result that is analyzed; without it the latest. @since 0.1 */
/** @} */

/** @name Keys and rules of uncertainty and its tallies
 * @{ */
#define INNO_KEY_UNCERTAINTY_SEQUENCE 1100 /**<
     CHOICE: where the numbers of a replicate come from; #INNO_SEQUENCE_PHILOX by default. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_SEED 1101 /**<
     I64 0..2147483647, default 1: another seed gives other replicates. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_NODE 1102 /**<
     TEXT: code of the node whose scores are ranked; without it the index. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_PERIOD 1103 /**<
     F64: the period of the dataset whose units are ranked; without it the latest. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_CONFIDENCE 1104 /**<
     F64 0.001..0.999, default 0.9: share of the replicates inside the interval of a rank, #INNO_TALLY_LOWER to
     #INNO_TALLY_UPPER. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_TOP 1110 /**< I64 1..10^8, default 10: ranks up to this one are the top. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_SCORE_LOW 1111 /**<
     F64: lower end of the scale on which scores are counted; needed when they are. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_SCORE_HIGH 1112 /**< F64: upper end of that scale; needed likewise. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_SCORE_BINS 1113 /**<
     I64 0..10^6, default 0: parts of that scale; 0 = scores are not counted. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_PAIRS 1114 /**<
     I64 0..1, default 0: 1 = for each two units the replicates in which one is ahead are counted. @since 0.1 */
#define INNO_KEY_UNCERTAINTY_CENTRAL 1115 /**<
     I64 0..1, default 0: 1 = the weights with which each unit comes first are added up. @since 0.1 */
/** @} */

/** @name Keys and rules of explanations
 * @{ */
#define INNO_KEY_EXPLAIN_NODE 1200 /**<
     TEXT: code of the node whose score is explained; without it the index. @since 0.1 */
#define INNO_KEY_EXPLAIN_PERIOD 1201 /**<
     F64: the period of the dataset that is explained; without it the latest. @since 0.1 */
#define INNO_KEY_EXPLAIN_GROUP 1202 /**<
     TEXT: grouping of the dataset: peers are the units with the same label; without it all units. @since 0.1 */
#define INNO_KEY_EXPLAIN_BASELINE 1215 /**<
     F64, default 0: contributions: final value of every indicator from which points of a score are counted.
     @since 0.1 */
#define INNO_KEY_EXPLAIN_HOLD_TREATMENT 1220 /**<
     I64 0..1, default 0: 1 = a what-if keeps what the treatment took from the first data, 0 = it is taken again
     after every change. @since 0.1 */
#define INNO_KEY_EXPLAIN_HOLD_NORMALIZATION 1221 /**<
     I64 0..1, default 0: 1 = a what-if keeps the constants of the normalization, 0 = they are taken again after
     every change. @since 0.1 */
#define INNO_KEY_EXPLAIN_HOLD_IMPUTATION 1222 /**<
     I64 0..1, default 0: 1 = a what-if keeps the values that were filled in at first, 0 = they are filled in again
     after every change. @since 0.1 */
#define INNO_KEY_EXPLAIN_MOVE_STEP 1223 /**<
     F64 > 0, <= 1, default 0.001: length of the small improvement that a slope is taken from, as a share of the
     distance between the best unit and the worst. @since 0.1 */
#define INNO_KEY_EXPLAIN_OVERTAKE 1230 /**<
     CHOICE: whether a unit that is to climb has to be better than who is ahead, or level with it;
     #INNO_OVERTAKE_STRICT by default. @since 0.1 */
#define INNO_KEY_EXPLAIN_CAP_RANGES 1231 /**<
     F64 0..10^6, default 1: how far beyond the best value of all rows a change goes without a cap, in ranges of
     the values. @since 0.1 */
#define INNO_KEY_EXPLAIN_LOOKS 1232 /**<
     I64 1..10000, default 4: places looked at between two neighboring values of an indicator, and 16 times as many
     over its whole way. @since 0.1 */
#define INNO_KEY_EXPLAIN_TRIES 1233 /**<
     I64 1..10^8, default 20000: results computed for a combination, after which no cheaper one is looked for.
     @since 0.1 */
#define INNO_KEY_EXPLAIN_PERIOD_BEFORE 1240 /**<
     F64: change and check: the period of the old dataset; without it the latest. @since 0.1 */
#define INNO_KEY_EXPLAIN_ROUNDING 1245 /**<
     CHOICE: how a published table says that it was rounded; #INNO_ROUNDING_HALF_UP by default. @since 0.1 */
#define INNO_KEY_EXPLAIN_ULPS 1246 /**<
     I64 0..10^6, default 8: last bits that a computed number of a published table may be off, as another program
     adds in another order. @since 0.1 */
#define INNO_KEY_EXPLAIN_RANKED_UNITS 1247 /**<
     I64 1..10^8: units that a published table ranked, printed or not; without it no printed rank is too large.
     @since 0.1 */
#define INNO_KEY_EXPLAIN_MIN_PEERS 1255 /**<
     I64 3..10^9, default 8: a check compares with peers where so many have a value. @since 0.1 */
#define INNO_KEY_EXPLAIN_ZERO_SHARE 1256 /**<
     F64 0..1, default 0.05: a 0 is asked about where at most this share of the other peers has 0. @since 0.1 */
#define INNO_KEY_EXPLAIN_ZERO_FAR 1257 /**<
     F64 >= 0, default 0.1: a 0 is asked about where the value before was above this share of the median size
     before. @since 0.1 */
#define INNO_KEY_EXPLAIN_SLIP_OUTSIDE 1258 /**<
     F64 >= 0, default 4: a slip lies more than so many spreads of the logarithms outside. @since 0.1 */
#define INNO_KEY_EXPLAIN_SLIP_INSIDE 1259 /**<
     F64 >= 0, default 2: a slip lies at most so many spreads inside when it is taken back. @since 0.1 */
#define INNO_KEY_EXPLAIN_SLIP_SPREAD 1260 /**<
     F64 > 0, <= 1, default 0.1: least spread of decimal logarithms that slips are judged by. @since 0.1 */
#define INNO_KEY_EXPLAIN_DENOMINATOR_CHANGE 1261 /**<
     F64 >= 0, default 0.1: a denominator moved when it changed by more than this share since the period before,
     and a numerator did not. @since 0.1 */
#define INNO_KEY_EXPLAIN_GAP_PLACES 1262 /**<
     I64 1..10^9, default 1: a gap is a finding when the median of the peers moves the rank by so many places.
     @since 0.1 */
#define INNO_KEY_EXPLAIN_POSSIBLE_LOWER 1263 /**<
     F64: least value that a raw figure can have, for instance 0 of a percentage; without it any. @since 0.1 */
#define INNO_KEY_EXPLAIN_POSSIBLE_UPPER 1264 /**<
     F64: greatest value that a raw figure can have, for instance 100 of a percentage; without it any.
     @since 0.1 */
/** @} */

/** @name Choices: ties
 * @{ */
#define INNO_TIES_COMPETITION 1 /**< "competition": 1 2 2 4. @since 0.1 */
#define INNO_TIES_MODIFIED 2 /**< "modified": 1 3 3 4. @since 0.1 */
#define INNO_TIES_DENSE 3 /**< "dense": 1 2 2 3. @since 0.1 */
#define INNO_TIES_FRACTIONAL 4 /**< "fractional": 1 2.5 2.5 4. @since 0.1 */
/** @} */

/** @name Choices: logs
 * @{ */
#define INNO_LOG_NONE 1 /**< "none". @since 0.1 */
#define INNO_LOG_NATURAL 2 /**< "natural". @since 0.1 */
#define INNO_LOG_BASE10 3 /**< "base10". @since 0.1 */
/** @} */

/** @name Choices: policies
 * @{ */
#define INNO_NONPOSITIVE_ERROR 1 /**< "error": #INNO_E_NONPOSITIVE names node, unit and cure. @since 0.1 */
#define INNO_NONPOSITIVE_FLOOR 2 /**< "floor": smaller values count as floor. @since 0.1 */
#define INNO_NONPOSITIVE_SHIFT 3 /**< "shift": mean of x + shift, minus shift. @since 0.1 */
/** @} */

/** @name Choices: gaps
 * @{ */
#define INNO_MISSING_ZERO 1 /**< "zero": counts as 0 points. @since 0.1 */
#define INNO_MISSING_RESCALE 2 /**< "rescale": its weight goes to the children that are there. @since 0.1 */
#define INNO_MISSING_PROPAGATE 3 /**< "propagate": the sum is missing too. @since 0.1 */
/** @} */

/** @name Choices: penalties
 * @{ */
#define INNO_PENALTY_NEGATIVE 1 /**< "negative": taken off: more is better. @since 0.1 */
#define INNO_PENALTY_POSITIVE 2 /**< "positive": added: less is better, as in an index of poverty. @since 0.1 */
/** @} */

/** @name Choices: deviations
 * @{ */
#define INNO_DEVIATION_POPULATION 1 /**< "population": divisor m. @since 0.1 */
#define INNO_DEVIATION_SAMPLE 2 /**< "sample": divisor m - 1. @since 0.1 */
/** @} */

/** @name Choices: scalings
 * @{ */
#define INNO_SCALING_NONE 1 /**< "none": as they are. @since 0.1 */
#define INNO_SCALING_MINMAX 2 /**< "minmax": scaled to 0..1 by the child's own minimum and maximum. @since 0.1 */
/** @} */

/** @name Choices: distance_scalings
 * @{ */
#define INNO_SCALING_VECTOR 3 /**< "vector": divided by the root of the sum of squares. @since 0.1 */
/** @} */

/** @name Choices: preferences
 * @{ */
#define INNO_PREFERENCE_USUAL 1 /**< "usual": 1. @since 0.1 */
#define INNO_PREFERENCE_U_SHAPE 2 /**< "u_shape": 1 above indifference, else 0. @since 0.1 */
#define INNO_PREFERENCE_V_SHAPE 3 /**< "v_shape": d/strict_preference, at most 1. @since 0.1 */
#define INNO_PREFERENCE_LEVEL 4 /**< "level": 0 up to indifference, 1/2 up to strict_preference, else 1. @since 0.1 */
#define INNO_PREFERENCE_LINEAR 5 /**< "linear": 0 up to indifference, rising to 1 at strict_preference. @since 0.1 */
#define INNO_PREFERENCE_GAUSSIAN 6 /**< "gaussian": 1 - exp(-d^2/(2 sigma^2)). @since 0.1 */
/** @} */

/** @name Choices: spans
 * @{ */
#define INNO_FRAME_POOLED 1 /**< "pooled": all periods together. @since 0.1 */
#define INNO_FRAME_PERIOD 2 /**< "period": each period by itself. @since 0.1 */
/** @} */

/** @name Choices: frames
 * @{ */
#define INNO_FRAME_BASE 3 /**< "base": one period, for all. @since 0.1 */
/** @} */

/** @name Choices: outliers
 * @{ */
#define INNO_OUTLIERS_SD 1 /**< "sd": beyond mean - sds * sd or mean + sds * sd. @since 0.1 */
#define INNO_OUTLIERS_FENCE 2 /**< "fence": beyond the quartiles by more than reach times their distance. @since 0.1 */
/** @} */

/** @name Choices: tests
 * @{ */
#define INNO_TEST_MOMENTS 1 /**< "moments": |skewness| < skewness or kurtosis < kurtosis. @since 0.1 */
#define INNO_TEST_FENCE 2 /**<
     "fence": no value beyond the quartiles by more than reach times their distance. @since 0.1 */
#define INNO_TEST_SD 3 /**< "sd": no value beyond mean - sds * sd or mean + sds * sd. @since 0.1 */
/** @} */

/** @name Choices: weightings
 * @{ */
#define INNO_WEIGHTING_EQUAL 1 /**< "equal": every neighbor counts the same. @since 0.1 */
#define INNO_WEIGHTING_DISTANCE 2 /**< "distance": 1 / distance; those at distance 0 count alone. @since 0.1 */
/** @} */

/** @name Choices: too_fews
 * @{ */
#define INNO_TOO_FEW_REFUSE 1 /**< "refuse": #INNO_E_DOMAIN names indicator and unit. @since 0.1 */
#define INNO_TOO_FEW_SKIP 2 /**< "skip": the value stays missing. @since 0.1 */
/** @} */

/** @name Choices: loadings
 * @{ */
#define INNO_LOADINGS_SIGNED 1 /**< "signed": as they come, turned so that their sum is positive. @since 0.1 */
#define INNO_LOADINGS_ABSOLUTE 2 /**< "absolute": without their signs. @since 0.1 */
#define INNO_LOADINGS_SQUARED 3 /**< "squared". @since 0.1 */
/** @} */

/** @name Choices: retentions
 * @{ */
#define INNO_RETAIN_EIGENVALUE 1 /**< "eigenvalue": Kaiser's: those above min_eigenvalue. @since 0.1 */
#define INNO_RETAIN_SHARE 2 /**< "share": those that explain more than min_share of the variance. @since 0.1 */
#define INNO_RETAIN_CUMULATIVE 3 /**<
     "cumulative": the fewest that explain more than min_cumulative together. @since 0.1 */
#define INNO_RETAIN_COUNT 4 /**< "count": as many as components says. @since 0.1 */
/** @} */

/** @name Choices: forces
 * @{ */
#define INNO_FORCE_INCLUDE 1 /**< "include". @since 0.1 */
#define INNO_FORCE_EXCLUDE 2 /**< "exclude". @since 0.1 */
/** @} */

/** @name Choices: shares_of
 * @{ */
#define INNO_SHARE_OF_CONTRIBUTION 1 /**< "contribution": u_j y_j / sum(u y) of the unit itself. @since 0.1 */
#define INNO_SHARE_OF_WEIGHT 2 /**< "weight": u_j / sum(u), for indicators on one scale. @since 0.1 */
#define INNO_SHARE_OF_MEAN 3 /**< "mean": of a unit with the mean of each indicator. @since 0.1 */
/** @} */

/** @name Choices: zeros
 * @{ */
#define INNO_ZERO_ERROR 1 /**< "error": #INNO_E_NONPOSITIVE names the unit. @since 0.1 */
#define INNO_ZERO_RELEASE 2 /**< "release": the floor does not hold where the value is 0. @since 0.1 */
#define INNO_ZERO_LIMIT 3 /**< "limit": the score is 0, its limit as the value goes to 0. @since 0.1 */
/** @} */

/** @name Choices: correlation_rules
 * @{ */
#define INNO_CORRELATION_PEARSON 1 /**< "pearson". @since 0.1 */
#define INNO_CORRELATION_SPEARMAN 2 /**< "spearman": of the ranks, ties average. @since 0.1 */
#define INNO_CORRELATION_KENDALL 3 /**< "kendall": tau-b. @since 0.1 */
/** @} */

/** @name Choices: uses
 * @{ */
#define INNO_USE_PAIRWISE 1 /**< "pairwise": the units that have both values. @since 0.1 */
#define INNO_USE_COMPLETE 2 /**< "complete": the units that have every value. @since 0.1 */
/** @} */

/** @name Choices: adjustments
 * @{ */
#define INNO_ADJUST_NONE 1 /**< "none". @since 0.1 */
#define INNO_ADJUST_BENJAMINI_HOCHBERG 2 /**< "benjamini_hochberg": false discovery rate. @since 0.1 */
#define INNO_ADJUST_BENJAMINI_YEKUTIELI 3 /**<
     "benjamini_yekutieli": false discovery rate under any dependence. @since 0.1 */
#define INNO_ADJUST_HOLM 4 /**< "holm": familywise error rate. @since 0.1 */
#define INNO_ADJUST_BONFERRONI 5 /**< "bonferroni": familywise error rate, in one step. @since 0.1 */
/** @} */

/** @name Choices: counts_of
 * @{ */
#define INNO_SHARE_OF_UNITS 1 /**< "units": all units, n, as COINr's flags. @since 0.1 */
#define INNO_SHARE_OF_AVAILABLE 2 /**< "available": the units that have a value, m. @since 0.1 */
/** @} */

/** @name Choices: rotations
 * @{ */
#define INNO_ROTATION_NONE 1 /**< "none". @since 0.1 */
#define INNO_ROTATION_VARIMAX 2 /**< "varimax": orthogonal. @since 0.1 */
#define INNO_ROTATION_PROMAX 3 /**< "promax": oblique. @since 0.1 */
/** @} */

/** @name Choices: keeps
 * @{ */
#define INNO_COMPONENTS_KAISER 1 /**< "kaiser": those with an eigenvalue above 1; the first in any case. @since 0.1 */
#define INNO_COMPONENTS_PARALLEL 2 /**<
     "parallel": those above random data; needs parallel_draws; the first in any case. @since 0.1 */
#define INNO_COMPONENTS_COUNT 3 /**< "count": as many as components says, or as there are. @since 0.1 */
/** @} */

/** @name Choices: strength_rules
 * @{ */
#define INNO_STRENGTHS_GII 1 /**<
     "gii": GII 2023: at or beyond the unit's own n-th percentile rank, and ranks 1 to 3. @since 0.1 */
#define INNO_STRENGTHS_COUNT 2 /**<
     "count": the n best and the n worst percentile ranks, PII: five and five. @since 0.1 */
#define INNO_STRENGTHS_COINR 3 /**<
     "coinr": the n best and the n worst ranks, without indicators in which the unit is last. @since 0.1 */
/** @} */

/** @name Choices: curves
 * @{ */
#define INNO_CURVE_LINEAR 1 /**< "linear". @since 0.1 */
#define INNO_CURVE_QUADRATIC 2 /**< "quadratic". @since 0.1 */
#define INNO_CURVE_SPLINE 3 /**< "spline": natural cubic spline. @since 0.1 */
/** @} */

/** @name Choices: overtakes
 * @{ */
#define INNO_OVERTAKE_STRICT 1 /**<
     "strict": better; of a rank: also when every unit that is level counted as ahead. @since 0.1 */
#define INNO_OVERTAKE_TIE 2 /**< "tie": level is enough; ranks count ties as the method says. @since 0.1 */
/** @} */

/** @name Choices: sequences
 * @{ */
#define INNO_SEQUENCE_PHILOX 1 /**< "philox": independent random numbers. @since 0.1 */
#define INNO_SEQUENCE_SOBOL 2 /**<
     "sobol": Sobol' points with Owen's scrambling: spread more evenly, up to 1024 dimensions. @since 0.1 */
/** @} */

/** @name Choices: roundings
 * @{ */
#define INNO_ROUNDING_HALF_UP 1 /**< "half_up": to the nearest, ties away from 0. @since 0.1 */
#define INNO_ROUNDING_HALF_EVEN 2 /**< "half_even": to the nearest, ties to the even digit. @since 0.1 */
#define INNO_ROUNDING_TRUNCATED 4 /**< "truncated": toward 0. @since 0.1 */
/** @} */

#endif
