"""Chapters of the volume as plain data for the form `chapter.typ`, which travels beside it as JSON."""

import json
from collections.abc import Sequence
from functools import partial

from tongket.documents.render.chapters import (
    ByHand,
    Chapter,
    DocumentChapter,
    ForeignChapter,
    ListChapter,
    PaperChapter,
)
from tongket.documents.render.compose import annex_sheet, compose
from tongket.documents.render.flow import Flow, plainly
from tongket.documents.render.layout import layout_of
from tongket.documents.render.pdf_data import flow_data
from tongket.documents.render.styles import ASCENT, DESCENT, styles_of
from tongket.documents.render.typesetting import Data
from tongket.documents.render.values import Annex, Profile, plain
from tongket.papers.render.data import paper_data
from tongket.papers.render.letters import shown
from tongket.papers.values import StandardForm
from tongket.proceedings.render.by_hand import flow_of, with_breaks
from tongket.reading.manuscript.values import Sheet

# Headings of a text go below those of its part and its chapter.
_ABOVE = 2
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
# What most chapters are written with: whose letters are all among these shares its type face with the others. A blank
# shows between two letters only.
LETTERS = "! " + "".join(map(chr, range(0x21, 0x7F))) + _VOWELS[1:] + _VOWELS.upper() + "–—…“”‘’•×°§½²³"
_USUAL = frozenset(LETTERS)


def lot_data(chapters: Sequence[Data], form: StandardForm) -> Data:
    """What the form `chapter.typ` reads: chapters as `chapter_data` gives them."""
    return {
        "title": "–",
        "letters": LETTERS,
        "ascent": ASCENT,
        "descent": DESCENT,
        "sheet": sheet_data(form.sheet),
        "chapters": list(chapters),
    }


def chapter_data(chapter: Chapter, form: StandardForm, *, with_pictures: bool = True) -> Data:
    """One chapter as the form sets it; raises ValueError for pages of others, which no form sets."""
    said = {"title": title_of_chapter(chapter)}
    match chapter:
        case PaperChapter():
            return said | _paper(chapter, form, with_pictures=with_pictures)
        case DocumentChapter():
            return said | {"kind": "document", "document": _below(flow_data([compose(chapter.document)]))}
        case ListChapter():
            return said | {"kind": "document", "document": _below(flow_data([list_flow(chapter)]))}
        case ForeignChapter():
            raise ValueError(f"found pages of others ({chapter.code}), wanted a chapter to set")


def is_usual(data: Data) -> bool:
    """Whether a chapter is written with usual letters only: its type face is then that of any other such chapter."""
    return _USUAL.issuperset(json.dumps(data, ensure_ascii=False))


def title_of_chapter(chapter: Chapter) -> str:
    """The title on one line; never empty, for it names a bookmark."""
    return " ".join(shown(chapter.title).split()) or "–"


def sheet_data(sheet: Sheet) -> Data:
    """A sheet and its margins, in millimetres."""
    return {
        "width": sheet.width_mm,
        "height": sheet.height_mm,
        "top": sheet.top_mm,
        "bottom": sheet.bottom_mm,
        "left": sheet.left_mm,
        "right": sheet.right_mm,
    }


def _paper(chapter: PaperChapter, form: StandardForm, *, with_pictures: bool) -> Data:
    """A paper with what was set by hand."""
    changed = partial(_within_volume, by_hand=chapter.by_hand)
    data = paper_data(flow_of(chapter, form), with_pictures=with_pictures, changed=changed) | {"marks": "none"}
    own = {"kind": "paper", "titled": chapter.is_titled, "paper": data}
    return own | {"author": shown(chapter.author), "unit": shown(chapter.unit)}


def _within_volume(blocks: list[Data], by_hand: ByHand) -> list[Data]:
    """A paper's blocks with their breaks by hand, and its headings below those of part and chapter."""
    lowered = ({"level": block["level"] + _ABOVE} if block.get("level") else {} for block in blocks)
    return with_breaks([block | own for block, own in zip(blocks, lowered, strict=True)], by_hand)


def list_flow(chapter: ListChapter) -> Flow:
    """A list set as an annex is: its title above it, its page upright or turned."""
    layout, styles = layout_of(Profile.FRONT), styles_of(Profile.FRONT)
    annex = Annex(chapter.title, chapter.body, label="", is_landscape=chapter.is_landscape)
    return Flow(plain(plainly(chapter.title)), layout, styles, (annex_sheet(annex, layout),))


def _below(data: Data) -> Data:
    """A document's data whose headings stand below those of part and chapter; only its own bookmarks are not wanted."""
    for piece in (piece for sheet in data["sheets"] for piece in sheet["pieces"] if piece["kind"] == "line"):
        if data["styles"][piece["style"]]["level"]:
            piece["level"] += _ABOVE
            piece["bookmarked"] = False
    return {name: data[name] for name in ("ascent", "descent", "styles", "table", "sheets")}
