"""Schemes by keyword: one function a step, one keyword a key. None leaves the library's default. What is given goes
to the library as it is; the library refuses what is out of range, and what could have no effect, with a sentence.
Settings of single nodes, units and levels: Scheme.at() and Scheme.at_level(). WRITTEN BY examples/python/generate."""
from __future__ import annotations

from typing import Literal, Sequence, TypeAlias

from .scheme import Scheme, by_keyword

__all__ = [
    "DenominateRule", "ImputeRule", "ImputeFrame", "ImputeWeighting", "ImputeTooFew", "ScreenRule", "ScreenForce",
    "TreatRules", "TreatTest", "TreatFrame", "NormalizeRule", "NormalizeOutliers", "NormalizeTies", "NormalizeLog",
    "NormalizeFrame", "WeighRule", "WeighScaling", "WeighLoadings", "WeighRetain", "AggregateRule", "AggregateMissing",
    "AggregateNonpositive", "AggregatePenalty", "AggregateDeviation", "AggregateScaling", "AggregatePreference",
    "AggregateShareOf", "AggregateZero", "RankTies", "AuditCorrelation", "AuditUse", "AuditAdjust", "AuditShareOf",
    "AuditRotation", "AuditRetain", "AuditStrengths", "AuditCurve", "UncertaintySequence", "ExplainOvertake",
    "ExplainRounding", "denominate", "impute", "screen", "treat", "normalize", "weigh", "aggregate", "rank",
    "audit_options", "uncertainty_options", "explain_options"
]

DenominateRule: TypeAlias = Literal["none", "divide"]
ImputeRule: TypeAlias = Literal[
    "none", "mean", "median", "group_mean", "group_median", "sibling_mean", "regression", "em", "nearest", "hot_deck",
    "hot_deck_sequential", "latest", "linear", "constant", "linear_constant"
]
ImputeFrame: TypeAlias = Literal["pooled", "period"]
ImputeWeighting: TypeAlias = Literal["equal", "distance"]
ImputeTooFew: TypeAlias = Literal["refuse", "skip"]
ScreenRule: TypeAlias = Literal["none", "coverage", "nonzero", "both"]
ScreenForce: TypeAlias = Literal["include", "exclude"]
TreatRules: TypeAlias = Literal[
    "none", "winsorize", "fence", "sd_fence", "quantiles", "log", "log_gii", "log_ct", "log_ct_plus", "log_ct_orig",
    "boxcox", "root", "root_search"
]
TreatTest: TypeAlias = Literal["moments", "fence", "sd"]
TreatFrame: TypeAlias = Literal["pooled", "period", "base"]
NormalizeRule: TypeAlias = Literal[
    "none", "minmax", "zscore", "minmax_percentile", "minmax_sd", "minmax_inner", "ampi", "fixed_range", "goalposts",
    "rank", "percentile_rank", "borda", "percentile", "categorical", "distance_to_max", "distance_to_reference",
    "distance_to_target", "fraction_of_max", "ratio_to_mean", "ratio_to_worst", "above_below_mean"
]
NormalizeOutliers: TypeAlias = Literal["sd", "fence"]
NormalizeTies: TypeAlias = Literal["competition", "modified", "dense", "fractional"]
NormalizeLog: TypeAlias = Literal["none", "natural", "base10"]
NormalizeFrame: TypeAlias = Literal["pooled", "period", "base"]
WeighRule: TypeAlias = Literal[
    "given", "equal", "deviation", "entropy", "gini", "critic", "merec", "first_component", "all_components", "factors"
]
WeighScaling: TypeAlias = Literal["none", "minmax"]
WeighLoadings: TypeAlias = Literal["signed", "absolute", "squared"]
WeighRetain: TypeAlias = Literal["eigenvalue", "share", "cumulative", "count"]
AggregateRule: TypeAlias = Literal[
    "arithmetic", "geometric", "harmonic", "power", "weighted_product", "sum", "median", "minimum", "owa",
    "mean_of_best", "mean_of_worst", "mean_min", "mazziotta_pareto", "penalized_cv", "copeland", "borda", "kemeny",
    "topsis", "vikor", "promethee", "wroclaw", "benefit_of_doubt", "factor_scores"
]
AggregateMissing: TypeAlias = Literal["zero", "rescale", "propagate"]
AggregateNonpositive: TypeAlias = Literal["error", "floor", "shift"]
AggregatePenalty: TypeAlias = Literal["negative", "positive"]
AggregateDeviation: TypeAlias = Literal["population", "sample"]
AggregateScaling: TypeAlias = Literal["none", "minmax", "vector"]
AggregatePreference: TypeAlias = Literal["usual", "u_shape", "v_shape", "level", "linear", "gaussian"]
AggregateShareOf: TypeAlias = Literal["contribution", "weight", "mean"]
AggregateZero: TypeAlias = Literal["error", "release", "limit"]
RankTies: TypeAlias = Literal["competition", "modified", "dense", "fractional"]
AuditCorrelation: TypeAlias = Literal["pearson", "spearman", "kendall"]
AuditUse: TypeAlias = Literal["pairwise", "complete"]
AuditAdjust: TypeAlias = Literal["none", "benjamini_hochberg", "benjamini_yekutieli", "holm", "bonferroni"]
AuditShareOf: TypeAlias = Literal["units", "available"]
AuditRotation: TypeAlias = Literal["none", "varimax", "promax"]
AuditRetain: TypeAlias = Literal["kaiser", "parallel", "count"]
AuditStrengths: TypeAlias = Literal["gii", "count", "coinr"]
AuditCurve: TypeAlias = Literal["linear", "quadratic", "spline"]
UncertaintySequence: TypeAlias = Literal["philox", "sobol"]
ExplainOvertake: TypeAlias = Literal["strict", "tie"]
ExplainRounding: TypeAlias = Literal["half_up", "half_even", "truncated"]


