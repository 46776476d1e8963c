"""A paper keeps within its pages in the standard form: it must at single spacing and should at the usual one.

The plan's clause.
"""

from math import ceil

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean
from tongket.papers.checks.sight import Sight

# Where a page ends is true to a hundredth: what is closer is rounding.
_SLACK = 0.005
_QUOTED_WORDS = 8


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding: a blocker over the limit even at single spacing, an approval between the two spacings."""
    limit, pages, tight = sight.limits.pages, sight.laid.pages, sight.pages_tight
    if limit is None or pages <= limit + _SLACK:
        return ()
    is_over = tight > limit + _SLACK
    block, quote = first_past(sight, limit)
    over = max(1, ceil((pages - limit) * sight.laid.lines_a_page))
    values = {**sight.values(block, quote), "lines": over, "limit": limit, "from": quote}
    values |= {"pages": _beside(pages, limit), "tight": _beside(tight, limit)}
    over_tight = words("Dài {pages} trang, để dãn dòng đơn vẫn {tight} trang.")
    return (
        Finding(
            "too-long" if is_over else "long",
            Level.BLOCKER if is_over else Level.APPROVAL,
            found=over_tight if is_over else words("Dài {pages} trang; chỉ dãn dòng đơn mới vừa, {tight} trang."),
            wanted=words("Không quá {limit} trang A4 theo thể thức."),
            where=words("Từ “{from}” đến hết."),
            todo=words("Bớt khoảng {lines} dòng."),
            clause=sight.limits.clause,
            quote=quote,
            values=values,
        ),
    )


def _beside(pages: float, limit: float) -> float:
    """A count of pages that never looks like the limit where it is not."""
    return round(pages, 2 if round(pages, 1) == round(limit, 1) else 1)


def first_past(sight: Sight, limit: float) -> tuple[int, str]:
    """The block in which the limit is passed, and the first words past it; the last block where no layout tells."""
    full, rest = divmod(limit, 1)
    room = sight.form.sheet.height_mm - sight.form.sheet.top_mm - sight.form.sheet.bottom_mm
    page, depth = (int(full), room) if not rest else (int(full) + 1, rest * room)
    limit_mm = (page - 1) * room + depth
    for place in sight.laid.places:
        top, end = (place.page - 1) * room + place.top_mm, (place.end_page - 1) * room + place.end_mm
        said = clean(sight.manuscript.blocks[place.block].text).split()
        if end > limit_mm + 1 and said:
            share = max(0.0, (limit_mm - top) / (end - top)) if end > top else 0.0
            at = min(int(share * len(said)), len(said) - 1)
            return place.block, " ".join(said[at : at + _QUOTED_WORDS])
    last = len(sight.manuscript.blocks) - 1
    return last, " ".join(clean(sight.manuscript.blocks[last].text).split()[:_QUOTED_WORDS])
