"""The difference of two plans as pages show it: duties that change alike together, facts by their kind."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from tongket.conferences.correction import FactChange, How
from tongket.conferences.fact_fields import FIELDS, MANY, TITLES, summary
from tongket.conferences.models import PlanVersion
from tongket.conferences.queries.corrections import Difference
from tongket.conferences.queries.difference_items import HOW_WORDS, Group, Item, Part, days_kept, grouped, items_of
from tongket.conferences.queries.difference_lines import Line, conference_lines, fact_lines

LONGEST = 160
AMONG_MANY = 80
# What a person reads first; what only stands elsewhere and what stays come last.
HOWS = (How.ADDED, How.AGAIN, How.CHANGED, How.WITHDRAWN, How.KEPT)
QUIET = frozenset({How.MOVED, How.SAME})


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact before and after."""

    how: How
    old_clause: str
    new_clause: str
    text: str
    lines: tuple[Line, ...]

    @property
    def word(self) -> str:
        """What became of it, in a word."""
        return _("Không còn") if self.how is How.WITHDRAWN else _(HOW_WORDS[self.how])


@dataclass(frozen=True, slots=True)
class FactPart:
    """The facts of one kind that changed, and how many only stand elsewhere."""

    key: str
    title: str
    facts: tuple[FactShown, ...]
    moved: int


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """Everything that the page of a difference shows."""

    old: PlanVersion
    new: PlanVersion | None
    parts: tuple[Part, ...]
    moved: Part
    same: int
    open: tuple[Item, ...]
    days: tuple[Group, ...]
    lines: tuple[Line, ...]
    facts: tuple[FactPart, ...]
    facts_moved: int

    @property
    def numbers(self) -> dict[str, int]:
        """How many duties come out how."""
        return {part.how.value: part.number for part in self.parts}

    @property
    def is_empty(self) -> bool:
        """Whether both say the same."""
        return not (self.parts or self.open or self.moved.number or self.lines or self.facts or self.facts_moved)


def difference_page(difference: Difference) -> DifferencePage:
    """The page of a correction that waits to be applied; one query for the units."""
    lines = conference_lines(asdict(difference.before), asdict(difference.after))
    return page_of_items(difference.version, None, items_of(difference), difference.facts, lines)


def page_of_items(
    old: PlanVersion,
    new: PlanVersion | None,
    items: Sequence[Item],
    facts: Sequence[FactChange],
    lines: tuple[Line, ...],
) -> DifferencePage:
    """The page from its parts; what a person must decide over stands apart from what is withdrawn anyway."""
    settled = [item for item in items if not item.needs_person]
    parts = (Part(how, grouped([item for item in settled if item.how is how])) for how in HOWS)
    fact_parts = [_fact_part(key, [fact for fact in facts if fact.key == key]) for key in FIELDS]
    return DifferencePage(
        old=old,
        new=new,
        parts=tuple(part for part in parts if part.groups),
        moved=Part(How.MOVED, grouped([item for item in items if item.how is How.MOVED])),
        same=sum(item.how is How.SAME for item in items),
        open=tuple(item for item in items if item.needs_person),
        days=days_kept(items),
        lines=lines,
        facts=tuple(part for part in fact_parts if part.facts),
        facts_moved=sum(part.moved for part in fact_parts),
    )


def _fact_part(key: str, facts: Sequence[FactChange]) -> FactPart:
    shown = tuple(_fact(fact) for fact in facts if fact.how not in QUIET)
    return FactPart(key, TITLES[key], shown, sum(fact.how is How.MOVED for fact in facts))


def _fact(fact: FactChange) -> FactShown:
    lines = fact_lines(fact)
    text = "" if lines and fact.key not in MANY else summary(fact.key, fact.new if fact.new is not None else fact.old)
    most = AMONG_MANY if lines else LONGEST
    short = text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
    return FactShown(fact.how, fact.old_clause, fact.new_clause, short, lines)
