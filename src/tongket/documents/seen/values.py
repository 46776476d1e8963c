"""What a .docx shows, as frozen values: every style resolved, lengths in millimetres, sizes in points."""

from dataclasses import dataclass, field

from tongket.documents.render.values import Align


@dataclass(frozen=True, slots=True)
class SeenRun:
    """Characters in one dress as shown: NFC, capitals written out, `colour` as six hexadecimal digits or empty."""

    text: str
    font: str = ""
    size_pt: float = 0.0
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class SeenCell:
    """The table cell a paragraph stands in, counted from 0 in the order of the document."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SeenParagraph:
    """One paragraph, empty ones too; `label` is Word's own numbering, `lines` the line spacing in single lines.

    `is_ruled_above` and `is_ruled_below` tell of borders, `drawn` counts the straight lines drawn in it.
    `has_picture` says that one is drawn in it.
    `section` counts from 0; `box` says that it stands in a text box; `begins_page` that a new page starts with it.
    """

    runs: tuple[SeenRun, ...] = ()
    align: Align = Align.LEFT
    first_line_mm: float = 0.0
    left_mm: float = 0.0
    before_pt: float = 0.0
    after_pt: float = 0.0
    lines: float = 1.0
    label: str = ""
    is_ruled_above: bool = False
    is_ruled_below: bool = False
    drawn: int = 0
    cell: SeenCell | None = None
    box: bool = False
    section: int = 0
    begins_page: bool = False
    has_picture: bool = False

    @property
    def text(self) -> str:
        """The words of the paragraph, its label first."""
        words = "".join(run.text for run in self.runs)
        return f"{self.label} {words.lstrip()}" if self.label else words


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number of a section: where it stands and its size."""

    in_header: bool
    align: Align
    size_pt: float


@dataclass(frozen=True, slots=True)
class SeenSection:
    """The pages of one section: their size, margins and page number; `shows_on_first` tells of its first page."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    number: PageNumber | None = None
    shows_on_first: bool = False

    @property
    def is_landscape(self) -> bool:
        """Whether the pages are broader than high."""
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A .docx as it is shown: paragraphs in order, those of cells and boxes where they stand.

    `ruled_tables` are the numbers of tables that have visible borders.
    """

    sections: tuple[SeenSection, ...]
    paragraphs: tuple[SeenParagraph, ...]
    ruled_tables: frozenset[int] = field(default_factory=frozenset)
