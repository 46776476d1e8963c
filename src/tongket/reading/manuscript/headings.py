"""Which paragraphs of a .docx are headings: those whose outline level or style says so, never by their looks."""

import re

from lxml import etree

from tongket.reading.word.markup import W, number, path, value
from tongket.reading.word.styles import Sheet

_DEEPEST = 9
_NAME = re.compile(r"heading (\d)", re.IGNORECASE)


def heading_level(sheet: Sheet, properties: etree._Element | None, style: str) -> int:
    """The level of a heading from 1, 0 for text: by the paragraph's outline level, its style's, or its style's name."""
    own = number(properties.find(W + "outlineLvl")) if properties is not None else None
    outline = number(sheet.find(style, path("pPr", "outlineLvl"))) if own is None else own
    if outline is not None:
        return outline + 1 if 0 <= outline < _DEEPEST else 0
    names = (value(sheet.styles[each].find(W + "name")) or "" for each in sheet.chain(style))
    levels = (int(found[1]) for name in names if (found := _NAME.fullmatch(name.strip())))
    return next((level for level in levels if 1 <= level <= _DEEPEST), 0)
