"""Assumptions: the uncertain choices behind an index, each with its alternatives or its distribution."""
from __future__ import annotations

import ctypes as c
from typing import TYPE_CHECKING, Any, Callable, Final, Iterable, Iterator, Literal, Mapping, NamedTuple
from typing import Sequence, Union

import pandas as pd

from ._abi import INNO_ERROR_ABSOLUTE, INNO_ERROR_LOGNORMAL, INNO_ERROR_NORMAL, INNO_ERROR_RELATIVE, INNO_ERROR_SD
from ._abi import INNO_ERROR_UNIFORM
from ._handles import Owned, create
from ._library import library
from ._texts import utf8
from .errors import check, error_object
from .framework import Framework
from .scheme import Scheme, choice, find_step
from .weights import Weights, WeightsLike

if TYPE_CHECKING:
    from .method import Method

Law = Literal["normal", "uniform", "lognormal"]
Measure = Literal["absolute", "relative", "sd"]
LAWS: Final[dict[str, int]] = {
    "normal": INNO_ERROR_NORMAL, "uniform": INNO_ERROR_UNIFORM, "lognormal": INNO_ERROR_LOGNORMAL,
}
MEASURES: Final[dict[str, int]] = {
    "absolute": INNO_ERROR_ABSOLUTE, "relative": INNO_ERROR_RELATIVE, "sd": INNO_ERROR_SD,
}
Alternative = Union[Scheme, Literal["own"]]
WeightSet = Union[WeightsLike, Literal["own"]]


class Assumption(NamedTuple):
    """What was declared: the method of Assumptions and its arguments; a name for each assumption that it makes."""

    kind: str
    arguments: tuple[Any, ...]
    names: tuple[str, ...]


