"""What a sender is told: that it was received for which duty, or that a person will look; never to a machine."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.kinds import KINDS
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.mailbox.actions.messages import discard_messages
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.beyond import FiledBeyond, Owed
from tongket.mailbox.drafts import Draft
from tongket.mailbox.intake.files import Role as FileRole
from tongket.mailbox.intake.loops import Loop, may_be_answered
from tongket.mailbox.models import Incoming, Message
from tongket.mailbox.queries.known import RUNNING
from tongket.mailbox.queries.words import common_values, letter_for
from tongket.mailbox.rules import MessageKind, MessageState
from tongket.mailbox.wording import Say, filled, without_owner
from tongket.reading.mail.values import Mail
from tongket.units.models import Unit

MATTER = (FileRole.DOCUMENT, FileRole.PICTURE)


def put_receipt(*, incoming: Incoming, evidence: Evidence, by: User | None, now: datetime) -> None:
    """Puts in the outbox what was received for which duty, with the number of its receipt; once for each version."""
    duty = evidence.duty
    if not incoming.address or incoming.loop in {Loop.BOUNCE, Loop.OWN, Loop.NOTICE}:
        return
    values: dict[str, str] = {Say.CAME: _came(duty.kind, _called(duty)), Say.RECEIPT: evidence.receipt}
    draft = _draft(
        "receipt", incoming, duty.conference, duty.unit, values, once=_once(incoming, evidence), duties=(duty,)
    )
    put_in_outbox(conference=duty.conference, drafts=[draft], by=by, now=now)


def put_receipt_beyond(*, incoming: Incoming, owed: Owed, filed: FiledBeyond, by: User | None, now: datetime) -> None:
    """As `put_receipt`, for what a unit owes without a duty of a plan."""
    if not incoming.address or incoming.loop in {Loop.BOUNCE, Loop.OWN, Loop.NOTICE}:
        return
    values: dict[str, str] = {Say.CAME: _came(owed.kind, owed.unit.called), Say.RECEIPT: filed.receipt}
    once = f"receipt:{incoming.pk}:{filed.receipt}"
    draft = _draft("receipt", incoming, owed.conference, owed.unit, values, once=once)
    put_in_outbox(conference=owed.conference, drafts=[draft], by=by, now=now)


def drop_receipt_beyond(*, incoming: Incoming, by: User, now: datetime) -> None:
    """As `drop_receipt`."""
    waiting = Message.objects.filter(once__startswith=f"receipt:{incoming.pk}:", state=MessageState.DRAFT)
    discard_messages(messages=list(waiting), by=by, now=now)


def _came(kind: str, unit: str) -> str:
    """`báo cáo tổng kết của UBMTTQVN xã Tam Thăng`: whose it is is said once, by the unit's name."""
    what = without_owner(KINDS[kind].label.lower()) if kind in KINDS else kind
    with translation.override("vi"):
        return _("%(what)s của %(unit)s") % {"what": what, "unit": unit}


def _once(incoming: Incoming, evidence: Evidence) -> str:
    return f"receipt:{incoming.pk}:{evidence.pk}"


def drop_receipt(*, incoming: Incoming, evidence: Evidence | None, by: User, now: datetime) -> None:
    """Discards a receipt that nobody sent yet: what it says was taken back."""
    if evidence is not None:
        waiting = Message.objects.filter(once=_once(incoming, evidence), state=MessageState.DRAFT)
        discard_messages(messages=list(waiting), by=by, now=now)


def tell_that_somebody_will_look(*, incoming: Incoming, mail: Mail, now: datetime) -> None:
    """Puts in the outbox that the files arrived and a person will look; for a unit that owes something, once.

    Not for a conference that was called off: nothing is taken for it any more.
    """
    conference = incoming.conference or _only_conference(incoming.sender_unit)
    has_matter = incoming.files.filter(role__in=MATTER).exists()
    if conference is None or conference.is_cancelled or not has_matter or not may_be_answered(mail):
        return
    values: dict[str, str] = {Say.TITLE: incoming.subject or incoming.address}
    draft = _draft("seen", incoming, conference, incoming.sender_unit, values, once=f"seen:{incoming.pk}")
    put_in_outbox(conference=conference, drafts=[draft], by=None, now=now)


def _only_conference(unit: Unit | None) -> Conference | None:
    """The one conference that runs for which the unit owes something; None where there are several."""
    if unit is None:
        return None
    found = Conference.objects.filter(state__in=RUNNING, duties__unit=unit).distinct()[:2]
    return found[0] if len(found) == 1 else None


def _draft(
    key: str,
    incoming: Incoming,
    conference: Conference,
    unit: Unit | None,
    values: Mapping[str, str],
    *,
    once: str,
    duties: tuple[Duty, ...] = (),
) -> Draft:
    name = unit.name if unit else incoming.name or incoming.address
    letter = letter_for(conference.host, key)
    subject, body = filled(letter, {Say.UNIT: name, **common_values(conference), **values})
    return Draft(
        kind=MessageKind.RECEIPT,
        unit=unit,
        name=name,
        addresses=[incoming.address],
        subject=subject,
        body=body,
        duties=duties,
        once=once,
        in_reply_to=f"<{incoming.message_id}>" if incoming.message_id else "",
    )


def _called(duty: Duty) -> str:
    return duty.unit.called if duty.unit else duty.unit_name
