"""Makes small drawings of Windows: a red rectangle with a green ellipse, as EMF and as WMF."""

import struct


def emf(width_mm: int = 80, height_mm: int = 40) -> bytes:
    """An EMF of that size, its numbers as [MS-EMF] orders them."""
    wide, tall = width_mm * 10, height_mm * 10
    records = [
        _record(17, 8),
        _record(9, wide, tall),
        _record(11, wide, tall),
        _record(39, 1, 0, 0x0000FF, 0),
        _record(37, 1),
        _record(43, 0, 0, wide - 1, tall - 1),
        _record(39, 2, 0, 0x00FF00, 0),
        _record(37, 2),
        _record(42, wide // 4, tall // 4, wide * 3 // 4, tall * 3 // 4),
        _record(14, 0, 16, 20),
    ]
    body = b"".join(records)
    bounds = (0, 0, wide - 1, tall - 1, 0, 0, width_mm * 100, height_mm * 100)
    head = struct.pack("<2I8iI", 1, 108, *bounds, 0x464D4520)
    counts = (0x10000, 108 + len(body), len(records) + 1, 3, 0, 0, 0, 0)
    head += struct.pack("<3I2H3I4i", *counts, wide, tall, width_mm, height_mm)
    return head + struct.pack("<3I2I", 0, 0, 0, width_mm * 1000, height_mm * 1000) + body


def wmf(width_mm: int = 80, height_mm: int = 40) -> bytes:
    """A placeable WMF of that size, at 254 dots an inch: a rectangle, nothing else."""
    wide, tall = width_mm * 10, height_mm * 10
    head = struct.pack("<IH4hHI", 0x9AC6CDD7, 0, 0, 0, wide, tall, 254, 0)
    words = struct.unpack("<10H", head)
    check = 0
    for word in words:
        check ^= word
    records = b"".join(
        (
            struct.pack("<IH2h", 5, 0x020B, 0, 0),
            struct.pack("<IH2h", 5, 0x020C, tall, wide),
            struct.pack("<IH4h", 7, 0x041B, tall, wide, 0, 0),
            struct.pack("<IH", 3, 0),
        )
    )
    return (
        head + struct.pack("<H", check) + struct.pack("<3HIHIH", 1, 9, 0x0300, 9 + len(records) // 2, 0, 7, 0) + records
    )


def _record(kind: int, *words: int) -> bytes:
    return struct.pack(f"<{2 + len(words)}I", kind, 8 + 4 * len(words), *words)