class Assumptions:
    """A list of assumptions, for uncertainty() and sensitivity(). Every method adds one and gives the list back:

        Assumptions().weight_range("INPUT", 0.4, 0.6).schemes("normalize", ["own", normalize(rule="zscore")])

    Plain Python data: it can be pickled, compared and used with any method. What a call can check it checks at once; an
    assumption without effect, or two about the same weight, are refused when method and data are there. ``name``: what
    tables call it."""

    def __init__(self, assumptions: Iterable[Assumption] = ()) -> None:
        given: list[Any] = list(assumptions) if isinstance(assumptions, Iterable) else [assumptions]
        if not all(isinstance(one, Assumption) for one in given):
            raise TypeError(f"assumptions are what Assumptions() and its methods make, not {assumptions!r}")
        self._list: list[Assumption] = given

    @classmethod
    def usual(cls, framework: Framework, share: float = 0.25) -> Assumptions:
        """What is assumed where nothing is said, here and by the program scoreboard: every weight varies by a
        quarter."""
        levels = {framework.level(node.code) for node in framework.nodes
                  if node.parent is not None and len(framework.children(node.parent)) > 1}
        made = cls()
        for level in sorted(levels):
            made.weight_noise(level, share)
        return made

    def schemes(self, step: int | str, schemes: Sequence[Alternative], probabilities: Sequence[float] | None = None, *,
                name: str | None = None) -> Assumptions:
        """A step is done by one of several schemes of its kind; "own" is the method's. ``step``: its number in
        Method.steps from 0, or its name; of several steps of a name "treat#2" is the second."""
        given, odds = tuple(schemes), _odds(probabilities, len(schemes))
        for scheme in given:
            if scheme != "own" and not isinstance(scheme, Scheme):
                raise TypeError(f'alternatives are schemes, as normalize() makes them, or "own", not {scheme!r}')
        if isinstance(step, bool) or not isinstance(step, (int, str)):
            raise TypeError(f"a step is its name or its number, not {step!r}")
        if isinstance(step, str):
            find_step(step.partition("#")[0])
        return self._add("schemes", (step, given, odds), [name or str(step)])

    def weight_sets(self, sets: Sequence[WeightSet], probabilities: Sequence[float] | None = None, *,
                    name: str | None = None) -> Assumptions:
        """The weights of all nodes are one of several sets: Weights, "own", "given", "equal", "equal_indicators", or a
        mapping or Series of codes to numbers, over the method's own."""
        given = tuple(_plain_weights(one) for one in sets)
        return self._add("weight_sets", (given, _odds(probabilities, len(given))), [name or "weight sets"])

    def weight_range(self, code: str, lower: float, upper: float, *, name: str | None = None) -> Assumptions:
        """The weight of a node is uniform between two bounds, on the scale of the nominal ones of its siblings."""
        return self._add("weight_range", (code, float(lower), float(upper)), [name or f"weight: {code}"])

    def weight_noise(self, level: int, share: float, *, name: str | None = None) -> Assumptions:
        """Every weight of a level (1 = indicators) is itself times 1 - share to 1 + share, uniform."""
        shown = name or f"weights of level {level} ± {100 * share:g} %"
        return self._add("weight_noise", (level, float(share)), [shown])

    def simplex(self, parent: str, *, name: str | None = None) -> Assumptions:
        """The weights of a family are uniform over all that sum to 1: nothing is known of them."""
        return self._add("simplex", (parent,), [name or f"weights: {parent}"])

    def dirichlet(self, parent: str, concentration: float, *, name: str | None = None) -> Assumptions:
        """The weights of a family are Dirichlet around the nominal shares; a larger concentration is nearer to them."""
        return self._add("dirichlet", (parent, float(concentration)), [name or f"weights: {parent}"])

    def bounded(self, parent: str, bounds: Mapping[str, tuple[float, float]], *,
                name: str | None = None) -> Assumptions:
        """The weights of a family are uniform over all that sum to 1 and lie between bounds, child -> (lower,
        upper)."""
        given = tuple((str(code), float(lower), float(upper)) for code, (lower, upper) in bounds.items())
        return self._add("bounded", (parent, given), [name or f"weights: {parent}"])

    def order(self, parent: str, codes: Sequence[str], *, name: str | None = None) -> Assumptions:
        """The weights of a family are uniform over all that are in an order, the most important child first."""
        return self._add("order", (parent, _texts(codes)), [name or f"weights: {parent}"])

    def removal(self, codes: Sequence[str], none: bool = True, *, name: str | None = None) -> Assumptions:
        """One of several nodes is left out, each as likely; with ``none`` that nothing is left out is as likely too."""
        return self._add("removal", (_texts(codes), bool(none)), [name or "removal"])

    def error(self, code: str, unit: str | None = None, law: Law = "normal", size: float = 0.05,
              measure: Measure = "relative", *, name: str | None = None) -> Assumptions:
        """Values of an indicator, of every unit or of one, are measured with error. ``size`` is measured in the
        indicator's unit ("absolute"), the size of the value ("relative") or the column's standard deviation ("sd")."""
        choice(law, LAWS, "law"), choice(measure, MEASURES, "measure")
        shown = name or (f"error: {code}" if unit is None else f"error: {code} of {unit}")
        return self._add("error", (code, unit, law, float(size), measure), [shown])

    def jrc(self, bounds: Mapping[str, tuple[float, float]], *, aggregation: int | str | None = "aggregate",
            geometric_level: int = 0, imputation: int | str | None = None) -> Assumptions:
        """The JRC's design for the GII: a weight range for each pillar, pillar -> (lower, upper); the method's
        aggregation or a geometric mean at ``geometric_level``; its imputation or EM within families. None = does not
        vary."""
        given = tuple((str(code), float(lower), float(upper)) for code, (lower, upper) in bounds.items())
        names = [f"weight: {code}" for code, _, _ in given]
        names += ["aggregation"] * (aggregation is not None) + ["imputation"] * (imputation is not None)
        return self._add("jrc", (given, aggregation, geometric_level, imputation), names)

    def _add(self, kind: str, arguments: tuple[Any, ...], names: Sequence[str]) -> Assumptions:
        made = Assumption(kind, arguments, tuple(names))
        if kind not in ("schemes", "weight_sets", "jrc"):  # these need the method
            _ADD[kind](_Build(_empty(), None), *arguments)
        self._list.append(made)
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """Of each assumption that the library numbers."""
        return tuple(name for one in self._list for name in one.names)

    def build(self, method: Method) -> Owned:
        """The library's object, for a method."""
        to = _Build(_empty(), method)
        for one in self._list:
            _ADD[one.kind](to, *one.arguments)
        return to.owned

    def __iter__(self) -> Iterator[Assumption]:
        return iter(self._list)

    def __len__(self) -> int:
        return len(self._list)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Assumptions) and self._list == other._list

    __hash__ = None  # type: ignore[assignment]  # it can be added to

    def __repr__(self) -> str:
        return "Assumptions()" + "".join(f".{one.kind}({', '.join(map(repr, one.arguments))})" for one in self._list)


# ---- the library's object -------------------------------------------------------------------------------------------


class _Build(NamedTuple):
    owned: Owned
    method: Any  # None while only the arguments are checked


def _empty() -> Owned:
    functions = library()
    return create(functions.inno_assumptions_create, functions.inno_assumptions_destroy, None)


def _bytes(text: Any, what: str) -> bytes:
    if not isinstance(text, str):
        raise TypeError(f"{what} is a code, a text, not {text!r}")
    return utf8(text, f"the code of {what}")


def _array(codes: Sequence[str]) -> Any:
    return (c.c_char_p * len(codes))(*[_bytes(code, "a node") for code in codes])


def _doubles(values: Sequence[float] | None) -> Any:
    return None if values is None else (c.c_double * len(values))(*values)


def _pointers(owned: Sequence[Owned]) -> Any:
    return (c.c_void_p * len(owned))(*[one.address for one in owned])


def position_of(method: Method, step: int | str) -> int:
    """Number of a step among those of the method, which must have been made from schemes."""
    names = [scheme.step for scheme in method.steps]
    if isinstance(step, int):
        if not 0 <= step < len(names):
            raise ValueError(f"the method has no step {step}; its steps are {', '.join(names)}, from 0")
        return step
    verb, _, number = step.partition("#")
    places = [k for k, name in enumerate(names) if name == verb]
    wanted = int(number) if number.isdigit() else 1
    if number and not number.isdigit() or not 1 <= wanted <= len(places):
        raise ValueError(f"the method has no step {step!r}; its steps are {', '.join(names)}")
    return places[wanted - 1]


