"""Sentences of what is recommended, grouped by who can answer. Pure."""

from collections.abc import Sequence

from tongket.synthesis.composing.values import Wish
from tongket.synthesis.composing.wording import bare, closed, counted, raised
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Part, Passage, Source

NOBODY = "các cơ quan có thẩm quyền"


def wishes(found: Sequence[Wish]) -> tuple[Part, ...]:
    """A section for each addressee in the order in which most units speak to it, its recommendations within."""
    to: dict[str, list[Wish]] = {}
    for wish in sorted(found, key=lambda each: (-each.units, each.key)):
        to.setdefault(wish.to or NOBODY, []).append(wish)
    ranked = sorted(to.items(), key=lambda pair: (pair[0] == NOBODY, -max(each.units for each in pair[1])))
    return tuple(
        Part(f"V.{turn}", f"{turn}. Đối với {addressee}", passages=tuple(map(_wish, asked)))
        for turn, (addressee, asked) in enumerate(ranked, 1)
    )


def _wish(wish: Wish) -> Passage:
    sources = tuple(
        Source(SourceSort.STATEMENT, each.key, bare(each.text), each.where or each.unit_name)
        for each in wish.statements
    )
    text, figures = raised(bare(wish.text)), {}
    if wish.units > 1 and sources:
        number = counted(wish.units)
        text += f" ({number} đơn vị kiến nghị)"
        figures = {"don_vi": (number, sources[0])}
    return Passage(f"V:kien-nghi:{wish.key}", closed(text), sources, figures=figures)
