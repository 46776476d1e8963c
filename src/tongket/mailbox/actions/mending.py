"""The letter that goes with what is given back: what must be mended, by when, and where to hand it in."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.actions.duties import end_of_day
from tongket.conferences.models import Duty
from tongket.core import dates
from tongket.mailbox.actions.messages import discard_messages, stop_messages
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.drafts import Draft
from tongket.mailbox.models import Message
from tongket.mailbox.queries.words import addresses_of, common_values, letter_for
from tongket.mailbox.rules import MessageKind, MessageState
from tongket.mailbox.wording import Say, filled

RETURNED = "returned"
# What stands between braces is a gap; the words of a paper are none.
NO_GAPS = str.maketrans("{}", "()")


@dataclass(frozen=True, slots=True)
class Mending:
    """What is given back: `what` names it, `remark` are the lines to mend, `once` the return it is for."""

    duty: Duty
    what: str
    remark: str
    due_at: datetime | None
    once: str


def mending_to_outbox(*, mending: Mending, by: User, now: datetime) -> Message | None:
    """Puts the letter into the outbox, to be looked at before it leaves; None where no unit of the directory owes it.

    It carries the duty, so that its link opens it and an answer finds it.
    """
    duty, unit = mending.duty, mending.duty.unit
    if unit is None:
        return None
    own = {Say.UNIT: unit.name, Say.GIVEN_BACK: mending.what, Say.MEND: mending.remark, Say.MEND_BY: _until(mending)}
    values = {name: said.translate(NO_GAPS) for name, said in own.items()}
    subject, body = filled(letter_for(duty.conference.host, RETURNED), common_values(duty.conference) | values)
    draft = Draft(
        kind=MessageKind.RETURNED,
        unit=unit,
        name=unit.name,
        addresses=addresses_of([unit])[unit.pk],
        subject=subject,
        body=body,
        duties=[duty],
        once=mending.once,
    )
    return put_in_outbox(conference=duty.conference, drafts=[draft], by=by, now=now)[0]


def _until(mending: Mending) -> str:
    """The due time in words that follow "hand it in"; a day's last minute is the whole day."""
    with translation.override("vi"):
        if mending.due_at is None:
            return _("sớm nhất có thể")
        local = timezone.localtime(mending.due_at)
        day = dates.long_day(local.date(), "vi")
        if local == end_of_day(local.date()):
            return _("trước hết %(day)s") % {"day": day}
        return _("trước %(time)s %(day)s") % {"time": dates.clock_time(local), "day": day}


def drop_mending(*, duty: Duty, now: datetime) -> None:
    """Puts aside what waits to tell the unit to mend this duty: the return was taken back, or the mended one is here.

    The program does it by itself; what a worker has in its hands or what left already stays.
    """
    told = Message.objects.filter(kind=MessageKind.RETURNED, duties=duty)
    stop_messages(messages=list(told.filter(state=MessageState.QUEUED)), by=None, now=now)
    discard_messages(messages=list(told.filter(state=MessageState.DRAFT)), by=None, now=now)