@by_keyword
def denominate(
    *,
    rule: DenominateRule | None = None,
) -> Scheme:
    """Divide by a denominator.

    Args:
        rule: default "divide".
            "none": leave the column as it is.
            "divide": x / (denominator / scale).
    """
    return Scheme(
        "denominate",
        {
            "rule": rule
        },
    )


@by_keyword
def impute(
    *,
    rule: ImputeRule | None = None,
    group: str | None = None,
    level: int | None = None,
    frame: ImputeFrame | None = None,
    max_age: float | None = None,
    max_periods: int | None = None,
    ridge: float | None = None,
    tolerance: float | None = None,
    max_iterations: int | None = None,
    neighbors: int | None = None,
    weighting: ImputeWeighting | None = None,
    min_overlap: int | None = None,
    too_few: ImputeTooFew | None = None,
) -> Scheme:
    """Fill missing values.

    Args:
        rule: default "none".
            "none": missing stays missing.
            "mean": of the column.
            "median": of the column.
            "group_mean"
            "group_median"
            "sibling_mean": the unit's mean over siblings scaled to 0..1.
            "regression": least squares on the siblings that the unit has.
            "em": conditional means of the siblings' normal distribution, found by EM.
            "nearest": mean of the nearest units that have it.
            "hot_deck": from the nearest complete unit of the group.
            "hot_deck_sequential": from the last complete unit of the group.
            "latest": the unit's last value of an earlier period.
            "linear": on the line between the unit's values of other periods.
            "constant": the unit's value before, or else its first.
            "linear_constant": linear; a single value everywhere.
        group: name of the dataset's grouping; needed by the group rules.
        level: siblings share the ancestor of this level; 0 = all (0..100, default 2).
        frame: the rows that a mean is taken over, in a dataset with periods (default "period").
            "pooled": all periods together.
            "period": each period by itself.
        max_age: rules over time: largest distance to a period that is used, in the periods' own values; unset = any
            (> 0).
        max_periods: rules over time: the same counted in periods (1..10^8, default 10^8).
        ridge: em: added to the diagonal of the covariance, in variances of the columns (>= 0, default 0).
        tolerance: em: stops when no mean or covariance moves by more, in standard deviations (> 0, <= 1, default 1e-9).
        max_iterations: em: stops at the latest after these; the record says so (1..10^6, default 1000).
        neighbors: nearest: at most this many (1..1000, default 5).
        weighting: nearest (default "equal").
            "equal": every neighbor counts the same.
            "distance": 1 / distance; those at distance 0 count alone.
        min_overlap: nearest, hot_deck: siblings that both units must have (1..100000, default 1).
        too_few: regression on fewer units than predictors + 2, or collinear ones (default "refuse").
            "refuse": INNO_E_DOMAIN names indicator and unit.
            "skip": the value stays missing.
    """
    return Scheme(
        "impute",
        {
            "rule": rule, "group": group, "level": level, "frame": frame, "max_age": max_age,
            "max_periods": max_periods, "ridge": ridge, "tolerance": tolerance, "max_iterations": max_iterations,
            "neighbors": neighbors, "weighting": weighting, "min_overlap": min_overlap, "too_few": too_few
        },
    )


@by_keyword
def screen(
    *,
    rule: ScreenRule | None = None,
    min_coverage: float | None = None,
    min_nonzero: float | None = None,
) -> Scheme:
    """Leave out units with too few data.

    Args:
        rule: default "coverage".
            "none": only forced units.
            "coverage": COINr's byNA.
            "nonzero": COINr's byzeros.
            "both": out when either is low; COINr's byNAandzeros.
        min_coverage: smallest share of indicators with a value (0..1, default 2/3).
        min_nonzero: smallest share of non-zero values (0..1, default 0.05).

    Only for single nodes or units, with Scheme.at():
        force: kept or left out whatever its data.
            "include"
            "exclude"
    """
    return Scheme(
        "screen",
        {
            "rule": rule, "min_coverage": min_coverage, "min_nonzero": min_nonzero
        },
    )


