"""Which paragraphs of the body are running text; several checks share it."""

import re

from tongket.documents.render.values import Align
from tongket.documents.seen.components import Sight
from tongket.documents.seen.values import SeenParagraph

# Shorter ones may be headings, which stand as they like.
_LEAST = 100
_POINT = re.compile(r"\s*(?:[-–+•*]|\d+(?:\.\d+)*[.)]|[a-zđ][)]|[IVX]+\.)\s")


def prose(sight: Sight) -> tuple[SeenParagraph, ...]:
    """The paragraphs of the body that are running text: long, in no table, not set in the middle."""
    return tuple(
        paragraph
        for paragraph in sight.body
        if paragraph.cell is None and len(paragraph.text) >= _LEAST and paragraph.align is not Align.CENTER
    )


def is_point(paragraph: SeenParagraph) -> bool:
    """Whether a paragraph begins with the mark or the number of a point."""
    return bool(paragraph.label or _POINT.match(paragraph.text))
