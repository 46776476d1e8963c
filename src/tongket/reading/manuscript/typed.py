"""Text that was typed or pasted, as a manuscript: the marks of Markdown are read, plain words stay as they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tongket.reading.emphasis import ESCAPED, pairs
from tongket.reading.manuscript.values import Block, Cell, Manuscript, Nature, Paragraph, Piece, Role, Table
from tongket.reading.mending import mend
from tongket.reading.pages import is_hard_wrapped, is_page_number, runs_on

_BREAK = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?")
_ITEM = re.compile(r"([-+*•–—]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]|\(?[a-zđ]\))[ \t]+(?=\S)")
_FRAME = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELL_END = re.compile(r"(?<!\\)\|")
_TAB = 4
_DEEPEST = 5
# A line that fills so much of the width was broken by a printer, where the others were.
_FULL = 0.7


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: how far in it begins, its words, and whether an empty line or a new page stands before it."""

    indent: int
    text: str
    after_gap: bool = False
    new_page: bool = False


def manuscript_of(text: str) -> Manuscript:
    """The manuscript that `text` writes.

    An empty line ends a paragraph. A single line end joins two lines only where the first was broken in the middle:
    it fills the width of a text that is broken throughout, or the next goes on in small letters. `#` begins a heading;
    `-`, `+`, `1.` and `a)` begin an item, deeper where set in; rows of `|` above `---` are a table; `**x**` is bold,
    `*x*` italic. A form feed begins a new page.
    """
    lines = list(_lines(text))
    width = _width(lines)
    blocks: list[Block] = []
    at = 0
    indents: list[int] = []
    while at < len(lines):
        rows = _rows_of_table(lines, at)
        if rows:
            blocks.append(_table(rows))
            at += len(rows)
            continue
        end = at + 1
        while end < len(lines) and _goes_on(lines[end - 1], lines[end], width):
            end += 1
        blocks.append(_paragraph(lines[at:end], indents))
        at = end
    return Manuscript(Nature.TEXT, tuple(blocks))


def _lines(text: str) -> Iterator[_Line]:
    """The lines with words; page numbers that stand alone where pages meet are left out."""
    pages = text.split("\f")
    for number, page in enumerate(pages):
        rows = [row.expandtabs(_TAB).rstrip() for row in _BREAK.split(page)]
        worded = [place for place, row in enumerate(rows) if row.strip()]
        edges = {*worded[:1], *worded[-1:]} if len(pages) > 1 else set()
        numbers = {place for place in edges if is_page_number(rows[place])}
        shown = [place for place in worded if place not in numbers]
        for before, place in pairwise([None, *shown]):
            assert place is not None
            row, is_first = rows[place], before is None
            gap = number == 0 if before is None else any(not each.strip() for each in rows[before + 1 : place])
            yield _Line(len(row) - len(row.lstrip()), row.strip(), gap, new_page=is_first and number > 0)


def _width(lines: Sequence[_Line]) -> float:
    """The width at which the lines were broken, infinite where they are paragraphs."""
    texts = [line.text for line in lines]
    if not texts or not is_hard_wrapped(texts):
        return float("inf")
    return sorted(map(len, texts))[int(len(texts) * 0.9)]


def _goes_on(line: _Line, following: _Line, width: float) -> bool:
    if following.after_gap or _begins(following.text) or _HEADING.fullmatch(line.text):
        return False
    if "|" in following.text and _FRAME.fullmatch(following.text):
        return False
    return runs_on(line.text, following.text) or (not following.new_page and len(line.text) >= width * _FULL)


def _begins(text: str) -> bool:
    return bool(_ITEM.match(text) or _HEADING.fullmatch(text))


def _paragraph(lines: Sequence[_Line], indents: list[int]) -> Paragraph:
    """The paragraph of lines that belong together; `indents` are those of the items above, the deepest last."""
    first, text = lines[0], " ".join(line.text for line in lines)
    heading = _HEADING.fullmatch(text)
    item = None if heading else _ITEM.match(text)
    if heading:
        made = Paragraph(pieces_of(heading[2]), Role.HEADING, len(heading[1]))
    elif item:
        made = Paragraph(pieces_of(text[item.end() :]), Role.ITEM, _depth(first.indent, indents), item[1])
    else:
        made = Paragraph(pieces_of(text))
    if not item:
        indents.clear()
    return replace(made, breaks_before=first.new_page)


def _depth(indent: int, indents: list[int]) -> int:
    """How deep an item stands: below the nearest item above it that begins farther out."""
    while indents and indents[-1] >= indent:
        indents.pop()
    indents.append(indent)
    return min(len(indents) - 1, _DEEPEST)


def _rows_of_table(lines: Sequence[_Line], at: int) -> list[str]:
    """The lines of a table that begins at `at`: a row, the frame below it, the rows that follow."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or lines[at + 1].after_gap:
        return []
    head, frame = _cells(lines[at].text), lines[at + 1].text
    if "-" not in frame or not _FRAME.fullmatch(frame) or len(_cells(frame)) != len(head):
        return []
    end = at + 2
    while end < len(lines) and "|" in lines[end].text and not lines[end].after_gap:
        end += 1
    return [line.text for line in lines[at:end]]


def _table(rows: Sequence[str]) -> Table:
    """Rows as wide as the head: what is missing is empty, what is too much is added to the last cell."""
    cells = [_cells(row) for place, row in enumerate(rows) if place != 1]
    across = len(cells[0])
    fitted = ([*row[: across - 1], " | ".join(row[across - 1 :])] + [""] * (across - len(row)) for row in cells)
    made = tuple(tuple(Cell((Paragraph(pieces_of(cell)),)) for cell in row[:across]) for row in fitted)
    return Table(made, heading_rows=1)


def _cells(row: str) -> list[str]:
    inside = row.strip()
    inside = inside.removeprefix("|")
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.strip().replace("\\|", "|") for cell in _CELL_END.split(inside)]


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The words of one paragraph in their dress; marks without a partner are words."""
    spans = list(pairs(text))
    steps = sorted(
        [(span.opening, span.width, 1) for span in spans] + [(span.closing, span.width, -1) for span in spans]
    )
    depth = {1: 0, 2: 0, 3: 0}
    pieces: list[Piece] = []
    start = 0
    for place, width, change in [*steps, (len(text), 0, 0)]:
        words, _codes = mend(ESCAPED.sub(r"\1", text[start:place]))
        if words:
            pieces.append(Piece(words, bold=depth[2] + depth[3] > 0, italic=depth[1] + depth[3] > 0))
        start = place + width
        depth[width or 1] += change
    return tuple(pieces) or (Piece(""),)
