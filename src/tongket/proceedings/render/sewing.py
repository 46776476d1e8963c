"""Sews gatherings into the frame of a volume: pages, tags and notes of each chapter at the place kept for them.

A page of the volume is the page of the chapter with that of the frame (head and number) drawn under it. All that leads
to the frame's page (bookmarks, links, places) is led to the chapter's instead.
"""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NameTree

from tongket.proceedings.render.gathering import SHARED, Gathering
from tongket.proceedings.render.marks import marks_of
from tongket.proceedings.render.tags import Tags

# The name of the frame's page among the resources of a chapter's; those that typst gives are small.
FRAME = "/Frame"


def sewn(
    frame: bytes, gatherings: Sequence[tuple[str, Gathering]], *, shift_pt: float = 0.0
) -> tuple[bytes, int, list[int]]:
    """The volume, its pages, and the first page of each chapter counted from 1.

    Each gathering comes with the name of its place in the frame, in the order of the frame. Left-hand pages are moved
    by `shift_pt` to the right. Gatherings stay open until the volume is written.
    """
    with pikepdf.open(BytesIO(frame)) as whole:
        work = _Sewing(whole, shift_pt)
        firsts = [work.sew(anchor, gathering) for anchor, gathering in gatherings]
        work.finish()
        target = BytesIO()
        whole.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue(), len(work.pages), [first + 1 for first in firsts]


class _Sewing:
    """A volume at which is worked."""

    def __init__(self, whole: pikepdf.Pdf, shift_pt: float) -> None:
        self.whole, self.shift_pt = whole, shift_pt
        self.pages = [page.obj for page in whole.pages]
        self.numbers = {page.objgen: place for place, page in enumerate(self.pages)}
        self.places = dict(NameTree(whole.Root.Names.Dests).items())
        self.led: dict[tuple[int, int], tuple[Any, float]] = {}
        self.shared: dict[str, Any] = {}
        self.tags = Tags(whole.Root.StructTreeRoot)

    def sew(self, anchor: str, gathering: Gathering) -> int:
        """Puts the pages of a gathering at its place; the number of the first one, from 0."""
        first = self.numbers[self.places[anchor][0].objgen]
        content = self.whole.copy_foreign(gathering.content)
        for place, leaf in enumerate(content.Leaves, first):
            shift = 0.0 if gathering.is_still or place % 2 == 0 else self.shift_pt
            self._dress(leaf.Page, gathering.shared)
            self._lay(place, leaf.Page, shift)
        self.tags.add(content)
        return first

    def _dress(self, page: Any, shared: Any) -> None:  # noqa: ANN401 -- objects of a PDF have their file's shape
        """Gives a page the fonts and colours that it has by name."""
        for things in (page.Resources[kind] for kind in SHARED):
            for name, key in list(things.items()):
                things[name] = self._brought(key, shared)

    def _brought(self, key: Name, shared: Any) -> Any:  # noqa: ANN401 -- as above
        """What stands under a name among the `shared`, brought into the volume once."""
        if str(key) not in self.shared:
            self.shared[str(key)] = self.whole.copy_foreign(shared[key])
        return self.shared[str(key)]

    def _lay(self, place: int, page: Any, shift_pt: float) -> None:  # noqa: ANN401 -- as above
        """One page of a chapter in place of the frame's, which is drawn under it and does not move with it."""
        below = self.pages[place]
        drawing = below.Contents
        drawing.Type, drawing.Subtype = Name.XObject, Name.Form
        drawing.BBox, drawing.Resources = below.MediaBox, below.Resources
        page.Resources.XObject = Dictionary({**dict(page.Resources.get("/XObject", {}).items()), FRAME: drawing})
        draw = self.whole.make_stream(f"q 1 0 0 1 {-shift_pt:.4f} 0 cm {FRAME} Do Q\n".encode())
        page.Contents = Array([draw, page.Contents])
        left, low, right, high = (float(edge) for edge in page.MediaBox)
        page.MediaBox = Array([_pt(left - shift_pt), _pt(low), _pt(right - shift_pt), _pt(high)])
        page.Type = Name.Page
        self.led[below.objgen], self.pages[place] = (page, shift_pt), page

    def finish(self) -> None:
        """Leads to the pages of chapters what leads to those of the frame; writes the pages and the tags down."""
        root = self.whole.Root.Pages
        for page in self.pages:
            page.Parent = root
        # One flat tree at once: putting pages in one by one moves all others each time.
        root.Kids = Array(self.pages)
        for target in self.places.values():
            self._lead(target)
        for mark in marks_of(self.whole.Root.Outlines):
            self._lead(mark.Dest)
        self.tags.finish(self.whole)

    def _lead(self, target: Any) -> None:  # noqa: ANN401 -- as above
        page, shift_pt = self.led.get(target[0].objgen, (None, 0.0))
        if page is not None:
            target[0], target[2] = page, _pt(float(target[2]) - shift_pt)


def _pt(length: float) -> Decimal:
    return Decimal(f"{length:.4f}")
