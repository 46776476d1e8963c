"""Typst for every room that prints: the house's type face, one compiler for each form and thread, data as JSON.

Fonts are read once in a thread. What strangers wrote travels as data beside a form and is never read as typst's own
words; forms and what they import lie within the package.
"""

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from tongket.documents.render.fonts import faces

# What JSON knows as an object.
Data = dict[str, Any]
Standard = Literal["a-2a", "ua-1"]

# Forms import each other by their place below it.
ROOT = Path(__file__).parents[2]
# For archives (PDF/A-2a) and for those who listen to it (PDF/UA-1): tagged, with every letter's code beside its shape.
ARCHIVED: tuple[Standard, ...] = ("a-2a", "ua-1")
# A file says when it was made; where nobody says it, the same values still give the same bytes.
NO_TIME = datetime(2020, 3, 5, tzinfo=UTC)
# Typst keeps what it has laid out in case it is asked again, and lets go what is old only when it draws: who only asks
# draws this in between. Without it a process grew by eight megabytes with each paper of three pages.
_NOTHING = Path(__file__).with_name("nothing.typ")
_threads = threading.local()


def pdf(form: Path, data: Data, *, stamp: datetime | None = None, standards: Sequence[Standard] = ARCHIVED) -> bytes:
    """What typst makes of `data` in that form; the same values and `stamp` (aware) give the same bytes.

    Raises typst.TypstError for what it cannot set, FontsMissing where there is no type face.
    """
    # Typst takes no part of a second.
    made = _compiler(form).compile(
        format="pdf",
        sys_inputs=_inputs(data),
        timestamp=(stamp or NO_TIME).astimezone(UTC).replace(microsecond=0),
        pdf_standards=list(standards),
    )
    assert isinstance(made, bytes), "typst gives a PDF as bytes when it writes no file"
    return made


def svg(form: Path, data: Data) -> tuple[str, ...]:
    """Each page as SVG; raises as `pdf`."""
    made = _compiler(form).compile(format="svg", sys_inputs=_inputs(data))
    return tuple(bytes(page).decode() for page in (made if isinstance(made, list) else [made]) if page)


def pngs(form: Path, data: Data, *, dots_per_inch: int) -> tuple[bytes, ...]:
    """Each page as PNG; raises as `pdf`."""
    made = _compiler(form).compile(format="png", sys_inputs=_inputs(data), ppi=dots_per_inch)
    return tuple(bytes(page) for page in (made if isinstance(made, list) else [made]) if page)


def answer(form: Path, data: Data, question: str) -> Any:  # noqa: ANN401 -- what is asked for is for its caller to know
    """What the expression `question` gives once `data` is laid out in that form, but not drawn; raises as `pdf`.

    It is asked when all stands in its place: a form that asked the same of itself would be laid out once more for it.
    """
    asked = typst.Compiler(form, root=ROOT, font_paths=_fonts(), sys_inputs=_inputs(data))
    try:
        return json.loads(asked.eval(question))
    finally:
        _compiler(_NOTHING).compile(format="svg")


def _inputs(data: Data) -> dict[str, str]:
    return {"data": json.dumps(data | {"font": faces()[0]}, ensure_ascii=False, separators=(",", ":"))}


def _compiler(form: Path) -> typst.Compiler:
    """This thread's compiler of that form; the type face is the only one it knows."""
    compilers: dict[Path, typst.Compiler] = _threads.__dict__.setdefault("compilers", {})
    if form not in compilers:
        compilers[form] = typst.Compiler(form, root=ROOT, font_paths=_fonts())
    return compilers[form]


def _fonts() -> typst.Fonts:
    """This thread's type face."""
    known: dict[str, typst.Fonts] = _threads.__dict__.setdefault("fonts", {})
    name, files = faces()
    if name not in known:
        known[name] = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[files[0].parent]
        )
    return known[name]
