"""Takes Markdown's marks off the words: `**x**`, `*x*`, `_x_`, a leading `#`, and the backslash before a sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"\n|\*+|_+")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
_BARS_OPENING = ").,;:!?]}”’…"


@dataclass(frozen=True, slots=True)
class Plain:
    """One line without its marks; `bold` and `italic` only where they hold for all its words."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Two marks of `width` signs that belong together, `opening` and `closing` being where they start."""

    opening: int
    closing: int
    width: int


def unmark(lines: list[str]) -> list[Plain]:
    """The lines of one paragraph without their marks; bold may run over several lines, italic stays in one.

    Marks without a partner, as in a footnote "(*)" or a rule "***", are words and stay. Linear in the text.
    """
    if not lines:
        return []
    headings = [_HEADING.fullmatch(line) for line in lines]
    text = "\n".join(found[1] if found else line for line, found in zip(lines, headings, strict=True))
    plain = _apply(text, sorted(pairs(text), key=lambda span: span.opening))
    return [
        Plain(line.text, bold=line.bold or bool(heading), italic=line.italic)
        for line, heading in zip(plain, headings, strict=True)
    ]


def pairs(text: str) -> Iterator[Span]:
    """Every pair of marks of equal width, the nearest opening one taken."""
    waiting: dict[str, int] = {}
    for run in _RUN.finditer(text):
        mark = run[0]
        if mark == "\n":
            waiting = {kept: start for kept, start in waiting.items() if kept == "**"}
        elif len(mark) > 3 or text[run.start() - 1 : run.start()] == "\\":
            continue
        elif mark in waiting and _closes(text, run):
            yield Span(waiting.pop(mark), run.start(), len(mark))
        elif _opens(text, run):
            waiting[mark] = run.start()


def _opens(text: str, run: re.Match[str]) -> bool:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return not before.isalnum() and not after.isspace() and after not in _BARS_OPENING


def _closes(text: str, run: re.Match[str]) -> bool:
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    return not before.isspace() and not after.isalnum()


def _apply(text: str, spans: list[Span]) -> list[Plain]:
    """Cuts the marks out and judges each line by the words that stand between them."""
    steps = sorted(
        [(span.opening, span.width, 1) for span in spans] + [(span.closing, span.width, -1) for span in spans]
    )
    steps.append((len(text), 0, 0))
    depth = {1: 0, 2: 0, 3: 0}
    pieces: list[tuple[str, bool, bool]] = []
    start = 0
    for place, width, change in steps:
        bold, italic = depth[2] + depth[3] > 0, depth[1] + depth[3] > 0
        pieces.append((text[start:place], bold, italic))
        start = place + width
        if width:
            depth[width] += change
    return _lines(pieces)


def _lines(pieces: list[tuple[str, bool, bool]]) -> list[Plain]:
    lines: list[list[tuple[str, bool, bool]]] = [[]]
    for text, bold, italic in pieces:
        first, *rest = text.split("\n")
        lines[-1].append((first, bold, italic))
        lines.extend([(part, bold, italic)] for part in rest)
    return [_line(line) for line in lines]


def _line(pieces: list[tuple[str, bool, bool]]) -> Plain:
    worded = [piece for piece in pieces if piece[0].strip()]
    text = ESCAPED.sub(r"\1", "".join(piece[0] for piece in pieces))
    return Plain(
        text,
        bold=bool(worded) and all(bold for _, bold, _ in worded),
        italic=bool(worded) and all(italic for _, _, italic in worded),
    )
