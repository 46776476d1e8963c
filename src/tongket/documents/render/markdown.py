"""Text as people edit it, Markdown, into the blocks and annexes of a document.

The grammar is CommonMark's paragraphs, `**bold**`, `*italic*`, `\\` before a sign that means itself, tables, and:

    # I. MỤC ĐÍCH        heading level 1; `##` level 2 (`1. …`), `###` level 3 (`a) …`)
    # -> QUYẾT ĐỊNH: <-  centred heading; also any `# Phần …`, `# Chương …` and `#` in capitals with a colon at its end
    -> lines <-          centred paragraph;  `-> lines ->` stands at the right
    > Căn cứ …           a ground; one a line (its ending is set by the form)
    - point              an item; further marks: `+`, `1.`, `1.1.`, `1)`, `a)`, `đ)`, `I.`, `Điều 1.`; `*` becomes `-`
    | STT | Đơn vị |     a table; `|:-:|---|--:|` tells how columns stand; a heading row of blanks makes none. A row
    | **Khách** |  |  |  of three columns or more with bold words in its first cell alone is a heading that runs across
    ---                  what follows begins on a new page
    ::: phụ lục Tiêu đề  an annex up to `:::`; `::: phụ lục ngang …` on landscape pages; its first line, in
    …                    brackets and beginning `(Kèm theo`, is the reference; two or more are numbered I, II, …
    :::
    ::: hình cột Tên     a drawing up to `:::`, its caption and a table of two columns: bars by unit. `hình đường` is a
    | Đơn vị | Số |      line over periods; `hình ô` tiles by state, `| Xã A | xong: Đạt |`, the state's tone before it
    |--------|---:|      (`xong`, `chờ`, `đang`, `lại`, `chưa`). Words in place of a number say why it is missing. The
    | Xã A   | 12 |      heading is not drawn unless it holds a figure; without the line below it there is no table.
    :::

Numbering is text: a mark is kept as written and never counted anew. Every mark begins a line of its own and ends the
item above it; a line without one goes on with the paragraph; two blanks at the end of a line break it. `+` and marks
set in by two blanks or more are items of level 1. Links, code and HTML mean nothing here and stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tongket.core.text import nfc
from tongket.documents.render.fences import ANNEX, Fence, cut_at_drawings, drawing_of, end_of, ends, opens
from tongket.documents.render.values import (
    Align,
    Annex,
    Basis,
    Block,
    Cell,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
)

_PARSER = MarkdownIt("zero").enable(["blockquote", "heading", "hr", "table", "emphasis", "escape", "entity", "newline"])
_MARK = re.compile(
    r"^( *)([-–•+*]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]{1,2}\)|[IVXLC]+\.|Điều \d{1,3}[a-zđ]?\.)[ \t]+(?=\S)"
)
_CENTRED = re.compile(r"^->\s*(.*?)\s*(<-|->)$", re.DOTALL)
_REFERENCE = re.compile(r"^\(Kèm theo .*\)$")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DIVISION = re.compile(r"^(Phần|Chương)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The text of a document and its annexes."""

    body: tuple[Block, ...]
    annexes: tuple[Annex, ...]


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """The blocks of the text, annexes left out."""
    return parts_of(markdown).body


def annexes_of(markdown: str) -> tuple[Annex, ...]:
    """The annexes of the text."""
    return parts_of(markdown).annexes


def parts_of(markdown: str) -> Parts:
    """The blocks of the text and its annexes; one without an end goes to the end of the text.

    Nothing of the text is lost but, of the table of a drawing, its heading, rows without a name and further columns.
    """
    body, found = _split(nfc(markdown).replace("\r\n", "\n").split("\n"))
    annexes = [_annex(opening, lines) for opening, lines in found]
    if len(annexes) > 1:
        annexes = [replace(each, label=f"Phụ lục {_roman(number)}") for number, each in enumerate(annexes, 1)]
    return Parts(tuple(_blocks("\n".join(body))), tuple(annexes))


def _split(lines: list[str]) -> tuple[list[str], list[tuple[re.Match[str], list[str]]]]:
    """The lines outside annexes, and each annex by its opening line and its lines."""
    outside: list[str] = []
    annexes: list[tuple[re.Match[str], list[str]]] = []
    target, place = outside, 0
    while place < len(lines):
        line, begin = lines[place], place
        place += 1
        if opens(line):
            place = end_of(lines, begin, within_annex=target is not outside)
            target += lines[begin:place]
        elif opening := ANNEX.match(line):
            target = []
            annexes.append((opening, target))
        elif ends(line) and target is not outside:
            target = outside
        else:
            target.append(line)
    return outside, annexes


