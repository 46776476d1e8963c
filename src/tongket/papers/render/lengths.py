"""How long a paper is in standard form, and where its parts stand."""

from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import LINE
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import laid
from tongket.papers.render.values import Laid
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Manuscript


def lay_out(manuscript: Manuscript, form: StandardForm, *, lines: float | None = None) -> Laid:
    """The length of the manuscript in standard form and the place of every block; `lines` is the form's own where None.

    Raises FontsMissing where there is no type face.
    """
    flow = standard_flow(manuscript, form, lines)
    pages, places = laid(flow, len(manuscript.blocks))
    line_mm = form.size_pt * LINE * (form.lines if lines is None else lines) / PT_PER_MM
    return Laid(
        pages=pages,
        lines=round(pages * flow.text_mm / line_mm),
        lines_a_page=int(flow.text_mm / line_mm),
        places=places,
        missing=flow.missing,
    )
