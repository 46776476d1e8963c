"""Turns documents into PDF by typst, with one compiler that lives as long as its thread: fonts are read once."""

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby, islice
from pathlib import Path
from typing import Literal, TypeVar

import typst

from tongket.documents.render.certificate_data import certificate_data
from tongket.documents.render.compose import compose
from tongket.documents.render.fonts import faces, missing_letters
from tongket.documents.render.joining import joined
from tongket.documents.render.pdf_data import Data, flow_data
from tongket.documents.render.values import Certificate, OfficialDocument

_FORMS = Path(__file__).parent
_DOCUMENT, _CERTIFICATES = "document.typ", "certificates.typ"
# For archives (PDF/A-2a) and for those who listen to it (PDF/UA-1): tagged, with every letter's code beside its shape.
_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
# A file says when it was made; where nobody says it, the same values still give the same bytes.
NO_TIME = datetime(2020, 3, 5, tzinfo=UTC)
# So many at a time: more take more memory (7 MB each), fewer take longer (each lot embeds the fonts anew).
LOT = 25
_threads = threading.local()
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
    return joined(_pdf(_CERTIFICATES, each, stamp) for each in data)


def svg_pages(document: OfficialDocument) -> tuple[str, ...]:
    """Each page as SVG, for a look at it in the browser."""
    return _svg(_DOCUMENT, flow_data([compose(document)]))


def svg_of_certificate(drawn: Certificate, *, grid: bool = False) -> str:
    """One sheet as SVG, for a look at it in the browser; `grid` as in `pdf_of_certificates`."""
    return _svg(_CERTIFICATES, certificate_data([drawn], moved_mm=(0, 0), has_grid=grid))[0]


def batched(values: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """`values` in their order, `size` at a time."""
    rest = iter(values)
    while lot := list(islice(rest, size)):
        yield lot


def _documents_pdf(documents: Sequence[OfficialDocument], stamp: datetime | None) -> bytes:
    """Documents of one profile as one PDF."""
    try:
        return _pdf(_DOCUMENT, flow_data([compose(document) for document in documents]), stamp)
    except typst.TypstError as fault:
        letters = sorted({letter for document in documents for letter in missing_letters(document)})
        if not letters:
            raise
        raise LettersMissing(f"found letters that {faces()[0]} lacks: {' '.join(letters)}") from fault


def _pdf(form: str, data: Data, stamp: datetime | None) -> bytes:
    """What typst makes of `data` in that form."""
    made = _compiler(form).compile(
        format="pdf",
        sys_inputs=_inputs(data),
        timestamp=(stamp or NO_TIME).astimezone(UTC),
        pdf_standards=list(_STANDARDS),
    )
    assert isinstance(made, bytes), "typst gives a PDF as bytes when it writes no file"
    return made


def _svg(form: str, data: Data) -> tuple[str, ...]:
    """The pages of what typst makes of `data` in that form."""
    made = _compiler(form).compile(format="svg", sys_inputs=_inputs(data))
    return tuple(bytes(page).decode() for page in (made if isinstance(made, list) else [made]) if page)


def _inputs(data: Data) -> dict[str, str]:
    return {"data": json.dumps(data | {"font": faces()[0]}, ensure_ascii=False, separators=(",", ":"))}


def _compiler(form: str) -> typst.Compiler:
    """This thread's compiler of that form; the type face is the only one it knows."""
    compilers: dict[str, typst.Compiler] = _threads.__dict__
    if form not in compilers:
        folder = faces()[1][0].parent
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        compilers[form] = typst.Compiler(_FORMS / form, root=_FORMS, font_paths=fonts)
    return compilers[form]
