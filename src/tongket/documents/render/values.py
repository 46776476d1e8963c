"""What an official document is made of, as values; both renderers, the linter and later rooms speak of these.

Lengths are millimetres and type sizes are points wherever a name ends in `_mm` or `_pt`.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Profile(StrEnum):
    """The form that a document follows: Decree 30/2020, the Front's own habits over it, the Party's."""

    DECREE = "nd30"
    FRONT = "mttq"
    PARTY = "dang"


class Align(StrEnum):
    """How the lines of a paragraph or a cell stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress; text is NFC and holds no line break but `\\n`."""

    text: str
    bold: bool = False
    italic: bool = False


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body: justified, first line indented, unless it says otherwise."""

    runs: Text
    align: Align = Align.JUSTIFY
    is_indented: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its own line: level 1 `I.`, 2 `1.`, 3 `a)`; 0 is a centred one (`Phần I`, `QUYẾT ĐỊNH:`).

    The number is part of the text, as written: official numbering is not left to the program that opens the file.
    """

    runs: Text
    level: int


@dataclass(frozen=True, slots=True)
class Basis:
    """One ground of the document (`Căn cứ …`): italic, on its own line; each ends in `;`, the last in `.`."""

    runs: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list as printed: `mark` is `-`, `+`, `1.`, `a)` … and level counts from 0."""

    mark: str
    runs: Text
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `across` counts the columns it spans."""

    runs: Text
    align: Align = Align.LEFT
    across: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading row repeated on each page; widths are shares of the line, empty as the text asks."""

    heading: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    is_ruled: bool = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


class Shape(StrEnum):
    """What a drawing of figures is, as it is called where its text is edited: bars, a line over periods, tiles."""

    BARS = "cột"
    TREND = "đường"
    GRID = "ô"


class Tone(StrEnum):
    """How far a unit is, which says how its tile looks: the word that stands before its state."""

    DONE = "xong"
    SEEN = "chờ"
    WORK = "đang"
    BACK = "lại"
    NONE = "chưa"


@dataclass(frozen=True, slots=True)
class Datum:
    """One line of a drawing: of a unit or a period its number as written (`1.250`; `0 – 12` of several units at once).

    What is no number stands where a figure is missing (`chưa có số`); of a tile it is the unit's state. A tile whose
    name is a number is so many units.
    """

    name: str
    value: str
    tone: Tone = Tone.NONE


@dataclass(frozen=True, slots=True)
class Drawing:
    """Figures as a picture with its caption below: kept as figures, drawn where they are shown, the same everywhere."""

    shape: Shape
    caption: str
    rows: tuple[Datum, ...]


Block = Paragraph | Heading | Basis | Item | Table | PageBreak | Drawing


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: the body above in regular capitals, the own name in bold ones; each line as printed."""

    own: tuple[str, ...]
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: the lines of authority as printed (`TM. BAN THƯỜNG TRỰC`, `PHÓ CHỦ TỊCH`) and the name.

    `note` stands in brackets between them, e.g. `ký, ghi rõ họ tên`; the space for signature and seal stays blank.
    """

    authority: tuple[str, ...]
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own, numbered anew: its title, what it belongs to, and its content.

    `label` is `Phụ lục` or `Phụ lục I`; `reference` is the line `(Kèm theo Công văn số …)`, empty on e-documents.
    """

    title: str
    body: tuple[Block, ...]
    label: str = "Phụ lục"
    reference: str = ""
    is_landscape: bool = False


class Urgency(StrEnum):
    """The stamp of urgency, as printed in its box."""

    NONE = ""
    URGENT = "KHẨN"
    VERY_URGENT = "THƯỢNG KHẨN"
    EXPRESS = "HỎA TỐC"


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """One official document, whole: what a renderer needs and nothing else.

    `number` empty leaves room to write one; `day` None prints `ngày … tháng … năm …`. A letter (công văn) has no
    `type_name`; its `subject` then stands under the number after `V/v`. `has_place_and_date` is false for minutes.
    `signatures` stand from left to right; one alone stands at the right. `recipients` are the lines under
    `Nơi nhận:` without dash or ending, the last of them the archive's (`Lưu: VT, PT`). `title` is the
    file's property.
    """

    issuer: Issuer
    symbol: str
    subject: str
    body: tuple[Block, ...]
    number: str = ""
    place: str = ""
    day: date | None = None
    type_name: str = ""
    addressees: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    profile: Profile = Profile.FRONT
    urgency: Urgency = Urgency.NONE
    drafter_mark: str = ""
    contact_line: str = ""
    has_place_and_date: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Text at a place of a pre-printed sheet: `x_mm` and `y_mm` from its top left corner to the box's own."""

    text: str
    x_mm: float
    y_mm: float
    width_mm: float
    size_pt: float
    align: Align = Align.CENTER
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is printed onto one pre-printed sheet (giấy khen): its size and the texts at their places."""

    width_mm: float
    height_mm: float
    texts: tuple[PlacedText, ...] = field(default=())


def plain(runs: Text) -> str:
    """The text of runs without their dress."""
    return "".join(run.text for run in runs)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Text:
    """Runs of one dress."""
    return (Run(words, bold=bold, italic=italic),) if words else ()
