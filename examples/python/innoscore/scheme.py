"""One step of a method with its options: a default for every node, and settings for single nodes or levels."""
from __future__ import annotations

import ctypes as c
import difflib
from functools import lru_cache, wraps
from numbers import Integral
from typing import Any, Callable, Iterable, Mapping, NamedTuple, ParamSpec, Union

from ._abi import INNO_TYPE_CHAIN, INNO_TYPE_CHOICE, INNO_TYPE_F64, INNO_TYPE_I64, INNO_TYPE_LIST
from ._handles import Owned, create
from ._library import library
from ._texts import utf8
from .errors import UnknownKeyError, check, error_object

Setting = Union[str, float, int]
LEVELS = 10**9  # what an int32 holds; the library knows how many there are


class Key(NamedTuple):
    number: int
    name: str
    type: int
    scopes: int


class Step(NamedTuple):
    number: int
    name: str  # the verb: "normalize"
    section: str  # the noun: "normalization"
    keys: dict[str, Key]


@lru_cache(maxsize=None)
def known_steps() -> dict[str, Step]:
    """Every step of the library by its verb, in the usual order."""
    functions, found = library(), {}
    for index in range(functions.inno_step_count()):
        number, name, section = c.c_int32(), c.c_char_p(), c.c_char_p()
        check(functions.inno_step_info(index, c.byref(number), c.byref(name), c.byref(section)))
        step = Step(number.value, _text(name), _text(section), _keys(number.value))
        found[step.name] = step
    return found


def _text(pointer: c.c_char_p) -> str:
    return (pointer.value or b"").decode()


def _keys(step: int) -> dict[str, Key]:
    functions, keys = library(), {}
    for index in range(functions.inno_key_count(step)):
        number, name, kind, scopes = c.c_int32(), c.c_char_p(), c.c_int32(), c.c_int32()
        check(functions.inno_key_info(step, index, c.byref(number), c.byref(name), c.byref(kind), c.byref(scopes)))
        keys[_text(name)] = Key(number.value, _text(name), kind.value, scopes.value)
    return keys


def find_step(name: str) -> Step:
    step = known_steps().get(name) if isinstance(name, str) else None
    if step is None:
        raise UnknownKeyError(f"there is no step {name!r}; the steps are {', '.join(known_steps())}"
                              f"{near(str(name), known_steps())}")
    return step


def near(name: str, known: Iterable[str]) -> str:
    """A suggestion for a name that is not known."""
    found = difflib.get_close_matches(name, list(known), 3, 0.6)
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ""


def choice(name: str, known: Mapping[str, int], what: str) -> int:
    """The number of one of several words."""
    if not isinstance(name, str) or name not in known:
        raise ValueError(f"{what} is {', '.join(map(repr, known))}, not {name!r}")
    return known[name]


Keywords = ParamSpec("Keywords")


def by_keyword(make: Callable[Keywords, Scheme]) -> Callable[Keywords, Scheme]:
    """A keyword that is no option raises UnknownKeyError with the near ones, as Scheme.at() does."""
    verb, known = make.__name__, make.__kwdefaults__

    @wraps(make)
    def checked(*args: Keywords.args, **settings: Keywords.kwargs) -> Scheme:
        for name in settings:
            if name not in known:
                raise UnknownKeyError(f"{verb}() has no option {name!r}; its options are {', '.join(known)}"
                                      f"{near(name, known)}")
        return make(*args, **settings)

    return checked


