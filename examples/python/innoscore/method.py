"""The method: framework, weights and steps, checked against each other and frozen."""
from __future__ import annotations

import ctypes as c
import json
from os import PathLike
from pathlib import Path
from typing import Any, Iterable, Mapping, Sequence, Union

import pandas as pd

from ._handles import Handle, create
from ._library import library
from ._texts import utf8
from .dataset import Dataset, text_of
from .errors import OrderError, check, error_object
from .files import Section, read_method
from .framework import Framework
from .result import KEEP, Keep, Result
from .scheme import Scheme, Step, find_step, known_steps, near
from .tables import FormatError
from .weights import Weights, WeightsLike

Data = Union[Dataset, pd.DataFrame, Mapping[str, Any], str, "PathLike[str]"]
USUAL = ("denominate", "treat", "normalize", "aggregate")  # the default method; ranking comes by itself
OPTIONS = ("audit", "uncertainty", "explain")  # no steps: what looks at a method from outside is told


class Method(Handle):
    """All choices together. Immutable; any number of threads may score with it.

    Without ``steps`` it is the default of the GII and the PII: denominate; treat outliers; min-max to 0..100; weighted
    arithmetic means; competition ranks. Columns of the framework that set options hold for it too. ``weights``: None =
    those of the framework, "equal", "equal_indicators", a mapping of codes to numbers, or Weights."""

    def __init__(self, framework: Framework, steps: Iterable[Scheme] | None = None, *,
                 weights: WeightsLike | None = None) -> None:
        if not isinstance(framework, Framework):
            raise TypeError(f"framework is a Framework, not {type(framework).__name__}")
        self.framework = framework
        self.weights = Weights.of(framework, weights) if weights is not None else None
        self.steps: tuple[Scheme, ...] = tuple(_with_settings(framework, _checked(steps)))
        self._build()

    def _build(self) -> None:
        functions, owned = library(), [step._c for step in self.steps]
        array = (c.c_void_p * len(owned))(*[one.address for one in owned])
        weights = self.weights._c if self.weights is not None else None
        Handle.__init__(self, create(
            functions.inno_method_create, functions.inno_method_destroy, None, self.framework._c, weights,
            array if owned else None, len(owned),
        ))

    @classmethod
    def from_ini(cls, path: str | PathLike[str], framework: Framework) -> Method:
        """Reads METHOD.ini as the program scoreboard does: [pipeline], [weights] and a section a step. What only the
        program has ([weights:NODE], optimal weights, [frontier], [assumption], [regrouping]) is refused or, where it is
        no part of the method, left to the calls that it is for."""
        file, sections = Path(path).name, read_method(Path(path))
        return cls(framework, _of_sections(file, sections), weights=_weights_of(file, sections, framework))

    def score(self, data: Data, *, keep: Keep = "all") -> Result:
        """Computes scores, ranks and every value on the way.

        ``data``: a Dataset, a DataFrame (see Dataset.from_dataframe), the path of a DATA.csv, or code -> values (units
        then have the codes 1, 2, ...). ``keep``: "all", "steps", "coverage" or "scores": less is faster and smaller."""
        if not isinstance(keep, str) or keep not in KEEP:
            raise ValueError(f"keep is {', '.join(map(repr, KEEP))}, not {keep!r}")
        dataset = self.dataset(data)
        functions = library()
        owned = create(
            functions.inno_result_create, functions.inno_result_destroy, None, self._c, dataset._c, KEEP[keep]
        )
        return Result(owned, self, dataset, keep)

    def dataset(self, data: Data) -> Dataset:
        """The data as score() reads them."""
        if isinstance(data, Dataset):
            return data
        if isinstance(data, pd.DataFrame):
            return Dataset.from_dataframe(data, self.framework)
        if isinstance(data, (str, PathLike)):
            return Dataset.from_csv(data, self.framework)
        if isinstance(data, Mapping):
            first = next(iter(data.values()), ())
            if not hasattr(first, "__len__"):
                raise TypeError(f"{next(iter(data))}: one value a row is wanted, not {first!r}")
            length = len(first)
            return Dataset({str(code): values for code, values in data.items()}, list(map(str, range(1, length + 1))))
        raise TypeError(f"data is a Dataset, a DataFrame, a mapping of columns or a path, not {type(data).__name__}")

    def canonical(self) -> str:
        """Every choice of the method and nothing else, one line a fact; equal methods have equal texts."""
        return text_of(library().inno_method_canonical, self._c)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical form."""
        return text_of(library().inno_method_fingerprint, self._c, capacity=65)

    def to_json(self) -> str:
        """The whole method as canonical JSON; from_json() reads it back, as does every innoscore."""
        return text_of(library().inno_method_write_json, self._c)

    @classmethod
    def from_json(cls, text: str | bytes) -> Method:
        """A method from to_json(), or from the program's method.json."""
        if not isinstance(text, (str, bytes)):
            raise TypeError(f"from_json() wants the text of a method, not {type(text).__name__}")
        data = utf8(text, "the JSON") if isinstance(text, str) else text
        functions = library()
        owned = create(functions.inno_method_read_json, functions.inno_method_destroy, None, data, len(data))
        made = cls.__new__(cls)
        Handle.__init__(made, owned)
        made.framework, made.weights, made.steps = _framework_of(data), None, ()
        return made

    def __reduce__(self) -> Any:
        if not self.steps:  # read from JSON
            return Method.from_json, (self.to_json(),)
        return _remade, (self.framework, self.weights, self.steps)

    def __eq__(self, other: object) -> bool:
        """Equal when they compute the same."""
        return isinstance(other, Method) and self.canonical() == other.canonical()

    def __hash__(self) -> int:
        return hash(self.canonical())

    def __repr__(self) -> str:
        return f"<Method for {self.framework.index}: {', '.join(step.step for step in self.steps) or 'read from JSON'}>"


