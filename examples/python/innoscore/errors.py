"""Exceptions: one class a status of the library, each with the sentence, the node and the unit that it names."""
from __future__ import annotations

import ctypes as c
import re
import threading
from contextvars import ContextVar
from typing import Final, Literal

from ._library import library

__all__ = [  # what a user meets; the package has more
    "InnoError", "ClosedError", "NullError", "ArgumentError", "UnknownKeyError", "OptionTypeError",
    "OptionValueError", "UnknownRuleError", "UnknownCodeError", "DuplicateError", "TreeError", "FrozenError",
    "NotFrozenError", "OrderError", "BufferTooSmallError", "AlignmentError", "NotKeptError", "TextError",
    "UnfinishedError", "FramesError", "TallyError", "JsonError", "InfiniteError", "NoDataError", "ConstantError",
    "MissingColumnError", "MissingGroupError", "MissingParameterError", "WeightsError", "InconsistentError",
    "NonpositiveError", "DomainError", "OverflowingError", "ConvergenceError", "OutOfMemoryError", "SizeError",
    "set_language", "status_text",
]
Language = Literal["en", "vi"]
LANGUAGES: Final[dict[str, int]] = {"en": 0, "vi": 1}
_KEEP: Final = re.compile(r"\bINNO_KEEP_([A-Z]+)")  # what Method.score() calls otherwise
_language: ContextVar[int] = ContextVar("innoscore_language", default=0)


