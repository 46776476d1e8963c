"""What a message of the tray may be filed for: the duties, and what is owed without one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import STATE_WORDS, DutyState
from tongket.core import clock
from tongket.core.text import fold
from tongket.mailbox.beyond import Owed, find_owed, owed_beyond
from tongket.mailbox.models import Incoming
from tongket.mailbox.queries.tray import TAKING, duty_words, kind_words
from tongket.units.models import Unit

MOST_DUTIES = 12
MOST_UNITS = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """What a message may be filed for: a duty, or what a unit owes without one; `value` names it in a form.

    `standing` is where it stands, `state` the words for that.
    """

    duty: Duty | None
    value: str
    words: str
    standing: DutyState
    state: str
    is_guess: bool


def choices_for(incoming: Incoming, conference: Conference, asked: str) -> tuple[Choice, ...]:
    """The duties, and what is owed without one, whose unit or kind holds every asked word, whatever the accents.

    Without a word the sender's, the guess first. Only those that take something now, none of a conference that was
    called off; one query, and one for each room that is owed something beyond duties.
    """
    if conference.is_cancelled:
        return ()
    duties: QuerySet[Duty] = Duty.objects.filter(conference=conference, state__in=TAKING).select_related("unit")
    if not asked.strip():
        duties = duties.filter(Q(unit=incoming.sender_unit_id) | Q(pk=incoming.duty_id), unit__isnull=False)
        own = [incoming.sender_unit_id] if incoming.sender_unit_id else []
        return _choices(duties.order_by("due_on", "pk")[:MOST_DUTIES], _beyond(incoming, conference, own), incoming)
    named = fold(asked).split()
    rows = [duty for duty in duties.order_by("unit__sort_key", "pk") if _holds(duty, named)]
    units = Unit.objects.valid_on(clock.today()) if len(rows) < MOST_DUTIES else Unit.objects.none()
    for word in named:
        units = units.filter(search_key__contains=word)
    below = _beyond(incoming, conference, list(units.values_list("pk", flat=True)[:MOST_UNITS]))
    return _choices(rows, below, incoming)[:MOST_DUTIES]


def owed_of(conference: Conference, value: str) -> Owed | None:
    """What a unit owes this conference without a duty, by the `value` of its choice; None where there is no such."""
    kind, _colon, key = value.partition(":")
    owed = find_owed(kind, key)
    return owed if owed is not None and owed.conference.pk == conference.pk else None


def _beyond(incoming: Incoming, conference: Conference, units: list[int]) -> list[Choice]:
    """What these units owe this conference without a duty, and takes something now."""
    owed = [each for each in owed_beyond(units) if each.conference.pk == conference.pk and each.state in TAKING]
    return [
        Choice(
            None,
            f"{each.kind}:{each.key}",
            f"{kind_words(each.kind)} · {each.unit.called}",
            each.state,
            _(STATE_WORDS[each.state]),
            is_guess=each.key == incoming.beyond_key,
        )
        for each in owed
    ]


def _holds(duty: Duty, asked: Sequence[str]) -> bool:
    keys = f"{duty.unit.search_key if duty.unit else fold(duty.unit_name)} {fold(kind_words(duty.kind))}"
    return all(word in keys for word in asked)


def _choices(duties: Iterable[Duty], beyond: list[Choice], incoming: Incoming) -> tuple[Choice, ...]:
    found = [
        Choice(
            duty,
            str(duty.pk),
            duty_words(duty),
            DutyState(duty.state),
            _(STATE_WORDS[DutyState(duty.state)]),
            is_guess=duty.pk == incoming.duty_id,
        )
        for duty in duties
    ]
    return tuple(sorted([*found, *beyond], key=lambda choice: not choice.is_guess))
