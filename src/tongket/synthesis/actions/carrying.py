"""A recommendation is followed until answered: brought into the next conference, and moved in all of them alike."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Max, Model, Q
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.documents.rules import DocumentState
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.open_before import open_before
from tongket.synthesis.rules import NEXT, OPEN, RecommendationState

# What is known of a recommendation wherever it is followed; its words are each conference's own.
FOLLOWED = frozenset({"state", "sent_at", "answer", "answered_on", "letter"})
STEPS = tuple(RecommendationState)


@transaction.atomic
def carry_open(conference: Conference, *, now: datetime) -> int:
    """What earlier conferences left open appears in this one once, as it stands; says how many are new."""
    left = open_before(conference, on=timezone.localtime(now).date())
    here = set(Recommendation.objects.filter(conference=conference).values_list("pk", flat=True)) if left else set()
    # One may come by two ways, where a conference that was called off takes place after all.
    found = [old for old in left if here.isdisjoint(same_elsewhere(old.pk))]
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
        letter=old.letter if old.letter and old.letter.state != DocumentState.DROPPED else None,
        sent_at=old.sent_at,
        due_on=old.due_on,
        answer=old.answer,
        answered_on=old.answered_on,
        made_at=now,
    )


def pass_back(conference: Conference) -> None:
    """What followed a recommendation of this conference, which goes, follows the one that this brought over."""
    links = Recommendation.objects.filter(conference=conference, earlier__isnull=False).values_list("pk", "earlier")
    for key, earlier in links:
        Recommendation.objects.filter(earlier=key).update(earlier=earlier)


def move_elsewhere(
    row: Recommendation, before: str, values: dict[str, object], *, by: User | None, now: datetime
) -> None:
    """Moves the same recommendation in every other conference that follows it, see `FOLLOWED`.

    One that stood where `row` stood before goes along; one that is behind does where the step is its next one. Each
    other conference has a line in its trail.
    """
    followed = {name: value for name, value in values.items() if name in FOLLOWED}
    if not followed:
        return
    kin = Recommendation.objects.filter(pk__in=same_elsewhere(row.pk)).select_related("conference")
    moved = [each for each in kin if each.state == before or _is_next(each.state, followed.get("state"))]
    Recommendation.objects.filter(pk__in=[each.pk for each in moved]).update(**followed, revision=F("revision") + 1)
    for each in moved:
        if each.conference_id != row.conference_id:
            _record(each, row, followed, by=by, now=now)


def _is_next(standing: str, to: object) -> bool:
    """Whether `to` is a step forward from here."""
    now, ways = RecommendationState(standing), NEXT[RecommendationState(standing)]
    return any(to == way and STEPS.index(now) < STEPS.index(way) for way in ways)


def _record(
    each: Recommendation, row: Recommendation, values: dict[str, object], *, by: User | None, now: datetime
) -> None:
    changes: dict[str, object] = {"with": audit.reference(row)}
    if "state" in values:
        changes |= {"before": each.state, "after": values["state"]}
    if isinstance(letter := values.get("letter"), Model):
        changes["letter"] = audit.reference(letter)
    audit.record(verb="move_with_another", subject=each, scope=each.conference, by=by, now=now, changes=changes)


def go_on_as(row: Recommendation, into: Recommendation, *, by: User, now: datetime) -> None:
    """A followed one that is merged into another: the other follows on, and both stand where the further one does."""
    if row.earlier_id is None or row.state not in OPEN:
        return
    mine, its = (STEPS.index(RecommendationState(each.state)) for each in (row, into))
    further, other = (row, into) if mine > its else (into, row)
    values = {name: getattr(further, name) for name in FOLLOWED}
    if mine != its:
        move_elsewhere(other, other.state, values, by=by, now=now)
    changed = values if mine > its else {}
    if into.earlier_id is None:
        changed |= {"earlier": row.earlier}
        Recommendation.objects.filter(pk=row.pk).update(earlier=None)
    if changed:
        Recommendation.objects.filter(pk=into.pk).update(**changed, revision=F("revision") + 1)
        into.refresh_from_db()


def same_elsewhere(key: int) -> set[int]:
    """The same recommendation in other conferences, and those merged into it on the way; a query for each step."""
    known, new = {key}, {key}
    while new:
        linked = Q(later__in=new) | Q(earlier__in=new) | Q(merged_into__in=new)
        new = set(Recommendation.objects.filter(linked).values_list("pk", flat=True)) - known
        known |= new
    return known - {key}
