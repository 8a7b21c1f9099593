# %% [markdown]
# # The Technology Achievement Index, from figures to a picture
#
# 23 countries and 8 indicators of the OECD/JRC Handbook (examples/data/tai). Run it whole with `python3 tai.py`, or cell by
# cell in an editor that knows `# %%`. The pictures are written to the folder in which it runs.

# %%
from pathlib import Path

import pandas as pd

import innoscore
from innoscore import plots

DATA = Path(__file__).resolve().parents[2] / "data" / "tai"
REPLICATES = 100_000

# %% [markdown]
# ## Score

# %%
framework = innoscore.Framework.from_csv(DATA / "framework.csv")
method = innoscore.Method.from_ini(DATA / "method_equal.ini", framework)
result = method.score(DATA / "data.csv")
print(result.ranking().head(5).round(3).to_string())

# %% [markdown]
# ## Does the printed ranking come out?

# %%
verification = result.verify(DATA / "published_equal.csv")
published = pd.read_csv(DATA / "published_equal.csv", index_col="unit")["rank"]
agreeing = int((published == result.rank()[published.index]).sum())
print(f"{agreeing} of {len(published)} printed ranks agree")
for sentence in verification.findings()["sentence"]:
    print(sentence)

# %% [markdown]
# ## What would an auditor say?

# %%
audit = result.audit()
for severity, sentence in audit.findings()[["severity", "sentence"]].itertuples(index=False):
    print("!" * severity, sentence)

# %% [markdown]
# ## How sure are the ranks?
#
# Weights vary by a quarter, and the bounds of the normalization are the goalposts of the Human Development Report or those
# of the data.

# %%
assumptions = innoscore.Assumptions().weight_noise(1, 0.25, name="weights").schemes(
    "normalize", ["own", innoscore.normalize(rule="minmax", lower=0, upper=1)], name="normalization")
uncertainty = result.uncertainty(assumptions, REPLICATES)
print(uncertainty.summary[["nominal", "median", "lower", "upper"]].head(8).to_string())

indices = innoscore.sensitivity(method, result.dataset, assumptions, base_points=512).indices
print(indices[["first", "total"]].round(2).to_string())

# %% [markdown]
# ## Why is Finland first?

# %%
explanation = result.explain("Finland")
print(str(explanation).split("\n\n")[1])
contributions = result.contributions("Japan")

# %% [markdown]
# ## Pictures

# %%
plots.ranking(result, uncertainty).figure.savefig("tai_ranking.png")
plots.profile(result, "Finland").figure.savefig("tai_profile.png")
plots.correlations(result).figure.savefig("tai_correlations.png")
plots.rank_heat_map(uncertainty).figure.savefig("tai_ranks.png")
plots.waterfall(contributions, "Japan", result=result).figure.savefig("tai_waterfall.png")
plots.sunburst(framework, result, "Finland").figure.savefig("tai_sunburst.png")
