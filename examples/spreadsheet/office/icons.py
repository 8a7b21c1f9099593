"""Writes the pictures of the manifest: three bars, icon-16.png to icon-80.png. Usage: icons.py FOLDER"""

import pathlib
import struct
import sys
import zlib

SIZES = (16, 32, 64, 80)
BLUE, CLEAR = b"\x1f\x5f\xa8\xff", b"\0\0\0\0"
BARS = ((1, 4, 8), (6, 9, 4), (11, 14, 1))  # left, right, top in sixteenths


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(size: int) -> bytes:
    rows = bytearray()
    for y in range(size):
        rows += b"\0"  # no filter
        for x in range(size):
            a, b = x * 16 // size, y * 16 // size
            rows += BLUE if any(left <= a <= right and top <= b <= 14 for left, right, top in BARS) else CLEAR
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")


for one in SIZES:
    (pathlib.Path(sys.argv[1]) / f"icon-{one}.png").write_bytes(picture(one))
