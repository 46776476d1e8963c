"""The words of a plan with what was read in them: lines cut into marked pieces, each clause an anchor. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.plans.plan import Clause, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """The words that a fact stands on; `is_sure` False asks a person to look."""

    path: str
    spans: tuple[Span, ...]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that carry the same marks; `anchor` is the path of a fact that begins here."""

    text: str
    is_marked: bool = False
    is_sure: bool = True
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of the plan: how it looks, which clause it opens, and its pieces."""

    look: str
    clause: str
    pieces: tuple[Piece, ...]


def cut(text: str, line: int, marks: Sequence[Mark], opened: set[str]) -> tuple[Piece, ...]:
    """Cuts one line at the edges of its marks; an unsure mark wins over a sure one; `opened` gathers the anchors."""
    spans = [(mark, span) for mark in marks for span in mark.spans if span.line == line and span.start < span.end]
    edges = sorted({0, len(text), *(edge for _, span in spans for edge in (span.start, min(span.end, len(text))))})
    pieces = []
    for start, end in pairwise(edges):
        over = [(mark, span) for mark, span in spans if span.start <= start and end <= span.end]
        fresh = [mark.path for mark, span in over if span.start == start and mark.path not in opened]
        opened.update(fresh[:1])
        unsure = any(not mark.is_sure for mark, _ in over)
        pieces.append(Piece(text[start:end], bool(over), not unsure, fresh[0] if fresh else ""))
    return tuple(pieces)


def look_of(line: int, clauses: Mapping[int, Clause], special: Mapping[int, str]) -> str:
    """How a line is set: as the header or the signature, a heading of a level, an item, or plain text."""
    if line in special:
        return special[line]
    clause = clauses.get(line)
    if clause is None:
        return "plain"
    if clause.heading is not None:
        return "part" if clause.level == 1 else "heading"
    return "item" if "/" in clause.clause else "plain"


def mark_lines(
    texts: Sequence[str], clauses: Sequence[Clause], marks: Sequence[Mark], special: Mapping[int, str] | None = None
) -> tuple[MarkedLine, ...]:
    """All lines of the plan in their order, none lost; `special` names the look of lines that are no clause."""
    opening: dict[int, Clause] = {}
    for clause in clauses:
        opening.setdefault(clause.lines[0], clause)
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        for line in {span.line for span in mark.spans}:
            by_line.setdefault(line, []).append(mark)
    opened: set[str] = set()
    return tuple(
        MarkedLine(
            look_of(number, opening, special or {}),
            opening[number].clause if number in opening else "",
            cut(text, number, by_line.get(number, []), opened),
        )
        for number, text in enumerate(texts)
    )
