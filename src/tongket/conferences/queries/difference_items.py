"""Duties as the page of a difference shows them: what becomes of each, those that change alike together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tongket.conferences.correction import Change, How
from tongket.conferences.correction.duties import is_waiting_for_matter
from tongket.conferences.kinds import KINDS, ORDER
from tongket.conferences.queries.board import Shown, short_name, state_shown
from tongket.conferences.queries.corrections import Difference
from tongket.conferences.queries.difference_lines import Line, due, duty_lines, limits_said
from tongket.conferences.rules import DutyState
from tongket.core.findings import words
from tongket.units.models import Unit

LONGEST = 160


@dataclass(frozen=True, slots=True)
class Item:
    """One duty with what becomes of it; `duty_id` 0 is one that is not made yet."""

    how: How
    kind: str
    unit_id: int
    unit: str
    unit_name: str
    duty_id: int
    old_clause: str
    new_clause: str
    text: str
    lines: tuple[Line, ...] = ()
    other: str = ""
    state: str = DutyState.OPEN
    evidence: int = 0
    plan_day: date | None = None
    office_day: date | None = None
    is_waiting: bool = False
    needs_person: bool = False

    @property
    def label(self) -> str:
        """What is owed."""
        return _(KINDS[self.kind].label) if self.kind in KINDS else self.kind

    @property
    def short(self) -> str:
        """The first words of what the plan asks."""
        return self.text if len(self.text) <= LONGEST else self.text[:LONGEST].rsplit(" ", 1)[0] + "…"

    @property
    def shown(self) -> Shown:
        """Its state as pages show it."""
        return state_shown(self.state, 0)

    @property
    def office_words(self) -> str:
        """The day of the office, in words."""
        return due(self.office_day)

    @property
    def plan_words(self) -> str:
        """The other day that the plan names, in words."""
        return due(self.plan_day)


@dataclass(frozen=True, slots=True)
class Group:
    """Duties that change alike: of one kind, with the same lines."""

    items: tuple[Item, ...]

    @property
    def first(self) -> Item:
        """What holds for all."""
        return self.items[0]

    @property
    def old_clause(self) -> str:
        """Where all stood."""
        return common_place([item.old_clause for item in self.items])

    @property
    def new_clause(self) -> str:
        """Where all stand."""
        return common_place([item.new_clause for item in self.items])

    @property
    def waiting(self) -> str:
        """Whose duties were handed in for words or limits that have changed since."""
        return ", ".join(item.unit for item in self.items if item.is_waiting)

    @property
    def ids(self) -> str:
        """The numbers of the duties, for one box that chooses for all."""
        return "-".join(str(item.duty_id) for item in self.items)


HOW_WORDS: dict[How, str] = {
    How.ADDED: words("Thêm mới"),
    How.AGAIN: words("Giao lại"),
    How.CHANGED: words("Đổi"),
    How.WITHDRAWN: words("Rút"),
    How.KEPT: words("Giữ ngoài kế hoạch"),
    How.MOVED: words("Chuyển mục"),
}
HOW_PICTURES: dict[How, str] = {
    How.ADDED: "plus",
    How.AGAIN: "back",
    How.CHANGED: "edit",
    How.WITHDRAWN: "x",
    How.KEPT: "grip",
    How.MOVED: "right",
}


@dataclass(frozen=True, slots=True)
class Part:
    """All groups of one way to come out, with how many duties that is."""

    how: How
    groups: tuple[Group, ...]

    @property
    def title(self) -> str:
        """How these come out, in a word."""
        return _(HOW_WORDS[self.how])

    @property
    def icon(self) -> str:
        """The picture beside the word."""
        return HOW_PICTURES[self.how]

    @property
    def number(self) -> int:
        """How many duties these are."""
        return sum(len(group.items) for group in self.groups)


def items_of(difference: Difference) -> list[Item]:
    """Every duty of a correction that waits to be applied; one query for the units."""
    limits = limits_in(asdict(difference.before)), limits_in(asdict(difference.after))
    units = _units(int(change.owed.unit) for change in difference.duties if change.owed.unit)
    host = difference.conference.host
    names = {unit.name: short_name(unit, host, "") for unit in units.values()}
    return [
        _item(replace(change, other=names.get(change.other, change.other)), limits, units, host)
        for change in difference.duties
    ]


def limits_in(values: Mapping[str, Any]) -> str:
    """The limits of papers, in words."""
    return limits_said(values.get("paper_pages"), values.get("paper_minutes"))


def _units(keys: Iterable[int]) -> dict[int, Unit]:
    return Unit.objects.in_bulk(set(keys))


def _item(change: Change, limits: tuple[str, str], units: Mapping[int, Unit], host: Unit) -> Item:
    owed, old = change.owed, change.old
    unit_id = int(owed.unit) if owed.unit else 0
    return Item(
        how=change.how,
        kind=owed.kind,
        unit_id=unit_id,
        unit=short_name(units.get(unit_id), host, owed.unit_name),
        unit_name=owed.unit_name,
        duty_id=old.id if old else 0,
        old_clause=(old.owed.clause or "") if old else "",
        new_clause=(change.new.clause or "") if change.new else "",
        text=owed.text,
        lines=duty_lines(change.aspects, asdict(old.owed), asdict(owed), limits) if old and change.new else (),
        other=change.other,
        state=old.state if old else DutyState.OPEN,
        evidence=old.evidence if old else 0,
        plan_day=change.plan_day,
        office_day=owed.due_on,
        is_waiting=is_waiting_for_matter(change),
        needs_person=change.needs_person,
    )


def grouped(items: Sequence[Item]) -> tuple[Group, ...]:
    """Items that differ in nothing but their unit, in the order of the kinds; other papers stand alone."""
    found: dict[tuple[Any, ...], list[Item]] = {}
    for item in items:
        place = (item.old_clause, item.new_clause) if item.how is How.MOVED else ()
        words = item.text if item.how is not How.CHANGED and item.how is not How.MOVED else ""
        found.setdefault((item.kind, item.lines, place, words, item.other), []).append(item)
    groups = [Group(tuple(each)) for each in found.values()]
    return tuple(sorted(groups, key=lambda group: _place(group.first.kind)))


def _place(kind: str) -> int:
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def days_kept(items: Sequence[Item]) -> tuple[Group, ...]:
    """Duties whose day the office set while the plan now names another, those alike together."""
    found: dict[tuple[Any, ...], list[Item]] = {}
    for item in items:
        if item.plan_day is not None:
            found.setdefault((item.kind, item.office_day, item.plan_day), []).append(item)
    return tuple(Group(tuple(each)) for each in found.values())


def common_place(clauses: Sequence[str]) -> str:
    """The place that all share (`III.2` of `III.2/1` … `III.2/6`), else where most of them stand."""
    places = Counter(clause for clause in clauses if clause)
    above = {clause.split("/")[0] for clause in places}
    if len(places) > 1 and len(above) == 1:
        return above.pop()
    return places.most_common(1)[0][0] if places else ""
