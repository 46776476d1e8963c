"""The volume as plain data for the form `volume.typ`, which travels beside it as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tongket.documents.render.balance import balanced
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
from tongket.proceedings.render import words
from tongket.proceedings.render.by_hand import flow_of, with_breaks
from tongket.proceedings.render.index import Group, index_of
from tongket.proceedings.render.running import chapter_head, part_head
from tongket.proceedings.render.values import Binding, Cover, Edition, Part, Volume

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_COVER_MM = 150.0
_COVER_TITLE_PT, _COVER_SUBTITLE_PT = 30.0, 17.0
# Headings of a text go below those of its part and its chapter.
_ABOVE = 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """What cannot stand in the volume as its author made it: chapters whose pictures cannot be drawn, by code, and how
    many pages each foreign file has."""

    undrawn: frozenset[str] = frozenset()
    foreign_pages: tuple[tuple[str, int], ...] = ()


def volume_data(volume: Volume, binding: Binding, drawing: Drawing) -> Data:
    """What the form `volume.typ` reads."""
    parts = filled(volume)
    is_printed = binding.edition is Edition.PRINT
    sheet, title = volume.form.sheet, title_of(volume)
    return {
        "title": title,
        "author": [shown(" ".join(volume.cover.own))],
        "ascent": ASCENT,
        "descent": DESCENT,
        "printed": is_printed,
        "right": is_printed and binding.opens_right,
        "sheet": {
            "width": sheet.width_mm,
            "height": sheet.height_mm,
            "top": sheet.top_mm,
            "bottom": sheet.bottom_mm,
            "left": sheet.left_mm,
            "right": sheet.right_mm,
        },
        "words": {"contents": words.CONTENTS, "index": words.INDEX},
        "cover": _cover(volume.cover),
        "parts": list(_parts(volume, parts, drawing)),
        "index": [_group(group) for group in index_groups(volume)],
    }


def filled(volume: Volume) -> tuple[Part, ...]:
    """The parts that hold something; raises ValueError where two chapters share a code."""
    parts = tuple(part for part in volume.parts if part.chapters)
    codes = [chapter.code for part in parts for chapter in part.chapters]
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"found chapters of one code ({', '.join(twice)}), wanted a code of its own for each")
    return parts


def index_groups(volume: Volume) -> tuple[Group, ...]:
    """What the index lists; nothing where the volume has none."""
    chapters = (chapter for part in volume.parts for chapter in part.chapters)
    return index_of(chapters) if volume.has_index else ()


def title_of(volume: Volume) -> str:
    """The title of the file."""
    said = (volume.cover.title, volume.cover.subtitle)
    return shown(" – ".join(" ".join(part.split()) for part in said if part.strip())) or "Kỷ yếu"


def numbered(place: int, part: Part) -> str:
    """`Phần II. THAM LUẬN`; places count from 1."""
    return f"{words.PART} {roman(place)}. {shown(part.label)}"


def roman(number: int) -> str:
    """A number from 1 to 39 as Romans wrote it."""
    made = ""
    for value, sign in _ROMAN:
        while number >= value:
            made, number = made + sign, number - value
    return made


def opens(part: Part) -> bool:
    """Whether a part has a page of its own before its chapters."""
    return len(part.chapters) > 1


def by_line(chapter: Chapter) -> str:
    """Who a chapter is by, for the contents: `Nguyễn Văn An, Chủ tịch – Hội Nông dân thành phố`."""
    if isinstance(chapter, ListChapter):
        return ""
    if isinstance(chapter, DocumentChapter):
        return shown(chapter.unit)
    person = ", ".join(part for part in (chapter.author, chapter.post) if part)
    return shown(" – ".join(part for part in (person, chapter.unit) if part))


def is_listed(chapter: Chapter, part: Part) -> bool:
    """Whether a chapter has a line of its own in the contents: not where it says only what its part said."""
    return opens(part) or shown(chapter.title).casefold() != shown(part.label).casefold()


def _cover(cover: Cover) -> Data:
    def lines(text: str, size_pt: float) -> list[str]:
        own = [line for line in shown(text).split("\n") if line.strip()]
        return [part for line in own for part in balanced(line, _COVER_MM, size_pt, bold=True)]

    return {
        "above": [shown(line) for line in cover.above],
        "own": [shown(line) for line in cover.own],
        "title": lines(cover.title, _COVER_TITLE_PT),
        "subtitle": lines(cover.subtitle, _COVER_SUBTITLE_PT),
        "day": shown(cover.day),
        "place": shown(cover.place_and_year),
    }


def _parts(volume: Volume, parts: tuple[Part, ...], drawing: Drawing) -> Iterator[Data]:
    encoder = _Encoder(volume, drawing)
    for place, part in enumerate(parts, 1):
        yield {
            "id": f"p-{place}",
            "number": f"{words.PART} {roman(place)}".upper(),
            "label": shown(part.label),
            "numbered": numbered(place, part),
            "head": part_head(shown(part.label), encoder.line_mm),
            "opens": opens(part),
            "chapters": [encoder.chapter(chapter) | {"listed": is_listed(chapter, part)} for chapter in part.chapters],
        }


class _Encoder:
    """Encodes chapters; each gets an id by its place, for codes may hold what no label may."""

    def __init__(self, volume: Volume, drawing: Drawing) -> None:
        self.form, self.drawing = volume.form, drawing
        sheet = volume.form.sheet
        self.line_mm = sheet.width_mm - sheet.left_mm - sheet.right_mm
        self.pages = dict(drawing.foreign_pages)

    def chapter(self, chapter: Chapter) -> Data:
        """A chapter by its kind."""
        said = {
            "id": anchor_of(chapter),
            "title": " ".join(shown(chapter.title).split()) or "–",
            "head": chapter_head(chapter, self.line_mm),
            "by": by_line(chapter),
        }
        match chapter:
            case PaperChapter():
                return said | self.paper(chapter)
            case DocumentChapter():
                return said | {"kind": "document", "document": _below(flow_data([compose(chapter.document)]))}
            case ListChapter():
                return said | {"kind": "document", "document": _below(flow_data([list_flow(chapter)]))}
            case ForeignChapter():
                return said | {"kind": "foreign", "pages": self.pages[chapter.code]}

    def paper(self, chapter: PaperChapter) -> Data:
        """A paper with what was set by hand."""
        flow = flow_of(chapter, self.form)
        changed = partial(_within_volume, by_hand=chapter.by_hand)
        data = paper_data(flow, with_pictures=chapter.code not in self.drawing.undrawn, changed=changed)
        own = {"kind": "paper", "titled": chapter.is_titled, "paper": data | {"marked": False}}
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


def anchor_of(chapter: Chapter) -> str:
    """A label that leads to a chapter: codes may hold what no label may."""
    return "c-" + chapter.code.encode().hex()


def _below(data: Data) -> Data:
    """A document's data whose headings stand below those of part and chapter; only its own bookmarks are not wanted."""
    for piece in (piece for sheet in data["sheets"] for piece in sheet["pieces"] if piece["kind"] == "line"):
        if data["styles"][piece["style"]]["level"]:
            piece["level"] += _ABOVE
            piece["bookmarked"] = False
    return {name: data[name] for name in ("ascent", "descent", "styles", "table", "sheets")}


def _group(group: Group) -> Data:
    return {
        "title": group.title,
        "letters": [
            {
                "letter": letter.letter,
                "names": [
                    {"name": shown(entry.name), "ids": ["c-" + code.encode().hex() for code in entry.codes]}
                    for entry in letter.entries
                ],
            }
            for letter in group.letters
        ],
    }
