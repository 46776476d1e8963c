"""The sections of a .docx: the sheet of the first, and which of them begin a new page."""

from dataclasses import dataclass

from lxml import etree

from tongket.reading.manuscript.values import Sheet
from tongket.reading.word.markup import W, number, value

_MM_PER_TWIP = 25.4 / 1440
# Letter paper with margins of an inch, what Word takes where a section says nothing.
_PAPER = {"w": 12240, "h": 15840}
_MARGIN = 1440
_SAME_PAGE = {"continuous", "nextColumn"}
# What LibreOffice and Word accept; a sheet beyond it is a slip or a trick.
_LEAST_MM, _MOST_MM = 20.0, 3000.0


@dataclass(slots=True)
class Sections:
    """The sections in their order, and how many of them have ended so far."""

    properties: list[etree._Element]
    ended: int = 0

    @classmethod
    def of(cls, document: etree._Element) -> "Sections":
        """The sections of a document; corrections keep old properties inside new ones, which are none of them."""
        return cls(
            [each for each in document.iter(W + "sectPr") if next(each.iterancestors(W + "sectPrChange"), None) is None]
        )

    def next_begins_page(self) -> bool:
        """Ends a section; whether the one that follows begins a new page."""
        self.ended += 1
        following = self.properties[self.ended : self.ended + 1]
        return any((value(each.find(W + "type")) or "nextPage") not in _SAME_PAGE for each in following)

    @property
    def sheet(self) -> Sheet:
        """The sheet of the first section, the binding's share added to its margin."""
        first = self.properties[0] if self.properties else etree.Element(W + "sectPr")
        size, margin = first.find(W + "pgSz"), first.find(W + "pgMar")
        return Sheet(
            min(max(_mm(size, "w", _PAPER["w"]), _LEAST_MM), _MOST_MM),
            min(max(_mm(size, "h", _PAPER["h"]), _LEAST_MM), _MOST_MM),
            # A negative margin is one that the header may not push down (17.6.11).
            abs(_mm(margin, "top", _MARGIN)),
            abs(_mm(margin, "bottom", _MARGIN)),
            _mm(margin, "left", _MARGIN) + _mm(margin, "gutter", 0),
            _mm(margin, "right", _MARGIN),
        )

    @property
    def line_mm(self) -> float:
        """How wide a line of text is."""
        sheet = self.sheet
        return max(sheet.width_mm - sheet.left_mm - sheet.right_mm, 1.0)


def _mm(element: etree._Element | None, name: str, default: int) -> float:
    twips = number(element, name)
    return round(min(max((default if twips is None else twips) * _MM_PER_TWIP, -_MOST_MM), _MOST_MM), 1)