def _add_schemes(to: _Build, step: int | str, schemes: tuple[Alternative, ...], odds: tuple[float, ...] | None) -> None:
    position = position_of(to.method, step)
    owned = [(to.method.steps[position] if isinstance(one, str) else one)._c for one in schemes]
    check(library().inno_assumptions_add_schemes(
        to.owned, position, _pointers(owned), len(owned), _doubles(odds), error_object()))


def _add_weight_sets(to: _Build, sets: tuple[Any, ...], odds: tuple[float, ...] | None) -> None:
    framework: Framework = to.method.framework
    own = (to.method.weights or Weights(framework)).to_dict()
    made = [Weights(framework, one) if isinstance(one, str) and one != "own" else
            Weights(framework, "given", own if isinstance(one, str) else {**own, **one}) for one in sets]
    check(library().inno_assumptions_add_weight_sets(
        to.owned, _pointers([one._c for one in made]), len(made), _doubles(odds), error_object()))


def _add_weight_range(to: _Build, code: str, lower: float, upper: float) -> None:
    check(library().inno_assumptions_add_weight_range(to.owned, _bytes(code, "node"), lower, upper, error_object()))


def _add_weight_noise(to: _Build, level: int, share: float) -> None:
    check(library().inno_assumptions_add_weight_noise(to.owned, level, share, error_object()))


def _add_simplex(to: _Build, parent: str) -> None:
    check(library().inno_assumptions_add_simplex(to.owned, _bytes(parent, "parent"), error_object()))


def _add_dirichlet(to: _Build, parent: str, concentration: float) -> None:
    check(library().inno_assumptions_add_dirichlet(to.owned, _bytes(parent, "parent"), concentration, error_object()))


def _split(bounds: tuple[tuple[str, float, float], ...]) -> tuple[Any, Any, Any]:
    return _array([b[0] for b in bounds]), _doubles([b[1] for b in bounds]), _doubles([b[2] for b in bounds])


def _add_bounded(to: _Build, parent: str, bounds: tuple[tuple[str, float, float], ...]) -> None:
    check(library().inno_assumptions_add_bounded(
        to.owned, _bytes(parent, "parent"), *_split(bounds), len(bounds), error_object()))


def _add_order(to: _Build, parent: str, codes: tuple[str, ...]) -> None:
    check(library().inno_assumptions_add_order(
        to.owned, _bytes(parent, "parent"), _array(codes), len(codes), error_object()))


def _add_removal(to: _Build, codes: tuple[str, ...], none: bool) -> None:
    check(library().inno_assumptions_add_removal(to.owned, _array(codes), len(codes), int(none), error_object()))


def _add_error(to: _Build, code: str, unit: str | None, law: str, size: float, measure: str) -> None:
    check(library().inno_assumptions_add_error(
        to.owned, _bytes(code, "indicator"), None if unit is None else _bytes(unit, "unit"), LAWS[law], size,
        MEASURES[measure], error_object()))


def _add_jrc(to: _Build, bounds: tuple[tuple[str, float, float], ...], aggregation: int | str | None, level: int,
             imputation: int | str | None) -> None:
    def own(step: int | str | None) -> tuple[Any, int]:
        position = -1 if step is None else position_of(to.method, step)
        return (None if position < 0 else to.method.steps[position]._c), position

    check(library().inno_assumptions_add_jrc(
        to.owned, *_split(bounds), len(bounds), *own(aggregation), level, *own(imputation), error_object()))


_ADD: Final[dict[str, Callable[..., None]]] = {
    "schemes": _add_schemes, "weight_sets": _add_weight_sets, "weight_range": _add_weight_range,
    "weight_noise": _add_weight_noise, "simplex": _add_simplex, "dirichlet": _add_dirichlet, "bounded": _add_bounded,
    "order": _add_order, "removal": _add_removal, "error": _add_error, "jrc": _add_jrc,
}


def _texts(codes: Sequence[str]) -> tuple[str, ...]:
    if isinstance(codes, str):
        raise TypeError(f"a list of codes is wanted, not the text {codes!r}")
    return tuple(codes)


def _odds(probabilities: Sequence[float] | None, count: int) -> tuple[float, ...] | None:
    if probabilities is None:
        return None
    if len(probabilities) != count:
        raise ValueError(f"{len(probabilities)} probabilities for {count} alternatives")
    return tuple(map(float, probabilities))


def _plain_weights(weights: Any) -> str | dict[str, float]:
    if isinstance(weights, str):
        if weights not in ("own", "given", "equal", "equal_indicators"):
            raise ValueError(f'weights are "own", "given", "equal", "equal_indicators" or numbers, not {weights!r}')
        return weights
    if isinstance(weights, Weights):
        return weights.to_dict()
    if isinstance(weights, (pd.Series, Mapping)):
        return {str(code): float(value) for code, value in weights.items()}
    raise TypeError(f"a set of weights is a word, a mapping of codes to numbers or Weights, not {weights!r}")
