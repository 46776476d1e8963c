"""Who gets a personal copy, out of pasted lines or the rows of a table: each line understood or named. Pure.

A line is cut at tabs (as pasted from Excel), else at `;`, else at `|`, else at commas. A line of column names, the
first or below titles, says what the cells mean; without one a line is name, post, unit, and what its form tells: an
address, a telephone.
No line is lost: each that is not blank becomes a copy, a heading, or a leftover with its reason.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tongket.core.findings import words
from tongket.core.text import clean, fold, fold_tones
from tongket.documents.gaps import gap_name

NAME, TITLE, POST, UNIT, SEAT, EMAIL = "ho_ten", "xung_ho", "chuc_vu", "don_vi_cong_tac", "so_ghe", "thu_dien_tu"
PHONE, NOTE, NUMBER, FAMILY = "dien_thoai", "ghi_chu", "stt", "ho_dem"
INVITED, AWARDED = "nguoi_duoc_moi", "ten_duoc_khen"
# Values that follow from the others while nobody typed them.
DERIVED = (INVITED, AWARDED)
# What a column is called in the lists of offices, folded; any other heading is a value of its own name.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    NAME: ("ho ten", "ho va ten", "ten", "ten dai bieu", "dai bieu", "khach moi", "ho ten dai bieu", "name"),
    FAMILY: ("ho", "ho dem", "ho, dem", "ho ten dem", "ho va ten dem", "ho, ten dem"),
    TITLE: ("xung ho", "danh xung", "ong ba", "ong/ba"),
    POST: ("chuc vu", "chuc danh", "post"),
    UNIT: ("don vi", "co quan", "don vi cong tac", "noi cong tac", "co quan, don vi", "to chuc", "unit"),
    SEAT: ("so ghe", "ghe", "cho ngoi", "seat"),
    EMAIL: ("thu dien tu", "email", "e-mail", "dia chi thu", "mail"),
    PHONE: ("dien thoai", "so dien thoai", "sdt", "di dong", "phone"),
    NOTE: ("ghi chu", "note"),
    NUMBER: ("stt", "tt", "so tt", "so thu tu", "#"),
}
BY_PLACE = (NAME, POST, UNIT, NOTE)
FEWEST_HEADINGS = 2
# The name of the office and that of the list stand above the columns.
HEADING_WITHIN = 15
LONGEST_NAME, LONGEST_VALUE, LONGEST_EMAIL, MOST_COPIES = 300, 2_000, 254, 20_000
EMAIL_FORM = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
PHONE_FORM = re.compile(r"\+?[0-9][0-9 .()-]{7,16}")
BULLET = re.compile(r"^\s*(?:[-+*•–]|\(?\d{1,5}[.)])\s+")
_MIDDLE = frozenset(map(fold_tones, ("ích", "văn", "thị")))
TITLES = ("ông", "bà", "đồng chí", "đ/c", "anh", "chị")
# How groups within a list are counted, `II` or `B`, where people are counted `1`, `2`.
GROUP_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)/]?")
MARKED_GROUP = re.compile(r"[IVXLC]+[.)/]\s")

NO_NAME = words("Dòng này không có tên ai.")
GROUP = words("Giống tên một nhóm, không phải tên người. Nếu là người thì ghi thêm chức vụ hay đơn vị.")
BAD_EMAIL = words("Địa chỉ thư “{found}” viết chưa đúng; cần dạng ten@coquan.vn.")
TOO_LONG = words("Có ô dài quá {most} chữ cái; cần một tên, một chức vụ, một đơn vị trên mỗi dòng.")
TOO_MANY = words("Danh sách có hơn {most} người; chia thành nhiều văn bản.")


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody who is to get a copy: the name on it, where it is sent, its values, the unit of the directory by key."""

    name: str
    email: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    is_unit: bool = False

    @property
    def key(self) -> str:
        """What is the same for the same person or unit, however the tone stands and the capitals are."""
        place = self.unit or fold_tones(self.values.get(UNIT, ""))
        return hashlib.sha256(f"{fold_tones(self.name)}|{'' if self.is_unit else place}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was read: its number (from 1), its words, what became of it.

    `draft` is who gets a copy; `fault` with `found` says why nobody does; `same_as` is the line that named them before,
    0 for somebody who was on the document's list already.
    """

    number: int
    text: str
    draft: Draft | None = None
    fault: str = ""
    found: str = ""
    same_as: int | None = None
    is_heading: bool = False

    @property
    def gaps(self) -> dict[str, object]:
        """What fills the sentence of its fault."""
        return {"found": self.found, "most": LONGEST_NAME}


@dataclass(frozen=True, slots=True)
class Read:
    """A whole list: every line that is not blank, in order."""

    lines: tuple[Line, ...]

    @property
    def new(self) -> tuple[Line, ...]:
        """The lines that add a copy."""
        return tuple(line for line in self.lines if line.draft is not None and line.same_as is None)

    @property
    def twice(self) -> tuple[Line, ...]:
        """The lines that name somebody once more."""
        return tuple(line for line in self.lines if line.same_as is not None)

    @property
    def leftovers(self) -> tuple[Line, ...]:
        """The lines that were not understood."""
        return tuple(line for line in self.lines if line.fault)


def read_list(
    text: str, *, known: Iterable[str] = (), unit_of: Callable[[str], str | None] = lambda _name: None
) -> Read:
    """The list in `text`; `known` are the keys of copies that are there, `unit_of` finds a unit's key by its name."""
    given = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    has_tabs = any("\t" in line for _number, line in given)
    starts = [
        _columns(_cut(line, is_table=has_tabs), is_first=place == 0)
        for place, (_number, line) in enumerate(given[:HEADING_WITHIN])
    ]
    below = next((place for place, columns in enumerate(starts, 1) if columns), 0)
    columns = starts[below - 1] if below else None
    is_table = has_tabs or columns is not None
    heading = [Line(number, clean(line), is_heading=True) for number, line in given[:below]]
    seen: dict[str, int] = dict.fromkeys(known, 0)
    cells = [(number, line, _cut(line, is_table=is_table)) for number, line in given[below:]]
    lines = [_line(number, line, cut, columns or (), unit_of) for number, line, cut in cells]
    return Read((*heading, *(_once(line, seen) for line in lines)))


def as_text(rows: Iterable[Sequence[str]]) -> str:
    """The rows of a table as lines that `read_list` takes."""
    return "\n".join("\t".join(cell.replace("\t", " ") for cell in row).rstrip("\t") for row in rows)


def _cut(line: str, *, is_table: bool) -> list[str]:
    """The cells of a line; within a table an empty one has its place, in a line typed freely it is a slip."""
    sign = next((sign for sign in "\t;|" if sign in line), "," if "," in line else None)
    cells = [clean(cell) for cell in (line.split(sign) if sign else [line])]
    return cells if is_table else [cell for cell in cells if cell]


def _columns(cells: Sequence[str], *, is_first: bool) -> tuple[str, ...] | None:
    """The names of the columns where a line is a heading, None where it names somebody or is a title.

    One word alone, `Khách mời`, names a column only in the first line.
    """
    known = [_column(cell) for cell in cells]
    fewest = min(FEWEST_HEADINGS, len(cells)) if is_first else FEWEST_HEADINGS
    if sum(name is not None for name in known) < fewest or NAME not in known:
        return None
    return tuple(name or gap_name(cell) for name, cell in zip(known, cells, strict=True))


def _column(cell: str) -> str | None:
    return next((name for name, others in COLUMNS.items() if fold(cell).rstrip(":") in others), None)


def _line(
    number: int, text: str, cells: list[str], columns: tuple[str, ...], unit_of: Callable[[str], str | None]
) -> Line:
    values = _by_heading(cells, columns) if columns else _by_place(cells)
    if FAMILY in values:
        values[NAME] = f"{values.pop(FAMILY)} {values.get(NAME, '')}".strip()
    shown, fault, found = clean(text), "", ""
    if not any(letter.isalpha() for letter in values.get(NAME, "")):
        fault = NO_NAME
    elif _is_group(cells, columns, unit_of):
        fault = GROUP
    elif len(values[NAME]) > LONGEST_NAME or any(len(value) > LONGEST_VALUE for value in values.values()):
        fault = TOO_LONG
    elif not _is_email(values.get(EMAIL, "")):
        fault, found = BAD_EMAIL, values[EMAIL]
    return Line(number, shown, fault=fault, found=found) if fault else Line(number, shown, _draft(values, unit_of))


def _is_group(cells: Sequence[str], columns: Sequence[str], unit_of: Callable[[str], str | None]) -> bool:
    """Whether a line is the name of a group of people, as offices write it between them.

    It is counted `II`, or written in capitals and not counted where people are, unless it is a unit. Who has a post
    or a unit is a person, however counted.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        is_uncounted = NUMBER in columns and filled[0].isupper() and unit_of(filled[0]) is None
        return is_uncounted or MARKED_GROUP.match(filled[0]) is not None
    return len(filled) == len((NUMBER, NAME)) and GROUP_MARK.fullmatch(filled[0]) is not None


def _is_email(typed: str) -> bool:
    return not typed or (len(typed) <= LONGEST_EMAIL and EMAIL_FORM.fullmatch(typed) is not None)


def _by_heading(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """The cells under their columns; cells beyond the last column become a note."""
    values: dict[str, str] = {}
    for place, cell in enumerate(cells):
        column = columns[place] if place < len(columns) and columns[place] else NOTE
        if cell and column != NUMBER:
            values[column] = f"{values[column]}; {cell}" if column in values else cell
    return values


def _by_place(cells: Sequence[str]) -> dict[str, str]:
    """Name, post, unit and notes in this order; an address and a telephone are known wherever they stand."""
    cells = list(cells)
    while len(cells) > 1 and (not cells[0] or cells[0].rstrip(".").isdecimal()):
        cells.pop(0)
    values: dict[str, str] = {}
    places = list(BY_PLACE)
    for cell in cells:
        column = _by_form(cell) or (places.pop(0) if len(places) > 1 else NOTE)
        if cell:
            values[column] = f"{values[column]}; {cell}" if column in values else cell
    if NAME in values:
        values[NAME] = clean(BULLET.sub("", values[NAME] + " "))
    return values


def _by_form(cell: str) -> str | None:
    if "@" in cell and " " not in cell:
        return EMAIL
    return PHONE if PHONE_FORM.fullmatch(cell) else None


def _draft(values: dict[str, str], unit_of: Callable[[str], str | None]) -> Draft:
    title, name = split_title(values[NAME])
    own = unit_of(name) if not values.get(POST) and not values.get(UNIT) else None
    email = values.pop(EMAIL, "")
    if title:
        values.setdefault(TITLE, title)
    values[NAME] = name
    if own is not None:
        return completed(Draft(name, email, {**values, UNIT: name}, own, is_unit=True))
    return completed(Draft(name, email, values, unit_of(values.get(UNIT, ""))))


def split_title(name: str) -> tuple[str, str]:
    """`Ông Nguyễn Văn A` as `Ông` and the name; no title where none is written.

    `Ông Ích Khiêm` and `Ông Văn Tín` are of the family Ông: what follows is no family name.
    """
    first, _space, rest = name.partition(" ")
    if fold_tones(rest).partition(" ")[0] in _MIDDLE:
        return "", name
    if fold_tones(name).startswith(fold_tones("đồng chí ")):
        return name[:9].strip(), name[9:].strip()
    return (first, rest) if rest and fold_tones(first) in map(fold_tones, TITLES) else ("", name)


def completed(draft: Draft) -> Draft:
    """The draft with the values that follow from the others: how the invited person is addressed, who is awarded."""
    values = dict(draft.values)
    if draft.is_unit:
        values.setdefault(INVITED, f"Đại diện lãnh đạo {draft.name}")
    else:
        called = f"{values.get(TITLE, '')} {draft.name}".strip()
        parts = (called, values.get(POST, ""), values.get(UNIT, ""))
        values.setdefault(INVITED, ", ".join(part for part in parts if part))
    values.setdefault(AWARDED, draft.name)
    return replace(draft, values=values)


def is_of_unit(values: Mapping[str, str]) -> bool:
    """Whether a copy is addressed to a unit as such and not to one of its people."""
    return bool(values.get(NAME)) and values.get(NAME) == values.get(UNIT)


def _once(line: Line, seen: dict[str, int]) -> Line:
    if line.draft is None:
        return line
    before = seen.setdefault(line.draft.key, line.number)
    return line if before == line.number else replace(line, same_as=before)
