"""A corrected plan: read for a running conference, compared, and applied in one go that can be taken back."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.actions.carrying_out import carry_out, settle_anew
from tongket.conferences.actions.carrying_over import carry_over
from tongket.conferences.actions.readings import ReadingClosed, keep_reading
from tongket.conferences.actions.starting import keep_plan
from tongket.conferences.correction import Change, Choice
from tongket.conferences.kinds import tell_replanned, tell_ruled_anew
from tongket.conferences.models import Conference, Duty, PlanVersion, Reading, ReadingState
from tongket.conferences.queries.corrections import difference_of
from tongket.core import audit
from tongket.core.models import Event
from tongket.plans.facts import from_json
from tongket.plans.plan import Plan
from tongket.plans.read import read_document
from tongket.reading.safely import read_safely

Choices = Mapping[int, Choice]


class DifferenceMoved(RuntimeError):
    """The plan, its facts or a duty changed since the difference was looked at."""


class ChoicesOpen(RuntimeError):
    """Nobody has said of these duties whether they stay though the plan drops them."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.duty_ids = tuple(change.old.id for change in changes if change.old)
        super().__init__(", ".join(map(str, self.duty_ids)))


def start_correction(*, conference: Conference, data: bytes, name: str, by: User, now: datetime) -> Reading:
    """Reads a corrected plan in a child process for a conference that runs; nothing of the conference changes yet.

    What people said of the plan in force is said of the correction too. Raises `Unreadable` with one clear sentence.
    """
    document = read_safely(data, name=name)
    plan = read_document(document)
    return _keep(conference, plan, pages=document.pages, data=data, name=name, by=by, now=now)


@transaction.atomic
def _keep(
    conference: Conference, plan: Plan, *, pages: int | None, data: bytes, name: str, by: User, now: datetime
) -> Reading:
    reading = keep_reading(plan=plan, pages=pages, data=data, name=name, by=by, now=now)
    reading.corrects, reading.host, reading.parent = conference, conference.host, conference.parent
    reading.save(update_fields=["corrects", "host", "parent"])
    carry_over(reading, conference)
    return reading


@transaction.atomic
def apply_correction(
    *, reading: Reading, stamp: str, choices: Choices, by: User, now: datetime
) -> tuple[PlanVersion, Event]:
    """Makes the corrected plan the one in force: a version of its own, duties added, changed and withdrawn.

    Units are told nothing. Raises ReadingClosed where it was applied before, DifferenceMoved where `stamp` is not that
    of the difference as it is now, ChoicesOpen where a person has yet to decide.
    """
    difference = difference_of(_locked(reading), today=timezone.localtime(now).date())
    if difference.stamp != stamp:
        raise DifferenceMoved
    if unanswered := difference.unanswered(choices):
        raise ChoicesOpen(unanswered)
    read, rows, ordinal = difference.reading, difference.rows, difference.version.ordinal + 1
    version = keep_plan(difference.conference, read, rows, difference.understood, ordinal=ordinal, now=now)
    changes = {"duties": carry_out(difference, version, choices), "settled": settle_anew(difference)}
    before, after = from_json(difference.version.facts), from_json(version.facts)
    changes["rooms"] = tell_replanned(difference.conference.pk, before, after, {})
    PlanVersion.objects.filter(pk=version.pk).update(changes=changes)
    Reading.objects.filter(pk=reading.pk).update(state=ReadingState.MADE, conference=difference.conference)
    said = {"reading": str(reading.pk), "choices": {str(key): choice for key, choice in choices.items()}}
    scope = difference.conference
    tell_ruled_anew(scope.pk)
    return version, audit.record(verb="correct_plan", subject=version, scope=scope, by=by, now=now, changes=said)


def _locked(reading: Reading) -> Reading:
    """The reading while nobody else can apply it or change a duty of its conference."""
    still_open = Reading.objects.select_for_update(of=("self",)).filter(pk=reading.pk, state=ReadingState.OPEN)
    found = still_open.exclude(corrects=None).select_related("corrects__host").first()
    if found is None:
        raise ReadingClosed
    assert found.corrects is not None
    list(Conference.objects.select_for_update().filter(pk=found.corrects.pk).values_list("pk"))
    list(Duty.objects.select_for_update().filter(conference=found.corrects).values_list("pk"))
    return found
