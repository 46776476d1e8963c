"""A corrected plan is told by mail: once for each unit, and the log says so when the message has gone."""

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.mailbox import make_draft, make_message
from tongket.conferences.models import Contact, PlanVersion
from tongket.conferences.queries.telling import UnitToTell
from tongket.conferences.rules import Channel
from tongket.mailbox.actions.messages import send_by_hand
from tongket.mailbox.actions.telling import note_told, telling_to_outbox
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind

pytestmark = pytest.mark.django_db


def make_version() -> PlanVersion:
    """The second version of a plan."""
    conference = make_conference()
    return PlanVersion.objects.create(
        conference=conference, ordinal=2, number="305/KH", facts={}, lines=[], made_at=NOW
    )


def test_each_unit_is_told_once_for_each_version() -> None:
    version, unit, clerk = make_version(), make_unit(place="Tam Thăng"), make_user()
    units = [UnitToTell(unit, (), (), None)]

    (message,) = telling_to_outbox(version=version, units=units, by=clerk, now=NOW)
    again = telling_to_outbox(version=version, units=units, by=clerk, now=NOW)

    assert again == [message]
    assert (message.kind, message.unit) == (MessageKind.CORRECTION, unit)
    assert "kế hoạch đã sửa (bản 2, số 305/KH)" in message.body


def test_log_says_told_when_the_message_has_gone() -> None:
    version, clerk = make_version(), make_user()
    units = [UnitToTell(make_unit(), (), (), None)]
    (message,) = telling_to_outbox(version=version, units=units, by=clerk, now=NOW)

    send_by_hand(messages=[message], channel=Channel.ZALO, by=clerk, now=NOW)

    told = Contact.objects.get()
    assert (told.unit, told.version, told.channel, told.made_by) == (units[0].unit, version, Channel.ZALO, clerk)


def test_other_messages_and_the_program_itself_tell_nobody() -> None:
    version = make_version()
    draft = make_draft(kind=MessageKind.CORRECTION, unit=make_unit(), once=f"told:{version.pk}:1")
    other = make_message(draft=make_draft(unit=make_unit()))
    program = make_message(conference=version.conference, draft=draft)

    note_told(messages=[other], channel=Channel.EMAIL, by=make_user(), now=NOW)
    note_told(messages=[Message.objects.get(pk=program.pk)], channel=Channel.EMAIL, by=None, now=NOW)

    assert Contact.objects.count() == 0
