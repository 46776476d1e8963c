"""From the ladder to a real server: what was handed in since is not asked for, and what went is written down."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.reminders import make_ladder, make_reader
from tests.mailbox.sink import Sink
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Contact
from tongket.core import clock
from tongket.mailbox.actions.links import remember_site
from tongket.mailbox.actions.messages import queue_messages
from tongket.mailbox.actions.reminders import climb_conference
from tongket.mailbox.actions.sending import send_waiting
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageState

FRIDAY = datetime(2024, 10, 18, 1, 15, tzinfo=UTC)


def stand_at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Moves the clock."""
    monkeypatch.setattr(clock, "moved_to", lambda: moment)


def both(office: Office, monkeypatch: pytest.MonkeyPatch, *, goes_by_itself: bool = True) -> list[Message]:
    """The reminders of both units on Friday."""
    stand_at(FRIDAY, monkeypatch)
    remember_site("https://hoinghi.vidu.vn")
    make_ladder(conference=office.conference, goes_by_itself=goes_by_itself)
    make_reader(unit=office.unit_a, email="hoa@tamthang.vn")
    make_reader(unit=office.unit_b, email="sau@tamphu.vn")
    return climb_conference(conference=office.conference, by=None, now=FRIDAY)


def test_reminder_goes_by_itself_and_is_written_down(
    office: Office, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    both(office, monkeypatch)
    act.hand_in(duty=office.duty_a, note="Tham luận", by=office.clerk, now=FRIDAY)

    send_waiting()

    assert [addresses for _sender, addresses, *_rest in sink.kept] == [["sau@tamphu.vn"]]
    body = sink.messages()[0].get_body()
    assert body is not None
    assert "Nộp ở đây, không cần mật khẩu: https://hoinghi.vidu.vn/" in body.get_content()
    assert list(Message.objects.order_by("unit_id").values_list("state", flat=True)) == [
        MessageState.DISCARDED,
        MessageState.SENT,
    ]
    (contact,) = Contact.objects.select_related("unit", "made_by")
    assert (contact.unit, contact.is_reminder, contact.made_by) == (office.unit_b, True, None)


def test_reminder_that_a_person_lets_go_at_night_leaves_in_the_morning(
    office: Office, sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = both(office, monkeypatch, goes_by_itself=False)
    queue_messages(messages=made, by=office.clerk, now=FRIDAY)

    for hours in (12, 24, 60):
        stand_at(FRIDAY + timedelta(hours=hours), monkeypatch)
        send_waiting()
    assert sink.kept == []

    stand_at(datetime(2024, 10, 21, 0, 30, tzinfo=UTC), monkeypatch)
    send_waiting()
    assert len(sink.kept) == 2