class Scheme:
    """A step and its options, as ``normalize(rule="minmax", lower=0, upper=100)`` makes it. Immutable.

    ``at`` and ``at_level`` give a scheme with further settings. Texts, numbers, bools and, for chains and lists, lists
    of texts or numbers are what settings are made of; an option that is given as None keeps its default."""

    def __init__(self, step: str, settings: Mapping[str, Any] | None = None) -> None:
        self._step = find_step(step)
        self._settings: tuple[tuple[str | int | None, str, Setting], ...] = ()
        self._owned: Owned | None = None
        self._take(None, settings or {})

    @property
    def step(self) -> str:
        return self._step.name

    @property
    def settings(self) -> tuple[tuple[str | int | None, str, Setting], ...]:
        """(None = every node | code | level, option, value), in the order they were made."""
        return self._settings

    def at(self, code: str, **settings: Any) -> Scheme:
        """The same with settings for one node (or, for options of a unit, one unit)."""
        if not isinstance(code, str) or not code:
            raise TypeError(f"at() wants the code of a node as text, not {code!r}")
        return self._with(code, settings)

    def at_level(self, level: int, **settings: Any) -> Scheme:
        """The same with settings for the nodes of a level, 2 or more: the level that is produced."""
        if isinstance(level, bool) or not isinstance(level, int):
            raise TypeError(f"at_level() wants a level as int, not {level!r}")
        if not 2 <= level <= LEVELS:
            raise ValueError(f"at_level() wants a level from 2 up, the one that is produced, not {level}")
        return self._with(level, settings)

    def _with_all(self, settings: Mapping[str, Any]) -> Scheme:
        return self._with(None, settings)

    def _with(self, place: str | int | None, settings: Mapping[str, Any]) -> Scheme:
        made = Scheme(self.step)
        made._settings = self._settings
        made._take(place, settings)
        return made

    def _take(self, place: str | int | None, settings: Mapping[str, Any]) -> None:
        for name, value in settings.items():
            if value is None:
                continue
            name = name.rstrip("_")  # lambda_, because Python has the word for itself
            if name not in self._step.keys:
                keys = self._step.keys
                raise UnknownKeyError(
                    f"{self.step} has no option {name!r}; its options are {', '.join(keys)}{near(name, keys)}"
                )
            self._settings += ((place, name, _plain(self._step.keys[name], value)),)
        self._owned = self._build()  # the library's own checks, now

    def _build(self) -> Owned:
        functions = library()
        owned = create(functions.inno_scheme_create, functions.inno_scheme_destroy, None, self._step.number)
        for place, name, value in self._settings:
            _set(owned, place, self._step.keys[name], value)
        return owned

    @property
    def _c(self) -> Owned:
        return self._owned if self._owned is not None else self._build()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self.step, self._settings)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scheme):
            return NotImplemented
        return (self.step, self._settings) == (other.step, other._settings)

    def __hash__(self) -> int:
        return hash((self.step, tuple((place, name, str(value)) for place, name, value in self._settings)))

    def __repr__(self) -> str:
        everywhere = [f"{name}={value!r}" for place, name, value in self._settings if place is None]
        text = f"{self.step}({', '.join(everywhere)})"
        for place, name, value in self._settings:
            if place is not None:
                text += f".at{'_level' if isinstance(place, int) else ''}({place!r}, {name}={value!r})"
        return text


def _restored(step: str, settings: tuple[tuple[str | int | None, str, Setting], ...]) -> Scheme:
    made = Scheme(step)
    made._settings = settings
    made._owned = made._build()
    return made


def _set(owned: Owned, place: str | int | None, key: Key, value: Any) -> None:
    functions = library()
    code = utf8(place, "a code") if isinstance(place, str) else None
    if isinstance(place, int):
        check(functions.inno_scheme_set_level_text(owned, place, key.number, _as_text(key, value), error_object()))
    elif isinstance(value, str):
        check(functions.inno_scheme_set_text(owned, code, key.number, _as_text(key, value), error_object()))
    elif key.type == INNO_TYPE_F64:
        check(functions.inno_scheme_set_f64(owned, code, key.number, _as_number(key, value), error_object()))
    elif key.type in (INNO_TYPE_I64, INNO_TYPE_CHOICE):
        number = _as_number(key, value)
        if number != int(number):
            raise TypeError(f"{key.name} wants a whole number, not {value!r}")
        check(functions.inno_scheme_set_i64(owned, code, key.number, int(number), error_object()))
    else:
        raise TypeError(f"{key.name} wants a text, not {value!r}")


def _plain(key: Key, value: Any) -> Setting:
    """A text or a number of Python; lists become texts with commas, as the library reads them."""
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):
        return int(value)
    if hasattr(value, "__float__") and getattr(value, "ndim", 0) == 0:
        return float(value)
    parts = list(value) if isinstance(value, Iterable) else [value]
    if key.type == INNO_TYPE_CHAIN and parts and all(isinstance(part, str) for part in parts):
        return ", ".join(parts)
    if key.type == INNO_TYPE_LIST and parts and all(hasattr(part, "__float__") for part in parts):
        return ", ".join(_digits(_as_number(key, part)) for part in parts)
    wanted = {INNO_TYPE_CHAIN: "a list of texts", INNO_TYPE_LIST: "a list of numbers"}
    raise TypeError(f"{key.name} wants {wanted.get(key.type, 'a text or a number')}, not {value!r}")


def _as_number(key: Key, value: Any) -> float:
    if isinstance(value, int):
        if abs(value) >= 2**63:
            raise TypeError(f"{key.name} wants a number of the size of a double, not one of {value.bit_length()} bits")
        return int(value)
    number = float(value)
    if number - number != 0.0:
        raise TypeError(f"{key.name} wants a finite number, not {value!r}")
    return number


def _as_text(key: Key, value: Any) -> bytes:
    return utf8(value, key.name) if isinstance(value, str) else _digits(_as_number(key, value)).encode()


def _digits(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(float(number))


def options_of(step: str, options: Scheme | None, settings: Mapping[str, Any]) -> Owned | None:
    """The options of an analysis: a scheme, keyword arguments, or neither (every default)."""
    if options is not None and settings:
        raise TypeError("give either options or single keyword arguments, not both")
    if options is None:
        return Scheme(step, settings)._c if any(value is not None for value in settings.values()) else None
    if not isinstance(options, Scheme) or options.step != step:
        raise TypeError(f"options wants what {step}_options() makes, not {options!r}")
    return options._c
