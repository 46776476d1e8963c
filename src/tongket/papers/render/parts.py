"""The pieces of a paragraph as they stand on its lines: text, tabs as lengths, and ends of lines that typst needs told.

Word keeps `294/KH` on one line, typst would part it after the stroke; Word tears a word that is longer than a line.
Such a paragraph is broken here as Word breaks it; all others are left to typst.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType

from tongket.documents.render.fonts import width_mm
from tongket.documents.render.layout import PT_PER_MM
from tongket.documents.render.line_ends import SLASH
from tongket.papers.render.flow import TAB_MM
from tongket.papers.render.letters import OBJECT
from tongket.reading.manuscript.values import Paragraph, Piece

# How large raised and lowered letters are, as shares of the size they stand in.
RAISED = 0.58
# So many letters without a blank may be longer than a line.
_LONG = re.compile(r"\S{30}")
NO_PICTURES: Mapping[int, float] = MappingProxyType({})
_BLANKS = r"[^\S\t\n]"
_TOKEN = re.compile(rf"\t|\n|{_BLANKS}+|\S+?(?:[-–](?=[^\W\d_])|(?=\s)|$){_BLANKS}*")
_AUTHORS_END = re.compile("\n")
_ROUNDED_MM = 0.01


class End(Enum):
    """An end of a line: that of its author, or one that comes by itself and leaves the line as full as any."""

    AUTHORS = 0
    OWN = 1


@dataclass(frozen=True, slots=True)
class Gap:
    """A tab, as the blank it makes."""

    width_mm: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text, a note's mark or a picture in one dress; text without ends and tabs."""

    piece: Piece


Part = Stretch | Gap | End


def parts_of(paragraph: Paragraph, room_mm: float, picture_mm: Mapping[int, float] = NO_PICTURES) -> list[Part]:
    """What stands in a paragraph whose column is `room_mm` wide; `picture_mm` are the widths pictures are shown at."""
    text = _text(paragraph)
    marks: dict[int, Part] = {found.start(): End.AUTHORS for found in _AUTHORS_END.finditer(text)}
    if "\t" in text or SLASH.search(text) or _LONG.search(text):
        marks |= _Breaker(paragraph, text, room_mm, picture_mm).marks()
    return _marked(paragraph.pieces, marks)


def line_starts(paragraph: Paragraph, room_mm: float, picture_mm: Mapping[int, float] = NO_PICTURES) -> list[int]:
    """Where each line of a paragraph begins in its text, in a column of that width."""
    breaker = _Breaker(paragraph, _text(paragraph), room_mm, picture_mm)
    breaker.marks()
    return breaker.starts


def _text(paragraph: Paragraph) -> str:
    return "".join(piece.text or OBJECT for piece in paragraph.pieces)


