"""Where the author's own file takes fewer or more pages than the standard form, the author is told why.

DESIGN.md's two measures.
"""

from math import ceil

from tongket.core.figures import decimal
from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight
from tongket.reading.manuscript.values import Nature

# Programs break lines a little differently; what an author would not notice is not told.
_SLACK = 0.25


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where the counts fall on either side of the limit, or differ by a quarter of a page and a tenth."""
    own, pages, limit = sight.pages_submitted, sight.laid.pages, sight.limits.pages
    if own is None or sight.manuscript.is_recognised:
        return ()
    if not _is_told(own, pages, limit, is_whole=sight.manuscript.nature is Nature.PDF):
        return ()
    size, spacing = sight.form.size_pt, sight.form.lines
    return (
        Finding(
            "pages-differ",
            Level.ADVICE,
            found=words("Tệp của tác giả {own} trang, dàn lại theo thể thức {pages} trang."),
            where=EVERYWHERE,
            todo=words("Để xem đúng số trang, đặt chữ {size}, dòng {spacing}, lề trên, dưới, trái, phải {margins} mm."),
            values={
                "own": round(own, 1),
                "pages": round(pages, 1),
                "size": size,
                "spacing": spacing,
                "margins": _margins(sight),
            },
        ),
    )


def _is_told(own: float, pages: float, limit: float | None, *, is_whole: bool) -> bool:
    """Whether an author would wonder; a PDF is counted in whole pages (`is_whole`), the last may be nearly empty."""
    crosses = limit is not None and (own <= limit) != (pages <= limit)
    if is_whole:
        return crosses or own != ceil(pages)
    apart = abs(own - pages)
    return apart > max(_SLACK, pages / 10) or (crosses and apart > _SLACK / 5)


def _margins(sight: Sight) -> str:
    sheet = sight.form.sheet
    return "–".join(decimal(side) for side in (sheet.top_mm, sheet.bottom_mm, sheet.left_mm, sheet.right_mm))
