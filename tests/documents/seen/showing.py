"""Documents as they would be seen, made of values: no file, no Word."""

from typing import Any

from tongket.documents.render.values import Align
from tongket.documents.seen.components import Sight
from tongket.documents.seen.lines import Line, lines_of
from tongket.documents.seen.recognise import recognise
from tongket.documents.seen.values import SeenCell, SeenDocument, SeenParagraph, SeenRun, SeenSection

SECTION = SeenSection(210, 297, 20, 20, 30, 15)


def p(
    text: str = "", *, bold: bool = False, centred: bool = False, cell: int | None = None, **given: Any
) -> SeenParagraph:
    """A paragraph; `cell` is the column of a table of one row."""
    runs = (SeenRun(text, "Times New Roman", 14, bold=bold),) if text else ()
    place = None if cell is None else SeenCell(given.pop("table", 0), 0, cell)
    return SeenParagraph(runs, align=Align.CENTER if centred else Align.LEFT, cell=place, **given)


def shown(*paragraphs: SeenParagraph) -> SeenDocument:
    """A document of these paragraphs on one kind of page."""
    return SeenDocument((SECTION,), paragraphs)


def lines(*paragraphs: SeenParagraph) -> tuple[Line, ...]:
    """Their lines."""
    return lines_of(shown(*paragraphs))


def sight(*paragraphs: SeenParagraph) -> Sight:
    """What is recognised in them."""
    return recognise(shown(*paragraphs))


def texts(found: tuple[Line, ...]) -> list[str]:
    """The words of lines."""
    return [line.text for line in found]