@by_keyword
def treat(
    *,
    rules: str | Sequence[TreatRules] | None = None,
    test: TreatTest | None = None,
    skewness: float | None = None,
    kurtosis: float | None = None,
    skewness_type: int | None = None,
    kurtosis_type: int | None = None,
    reach: float | None = None,
    sds: float | None = None,
    quantile_type: int | None = None,
    limit_share: float | None = None,
    limit: int | None = None,
    lower_percentile: float | None = None,
    upper_percentile: float | None = None,
    combine: bool | None = None,
    force: bool | None = None,
    factor: float | None = None,
    lambda_: float | None = None,
    degree: float | None = None,
    max_degree: int | None = None,
    frame: TreatFrame | None = None,
    base_period: float | None = None,
) -> Scheme:
    """Treat outliers.

    Args:
        rules: tried in order until the test passes (default "winsorize, log_gii").
            "none": leave the column as it is.
            "winsorize"
            "fence": beyond the quartiles by more than reach times their distance: moved to there.
            "sd_fence": beyond mean - sds * sd or mean + sds * sd: moved to there.
            "quantiles": beyond two percentiles: moved to them.
            "log": ln x.
            "log_gii": ln((f max - 1)(x - min)/(max - min) + 1), mirrored for bads.
            "log_ct": ln(x - min + 0.01 (max - min)).
            "log_ct_plus": log_ct, mirrored for negative skewness.
            "log_ct_orig": ln(x - min + 1).
            "boxcox": on x - min + 1.
            "root": x^(1/degree), x >= 0.
            "root_search": root of the smallest degree 2, 3, ... after which |skewness| < skewness.
        test: what a column must pass to stay as it is (default "moments").
            "moments": |skewness| < skewness or kurtosis < kurtosis.
            "fence": no value beyond the quartiles by more than reach times their distance.
            "sd": no value beyond mean - sds * sd or mean + sds * sd.
        skewness: moments: passes when |skewness| < this ... (> 0, default 2).
        kurtosis: ... or kurtosis < this (default 3.5).
        skewness_type: Joanes and Gill's types (1..3, default 2).
        kurtosis_type: Joanes and Gill's types (1..3, default 2).
        reach: fence: distances of the quartiles beyond them (>= 0, default 1.5).
        sds: sd: standard deviations from the mean (> 0, default 2).
        quantile_type: Hyndman and Fan's types: 7 R and Excel, 2 Stata (1..9, default 7).
        limit_share: in place of limit: this share of the values (> 0, <= 1).
        limit: winsorizing stops at this many points (0..10^8, default 5).
        lower_percentile: quantiles: values below become this percentile (0..100, default 5).
        upper_percentile: quantiles: values above become this percentile (0..100, default 95).
        combine: True = a rule works on the one before's values, not the original (default False).
        force: True = apply the whole chain without the test (default False).
        factor: f of log_gii; unset = smallest power of ten >= 1 with f * max > 1 (> 0).
        lambda_: lambda of boxcox; needed by it.
        degree: degree of root (>= 1, default 2).
        max_degree: root_search: the last degree that is tried (2..1000, default 10).
        frame: the rows that are tested and treated together, in a dataset with periods (default "period").
            "pooled": all periods together.
            "period": each period by itself.
            "base": one period, for all.
        base_period: the period of "base"; needed by it.
    """
    return Scheme(
        "treat",
        {
            "rules": rules, "test": test, "skewness": skewness, "kurtosis": kurtosis, "skewness_type": skewness_type,
            "kurtosis_type": kurtosis_type, "reach": reach, "sds": sds, "quantile_type": quantile_type,
            "limit_share": limit_share, "limit": limit, "lower_percentile": lower_percentile,
            "upper_percentile": upper_percentile, "combine": combine, "force": force, "factor": factor,
            "lambda": lambda_, "degree": degree, "max_degree": max_degree, "frame": frame, "base_period": base_period
        },
    )


