"""A manuscript as lines that know their block, their mark and whether they are dressed as a heading. Pure."""

import re
from collections.abc import Iterator

from tongket.core.text import clean
from tongket.reading.manuscript.values import Block, Manuscript, Paragraph, Role, Table
from tongket.reviews.reports.values import Line

_LONGEST_HEADING = 220
_MARK = re.compile(
    r"^(?P<mark>[-–—+*•●▪◦·❖➢✓]|(?:phần|mục)\s+(?:thứ\s+\w+|[IVX\d]+)\s*[:.\-–]?|[IVX]{1,5}[.)/]|[A-ZĐ][.)]"
    r"|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ][.)]|[a-zđ]\.\d{1,2}[.)]?)\s+(?=\S)",
    re.IGNORECASE,
)


def lines_of(manuscript: Manuscript) -> tuple[Line, ...]:
    """The lines of the manuscript in order; empty ones are left out."""
    return tuple(line for number, block in enumerate(manuscript.blocks) for line in _lines(block, number) if line.text)


def marked(text: str) -> tuple[str, str]:
    """The bullet or number at the beginning of a line, and the rest."""
    match = _MARK.match(text)
    return (match["mark"].strip(), text[match.end() :]) if match else ("", text)


def is_capitals(text: str) -> bool:
    """Whether what has letters is written in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and sum(letter.isupper() for letter in letters) >= 0.9 * len(letters)


def _lines(block: Block, number: int) -> Iterator[Line]:
    if isinstance(block, Table):
        yield from _rows(block, number)
        return
    shown = "".join(piece.text for piece in block.pieces if not piece.is_hidden)
    for place, part in enumerate(shown.split("\n")):
        text = clean(part)
        mark, rest = (block.mark, text) if block.mark and not place else marked(text)
        yield Line(rest, number, block.page, mark, is_strong=_is_strong(block, text, mark))


def _rows(table: Table, number: int) -> Iterator[Line]:
    for row in table.rows:
        cells = tuple(clean(" ".join(part.text for part in cell.paragraphs)) for cell in row)
        yield Line(" | ".join(cells) if any(cells) else "", number, table.page, cells=_spread(row, cells))


def _spread(row: tuple[object, ...], cells: tuple[str, ...]) -> tuple[str, ...]:
    """The cells by column: one that covers several columns stands in each of them."""
    return tuple(text for cell, text in zip(row, cells, strict=True) for _ in range(getattr(cell, "across", 1)))


def _is_strong(block: Paragraph, text: str, mark: str) -> bool:
    if len(text) > _LONGEST_HEADING:
        return False
    pieces = [piece for piece in block.pieces if piece.text.strip() and not piece.is_hidden]
    is_bold = bool(pieces) and all(piece.bold for piece in pieces)
    is_lead = bool(mark) and mark not in "-–—+*•" and bool(pieces) and all(piece.italic for piece in pieces)
    return block.role is Role.HEADING or is_bold or is_capitals(text) or is_lead
