"""Characters into pieces without a wide gap, and pieces into rows on one baseline."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tongket.reading.pdf.glyphs import Glyph, Rule

# All by the size of the letters: a column begins behind a gap, a word behind a space or what looks like one.
_COLUMN_GAP = 1.8
_WORD_GAP = 0.15
_SHIFT = 0.25
_SAME_ROW = 0.6
_BACK = 0.5


class Look(NamedTuple):
    """How the characters of a piece are set from the place `start` of its text on; the rest as a `Glyph` ends."""

    start: int
    size: float
    bold: bool
    italic: bool
    width: float = 1.0
    hidden: bool = False


@dataclass(slots=True)
class Piece:
    """Words that stand close together; bold and italic while every word of it is so, `looks` where they change."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    italic: bool
    looks: list[Look] = field(default_factory=list)

    def take(self, glyph: Glyph, *, spaced: bool) -> None:
        """Adds a character, a space before it where one was seen."""
        self.text += f" {glyph.text}" if spaced else glyph.text
        if self.looks and self.looks[-1][1:] != glyph[4:]:
            self.looks.append(Look(len(self.text) - len(glyph.text), *glyph[4:]))
        self.right = max(self.right, glyph.right)
        self.bold = self.bold and glyph.bold
        self.italic = self.italic and glyph.italic


@dataclass(slots=True)
class Row:
    """The pieces on one baseline, from left to right."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def baseline(self) -> float:
        """Where the row stands, by its first piece."""
        return self.pieces[0].baseline

    @property
    def size(self) -> float:
        """The smallest letters of the row."""
        return min(piece.size for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where its words begin."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where its words end."""
        return max(piece.right for piece in self.pieces)

    @property
    def text(self) -> str:
        """Its words, three spaces where there was a gap."""
        return "   ".join(piece.text for piece in self.pieces)

    def part(self, left: float, right: float) -> "Row | None":
        """The pieces whose middle lies between `left` and `right`, None where there are none."""
        inside = [piece for piece in self.pieces if left <= (piece.left + piece.right) / 2 < right]
        return Row(inside) if inside else None


def pieces_of(glyphs: Iterable[Glyph], rules: Sequence[Rule] = ()) -> list[Piece]:
    """The pieces of a page in the order of the file; an upright rule parts what stands on either side of it."""
    walls = [rule for rule in rules if rule.is_upright]
    pieces: list[Piece] = []
    spaced = False
    for glyph in glyphs:
        if glyph.text.isspace() or glyph.text == "\u00a0":
            spaced = True
            continue
        last = pieces[-1] if pieces else None
        if last is None or not _continues(last, glyph) or _is_walled(last, glyph, walls):
            pieces.append(_begun(glyph))
        else:
            gap = (glyph.left - last.right) / glyph.size
            last.take(glyph, spaced=(spaced or gap > _WORD_GAP) and not unicodedata.combining(glyph.text))
        spaced = False
    return pieces


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """The rows of a page from top to bottom; two columns out of step still share rows."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.baseline, piece.left)):
        if rows and rows[-1].baseline - piece.baseline < _SAME_ROW * min(rows[-1].size, piece.size):
            rows[-1].pieces.append(piece)
        else:
            rows.append(Row([piece]))
    for row in rows:
        row.pieces.sort(key=lambda piece: piece.left)
    return rows


def _continues(piece: Piece, glyph: Glyph) -> bool:
    """Whether a character goes on with the piece: on its line, neither far behind it nor far before."""
    if unicodedata.combining(glyph.text):
        return True
    gap = glyph.left - piece.right
    on_line = abs(glyph.baseline - piece.baseline) <= _SHIFT * glyph.size
    return on_line and -_BACK * glyph.size <= gap <= _COLUMN_GAP * glyph.size


def _is_walled(piece: Piece, glyph: Glyph, walls: Sequence[Rule]) -> bool:
    """Whether the border of a table stands between a piece and the character behind it."""
    if glyph.left - piece.right <= _WORD_GAP * glyph.size:
        return False
    return any(
        wall.bottom <= glyph.baseline <= wall.top and piece.right <= (wall.left + wall.right) / 2 <= glyph.left
        for wall in walls
    )


def _begun(glyph: Glyph) -> Piece:
    looks = [Look(0, *glyph[4:])]
    return Piece(glyph.text, glyph.left, glyph.right, glyph.baseline, glyph.size, glyph.bold, glyph.italic, looks)
