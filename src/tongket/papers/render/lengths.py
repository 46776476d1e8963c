"""How long a paper is, in standard form and on its author's own sheet, and where its parts stand."""

from dataclasses import dataclass

from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import LINE
from tongket.papers.render.flow import Flow
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import laid
from tongket.papers.render.submitted import is_to_be_set, pages_told, submitted_flow
from tongket.papers.render.values import Laid, Place
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Manuscript


@dataclass(frozen=True, slots=True)
class Lengths:
    """A paper at the spacing it should keep, its pages at the one it must, and those its author set.

    `submitted` is None for text that came without a sheet.
    """

    usual: Laid
    tight: float
    submitted: float | None


def measure(manuscript: Manuscript, form: StandardForm) -> Lengths:
    """All lengths of the manuscript; raises FontsMissing where there is no type face."""
    flow, tight_flow = (standard_flow(manuscript, form, lines) for lines in (form.lines, form.tight_lines))
    own = [submitted_flow(manuscript)] if is_to_be_set(manuscript) else []
    pages, places, (tight, *sheets) = laid(flow, len(manuscript.blocks), [tight_flow, *own])
    return Lengths(
        usual=_in_form(flow, pages, places, form, form.lines),
        tight=tight,
        submitted=sheets[0] if sheets else pages_told(manuscript),
    )


def lay_out(manuscript: Manuscript, form: StandardForm, *, lines: float | None = None) -> Laid:
    """The length of the manuscript in standard form and the place of every block; `lines` is the form's own where None.

    Raises FontsMissing where there is no type face.
    """
    apart = form.lines if lines is None else lines
    flow = standard_flow(manuscript, form, apart)
    pages, places, _ = laid(flow, len(manuscript.blocks))
    return _in_form(flow, pages, places, form, apart)


def _in_form(flow: Flow, pages: float, places: tuple[Place, ...], form: StandardForm, lines: float) -> Laid:
    line_mm = form.size_pt * LINE * lines / PT_PER_MM
    return Laid(
        pages=pages,
        lines=round(pages * flow.text_mm / line_mm),
        lines_a_page=int(flow.text_mm / line_mm),
        places=places,
        missing=flow.missing,
    )
