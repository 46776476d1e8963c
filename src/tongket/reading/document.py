"""What every reader of files returns: lines that know where they stood."""

from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """What kind of file the lines came from, by content and not by name."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Cell:
    """The table cell a line stands in, each counted from 0 in the order of the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or printed line, NFC, with Word's own numbering written out in front of the text.

    Runs of spaces and tabs inside the text are kept: they are what is left of columns. `page` is counted from 1
    and is None where the file has no pages; `bold`, `italic` and `centred` hold for the whole line; `indent` is
    the left indent in points, 0 where the file does not say; `gap` says that an empty line, or clear space,
    stood before it.
    """

    text: str
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    indent: float = 0.0
    cell: Cell | None = None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Mending:
    """One repair made while reading: a code, the line it touched (from 0) and the words before it."""

    code: str
    line: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as lines; `hard_wrapped` says that a line is a printed line and not a paragraph."""

    source: Source
    lines: tuple[Line, ...]
    pages: int | None = None
    hard_wrapped: bool = False
    mendings: tuple[Mending, ...] = ()

    @property
    def is_recognised(self) -> bool:
        """Whether a machine read the letters off a picture."""
        return any(mending.code == "ocr" for mending in self.mendings)
