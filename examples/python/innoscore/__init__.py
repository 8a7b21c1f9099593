"""innoscore: from indicators to an innovation index, in three lines.

    framework = innoscore.Framework.from_csv("framework.csv")
    result = innoscore.Method(framework).score("data.csv")
    print(result.ranking())
"""
from ._compiled import Replicate
from ._library import LibraryError, library_path
from .dataset import Dataset
from .errors import *  # noqa: F403
from .errors import InnoError, set_language, status_text
from .framework import Framework
from .method import Method
from .result import MARKS, Result
from .scheme import Scheme
from .steps import *  # noqa: F403
from .tables import Dialect, FormatError
from .weights import Weights, optimal_weights
from .assumptions import Assumption, Assumptions
from .uncertainty import Uncertainty, uncertainty
from .sensitivity import Effects, Sensitivity, screening, sensitivity
from .rank_bounds import RankBounds, WeightSet, rank_bounds
from .frontier import Frontier, benefit_of_doubt, frontier
from .regroup import Regrouping
from .trend import cagr, interpolate, percentage_change
from .analysis import Analysis, audit, coherence, comparison, components, correlations, development
from .analysis import families, influence, partial, profile, reliability, removal, statistics
from .explain import Trace, change, check, climb, contributions, marginal, trace
from .verify import Publication, implied_weights, verify
from .what_if import WhatIf
from . import plots
