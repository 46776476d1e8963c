"""Recommendations are gathered from the reviews, worded and addressed by people, sent, answered and closed."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.core.text import clean, nfc
from tongket.synthesis.actions.carrying import carry_open, go_on_as, move_elsewhere
from tongket.synthesis.models import Recommendation
from tongket.synthesis.queries.addressing import finder_of
from tongket.synthesis.queries.gathered import Gathered, gathered_of, said_again
from tongket.synthesis.rules import NEXT, RecommendationState
from tongket.units.models import Unit

TITLE_LONGEST = 110


class RecommendationMoved(RuntimeError):
    """Somebody else changed the recommendation meanwhile, or it does not stand where this could be done."""


@transaction.atomic
def gather_recommendations(*, conference: Conference, now: datetime) -> int:
    """Takes over what the reviews recommend and what earlier conferences left open; says how many are new.

    One that a person worded keeps its words; one merged into another stays merged and gives it its statements.
    """
    made = carry_open(conference, now=now)
    rows = list(Recommendation.objects.filter(conference=conference).select_related("addressed_to", "merged_into"))
    groups = gathered_of(conference)
    if groups:
        made += _taken_over(conference, groups, rows, len(rows) + 1, now)
    _let_go(conference)
    return made


def _taken_over(
    conference: Conference, groups: Sequence[Gathered], rows: Sequence[Recommendation], first: int, now: datetime
) -> int:
    """Writes the groups into the rows; says how many are new. No query for a group that stands as it did."""
    by_key, finder, made = {row.pk: row for row in rows}, finder_of(conference.host), 0
    through = Recommendation.statements.through.objects.filter(recommendation__in=by_key)
    pairs = set(through.values_list("recommendation_id", "statement_id"))
    held = {statement: by_key[row] for row, statement in sorted(pairs)}
    again = said_again(conference, [each for each in groups if held.keys().isdisjoint(each.statements)])
    for turn, group in enumerate(groups, first):
        row, unit = _standing(group, rows, held), finder.unit_called(group.to)
        row = row or by_key.get(again.get(group.slot, 0))
        if row is None:
            row = _new(conference, group, unit, turn, now)
            made += 1
        elif not row.is_worded and not row.merged_into_id and row.state == RecommendationState.DRAFT:
            _follow(row, group, unit)
        whole = row.merged_into or row
        if missing := [each for each in group.statements if (whole.pk, each) not in pairs]:
            whole.statements.add(*missing)
    return made


def _standing(
    group: Gathered, rows: Sequence[Recommendation], held: dict[int, Recommendation]
) -> Recommendation | None:
    """The recommendation that this group is: the one most of its statements belong to, else the one of its slot."""
    owners = [held[statement] for statement in group.statements if statement in held]
    if owners:
        return max(owners, key=lambda row: (owners.count(row), -row.pk))
    return next((row for row in rows if row.slot and row.slot == group.slot), None)


def _new(conference: Conference, group: Gathered, unit: Unit | None, turn: int, now: datetime) -> Recommendation:
    return Recommendation.objects.create(
        conference=conference,
        slot=group.slot[:160],
        ordinal=turn,
        title=group.title[:300],
        text=group.text,
        addressed_to=unit,
        addressed_name="" if unit else group.to[:300],
        made_at=now,
    )


def _follow(row: Recommendation, group: Gathered, unit: Unit | None) -> None:
    """A proposal that nobody touched follows the reviews, in words and in whom it speaks to."""
    to_name = "" if unit else group.to[:300]
    if (row.text, row.addressed_to, row.addressed_name) != (group.text, unit, to_name):
        row.text, row.title = group.text, group.title[:300]
        row.addressed_to, row.addressed_name = unit, to_name
        row.save(update_fields=["text", "title", "addressed_to", "addressed_name"])


def _let_go(conference: Conference) -> None:
    """Proposals that nobody touched, no statement stands behind any more and no later conference follows go."""
    untouched = Recommendation.objects.filter(
        conference=conference, state=RecommendationState.DRAFT, is_worded=False, earlier=None, merged_into=None
    ).exclude(slot="")
    untouched.exclude(statements__is_gone=False).filter(merged=None, later=None).delete()


def shortened(text: str) -> str:
    """The beginning of a recommendation as its title, cut where it pauses."""
    said = clean(text).rstrip(" .;")
    if len(said) <= TITLE_LONGEST:
        return said
    head = said[:TITLE_LONGEST]
    end = max(head.rfind(","), head.rfind(";"))
    return (head[:end] if end > TITLE_LONGEST // 2 else head[: head.rfind(" ")]) + "…"


@transaction.atomic
def add_recommendation(
    *, conference: Conference, text: str, title: str, to: Unit | None, to_name: str, by: User, now: datetime
) -> Recommendation:
    """A recommendation of the office's own."""
    last = Recommendation.objects.filter(conference=conference).aggregate(last=Max("ordinal"))["last"] or 0
    row = Recommendation.objects.create(
        conference=conference,
        ordinal=last + 1,
        title=clean(title) or shortened(text),
        text=nfc(text).strip(),
        is_worded=True,
        addressed_to=to,
        addressed_name="" if to else clean(to_name),
        made_by=by,
        made_at=now,
    )
    _record("add_recommendation", row, {}, by=by, now=now)
    return row


