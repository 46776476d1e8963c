"""What the office sets of a paper: its own limits, its speaker's rate, and its turn among the speakers."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference, Duty
from tongket.core import audit
from tongket.core.jobs import start_job
from tongket.core.models import Event
from tongket.documents.parts import changed as tell_volume
from tongket.papers.actions.keeping import kept
from tongket.papers.actions.measuring import MEASURE
from tongket.papers.models import Paper
from tongket.papers.queries.papers import duties_with_papers, latest_version, speaking_order
from tongket.papers.rules import moved


@transaction.atomic
def set_limits(
    *, paper: Paper, pages: Decimal | None, minutes: Decimal | None, rate: int | None, by: User, now: datetime
) -> Event:
    """Sets what holds for this paper alone, None for what holds for all; its latest version is measured again."""
    row = kept(paper)
    before = _limits(row)
    row.pages, row.minutes, row.rate = pages, minutes, rate
    row.save(update_fields=["pages", "minutes", "rate"])
    latest = latest_version(row)
    if latest is not None:
        start_job(MEASURE, version_id=latest.pk)
    changes = {"before": before, "after": _limits(row)}
    return audit.record(verb="set_limits", subject=row, scope=paper.duty.conference, by=by, now=now, changes=changes)


def _limits(paper: Paper) -> dict[str, float | None]:
    values = {"pages": paper.pages, "minutes": paper.minutes, "rate": paper.rate}
    return {name: None if value is None else float(value) for name, value in values.items()}


def set_place(*, duty: Duty, place: int, by: User, now: datetime) -> Event:
    """Gives a paper its turn, counted from 1; those behind it move on. Beyond the last it is the last."""
    return _arrange(duty, by=by, now=now, to=lambda _at: place)


def move_place(*, duty: Duty, steps: int, by: User, now: datetime) -> Event:
    """Moves a paper so many turns back (above 0) or forward (below 0); at the ends it stays."""
    return _arrange(duty, by=by, now=now, to=lambda at: at + steps)


@transaction.atomic
def _arrange(duty: Duty, *, by: User, now: datetime, to: Callable[[int], int]) -> Event:
    """Writes the turns of all speakers anew, one after the other; one person at a time for a conference."""
    conference = Conference.objects.select_for_update().get(pk=duty.conference_id)
    bound = duties_with_papers(conference).filter(pk__in=Duty.objects.counted().filter(conference=conference))
    order = [each.pk for each in speaking_order(bound)]
    wanted = moved(order, duty.pk, to=to(order.index(duty.pk) + 1)) if duty.pk in order else order
    missing = set(wanted) - set(Paper.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    Paper.objects.bulk_create([Paper(pk=pk) for pk in sorted(missing)], ignore_conflicts=True)
    papers = [Paper(pk=pk, place=place) for place, pk in enumerate(wanted, 1)]
    Paper.objects.bulk_update(papers, ["place"])
    tell_volume(conference.pk, now=now)
    changes = {"paper": duty.pk, "before": order, "after": wanted}
    return audit.record(verb="arrange_papers", subject=conference, scope=conference, by=by, now=now, changes=changes)
