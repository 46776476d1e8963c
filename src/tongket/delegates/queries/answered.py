"""What a unit answered, as its page shows it: how many are asked for, who stands on its list, what came unread."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tongket.conferences.handing_in import CHANNELS
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.queries.duty_page import DutyPage, duty_page
from tongket.conferences.rules import Channel
from tongket.core.text import collation_key
from tongket.delegates.models import Delegate, GroupSize
from tongket.delegates.queries.groups import group_texts, planned_in
from tongket.delegates.queries.speaking import not_among, proposed_for
from tongket.delegates.queries.unread import unread_among
from tongket.delegates.rules import Answer
from tongket.delegates.wording import says_nobody
from tongket.documents.kinds.known import facts_of, version_of
from tongket.units.models import Membership


@dataclass(frozen=True, slots=True)
class Answered:
    """The page of one unit's list; `unread` is what came last where nobody wrote names from it yet, else None.

    `silenced` are the names of who speaks for the unit and does not come, once it said who does.
    """

    page: DutyPage
    each: int | None
    people: tuple[Delegate, ...]
    unread: Evidence | None
    silenced: tuple[str, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether the unit said who comes, or that nobody does."""
        return bool(self.people) or bool(self.page.evidence and self.unread is None)

    @property
    def sends_nobody(self) -> str:
        """The words by which the unit said that nobody comes, empty where it named somebody or said nothing."""
        said = self.page.evidence[0].note if self.is_answered and not self.people else ""
        return said if says_nobody(said) else ""

    @property
    def is_emptied(self) -> bool:
        """Whether the office took everybody off the list whom the unit had named."""
        return self.is_answered and not self.people and not self.sends_nobody

    @property
    def may_accept(self) -> bool:
        """Whether the office can take note of it: not before names were written from what came."""
        return self.page.may_accept and self.unread is None


def answered(duty: Duty, *, today: date) -> Answered:
    """The list of one unit; a constant number of queries."""
    page = duty_page(duty, today=today)
    is_unread = duty.pk in unread_among([duty.pk])
    people = people_on(duty)
    found = Answered(page, sent_by(duty), tuple(people), page.evidence[0] if is_unread else None)
    return replace(found, silenced=_silenced(duty, people)) if found.is_answered else found


def _silenced(duty: Duty, people: Iterable[Delegate]) -> tuple[str, ...]:
    """Who speaks for the unit and is not among those who come; two queries."""
    coming = (each.name for each in people if each.answer == Answer.COMING)
    return not_among((each.name for each in proposed_for(duty)), coming)


def people_on(duty: Duty) -> list[Delegate]:
    """Who stands on the unit's list, as they were named; one query."""
    found = Delegate.objects.filter(duty=duty, removed_at=None)
    return list(found.select_related("unit", "instead_of").order_by("pk"))


def channel_words(version: Evidence) -> str:
    """By which way a version came: `thư điện tử`."""
    return str(dict(CHANNELS)[Channel(version.channel)])


def known_at(unit_id: int | None) -> list[Membership]:
    """The people whom the directory knows at a unit, in the order of the alphabet; one query."""
    found = Membership.objects.filter(unit=unit_id, ended_on=None).select_related("person")
    return sorted(found, key=lambda each: collation_key(each.person.name))


def sent_by(duty: Duty) -> int | None:
    """How many people the unit is asked to send, None where neither the plan nor the office says it."""
    size = GroupSize.objects.filter(conference=duty.conference_id, clause=duty.clause).values_list("each", flat=True)
    said = group_texts(facts_of(version_of(duty.conference)).participants).get(duty.clause, [])
    units = Duty.objects.counted().filter(conference=duty.conference_id, kind=duty.kind, clause=duty.clause)
    return size.first() or planned_in(said, units.only("text")).get(duty.pk)
