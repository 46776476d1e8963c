"""Reads what strangers hand in: looks at it first, then parses it in a child process that may use little."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from tongket.reading.child import DRAW, DRAW_SOME, FIGURES
from tongket.reading.document import Document, Source
from tongket.reading.engines import reader_of
from tongket.reading.guard import examine
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.office import as_converted, as_docx
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable, named, refuse
from tongket.reading.scans import find_tesseract, pages_of, read_pictures
from tongket.reading.wire import decode

_CHILD = "tongket.reading.child"


def read_safely(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> Document:
    """The lines of a file that nobody vouches for; text is read here, all else in a child process.

    Old and foreign files go through LibreOffice, scans and pictures through tesseract, where these are installed.
    Raises Unreadable, whose finding says what was wrong and names the file; whatever happens to the child
    (killed, out of memory, out of time, crashed) becomes one of its sentences.
    """
    try:
        return _read(examine(data, limits), data, limits)
    except Unreadable as refusal:
        raise named(refusal, name) from None


def _read(kind: Kind, data: bytes, limits: Limits) -> Document:
    if kind in FOREIGN:
        made = as_docx(data, kind, limits)
        return as_converted(_read_in_child(examine(made, limits), made, limits), kind)
    if kind is Kind.TEXT:
        return reader_of(kind)(data, limits)
    if kind is Kind.PICTURE:
        return read_pictures([data], Source.PDF, limits)
    try:
        return _read_in_child(kind, data, limits)
    except Unreadable as refusal:
        if kind is not Kind.PDF or refusal.finding.code != "scan" or find_tesseract() is None:
            raise
    return read_pictures(drawn(data, limits), Source.PDF, limits)


def _read_in_child(kind: Kind, data: bytes, limits: Limits) -> Document:
    answer = answer_of_child(_CHILD, kind, data, limits)
    try:
        return decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def drawn(data: bytes, limits: Limits, pages: Sequence[int] = ()) -> list[bytes]:
    """The pages of a scanned PDF as pictures, or some of them (from 1); raises Unreadable."""
    task = DRAW_SOME + ",".join(map(str, pages)) if pages else DRAW
    answer = answer_of_child(_CHILD, task, data, limits, most=limits.drawn_bytes)
    return list(pages_of(answer)) if answer.startswith(b"P5") else _refused(answer)


def figures_of(data: bytes, limits: Limits) -> list[bytes]:
    """The pages of a PDF that a program of ours made, in colour as PNG; raises Unreadable."""
    answer = answer_of_child(_CHILD, FIGURES, data, limits, most=limits.drawn_bytes)
    line, _end, rest = answer.partition(b"\n")
    sizes = [int(size) for size in line.split(b" ")] if not line.startswith(b"{") else _refused(answer)
    if sum(sizes) != len(rest):
        raise refuse("broken")
    ends = list(accumulate(sizes))
    return [rest[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _refused(answer: bytes) -> list[Any]:
    try:
        decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None
    return []