@by_keyword
def normalize(
    *,
    rule: NormalizeRule | None = None,
    lower: float | None = None,
    upper: float | None = None,
    points: float | None = None,
    truncate: bool | None = None,
    floor: float | None = None,
    ceiling: float | None = None,
    mean: float | None = None,
    sd: float | None = None,
    outliers: NormalizeOutliers | None = None,
    sds: float | None = None,
    reach: float | None = None,
    lower_percentile: float | None = None,
    upper_percentile: float | None = None,
    quantile_type: int | None = None,
    target: float | None = None,
    reference: str | None = None,
    cap: bool | None = None,
    reference_value: float | None = None,
    threshold: float | None = None,
    ties: NormalizeTies | None = None,
    cuts: str | Sequence[float] | None = None,
    scores: str | Sequence[float] | None = None,
    log: NormalizeLog | None = None,
    frame: NormalizeFrame | None = None,
    base_period: float | None = None,
) -> Scheme:
    """Bring to one scale and direction.

    Args:
        rule: default "minmax".
            "none": x * direction.
            "minmax"
            "zscore": divisor m - 1.
            "minmax_percentile": minmax between two percentiles.
            "minmax_sd": minmax between mean - sds * sd and mean + sds * sd.
            "minmax_inner": minmax whose minimum and maximum leave outliers out.
            "ampi": 70 to 130, the reference value gets 100.
            "fixed_range": never truncated.
            "goalposts"
            "rank": from below: the best has the highest.
            "percentile_rank": (rank - 1)/(m - 1).
            "borda": rank - 1.
            "percentile": 100 rank/m.
            "categorical": score of the class that 100 rank/m falls into.
            "distance_to_max": 1 - (max - x)/(max - min).
            "distance_to_reference"
            "distance_to_target"
            "fraction_of_max": x/max; where less is better min/x.
            "ratio_to_mean": x/mean; where less is better mean/x.
            "ratio_to_worst": x/min; where less is better max/x.
            "above_below_mean": 1, 0 or -1: above, around or below the mean.
        lower: minmax rules (0): score of the worst; fixed_range (0), goalposts: lower bound in raw units.
        upper: minmax rules (100): score of the best; fixed_range (100), goalposts: upper bound in raw units.
        points: fixed_range, goalposts: score at the good bound (> 0, default 100).
        truncate: cut to lower..upper, 0..points, floor..ceiling; 0 for minmax and zscore (default True).
        floor: zscore with truncate = 1: smallest score (default 0).
        ceiling: zscore with truncate = 1: largest score (default 100).
        mean: zscore: mean of the scores (default 0).
        sd: zscore: standard deviation of the scores (> 0, default 1).
        outliers: minmax_inner: what is left out (default "sd").
            "sd": beyond mean - sds * sd or mean + sds * sd.
            "fence": beyond the quartiles by more than reach times their distance.
        sds: minmax_sd, minmax_inner: standard deviations from the mean (> 0, default 2).
        reach: minmax_inner: distances of the quartiles beyond them (>= 0, default 1.5).
        lower_percentile: minmax_percentile: the lower bound of x (0..100, default 2.5).
        upper_percentile: minmax_percentile: the upper bound of x (0..100, default 97.5).
        quantile_type: Hyndman and Fan's types: 7 R and Excel, 2 Stata (1..9, default 7).
        target: distance_to_target, raw units; needed by it.
        reference: distance_to_reference: code of the reference unit; needed by it.
        cap: distances: scores above 1 become 1 (default False).
        reference_value: ampi: x that gets 100, raw units; unset = the mean.
        threshold: above_below_mean: share of the mean that counts as around it (0..1, default 0.2).
        ties: rank rules (default "competition").
            "competition": 1 2 2 4.
            "modified": 1 3 3 4.
            "dense": 1 2 2 3.
            "fractional": 1 2.5 2.5 4.
        cuts: categorical: percentiles at which a class begins, ascending, at most 20; needed by it (0..100).
        scores: categorical: scores of the classes, one more than cuts, from the worst to the best; needed by it.
        log: take the logarithm first, of bounds and targets too (default "none").
            "none"
            "natural"
            "base10"
        frame: the rows that give minimum, mean, ...; matters in a dataset with periods (default "pooled").
            "pooled": all periods together.
            "period": each period by itself.
            "base": one period, for all.
        base_period: the period of "base"; needed by it.
    """
    return Scheme(
        "normalize",
        {
            "rule": rule, "lower": lower, "upper": upper, "points": points, "truncate": truncate, "floor": floor,
            "ceiling": ceiling, "mean": mean, "sd": sd, "outliers": outliers, "sds": sds, "reach": reach,
            "lower_percentile": lower_percentile, "upper_percentile": upper_percentile, "quantile_type": quantile_type,
            "target": target, "reference": reference, "cap": cap, "reference_value": reference_value,
            "threshold": threshold, "ties": ties, "cuts": cuts, "scores": scores, "log": log, "frame": frame,
            "base_period": base_period
        },
    )


@by_keyword
def weigh(
    *,
    rule: WeighRule | None = None,
    scaling: WeighScaling | None = None,
    loadings: WeighLoadings | None = None,
    retain: WeighRetain | None = None,
    min_eigenvalue: float | None = None,
    min_share: float | None = None,
    min_cumulative: float | None = None,
    components: int | None = None,
    sweeps: int | None = None,
) -> Scheme:
    """Compute weights from values.

    Args:
        rule: of the children of a node (default "given").
            "given": the weights that the method was made with.
            "equal": 1/k.
            "deviation": in proportion to the standard deviation.
            "entropy": in proportion to 1 - E, E = -sum(p ln p)/ln n, p = x/sum(x).
            "gini": in proportion to the Gini coefficient.
            "critic": standard deviation of the values scaled to 0..1, times sum(1 - correlation) with the siblings.
            "merec": effect of leaving the child out.
            "first_component": first eigenvector of the correlations.
            "all_components": sum of eigenvalue times |entry| over all components of the covariances.
            "factors": squared loadings after varimax, each factor weighted by the variance that it explains.
        scaling: default "minmax".
            "none": as they are.
            "minmax": scaled to 0..1 by the child's own minimum and maximum.
        loadings: a negative weight is refused (default "signed").
            "signed": as they come, turned so that their sum is positive.
            "absolute": without their signs.
            "squared"
        retain: which components stay (default "share").
            "eigenvalue": Kaiser's: those above min_eigenvalue.
            "share": those that explain more than min_share of the variance.
            "cumulative": the fewest that explain more than min_cumulative together.
            "count": as many as components says.
        min_eigenvalue: components with a larger eigenvalue stay (>= 0, default 1).
        min_share: components that explain a larger part of the variance stay (0..1, default 0.1).
        min_cumulative: the fewest components that together explain a larger part stay (0..1, default 0.6).
        components: needed by "count" (1..1000).
        sweeps: most rounds of varimax (1..10^6, default 1000).
    """
    return Scheme(
        "weigh",
        {
            "rule": rule, "scaling": scaling, "loadings": loadings, "retain": retain, "min_eigenvalue": min_eigenvalue,
            "min_share": min_share, "min_cumulative": min_cumulative, "components": components, "sweeps": sweeps
        },
    )


