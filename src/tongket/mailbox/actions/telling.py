"""Messages that the office writes itself: what a corrected plan changes for each unit, and a letter to chosen units."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.conferences.actions.telling import tell_units
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.conferences.queries.telling import UnitToTell, item_texts
from tongket.conferences.rules import Channel
from tongket.core.models import Event
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.drafts import Draft
from tongket.mailbox.models import Message
from tongket.mailbox.queries.words import addresses_of, common_values, letter_for
from tongket.mailbox.rules import MessageKind
from tongket.mailbox.wording import Letter, Say, fill, filled
from tongket.units.models import Unit

TOLD = "told"


def telling_to_outbox(*, version: PlanVersion, units: Sequence[UnitToTell], by: User, now: datetime) -> list[Message]:
    """Puts into the outbox what the corrected plan changes for each of these units, once for each version."""
    letter = letter_for(version.conference.host, "correction")
    values = common_values(version.conference) | {Say.PLAN: _version_words(version)}
    known = addresses_of([each.unit for each in units])
    named = {item.duty_id for each in units for item in each.items}
    duties = Duty.objects.counted().in_bulk(named)
    drafts = [_telling(version, each, letter, values, known[each.unit.pk], duties) for each in units]
    return put_in_outbox(conference=version.conference, drafts=drafts, by=by, now=now)


def _version_words(version: PlanVersion) -> str:
    with translation.override("vi"):
        number = _("bản %(n)d") % {"n": version.ordinal}
        return f"{number}, {_('số')} {version.number}" if version.number else number


def _telling(
    version: PlanVersion,
    each: UnitToTell,
    letter: Letter,
    values: dict[str, str],
    addresses: Sequence[str],
    duties: Mapping[int, Duty],
) -> Draft:
    with translation.override("vi"):
        lines = [f"- {line}" for line in each.lines] + [text for item in each.items for text in item_texts(item)]
    subject, body = filled(letter, values | {Say.UNIT: each.unit.name, Say.CHANGES: "\n".join(lines)})
    return Draft(
        kind=MessageKind.CORRECTION,
        unit=each.unit,
        name=each.unit.name,
        addresses=addresses,
        subject=subject,
        body=body,
        duties=[duties[item.duty_id] for item in each.items if item.duty_id in duties],
        once=f"{TOLD}:{version.pk}:{each.unit.pk}",
    )


def note_told(*, messages: Collection[Message], channel: Channel, by: User | None, now: datetime) -> list[Event]:
    """Writes down that units were told of the plan by these messages; a program that sent by itself tells nobody.

    Returns the lines of the trail, for a way back.
    """
    noted = []
    told = [each for each in messages if each.kind == MessageKind.CORRECTION and each.unit and each.once]
    for message in told if by is not None else ():
        version = PlanVersion.objects.filter(pk=int(str(message.once).split(":")[1])).first()
        if version is not None and message.unit is not None and by is not None:
            _contacts, event = tell_units(version=version, units=[message.unit], channel=channel, by=by, now=now)
            noted.append(event)
    return noted


def free_to_outbox(
    *, conference: Conference, units: Sequence[Unit], subject: str, body: str, by: User, now: datetime
) -> list[Message]:
    """Puts the same words, filled for each, into the outbox for the chosen units."""
    values, known = common_values(conference), addresses_of(units)
    drafts = [
        Draft(
            kind=MessageKind.FREE,
            unit=unit,
            name=unit.name,
            addresses=known[unit.pk],
            subject=fill(subject, values | {Say.UNIT: unit.name}),
            body=fill(body, values | {Say.UNIT: unit.name}),
        )
        for unit in units
    ]
    return put_in_outbox(conference=conference, drafts=drafts, by=by, now=now)
