"""The frame of the volume as plain data for the form `volume.typ`, which travels beside it as JSON."""

from collections.abc import Iterator, Mapping, Sequence

from tongket.documents.render.balance import balanced
from tongket.documents.render.chapters import Chapter, DocumentChapter, ListChapter
from tongket.documents.render.styles import ASCENT, DESCENT
from tongket.documents.render.typesetting import Data
from tongket.papers.render.letters import shown
from tongket.proceedings.render import words
from tongket.proceedings.render.chapter_data import sheet_data, title_of_chapter
from tongket.proceedings.render.index import Group, index_of
from tongket.proceedings.render.running import chapter_head, part_head
from tongket.proceedings.render.values import Binding, Cover, Edition, Part, Run, Volume

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_COVER_MM = 150.0
_COVER_TITLE_PT, _COVER_SUBTITLE_PT = 30.0, 17.0


def volume_data(volume: Volume, binding: Binding, runs: Mapping[str, Sequence[Run]]) -> Data:
    """What the form `volume.typ` reads; `runs` are the pages of each chapter, by its code."""
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
        "sheet": sheet_data(sheet),
        "words": {"contents": words.CONTENTS, "index": words.INDEX},
        "cover": _cover(volume.cover),
        "parts": list(_parts(volume, parts, runs)),
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


def _parts(volume: Volume, parts: tuple[Part, ...], runs: Mapping[str, Sequence[Run]]) -> Iterator[Data]:
    sheet = volume.form.sheet
    line_mm = sheet.width_mm - sheet.left_mm - sheet.right_mm
    for place, part in enumerate(parts, 1):
        yield {
            "id": f"p-{place}",
            "number": f"{words.PART} {roman(place)}".upper(),
            "label": shown(part.label),
            "numbered": numbered(place, part),
            "head": part_head(shown(part.label), line_mm),
            "opens": opens(part),
            "chapters": [
                {
                    "id": anchor_of(chapter.code),
                    "title": title_of_chapter(chapter),
                    "head": chapter_head(chapter, line_mm),
                    "by": by_line(chapter),
                    "listed": is_listed(chapter, part),
                    "runs": [{"landscape": run.is_landscape, "pages": run.pages} for run in runs[chapter.code]],
                }
                for chapter in part.chapters
            ],
        }


def anchor_of(code: str) -> str:
    """A label that leads to a chapter: codes may hold what no label may."""
    return "c-" + code.encode().hex()


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
