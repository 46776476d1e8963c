"""A figure of the paper agrees with the unit's own report, once there is one.

The issue; values come from the room of reports.
"""

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold_tones
from tongket.papers.checks.counting import Counted, figures_of
from tongket.papers.checks.sight import Sight
from tongket.papers.values import KnownFigure


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each thing that the paper counts only otherwise than the report does."""
    if not sight.known.figures:
        return ()
    figures = tuple(figures_of(sight))
    pairs = ((known, _otherwise(known, figures)) for known in sight.known.figures)
    return tuple(_finding(sight, known, figure) for known, figure in pairs if figure)


def _otherwise(known: KnownFigure, figures: tuple[Counted, ...]) -> Counted | None:
    """The first figure for the known thing, None where one has the known value: then the others are parts of it."""
    same = [figure for figure in figures if figure.phrase == fold_tones(known.name)]
    return None if any(figure.value == known.value for figure in same) else next(iter(same), None)


def _finding(sight: Sight, known: KnownFigure, figure: Counted) -> Finding:
    return Finding(
        "review-figures",
        Level.ADVICE,
        found=words("Bài ghi “{written}”, {source} ghi {value}."),
        wanted=words("Số trong bài như số đơn vị đã báo cáo."),
        where=sight.where(figure.block),
        todo=words("Hỏi đơn vị số nào đúng, rồi ghi thống nhất."),
        quote=figure.written,
        values={
            **sight.values(figure.block, figure.written),
            "written": figure.written,
            "source": known.source,
            "value": float(known.value),
        },
    )
