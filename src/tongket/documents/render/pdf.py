"""Turns documents into PDF by typst."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import typst

from tongket.core.lots import batched
from tongket.documents.render.certificate_data import certificate_data
from tongket.documents.render.compose import compose
from tongket.documents.render.fonts import faces, missing_letters
from tongket.documents.render.joining import joined
from tongket.documents.render.pdf_data import flow_data
from tongket.documents.render.typesetting import pdf, svg
from tongket.documents.render.values import Certificate, OfficialDocument

_FORMS = Path(__file__).parent
_DOCUMENT, _CERTIFICATES = _FORMS / "document.typ", _FORMS / "certificates.typ"
# So many at a time: more take more memory (7 MB each), fewer take longer (each lot embeds the fonts anew).
LOT = 25
_T = TypeVar("_T")


class LettersMissing(ValueError):
    """A document holds letters that its type face cannot show; the message names them."""


def pdf_of(document: OfficialDocument, *, stamp: datetime | None = None) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1; the same values and `stamp` (when it was made, aware) give the same bytes.

    Raises LettersMissing for letters that the type face lacks, FontsMissing where there is no type face.
    """
    return _documents_pdf([document], stamp)


def pdf_of_many(documents: Sequence[OfficialDocument], *, stamp: datetime | None = None) -> bytes:
    """The documents in their order as one file to print; each begins on a page of its own and counts from 1.

    Beyond LOT documents the file is joined of lots and carries no tags. Raises ValueError for none, else as `pdf_of`.
    """
    if not documents:
        raise ValueError("found no document, wanted at least one to print")
    lots = (lot for _profile, alike in groupby(documents, lambda each: each.profile) for lot in batched(alike, LOT))
    return joined(_documents_pdf(lot, stamp) for lot in lots)


def pdf_of_certificates(
    certificates: Sequence[Certificate],
    *,
    dx_mm: float = 0,
    dy_mm: float = 0,
    grid: bool = False,
    stamp: datetime | None = None,
) -> bytes:
    """A page for each certificate, all texts moved right by `dx_mm` and down by `dy_mm`: what the printer is off.

    `grid` draws the test sheet: rulers in millimetres at the edges, a cross and a box at the place of each text.
    Raises ValueError for none.
    """
    if not certificates:
        raise ValueError("found no certificate, wanted at least one to print")
    moved_mm = (dx_mm, dy_mm)
    data = (certificate_data(lot, moved_mm=moved_mm, has_grid=grid) for lot in batched(certificates, LOT))
    return joined(pdf(_CERTIFICATES, each, stamp=stamp) for each in data)


def svg_pages(document: OfficialDocument) -> tuple[str, ...]:
    """Each page as SVG, for a look at it in the browser."""
    return svg(_DOCUMENT, flow_data([compose(document)]))


def svg_of_certificate(drawn: Certificate, *, grid: bool = False) -> str:
    """One sheet as SVG, for a look at it in the browser; `grid` as in `pdf_of_certificates`."""
    return svg(_CERTIFICATES, certificate_data([drawn], moved_mm=(0, 0), has_grid=grid))[0]


def _documents_pdf(documents: Sequence[OfficialDocument], stamp: datetime | None) -> bytes:
    """Documents of one profile as one PDF."""
    try:
        return pdf(_DOCUMENT, flow_data([compose(document) for document in documents]), stamp=stamp)
    except typst.TypstError as fault:
        letters = sorted({letter for document in documents for letter in missing_letters(document)})
        if not letters:
            raise
        raise LettersMissing(f"found letters that {faces()[0]} lacks: {' '.join(letters)}") from fault
