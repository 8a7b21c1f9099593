"""What a file with a shared library says about itself: the name it wants, what it needs, and so where it runs.
Reads ELF (Linux) and PE (Windows); used by setup.py to name the wheel."""
from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

GLIBC = re.compile(r"libc\.so\.6|libm\.so\.6|ld-linux.*\.so\.[0-9]+|ld64\.so\.[0-9]+")
WINDOWS = re.compile(r"kernel32\.dll|msvcrt\.dll|ucrtbase\.dll|api-ms-win-crt-.*\.dll", re.IGNORECASE)
LINUX_MACHINES = {3: "i686", 21: "ppc64le", 22: "s390x", 40: "armv7l", 62: "x86_64", 183: "aarch64", 243: "riscv64"}
WINDOWS_MACHINES = {0x14C: "win32", 0x8664: "win_amd64", 0xAA64: "win_arm64"}
OLDEST_MINOR = {"i686": 5, "x86_64": 5}  # glibc 2.5 and 2.17: no installer looks for an older manylinux tag
PACKED_RELOCATIONS = "GLIBC_ABI_DT_RELR"  # a version without a number: glibc 2.36


class LibraryError(ValueError):
    """The file is no library that a wheel may carry; the text says why."""


@dataclass(frozen=True)
class LibraryFile:
    name: str  # the file name under which programs look for it: SONAME, or the name in the export table
    needs: tuple[str, ...]  # other libraries
    platform: str  # tag of a wheel


class Segment(NamedTuple):
    """Bytes of the file and where they are in memory."""

    offset: int
    address: int
    size: int


class Image:
    """Bytes of a library, read by their address in memory."""

    def __init__(self, data: bytes, order: str) -> None:
        self.data, self.order = data, order
        self.segments: list[Segment] = []

    def add(self, segment: Segment) -> None:
        if segment.offset + segment.size > len(self.data):
            raise LibraryError("the file is damaged: its end is missing")
        self.segments.append(segment)

    def offset(self, address: int) -> int:
        for segment in self.segments:
            if segment.address <= address < segment.address + segment.size:
                return address - segment.address + segment.offset
        raise LibraryError(f"address {address:#x} is not in the file: it is damaged")

    def unpack(self, form: str, address: int) -> tuple[int, ...]:
        return struct.unpack_from(self.order + form, self.data, self.offset(address))

    def text(self, address: int) -> str:
        begin = self.offset(address)
        return self.data[begin : self.data.index(b"\0", begin)].decode()


def describe(path: Path) -> LibraryFile:
    """Name, needs and platform of the library in the file. LibraryError: neither ELF nor PE, damaged, or it needs more
    than the C library of its system."""
    data = path.read_bytes()
    try:
        if data[:4] == b"\x7fELF":
            return _describe_elf(data)
        if data[:2] == b"MZ":
            return _describe_pe(data)
    except LibraryError as error:
        raise LibraryError(f"{path}: {error}") from None
    except (struct.error, ValueError, LookupError):
        raise LibraryError(f"{path}: the file is damaged") from None
    raise LibraryError(f"{path}: neither a library of Linux (ELF) nor of Windows (PE)")


def _refuse_needs(needs: tuple[str, ...], allowed: re.Pattern[str]) -> None:
    more = [name for name in needs if not allowed.fullmatch(name)]
    if more:
        raise LibraryError(f"it needs {', '.join(more)}, which a wheel cannot count on: build it without")


# ---- ELF -------------------------------------------------------------------------------------------------------------

LOAD, DYNAMIC = 1, 2
NEEDED, STRINGS, SONAME, VERSION_NEEDS, VERSION_NEEDS_COUNT = 1, 5, 14, 0x6FFFFFFE, 0x6FFFFFFF