@by_keyword
def aggregate(
    *,
    rule: AggregateRule | None = None,
    power: float | None = None,
    alpha: float | None = None,
    beta: float | None = None,
    coefficient: float | None = None,
    count: int | None = None,
    order_weights: str | Sequence[float] | None = None,
    missing: AggregateMissing | None = None,
    min_coverage: float | None = None,
    nonpositive: AggregateNonpositive | None = None,
    floor: float | None = None,
    shift: float | None = None,
    penalty: AggregatePenalty | None = None,
    deviation: AggregateDeviation | None = None,
    search_limit: int | None = None,
    scaling: AggregateScaling | None = None,
    compromise: float | None = None,
    preference: AggregatePreference | None = None,
    indifference: float | None = None,
    strict_preference: float | None = None,
    sigma: float | None = None,
    share_lower: float | None = None,
    share_upper: float | None = None,
    share_of: AggregateShareOf | None = None,
    zero: AggregateZero | None = None,
    multiplier_lower: float | None = None,
    multiplier_upper: float | None = None,
    iterations: int | None = None,
) -> Scheme:
    """Compute the aggregates.

    Args:
        rule: default "arithmetic".
            "arithmetic": sum(w x)/sum(w).
            "geometric": exp(sum(w ln x)/sum(w)).
            "harmonic": sum(w)/sum(w/x).
            "power": (sum(w x^p)/sum(w))^(1/p).
            "weighted_product": exp(sum(w ln x)), weights as given.
            "sum": sum(w x), weights as given: points.
            "median": unweighted; a child of weight 0 takes no part.
            "minimum": unweighted; a child of weight 0 takes no part.
            "owa": order_weights times the children from the largest down.
            "mean_of_best": of the count largest, unweighted.
            "mean_of_worst": of the count smallest, unweighted.
            "mean_min": M - alpha (sqrt((M - min)^2 + beta^2) - beta).
            "mazziotta_pareto": M -+ S^2/M.
            "penalized_cv": M (1 - coefficient S/M).
            "copeland": units outranked less units outranking.
            "borda": sum of w times the units that are lower on the child.
            "kemeny": units below in the order that agrees with most weight.
            "topsis": distance to the worst / (to the worst + to the best).
            "vikor": 1 - Q, so that more is better.
            "promethee": net flow of PROMETHEE II.
            "wroclaw": 1 - distance to the best values/(mean + 2 sd of distances).
            "benefit_of_doubt": best weighted sum that a unit can have.
            "factor_scores": first principal component of the correlations, mean 0, variance 1.
        power: not 0: exponent of power; needed by it.
        alpha: mean_min: 0 = the mean, 1 = close to the minimum; needed by it (0..1).
        beta: mean_min: how smoothly the penalty begins, in scores; needed by it (>= 0).
        coefficient: penalized_cv: of the coefficient of variation (>= 0, default 1).
        count: mean_of_best, mean_of_worst: how many children; needed by them (1..100000).
        order_weights: owa: from the largest child to the smallest; needed by it (>= 0).
        missing: what becomes of a missing child of sum (default "rescale").
            "zero": counts as 0 points.
            "rescale": its weight goes to the children that are there.
            "propagate": the sum is missing too.
        min_coverage: smaller share of available children gives a missing value (0..1, default 0).
        nonpositive: geometric, harmonic, power but 1 (default "error").
            "error": INNO_E_NONPOSITIVE names node, unit and cure.
            "floor": smaller values count as floor.
            "shift": mean of x + shift, minus shift.
        floor: needed by "floor" (> 0).
        shift: needed by "shift" (> 0).
        penalty: mazziotta_pareto: the sign of the penalty (default "negative").
            "negative": taken off: more is better.
            "positive": added: less is better, as in an index of poverty.
        deviation: mazziotta_pareto, penalized_cv: divisor of the variance of a unit's children (default "population").
            "population": divisor m.
            "sample": divisor m - 1.
        search_limit: kemeny: orders that the search may look at where the exact way is too long
            (0..10^8, default 10^7).
        scaling: topsis: how children are scaled before distances (default "none").
            "none": as they are.
            "minmax": scaled to 0..1 by the child's own minimum and maximum.
            "vector": divided by the root of the sum of squares.
        compromise: vikor: share of the sum of regrets; the rest is the largest regret's (0..1, default 0.5).
        preference: promethee: what a difference counts (default "usual").
            "usual": 1.
            "u_shape": 1 above indifference, else 0.
            "v_shape": d/strict_preference, at most 1.
            "level": 0 up to indifference, 1/2 up to strict_preference, else 1.
            "linear": 0 up to indifference, rising to 1 at strict_preference.
            "gaussian": 1 - exp(-d^2/(2 sigma^2)).
        indifference: promethee with u_shape, level, linear: in scores (>= 0, default 0).
        strict_preference: promethee with v_shape, level, linear: in scores; needed by them (> 0).
        sigma: promethee with gaussian: in scores; needed by it (> 0).
        share_lower: benefit_of_doubt: smallest share of every child in the score (0..1, default 0).
        share_upper: benefit_of_doubt: largest share of every child in the score (0..1, default 1).
        share_of: what shares are of (default "contribution").
            "contribution": u_j y_j / sum(u y) of the unit itself.
            "weight": u_j / sum(u), for indicators on one scale.
            "mean": of a unit with the mean of each indicator.
        zero: a value of 0 whose share has a floor (default "error").
            "error": INNO_E_NONPOSITIVE names the unit.
            "release": the floor does not hold where the value is 0.
            "limit": the score is 0, its limit as the value goes to 0.
        multiplier_lower: benefit_of_doubt: smallest multiplier of every child (>= 0, default 0).
        multiplier_upper: benefit_of_doubt: largest multiplier of every child; unset = no bound (> 0).
        iterations: benefit_of_doubt: most for the program of one unit (1..10^8, default 100000).

    Only for single nodes or units, with Scheme.at():
        own_share_lower: benefit_of_doubt: smallest share of this child in its parent's score; unset = the parent's
            share_lower (0..1).
        own_share_upper: benefit_of_doubt: largest share of this child in its parent's score; unset = the parent's
            share_upper (0..1).
    """
    return Scheme(
        "aggregate",
        {
            "rule": rule, "power": power, "alpha": alpha, "beta": beta, "coefficient": coefficient, "count": count,
            "order_weights": order_weights, "missing": missing, "min_coverage": min_coverage,
            "nonpositive": nonpositive, "floor": floor, "shift": shift, "penalty": penalty, "deviation": deviation,
            "search_limit": search_limit, "scaling": scaling, "compromise": compromise, "preference": preference,
            "indifference": indifference, "strict_preference": strict_preference, "sigma": sigma,
            "share_lower": share_lower, "share_upper": share_upper, "share_of": share_of, "zero": zero,
            "multiplier_lower": multiplier_lower, "multiplier_upper": multiplier_upper, "iterations": iterations
        },
    )


