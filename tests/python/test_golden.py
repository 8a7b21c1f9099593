"""Numbers of others through the Python package: COINr's ASEM at every step, single steps with other rules, TAI, HDI,
Compind; and the program scoreboard, bit for bit. Files, recipes and tolerances are those of tests/golden/*.c."""
from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any, Sequence

import numpy as np
import pandas as pd
import pytest

import innoscore
from conftest import EXAMPLES, read
from innoscore import aggregate, coinr, denominate, impute, normalize, screen, treat

TOLERANCE = 1e-12
Steps = Sequence[innoscore.Scheme]
PIPELINE = (denominate(), impute(rule="group_mean", group="EurAsia_group"), screen(min_coverage=0.9),
            treat(rules=["winsorize", "log_ct"], limit=5), normalize(rule="minmax"), aggregate(rule="arithmetic"))


class Coinr:
    """The folder of COINr's tables, and what is made of ASEM."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta, self.data = read(folder / "ASEM_iMeta.csv"), read(folder / "ASEM_iData.csv")

    def table(self, name: str) -> pd.DataFrame:
        return read(self.folder / name).set_index("uCode")

    def framework(self, raw: bool = True, weights: str | None = None) -> innoscore.Framework:
        """raw = False: directions 1 and no denominators, for values that are normalized already."""
        meta = self.meta.copy()
        if not raw:
            meta.loc[meta["Direction"].notna(), "Direction"] = 1
            meta["Denominator"] = None
        if weights is not None:
            given = read(self.folder / weights).set_index("iCode")["Weight"]
            meta["Weight"] = [given.get(code, weight) for code, weight in zip(meta["iCode"], meta["Weight"])]
        return innoscore.Framework.from_coinr(meta)

    def dataset(self, framework: innoscore.Framework, values: str | None) -> innoscore.Dataset:
        """iData; or another table of the indicators, with the groups and denominators of iData."""
        if values is None:
            return innoscore.Dataset.from_coinr(self.data, self.meta)
        rest = self.data.drop(columns=list(framework.indicators))
        return innoscore.Dataset.from_coinr(self.table(values).reset_index().merge(rest, on="uCode"), framework)

    def score(self, steps: Steps, values: str | None = None, raw: bool = True,
              weights: str | None = None) -> innoscore.Result:
        framework = self.framework(raw, weights)
        names = [step.step for step in steps]
        before = [step for step in steps if step.step != "aggregate"]
        before += [normalize(rule="none")] * ("normalize" not in names)
        after = [step for step in steps if step.step == "aggregate"] or [aggregate()]
        return innoscore.Method(framework, before + after).score(self.dataset(framework, values))


@pytest.fixture(scope="session")
def asem(shared: Path) -> Coinr:
    return Coinr(shared / "reference/coinr")


@pytest.fixture(scope="session")
def example(asem: Coinr) -> innoscore.Result:
    return asem.score(PIPELINE)


def compare(got: pd.DataFrame, expected: pd.DataFrame, leave: Sequence[str] = (), tolerance: float = TOLERANCE) -> None:
    """Every column that both have: relative to the largest of it, missing where missing."""
    columns = [code for code in expected.columns if code in got.columns and code not in leave]
    assert columns and set(expected.index) <= set(got.index)
    a = got.loc[expected.index, columns].to_numpy(dtype=float)
    b = expected[columns].to_numpy(dtype=float)
    scale = np.nanmax(np.abs(b), axis=0)
    np.testing.assert_array_equal(np.isnan(a), np.isnan(b))
    worst = np.nanmax(np.abs(a - b) / np.where(scale > 0, scale, 1.0))
    assert worst <= tolerance, f"largest error {worst:g}"


# ---- COINr's example ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step, file", enumerate([
    "01_denominate/denominated.csv", "07_pipeline/imputed.csv", "07_pipeline/screened.csv", "07_pipeline/treated.csv",
    "07_pipeline/normalised.csv",
]))
def test_every_step_of_the_example(asem: Coinr, example: innoscore.Result, step: int, file: str) -> None:
    compare(example.values(step), asem.table(file))


def test_scores_and_ranks_of_the_example(asem: Coinr, example: innoscore.Result) -> None:
    compare(example.scores, asem.table("07_pipeline/aggregated.csv"))
    compare(example.ranks, asem.table("07_pipeline/ranks_all.csv"), tolerance=0.0)
    compare(example.ranks_by("GDP_group"), asem.table("07_pipeline/results_Aggs_groupranks_GDP.csv"), tolerance=0.0)


def test_the_printed_table_of_the_example(asem: Coinr, example: innoscore.Result) -> None:
    printed = asem.table("07_pipeline/results_Aggs_default_rounding.csv")
    ranking = example.ranking()
    assert ranking["rank"].tolist() == printed["Rank"].tolist()
    assert ranking["name"].loc[printed.index].tolist() == printed["uName"].tolist()
    off = (ranking["Index"].loc[printed.index] - printed["Index"]).abs().max()
    assert off <= 0.005 * (1 + 1e-9)


def test_treated_points_of_the_example(asem: Coinr, example: innoscore.Result) -> None:
    labels = asem.table("04_treat/treat_default_points.csv").fillna("")
    marks = example.marks("treat")
    code = {name: number for number, name in innoscore.MARKS.items()}
    of_label = {"": 0, "winhi": code["winsorized high"], "winlo": code["winsorized low"]}
    for column in (name for name in labels if name in marks):
        wanted = [code["transformed"] if "log_CT" in label else of_label[label] for label in labels[column]]
        assert marks.loc[labels.index, column].tolist() == wanted, column


def test_the_example_from_its_ini(asem: Coinr, example: innoscore.Result) -> None:
    framework = asem.framework()
    method = innoscore.Method.from_ini(EXAMPLES / "methods/coinr-example.ini", framework)
    assert method == example.method
    scores = method.score(asem.dataset(framework, None)).scores
    np.testing.assert_array_equal(scores.to_numpy(), example.scores.to_numpy())


# ---- single steps ---------------------------------------------------------------------------------------------------

DENOMINATED, TREATED = "01_denominate/denominated.csv", "07_pipeline/treated.csv"
COMPLETE = "06_aggregate/input_complete.csv"
# Directions -1. COINr turns them before it applies bounds that were meant for goods (B5); ours stay in their own
# direction.
BADS = ("CostImpEx", "Tariff", "TBTs", "PrimEner", "CO2", "MatCon", "Forest", "Poverty", "Palma", "FreePress", "TolMin",
        "PubDebt", "PrivDebt", "NEET")
FRACTION = normalize(rule="fraction_of_max")
for bad in ("Tariff", "CostImpEx", "Forest", "Poverty", "TBTs", "PrimEner"):
    FRACTION = FRACTION.at(bad, rule="minmax")
MIXED = normalize(rule="minmax", lower=0, upper=1).at("LPI", rule="zscore", mean=5, sd=1).at("CO2", rule="rank")
CASES: list[tuple[innoscore.Scheme, str | None, str, Sequence[str]]] = [
    (impute(rule="mean"), DENOMINATED, "02_impute/imp_mean.csv", ()),
    (impute(rule="median"), DENOMINATED, "02_impute/imp_median.csv", ()),
    (impute(rule="group_mean", group="EurAsia_group"), DENOMINATED, "02_impute/imp_mean_grp_EurAsia.csv", ()),
    (impute(rule="sibling_mean", level=0), DENOMINATED, "02_impute/imp_row_mean_normfirst.csv", ()),
    (impute(rule="sibling_mean", level=2), DENOMINATED, "02_impute/imp_row_mean_level2.csv", ()),
    (treat(rules=["winsorize", "log_ct"], limit=2, combine=True), None, "04_treat/treat_raw_win2_combine_data.csv", ()),
    (treat(rules="winsorize, log_ct_plus", limit=1), None, "04_treat/treat_raw_win1_logCTplus_data.csv", ()),
    (treat(rules="log_ct", force=True), None, "04_treat/fn_log_CT.csv", ()),
    (treat(rules="log_ct_plus", force=True), None, "04_treat/fn_log_CT_plus.csv", ()),
    (treat(rules="log_ct_orig", force=True), None, "04_treat/fn_log_CT_orig.csv", ()),
    (treat(rules="boxcox", lambda_=0.5, force=True), None, "04_treat/fn_boxcox_0.5.csv", ()),
    (treat(rules="winsorize", limit=3), None, "04_treat/fn_winsorise_3.csv", ()),
    (normalize(rule="minmax"), TREATED, "05_normalise/minmax_0_100_treated.csv", ()),
    (normalize(lower=1, upper=100), TREATED, "05_normalise/minmax_1_100_treated.csv", ()),
    (normalize(rule="zscore"), TREATED, "05_normalise/zscore_0_1_treated.csv", ()),
    (normalize(rule="zscore", mean=10, sd=2), TREATED, "05_normalise/zscore_10_2_treated.csv", ()),
    (normalize(rule="fixed_range", lower=0, upper=100, points=100), TREATED, "05_normalise/scaled_0_100_treated.csv",
     BADS),
    (normalize(rule="distance_to_max"), TREATED, "05_normalise/dist2max_treated.csv", ()),
    (normalize(rule="rank"), TREATED, "05_normalise/rank_treated.csv", ()),
    (normalize(rule="percentile_rank"), TREATED, "05_normalise/prank_treated.csv", ()),
    (normalize(rule="percentile_rank", ties="fractional"), TREATED, "05_normalise/prank_avg_treated.csv", ()),
    (normalize(rule="borda"), TREATED, "05_normalise/borda_treated.csv", ()),
    (FRACTION, TREATED, "05_normalise/fracmax_treated.csv", BADS),
    (MIXED.at("Ship", rule="none"), TREATED, "05_normalise/mixed_indiv_treated.csv", ()),
]


@pytest.mark.parametrize("scheme, values, file, leave", CASES, ids=[case[2] for case in CASES])
def test_single_steps(asem: Coinr, scheme: innoscore.Scheme, values: str | None, file: str,
                      leave: Sequence[str]) -> None:
    compare(asem.score([scheme], values).values(0), asem.table(file), leave)


def test_screening(asem: Coinr) -> None:
    result = asem.score([screen(rule="coverage", min_coverage=0.9)])
    compare(result.values(0), asem.table("03_screen/screen_raw_byNA90_data.csv"))
    summary, records = asem.table("03_screen/screen_raw_byNA90_summary.csv"), result.screening.set_index("unit")
    for theirs, ours in (("N_zero", "zeros"), ("Dat_Avail", "coverage"), ("Non_Zero", "nonzero"),
                         ("Included", "included")):
        off = (records[ours].loc[summary.index] - summary[theirs].astype(float)).abs().max()
        assert off <= TOLERANCE, theirs


@pytest.mark.parametrize("function, values, file", [
    ("n_goalposts", None, "goalposts_iMeta_raw.csv"), ("n_dist2targ", TREATED, "dist2targ_iMeta_treated.csv"),
])
def test_parameters_from_imeta(asem: Coinr, function: str, values: str | None, file: str) -> None:
    meta = read(asem.folder / "05_normalise/params_iMeta.csv")
    if function == "n_dist2targ":
        meta = meta.drop(columns="dist2targ_cap_max")  # the table was made without
    scheme = coinr.normalization(meta, function)
    compare(asem.score([scheme], values).values(0), asem.table(f"05_normalise/{file}"))


MEANS = {
    "amean": aggregate(), "gmean": aggregate(rule="geometric"), "hmean": aggregate(rule="harmonic"),
    "genmean_p2": aggregate(rule="power", power=2), "genmean_pm1": aggregate(rule="power", power=-1),
    "genmean_p0.5": aggregate(rule="power", power=0.5), "copeland": aggregate(rule="copeland"),
    "mixed_levels": aggregate().at_level(3, rule="geometric").at_level(4, rule="harmonic"),
}


@pytest.mark.parametrize("unequal", [False, True], ids=["equal", "unequal"])
@pytest.mark.parametrize("name", MEANS)
def test_aggregation(asem: Coinr, name: str, unequal: bool) -> None:
    weights = "06_aggregate/weights_unequal.csv" if unequal else None
    result = asem.score([MEANS[name]], COMPLETE, raw=False, weights=weights)
    compare(result.scores, asem.table(f"06_aggregate/agg_complete_{name}{'_wu' if unequal else ''}.csv"))


@pytest.mark.parametrize("scheme, values, file", [
    (aggregate(), "06_aggregate/input_withNA.csv", "agg_na_amean.csv"),
    (aggregate(min_coverage=0.75), "06_aggregate/input_withNA.csv", "agg_na_amean_thresh0.75.csv"),
    (aggregate(rule="median"), COMPLETE, "agg_complete_w_none_median.csv"),
    (aggregate().at_level(4, rule="copeland"), COMPLETE, "agg_complete_copeland_top_only.csv"),
], ids=["missing", "coverage", "median", "copeland on top"])
def test_other_aggregation(asem: Coinr, scheme: innoscore.Scheme, values: str, file: str) -> None:
    compare(asem.score([scheme], values, raw=False).scores, asem.table(f"06_aggregate/{file}"))


def test_effective_weights(asem: Coinr) -> None:
    for file, weights in (("eff_weights.csv", None), ("eff_weights_unequal.csv", "06_aggregate/weights_unequal.csv")):
        table = read(asem.folder / "10_weights" / file).set_index("iCode")
        ours = innoscore.Weights(asem.framework(weights=weights)).to_dataframe()
        off = (ours["effective"].loc[table.index] - table["EffWeight"]).abs().max()
        assert off <= TOLERANCE


# ---- panel ----------------------------------------------------------------------------------------------------------


def panel(asem: Coinr, file: str, steps: Steps, name: str) -> pd.DataFrame:
    meta = asem.meta.assign(Denominator=None)
    framework = innoscore.Framework.from_coinr(meta)
    data = innoscore.Dataset.from_coinr(asem.folder / "14_panel" / file, framework)
    return innoscore.Method(framework, [*steps]).score(data).values(name)


def of_panel(asem: Coinr, file: str) -> pd.DataFrame:
    table = read(asem.folder / "14_panel" / file).rename(columns={"Time": "period", "uCode": "unit"})
    return table.set_index(["period", "unit"])


def test_the_purse(asem: Coinr) -> None:
    steps = [screen(rule="coverage", min_coverage=0.9), treat(rules="winsorize, log_ct", frame="period"),
             normalize(frame="pooled"), aggregate()]
    got, expected = panel(asem, "purse_raw.csv", steps, "normalize"), of_panel(asem, "purse_normalised.csv")
    compare(got, expected)
    assert got.drop(expected.index).isna().all(axis=None) and len(got) - len(expected) == 25


@pytest.mark.parametrize("rule, file", [("latest", "latest"), ("linear_constant", "linear-constant")])
def test_imputation_over_time(asem: Coinr, rule: Any, file: str) -> None:
    got = panel(asem, "impute_panel_input.csv", [impute(rule=rule), normalize(rule="none"), aggregate()], "impute")
    expected = of_panel(asem, f"impute_panel_{file}.csv")
    compare(got, expected[list(got.columns)])


# ---- published tables -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("which, weights", [("equal", None), ("budget", "BAP")])
def test_technology_achievement_index(tai_framework: innoscore.Framework, tai_data: pd.DataFrame, shared: Path,
                                      which: str,
                                      weights: str | None) -> None:
    method = innoscore.Method.from_ini(EXAMPLES / f"tai/method_{which}.ini", tai_framework)
    ranks = read(EXAMPLES / f"tai/published_{which}.csv").set_index("unit")["rank"]
    result = method.score(tai_data)
    assert result.rank().loc[ranks.index].tolist() == ranks.tolist() and len(ranks) == 23
    if weights is not None:  # the same from the Handbook's table of weights
        given = read(shared / "reference/published/tai_oecd_handbook_weights.csv").set_index("method").loc[weights]
        steps = [normalize(points=1), aggregate()]
        again = innoscore.Method(tai_framework, steps, weights=given[list(tai_framework.indicators)].astype(float))
        np.testing.assert_array_equal(again.score(tai_data).scores.to_numpy(), result.scores.to_numpy())


def test_human_development_index(shared: Path) -> None:
    table = read(shared / "reference/published/hdi_2022.csv").set_index("iso3")
    parents = {"HDI": None, "life_expectancy": "HDI", "education": "HDI", "exp_years_schooling": "education",
               "mean_years_schooling": "education", "gni_pc_ppp2017": "HDI"}
    framework = innoscore.Framework([{"code": code, "parent": parent} for code, parent in parents.items()])
    posts = (normalize(rule="goalposts", points=1).at("life_expectancy", lower=20, upper=85)
             .at("exp_years_schooling", lower=0, upper=18).at("mean_years_schooling", lower=0, upper=15)
             .at("gni_pc_ppp2017", lower=100, upper=75000, log="natural"))
    scores = innoscore.Method(framework, [posts, aggregate().at("HDI", rule="geometric")]).score(table).score()
    published = table["hdi_published"].dropna()
    rounded = np.floor(scores.loc[published.index] * 1000 + 0.5) / 1000
    assert (rounded - published).abs().max() <= 1e-9 and len(published) > 190


def test_global_innovation_index(shared: Path) -> None:
    """Pillars printed to one decimal: 0.05 of them and 0.05 of the index."""
    table = read(shared / "reference/published/gii_2025_scores_pillars.csv").set_index("economy")
    pillars = ["institutions", "human_capital_research", "infrastructure", "market_sophistication",
               "business_sophistication",
               "knowledge_technology_outputs", "creative_outputs"]
    nodes = [{"code": "GII", "parent": None}, {"code": "input", "parent": "GII"}, {"code": "output", "parent": "GII"}]
    nodes += [{"code": code, "parent": "input" if k < 5 else "output"} for k, code in enumerate(pillars)]
    framework = innoscore.Framework(nodes)
    scores = innoscore.Method(framework, [normalize(rule="none"), aggregate()]).score(table[pillars]).score()
    assert (scores - table["gii_score"]).abs().max() <= 0.1 and len(scores) == 139


@pytest.mark.parametrize("scheme, values, file, column, tolerance", [
    (aggregate(rule="mazziotta_pareto", deviation="sample"), "bli_norm_z100_10.csv", "mpi_bli_POS.csv", "score", 1e-12),
    (aggregate(rule="mazziotta_pareto", penalty="positive", deviation="sample"), "bli_norm_z100_10.csv",
     "mpi_bli_NEG.csv",
     "score", 1e-12),
    (aggregate(rule="mean_of_best", count=3), "bli_norm_minmax.csv", "owa_bli_j3.csv", "p", 1e-12),
    (aggregate(rule="mean_of_worst", count=3), "bli_norm_minmax.csv", "owa_bli_j3.csv", "n", 1e-12),
    (aggregate(rule="geometric"), "BLI_2017.csv", "geom_equal_bli.csv", "score", 1e-12),
    (aggregate(rule="benefit_of_doubt"), "BLI_2017.csv", "bod_bli_raw.csv", None, 1e-9),
    (aggregate(rule="benefit_of_doubt", share_lower=0.05, share_upper=0.2), "BLI_2017.csv",
     "bod_constr_bli_up20_lo05.csv",
     None, 1e-9),
], ids=lambda value: value if isinstance(value, str) and value.endswith("csv") else "")
def test_compind(shared: Path, scheme: innoscore.Scheme, values: str, file: str, column: str | None,
                 tolerance: float) -> None:
    """The Better Life Index: eleven indicators right below the index."""
    folder = shared / "reference/compind"
    table, expected = read(folder / values), read(folder / file)
    table, expected = table.set_index(table.columns[0]), expected.set_index(expected.columns[0])
    wanted = expected[column] if column is not None else expected.iloc[:, 0]
    nodes = [{"code": "index", "parent": None}, *({"code": code, "parent": "index"} for code in table)]
    scores = innoscore.Method(innoscore.Framework(nodes), [normalize(rule="none"), scheme]).score(table).score()
    assert scores.index.tolist() == wanted.index.tolist()
    assert (scores - wanted).abs().max() / wanted.abs().max() <= tolerance


# ---- the program ----------------------------------------------------------------------------------------------------


@pytest.fixture
def scoreboard() -> str:
    program = os.environ.get("INNOSCORE_SCOREBOARD", "")
    if not program:
        pytest.skip("INNOSCORE_SCOREBOARD is not set to the path of the program scoreboard")
    return program


def written(program: str, folder: Path, framework: Path, data: Path, method: Path | None) -> None:
    chosen = ["--method", str(method)] if method is not None else []
    done = subprocess.run([program, "--framework", str(framework), "--data", str(data), *chosen,
                           "--output", str(folder)],
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def same_bits(folder: Path, name: str, ours: pd.DataFrame) -> None:
    table = read(folder / name).set_index("unit")
    columns = [code for code in ours.columns if code in table.columns]
    assert len(columns) == ours.shape[1]
    theirs = table.loc[ours.index, columns].to_numpy(dtype=float)
    np.testing.assert_array_equal(theirs.view(np.int64)[~np.isnan(theirs)],
                                  ours.to_numpy().view(np.int64)[~np.isnan(theirs)])
    np.testing.assert_array_equal(np.isnan(theirs), np.isnan(ours.to_numpy()))


METHODS = ["gii", "eis", "weights-from-data", "mazziotta-pareto", "outranking", "sdg"]
CHOICES = [("tai", "method_equal.ini"), ("tai", "method_budget.ini"), ("pii-synthetic", "method.ini"),
           ("pii-synthetic", None), *(("pii-synthetic", f"../methods/{name}.ini") for name in METHODS)]


@pytest.mark.parametrize("example, method", CHOICES)
def test_the_program_gives_the_same_bits(scoreboard: str, tmp_path: Path, example: str, method: str | None) -> None:
    folder, out, ini = EXAMPLES / example, tmp_path / "out", None
    tree = folder / "framework.csv"
    if method is not None:
        ini = folder / method
        if "treat" not in ini.read_text().split("[pipeline]", 1)[-1]:
            # then a column that treats has no effect, and is refused
            table = pd.read_csv(tree, dtype=str, keep_default_na=False)
            tree = tmp_path / "framework.csv"
            table.drop(columns="treatment", errors="ignore").to_csv(tree, index=False)
    written(scoreboard, out, tree, folder / "data.csv", ini)
    framework = innoscore.Framework.from_csv(tree)
    ours = innoscore.Method.from_ini(ini, framework) if ini is not None else innoscore.Method(framework)
    result = ours.score(folder / "data.csv")
    same_bits(out, "scores.csv", result.scores)
    same_bits(out, "ranks.csv", result.ranks)
    assert (out / "result.json").read_text() == result.to_json() + "\n"
    assert (out / "method.json").read_text() == ours.to_json() + "\n"
