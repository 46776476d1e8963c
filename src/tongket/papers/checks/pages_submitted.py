"""Where the author's own file takes fewer or more pages than the standard form, the author is told why. DESIGN.md's two measures."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight, decimal

# Programs break lines a little differently; what an author would not notice is not told.
_SLACK = 0.25


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where the two counts fall on either side of the limit, or differ by a quarter of a page and a tenth."""
    own, pages, limit = sight.pages_submitted, sight.laid.pages, sight.limits.pages
    if own is None or sight.manuscript.is_recognised:
        return ()
    far = abs(own - pages) > max(_SLACK, pages / 10)
    crosses = limit is not None and (own <= limit) != (pages <= limit) and abs(own - pages) > _SLACK / 5
    if not (far or crosses):
        return ()
    size, spacing = decimal(sight.form.size_pt), decimal(sight.form.lines, 2)
    return (
        Finding(
            "pages-differ",
            Level.ADVICE,
            found=words("Tệp của tác giả {own} trang, dàn lại theo thể thức {pages} trang."),
            where=EVERYWHERE,
            todo=words("Để xem đúng số trang, đặt chữ {size}, dòng {spacing}, lề trên, dưới, trái, phải {margins} mm."),
            values={
                "own": decimal(own),
                "pages": decimal(pages),
                "size": size,
                "spacing": spacing,
                "margins": _margins(sight),
            },
        ),
    )


def _margins(sight: Sight) -> str:
    sheet = sight.form.sheet
    return "–".join(decimal(side) for side in (sheet.top_mm, sheet.bottom_mm, sheet.left_mm, sheet.right_mm))