@by_keyword
def rank(
    *,
    ties: RankTies | None = None,
) -> Scheme:
    """Tie convention of ranks.

    Args:
        ties: default "competition".
            "competition": 1 2 2 4.
            "modified": 1 3 3 4.
            "dense": 1 2 2 3.
            "fractional": 1 2.5 2.5 4.
    """
    return Scheme(
        "rank",
        {
            "ties": ties
        },
    )


@by_keyword
def audit_options(
    *,
    correlation: AuditCorrelation | None = None,
    use: AuditUse | None = None,
    confidence: float | None = None,
    adjust: AuditAdjust | None = None,
    orient: bool | None = None,
    silent: float | None = None,
    redundant: float | None = None,
    bias: float | None = None,
    skewness_type: int | None = None,
    kurtosis_type: int | None = None,
    quantile_type: int | None = None,
    max_skewness: float | None = None,
    max_kurtosis: float | None = None,
    min_coverage: float | None = None,
    min_nonzero: float | None = None,
    min_unique: float | None = None,
    share_of: AuditShareOf | None = None,
    fence: float | None = None,
    min_alpha: float | None = None,
    rotation: AuditRotation | None = None,
    promax_power: float | None = None,
    retain: AuditRetain | None = None,
    components: int | None = None,
    parallel_draws: int | None = None,
    parallel_quantile: float | None = None,
    seed: int | None = None,
    min_adequacy: float | None = None,
    min_first_share: float | None = None,
    importance_ratio: float | None = None,
    places: float | None = None,
    min_added: float | None = None,
    max_shift: float | None = None,
    strengths: AuditStrengths | None = None,
    strength_count: int | None = None,
    min_distinct: float | None = None,
    strength_coverage: float | None = None,
    group: str | None = None,
    development: str | None = None,
    curve: AuditCurve | None = None,
    knots: int | None = None,
    band: float | None = None,
    period: float | None = None,
) -> Scheme:
    """What the analyses are told.

    Args:
        correlation: default "pearson".
            "pearson"
            "spearman": of the ranks, ties average.
            "kendall": tau-b.
        use: which units a pair of columns is taken over (default "pairwise").
            "pairwise": the units that have both values.
            "complete": the units that have every value.
        confidence: level of the confidence intervals (0.001..0.999, default 0.95).
        adjust: p-values of many pairs at once (default "benjamini_hochberg").
            "none"
            "benjamini_hochberg": false discovery rate.
            "benjamini_yekutieli": false discovery rate under any dependence.
            "holm": familywise error rate.
            "bonferroni": familywise error rate, in one step.
        orient: True = an indicator in which less is better is turned round before it is compared with others
            (default True).
        silent: a node whose correlation with its parent is below this in size is silent; at or below its negative it
            has the wrong sign (0..1, default 0.3).
        redundant: siblings whose correlation is above this say the same (0..1, default 0.92).
        bias: an indicator whose correlation with a denominator is above this in size measures size (0..1, default 0.6).
        skewness_type: 1 g1, 2 G1, 3 b1 (1..3, default 2).
        kurtosis_type: 1 g2, 2 G2, 3 b2 (1..3, default 2).
        quantile_type: Hyndman and Fan's number (1..9, default 7).
        max_skewness: a column has outliers when its skewness is above this in size and its kurtosis too large
            (>= 0, default 2).
        max_kurtosis: and its kurtosis is above this (>= 0, default 3.5).
        min_coverage: smallest share of units with a value (0..1, default 0.65).
        min_nonzero: smallest share of non-zero values (0..1, default 0.5).
        min_unique: smallest share of different values (0..1, default 0.5).
        share_of: what min_nonzero and min_unique are shares of (default "units").
            "units": all units, n, as COINr's flags.
            "available": the units that have a value, m.
        fence: a value beyond the quartiles by more than so many interquartile ranges is marked (>= 0, default 1.5).
        min_alpha: smallest Cronbach's alpha of a family (0..1, default 0.7).
        rotation: of the components that are kept (default "varimax").
            "none"
            "varimax": orthogonal.
            "promax": oblique.
        promax_power: read by "promax" (1..10, default 4).
        retain: which components are kept (default "kaiser").
            "kaiser": those with an eigenvalue above 1; the first in any case.
            "parallel": those above random data; needs parallel_draws; the first in any case.
            "count": as many as components says, or as there are.
        components: read by "count", which needs it (1..1000).
        parallel_draws: random data sets of the parallel analysis; 0 = none is made (0..100000, default 0).
        parallel_quantile: a component counts when its eigenvalue is above this quantile of the random ones
            (0..1, default 0.95).
        seed: of the random data sets (0..2147483647, default 1).
        min_adequacy: smallest measure of sampling adequacy (KMO) of a family (0..1, default 0.6).
        min_first_share: smallest share of the variance of a family that its first component explains
            (0..1, default 0.5).
        importance_ratio: a node whose share of the importance is so many times its share of the weight, or less than
            that part of it, is named (>= 1, default 2).
        places: a unit's rank in a pillar differs from that in the index when it is so many places away
            (>= 0, default 10).
        min_added: a pillar in which fewer than this share of the units have a different rank adds little
            (0..1, default 0.1).
        max_shift: a node whose removal moves units by more places than this on average decides the ranking
            (>= 0, default 5).
        strengths: default "gii".
            "gii": GII 2023: at or beyond the unit's own n-th percentile rank, and ranks 1 to 3.
            "count": the n best and the n worst percentile ranks, PII: five and five.
            "coinr": the n best and the n worst ranks, without indicators in which the unit is last.
        strength_count: how many of each a unit has; without it 10 by the GII's rule, 5 by the others (1..1000).
        min_distinct: read by "coinr": an indicator whose share of different values is not above this is left out
            (0..1, default 0).
        strength_coverage: an aggregate of a unit whose coverage is below this gets no sign (0..1, default 0).
        group: grouping of the dataset in which peers are found.
        development: column of the dataset whose logarithm explains the index.
        curve: of the index on the logarithm of development (default "spline").
            "linear"
            "quadratic"
            "spline": natural cubic spline.
        knots: read by "spline": at equally spaced quantiles, the two ends among them (3..20, default 4).
        band: level of the prediction interval outside which a unit is above or below what its development lets expect
            (0.001..0.999, default 0.9).
        period: the period of the result that is analyzed; without it the latest.
    """
    return Scheme(
        "audit",
        {
            "correlation": correlation, "use": use, "confidence": confidence, "adjust": adjust, "orient": orient,
            "silent": silent, "redundant": redundant, "bias": bias, "skewness_type": skewness_type,
            "kurtosis_type": kurtosis_type, "quantile_type": quantile_type, "max_skewness": max_skewness,
            "max_kurtosis": max_kurtosis, "min_coverage": min_coverage, "min_nonzero": min_nonzero,
            "min_unique": min_unique, "share_of": share_of, "fence": fence, "min_alpha": min_alpha,
            "rotation": rotation, "promax_power": promax_power, "retain": retain, "components": components,
            "parallel_draws": parallel_draws, "parallel_quantile": parallel_quantile, "seed": seed,
            "min_adequacy": min_adequacy, "min_first_share": min_first_share, "importance_ratio": importance_ratio,
            "places": places, "min_added": min_added, "max_shift": max_shift, "strengths": strengths,
            "strength_count": strength_count, "min_distinct": min_distinct, "strength_coverage": strength_coverage,
            "group": group, "development": development, "curve": curve, "knots": knots, "band": band, "period": period
        },
    )


