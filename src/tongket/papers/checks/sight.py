"""A paper as the checks see it: the author's text, how it is laid out and spoken, and what was asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tongket.core.findings import words
from tongket.core.spoken.values import Spoken
from tongket.core.text import clean
from tongket.papers.checks.anatomy import Anatomy
from tongket.papers.render.values import Laid, Place
from tongket.papers.values import Assignment, Known, Limits, Shared, StandardForm
from tongket.reading.manuscript.values import Block, Manuscript, Paragraph, Piece

# Where a finding stands, for checks that know a page or concern the whole.
ON_PAGE = words("Trang {page}.")
EVERYWHERE = words("Cả bài.")
_QUOTE = 90


@dataclass(frozen=True)
class Sight:
    """All that a check may ask. `laid` is at the spacing a paper should keep, `pages_tight` at the one it must.

    It has no slots, so that what many checks ask for is made once.

    `today` is None where nobody says which day it is. `words_on_pictures` counts
    what a machine read on the pictures, by their number, where one did. `file_name`
    is empty for text that was written in the page or came without a name.
    """

    manuscript: Manuscript
    form: StandardForm
    limits: Limits
    laid: Laid
    pages_tight: float
    spoken: Spoken
    anatomy: Anatomy
    pages_submitted: float | None = None
    assignment: Assignment = field(default_factory=Assignment)
    known: Known = field(default_factory=Known)
    passages: Sequence[Shared] = ()
    title: str = ""
    speaker: str = ""
    today: date | None = None
    words_on_pictures: Mapping[int, int] = field(default_factory=dict)
    file_name: str = ""

    @cached_property
    def body(self) -> tuple[tuple[int, Paragraph], ...]:
        """The paragraphs of the text with their blocks, head, foot and tables aside."""
        blocks = enumerate(self.manuscript.blocks)
        within = [(place, block) for place, block in blocks if self.anatomy.body <= place < self.anatomy.foot]
        return tuple((place, block) for place, block in within if isinstance(block, Paragraph))

    @cached_property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """What every block says, in one line each."""
        return tuple((place, clean(block.text)) for place, block in enumerate(self.manuscript.blocks))

    def place(self, block: int) -> Place | None:
        """Where a block stands in the standard form, None where the layout does not say."""
        return self._places.get(block)

    @cached_property
    def _places(self) -> dict[int, Place]:
        return {place.block: place for place in reversed(self.laid.places)}

    def page(self, block: int, share: float = 0.0) -> int | None:
        """The page of the standard form on which the words after `share` of the block stand."""
        place = self.place(block)
        if place is None or place.page == place.end_page:
            return place.page if place else None
        room = self.form.sheet.height_mm - self.form.sheet.top_mm - self.form.sheet.bottom_mm
        height = (place.end_page - place.page) * room + place.end_mm - place.top_mm
        return place.page + int((place.top_mm + share * height) // room)

    def values(self, block: int, words_there: str = "") -> dict[str, object]:
        """What a finding about `block` carries: the block, and its page where it is known."""
        text = clean(self.manuscript.blocks[block].text)
        at = text.find(words_there) if words_there else -1
        page = self.page(block, at / len(text) if at > 0 else 0.0)
        return {"block": block} if page is None else {"block": block, "page": page}

    def where(self, block: int) -> str:
        """The message id of where `block` stands: its page, nothing where that is not known."""
        return ON_PAGE if self.place(block) else ""


def paragraphs_of(block: Block) -> tuple[Paragraph, ...]:
    """A paragraph itself, or those in the cells of a table."""
    if isinstance(block, Paragraph):
        return (block,)
    return tuple(part for row in block.rows for cell in row for part in cell.paragraphs)


def between(text: str, start: int, end: int, signs: re.Pattern[str]) -> tuple[str, str]:
    """What stands before `start` and after `end`, each up to the nearest of `signs`."""
    begin = max((sign.end() for sign in signs.finditer(text, 0, start)), default=0)
    after = signs.search(text, end)
    return text[begin:start], text[end : after.start() if after else len(text)]


def short(text: str) -> str:
    """The beginning of `text` as a quotation, cut between words."""
    text = clean(text)
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + "…"


def letters_in(pieces: Sequence[Piece]) -> int:
    """How many letters and digits a reader sees in the pieces."""
    return sum(sum(map(str.isalnum, piece.text)) for piece in pieces if not piece.is_hidden)
