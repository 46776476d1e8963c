"""Sets chapters of a volume by themselves, and names what came of it by all that it stands on."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from tongket.documents.render.chapters import Chapter, ForeignChapter, PaperChapter
from tongket.documents.render.fonts import faces
from tongket.documents.render.typesetting import ARCHIVED, ROOT, Data, Standard, pdf
from tongket.papers.render.drawable import Drawable, drawable
from tongket.papers.values import StandardForm
from tongket.proceedings.render.chapter_data import chapter_data, lot_data
from tongket.proceedings.render.foreign import on_our_sheets
from tongket.proceedings.render.gathering import gathered, gathered_as_is

FORM = Path(__file__).parent / "chapter.typ"
# Whose code decides how a chapter looks.
_ROOMS = ("documents/render", "papers/render", "proceedings/render")
_STANDARDS: dict[Drawable, tuple[Standard, ...]] = {
    Drawable.ARCHIVED: ARCHIVED,
    Drawable.PLAIN: (),
    Drawable.NOT: ARCHIVED,
}


@dataclass(frozen=True, slots=True)
class Order:
    """A chapter to be set in a form."""

    chapter: Chapter
    form: StandardForm


def key_of(order: Order) -> str:
    """The name of what `set_chapter` makes of an order: the same content, form, type face and program give the same."""
    return hashlib.sha256(f"{program()} {order!r}".encode()).hexdigest()


@cache
def program() -> str:
    """The print of all that sets a chapter: our code and forms, the engines, the type face."""
    print_ = hashlib.sha256(" ".join((version("typst"), version("pikepdf"), version("pypdfium2"))).encode())
    ours = (path for room in _ROOMS for path in (ROOT / room).glob("*") if path.suffix in {".py", ".typ", ".toml"})
    for path in (*sorted(ours), *faces()[1]):
        print_.update(path.read_bytes())
    return print_.hexdigest()


def set_chapter(order: Order) -> bytes:
    """The chapter as a gathering; pictures that cannot be drawn leave an empty frame, which the gathering tells.

    Raises ForeignUnreadable for PDF pages that cannot be bound, FontsMissing where there is no type face.
    """
    chapter = order.chapter
    if isinstance(chapter, ForeignChapter):
        return gathered_as_is(on_our_sheets(chapter.data, order.form.sheet))
    try:
        return _set(order, Drawable.ARCHIVED)
    except typst.TypstError:
        pictures = chapter.manuscript.pictures if isinstance(chapter, PaperChapter) else ()
        drawn = drawable(pictures) if pictures else Drawable.ARCHIVED
        if drawn is Drawable.ARCHIVED:
            raise
    return _set(order, drawn)


def _set(order: Order, drawn: Drawable) -> bytes:
    data = chapter_data(order.chapter, order.form, with_pictures=drawn is not Drawable.NOT)
    return set_data([data], [order.chapter.code], order.form, drawn)[0]


def set_data(
    chapters: Sequence[Data], codes: Sequence[str], form: StandardForm, drawn: Drawable = Drawable.ARCHIVED
) -> list[bytes]:
    """The gatherings of chapters from what their form reads, in their order.

    Those of usual letters come out as each would alone. Raises typst.TypstError for what cannot be set.
    """
    return gathered(pdf(FORM, lot_data(chapters, form), standards=_STANDARDS[drawn]), codes=codes, drawn=drawn)