def _describe_elf(data: bytes) -> LibraryFile:
    order, wide = "<" if data[5] == 1 else ">", data[4] == 2
    kind, machine = struct.unpack_from(order + "HH", data, 16)
    if kind != 3 or machine not in LINUX_MACHINES:
        raise LibraryError(f"ELF file of kind {kind} for machine {machine}: no shared library of a known machine")
    image, entries = _read_dynamic(data, order, wide)
    strings = dict(entries)[STRINGS]
    names = [image.text(strings + value) for tag, value in entries if tag == SONAME]
    if not names:
        raise LibraryError("it has no SONAME")
    needs = tuple(image.text(strings + value) for tag, value in entries if tag == NEEDED)
    _refuse_needs(needs, GLIBC)
    machine_name = LINUX_MACHINES[machine]
    minor = max(map(_glibc_minor, _needed_versions(image, dict(entries), strings)), default=0)
    return LibraryFile(names[0], needs, f"manylinux_2_{max(minor, OLDEST_MINOR.get(machine_name, 17))}_{machine_name}")


def _read_dynamic(data: bytes, order: str, wide: bool) -> tuple[Image, list[tuple[int, int]]]:
    """The loaded segments, and the (tag, value) pairs of the dynamic section."""
    (start,) = struct.unpack_from(order + ("Q" if wide else "I"), data, 32 if wide else 28)
    size, count = struct.unpack_from(order + "HH", data, 54 if wide else 42)
    image, dynamic = Image(data, order), None
    for k in range(count):
        header = struct.unpack_from(order + ("IIQQQQ" if wide else "IIIIII"), data, start + k * size)
        segment = Segment(header[2], header[3], header[5]) if wide else Segment(header[1], header[2], header[4])
        if header[0] == LOAD:
            image.add(segment)
        elif header[0] == DYNAMIC:
            dynamic = segment
    if dynamic is None:
        raise LibraryError("it is linked statically")
    content = data[dynamic.offset : dynamic.offset + dynamic.size]
    return image, [(tag, value) for tag, value in struct.iter_unpack(order + ("qQ" if wide else "iI"), content)]


def _needed_versions(image: Image, entries: dict[int, int], strings: int) -> list[str]:
    """Names of the symbol versions in .gnu.version_r, of every library."""
    names, need = [], entries.get(VERSION_NEEDS, 0)
    for _ in range(entries.get(VERSION_NEEDS_COUNT, 0)):
        _, count, _, first, following = image.unpack("HHIII", need)
        version = need + first
        for _ in range(count):
            _, _, _, name, step = image.unpack("IHHII", version)
            names.append(image.text(strings + name))
            version += step
        need += following
    return names


def _glibc_minor(version: str) -> int:
    if version == PACKED_RELOCATIONS:
        return 36
    match = re.fullmatch(r"GLIBC_2\.(\d+)(\.\d+)?", version)
    if not match:
        raise LibraryError(f"it needs {version}, which is no release of glibc")
    return int(match[1])


# ---- PE --------------------------------------------------------------------------------------------------------------


def _describe_pe(data: bytes) -> LibraryFile:
    (start,) = struct.unpack_from("<I", data, 0x3C)
    machine, count, _, _, _, optional_size = struct.unpack_from("<HHIIIH", data, start + 4)
    if data[start : start + 4] != b"PE\0\0" or machine not in WINDOWS_MACHINES:
        raise LibraryError(f"PE file for machine {machine:#x}: no library of a known machine")
    optional = start + 24
    directories = optional + (112 if data[optional : optional + 2] == b"\x0b\x02" else 96)
    exports, _, imports = struct.unpack_from("<III", data, directories)
    image = Image(data, "<")
    for k in range(count):
        _, address, size, offset = struct.unpack_from("<IIII", data, optional + optional_size + 40 * k + 8)
        image.add(Segment(offset, address, size))
    if not exports:
        raise LibraryError("it exports nothing")
    needs = _imported(image, imports) if imports else ()
    _refuse_needs(needs, WINDOWS)
    return LibraryFile(image.text(image.unpack("I", exports + 12)[0]), needs, WINDOWS_MACHINES[machine])


def _imported(image: Image, table: int) -> tuple[str, ...]:
    names = []
    while name := image.unpack("IIIII", table)[3]:
        names.append(image.text(name))
        table += 20
    return tuple(names)
