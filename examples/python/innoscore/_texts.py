"""Texts as C takes them: UTF-8 that ends at its first NUL. What cannot go there whole is refused here."""
from __future__ import annotations

import ctypes as c
from functools import lru_cache
from typing import Any

from .errors import TextError

FEW = 1000  # texts that are worth keeping


def utf8(text: str, what: str = "a text") -> bytes:
    """The bytes of a code, name or value. TextError for a NUL, which would cut it, and for half a surrogate pair."""
    if not isinstance(text, str):
        raise TypeError(f"{what} is a text, not {text!r}")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        half = text[error.start]
        raise TextError(f"{what} {text!r} holds {half!r}, half of a character; decode it with its own encoding",
                        status=TextError.status) from None
    if b"\0" in data:
        raise TextError(f"{what} {text!r} holds a NUL character; remove it", status=TextError.status)
    return data


def array_of(codes: tuple[str, ...], what: str = "a code") -> Any:
    """const char *const * for a call. That of the last few short tuples is at hand."""
    return _kept(codes, what) if len(codes) <= FEW else _made(codes, what)


def _made(codes: tuple[str, ...], what: str) -> Any:
    return (c.c_char_p * len(codes))(*[utf8(code, what) for code in codes])


_kept = lru_cache(maxsize=16)(_made)
