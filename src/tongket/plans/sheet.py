"""A plan laid out for the small readers, and the shape in which each of them answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from tongket.plans.lexicon import Subject, subjects_of
from tongket.plans.outline import Kind, Node, Outline
from tongket.plans.plan import Evidence
from tongket.plans.wording import Piece, flat, spans
from tongket.plans.zones import Zones

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One fact and what it stands on."""

    value: T
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of a plan: letterhead, title lines, opening, outline of the body, ending."""

    zones: Zones
    head: tuple[Piece, ...]
    title: tuple[Piece, ...]
    opening: tuple[Piece, ...]
    outline: Outline
    tail: tuple[Piece, ...]
    issued_on: date | None = None


def found(value: T, *pieces: Piece | None, sure: float = 1.0, doubt: str = "") -> Found[T]:
    """`value`, standing on the words of `pieces`."""
    return Found(value, Evidence(spans(*pieces), sure, doubt))


def own_words(node: Node) -> Piece | None:
    """What stands at a place itself: a heading's words after its colon, a row's first words, all of other places."""
    if node.kind is Kind.ROW:
        pieces = [piece for cell in node.cells for piece in cell]
        return next((piece for piece in pieces if any(letter.isalpha() for letter in piece.text)), None)
    return node.text


def sentences_at(nodes: Iterable[Node]) -> Iterator[tuple[Node, Piece]]:
    """Every sentence of these places, each with the place it stands at; a place without words has none."""
    for node in nodes:
        words = own_words(node)
        for sentence in words.sentences() if words is not None else ():
            yield node, sentence


def is_lead_in(node: Node) -> bool:
    """Whether the words only announce a list below or beside them ("Đại biểu gồm:")."""
    if node.is_title or node.value is None or node.value.text:
        return False
    return bool(node.children) or node.kind is Kind.PARAGRAPH


def statements(outline: Outline, subject: Subject) -> Iterator[tuple[Node, Piece]]:
    """Every place that states something on `subject`, with its words; a label such as "Thời gian:" is left out.

    Dots to be filled in by hand state nothing.
    """
    for node in outline.on(subject):
        if is_lead_in(node):
            continue
        words = own_words(node)
        labelled = node.lead is not None and not node.is_title and is_label(node, subject)
        stated = node.value if labelled and node.value is not None else words
        if stated is not None and any(letter.isalnum() for letter in stated.text):
            yield node, stated


# "Kinh phí khen thưởng: từ Quỹ …" says which money it is, and is no bare label.
_FUNDS = frozenset(map(flat, ("kinh phí", "nguồn kinh phí", "về kinh phí", "kinh phí thực hiện", "kinh phí tổ chức")))


def is_label(node: Node, subject: Subject) -> bool:
    """Whether the words before the colon are the name of `subject` and no part of the statement."""
    if node.lead is None or subject not in subjects_of(node.lead.text):
        return False
    if subject is Subject.PARTICIPANTS:
        return node.lead.flat.startswith(("thanh phan", "doi tuong"))
    if subject is Subject.BUDGET:
        return node.lead.flat in _FUNDS
    return len(node.lead.text.split()) <= 10
