"""Cuts an answer into statements at its lines and sentences, keeping the kind that the question asks for. Pure."""

import re

from tongket.core.text import nfc
from tongket.reviews.rules import Kind
from tongket.reviews.values import Cut, Place

_MARK = re.compile(r"^\s*(?:[-–+•*]|\d+[.)]|[a-zđ]\))\s+")
_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZĐÀ-Ỹ])")
SHORTEST = 12


def cut(
    text: str, *, kind: Kind, question: str = "", page: int | None = None, block: int | None = None
) -> tuple[Cut, ...]:
    """One statement a sentence, without the marks of lists; fragments of a few letters are no statement."""
    lines = (_MARK.sub("", line).strip() for line in nfc(text).splitlines())
    pieces = (piece.strip(" ;") for line in lines for piece in _END.split(line))
    place = Place(page, block)
    return tuple(Cut(kind, piece, question, place) for piece in pieces if len(piece) >= SHORTEST)
