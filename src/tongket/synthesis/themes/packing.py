"""A shelf as bytes and back: what does not change with what a person teaches, and what does. Pure.

Each part is the lengths of its columns in bytes, numbers of 32 bits, and then the columns one after the other, in the
order of bytes of every machine the product runs on.
"""

from array import array
from collections.abc import Iterator
from typing import Any

from tongket.synthesis.themes.shelf import Column, Shelf

LENGTHS = "I"
FIXED, STANDS = "QBdIHIHd", "HIHd"
BETWEEN = "\n"


def fixed_part(shelf: Shelf) -> bytes:
    """Statements, their words, and what the taxonomy takes them for."""
    taken = shelf.taken
    whole = (shelf.keys, shelf.kinds, shelf.lengths, shelf.words, shelf.owners, taken.ends, taken.themes, taken.amounts)
    return _joined([column.tobytes() for column in whole])


def standing_part(shelf: Shelf) -> bytes:
    """Where statements stand, who speaks for it, and the names of the shelf's themes."""
    likes = shelf.likes
    columns = (shelf.stands, likes.ends, likes.themes, likes.amounts)
    return _joined([*(column.tobytes() for column in columns), BETWEEN.join(shelf.names).encode()])


def unpacked(fixed: bytes, standing: bytes) -> Shelf:
    """The shelf that two such parts were made of."""
    keys, kinds, lengths, words, owners, *taken = map(_column, FIXED, _parted(fixed, len(FIXED)))
    *pieces, names = _parted(standing, len(STANDS) + 1)
    stands, *likes = map(_column, STANDS, pieces)
    return Shelf(
        keys, kinds, lengths, words, owners, Column(*taken), Column(*likes), stands, names.decode().split(BETWEEN)
    )


def _joined(columns: list[bytes]) -> bytes:
    return b"".join([array(LENGTHS, map(len, columns)).tobytes(), *columns])


def _parted(whole: bytes, number: int) -> Iterator[bytes]:
    lengths = array(LENGTHS)
    at = number * lengths.itemsize
    lengths.frombytes(whole[:at])
    for length in lengths:
        yield whole[at : at + length]
        at += length


def _column(form: str, piece: bytes) -> "array[Any]":
    made: array[Any] = array(form)
    made.frombytes(piece)
    return made
