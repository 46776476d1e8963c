"""The making of many single copies as values: in which order, how many to a sheet, under which names. Pure.

Lengths are millimetres where a name ends in `_mm`, else points of PDF.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tongket.core.findings import words
from tongket.core.text import clean
from tongket.documents.render.values import Certificate, OfficialDocument
from tongket.documents.titles import small_first

PER_SHEET = (1, 2, 4)
# A part is what a killed worker loses at most; a multiple of every number of copies to a sheet.
PART_COPIES = 100
# A worker that says nothing for so long is taken for dead; a part takes a few seconds.
SILENT_SECONDS = 30
LONGEST_STEM = 100
# A .zip of this name is unpacked into a folder of the same name: with a copy's own name the path stays below the 260
# letters that Windows takes.
LONGEST_DOWNLOAD = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*«»]')
# Names that Windows keeps for devices, whatever follows the first point.
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)

LONG_COPY = words(
    "Bản của “{name}” dài {pages} trang; in 2 hoặc 4 bản một tờ chỉ làm được khi mỗi bản dài một trang. "
    "Rút gọn văn bản, hoặc in mỗi trang một tờ."
)


class CopyTooLong(ValueError):
    """A copy of several pages cannot be laid beside others on one sheet."""

    def __init__(self, name: str, pages: int) -> None:
        super().__init__(LONG_COPY.format(name=name, pages=pages))
        self.name, self.pages = name, pages


@dataclass(frozen=True, slots=True)
class Single:
    """One copy as the maker needs it: the name of its file, and the values of its gaps."""

    file_name: str
    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made of one part: the document with its gaps, its copies as printed, None for an empty place.

    `dx_mm` and `dy_mm` move certificates on their sheet; `stamp` is the time that the files bear, in ISO 8601.
    """

    document: OfficialDocument
    copies: tuple[Single | None, ...]
    per_sheet: int = 1
    is_zipped: bool = True
    stamp: str = ""
    dx_mm: float = 0.0
    dy_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class Made:
    """A part that is done: the sheets to print as one PDF, and a .zip of single PDFs, empty where none was asked."""

    printed: bytes
    zipped: bytes


def sheets_of(copies: int, per_sheet: int) -> int:
    """How many sheets so many copies take."""
    return -(-copies // per_sheet)


def print_order(copies: int, per_sheet: int, *, is_stacked: bool) -> list[int | None]:
    """Which copy (from 0) stands at each place, sheet after sheet; None is an empty place.

    Stacked: the whole pile is cut at once and its pieces are laid on each other, the first on top; then the copies are
    in order. Else they are in order on each sheet.
    """
    sheets = sheets_of(copies, per_sheet)
    if not is_stacked:
        return [place if place < copies else None for place in range(sheets * per_sheet)]
    found = [sheet + place * sheets for sheet in range(sheets) for place in range(per_sheet)]
    return [place if place < copies else None for place in found]


def parts_of(places: int, size: int = PART_COPIES) -> list[tuple[int, int]]:
    """The first place and the number of places of each part."""
    return [(first, min(size, places - first)) for first in range(0, places, size)]


def file_name(place: int, of: int, name: str) -> str:
    """The name of the PDF of the copy at a place (from 0) of so many: its number first, so that no two are the same."""
    width = max(3, len(str(of)))
    return f"{place + 1:0{width}d} {file_stem(name)}.pdf"


def file_stem(name: str, *, longest: int = LONGEST_STEM) -> str:
    """`name` as a part of a file name on every system: NFC, no signs of paths, no point at its end."""
    safe = clean(_FORBIDDEN.sub(" ", clean(name)))
    safe = clean(safe[:longest]).strip(". ")
    return f"_{safe}" if _DEVICES.match(safe) else safe or "ban"


# Official papers and their files are named in Vietnamese whatever the reader's language.
IN_PRINT, SINGLY, TEST_SHEET, ONE_SHEET = "bản in", "từng bản", "tờ thử", "một tờ"


def batch_part(sort: str, ordinal: int, *, is_proof: bool) -> str:
    """`bản in thử đợt 2`: which of its batches it came of is said, for a clerk who made two has both at hand."""
    return f"{sort} thử đợt {ordinal}" if is_proof else f"{sort} đợt {ordinal}"


def listed_recipients(count: int) -> str:
    """The recipients of a document in the register, where they are too many to name."""
    return f"{count} nơi nhận theo danh sách"


def download_stem(type_name: str, number: str, subject: str, *, part: str = "") -> str:
    """What a clerk looks for in a folder of downloads: `Giấy mời 12 - bản in đợt 1 - dự hội nghị tổng kết`.

    Type and number stand first, then which part of the work it is; the subject goes on for as long as there is room,
    cut between words. No type is a letter (Decree 30/2020, Annex III), no number a draft. 80 letters at most.
    """
    kind = clean(type_name).capitalize() or "Công văn"
    names = (f"{kind} {number or 'chưa có số'}", part, small_first(clean(_FORBIDDEN.sub(" ", clean(subject)))))
    whole = " - ".join(name for name in map(clean, names) if name)
    stem = file_stem(whole, longest=LONGEST_DOWNLOAD + 1)
    if len(stem) <= LONGEST_DOWNLOAD and len(whole) <= LONGEST_DOWNLOAD:
        return stem
    if len(stem.rstrip(" -,;")) > LONGEST_DOWNLOAD:
        stem = stem.rpartition(" ")[0] or stem
    # A quotation whose end is cut off is none any more.
    kept = stem if stem.count("“") == stem.count("”") else stem.replace("“", "")
    return file_stem(kept.rstrip(" -,;"), longest=LONGEST_DOWNLOAD)


def missing_values(needed: Iterable[str], values: Mapping[str, str]) -> tuple[str, ...]:
    """The gaps that a copy has no value for, in order."""
    return tuple(name for name in needed if not clean(values.get(name) or ""))
