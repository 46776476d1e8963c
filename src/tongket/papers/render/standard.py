"""A paper in standard form: how long it is there and where its parts stand, as PDF, as SVG, as .docx."""

from datetime import datetime

import typst

from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.styles import LINE
from tongket.documents.render.typesetting import ARCHIVED, Standard, pdf, svg
from tongket.papers.render.docx import docx_of_flow
from tongket.papers.render.flow import Flow
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import FORM, form_data, laid
from tongket.papers.render.values import Heading, Laid
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Manuscript

# From what should be to what must be there: an author's picture may be of a kind that archives refuse, or broken.
_LADDER: tuple[tuple[tuple[Standard, ...], bool], ...] = ((ARCHIVED, True), ((), True), (ARCHIVED, False))


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


def pdf_of(
    manuscript: Manuscript, form: StandardForm, *, heading: Heading | None = None, stamp: datetime | None = None
) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1; the same values and `stamp` (aware) give the same bytes.

    A picture that archives refuse makes a plain PDF; one that cannot be drawn at all leaves an empty frame for each.
    """
    flow = standard_flow(manuscript, form)
    *others, (last_standards, last_pictures) = _LADDER
    for standards, with_pictures in others:
        try:
            return pdf(FORM, form_data(flow, heading, with_pictures=with_pictures), stamp=stamp, standards=standards)
        except typst.TypstError:
            continue
    return pdf(FORM, form_data(flow, heading, with_pictures=last_pictures), stamp=stamp, standards=last_standards)


def svg_pages(manuscript: Manuscript, form: StandardForm) -> tuple[str, ...]:
    """Each page as SVG, for a look at it in the browser."""
    flow: Flow = standard_flow(manuscript, form)
    try:
        return svg(FORM, form_data(flow, None))
    except typst.TypstError:
        return svg(FORM, form_data(flow, None, with_pictures=False))


def docx_of(manuscript: Manuscript, form: StandardForm, *, heading: Heading | None = None) -> bytes:
    """The paper as .docx in the same form, for who wants to edit it; Word and LibreOffice lay it out as we do."""
    return docx_of_flow(standard_flow(manuscript, form), heading)