@by_keyword
def uncertainty_options(
    *,
    sequence: UncertaintySequence | None = None,
    seed: int | None = None,
    node: str | None = None,
    period: float | None = None,
    confidence: float | None = None,
    top: int | None = None,
    score_low: float | None = None,
    score_high: float | None = None,
    score_bins: int | None = None,
    pairs: bool | None = None,
    central: bool | None = None,
) -> Scheme:
    """What an uncertainty and its tallies are told.

    Args:
        sequence: where the numbers of a replicate come from (default "philox").
            "philox": independent random numbers.
            "sobol": Sobol' points with Owen's scrambling: spread more evenly, up to 1024 dimensions.
        seed: another seed gives other replicates (0..2147483647, default 1).
        node: code of the node whose scores are ranked; without it the index.
        period: the period of the dataset whose units are ranked; without it the latest.
        confidence: share of the replicates inside the interval of a rank, INNO_TALLY_LOWER to INNO_TALLY_UPPER
            (0.001..0.999, default 0.9).
        top: ranks up to this one are the top (1..10^8, default 10).
        score_low: lower end of the scale on which scores are counted; needed when they are.
        score_high: upper end of that scale; needed likewise.
        score_bins: parts of that scale; 0 = scores are not counted (0..10^6, default 0).
        pairs: True = for each two units the replicates in which one is ahead are counted (default False).
        central: True = the weights with which each unit comes first are added up (default False).
    """
    return Scheme(
        "uncertainty",
        {
            "sequence": sequence, "seed": seed, "node": node, "period": period, "confidence": confidence, "top": top,
            "score_low": score_low, "score_high": score_high, "score_bins": score_bins, "pairs": pairs,
            "central": central
        },
    )


