"""The tree of a plan: headings, numbered sentences, bullets and table rows, and what their clauses are called."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tongket.plans.lexicon import Subject
from tongket.plans.numbering import Mark
from tongket.plans.wording import Piece


class Kind(StrEnum):
    """What a place of the plan is; a caption is a heading without number, a point a numbered sentence."""

    HEADING = "heading"
    CAPTION = "caption"
    POINT = "point"
    ITEM = "item"
    ROW = "row"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the plan. `parent` and `children` are places in the outline, -1 the document itself.

    `heading` holds the words of a heading or caption, `text` what stands at this place itself, `lead` the short
    words before its colon and `value` what follows them; `cells` are those of a table row, `columns` its heads.
    """

    place: int
    kind: Kind
    mark: Mark | None
    clause: str | None
    level: int
    parent: int
    children: tuple[int, ...]
    heading: Piece | None
    text: Piece | None
    lead: Piece | None
    value: Piece | None
    subjects: frozenset[Subject]
    cells: tuple[tuple[Piece, ...], ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def is_title(self) -> bool:
        """Whether this place names what follows."""
        return self.kind in {Kind.HEADING, Kind.CAPTION}


@dataclass(frozen=True, slots=True)
class Outline:
    """All places of the body in order, and the closing paragraphs that belong to no section."""

    nodes: tuple[Node, ...] = ()
    closing: tuple[Piece, ...] = ()

    def __iter__(self) -> Iterator[Node]:
        return iter(self.nodes)

    def children(self, node: Node) -> Iterator[Node]:
        """The places right below `node`."""
        return (self.nodes[place] for place in node.children)

    def above(self, node: Node) -> Iterator[Node]:
        """The places that hold `node`, the nearest first."""
        while node.parent >= 0:
            node = self.nodes[node.parent]
            yield node

    def below(self, node: Node) -> Iterator[Node]:
        """All places under `node`, in order."""
        for child in self.children(node):
            yield child
            yield from self.below(child)

    def on(self, subject: Subject) -> Iterator[Node]:
        """The places that speak of `subject`, in order."""
        return (node for node in self.nodes if subject in node.subjects)

    def heading_above(self, node: Node) -> Node | None:
        """The nearest heading, caption or point that holds `node`."""
        return next((above for above in self.above(node) if above.is_title), None)


@dataclass(slots=True)
class Draft:
    """A place while the tree is being built."""

    piece: Piece
    mark: Mark | None
    parent: int = -1
    depth: int = 0
    kind: Kind = Kind.PARAGRAPH
    bold: bool = False
    gap: bool = False
    heads_list: bool = False
    children: list[int] = field(default_factory=list)
    cells: tuple[tuple[Piece, ...], ...] = ()
    columns: tuple[str, ...] = ()


def words_after(draft: Draft) -> Piece:
    """The words of the line behind its mark."""
    return draft.piece.cut(draft.mark.start) if draft.mark else draft.piece
