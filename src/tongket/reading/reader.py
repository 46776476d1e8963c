"""Reads a file in this process: for trusted callers and tests; what strangers hand in goes through `safely`."""

from pathlib import Path

from tongket.reading.document import Document
from tongket.reading.engines import reader_of
from tongket.reading.guard import examine
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable, named


def read_file(path: Path) -> Document:
    """The lines of the file at `path`; raises Unreadable, and OSError where there is no such file."""
    return read_bytes(path.read_bytes(), name=path.name)


def read_bytes(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> Document:
    """The lines of a file, its kind judged by content; `name` only helps the sentence of a refusal.

    Raises Unreadable, whose finding says what was wrong, and nothing else.
    """
    try:
        return reader_of(examine(data, limits))(data, limits)
    except Unreadable as refusal:
        raise named(refusal, name) from None