@transaction.atomic
def word_recommendation(
    *,
    recommendation: Recommendation,
    title: str,
    text: str,
    to: Unit | None,
    to_name: str,
    due_on: date | None,
    revision: int,
    by: User,
    now: datetime,
) -> Event:
    """Sets words, addressee and the day an answer is hoped for; what was agreed waits to be agreed again."""
    said = nfc(text).strip()
    values: dict[str, object] = {
        "title": clean(title) or shortened(said),
        "text": said,
        "is_worded": True,
        "addressed_to": to,
        "addressed_name": "" if to else clean(to_name),
        "due_on": due_on,
    }
    if recommendation.state == RecommendationState.AGREED and said != recommendation.text:
        values["state"] = RecommendationState.DRAFT
    before = recommendation.state
    _turn(recommendation, revision, values)
    move_elsewhere(recommendation, before, values, by=by, now=now)
    return _record("word_recommendation", recommendation, {}, by=by, now=now)


@transaction.atomic
def move_recommendation(
    *,
    recommendation: Recommendation,
    to: RecommendationState,
    revision: int,
    answer: str = "",
    on: date | None = None,
    by: User,
    now: datetime,
) -> Event:
    """Agrees to it, notes that it was sent or answered (`answer`, `on`), or closes it; raises RecommendationMoved."""
    before = RecommendationState(recommendation.state)
    if to not in NEXT[before]:
        raise RecommendationMoved(f"{before} -> {to}")
    values: dict[str, object] = {"state": to}
    if to is RecommendationState.SENT:
        values["sent_at"] = now
    if to is RecommendationState.ANSWERED:
        values |= {"answer": nfc(answer).strip(), "answered_on": on or now.date()}
    _turn(recommendation, revision, values)
    move_elsewhere(recommendation, before, values, by=by, now=now)
    changes: dict[str, object] = {"before": before, "after": to}
    return _record("move_recommendation", recommendation, changes, by=by, now=now)


@transaction.atomic
def merge_recommendations(
    *, recommendation: Recommendation, into: Recommendation, revision: int, by: User, now: datetime
) -> Event:
    """Makes two one: statements and what it follows go over, and no run proposes the merged one again."""
    if into.pk == recommendation.pk or into.conference_id != recommendation.conference_id or into.merged_into_id:
        raise RecommendationMoved(into.pk)
    _turn(recommendation, revision, {"merged_into": into})
    into.statements.add(*recommendation.statements.all())
    Recommendation.objects.filter(merged_into=recommendation).update(merged_into=into)
    go_on_as(recommendation, into, by=by, now=now)
    return _record("merge_recommendations", recommendation, {"into": into.pk}, by=by, now=now)


@transaction.atomic
def leave_out_recommendation(
    *, recommendation: Recommendation, left_out: bool, revision: int, by: User, now: datetime
) -> Event:
    """Leaves it out of the report, or takes it in again."""
    _turn(recommendation, revision, {"is_left_out": left_out})
    return _record("leave_out" if left_out else "put_back", recommendation, {}, by=by, now=now)


def _turn(row: Recommendation, revision: int, values: dict[str, object]) -> None:
    standing = Recommendation.objects.filter(pk=row.pk, revision=revision, state=row.state)
    if standing.update(**values, revision=revision + 1) != 1:
        raise RecommendationMoved(row.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row.revision = revision + 1


def _record(verb: str, row: Recommendation, changes: dict[str, object], *, by: User, now: datetime) -> Event:
    return audit.record(verb=verb, subject=row, scope=row.conference, by=by, now=now, changes=changes)
