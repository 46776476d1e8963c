"""Columns printed side by side and tables drawn with bars, taken apart into lines that know their column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from tongket.plans.spaced import GAP, Part, Placed, part_spaced, parts_of
from tongket.plans.wording import flat, is_capitals, rule
from tongket.plans.zones import AUTHORITY, RECIPIENTS, find_kind
from tongket.reading.document import Cell, Line, Mending

_BAR = re.compile(r"\s*\|\s*")
_FILLED_LATER = rule(r"\b(?:số\s*:?|ngày|tháng|năm)$")
_FILLED_BEFORE = rule(r"(?:/|tháng\b|năm\b)")
_NUMBER_AND_PLACE = re.compile(r"^\W*[Ss]ố\s*:?(?P<number>[^,]{0,80}),\s*ngày\b")
_NEAR = 12
_RULE_ROW = re.compile(r"[\s|:+=-]+")


def part_rows(lines: Sequence[Line]) -> list[Placed]:
    """Each line with its place; a line drawn with bars becomes one line for each cell of its table row."""
    tables = max((line.cell.table for line in lines if line.cell), default=-1)
    placed: list[Placed] = []
    row = 0
    for place, line in enumerate(lines):
        if line.cell is not None or "|" not in line.text:
            placed += [(place, replace(line, text=text)) for text in _unglued(line.text)]
            row = 0
            continue
        if row == 0:
            tables += 1
        if _RULE_ROW.fullmatch(line.text):
            continue
        cells = _BAR.split(line.text.strip().strip("|").strip())
        placed += [
            (place, replace(line, text=text, cell=Cell(tables, row, column)))
            for column, text in enumerate(cells)
            if text
        ]
        row += 1
    return placed


def _unglued(text: str) -> Iterator[str]:
    """ "Số: 08/KH-HLGĐông Triều, ngày 04 tháng 6": two columns glued where a capital is followed by a small letter."""
    found = _NUMBER_AND_PLACE.match(text)
    start, end = found.span("number") if found else (0, 0)
    for place in range(start, end - 2):
        glued = text[place].isupper() and text[place + 1].isupper() and text[place + 2].islower()
        if glued and not re.search(r"[/-]", text[place + 1 : end]):
            yield text[: place + 1]
            yield text[place + 1 :]
            return
    yield text


def part_columns(placed: Sequence[Placed], mendings: list[Mending]) -> Iterator[Placed]:
    """Letterhead and ending: the left column first, then the right one; body lines pass as they are."""
    lines = [line for _, line in placed]
    kind, tail = find_kind([replace(line, text=" ".join(line.text.split())) for line in lines]), _tail_line(lines)
    head = 0 if kind is None else kind
    after = _annex_line(lines, tail)
    for zone, group in groupby(enumerate(placed), lambda item: (item[0] < head) - (tail <= item[0] < after)):
        members = [item for _, item in group]
        yield from part_spaced(members) if zone == 0 else _untwisted(members, mendings)


def _tail_line(lines: Sequence[Line]) -> int:
    """The first line of the ending, with both columns still on it."""
    for place, line in enumerate(lines):
        text = line.text.strip()
        parts = GAP.split(text)
        if RECIPIENTS.match(flat(text)) or any(AUTHORITY.match(part) and is_capitals(part) for part in parts):
            return place
    return len(lines)


def _annex_line(lines: Sequence[Line], tail: int) -> int:
    """The first line behind the ending that heads an annex: on a new page, in capitals."""
    for place in range(tail + 1, len(lines)):
        turned = lines[place].page != lines[place - 1].page
        if turned and is_capitals(lines[place].text) and not AUTHORITY.match(lines[place].text.strip()):
            return place
    return len(lines)


def _untwisted(members: Sequence[Placed], mendings: list[Mending]) -> Iterator[Placed]:
    """Lines of two columns as two runs of lines; without any line of two columns nothing changes."""
    parted = [(place, line, _parts(line)) for place, line in members]
    seconds = [parts[-1].at for _, line, parts in parted if len(parts) > 1 and line.cell is None]
    if not seconds:
        yield from members
        return
    border = min(seconds) - 4
    left: list[Placed] = []
    right: list[Placed] = []
    for place, line, parts in parted:
        if len(parts) > 1:
            mendings.append(Mending("columns", place, line.text))
        for number, part in enumerate(parts):
            side = right if number or (part.at >= border and part.at > 8) else left
            side.append((place, replace(line, text=part.text)))
    yield from left
    yield from right


def _is_blank(text: str, gap: re.Match[str]) -> bool:
    """A gap left for a number or a day that is written in later by hand parts no columns."""
    before, after = flat(text[max(0, gap.start() - _NEAR) : gap.start()]), flat(text[gap.end() : gap.end() + _NEAR])
    return bool(_FILLED_LATER.search(before) or _FILLED_BEFORE.match(after))


def _parts(line: Line) -> list[Part]:
    """The parts of a line between wide gaps; a blank to be filled in later parts nothing."""
    if line.cell is not None:
        return [Part(0, line.text)]
    return parts_of(replace(line, text=GAP.sub(lambda gap: " " if _is_blank(line.text, gap) else gap[0], line.text)))