def _annex(opening: re.Match[str], lines: list[str]) -> Annex:
    first = next((place for place, line in enumerate(lines) if line.strip()), None)
    reference = ""
    if first is not None and _REFERENCE.match(lines[first].strip()):
        reference, lines = lines[first].strip(), lines[first + 1 :]
    body = tuple(_blocks("\n".join(lines)))
    return Annex(opening[2], body, reference=reference, is_landscape=bool(opening[1]))


def _roman(number: int) -> str:
    made = ""
    for value, sign in _ROMAN:
        made += sign * (number // value)
        number %= value
    return made


def _blocks(markdown: str) -> Iterator[Block]:
    """The blocks of Markdown without annexes."""
    for piece in cut_at_drawings(markdown):
        yield from _texts(piece) if isinstance(piece, str) else _drawn(piece)


def _drawn(fence: Fence) -> Iterator[Block]:
    """The first table that can be drawn as a drawing, what else stands there as it is; all of it text without one."""
    found, caption = list(_texts(fence.body)), plain(_runs(fence.caption))
    for place, block in enumerate(found):
        drawing = drawing_of(fence.shape, caption, block) if isinstance(block, Table) else None
        if drawing:
            yield from (*found[:place], drawing, *found[place + 1 :])
            return
    yield from _texts(fence.whole)


def _texts(markdown: str) -> Iterator[Block]:
    """The blocks of Markdown without annexes and drawings."""
    tokens, lines, quoted = _PARSER.parse(markdown), markdown.split("\n"), 0
    for place, token in enumerate(tokens):
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "hr":
            sign = lines[(token.map or (0, 0))[0]].strip()
            yield PageBreak() if sign.startswith("-") else Paragraph((Run(sign),))
        elif token.type == "heading_open":
            yield _heading(tokens[place + 1].content, int(token.tag[1]))
        elif token.type == "table_open":
            yield _table(tokens[place:])
        elif token.type == "paragraph_open" and quoted:
            yield from (Basis(_runs(line)) for line in tokens[place + 1].content.split("\n") if line.strip())
        elif token.type == "paragraph_open":
            first, end = token.map or (0, 0)
            yield from _pieces(lines[first:end])


def _pieces(lines: list[str]) -> Iterator[Block]:
    """The items and paragraphs that the lines of one Markdown paragraph hold."""
    pieces: list[list[str]] = []
    for line in lines:
        if not pieces or _MARK.match(line):
            pieces.append([line])
        else:
            pieces[-1].append(line.lstrip())
    for piece in pieces:
        mark = _MARK.match(piece[0])
        yield _item(mark, "\n".join(piece)) if mark else _paragraph("\n".join(piece).strip())


def _item(mark: re.Match[str], words: str) -> Item:
    sign = "-" if mark[2] == "*" else mark[2]
    return Item(sign, _runs(words[mark.end() :]), int(sign == "+" or len(mark[1]) >= 2))


def _paragraph(words: str) -> Paragraph:
    if centred := _CENTRED.match(words):
        return Paragraph(_runs(centred[1]), Align.CENTER if centred[2] == "<-" else Align.RIGHT, is_indented=False)
    return Paragraph(_runs(words))


def _heading(words: str, level: int) -> Heading:
    centred = _CENTRED.match(words)
    runs = _runs(centred[1] if centred else words)
    said = plain(runs)
    is_centred = centred or (level == 1 and (_DIVISION.match(said) or (said.isupper() and said.endswith(":"))))
    return Heading(runs, 0 if is_centred else min(level, 3))


def _table(tokens: list[Token]) -> Table:
    """The table that begins at the first of `tokens`."""
    rows: list[list[Cell]] = []
    for place, token in enumerate(tokens):
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            stands = str(token.attrGet("style") or "").removeprefix("text-align:")
            rows[-1].append(Cell(_runs(tokens[place + 1].content), Align(stands) if stands else Align.LEFT))
    heading = tuple(rows[0]) if any(plain(cell.runs) for cell in rows[0]) else ()
    return Table(heading, tuple(_row(cells) for cells in rows[1:]))


def _row(cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells of a row; one cell across all where only the first says something, in bold."""
    first, *rest = cells
    is_heading = len(rest) > 1 and all(run.bold for run in first.runs) and not any(plain(cell.runs) for cell in rest)
    return (Cell(first.runs, across=len(cells)),) if is_heading and first.runs else tuple(cells)


def _runs(words: str) -> Text:
    """The runs of one inline text; a soft break is a blank, a hard one a line break."""
    runs: list[Run] = []
    bold = italic = 0
    for token in _PARSER.parseInline(words)[0].children or ():
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if text:
            runs.append(Run(text, bold=bold > 0, italic=italic > 0))
    return _joined(runs)


def _joined(runs: list[Run]) -> Text:
    """`runs` with neighbours of one dress made one."""
    made: list[Run] = []
    for run in runs:
        if made and (made[-1].bold, made[-1].italic) == (run.bold, run.italic):
            made[-1] = replace(run, text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)
