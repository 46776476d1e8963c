"""What comes by mail for a review is a version by itself: a filled form, or a report that only proposes figures."""

from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Evidence
from tongket.conferences.rules import Channel, DutyKind
from tongket.core.models import Event
from tongket.mailbox.handlers import Filing, Handler, register_handler
from tongket.reviews.actions.handing_in import file_by_mail
from tongket.reviews.actions.keeping import ReviewMoved
from tongket.reviews.actions.submitting import Came
from tongket.reviews.models import ReviewVersion
from tongket.reviews.queries.reviews import NoUnit, review_of

READABLE = (".xlsx", ".docx", ".pdf", ".doc", ".odt", ".rtf", ".txt")


def file_review(filing: Filing) -> tuple[Evidence, Event]:
    """Keeps what came as the next version; raises DutyMoved where the review takes nothing or was accepted."""
    files = sorted(filing.files, key=lambda file: not file.name.lower().endswith(READABLE))
    came = Came(Channel.EMAIL, filing.received_at, filing.note)
    try:
        version = file_by_mail(
            review=review_of(filing.duty), kept=tuple(files), came=came, by=filing.by, now=filing.now
        )
    except (ReviewMoved, NoUnit) as moved:
        raise DutyMoved(str(moved)) from None
    return moved_by(version)


def moved_by(version: ReviewVersion) -> tuple[Evidence, Event]:
    """What was handed in with a version, and the change of the duty that it made; two queries."""
    evidence = version.evidence
    if evidence is None:
        raise DutyMoved("no duty")
    changes = Event.objects.filter(subject=f"duty:{evidence.duty_id}", verb="hand_in", changes__evidence=evidence.pk)
    return evidence, changes.latest("pk")


def register() -> None:
    """Lets this room take what comes by mail for its kind of duty."""
    register_handler(DutyKind.REVIEW, Handler(file_review))
