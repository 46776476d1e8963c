"""Reads a file in this process: for trusted callers and tests; what strangers hand in goes through `safely`."""

from pathlib import Path

from tongket.reading.document import Document, Source
from tongket.reading.engines import reader_of
from tongket.reading.guard import examine
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.office import as_converted, as_docx
from tongket.reading.refusals import Unreadable, named
from tongket.reading.scans import read_pictures


def read_file(path: Path) -> Document:
    """The lines of the file at `path`; raises Unreadable, and OSError where there is no such file."""
    return read_bytes(path.read_bytes(), name=path.name)


def read_bytes(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> Document:
    """The lines of a file, its kind judged by content; `name` only helps the sentence of a refusal.

    Raises Unreadable, whose finding says what was wrong, and nothing else.
    """
    try:
        kind = examine(data, limits)
        if kind in FOREIGN:
            return as_converted(read_bytes(as_docx(data, kind, limits), limits=limits), kind)
        if kind is Kind.PICTURE:
            return read_pictures([data], Source.PDF, limits)
        return reader_of(kind)(data, limits)
    except Unreadable as refusal:
        raise named(refusal, name) from None
