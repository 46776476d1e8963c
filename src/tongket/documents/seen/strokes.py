"""How the rule under a line of the header is made: a real line, signs of the keyboard, an underline, or not at all."""

from collections.abc import Iterator
from enum import StrEnum

from tongket.documents.seen.components import Sight
from tongket.documents.seen.lines import Line, lines_of
from tongket.documents.seen.values import SeenParagraph


class Stroke(StrEnum):
    """What stands under a line."""

    LINE = "line"
    SIGNS = "signs"
    UNDERLINE = "underline"
    NONE = "none"


def stroke_under(line: Line, sight: Sight) -> Stroke:
    """The rule under `line`, whether its own paragraph carries it or what follows in the same column."""
    if line.paragraph.is_ruled_below or line.paragraph.drawn:
        return Stroke.LINE
    if line.worded and all(run.underlined for run in line.worded):
        return Stroke.UNDERLINE
    for below in _lines_below(line, sight):
        if below.is_stroke:
            return Stroke.SIGNS
        if below.paragraph.is_ruled_above or (not below.text and _is_drawn(below.paragraph)):
            return Stroke.LINE
        if below.text:
            break
    return Stroke.NONE


def drawn_in_header(sight: Sight) -> int:
    """How many straight lines hang on paragraphs of header and title: a floating one stands anywhere on the page."""
    places = {line.at for line in (*sight.header.lines, *sight.title.lines)}
    return sum(sight.document.paragraphs[place].drawn for place in places)


def _is_drawn(paragraph: SeenParagraph) -> bool:
    return paragraph.is_ruled_below or paragraph.drawn > 0


def _lines_below(line: Line, sight: Sight) -> Iterator[Line]:
    """The lines after `line` in its column."""
    below = False
    for other in lines_of(sight.document):
        if below and other.place == line.place:
            yield other
        below = below or (other.at == line.at and other.text == line.text)
