"""Mail that came back: told to the message that did not arrive, and tied to the conference it was sent for."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.mailbox.actions.delivery import note_bounce
from tongket.mailbox.bounces import Bounce
from tongket.mailbox.intake.loops import Loop
from tongket.mailbox.intake.values import Reason
from tongket.mailbox.models import Delivery, Incoming
from tongket.units.models import Unit


def is_stray_bounce(incoming: Incoming) -> bool:
    """Whether it is a bounce about no message of the office that brought it: another one may be told by it later."""
    return incoming.loop == Loop.BOUNCE and incoming.conference_id is None


@transaction.atomic
def tie_bounces(
    *, incoming: Incoming, bounces: Sequence[Bounce], host: Unit | None, by: User | None, now: datetime
) -> None:
    """Notes what came back, and keeps with the letter which of our messages that were, or that it was none.

    With `host` only the messages of that office's conferences are meant.
    """
    told = [found for bounce in bounces if (found := _noted(bounce, host, by, now)) is not None]
    reasons = [Reason("bounce", {"subject": each.message.subject, "to": each.address}) for each in told]
    incoming.reasons = [asdict(reason) for reason in reasons or [Reason("foreign-bounce")]]
    if told:
        incoming.conference = told[0].message.conference
        incoming.host = incoming.conference.host
    incoming.save(update_fields=["reasons", "conference", "host"])


def _noted(bounce: Bounce, host: Unit | None, by: User | None, now: datetime) -> Delivery | None:
    return note_bounce(
        message_id=bounce.message_id,
        message_key=bounce.message_key,
        address=bounce.address,
        fault=bounce.fault,
        permanent=bounce.is_permanent,
        host=host,
        by=by,
        now=now,
    )
