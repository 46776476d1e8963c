"""What an author's file holds, as values: blocks of dressed text, tables, pictures, notes, and the sheet it was set on.

Lengths are millimetres and type sizes points wherever a name ends in `_mm` or `_pt`. Text is NFC. What a file does not
say is the default of its program, written out: nobody who reads these values needs to know a style sheet.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

from tongket.reading.document import Mending


class Nature(StrEnum):
    """What kind of file it was, by content."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    PICTURE = "picture"


class Align(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Role(StrEnum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one dress, or a note's mark, or a picture in the line (then `text` is empty).

    `text` holds `\\n` for a line break and `\\t` for a tab. `letter_gap_pt` is below 0 for condensed letters, `width` a
    share of the letters' own width (0.9 is narrowed). `is_hidden` is text that no reader sees: marked so, white on
    white, or smaller than 2 pt. `note` and `picture` count from 0 in the manuscript's lists.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    raised: bool = False
    lowered: bool = False
    size_pt: float = 14.0
    letter_gap_pt: float = 0.0
    width: float = 1.0
    is_hidden: bool = False
    note: int | None = None
    picture: int | None = None

    @property
    def dress(self) -> tuple[object, ...]:
        """All but its text: two pieces with the same dress look alike."""
        return _dress_of(self)

    def saying(self, text: str) -> "Piece":
        """Other words in the same dress, as `replace` makes it in a quarter of the time."""
        return Piece(text, *_dress_of(self))


_dress_of = attrgetter(*(each.name for each in fields(Piece)[1:]))


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a paragraph is set. `lines` is a multiple of single spacing; `exact_pt`, where given, is set in its place."""

    lines: float = 1.0
    exact_pt: float | None = None
    before_pt: float = 0.0
    after_pt: float = 0.0
    first_line_pt: float = 0.0
    left_pt: float = 0.0
    right_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `level` counts from 1 for headings and 0 for items; `mark` is an item's `-`, `a)`, `1.` as shown.

    An empty line is a paragraph too: one piece without text, in the size of its end. `page` counts from 1 where the
    file has pages. `breaks_before` says that the author began a new page here.
    """

    pieces: tuple[Piece, ...]
    role: Role = Role.TEXT
    level: int = 0
    mark: str = ""
    align: Align = Align.JUSTIFY
    spacing: Spacing = Spacing()
    page: int | None = None
    breaks_before: bool = False

    @property
    def text(self) -> str:
        """The words a reader sees, the mark of an item in front of them."""
        shown = "".join(piece.text for piece in self.pieces if not piece.is_hidden)
        return f"{self.mark} {shown}" if self.mark else shown


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `across` counts the columns and `down` the rows it covers."""

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a row holds the cells that begin in it. `widths` are shares of the line, empty where unknown."""

    rows: tuple[tuple[Cell, ...], ...]
    heading_rows: int = 0
    widths: tuple[float, ...] = ()
    is_ruled: bool = True
    page: int | None = None

    @property
    def text(self) -> str:
        """The words of its cells, row by row."""
        lines = (" ".join(part.text for cell in row for part in cell.paragraphs) for row in self.rows)
        return "\n".join(lines)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as its file holds it (PNG or JPEG; others are made PNG, but for drawings of
    Windows where nothing here draws them), and the size it is shown at."""

    data: bytes
    content_type: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet the author set the text on (the first section's)."""

    width_mm: float = 210.0
    height_mm: float = 297.0
    top_mm: float = 25.4
    bottom_mm: float = 25.4
    left_mm: float = 25.4
    right_mm: float = 25.4


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as its author wrote it. `pages` is what the file itself has, None where it is not divided (.docx, text).

    `is_recognised` says that a machine read the letters off pictures. A mending's `line` is the block it touched.
    `lost` names what was there and is not kept as it was, so that a person can be told: `chart`, `diagram`, `drawing`,
    `equation`, `object`, `picture`, `scanned-page` (nobody could read its letters), `text-box` (its words are kept).
    """

    nature: Nature
    blocks: tuple[Block, ...]
    notes: tuple[tuple[Paragraph, ...], ...] = ()
    pictures: tuple[Picture, ...] = ()
    sheet: Sheet = Sheet()
    pages: int | None = None
    is_recognised: bool = False
    mendings: tuple[Mending, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words in order, a line for each paragraph."""
        return "\n".join(block.text for block in self.blocks)
