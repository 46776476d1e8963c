"""Turns documents into PDF by typst, with one compiler that lives as long as its thread: fonts are read once."""

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from tongket.documents.render.compose import compose
from tongket.documents.render.fonts import faces
from tongket.documents.render.pdf_data import flow_data
from tongket.documents.render.values import OfficialDocument

_FORMS = Path(__file__).parent
# For archives (PDF/A-2a) and for those who listen to it (PDF/UA-1): tagged, with every letter's code beside its shape.
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
# A file says when it was made; where nobody says it, the same values still give the same bytes.
NO_TIME = datetime(2020, 3, 5, tzinfo=UTC)
_threads = threading.local()


def pdf_of(document: OfficialDocument, *, stamp: datetime | None = None) -> bytes:
    """The document as PDF; the same values and the same `stamp` (when it was made) give the same bytes."""
    return pdf_of_many([document], stamp=stamp)


def pdf_of_many(documents: Sequence[OfficialDocument], *, stamp: datetime | None = None) -> bytes:
    """The documents in their order as one PDF; all of one profile. Raises FontsMissing, IndexError for none."""
    made: bytes = _compiled(_data(documents), format="pdf", timestamp=stamp or NO_TIME, pdf_standards=STANDARDS)
    return made


def svg_pages(document: OfficialDocument) -> tuple[str, ...]:
    """Each page as SVG, for a look at it in the browser."""
    made = _compiled(_data([document]), format="svg")
    return tuple(page.decode() for page in (made if isinstance(made, list) else [made]))


def _data(documents: Sequence[OfficialDocument]) -> dict[str, Any]:
    return flow_data([compose(document) for document in documents]) | {"font": faces()[0]}


def _compiled(data: dict[str, Any], **options: Any) -> Any:
    """What typst makes of `data` in the form of documents."""
    inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    return _compiler("document.typ").compile(sys_inputs=inputs, **options)


def _compiler(form: str) -> typst.Compiler:
    """This thread's compiler of that form."""
    compilers: dict[str, typst.Compiler] = _threads.__dict__
    if form not in compilers:
        compilers[form] = typst.Compiler(_FORMS / form, root=_FORMS, font_paths=_fonts())
    return compilers[form]


def _fonts() -> typst.Fonts:
    """The type face of documents alone; nothing else on the machine can slip in."""
    folder = faces()[1][0].parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
