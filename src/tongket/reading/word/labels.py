"""Which list a paragraph belongs to, its own or its style's, and the label and indent that follow from it."""

from dataclasses import dataclass

from lxml import etree

from tongket.reading.word.markup import W, number, path, value
from tongket.reading.word.numbering import Counters
from tongket.reading.word.styles import Sheet, left_indent


@dataclass(frozen=True, slots=True)
class Labels:
    """The style sheet and the running counters of one document."""

    sheet: Sheet
    counters: Counters

    def next(self, properties: etree._Element | None, style: str) -> tuple[str, float]:
        """Counts one paragraph; gives its label, "" where it has none, and its left indent in points.

        A list that the paragraph itself names comes before the style's indent, one named by the style after it.
        """
        own = _own(properties, "numPr")
        list_id, place = self.list_of(properties, style)
        names_list = own is not None and own.find(W + "numId") is not None
        of_list = self.counters.indent(list_id, place)
        of_style = left_indent(self.sheet.property("ind", None, style))
        choices = (of_list, of_style) if names_list else (of_style, of_list)
        indents = (left_indent(_own(properties, "ind")), *choices)
        return self.counters.next_label(list_id, place), next((each for each in indents if each is not None), 0.0)

    def list_of(self, properties: etree._Element | None, style: str) -> tuple[str, int]:
        """The list and the level, from 0; where only the style names a list, the list may say the style's level."""
        own = _own(properties, "numPr")
        list_id = value(own.find(W + "numId")) if own is not None else None
        place = number(own.find(W + "ilvl")) if own is not None else None
        if list_id is None:
            list_id = value(self.sheet.find(style, path("pPr", "numPr", "numId"))) or ""
            place = self._level_by_style(list_id, style) if place is None else place
        if place is None:
            place = number(self.sheet.find(style, path("pPr", "numPr", "ilvl"))) or 0
        return list_id, place

    def _level_by_style(self, list_id: str, style: str) -> int | None:
        levels = (self.counters.level_of_style(list_id, each) for each in self.sheet.chain(style))
        return next((level for level in levels if level is not None), None)


def _own(properties: etree._Element | None, name: str) -> etree._Element | None:
    return None if properties is None else properties.find(W + name)
