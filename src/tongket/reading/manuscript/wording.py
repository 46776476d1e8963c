"""The words of a paragraph of a .docx as pieces: mended, in Unicode, with their notes and pictures counted."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lxml import etree

from tongket.reading.document import Mending
from tongket.reading.legacy import Legacy, is_coded, legacy_of_font, to_unicode
from tongket.reading.manuscript.album import Album
from tongket.reading.manuscript.drawings import drawing_of
from tongket.reading.manuscript.dress import Surroundings, Wardrobe
from tongket.reading.manuscript.parts import Parts
from tongket.reading.manuscript.stretches import Inside, Stretch
from tongket.reading.manuscript.values import Piece
from tongket.reading.mending import mend


@dataclass(slots=True)
class Wording:
    """What is gathered beside the blocks: pictures, notes pointed at, mendings, things lost, boxes not read yet.

    `place` is the number of the block that mendings belong to.
    """

    wardrobe: Wardrobe
    parts: Parts
    legacy: Legacy | None
    album: Album = field(default_factory=Album)
    noted: list[tuple[str, str]] = field(default_factory=list)
    mendings: list[Mending] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    place: int = 0
    _boxes: list[etree._Element] = field(default_factory=list)

    def pieces(self, stretches: Sequence[Stretch], around: Surroundings) -> list[Piece]:
        """The stretches as pieces, neighbours in one dress made one."""
        found = [piece for stretch in stretches for piece in self._pieces(stretch, around)]
        mended = (self._mended(piece) for piece in joined(found))
        return [piece for piece in mended if piece.text or piece.note is not None or piece.picture is not None]

    def note(self, code: str, before: str = "") -> None:
        """Notes a repair of the paragraph that is being read."""
        self.mendings.append(Mending(code, self.place, before))

    def note_corrections(self, inside: Inside) -> None:
        """Notes what corrections struck out or added, and that an equation lost its form."""
        for code, text in (("deletion", inside.struck), ("insertion", inside.added)):
            if text.strip():
                self.note(code, text)
        self.lost += ["equation"] if inside.has_equation else []

    def take_boxes(self) -> list[etree._Element]:
        """The text boxes of the paragraph that was read last."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _pieces(self, stretch: Stretch, around: Surroundings) -> Iterator[Piece]:
        if stretch.drawing is not None:
            yield from self._drawn(stretch, around)
        elif stretch.note is not None:
            if stretch.note in self.parts.notes:
                yield replace(self.wardrobe.piece("", stretch.properties, around), note=self._noted(stretch.note))
        else:
            dress = self.wardrobe.dress(stretch.properties, around)
            yield dress.piece(self._in_unicode(stretch.text, dress.font))

    def _drawn(self, stretch: Stretch, around: Surroundings) -> Iterator[Piece]:
        assert stretch.drawing is not None
        drawing = drawing_of(stretch.drawing)
        self.lost += drawing.lost
        self._boxes += drawing.boxes
        for shown in drawing.pictures:
            content = self.parts.content(shown.relation)
            place = None if content is None else self.album.add(content, shown.width_mm, shown.height_mm)
            if place is None:
                self.lost += [] if drawing.lost else ["picture"]
            else:
                yield replace(self.wardrobe.piece("", stretch.properties, around), picture=place)

    def _noted(self, key: tuple[str, str]) -> int:
        """The place of a note among those pointed at so far."""
        if key not in self.noted:
            self.noted.append(key)
        return self.noted.index(key)

    def _in_unicode(self, text: str, font: str) -> str:
        """`text`; a font of TCVN3 or VNI, or the whole document, says that it is coded so."""
        legacy = legacy_of_font(font)
        if legacy is None and self.legacy is not None and is_coded(text):
            legacy = self.legacy
        if legacy is None:
            return text
        shown = to_unicode(text, legacy)
        if shown != text:
            self.note(legacy, text)
        return shown

    def _mended(self, piece: Piece) -> Piece:
        text, codes = mend(piece.text)
        for code in codes:
            self.note(code, piece.text)
        return piece if text == piece.text else piece.saying(text)


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours in one dress made one piece; a mark above or below a letter stays with its letter."""
    made: list[Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last is None or _is_thing(last) or _is_thing(piece):
            made.append(piece)
        elif piece.dress == last.dress:
            made[-1] = last.saying(last.text + piece.text)
        elif loose := "".join(takewhile(unicodedata.combining, piece.text)):
            made[-1:] = [last.saying(last.text + loose), piece.saying(piece.text[len(loose) :])]
        else:
            made.append(piece)
    return made


def _is_thing(piece: Piece) -> bool:
    return piece.note is not None or piece.picture is not None