def _remade(framework: Framework, weights: Weights | None, steps: tuple[Scheme, ...]) -> Method:
    """A method whose steps have the settings of the framework's columns already."""
    made = Method.__new__(Method)
    made.framework, made.weights, made.steps = framework, weights, steps
    made._build()
    return made


def _framework_of(data: bytes) -> Framework:
    """The tree of a method's JSON, which the library has read already; computed weights are not in it."""
    names = ("code", "parent", "direction", "weight", "denominator", "scale")
    return Framework({name: node[name] for name in names if name in node} for node in json.loads(data)["nodes"])


STEPS = "steps is a list of what denominate(), treat(), normalize(), aggregate(), ... make"


def _checked(steps: Iterable[Scheme] | None) -> list[Scheme]:
    if steps is None:
        return [Scheme(name) for name in (*USUAL, "rank")]  # as the program, and so with its fingerprint
    if isinstance(steps, Scheme) or not isinstance(steps, Iterable):
        raise TypeError(STEPS)
    given = list(steps)  # once: what makes one step after the other is empty afterwards
    if not all(isinstance(step, Scheme) for step in given):
        raise TypeError(STEPS)
    if not given:
        raise OrderError("steps is empty; leave it out for the default method", status=OrderError.status)
    for step in given:
        if step.step in OPTIONS:
            raise TypeError(f"{step.step} is no step of a method; give it to the call that it is for")
    return given


# ---- columns of the framework that set options ----------------------------------------------------------------------


def _with_settings(framework: Framework, steps: list[Scheme]) -> list[Scheme]:
    for column in dict.fromkeys(name for node in framework.nodes for name in node.settings):
        step, occurrence, key = _column_key(column)
        if step.name in OPTIONS:
            continue
        places = [k for k, scheme in enumerate(steps) if scheme.step == step.name]
        if len(places) < occurrence:
            raise ValueError(f"the framework's column {column!r} sets {step.name}, and the method has no such step")
        at = places[occurrence - 1]
        for node in framework.nodes:
            if node.settings.get(column):
                steps[at] = steps[at].at(node.code, **{key: node.settings[column]})
    return steps


