"""Puts the body of a plan down, block by block, and names each place as the contract does."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.plans.drawing.marks import Family, List, Style, item_mark, label, mark
from tests.plans.writing.letter import Block, Paragraph, Table
from tongket.plans.facts import Section


@dataclass(slots=True)
class Place:
    """A heading that holds what follows: its clause (None without number), and how much stands under it so far."""

    clause: str | None
    label: str
    level: int
    headings: int = 0
    items: int = 0

    def next_item(self) -> str | None:
        """The clause of the next item under this heading."""
        self.items += 1
        return f"{self.clause}/{self.items}" if self.clause else None


@dataclass(slots=True)
class Body:
    """The blocks written so far and the headings among them."""

    style: Style
    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    top: Place = field(default_factory=lambda: Place(None, "", 0))

    def part(self, heading: str) -> Place:
        """A heading of the first level."""
        style = self.style
        words = heading.upper() if style.capitals else heading
        return self._heading(self.top, style.top, style.top_sign, words, style.colon)

    def under(self, place: Place, heading: str, value: str = "") -> Place:
        """A heading of the second level; with `value` its matter stands on its own line."""
        end = f": {value}." if value else self.style.colon
        return self._heading(place, self.style.second, self.style.second_sign, heading, end)

    def _heading(self, above: Place, family: Family, sign: str, words: str, end: str) -> Place:
        above.headings += 1
        made = self._place(above, family, above.headings)
        if made.clause is not None:
            parent = above.clause
            self.sections.append(Section(made.clause, made.label, words, made.level, parent))
        printed = mark(family, above.headings, sign, above.label)
        self.blocks.append(Paragraph(printed + words + end, made.level - 1, bold=True))
        return made

    def _place(self, above: Place, family: Family, number: int) -> Place:
        if family is Family.NONE:
            return Place(None, "", above.level)
        own = label(family, number, above.label)
        inside = above.clause is not None and family is not Family.DOTTED
        return Place(f"{above.clause}.{own}" if inside else own, own, above.level + 1)

    def items(self, place: Place, texts: Sequence[str], listed: List | None = None) -> list[str | None]:
        """The items of a list under `place`, and the clause of each."""
        kind = self.style.listed if listed is None else listed
        clauses = []
        for number, text in enumerate(texts, 1):
            end = "." if number == len(texts) or kind is List.NOTHING else ";"
            clauses.append(place.next_item())
            self.blocks.append(Paragraph(f"{item_mark(kind, number)}{text}{end}", place.level))
        return clauses

    def holds_points(self, place: Place) -> bool:
        """Whether sentences numbered 1.1, 1.2 may stand under `place`."""
        figures = self.style.second in {Family.ARABIC, Family.DOTTED}
        return figures and place.clause is not None and place.label[-1].isdigit() and place.level == self.deepest

    @property
    def deepest(self) -> int:
        """The level of the second headings."""
        return 1 if self.style.top is Family.NONE else 2

    def points(self, place: Place, texts: Sequence[str]) -> list[str | None]:
        """Numbered sentences under a numbered heading, and the clause of each."""
        numbers = range(1, len(texts) + 1)
        lines = (f"{place.label}.{number}. {text}." for number, text in zip(numbers, texts, strict=True))
        self.blocks += [Paragraph(line, place.level) for line in lines]
        return [f"{place.clause}.{number}" for number in numbers]

    def table(self, place: Place, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str | None]:
        """A table whose first column counts its rows, and the clause of each row."""
        numbered = [(str(number), *row) for number, row in enumerate(rows, 1)]
        self.blocks.append(Table((("TT", *heads), *numbered)))
        return [place.next_item() for _ in rows]
