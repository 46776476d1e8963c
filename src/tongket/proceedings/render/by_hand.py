"""A paper as a person set it otherwise: its form, its pictures, where its pages begin, which tables stay whole."""

from dataclasses import replace

from tongket.documents.render.chapters import ByHand, PaperChapter
from tongket.documents.render.typesetting import Data
from tongket.papers.render.flow import Flow
from tongket.papers.render.form import standard_flow
from tongket.papers.values import StandardForm
from tongket.reading.manuscript.values import Manuscript, Picture


def flow_of(chapter: PaperChapter, form: StandardForm) -> Flow:
    """The paper in `form`, with what was set by hand for it."""
    by_hand = chapter.by_hand
    own = replace(form, size_pt=by_hand.size_pt or form.size_pt, lines=by_hand.lines or form.lines)
    return standard_flow(_with_widths(chapter.manuscript, by_hand), own)


def _with_widths(manuscript: Manuscript, by_hand: ByHand) -> Manuscript:
    widths = dict(by_hand.picture_widths_mm)
    pictures = (
        _scaled(picture, widths[place]) if place in widths else picture
        for place, picture in enumerate(manuscript.pictures)
    )
    return replace(manuscript, pictures=tuple(pictures))


def _scaled(picture: Picture, width_mm: float) -> Picture:
    scale = width_mm / max(picture.width_mm, 1.0)
    return replace(picture, width_mm=width_mm, height_mm=picture.height_mm * scale)


def with_breaks(blocks: list[Data], by_hand: ByHand) -> list[Data]:
    """The blocks of a paper's data with the breaks and whole tables asked for; a number it has not does nothing."""
    waiting = set(by_hand.breaks_before)
    made = []
    for block in blocks:
        own = {"breaks": True} if block["number"] in waiting else {}
        waiting.discard(block["number"])
        if block["kind"] == "table" and block["number"] in by_hand.whole_tables:
            own["whole"] = True
        made.append(block | own)
    return made