def _column_key(column: str) -> tuple[Step, int, str]:
    """"treatment#2.limit" -> step, occurrence, key; "treatment" -> its rule; "lower" where one step has such a key."""
    head, _, key = column.partition(".")
    section, _, number = head.partition("#")
    for step in known_steps().values():
        if step.section == section:
            wanted = key or ("rule" if "rule" in step.keys else "rules")
            if wanted == "rule" and wanted not in step.keys:
                wanted = "rules"
            if wanted in step.keys and (not number or number.isdigit()):
                return step, int(number or 1), wanted
    found = [step for step in known_steps().values() if column in step.keys and step.keys[column].scopes & _OF_NODES]
    if len(found) == 1:
        return found[0], 1, column
    steps = known_steps().values()
    names = [step.section for step in steps] + [key for step in steps for key in step.keys]
    if found:
        raise ValueError(f"column {column!r} of the framework: {len(found)} steps have this option; write "
                         f"{found[0].section}.{column}")
    raise ValueError(f"column {column!r} of the framework sets no option{near(column, names)}")


_OF_NODES = 2 | 16  # INNO_SCOPE_NODE, INNO_SCOPE_CHILD


# ---- METHOD.ini -----------------------------------------------------------------------------------------------------


def _of_sections(file: str, sections: list[Section]) -> list[Scheme]:
    steps = _pipeline(file, sections)
    for section in sections:
        if section.name in ("pipeline", "weights", "audit", "uncertainty", "explain", "frontier", "assumption"):
            continue
        step = next((step for step in known_steps().values() if step.section == section.name), None)
        if step is None:
            raise ValueError(f"{file}:{section.line}: unknown section [{section.name}]")
        places = [k for k, scheme in enumerate(steps) if scheme.step == step.name]
        if len(places) < section.occurrence:
            raise ValueError(f"{file}:{section.line}: the pipeline has no such step, so [{section.name}] has no effect")
        at = places[section.occurrence - 1]
        steps[at] = _entries(file, section, step, steps[at])
    return steps


def _pipeline(file: str, sections: list[Section]) -> list[Scheme]:
    named = next((section for section in sections if section.name == "pipeline"), None)
    there = {section.name for section in sections}
    if named is None:
        verbs = [step.name for step in known_steps().values()
                 if step.name in USUAL or (step.name in ("screen", "impute", "weigh") and step.section in there)]
    else:
        if set(named.entries) != {"steps"}:
            raise ValueError(f"{file}:{named.line}: [pipeline] has the key steps, and no other")
        verbs = [word.strip() for word in named.entries["steps"].split(",")]
    for verb in verbs:
        if find_step(verb).name in (*OPTIONS, "rank"):
            raise ValueError(f"{file}: {verb} is no step that can be listed")
    return [Scheme(verb) for verb in (*verbs, "rank")]


def _entries(file: str, section: Section, step: Step, scheme: Scheme) -> Scheme:
    for key, value in section.entries.items():
        if step.name == "rank" and key == "group":
            continue  # of the program's table: Result.ranks(group=...)
        if step.name == "screen" and key in ("include", "exclude"):
            for unit in value.split(","):
                scheme = scheme.at(unit.strip().strip('"'), force=key)
            continue
        name = "rules" if key == "rule" and "rule" not in step.keys else key
        if name not in step.keys:
            raise ValueError(f"{file}:{section.line}: [{section.name}] has no key {key!r}{near(key, step.keys)}")
        if section.level:
            scheme = scheme.at_level(section.level, **{name: value})
        elif section.code is not None:
            scheme = scheme.at(section.code, **{name: value})
        else:
            scheme = scheme._with_all({name: value})
    return scheme


def _weights_of(file: str, sections: list[Section], framework: Framework) -> Weights | None:
    made = None
    for section in sections:
        if section.name != "weights":
            continue
        if section.code is not None:
            raise FormatError("judgements", file, section.line)
        entries = dict(section.entries)
        rule = entries.pop("rule", "given")
        try:
            made = Weights(framework, rule, {code: float(number) for code, number in entries.items()})
        except ValueError as error:
            raise ValueError(f"{file}:{section.line}: [weights]: {error}") from error
    return made