class InnoError(Exception):
    """What the library refuses: ``message`` names what, where and the cure; ``node`` and ``unit`` are codes or ""."""

    status: int = 0

    def __init__(self, message: str, node: str = "", unit: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.message, self.node, self.unit = message, node, unit
        if status is not None:
            self.status = status

    def __reduce__(self) -> tuple[object, ...]:  # so that it crosses from one process to another whole
        return type(self), (self.message, self.node, self.unit, self.status)


class ClosedError(InnoError, ValueError):
    """The object was closed."""


class NullError(InnoError, ValueError):
    """INNO_E_NULL: something that is required was not given."""

    status = 1


class ArgumentError(InnoError, ValueError):
    """INNO_E_ARGUMENT: an argument is outside its range."""

    status = 2


class UnknownKeyError(InnoError, LookupError, AttributeError, TypeError):
    """INNO_E_KEY: the step has no such option."""

    status = 3


class OptionTypeError(InnoError, TypeError):
    """INNO_E_TYPE: the option has another type."""

    status = 4


class OptionValueError(InnoError, ValueError):
    """INNO_E_VALUE: the value is outside the option's range, or can have no effect."""

    status = 5


class UnknownRuleError(InnoError, ValueError):
    """INNO_E_RULE: the option has no such choice."""

    status = 6


class UnknownCodeError(InnoError, LookupError):
    """INNO_E_CODE: no node or unit has this code."""

    status = 7


class DuplicateError(InnoError, ValueError):
    """INNO_E_DUPLICATE: the code is already there."""

    status = 8


class TreeError(InnoError, ValueError):
    """INNO_E_TREE: the framework is not a tree with one index."""

    status = 9


class FrozenError(InnoError):
    """INNO_E_FROZEN: the object is frozen."""

    status = 10


class NotFrozenError(InnoError):
    """INNO_E_NOT_FROZEN: the object is not frozen yet."""

    status = 11


class OrderError(InnoError, ValueError):
    """INNO_E_ORDER: the steps are not in a possible order."""

    status = 12


class BufferTooSmallError(InnoError):
    """INNO_E_BUFFER: the buffer is too small."""

    status = 13


class AlignmentError(InnoError, ValueError):
    """INNO_E_ALIGN: an address or stride is not a multiple of 8 bytes."""

    status = 14


class NotKeptError(InnoError):
    """INNO_E_NOT_KEPT: the result did not keep this; score with keep="all"."""

    status = 15


class TextError(InnoError, ValueError):
    """INNO_E_TEXT: the text is not valid UTF-8 without control characters."""

    status = 16


class UnfinishedError(InnoError):
    """INNO_E_UNFINISHED: the run is not finished."""

    status = 17


class FramesError(InnoError, ValueError):
    """INNO_E_FRAMES: the frames are of another method, or unusable."""

    status = 18


class TallyError(InnoError, ValueError):
    """INNO_E_TALLY: the tally is of something else, of the same replicates, or unusable."""

    status = 19


class JsonError(InnoError, ValueError):
    """INNO_E_JSON: the text is no JSON of the expected form."""

    status = 20


class InfiniteError(InnoError, ValueError):
    """INNO_E_INFINITE: a value is infinite."""

    status = 100


class NoDataError(InnoError, ValueError):
    """INNO_E_NODATA: there are no values."""

    status = 101


class ConstantError(InnoError, ValueError):
    """INNO_E_CONSTANT: all values are equal."""

    status = 102


class MissingColumnError(InnoError, LookupError):
    """INNO_E_MISSING_COLUMN: the data have no such column."""

    status = 103


class MissingGroupError(InnoError, LookupError):
    """INNO_E_MISSING_GROUP: the data have no such group."""

    status = 104


class MissingParameterError(InnoError, ValueError):
    """INNO_E_MISSING_PARAMETER: the rule needs an option that is not set."""

    status = 105


class WeightsError(InnoError, ValueError):
    """INNO_E_WEIGHTS: the weights of a node sum to zero."""

    status = 106


class InconsistentError(InnoError, ValueError):
    """INNO_E_INCONSISTENT: judgements of experts contradict each other or do not add up."""

    status = 107


class NonpositiveError(InnoError, ArithmeticError):
    """INNO_E_NONPOSITIVE: a logarithm, ratio or mean met a value that is not positive."""

    status = 200


class DomainError(InnoError, ArithmeticError):
    """INNO_E_DOMAIN: the rule is not defined for these values."""

    status = 201


class OverflowingError(InnoError, OverflowError):
    """INNO_E_OVERFLOW: a result is too large for a double."""

    status = 202


class ConvergenceError(InnoError, ArithmeticError):
    """INNO_E_CONVERGENCE: a search did not converge within its limit."""

    status = 203


class OutOfMemoryError(InnoError, MemoryError):
    """INNO_E_NOMEM: out of memory."""

    status = 300


class SizeError(InnoError, ValueError):
    """INNO_E_SIZE: a size is beyond the limits."""

    status = 301


BY_STATUS: Final[dict[int, type[InnoError]]] = {
    kind.status: kind for kind in InnoError.__subclasses__() if kind.status != 0
}


def set_language(language: Language) -> None:
    """The language of sentences, "en" or "vi", in this thread or asynchronous context."""
    if not isinstance(language, str) or language not in LANGUAGES:
        raise ValueError(f"language is 'en' or 'vi', not {language!r}")
    _language.set(LANGUAGES[language])


def language_number() -> int:
    return _language.get()


class _ErrorOfThread(threading.local):
    """The library's error object of the running thread, made at its first use: one call at a time writes it."""

    pointer: c.c_void_p | None = None
    language = 0

    def __del__(self) -> None:
        if self.pointer is not None:
            library().inno_error_destroy(self.pointer)


_error = _ErrorOfThread()


def error_object() -> c.c_void_p:
    """What to give to a call as its error: the object of this thread, in the language of this context."""
    pointer, language = _error.pointer, _language.get()
    if pointer is None:
        pointer = c.c_void_p()
        if library().inno_error_create(None, c.byref(pointer)) != 0:
            raise OutOfMemoryError("out of memory; free some and try again")
        _error.pointer = pointer
    if _error.language != language:
        library().inno_error_set_language(pointer, language)
        _error.language = language
    return pointer


def check(status: int) -> None:
    """Raises the exception of a status; the sentence is that of the last call with error_object()."""
    if status != 0:
        raise _exception(status)


def _exception(status: int) -> InnoError:
    functions, pointer = library(), error_object()
    said = functions.inno_error_status(pointer) == status
    message, node, unit = (
        (read(pointer) if said else None) or b""
        for read in (functions.inno_error_message, functions.inno_error_node, functions.inno_error_unit)
    )
    text = message.decode() or (functions.inno_status_text(status, _language.get()) or b"").decode()
    text = _KEEP.sub(lambda keep: f'keep="{keep.group(1).lower()}"', text)
    kind = BY_STATUS.get(status, InnoError)
    return kind(text or f"status {status}, which this package does not know", node.decode(), unit.decode(), status)


def status_text(status: int) -> str:
    """What a status means, in the language of this context."""
    return (library().inno_status_text(status, _language.get()) or b"").decode()
