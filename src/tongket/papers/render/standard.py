"""A paper in standard form: how long it is there and where its parts stand, as PDF, as SVG, as .docx.

Who asks for lengths only takes `lengths`, which loads nothing of Word.
"""

from datetime import datetime

import typst

from tongket.documents.render.typesetting import ARCHIVED, Standard, pdf, svg
from tongket.papers.render.docx import docx_of_flow
from tongket.papers.render.flow import Flow
from tongket.papers.render.form import standard_flow
from tongket.papers.render.laying import FORM, form_data
from tongket.papers.render.lengths import lay_out
from tongket.papers.render.values import Heading
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Manuscript

__all__ = ["docx_of", "lay_out", "pdf_of", "svg_pages"]

# From what should be to what must be there: an author's picture may be of a kind that archives refuse, or broken.
_LADDER: tuple[tuple[tuple[Standard, ...], bool], ...] = ((ARCHIVED, True), ((), True), (ARCHIVED, False))


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
