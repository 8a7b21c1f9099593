// WRITTEN BY generate from the headers.

/** Numbers of a column; null, undefined and NaN are missing. */
export type Column = ArrayLike<number | null | undefined>;
/** An array of rows; or all numbers in one array, with the arguments for its size. */
export type Matrix = Column | ArrayLike<Column>;

/** Every rule on one column or one small matrix. Sizes follow from the arrays; what is left out has its default. */
export interface Flat {
  /**
   * What is wrong with a column, for the functions that only give NaN.
   */
  check(arguments: {
    /** n values in any unit; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): number;
  /**
   * sum(w x)/sum(w).
   */
  arithmeticMean(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * exp(sum(w ln x)/sum(w)).
   */
  geometricMean(arguments: {
    /** n scores > 0, unless floor or shift is given; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
    /** > 0: smaller values count as floor; NaN = no floor */
    floor?: number;
    /** > 0: mean of x + shift, minus shift; NaN = no shift; not together with floor */
    shift?: number;
  }): number;
  /**
   * sum(w)/sum(w/x).
   */
  harmonicMean(arguments: {
    /** n scores > 0, unless floor or shift is given; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
    /** as in inno_flat_geometric_mean() */
    floor?: number;
    /** as in inno_flat_geometric_mean() */
    shift?: number;
  }): number;
  /**
   * (sum(w x^power)/sum(w))^(1/power).
   */
  powerMean(arguments: {
    /** n scores: > 0 for a negative power, >= 0 for a positive one but 1; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** finite, not 0; required */
    power: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
    /** as in inno_flat_geometric_mean() */
    floor?: number;
    /** as in inno_flat_geometric_mean() */
    shift?: number;
  }): number;
  /**
   * Median, unweighted; a child of weight 0 takes no part.
   */
  median(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Minimum, unweighted; a child of weight 0 takes no part.
   */
  minimum(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Weighted product: exp(sum(w ln x)), weights as given; what is missing gives its weight to the others.
   */
  weightedProduct(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
    /** as in inno_flat_geometric_mean() */
    floor?: number;
    /** as in inno_flat_geometric_mean() */
    shift?: number;
  }): number;
  /**
   * Points: sum(w x), weights as given.
   */
  sum(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** INNO_MISSING_; INT32_MIN = #INNO_MISSING_RESCALE */
    missing?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Ordered weighted average, from the largest score to the smallest. A child of weight 0 takes no part.
   */
  owa(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** order_count numbers >= 0, not all 0; with another number of scores they are read as a density */
    order_weights: Column;
    /** 1 to #INNO_LIMIT_LIST */
    order_count?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Mean of the largest scores, unweighted; of all when there are fewer.
   */
  meanOfBest(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** how many, 1 to 100000 */
    count?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Mean of the smallest scores, unweighted; of all when there are fewer.
   */
  meanOfWorst(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** how many, 1 to 100000 */
    count?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Mean-min: M - alpha (sqrt((M - min)^2 + beta^2) - beta).
   */
  meanMin(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** 0..1, required */
    alpha: number;
    /** >= 0, required */
    beta: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Mazziotta-Pareto: M - S^2/M, or M + S^2/M.
   */
  mazziottaPareto(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** INNO_PENALTY_; INT32_MIN = #INNO_PENALTY_NEGATIVE */
    penalty?: number;
    /** INNO_DEVIATION_; INT32_MIN = #INNO_DEVIATION_POPULATION */
    deviation?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * Mean less a multiple of the standard deviation: M (1 - coefficient S/M).
   */
  penalizedCv(arguments: {
    /** n scores; NaN = missing */
    x: Column;
    /** n weights or NULL */
    weights?: Column;
    /** 0 to #INNO_LIMIT_NODES */
    n?: number;
    /** >= 0; NaN = 1 */
    coefficient?: number;
    /** INNO_DEVIATION_; INT32_MIN = #INNO_DEVIATION_POPULATION */
    deviation?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): number;
  /**
   * One node for many units: a mean of each row. Gives rows values; NaN = missing.
   */
  aggregate(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES; 0 is #INNO_E_NODATA */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** INNO_AGGREGATE_, its parameters at their defaults; INT32_MIN = #INNO_AGGREGATE_ARITHMETIC. A rule with
     * parameters of its own has a function of its own. */
    rule?: number;
    /** of #INNO_AGGREGATE_POWER, required by it; NaN for the others */
    power: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
    /** as in inno_flat_geometric_mean() */
    floor?: number;
    /** as in inno_flat_geometric_mean() */
    shift?: number;
  }): Float64Array;
  /**
   * Copeland: units outranked less units outranking, over the children that both have. Gives rows values; NaN =
   * missing.
   */
  copeland(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * Borda: sum over children of w times the units that are lower; equal units count half. Gives rows values; NaN =
   * missing.
   */
  bordaCount(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * Condorcet and Kemeny: number of units below in the order that agrees with most weight. Exact up to 16 different
   * units; above, the best that a search finds: always the same. Gives rows values; NaN = missing.
   */
  kemeny(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** orders that the search may look at, 0 to 10^8; INT32_MIN = 10^7 */
    search_limit?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * TOPSIS: distance to the worst / (distance to the worst + to the best); 0.5 when both are 0. Gives rows values;
   * NaN = missing.
   */
  topsis(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** INNO_SCALING_; INT32_MIN = #INNO_SCALING_NONE */
    scaling?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * VIKOR: 1 - Q, so that more is better. Gives rows values; NaN = missing.
   */
  vikor(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** v, 0..1; NaN = 0.5 */
    compromise?: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * PROMETHEE II: net flow, -1..1. Gives rows values; NaN = missing.
   */
  promethee(arguments: {
    /** units x children, scores; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** children, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns weights >= 0, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** INNO_PREFERENCE_; INT32_MIN = #INNO_PREFERENCE_USUAL */
    preference?: number;
    /** q >= 0 of u_shape, level, linear; NaN = 0, and NaN for the others */
    indifference?: number;
    /** p > 0 of v_shape, level, linear, required by them, above q; NaN for the others */
    strict_preference: number;
    /** > 0 of gaussian, required by it; NaN for the others */
    sigma: number;
    /** 0..1; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * Places: 1 = best. A missing value has no place. Gives n values; may be x.
   */
  rank(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n numbers, equal inside a group: places among the units of the same group; NaN = in no group, no place; NULL
     * = among all */
    group?: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 = the largest is best, -1 = the smallest; INT32_MIN = 1 */
    direction?: number;
    /** INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION */
    ties?: number;
  }): Float64Array;
  /**
   * A whole index in one call: treats each indicator, scales it by min-max, takes means up the tree. With every
   * option at its default it is the default method of inno_method_create(). Gives rows x (nodes - columns) scores
   * of the aggregates in the order of their positions; NaN = missing.
   */
  score(arguments: {
    /** units x indicators, raw values; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 1 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1, of x and of out */
    column_major?: number;
    /** nodes positions: the aggregate above each node; 0 or NaN for one node, the index */
    parents: Column;
    /** nodes numbers 1, -1 or NaN = 1, -1 for indicators only; NULL = all 1 */
    directions?: Column;
    /** nodes weights >= 0 among siblings, NaN = 1; NULL = all 1 */
    weights?: Column;
    /** indicators and aggregates, columns + 1 to #INNO_LIMIT_NODES */
    nodes?: number;
    /** 1 = as inno_flat_treat() by default, 0 = none; INT32_MIN = 1 */
    treatment?: number;
    /** score of the worst unit of an indicator, < upper; NaN = 0 */
    lower?: number;
    /** score of the best; NaN = 100 */
    upper?: number;
    /** INNO_AGGREGATE_ of every aggregate; INT32_MIN = #INNO_AGGREGATE_ARITHMETIC; not #INNO_AGGREGATE_POWER */
    rule?: number;
    /** 0..1 of every aggregate; NaN = 0 */
    min_coverage?: number;
  }): Float64Array;
  /**
   * Benefit of the doubt: each unit's best weighted sum, no unit's being more than 1 with the same weights. Gives
   * rows scores, 0..1; NaN for a unit without values.
   */
  benefitOfDoubt(arguments: {
    /** units x indicators, 0 or more, more is better; NaN = missing: the unit's missing indicators get no weight,
     * another unit's missing value counts as the least possible */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 1 to 256; 0 is #INNO_E_NODATA */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** floor of each contribution's share, 0..1; NaN = 0 */
    share_lower?: number;
    /** ceiling of each contribution's share, 0..1; NaN = 1 */
    share_upper?: number;
  }): Float64Array;
  /**
   * Order-m score: the unit against the best of m units drawn with replacement, in expectation, exactly. Gives rows
   * scores, above 1 where the unit beats the expectation; NaN for a unit without values.
   */
  orderM(arguments: {
    /** units x indicators, 0 or more, more is better; NaN = missing: units without an indicator are not drawn
     * against those that have it */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 1 to 256; 0 is #INNO_E_NODATA */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** m, 1 to 1000000; required */
    draws?: number;
  }): Float64Array;
  /**
   * Quantile.
   */
  quantile(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** probability, 0..1 */
    p?: number;
    /** 1..9, Hyndman and Fan's number; INT32_MIN = 7, as R and Excel's PERCENTILE.INC */
    type?: number;
  }): number;
  /**
   * Correlation.
   */
  correlation(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n values; NaN = missing */
    y: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** INNO_CORRELATION_; INT32_MIN = #INNO_CORRELATION_PEARSON */
    rule?: number;
  }): number;
  /**
   * Two-sided p-value of no correlation, as R's cor.test.
   */
  correlationP(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n values; NaN = missing */
    y: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** INNO_CORRELATION_; INT32_MIN = #INNO_CORRELATION_PEARSON */
    rule?: number;
  }): number;
  /**
   * Cronbach's alpha of columns that should measure one thing, all in the same direction; each covariance is over
   * the units that have both values.
   */
  alpha(arguments: {
    /** units x columns; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** 2 to 1000 */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** 1 = of the correlations; INT32_MIN = 0, of the covariances */
    standardized?: number;
  }): number;
  /**
   * Measure of sampling adequacy of Kaiser, Meyer and Olkin, over the units that have every value.
   */
  kmo(arguments: {
    /** units x columns; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** 2 to 1000 */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
  }): number;
  /**
   * x / (denominator / scale), value by value. Where the denominator is missing or zero the result is missing.
   * Gives n values; may be x.
   */
  denominate(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n values in the denominator's own unit; NaN = missing */
    denominator: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0, for instance 10000 for "per 10,000 people"; NaN = 1 */
    scale?: number;
  }): Float64Array;
  /**
   * Coverage of a unit: share of its values that are not missing.
   */
  coverage(arguments: {
    /** k values of one unit; NaN = missing */
    row: Column;
    /** 1 to #INNO_LIMIT_NODES */
    k?: number;
  }): number;
  /**
   * Share of the values of a unit that are not exactly 0, among those that are not missing.
   */
  nonzero(arguments: {
    /** k values of one unit; NaN = missing */
    row: Column;
    /** 1 to #INNO_LIMIT_NODES */
    k?: number;
  }): number;
  /**
   * Which units of a matrix stay. Equality with a threshold stays. Gives rows values: 1 = stays, 0 = left out.
   */
  screen(arguments: {
    /** units x indicators; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 1 to #INNO_LIMIT_NODES; 0 is #INNO_E_NODATA */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** rows numbers: #INNO_FORCE_INCLUDE, #INNO_FORCE_EXCLUDE, 0 or NaN = by its data; NULL = nobody is forced */
    forced?: Column;
    /** INNO_SCREEN_; INT32_MIN = #INNO_SCREEN_COVERAGE */
    rule?: number;
    /** 0..1; NaN = 2/3; read by #INNO_SCREEN_COVERAGE and #INNO_SCREEN_BOTH */
    min_coverage?: number;
    /** 0..1; NaN = 0.05; read by #INNO_SCREEN_NONZERO and #INNO_SCREEN_BOTH */
    min_nonzero?: number;
  }): Float64Array;
  /**
   * Fills missing values with the mean of the column. Gives n values; may be x.
   */
  imputeMean(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * Fills missing values with the median of the column. Gives n values; may be x.
   */
  imputeMedian(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * Fills missing values with the mean of the unit's group. Gives n values; may be x.
   */
  imputeGroupMean(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n numbers, equal inside a group; NaN = in no group: stays missing */
    group: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * Fills missing values with the median of the unit's group. Gives n values; may be x.
   */
  imputeGroupMedian(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** n numbers, equal inside a group; NaN = in no group: stays missing */
    group: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * Fills missing values with the unit's mean over its other indicators, each scaled to 0..1 in its direction,
   * mapped back. Gives rows x columns values in the order of x; may be x.
   */
  imputeSiblings(arguments: {
    /** units x indicators that are siblings; NaN = missing; a constant column takes no part and is not filled */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 0 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** columns numbers: 1, -1 or NaN = 1; NULL = all 1 */
    directions?: Column;
  }): Float64Array;
  /**
   * Fills missing values by least squares on the siblings that the unit has, fitted on the units that have all of
   * these and the cell's column. A unit without any value stays missing. Gives rows x columns values in the order
   * of x; may be x.
   */
  imputeRegression(arguments: {
    /** units x indicators that are siblings; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 0 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** INNO_TOO_FEW_, what becomes of a cell with fewer units than predictors + 2 or with collinear ones; INT32_MIN
     * = #INNO_TOO_FEW_REFUSE, which is #INNO_E_DOMAIN */
    too_few?: number;
  }): Float64Array;
  /**
   * Fills missing values with their conditional means under one normal distribution of the siblings, found by EM to
   * the tolerance and within the iterations that are the defaults of scheme.h. A unit without any value stays
   * missing. Gives rows x columns values in the order of x; may be x.
   */
  imputeEm(arguments: {
    /** units x indicators that are siblings; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 0 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** >= 0, added to the diagonal of the covariance, in variances of the columns; NaN = 0 */
    ridge?: number;
  }): Float64Array;
  /**
   * Fills missing values with the plain mean of the nearest units that have the value; nearest by the columns that
   * both have, each scaled by its range. A cell for which there is no such unit stays missing. Gives rows x columns
   * values in the order of x; may be x.
   */
  imputeNearest(arguments: {
    /** units x indicators that are siblings; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 0 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** at most this many, 1 to 1000; INT32_MIN = 5 */
    neighbors?: number;
  }): Float64Array;
  /**
   * Fills all missing values of a unit from the nearest complete unit of its group, nearest as in
   * inno_flat_impute_nearest(). A unit that has none stays missing. Gives rows x columns values in the order of x;
   * may be x.
   */
  imputeHotDeck(arguments: {
    /** units x indicators that are siblings; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS */
    rows?: number;
    /** indicators, 0 to #INNO_LIMIT_NODES */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** rows numbers, equal inside a group; NaN = in no group: stays missing; NULL = all in one */
    group?: Column;
  }): Float64Array;
  /**
   * Fills gaps in one unit's series with its last observation before. Gives n values; may be values.
   */
  imputeLatest(arguments: {
    /** n values of one unit; NaN = missing */
    values: Column;
    /** n times, strictly ascending; else #INNO_E_ARGUMENT */
    times: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0, largest distance in time to every observation used; NaN = any */
    max_age?: number;
  }): Float64Array;
  /**
   * Fills gaps in one unit's series on the line between the observations around; beyond them with the nearest one.
   * A series with one observation stays as it is. Gives n values; may be values.
   */
  imputeLinear(arguments: {
    /** n values of one unit; NaN = missing */
    values: Column;
    /** n times, strictly ascending; else #INNO_E_ARGUMENT */
    times: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0, largest distance in time to every observation used; NaN = any */
    max_age?: number;
  }): Float64Array;
  /**
   * Fills gaps in one unit's series with its last observation before, ahead of the first with the first. Gives n
   * values; may be values.
   */
  imputeConstant(arguments: {
    /** n values of one unit; NaN = missing */
    values: Column;
    /** n times, strictly ascending; else #INNO_E_ARGUMENT */
    times: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0, largest distance in time to every observation used; NaN = any */
    max_age?: number;
  }): Float64Array;
  /**
   * inno_flat_impute_linear(), but a single observation is taken everywhere. Gives n values; may be values.
   */
  imputeLinearConstant(arguments: {
    /** n values of one unit; NaN = missing */
    values: Column;
    /** n times, strictly ascending; else #INNO_E_ARGUMENT */
    times: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0, largest distance in time to every observation used; NaN = any */
    max_age?: number;
  }): Float64Array;
  /**
   * No rule: x * direction, after the optional logarithm. Gives n values; may be x.
   */
  orient(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Min-max: the worst value gets lower, the best gets upper. Gives n values; may be x.
   */
  minmax(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** score of the worst, < upper; NaN = 0 */
    lower?: number;
    /** score of the best; NaN = 100 */
    upper?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Z-score with divisor m - 1, moved to a mean and a standard deviation. Gives n values; may be x.
   */
  zscore(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** of the scores; NaN = 0 */
    mean?: number;
    /** of the scores, > 0; NaN = 1 */
    sd?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Scaling by a range that is given: 0 at the bad end, points at the good end, never truncated. Gives n values;
   * may be x.
   */
  fixedRange(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** smaller end in raw units, above 0 with a logarithm; NaN = 0 */
    lower?: number;
    /** larger end in raw units; NaN = 100 */
    upper?: number;
    /** > 0; NaN = 100 */
    points?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Goalposts: 0 at the bad post, points at the good one. Gives n values; may be x.
   */
  goalposts(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** smaller post in raw units, above 0 with a logarithm; required */
    lower: number;
    /** larger post in raw units; required */
    upper: number;
    /** > 0; NaN = 100 */
    points?: number;
    /** 1 = cut to 0..points, 0 = do not; INT32_MIN = 1 */
    truncate?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Rank from below as a score: the best has the highest. For places (1 = best) take inno_flat_rank(). Gives n
   * values, 1 to n; may be x.
   */
  rankFromBelow(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION */
    ties?: number;
  }): Float64Array;
  /**
   * Percentile rank: (rank from below - 1)/(m - 1), m values. Gives n values, 0..1; may be x.
   */
  percentileRank(arguments: {
    /** n values, at least 2 of them there; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION */
    ties?: number;
  }): Float64Array;
  /**
   * Borda score: rank from below - 1. Gives n values, 0 to n - 1; may be x.
   */
  borda(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION */
    ties?: number;
  }): Float64Array;
  /**
   * Distance to the best: 1 - (best - x)/(best - worst). Gives n values, 0..1; may be x.
   */
  distanceToMax(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Distance to a reference unit: 1 - (reference - x)/(reference - worst). Gives n values; may be x.
   */
  distanceToReference(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** position of the reference unit in x, 1 to n; required */
    reference?: number;
    /** 1 = scores above 1 become 1; INT32_MIN = 0 */
    cap?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Distance to a target: (x - worst)/(target - worst). Gives n values; may be x.
   */
  distanceToTarget(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** in raw units, better than the worst value, above 0 with a logarithm; required */
    target: number;
    /** 1 = scores above 1 become 1; INT32_MIN = 0 */
    cap?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Fraction of the best: x/max; where less is better min/x. Gives n values, at most 1; may be x.
   */
  fractionOfMax(arguments: {
    /** n values, above 0 where less is better; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Min-max between two percentiles: units beyond them get the ends. Gives n values; may be x.
   */
  minmaxPercentile(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** score of the worst, < upper; NaN = 0 */
    lower?: number;
    /** score of the best; NaN = 100 */
    upper?: number;
    /** of x, whatever the direction, 0..100; NaN = 2.5 */
    lower_percentile?: number;
    /** of x, above the lower one; NaN = 97.5 */
    upper_percentile?: number;
    /** 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7 */
    quantile_type?: number;
    /** 1 = cut to lower..upper, 0 = not; INT32_MIN = 1 */
    truncate?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Min-max between mean - sds * sd and mean + sds * sd: units beyond them get the ends. Gives n values; may be x.
   */
  minmaxSd(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** score of the worst, < upper; NaN = 0 */
    lower?: number;
    /** score of the best; NaN = 100 */
    upper?: number;
    /** > 0; NaN = 2 */
    sds?: number;
    /** 1 = cut to lower..upper, 0 = not; INT32_MIN = 1 */
    truncate?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Min-max whose minimum and maximum leave outliers out: these get the ends. Gives n values; may be x.
   */
  minmaxInner(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** score of the worst, < upper; NaN = 0 */
    lower?: number;
    /** score of the best; NaN = 100 */
    upper?: number;
    /** INNO_OUTLIERS_; INT32_MIN = #INNO_OUTLIERS_SD */
    outliers?: number;
    /** standard deviations from the mean (NaN = 2), or distances of the quartiles beyond them (NaN = 1.5) */
    width?: number;
    /** 1 = cut to lower..upper, 0 = not; INT32_MIN = 1 */
    truncate?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Goalposts half a range around a reference value, which gets 100; the range is 60 points. Gives n values; may be
   * x.
   */
  ampi(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** of x; NaN = the mean */
    reference_value?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * 100 rank / m, ranks from below. Gives n values; may be x.
   */
  percentile(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_TIES_; INT32_MIN = #INNO_TIES_COMPETITION */
    ties?: number;
  }): Float64Array;
  /**
   * Classes of the percentile 100 rank / m: a score for each. Gives n values; may be x.
   */
  categorical(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** cut_count percentiles at which a class begins, ascending, 0..100 */
    cuts: Column;
    /** 1 to 20 */
    cut_count?: number;
    /** cut_count + 1 scores, from the worst class to the best */
    scores: Column;
  }): Float64Array;
  /**
   * x / mean; where less is better mean / x. Gives n values; may be x.
   */
  ratioToMean(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * x / min; where less is better max / x. Gives n values; may be x.
   */
  ratioToWorst(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * 1 above the mean, 0 around it, -1 below; reversed where less is better. Gives n values; may be x.
   */
  aboveBelowMean(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1 */
    direction?: number;
    /** 0..1: a share of the mean on either side counts as around it; NaN = 0.2 */
    threshold?: number;
    /** INNO_LOG_; INT32_MIN = #INNO_LOG_NONE */
    log?: number;
  }): Float64Array;
  /**
   * Skewness of a column.
   */
  skewness(arguments: {
    /** n values; NaN = missing, omitted */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1, 2 or 3; INT32_MIN = 2, the one of SAS, Excel and COINr */
    type?: number;
  }): number;
  /**
   * Excess kurtosis of a column.
   */
  kurtosis(arguments: {
    /** n values; NaN = missing, omitted */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1, 2 or 3; INT32_MIN = 2, the one of SAS, Excel and COINr */
    type?: number;
  }): number;
  /**
   * Whether a column needs no treatment: |skewness| < limit or kurtosis < limit.
   */
  passes(arguments: {
    /** n values; NaN = missing, omitted */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0; NaN = 2 */
    skewness?: number;
    /** NaN = 3.5 */
    kurtosis?: number;
    /** 1, 2 or 3; INT32_MIN = 2 */
    skewness_type?: number;
    /** 1, 2 or 3; INT32_MIN = 2 */
    kurtosis_type?: number;
  }): number;
  /**
   * Moves the points at the extreme to the next value until the column passes or the limit is reached. Gives n
   * values; may be x.
   */
  winsorize(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** of moved points, >= 0; INT32_MIN = 5; a tie may go beyond it */
    limit?: number;
    /** as in inno_flat_passes() */
    skewness?: number;
    /** as in inno_flat_passes() */
    kurtosis?: number;
    /** as in inno_flat_passes() */
    skewness_type?: number;
    /** as in inno_flat_passes() */
    kurtosis_type?: number;
    /** 1 = up to the limit without the test; INT32_MIN = 0 */
    force?: number;
  }): Float64Array;
  /**
   * Number of points that inno_flat_winsorize() moves, both ends together.
   */
  winsorizePoints(arguments: {
    /** as there */
    x: Column;
    /** as there */
    n?: number;
    /** as there */
    limit?: number;
    /** as there */
    skewness?: number;
    /** as there */
    kurtosis?: number;
    /** as there */
    skewness_type?: number;
    /** as there */
    kurtosis_type?: number;
    /** as there */
    force?: number;
  }): number;
  /**
   * ln x. Gives n values; may be x.
   */
  log(arguments: {
    /** n values > 0; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * The logarithm of the GII: ln((f max - 1)(x - min)/(max - min) + 1); where less is better -ln((f max - 1)(max -
   * x)/(max - min) + 1), which keeps the direction of x. Gives n values; may be x.
   */
  logGii(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 = more is better, -1 = less is better; INT32_MIN = 1 */
    direction?: number;
    /** f > 0 with f max > 1; NaN = inno_flat_log_gii_factor() */
    factor?: number;
  }): Float64Array;
  /**
   * The factor that inno_flat_log_gii() takes by itself: the smallest power of ten >= 1 with f max > 1.
   */
  logGiiFactor(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): number;
  /**
   * ln(x - min + 0.01 (max - min)). Gives n values; may be x.
   */
  logCt(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * inno_flat_log_ct() where the skewness is positive, else its mirror image -ln(max + 0.01 (max - min) - x). Gives
   * n values; may be x.
   */
  logCtPlus(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1, 2 or 3; INT32_MIN = 2; they differ below 3 values only */
    skewness_type?: number;
  }): Float64Array;
  /**
   * ln(x - min + 1). Gives n values; may be x.
   */
  logCtOrig(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
  }): Float64Array;
  /**
   * Box-Cox on y = x - min + 1: (y^lambda - 1)/lambda, ln y for lambda 0. Gives n values; may be x.
   */
  boxcox(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** finite; required */
    lambda: number;
  }): Float64Array;
  /**
   * x^(1/degree). Gives n values; may be x.
   */
  root(arguments: {
    /** n values >= 0; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** >= 1; NaN = 2 */
    degree?: number;
  }): Float64Array;
  /**
   * Moves what lies beyond the quartiles by more than reach times their distance to there. Gives n values; may be
   * x.
   */
  fence(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** >= 0; NaN = 1.5 */
    reach?: number;
    /** 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7 */
    quantile_type?: number;
  }): Float64Array;
  /**
   * Moves what lies beyond mean - sds * sd or mean + sds * sd to there. Gives n values; may be x.
   */
  sdFence(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** > 0; NaN = 2 */
    sds?: number;
  }): Float64Array;
  /**
   * Moves what lies beyond two percentiles to them. Gives n values; may be x.
   */
  winsorizeQuantiles(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 0..100; NaN = 5 */
    lower_percentile?: number;
    /** above it; NaN = 95 */
    upper_percentile?: number;
    /** 1 to 9 of Hyndman and Fan, 7 as R and Excel, 2 as Stata; INT32_MIN = 7 */
    quantile_type?: number;
  }): Float64Array;
  /**
   * The root of the smallest degree 2, 3, ... after which |skewness| < skewness; of the last when none suffices.
   * Gives n values; may be x.
   */
  rootSearch(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 2 to 1000; INT32_MIN = 10 */
    max_degree?: number;
    /** > 0; NaN = 2 */
    skewness?: number;
    /** 1, 2 or 3; INT32_MIN = 2 */
    skewness_type?: number;
  }): Float64Array;
  /**
   * The degree that inno_flat_root_search() takes.
   */
  rootSearchDegree(arguments: {
    /** as there */
    x: Column;
    /** as there */
    n?: number;
    /** as there */
    max_degree?: number;
    /** as there */
    skewness?: number;
    /** as there */
    skewness_type?: number;
  }): number;
  /**
   * The whole treatment: a column that passes the test stays; else the first rule; when it still fails, the second.
   * The second starts again from x unless combine or force is 1, and its values are kept even if they fail too.
   * Gives n values; may be x.
   */
  treat(arguments: {
    /** n values; NaN = missing */
    x: Column;
    /** 0 to #INNO_LIMIT_UNITS */
    n?: number;
    /** 1 or -1; INT32_MIN = 1; only #INNO_TREAT_LOG_GII looks at it */
    direction?: number;
    /** INNO_TREAT_; INT32_MIN = #INNO_TREAT_WINSORIZE; #INNO_TREAT_NONE = leave the column */
    first?: number;
    /** limit (a whole number) of #INNO_TREAT_WINSORIZE, factor of #INNO_TREAT_LOG_GII, lambda of #INNO_TREAT_BOXCOX
     * (required), degree of #INNO_TREAT_ROOT, max_degree of #INNO_TREAT_ROOT_SEARCH, reach of #INNO_TREAT_FENCE,
     * sds of #INNO_TREAT_SD_FENCE, lower percentile p of #INNO_TREAT_QUANTILES (the upper one is 100 - p); NaN =
     * the default */
    first_parameter: number;
    /** INNO_TREAT_, another one; INT32_MIN = #INNO_TREAT_LOG_GII after #INNO_TREAT_WINSORIZE, else none;
     * #INNO_TREAT_NONE = no second rule */
    second?: number;
    /** as first_parameter, for the second rule */
    second_parameter?: number;
    /** as in inno_flat_passes() */
    skewness?: number;
    /** as in inno_flat_passes() */
    kurtosis?: number;
    /** as in inno_flat_passes() */
    skewness_type?: number;
    /** as in inno_flat_passes() */
    kurtosis_type?: number;
    /** 1 = the second rule works on the values of the first; INT32_MIN = 0 */
    combine?: number;
    /** 1 = apply both rules without the test; INT32_MIN = 0 */
    force?: number;
  }): Float64Array;
  /**
   * The rule whose values inno_flat_treat() keeps.
   */
  treatRule(arguments: {
    /** as there */
    x: Column;
    /** as there */
    n?: number;
    /** as there */
    direction?: number;
    /** as there */
    first?: number;
    /** as there */
    first_parameter?: number;
    /** as there */
    second?: number;
    /** as there */
    second_parameter?: number;
    /** as there */
    skewness?: number;
    /** as there */
    kurtosis?: number;
    /** as there */
    skewness_type?: number;
    /** as there */
    kurtosis_type?: number;
    /** as there */
    combine?: number;
    /** as there */
    force?: number;
  }): number;
  /**
   * Weights of children from their values, every parameter of the rule at the default of scheme.h. Gives columns
   * values, 0 or more, summing to 1; not x.
   */
  weights(arguments: {
    /** units x children, more is better; NaN = missing */
    x: Matrix;
    /** units, 0 to #INNO_LIMIT_UNITS; 0 is #INNO_E_NODATA */
    rows?: number;
    /** children, 0 to #INNO_LIMIT_NODES; a single one has weight 1, whatever its values */
    columns?: number;
    /** 0 or 1 */
    column_major?: number;
    /** INNO_WEIGH_, required; #INNO_WEIGH_GIVEN is #INNO_E_RULE */
    rule?: number;
  }): Float64Array;
  /**
   * Analytic hierarchy process: weights from a matrix of pairwise judgements. Any consistency is accepted:
   * inno_flat_ahp_ratio() tells it. Gives n values, summing to 1; not the matrix.
   */
  ahp(arguments: {
    /** n x n, how many times more the child of the row matters than that of the column: as in
     * inno_weights_set_ahp(); none may be missing */
    judgements: Matrix;
    /** children, 0 to 15; more is #INNO_E_SIZE */
    n?: number;
    /** 0 or 1 */
    column_major?: number;
    /** INNO_AHP_; INT32_MIN = #INNO_AHP_EIGENVECTOR */
    rule?: number;
  }): Float64Array;
  /**
   * Consistency ratio of a matrix of pairwise judgements under #INNO_AHP_EIGENVECTOR; Saaty advises at most 0.1.
   */
  ahpRatio(arguments: {
    /** as in inno_flat_ahp() */
    judgements: Matrix;
    /** 1 to 15 */
    n?: number;
    /** 0 or 1 */
    column_major?: number;
  }): number;
  /**
   * Budget allocation: weights from points that experts distributed among children. Gives children values, summing
   * to 1; not points.
   */
  budget(arguments: {
    /** experts x children, each at least 0; none may be missing */
    points: Matrix;
    /** 0 to #INNO_LIMIT_UNITS; 0 is #INNO_E_NODATA */
    experts?: number;
    /** 0 to #INNO_LIMIT_NODES */
    children?: number;
    /** 0 or 1 */
    column_major?: number;
    /** what every expert's points must sum to, within 1e-9 of it; above 0; required */
    total: number;
    /** INNO_BUDGET_; INT32_MIN = #INNO_BUDGET_MEAN */
    rule?: number;
  }): Float64Array;
  /**
   * inno_trend_cagr() of one series, for a cell.
   */
  cagr(arguments: {
    /** n values; NaN = missing */
    values: Column;
    /** n times, strictly ascending */
    times: Column;
    /** 0 to 2147483647 */
    n?: number;
    /** 0 or INT32_MIN = all; k of at least 2 */
    latest?: number;
  }): number;
  /**
   * inno_trend_percentage_change() of one series, for a cell.
   */
  percentageChange(arguments: {
    /** n values; NaN = missing */
    values: Column;
    /** n times, strictly ascending */
    times: Column;
    /** 0 to 2147483647 */
    n?: number;
    /** 0 or INT32_MIN = all; k of at least 2 */
    latest?: number;
    /** NaN = 1 */
    per?: number;
  }): number;
  /**
   * inno_trend_interpolate() of one series at one time, for a cell.
   */
  interpolate(arguments: {
    /** n values; NaN = missing */
    values: Column;
    /** n times, strictly ascending */
    times: Column;
    /** 0 to 2147483647 */
    n?: number;
    /** the time */
    at?: number;
  }): number;
}
