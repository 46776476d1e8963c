"""Counts Word's own numbering, which stands nowhere in the text and has to be computed as Word does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from tongket.reading.word.markup import W, number, path, switch, value
from tongket.reading.word.numerals import numeral
from tongket.reading.word.styles import Sheet, left_indent

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_KEPT_BULLETS = "+*•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as `w:lvl` defines it; `restart` is the level, from 1, after which it starts anew."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""
    indent: float | None = None
    frame: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class List:
    """One `w:num`: the abstract list whose counters it shares, its levels, and where it starts anew."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Counters:
    """The lists of one document and how far each has counted."""

    lists: Mapping[str, List]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _met: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, list_id: str, style: str) -> int | None:
        """The level that the list gives to a paragraph style, None where it names none."""
        levels = self.lists[list_id].levels if list_id in self.lists else {}
        return next((place for place, level in levels.items() if level.paragraph_style == style), None)

    def indent(self, list_id: str, place: int) -> float | None:
        """The left indent that the list gives its level, in points."""
        found = self.lists.get(list_id)
        return found.levels[place].indent if found and place in found.levels else None

    def frame(self, list_id: str, place: int) -> etree._Element | None:
        """All indents that the list gives its level, as its `w:ind`."""
        found = self.lists.get(list_id)
        return found.levels[place].frame if found and place in found.levels else None

    def next_label(self, list_id: str, place: int) -> str:
        """Counts one paragraph at level `place` (from 0) of a list; gives its label, "" where it shows none."""
        found = self.lists.get(list_id)
        if found is None or place not in found.levels:
            return ""
        counts = self._counts.setdefault(found.abstract, [None] * LEVELS)
        if place in found.starts and (list_id, place) not in self._met:
            # A list that says where to start does so once, at its first paragraph of that level.
            self._met.add((list_id, place))
            counts[place] = None
        _count(counts, found, place)
        return _label(counts, found, place)


def _count(counts: list[int | None], found: List, place: int) -> None:
    """Adds one at `place` and sets back the deeper levels that restart after it (ISO/IEC 29500-1, 17.9.10).

    A level above that was skipped counts as begun: after "1.1" without its "1" comes "2".
    """
    for above in range(place):
        counts[above] = _start(found, above) if counts[above] is None else counts[above]
    before = counts[place]
    counts[place] = _start(found, place) if before is None else before + 1
    for deeper in range(place + 1, LEVELS):
        level = found.levels.get(deeper)
        restart = deeper if level is None or level.restart is None else level.restart
        if place < restart:
            counts[deeper] = None


def _start(found: List, place: int) -> int:
    level = found.levels.get(place)
    return found.starts.get(place, level.start if level else 1)


def _label(counts: list[int | None], found: List, place: int) -> str:
    level = found.levels[place]
    if level.style == "bullet":
        return _bullet(level.text)

    def written(mark: re.Match[str]) -> str:
        other = int(mark[1]) - 1
        count = counts[other]
        style = found.levels[other].style if other in found.levels else "decimal"
        style = "decimal" if level.legal and style != "none" else style
        return numeral(_start(found, other) if count is None else count, style)

    return _PLACE.sub(written, level.text).strip()


def _bullet(text: str) -> str:
    """A bullet in writing: plus, star and dot stay; a dash of any length or a picture of a symbol font is a dash."""
    sign = text.strip()
    if not sign:
        return ""
    return sign if sign in _KEPT_BULLETS else "-"


def read_counters(root: etree._Element | None, sheet: Sheet) -> Counters:
    """The lists of `numbering.xml`; none where the document has no such part."""
    if root is None:
        return Counters({})
    abstracts = {value(each, "abstractNumId") or "": each for each in root.iterfind(W + "abstractNum")}
    numbers = {value(each, "numId") or "": each for each in root.iterfind(W + "num")}
    return Counters({name: _list(each, abstracts, numbers, sheet) for name, each in numbers.items()})


def _list(
    element: etree._Element,
    abstracts: Mapping[str, etree._Element],
    numbers: Mapping[str, etree._Element],
    sheet: Sheet,
) -> List:
    name = _abstract_of(element)
    linked = value(abstracts[name].find(W + "numStyleLink")) if name in abstracts else None
    if linked:
        by_style = value(sheet.find(linked, path("pPr", "numPr", "numId"))) or ""
        name = _abstract_of(numbers[by_style]) if by_style in numbers else name
    levels = _levels(abstracts[name]) if name in abstracts else {}
    starts: dict[int, int] = {}
    for override in element.iterfind(W + "lvlOverride"):
        place = number(override, "ilvl") or 0
        levels |= {key: level for key, level in _levels(override).items() if key == place}
        start = number(override.find(W + "startOverride"))
        starts |= {} if start is None else {place: start}
    return List(name, levels, starts)


def _abstract_of(element: etree._Element) -> str:
    return value(element.find(W + "abstractNumId")) or ""


def _levels(parent: etree._Element) -> dict[int, Level]:
    levels = {number(each, "ilvl") or 0: _level(each) for each in parent.iterfind(W + "lvl")}
    return {place: level for place, level in levels.items() if 0 <= place < LEVELS}


def _level(element: etree._Element) -> Level:
    start = number(element.find(W + "start"))
    return Level(
        start=0 if start is None else start,
        style=value(element.find(W + "numFmt")) or "decimal",
        text=value(element.find(W + "lvlText")) or "",
        restart=number(element.find(W + "lvlRestart")),
        legal=bool(switch(element.find(W + "isLgl"))),
        paragraph_style=value(element.find(W + "pStyle")) or "",
        indent=left_indent(element.find(path("pPr", "ind"))),
        frame=element.find(path("pPr", "ind")),
    )
