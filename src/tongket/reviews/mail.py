"""What comes by mail for a review is a version by itself: a filled form, or a report that only proposes figures."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from tongket.accounts.models import User
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Evidence
from tongket.conferences.rules import Channel, DutyKind, DutyState
from tongket.core.models import Event, StoredFile
from tongket.core.text import row_key
from tongket.mailbox.beyond import Beyond, FiledBeyond, FilingBeyond, Owed, register_beyond
from tongket.mailbox.handlers import Filing, Handler, register_handler
from tongket.mailbox.queries.known import RUNNING
from tongket.reviews.actions.handing_in import file_by_mail
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.submitting import Came
from tongket.reviews.actions.taking_back import take_back_move
from tongket.reviews.models import Review, ReviewVersion
from tongket.reviews.queries.reviews import NoUnit, find_review, review_of
from tongket.reviews.rules import OF_DUTY, ReviewState
from tongket.reviews.workshop import SHEETS

# A bundle or a sheet is the form itself; a document beside it is mostly the covering letter.
SURELY_FORMS = (".tongket", *SHEETS)
READABLE = (".docx", ".pdf", ".doc", ".odt", ".rtf", ".txt")
AS_DUTY: dict[ReviewState, DutyState] = {state: duty for duty, state in OF_DUTY.items() if duty != DutyState.WITHDRAWN}


def file_review(filing: Filing) -> tuple[Evidence, Event]:
    """Keeps what came as the next version; raises DutyMoved where the review takes nothing or was accepted."""
    files = sorted(filing.files, key=_rank)
    came = Came(Channel.EMAIL, filing.received_at, filing.note)
    try:
        version = file_by_mail(
            review=review_of(filing.duty), kept=tuple(files), came=came, by=filing.by, now=filing.now
        )
    except (ReviewMoved, NoUnit) as moved:
        raise DutyMoved(str(moved)) from None
    return moved_by(version)


def _rank(file: StoredFile) -> int:
    """Forms first, then what may be a report, then pictures and the like; 0 is the first to be read."""
    name = file.name.lower()
    return 0 if name.endswith(SURELY_FORMS) else 1 if name.endswith(READABLE) else 2


def moved_by(version: ReviewVersion) -> tuple[Evidence, Event]:
    """What was handed in with a version, and the change of the duty that it made; two queries."""
    evidence = version.evidence
    if evidence is None:
        raise DutyMoved("no duty")
    changes = Event.objects.filter(subject=f"duty:{evidence.duty_id}", verb="hand_in", changes__evidence=evidence.pk)
    return evidence, changes.latest("pk")


def owed_below(units: Collection[int]) -> tuple[Owed, ...]:
    """The reviews that these units owe to a unit above them, in conferences that run; one query."""
    rows = Review.objects.filter(unit__in=units, upper__isnull=False, conference__state__in=RUNNING)
    found = rows.exclude(state=ReviewState.EXCUSED).select_related("unit", "conference__host")
    return tuple(_owed(row) for row in found.order_by("due_on", "pk"))


def find_below(key: str) -> Owed | None:
    """The review of a unit below by its key; None where it is not asked for any more."""
    rows = Review.objects.filter(pk=row_key(key) or 0, upper__isnull=False).exclude(state=ReviewState.EXCUSED)
    row = rows.select_related("unit", "conference__host").first()
    return _owed(row) if row else None


def _owed(row: Review) -> Owed:
    page = reverse("reviews:review", args=[row.conference_id, row.unit_id])
    state = AS_DUTY[ReviewState(row.state)]
    return Owed(str(row.pk), row.unit, row.conference, DutyKind.REVIEW, state, page)


def file_below(filing: FilingBeyond) -> FiledBeyond:
    """As `file_review`, for a unit below those of the plan."""
    review = find_review(filing.owed.conference, filing.owed.unit.pk)
    if review is None:
        raise DutyMoved("not asked")
    came = Came(Channel.EMAIL, filing.received_at, filing.note)
    files = tuple(sorted(filing.files, key=_rank))
    try:
        version = file_by_mail(review=review, kept=files, came=came, by=filing.by, now=filing.now)
    except ReviewMoved as moved:
        raise DutyMoved(str(moved)) from None
    event = Event.objects.filter(verb="submit_review", changes__version=version.pk).latest("pk")
    return FiledBeyond(event, f"TK-B{version.review_id:05d}-{version.ordinal}")


def undo_below(*, event: Event, by: User, now: datetime) -> Review:
    """Takes back what came by mail for a unit below."""
    row = Review.objects.select_related("conference", "unit", "upper").get(pk=int(event.subject.partition(":")[2]))
    return take_back_move(review=row, event=event, by=by, now=now)


def register() -> None:
    """Lets this room take what comes by mail for its kind of duty, and for units below those of the plan."""
    register_handler(DutyKind.REVIEW, Handler(file_review))
    register_beyond(DutyKind.REVIEW, Beyond(owed_below, find_below, file_below, undo_below))