@by_keyword
def explain_options(
    *,
    node: str | None = None,
    period: float | None = None,
    group: str | None = None,
    baseline: float | None = None,
    hold_treatment: bool | None = None,
    hold_normalization: bool | None = None,
    hold_imputation: bool | None = None,
    move_step: float | None = None,
    overtake: ExplainOvertake | None = None,
    cap_ranges: float | None = None,
    looks: int | None = None,
    tries: int | None = None,
    period_before: float | None = None,
    rounding: ExplainRounding | None = None,
    ulps: int | None = None,
    ranked_units: int | None = None,
    min_peers: int | None = None,
    zero_share: float | None = None,
    zero_far: float | None = None,
    slip_outside: float | None = None,
    slip_inside: float | None = None,
    slip_spread: float | None = None,
    denominator_change: float | None = None,
    gap_places: int | None = None,
    possible_lower: float | None = None,
    possible_upper: float | None = None,
) -> Scheme:
    """What explanations are told.

    Args:
        node: code of the node whose score is explained; without it the index.
        period: the period of the dataset that is explained; without it the latest.
        group: grouping of the dataset: peers are the units with the same label; without it all units.
        baseline: contributions: final value of every indicator from which points of a score are counted (default 0).
        hold_treatment: True = a what-if keeps what the treatment took from the first data, False = it is taken again
            after every change (default False).
        hold_normalization: True = a what-if keeps the constants of the normalization, False = they are taken again
            after every change (default False).
        hold_imputation: True = a what-if keeps the values that were filled in at first, False = they are filled in
            again after every change (default False).
        move_step: length of the small improvement that a slope is taken from, as a share of the distance between the
            best unit and the worst (> 0, <= 1, default 0.001).
        overtake: whether a unit that is to climb has to be better than who is ahead, or level with it
            (default "strict").
            "strict": better; of a rank: also when every unit that is level counted as ahead.
            "tie": level is enough; ranks count ties as the method says.
        cap_ranges: how far beyond the best value of all rows a change goes without a cap, in ranges of the values
            (0..10^6, default 1).
        looks: places looked at between two neighboring values of an indicator, and 16 times as many over its whole way
            (1..10000, default 4).
        tries: results computed for a combination, after which no cheaper one is looked for (1..10^8, default 20000).
        period_before: change and check: the period of the old dataset; without it the latest.
        rounding: how a published table says that it was rounded (default "half_up").
            "half_up": to the nearest, ties away from 0.
            "half_even": to the nearest, ties to the even digit.
            "truncated": toward 0.
        ulps: last bits that a computed number of a published table may be off, as another program adds in another order
            (0..10^6, default 8).
        ranked_units: units that a published table ranked, printed or not; without it no printed rank is too large
            (1..10^8).
        min_peers: a check compares with peers where so many have a value (3..10^9, default 8).
        zero_share: a 0 is asked about where at most this share of the other peers has 0 (0..1, default 0.05).
        zero_far: a 0 is asked about where the value before was above this share of the median size before
            (>= 0, default 0.1).
        slip_outside: a slip lies more than so many spreads of the logarithms outside (>= 0, default 4).
        slip_inside: a slip lies at most so many spreads inside when it is taken back (>= 0, default 2).
        slip_spread: least spread of decimal logarithms that slips are judged by (> 0, <= 1, default 0.1).
        denominator_change: a denominator moved when it changed by more than this share since the period before, and a
            numerator did not (>= 0, default 0.1).
        gap_places: a gap is a finding when the median of the peers moves the rank by so many places
            (1..10^9, default 1).
        possible_lower: least value that a raw figure can have, for instance 0 of a percentage; without it any.
        possible_upper: greatest value that a raw figure can have, for instance 100 of a percentage; without it any.
    """
    return Scheme(
        "explain",
        {
            "node": node, "period": period, "group": group, "baseline": baseline, "hold_treatment": hold_treatment,
            "hold_normalization": hold_normalization, "hold_imputation": hold_imputation, "move_step": move_step,
            "overtake": overtake, "cap_ranges": cap_ranges, "looks": looks, "tries": tries,
            "period_before": period_before, "rounding": rounding, "ulps": ulps, "ranked_units": ranked_units,
            "min_peers": min_peers, "zero_share": zero_share, "zero_far": zero_far, "slip_outside": slip_outside,
            "slip_inside": slip_inside, "slip_spread": slip_spread, "denominator_change": denominator_change,
            "gap_places": gap_places, "possible_lower": possible_lower, "possible_upper": possible_upper
        },
    )
