"""Drawings of Windows (.emf, .wmf, packed or not) among the pictures of a manuscript: what they are and how large."""

import struct
import zlib

from tongket.reading.limits import MEGABYTE

EMF, WMF = "image/x-emf", "image/x-wmf"
KINDS = (EMF, WMF)
_PACKED, _PLACEABLE, _BARE = b"\x1f\x8b", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"
_MOST_UNPACKED = 24 * MEGABYTE
_MM_PER_INCH = 25.4
# Where neither the paper nor the drawing says how large it is.
_USUAL_MM = (80.0, 60.0)
LEAST_MM, MOST_MM = 2.0, 400.0


def metafile(data: bytes) -> tuple[bytes, str, float, float] | None:
    """The drawing unpacked, its type, and the millimetres that it says it takes; None for any other file."""
    plain = _unpacked(data) if data.startswith(_PACKED) else data
    if plain[40:44] == b" EMF" and len(plain) > 88:
        left, top, right, bottom = struct.unpack_from("<4i", plain, 24)
        return plain, EMF, *_size((right - left) / 100, (bottom - top) / 100)
    if plain.startswith(_PLACEABLE) and len(plain) > 22:
        left, top, right, bottom, inch = struct.unpack_from("<4hH", plain, 6)
        dots = (inch or 1440) / _MM_PER_INCH
        return plain, WMF, *_size((right - left) / dots, (bottom - top) / dots)
    return (plain, WMF, *_USUAL_MM) if plain.startswith(_BARE) else None


def _unpacked(data: bytes) -> bytes:
    """A packed drawing; nothing where it is spoiled or larger than any drawing is."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        plain = unpacking.decompress(data, _MOST_UNPACKED)
    except zlib.error:
        return b""
    return plain if unpacking.eof else b""


def _size(width_mm: float, height_mm: float) -> tuple[float, float]:
    sound = all(LEAST_MM <= side <= MOST_MM for side in (width_mm, height_mm))
    return (round(width_mm, 2), round(height_mm, 2)) if sound else _USUAL_MM