class _Breaker:
    """Breaks one paragraph into lines as Word does; `x_mm` is where it stands, from the left of the second line."""

    def __init__(self, paragraph: Paragraph, text: str, room_mm: float, picture_mm: Mapping[int, float]) -> None:
        spacing = paragraph.spacing
        self.text, self.left_mm = text, spacing.left_pt / PT_PER_MM
        self.room_mm = room_mm - self.left_mm - spacing.right_pt / PT_PER_MM
        self.places = _places(paragraph.pieces, picture_mm)
        self.x_mm = spacing.first_line_pt / PT_PER_MM
        self.hanging_mm = max(-self.x_mm, 0.0)
        self.begins_line = True
        self.starts = [0]
        self.found: dict[int, Part] = {}

    def marks(self) -> dict[int, Part]:
        """Where lines end and how far tabs go, by places in the text."""
        for token in _TOKEN.finditer(self.text):
            if token[0] == "\t":
                self.tab(token.start())
            elif token[0] == "\n":
                self.next_line(token.end())
            else:
                self.word(token.start(), token.start() + len(token[0].rstrip()), token.end())
        return self.found

    def next_line(self, place: int) -> None:
        """To the left of a new line, which begins at that place."""
        self.x_mm, self.begins_line = 0.0, True
        self.starts.append(place)

    def tab(self, place: int) -> None:
        """To the next stop; the left of a hanging paragraph is one."""
        here = self.left_mm + self.x_mm
        stop = (int((here + _ROUNDED_MM) / TAB_MM) + 1) * TAB_MM
        if here + _ROUNDED_MM < self.left_mm:
            stop = min(stop, self.left_mm)
        if stop - self.left_mm > self.room_mm:
            self.found[place] = End.OWN
            self.next_line(place)
            return
        self.found[place] = Gap(stop - here)
        self.x_mm, self.begins_line = stop - self.left_mm, False

    def word(self, start: int, end: int, after: int) -> None:
        """A part that Word keeps together, and the blanks behind it."""
        wide = self.places[end] - self.places[start]
        if not self.begins_line and self.x_mm + wide > self.room_mm + _ROUNDED_MM:
            if SLASH.search(self.text, start, end) or wide > self.room_mm:
                self.found[start] = End.OWN
            self.next_line(start)
        self.torn(start, end)
        self.x_mm += self.places[after] - self.places[end]
        self.begins_line = False

    def torn(self, start: int, end: int) -> None:
        """A part longer than a line goes on in the next one wherever the line ends."""
        for place in range(start, end):
            wide = self.places[place + 1] - self.places[place]
            if self.x_mm + wide > self.room_mm + _ROUNDED_MM and place > start:
                self.found[place] = End.OWN
                self.next_line(place)
            self.x_mm += wide


def _places(pieces: Sequence[Piece], picture_mm: Mapping[int, float]) -> list[float]:
    """How far each letter stands from the beginning of the text when all of it is on one line, in millimetres."""
    places = [0.0]
    for piece in pieces:
        if piece.picture is not None:
            places.append(places[-1] + picture_mm[piece.picture])
            continue
        size_mm = piece.size_pt * (RAISED if piece.raised or piece.lowered or piece.note is not None else 1) / PT_PER_MM
        gap_mm = piece.letter_gap_pt / PT_PER_MM
        for letter in piece.text or "1":
            wide = _share(letter, bold=piece.bold, italic=piece.italic) * size_mm * piece.width
            places.append(places[-1] + wide + gap_mm)
    return places


@cache
def _share(letter: str, *, bold: bool, italic: bool) -> float:
    """The width of a letter as a share of the type size."""
    return width_mm(letter, PT_PER_MM, bold=bold, italic=italic)


def _marked(pieces: Sequence[Piece], marks: dict[int, Part]) -> list[Part]:
    """`pieces` cut at `marks`; a tab or a line break gives way to its mark, an end of its own stands between."""
    if not marks:
        return [Stretch(piece) for piece in pieces if piece.text or piece.note is not None or piece.picture is not None]
    made: list[Part] = []
    begun = 0
    for piece in pieces:
        made += _cut(piece, begun, marks)
        begun += len(piece.text) or 1
    return made


def _cut(piece: Piece, begun: int, marks: dict[int, Part]) -> Iterator[Part]:
    if not piece.text:
        if begun in marks:
            yield marks[begun]
        if piece.note is not None or piece.picture is not None:
            yield Stretch(piece)
        return
    last = 0
    for place in range(len(piece.text)):
        if begun + place in marks:
            yield from _stretch(piece, piece.text[last:place], ends_line=marks[begun + place] is End.OWN)
            yield marks[begun + place]
            last = place + (piece.text[place] in "\t\n")
    yield from _stretch(piece, piece.text[last:])


def _stretch(piece: Piece, text: str, *, ends_line: bool = False) -> Iterator[Stretch]:
    text = text.rstrip(" ") if ends_line else text
    if text:
        yield Stretch(piece if text == piece.text else piece.saying(text))
