"""innoscore: from indicators to an innovation index, in three lines.

    framework = innoscore.Framework.from_csv("framework.csv")
    result = innoscore.Method(framework).score("data.csv")
    print(result.ranking())
"""
from ._compiled import Replicate as Replicate
from ._library import LibraryError as LibraryError, library_path as library_path
from .dataset import Dataset as Dataset
from .errors import *  # noqa: F403
from .errors import InnoError as InnoError, set_language as set_language, status_text as status_text
from .framework import Framework as Framework
from .method import Method as Method
from .result import MARKS as MARKS, Result as Result
from .scheme import Scheme as Scheme
from .steps import *  # noqa: F403
from .tables import Dialect as Dialect, FormatError as FormatError
from .weights import Weights as Weights, optimal_weights as optimal_weights
from .assumptions import Assumption as Assumption, Assumptions as Assumptions
from .uncertainty import Uncertainty as Uncertainty, uncertainty as uncertainty
from .sensitivity import Effects as Effects, Sensitivity as Sensitivity, screening as screening
from .sensitivity import sensitivity as sensitivity
from .rank_bounds import RankBounds as RankBounds, WeightSet as WeightSet, rank_bounds as rank_bounds
from .frontier import Frontier as Frontier, benefit_of_doubt as benefit_of_doubt, frontier as frontier
from .regroup import Regrouping as Regrouping
from .trend import cagr as cagr, interpolate as interpolate, percentage_change as percentage_change
from .analysis import Analysis as Analysis, audit as audit, coherence as coherence, comparison as comparison
from .analysis import components as components, correlations as correlations, development as development
from .analysis import families as families, influence as influence, partial as partial, profile as profile
from .analysis import reliability as reliability, removal as removal, statistics as statistics
from .explain import Trace as Trace, change as change, check as check, climb as climb, contributions as contributions
from .explain import marginal as marginal, trace as trace
from .verify import Publication as Publication, implied_weights as implied_weights, verify as verify
from .what_if import WhatIf as WhatIf
from . import coinr as coinr, plots as plots
