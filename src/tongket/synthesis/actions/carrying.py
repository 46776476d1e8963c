"""A recommendation is followed until answered: brought into the next conference, and moved in all of them alike."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Q

from tongket.conferences.models import Conference
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.open_before import open_before

# What is known of a recommendation wherever it is followed; its words are each conference's own.
FOLLOWED = frozenset({"state", "sent_at", "answer", "answered_on"})


@transaction.atomic
def carry_open(conference: Conference, *, now: datetime) -> int:
    """What earlier conferences left open appears in this one once, as it stands; says how many are new."""
    found = list(open_before(conference))
    if not found:
        return 0
    last = Recommendation.objects.filter(conference=conference).aggregate(last=Max("ordinal"))["last"] or 0
    made = [_carried(conference, old, ordinal, now) for ordinal, old in enumerate(found, last + 1)]
    return len(Recommendation.objects.bulk_create(made))


def _carried(conference: Conference, old: Recommendation, ordinal: int, now: datetime) -> Recommendation:
    return Recommendation(
        conference=conference,
        ordinal=ordinal,
        title=old.title,
        text=old.text,
        is_worded=old.is_worded,
        addressed_to=old.addressed_to,
        addressed_name=old.addressed_name,
        state=old.state,
        earlier=old,
        sent_at=old.sent_at,
        due_on=old.due_on,
        answer=old.answer,
        answered_on=old.answered_on,
        made_at=now,
    )


def move_elsewhere(row: Recommendation, values: dict[str, object]) -> None:
    """Moves the same recommendation in every other conference that follows it, see `FOLLOWED`."""
    followed = {name: value for name, value in values.items() if name in FOLLOWED}
    kin = same_elsewhere(row.pk)
    if followed and kin:
        Recommendation.objects.filter(pk__in=kin).update(**followed, revision=F("revision") + 1)


def same_elsewhere(key: int) -> set[int]:
    """The same recommendation in other conferences, and those merged into it on the way; two queries for each step."""
    known, new = {key}, {key}
    while new:
        linked = Q(later__in=new) | Q(earlier__in=new) | Q(merged_into__in=new)
        new = set(Recommendation.objects.filter(linked).values_list("pk", flat=True)) - known
        known |= new
    return known - {key}
