"""Objects of the library as Python objects: destroyed once, never while a call uses them, never used when closed."""
from __future__ import annotations

import ctypes as c
from typing import Any, Callable, NoReturn, TypeVar

from .errors import ClosedError, check, error_object

Self = TypeVar("Self", bound="Handle")


class Owned:
    """Destroys a C object when the last reference goes. Calls are given this object itself, and hold it as long as they
    last: another thread that closes the handle meanwhile only drops a reference."""

    __slots__ = ("_as_parameter_", "_destroy", "__weakref__")

    def __init__(self, pointer: c.c_void_p, destroy: Callable[[Any], None]) -> None:
        self._as_parameter_, self._destroy = pointer, destroy

    def __del__(self) -> None:
        self._destroy(self._as_parameter_)

    @property
    def address(self) -> int:
        return self._as_parameter_.value or 0


def create(function: Callable[..., int], destroy: Callable[[Any], None], *arguments: Any) -> Owned:
    """function(*arguments, out, error): the object that it makes."""
    made = c.c_void_p()
    check(function(*arguments, c.byref(made), error_object()))
    return Owned(made, destroy)


class Handle:
    """Base of what wraps a C object. Use it in a ``with`` statement, close it, or leave it to Python."""

    _owned: Owned | None

    def __init__(self, owned: Owned) -> None:
        self._owned = owned

    @property
    def _c(self) -> Owned:
        """To be given to a call."""
        owned = self._owned
        if owned is None:
            raise ClosedError(f"this {type(self).__name__} was closed; make a new one")
        return owned

    @property
    def _is_closed(self) -> bool:
        try:
            self._c
        except ClosedError:
            return True
        return False

    def close(self) -> None:
        """Gives the memory back. Closing twice does nothing; any other use afterwards raises ClosedError."""
        self._owned = None

    def __enter__(self: Self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        name = next(kind.__name__ for kind in type(self).__mro__ if not kind.__name__.startswith("_"))
        raise TypeError(
            f"{'an' if name[0] in 'AEIOU' else 'a'} {name} lives in this process and cannot be pickled or copied; send "
            "what it was made of (a Method can be pickled, data too) and make it again there"
        )
