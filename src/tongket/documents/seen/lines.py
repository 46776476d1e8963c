"""The lines a reader sees: paragraphs cut at line breaks, and at tabs where people set two columns with them."""

import re
from dataclasses import dataclass

from tongket.core.text import clean, fold
from tongket.documents.render.values import Align
from tongket.documents.seen.values import SeenDocument, SeenParagraph, SeenRun

# Two columns typed without a table stand apart by tabs or by many blanks.
_GAP = re.compile(r"\t[\t  ]*| *[  ]{5,}")
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 4
# A rule "drawn" with signs of the keyboard or of boxes.
_STROKES = re.compile(r"[\s_\-–—―─━═=*.¯‾]{3,}")
_RULE_SIGNS = re.compile(r"[_\-–—―─━═=¯‾]{3,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words in one white space, the runs it is made of, its paragraph and its place in it.

    `at` is the number of the paragraph; `column` is 1 for what stands behind the tabs of a line of two columns.
    """

    text: str
    runs: tuple[SeenRun, ...]
    paragraph: SeenParagraph
    at: int
    column: int = 0

    @property
    def key(self) -> str:
        """The words folded, for comparing with patterns."""
        return fold(self.text)

    @property
    def worded(self) -> tuple[SeenRun, ...]:
        """The runs that hold letters or digits."""
        return tuple(run for run in self.runs if any(letter.isalnum() for letter in run.text))

    @property
    def is_bold(self) -> bool:
        """Whether all words are bold."""
        return bool(self.worded) and all(run.bold for run in self.worded)

    @property
    def is_italic(self) -> bool:
        """Whether all words are italic."""
        return bool(self.worded) and all(run.italic for run in self.worded)

    @property
    def is_upper(self) -> bool:
        """Whether the line has letters and all of them are capitals."""
        return self.text.isupper()

    @property
    def is_centred(self) -> bool:
        """Whether the line is set in the middle."""
        return self.paragraph.align is Align.CENTER

    @property
    def is_stroke(self) -> bool:
        """Whether the line is nothing but a rule made of signs."""
        return bool(_STROKES.fullmatch(self.text)) and bool(_RULE_SIGNS.search(self.text))

    @property
    def place(self) -> tuple[int, int]:
        """The column that the line stands in: of its table, or of its tabs where it is in none."""
        cell = self.paragraph.cell
        return (cell.table, cell.column) if cell else (-1, self.column)


def lines_of(document: SeenDocument) -> tuple[Line, ...]:
    """Every line in order, an empty one for each paragraph without words."""
    return tuple(line for at, paragraph in enumerate(document.paragraphs) for line in _lines(paragraph, at))


def _lines(paragraph: SeenParagraph, at: int) -> list[Line]:
    rows: list[list[SeenRun]] = [[]]
    for run in _labelled(paragraph):
        first, *others = run.text.split("\n")
        rows[-1].append(_with(run, first))
        rows += [[_with(run, other)] for other in others]
    return [line for row in rows for line in _columns(row, paragraph, at)]


def _labelled(paragraph: SeenParagraph) -> tuple[SeenRun, ...]:
    """The runs, Word's own number as the first of them."""
    if not paragraph.label or not paragraph.runs:
        return paragraph.runs
    return (_with(paragraph.runs[0], f"{paragraph.label} "), *paragraph.runs)


def _columns(runs: list[SeenRun], paragraph: SeenParagraph, at: int) -> list[Line]:
    """The line, or its two columns where the first wide gap has words on both sides."""
    text = "".join(run.text for run in runs)
    for gap in _GAP.finditer(text):
        if _is_worded(text[: gap.start()]) and _is_worded(text[gap.end() :]):
            left, right = _cut(runs, 0, gap.start()), _cut(runs, gap.end(), len(text))
            return [_line(left, paragraph, at, 0), _line(right, paragraph, at, 1)]
    only_right = paragraph.cell is None and text.startswith(("\t\t\t", " " * 20))
    return [_line(tuple(runs), paragraph, at, 1 if only_right else 0)]


def _line(runs: tuple[SeenRun, ...], paragraph: SeenParagraph, at: int, column: int) -> Line:
    return Line(clean("".join(run.text for run in runs)), runs, paragraph, at, column)


def _is_worded(text: str) -> bool:
    """Whether a side of a gap holds more than the mark of a list or the number of a point."""
    return len(_LETTERS.findall(text)) >= _FEWEST_LETTERS or bool(_RULE_SIGNS.search(text))


def _cut(runs: list[SeenRun], start: int, end: int) -> tuple[SeenRun, ...]:
    """The characters from `start` to `end` of the joined runs."""
    found, place = [], 0
    for run in runs:
        piece = run.text[max(0, start - place) : max(0, end - place)]
        found += [_with(run, piece)] if piece else []
        place += len(run.text)
    return tuple(found)


def _with(run: SeenRun, text: str) -> SeenRun:
    return SeenRun(text, run.font, run.size_pt, run.bold, run.italic, run.underlined, run.colour)
