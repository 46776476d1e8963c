"""The text of a paper as plain paragraphs that fit any screen, with the numbers and words that findings are about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.papers.marks import Spot
from tongket.reading.manuscript.values import Block


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph; `is_meant` where a finding or comment quotes it."""

    text: str
    is_meant: bool = False


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A paragraph or table, the findings and comments that are about it, and its text in stretches."""

    block: Block
    found: tuple[Spot, ...]
    talks: tuple[Spot, ...]
    stretches: tuple[Stretch, ...]


def flow_of(blocks: Sequence[Block], found: Iterable[Spot], talks: Iterable[Spot]) -> tuple[FlowBlock, ...]:
    """The blocks that say something, each with what is said of it."""
    by_block = [_on(found, len(blocks)), _on(talks, len(blocks))]
    rows = zip(blocks, *by_block, strict=True)
    return tuple(_block(block, found, talks) for block, found, talks in rows if block.text.strip() or found or talks)


def _on(spots: Iterable[Spot], blocks: int) -> list[tuple[Spot, ...]]:
    every = list(spots)
    return [tuple(spot for spot in every if spot.block == number) for number in range(blocks)]


def _block(block: Block, found: tuple[Spot, ...], talks: tuple[Spot, ...]) -> FlowBlock:
    return FlowBlock(block, found, talks, stretches_of(block.text, [spot.quote for spot in (*found, *talks)]))


def stretches_of(text: str, quotes: Iterable[str]) -> tuple[Stretch, ...]:
    """The text cut where words of it are quoted; quotations may overlap, and one that is not there is left out."""
    meant = bytearray(len(text))
    for words in (quote.rstrip("…").strip() for quote in quotes):
        at = text.find(words) if words else -1
        if at >= 0:
            meant[at : at + len(words)] = b"\1" * len(words)
    edges = [0, *(place for place in range(1, len(text)) if meant[place] != meant[place - 1]), len(text)]
    return tuple(Stretch(text[a:b], bool(meant[a])) for a, b in pairwise(edges) if a < b)
