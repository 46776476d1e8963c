"""Binds a volume into one PDF: each chapter set by itself, or kept from the last time, then sewn into a frame."""

from collections.abc import MutableMapping, Sequence
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from tongket.documents.render.chapters import ByHand, Chapter, PaperChapter
from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.typesetting import ARCHIVED, pdf
from tongket.papers.render.drawable import Drawable
from tongket.papers.values import StandardForm
from tongket.proceedings.render.data import anchor_of, filled, volume_data
from tongket.proceedings.render.gathering import Gathering
from tongket.proceedings.render.hands import all_set
from tongket.proceedings.render.setting import Order, key_of
from tongket.proceedings.render.sewing import sewn
from tongket.proceedings.render.values import Binding, Bound, ChapterPages, Edition, Volume

FORM = Path(__file__).parent / "volume.typ"
# Gatherings by the names that `key_of` gives their chapters.
Shelf = MutableMapping[str, bytes]


def bind(
    volume: Volume, binding: Binding | None = None, *, stamp: datetime | None = None, shelf: Shelf | None = None
) -> Bound:
    """The volume as one PDF with contents, bookmarks and index, for the screen where `binding` is not given.

    The same values and `stamp` (aware) give the same bytes, whatever stands on the `shelf`: chapters that stand there
    are not set again, all others are put there.

    Raises ForeignUnreadable for PDF pages that cannot be bound, ValueError for chapters of one code or a volume without
    any, FontsMissing where there is no type face.
    """
    chapters = [chapter for part in filled(volume) for chapter in part.chapters]
    if not chapters:
        raise ValueError("found no chapter, wanted at least one to bind")
    with ExitStack() as stack:
        made = zip(chapters, _gatherings(chapters, volume.form, {} if shelf is None else shelf), strict=True)
        gatherings = [stack.enter_context(closing(Gathering(chapter.code, data))) for chapter, data in made]
        return _bound(volume, binding or Binding(), chapters, gatherings, stamp)


def _gatherings(chapters: Sequence[Chapter], form: StandardForm, shelf: Shelf) -> list[bytes]:
    """What is on the shelf, and what is set now for it."""
    orders = {key_of(order): order for order in (Order(chapter, form) for chapter in chapters)}
    found = {key: data for key in orders if (data := shelf.get(key)) is not None}
    missing = [key for key in orders if key not in found]
    for key, data in zip(missing, all_set([orders[key] for key in missing]), strict=True):
        found[key] = shelf[key] = data
    return [found[key] for key in orders]


def _bound(
    volume: Volume,
    binding: Binding,
    chapters: Sequence[Chapter],
    gatherings: Sequence[Gathering],
    stamp: datetime | None,
) -> Bound:
    is_archival = all(each.drawn is not Drawable.PLAIN for each in gatherings)
    runs = {each.code: each.runs for each in gatherings}
    standards = ARCHIVED if is_archival else ()
    frame = pdf(FORM, volume_data(volume, binding, runs), stamp=stamp, standards=standards)
    anchored = [(anchor_of(each.code), each) for each in gatherings]
    data, pages, firsts = sewn(frame, anchored, shift_pt=_shift_pt(volume, binding))
    places = (
        ChapterPages(chapter.code, first, first + sum(run.pages for run in runs[chapter.code]) - 1, is_by_hand(chapter))
        for chapter, first in zip(chapters, firsts, strict=True)
    )
    undrawn = sorted(each.code for each in gatherings if each.drawn is Drawable.NOT)
    return Bound(data, pages, tuple(places), tuple(undrawn), is_archival)


def is_by_hand(chapter: Chapter) -> bool:
    """Whether a person set anything of it otherwise."""
    return isinstance(chapter, PaperChapter) and chapter.by_hand != ByHand()


def _shift_pt(volume: Volume, binding: Binding) -> float:
    """How far left-hand pages stand to the right of right-hand ones: a printed volume has mirrored margins."""
    sheet = volume.form.sheet
    return (sheet.right_mm - sheet.left_mm) * PT_PER_MM if binding.edition is Edition.PRINT else 0.0
