"""How long a paper is, in standard form and on its author's own sheet, and where its parts stand."""

from collections.abc import Sequence
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
    """A paper at the spacing it should keep and at the one it must, and its pages as its author set it.

    `submitted` is None for text that came without a sheet.
    """

    usual: Laid
    tight: Laid
    submitted: float | None


def measure(manuscript: Manuscript, form: StandardForm) -> Lengths:
    """All lengths of the manuscript; raises FontsMissing where there is no type face."""
    spacings = (form.lines, form.tight_lines)
    flows = [standard_flow(manuscript, form, lines) for lines in spacings]
    own = [submitted_flow(manuscript)] if is_to_be_set(manuscript) else []
    (usual, tight, *sheets) = laid([*flows, *own], len(manuscript.blocks))
    return Lengths(
        usual=_in_form(flows[0], usual, form, form.lines),
        tight=_in_form(flows[1], tight, form, form.tight_lines),
        submitted=sheets[0][0] if sheets else pages_told(manuscript),
    )


def lay_out(manuscript: Manuscript, form: StandardForm, *, lines: float | None = None) -> Laid:
    """The length of the manuscript in standard form and the place of every block; `lines` is the form's own where None.

    Raises FontsMissing where there is no type face.
    """
    apart = form.lines if lines is None else lines
    flow = standard_flow(manuscript, form, apart)
    return _in_form(flow, laid([flow], len(manuscript.blocks))[0], form, apart)


def _in_form(flow: Flow, found: tuple[float, Sequence[Place]], form: StandardForm, lines: float) -> Laid:
    pages, places = found
    line_mm = form.size_pt * LINE * lines / PT_PER_MM
    return Laid(
        pages=pages,
        lines=round(pages * flow.text_mm / line_mm),
        lines_a_page=int(flow.text_mm / line_mm),
        places=tuple(places),
        missing=flow.missing,
    )
