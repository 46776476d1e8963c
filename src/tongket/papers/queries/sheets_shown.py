"""The pages of a paper in standard form with what is said beside them, and the line where its limit lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.papers.marks import Mark, Spot, Strip
from tongket.papers.models import Comment, PaperVersion
from tongket.papers.queries.form import Ruled
from tongket.reading.manuscript.values import Sheet

# The flag that names the limit stands upright at the right edge of the sheet: so long.
FLAG_MM = 54


@dataclass(frozen=True, slots=True)
class SheetShown:
    """A page of the standard form: findings left of the text, comments right of it, and what both are about.

    `limit_mm` is where the limit lies, 0 where all is beyond; `flag_mm` where its flag begins.
    """

    number: int
    marks: tuple[Mark, ...]
    said: tuple[Mark, ...] = ()
    strips: tuple[Strip, ...] = ()
    said_strips: tuple[Strip, ...] = ()
    limit_mm: float | None = None
    flag_mm: float = 0


def sheets_of(
    version: PaperVersion, ruled: Ruled, marks: Sequence[Mark], said: Sequence[Mark]
) -> tuple[SheetShown, ...]:
    """The pages of a measured version with their marks and the line where the limit lies."""
    pages = version.measured.get("pages_standard")
    if pages is None:
        return ()
    sheet = sheet_of(version, ruled)
    numbers = range(1, max(1, -int(-pages // 1)) + 1)
    return tuple(_sheet(number, sheet, ruled.limits.pages, marks, said) for number in numbers)


def _sheet(number: int, sheet: Sheet, limit: float | None, marks: Sequence[Mark], said: Sequence[Mark]) -> SheetShown:
    limit_mm = _limit_mm(number, limit, sheet)
    return SheetShown(
        number,
        marks=tuple(mark for mark in marks if mark.page == number),
        said=tuple(mark for mark in said if mark.page == number),
        strips=_strips_on(number, marks),
        said_strips=_strips_on(number, said),
        limit_mm=limit_mm,
        flag_mm=min(limit_mm or 0, sheet.height_mm - FLAG_MM),
    )


def _strips_on(page: int, marks: Sequence[Mark]) -> tuple[Strip, ...]:
    """What lies on this page of anything marked, also of what begins on the page before."""
    return tuple(strip for mark in marks for strip in mark.strips if strip.page == page)


def _limit_mm(page: int, limit: float | None, sheet: Sheet) -> float | None:
    """Where on this page the limit lies, measured from the upper edge of the sheet; None where it lies further on."""
    if limit is None or page <= int(limit):
        return None
    if page > limit + 1 or limit == int(limit):
        return 0
    return round(sheet.top_mm + (limit - int(limit)) * (sheet.height_mm - sheet.top_mm - sheet.bottom_mm), 1)


def sheet_of(version: PaperVersion | None, ruled: Ruled) -> Sheet:
    """The sheet a version was measured on; the conference's where there is none."""
    kept = version.form.get("form", {}).get("sheet") if version else None
    return Sheet(**kept) if kept else ruled.form.sheet


def comment_spots(comments: Sequence[Comment], version: PaperVersion | None) -> list[Spot]:
    """The places of this version that comments are about; each with the number it has in the list of all."""
    return [
        Spot(number, f"nhan-xet-{comment.pk}", comment.block, comment.quote)
        for number, comment in enumerate(comments, 1)
        if version is not None and comment.block is not None and comment.version_id == version.pk
    ]
