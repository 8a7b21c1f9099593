"""Numbers of records that stand for something by name: kinds of findings, statuses, verdicts, choices, ..."""
from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Callable, Final, Mapping, NamedTuple, Sequence

from . import _abi
from ._abi import INNO_FINDING_RANK_ORDER, INNO_FINDING_RANK_REPEATED, INNO_FINDING_ROUNDING_OTHER
from ._abi import INNO_KEY_AGGREGATE_RULE, INNO_KEY_DENOMINATE_RULE, INNO_KEY_IMPUTE_RULE, INNO_KEY_NORMALIZE_RULE
from ._abi import INNO_KEY_SCREEN_RULE, INNO_KEY_TREAT_RULES, INNO_KEY_WEIGH_RULE
from ._abi import INNO_RECORD_FACTOR_CORRELATION, INNO_RECORD_FINDING
from ._abi import INNO_RECORD_TRACE_NODE, INNO_RECORD_TRACE_STAGE, INNO_RECORD_TRACE_STEP
from ._abi import INNO_STEP_DENOMINATE, INNO_STEP_IMPUTE, INNO_STEP_NORMALIZE, INNO_STEP_SCREEN, INNO_STEP_TREAT
from ._abi import INNO_TYPE_CHOICE
from ._library import library
from .scheme import Key, known_steps

Word = Any  # str, a number that no name is known of, or None
Naming = Callable[[float], Word]
Columns = Mapping[str, Any]  # field -> numbers, one a record

FAMILIES: Final[dict[str, str]] = {  # field -> how the names of its numbers begin
    "finding": "INNO_FINDING_", "flag": "INNO_FLAG_", "p_rule": "INNO_P_", "verdict": "INNO_VERDICT_",
    "cause": "INNO_CAUSE_", "reference": "INNO_REFERENCE_", "move": "INNO_MOVE_", "fill": "INNO_FILL_",
    "split": "INNO_SPLIT_", "origin": "INNO_ORIGIN_", "treatment_change": "INNO_TREATMENT_",
    "rounding": "INNO_ROUNDING_",
}
SUMS: Final[dict[str, str]] = {"roundings": "INNO_ROUNDING_", "marks": "INNO_MARK_"}  # sums of such numbers
STATUSES: Final = frozenset({"status", "indicator_status"})
NODES: Final = frozenset({"node", "parent", "other", "denominator_column"})
UNITS: Final = frozenset({"unit", "reference_unit", "source_unit", "minimum_unit", "maximum_unit"})
PERIODS: Final = frozenset({"period", "source_period", "minimum_period", "maximum_period"})
RULES_OF_STEPS: Final[dict[int, int]] = {
    INNO_STEP_DENOMINATE: INNO_KEY_DENOMINATE_RULE, INNO_STEP_SCREEN: INNO_KEY_SCREEN_RULE,
    INNO_STEP_IMPUTE: INNO_KEY_IMPUTE_RULE, INNO_STEP_TREAT: INNO_KEY_TREAT_RULES,
    INNO_STEP_NORMALIZE: INNO_KEY_NORMALIZE_RULE,
}


class Labels(NamedTuple):
    """How numbers of nodes, units and periods are called; None = it has no name."""

    node: Naming
    unit: Naming
    period: Naming


def words(kind: int, field: str, columns: Columns, labels: Labels) -> list[Word] | None:
    """A column of a table in words, or None where its numbers are numbers. NaN is None."""
    if kind == INNO_RECORD_FINDING and field == "other":
        return [_other(number, finding, labels) for number, finding in zip(columns["other"], columns["finding"])]
    if kind == INNO_RECORD_FACTOR_CORRELATION and field == "other":
        return None  # a component, as its field says
    if field == "rule":
        return [_rule(number, key) for number, key in zip(columns["rule"], _rule_keys(kind, columns))]
    name = _naming(field, labels)
    return None if name is None else [_named(number, name) for number in columns[field]]


def _naming(field: str, labels: Labels) -> Naming | None:
    if field in NODES:
        return labels.node
    if field in UNITS:
        return labels.unit
    if field in PERIODS:
        return labels.period
    if field in STATUSES:
        return status_name
    if field in FAMILIES:
        known = family(FAMILIES[field])
        return lambda number: known.get(int(number), int(number) or None)
    if field in SUMS:
        return lambda number: sum_of(SUMS[field], int(number))
    return {"step_kind": step_name, "weight_rule": _weight_rule, "parameter_key": _key_name}.get(field)


def _named(number: float, name: Naming) -> Word:
    return None if math.isnan(number) else name(number)


@lru_cache(maxsize=None)
def family(prefix: str) -> dict[int, str]:
    """Names of the numbers that begin alike: INNO_CAUSE_OTHERS is "others"."""
    return {value: name[len(prefix):].lower() for name, value in vars(_abi).items() if name.startswith(prefix)}


def sum_of(prefix: str, number: int) -> str:
    return ", ".join(name for bit, name in sorted(family(prefix).items()) if bit & number)


@lru_cache(maxsize=None)
def status_name(status: float) -> str:
    """INNO_OK, INNO_E_NODATA, ..."""
    return (library().inno_status_name(int(status)) or b"").decode()


@lru_cache(maxsize=None)
def choice_name(key: int, choice: int) -> str:
    return (library().inno_choice_name(key, choice) or b"").decode()


def _rule(number: float, key: int) -> Word:
    return None if math.isnan(number) or number == 0 else choice_name(key, int(number))


def _rule_keys(kind: int, columns: Columns) -> Sequence[int]:
    """The key whose choice the rule of each record is."""
    if kind == INNO_RECORD_TRACE_STEP:
        return [RULES_OF_STEPS[int(step)] for step in columns["step_kind"]]
    key = {INNO_RECORD_TRACE_NODE: INNO_KEY_AGGREGATE_RULE, INNO_RECORD_TRACE_STAGE: INNO_KEY_TREAT_RULES}[kind]
    return [key] * len(columns["rule"])


def _other(number: float, finding: float, labels: Labels) -> Word:
    """What a finding names beside its node: another node, a unit, or a rounding."""
    if finding in (INNO_FINDING_RANK_ORDER, INNO_FINDING_RANK_REPEATED):
        return _named(number, labels.unit)
    if finding == INNO_FINDING_ROUNDING_OTHER:
        return sum_of("INNO_ROUNDING_", int(number))
    return _named(number, labels.node)


def step_name(number: float) -> str:
    """The verb of a step."""
    return next((step.name for step in known_steps().values() if step.number == number), str(int(number)))


def _weight_rule(number: float) -> str:
    return choice_name(INNO_KEY_WEIGH_RULE, int(number)) if number > 0 else "given"


def _key_name(number: float) -> str:
    return keys()[int(number)].name


@lru_cache(maxsize=None)
def keys() -> dict[int, Key]:
    """Every option of every step by its number."""
    return {key.number: key for step in known_steps().values() for key in step.keys.values()}


def choice_of(key: float, value: float) -> str | None:
    """The name of a choice; None where the option is no choice."""
    found = keys()[int(key)]
    return choice_name(found.number, int(value)) if found.type == INNO_TYPE_CHOICE else None
