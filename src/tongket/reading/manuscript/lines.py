"""Printed lines of a PDF made paragraphs again: where one ended, what stands in it, and how it was set."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from tongket.reading.manuscript.values import Align, Paragraph, Piece, Role, Spacing
from tongket.reading.mending import mend
from tongket.reading.pages import runs_on
from tongket.reading.pdf.printed import Printed
from tongket.reading.pdf.rows import Piece as Words

_ITEM = re.compile(r"([-+*•–]|\(?\d{1,2}[.)]|\(?[a-zđ]\))\s+(?=\S)")
_NUMBERED = re.compile(r"(?:(?P<roman>[IVX]{1,5}|[A-H])[.)]?|(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?)\s+(?=\S)")
_ENDS = tuple(".:;?!…”")
_DEEPER = 8.0
# In sizes of the letters; nobody sets the lines of one paragraph so far apart.
_FAR = 3.5
_TOLERANCE = 3.0
_OTHER_SIZE = 1.0
_HEADING_MOST = 200
_WORD_GAP, _COLUMN_GAP = 0.15, 1.8
_SMALLER, _HIGHER = 0.8, 0.15
_LETTER_WIDTH = 0.5
_TIMES_LINE = 1.15
_WIDE = 0.6
# What lies between is the spacing of a page; what does not is the distance of paragraphs of one line.
_LEAST_LINES, _MOST_LINES = 0.7, 1.6


def begins(before: Printed, line: Printed) -> bool:
    """Whether a printed line begins a paragraph and does not go on with the one before it."""
    if line.line.gap or _is_far(before, line) or _is_middle(before) != _is_middle(line) or _is_other(before, line):
        return True
    if _is_middle(line):
        return bool(_ITEM.match(line.line.text)) or before.row.right - before.row.left < _WIDE * (
            before.frame.right - before.frame.left
        )
    if not _fills(before, line):
        return not (runs_on(before.line.text, line.line.text) and _is_across(before, line))
    inset, before_inset = (each.row.left - each.frame.left for each in (line, before))
    is_deeper = inset >= _DEEPER and inset > before_inset + _TOLERANCE
    ended = before.line.text.rstrip().endswith(_ENDS)
    starts_anew = bool(_ITEM.match(line.line.text)) or (inset >= _DEEPER and not line.line.text[:1].islower())
    return is_deeper or (ended and starts_anew)


def paragraph_of(printed: Sequence[Printed]) -> Paragraph:
    """The paragraph of lines that belong together, its mark or heading recognised."""
    pieces = _joined(printed)
    align = _align(printed)
    made = Paragraph(tuple(pieces), align=align, spacing=_spacing(printed, align), page=printed[0].line.page)
    text = made.text
    item = _ITEM.match(text)
    numbered = _NUMBERED.match(text)
    is_bold = all(each.line.bold for each in printed)
    if numbered and is_bold and len(text) <= _HEADING_MOST and align is not Align.CENTER:
        number = numbered["number"] or ""
        return replace(made, role=Role.HEADING, level=2 + number.count(".") if number else 1)
    if item and align is not Align.CENTER:
        return replace(made, role=Role.ITEM, mark=item[1], pieces=_without(made.pieces, item.end()))
    return made


def _is_far(before: Printed, line: Printed) -> bool:
    """Whether more than an empty line lies between; a page of two lines has no spacing to measure by."""
    return not _is_across(before, line) and before.row.baseline - line.row.baseline > _FAR * line.row.size


def _is_middle(printed: Printed) -> bool:
    """Whether a line stands in the middle, be it so long that its margins are narrow."""
    before, behind = printed.row.left - printed.frame.left, printed.frame.right - printed.row.right
    return printed.line.centred or (min(before, behind) > _TOLERANCE and abs(before - behind) <= 2 * _TOLERANCE)


def _is_other(before: Printed, line: Printed) -> bool:
    """Whether a line is set in another size."""
    sizes = (max(piece.size for piece in each.row.pieces) for each in (before, line))
    larger, smaller = sorted(sizes, reverse=True)
    return larger - smaller > _OTHER_SIZE


def _is_across(before: Printed, line: Printed) -> bool:
    return before.line.page != line.line.page


def _fills(before: Printed, line: Printed) -> bool:
    """Whether the first word of a line would not have found room behind the line before it."""
    word = (line.line.text.split() or [""])[0]
    size = line.row.size
    needed = (len(word) * _LETTER_WIDTH + _WORD_GAP) * size
    return before.row.right + needed > before.frame.right - 1


def _joined(printed: Sequence[Printed]) -> list[Piece]:
    """The pieces of all lines, one space where a line ended; behind a hyphen that joins two words none."""
    pieces: list[Piece] = []
    for each in printed:
        row = _pieces(each)
        if pieces and row:
            last = pieces[-1]
            hyphen = re.search(r"\w-$", last.text) and row[0].text[:1].isalpha()
            pieces[-1] = last if hyphen else replace(last, text=f"{last.text} ")
        pieces += row
    return _merged(pieces)


def _pieces(printed: Printed) -> list[Piece]:
    """The words of one row in their dress; small letters that stand high are raised."""
    row, made = printed.row, list[Piece]()
    largest = max(row.pieces, key=lambda piece: piece.size)
    before: Words | None = None
    for words in row.pieces:
        gap = "" if before is None else _gap(before, words)
        is_small = words.size < _SMALLER * largest.size
        raised = is_small and words.baseline > largest.baseline + _HIGHER * largest.size
        ends = [*(look.start for look in words.looks[1:]), len(words.text)]
        for look, end in zip(words.looks, ends, strict=True):
            text, _codes = mend(words.text[look.start : end])
            made.append(
                Piece(
                    gap + text,
                    bold=look.bold,
                    italic=look.italic,
                    raised=raised,
                    size_pt=round(look.size, 1),
                    width=round(look.width, 2),
                    is_hidden=look.hidden,
                )
            )
            gap = ""
        before = words
    return [piece for piece in made if piece.text]


def _gap(before: Words, words: Words) -> str:
    gap = (words.left - before.right) / before.size
    return "" if gap <= _WORD_GAP else " " if gap <= _COLUMN_GAP else "\t"


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours in one dress made one; a space takes the dress of the words before it, a mark that of its letter."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        is_alike = last is not None and (
            replace(piece, text="") == replace(last, text="")
            or not piece.text.strip()
            or all(map(unicodedata.combining, piece.text))
        )
        if last is not None and is_alike:
            made[-1] = replace(last, text=unicodedata.normalize("NFC", last.text + piece.text))
        else:
            made.append(piece)
    return made


def _without(pieces: Sequence[Piece], letters: int) -> tuple[Piece, ...]:
    """The pieces without so many letters at the beginning."""
    kept: list[Piece] = []
    for piece in pieces:
        text = piece.text[letters:]
        letters = max(0, letters - len(piece.text))
        kept += [replace(piece, text=text)] if text else []
    return tuple(kept)


def _align(printed: Sequence[Printed]) -> Align:
    if all(map(_is_middle, printed)):
        return Align.CENTER
    frame = printed[0].frame
    if len(printed) == 1:
        near_right = abs(frame.right - printed[0].row.right) <= _TOLERANCE
        return Align.RIGHT if near_right and printed[0].row.left > (frame.left + frame.right) / 2 else Align.JUSTIFY
    full = sum(abs(each.frame.right - each.row.right) <= _TOLERANCE for each in printed[:-1])
    return Align.JUSTIFY if full * 2 >= len(printed) - 1 else Align.LEFT


def _spacing(printed: Sequence[Printed], align: Align) -> Spacing:
    """How far lines stand apart and begin, as far as it can be measured."""
    first, rest = printed[0], printed[1:]
    steps = [
        one.row.baseline - other.row.baseline
        for one, other in zip(printed, rest, strict=False)
        if not _is_across(one, other) and one.row.baseline > other.row.baseline
    ]
    size = max(piece.size for piece in first.row.pieces)
    pitch = median(steps) if steps else first.frame.pitch
    lines = round(pitch / (size * _TIMES_LINE), 2)
    if not steps and not _LEAST_LINES <= lines <= _MOST_LINES:
        lines = 1.0
    if align in {Align.CENTER, Align.RIGHT}:
        return Spacing(lines=lines)
    insets = [each.row.left - each.frame.left for each in printed]
    left = min(insets[1:]) if rest else 0.0
    shown = left if left > _TOLERANCE else 0.0
    further = insets[0] - shown
    return Spacing(
        lines=lines, left_pt=round(shown, 1), first_line_pt=round(further, 1) if abs(further) > _TOLERANCE else 0.0
    )
