"""A letter as plain text, in the shapes in which plans come out of mails, web pages and old files."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from tests.plans.writing.letter import Block, Ending, Letter, Letterhead, Table

_RIGHT_HALF = 46


class Head(StrEnum):
    """How the two columns of the letterhead come out."""

    COLUMNS = "columns"
    LINES = "lines"
    BARS = "bars"
    INTERLEAVED = "interleaved"


@dataclass(frozen=True, slots=True)
class Form:
    """The choices a typist has: the letterhead, empty lines between paragraphs, the ending in two columns."""

    head: Head = Head.COLUMNS
    spaced: bool = True
    ending_in_columns: bool = False


PLAIN = Form()


def as_text(letter: Letter, form: Form = PLAIN) -> str:
    """The letter, a line for each paragraph."""
    body = [line for block in letter.body for line in _block(block, form)]
    parts = [
        _head(letter.head, form.head),
        ["", letter.kind, letter.title, ""],
        _spaced([*letter.opening, *body, letter.closing], form),
        [""],
        _beside(letter.ending) if form.ending_in_columns else _below(letter.ending),
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _spaced(lines: Sequence[str], form: Form) -> list[str]:
    return [each for line in lines for each in ((line, "") if form.spaced and "|" not in line else (line,))]


def _block(block: Block, form: Form) -> list[str]:
    if isinstance(block, Table):
        return [f"| {' | '.join(row)} |" for row in block.rows]
    return [block.text]


def _rows(head: Letterhead) -> Iterator[tuple[str, str]]:
    yield from zip_longest(head.left, head.motto, fillvalue="")
    yield head.number, head.place_and_date


def _head(head: Letterhead, shape: Head) -> list[str]:
    match shape:
        case Head.COLUMNS:
            return _columns(_rows(head))
        case Head.BARS:
            return [f"{left} | {right}" for left, right in _rows(head)]
        case Head.INTERLEAVED:
            return [line for row in _rows(head) for line in row if line]
        case Head.LINES:
            return [*head.left, head.number, *head.motto, head.place_and_date]


def _columns(rows: Iterator[tuple[str, str]]) -> list[str]:
    return [f"{left:<{_RIGHT_HALF}}    {right}".rstrip() for left, right in rows]


def _below(ending: Ending) -> list[str]:
    return ["Nơi nhận:", *ending.recipients, "", *ending.over, "", "", ending.name]


def _beside(ending: Ending) -> list[str]:
    """Recipients on the left, the signature on the right, as the official form has them."""
    signature = (*ending.over, "", "", ending.name)
    left = [part for line in ending.recipients for part in textwrap.wrap(line, _RIGHT_HALF - 2)]
    return _columns(zip_longest(("Nơi nhận:", *left), signature, fillvalue=""))
