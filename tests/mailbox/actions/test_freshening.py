"""A reminder is looked at anew before it leaves: what came is not asked for, and nothing goes at night."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from pytest_django import Settings

from tests.factories.conferences import NOW, make_duty
from tests.factories.mailbox import make_draft, make_message
from tests.factories.reminders import make_ladder, make_reader
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Contact, Duty
from tongket.conferences.rules import Channel, DutyKind
from tongket.mailbox.actions.freshening import Fresh, fresh_only, freshen
from tongket.mailbox.actions.reminders import climb_conference, remind_units
from tongket.mailbox.actions.sent import note_reminded
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageState

FRIDAY = datetime(2024, 10, 18, 1, 15, tzinfo=UTC)
SATURDAY = FRIDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _server(no_accounts: None, settings: Settings) -> None:
    """A server of mail is set up; nothing is handed to it here."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:1025", "vp@tamky.vn"


@pytest.fixture
def review(office: Office) -> Duty:
    """A second duty of unit A, late since Thursday, reminded of on Friday as well."""
    return make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW, due_on=date(2024, 10, 17))


def reminder(office: Office, *, goes_by_itself: bool = False) -> Message:
    """Unit A's reminder of Friday, waiting in the outbox or on its way."""
    make_reader(unit=office.unit_a, email="hoa@tamthang.vn")
    for kind in ("paper", "review"):
        make_ladder(conference=office.conference, kind=kind, goes_by_itself=goes_by_itself)
    made = climb_conference(conference=office.conference, by=None, now=FRIDAY)
    message = next(each for each in made if each.unit_id == office.unit_a.pk)
    message.refresh_from_db()
    return message


def hand_in(duty: Duty, office: Office, now: datetime = FRIDAY) -> None:
    """Something comes in for the duty."""
    duty.refresh_from_db()
    act.hand_in(duty=duty, note="Hồ sơ", by=office.clerk, now=now)


def look(message: Message, now: datetime = FRIDAY) -> Fresh:
    """Looks at the message anew."""
    return freshen(message=Message.objects.get(pk=message.pk), by=None, now=now)


def owed_lines(message: Message) -> list[str]:
    """What the message asks for."""
    message.refresh_from_db()
    return [line.split(",")[0] for line in message.body.splitlines() if line.startswith("- ")]


def edit(message: Message, body: str) -> None:
    """A person writes the message anew."""
    Message.objects.filter(pk=message.pk).update(body=body, revision=message.revision + 1)


def test_nothing_changes_while_everything_is_owed(office: Office, review: Duty) -> None:
    message = reminder(office)
    before = message.body

    assert look(message) is Fresh.AS_IT_WAS
    assert owed_lines(message) == ["- Tham luận", "- Báo cáo tổng kết của đơn vị"]
    assert message.body == before


@pytest.mark.parametrize("goes_by_itself", [False, True])
def test_message_of_which_all_came_is_discarded(office: Office, review: Duty, *, goes_by_itself: bool) -> None:
    message = reminder(office, goes_by_itself=goes_by_itself)
    hand_in(review, office)
    hand_in(office.duty_a, office)

    assert look(message) is Fresh.DISCARDED
    message.refresh_from_db()
    assert message.state == MessageState.DISCARDED


def test_message_whose_reason_came_is_discarded_although_more_is_owed(office: Office) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT, due_on=date(2024, 11, 20))
    message = reminder(office)
    hand_in(office.duty_a, office)

    assert look(message) is Fresh.DISCARDED


def test_moved_day_takes_the_reason_away(office: Office) -> None:
    message = reminder(office)
    office.duty_a.refresh_from_db()
    act.set_due(duty=office.duty_a, due_on=date(2024, 10, 29), by=office.clerk, now=FRIDAY)

    assert look(message) is Fresh.DISCARDED


def test_message_of_which_a_part_came_is_written_anew(office: Office, review: Duty) -> None:
    message = reminder(office)
    hand_in(review, office)

    assert look(message) is Fresh.REWRITTEN
    assert owed_lines(message) == ["- Tham luận"]
    assert list(message.duties.values_list("pk", flat=True)) == [office.duty_a.pk]
    assert look(message) is Fresh.AS_IT_WAS


def test_days_left_are_those_of_the_day_on_which_it_leaves(office: Office) -> None:
    message = reminder(office)
    assert "(còn 7 ngày)" in message.body

    assert look(message, datetime(2024, 10, 21, 2, 0, tzinfo=UTC)) is Fresh.REWRITTEN
    message.refresh_from_db()
    assert "(còn 4 ngày)" in message.body


def test_line_is_taken_out_of_a_persons_own_words(office: Office, review: Duty) -> None:
    message = reminder(office)
    edit(message, message.body.replace("Kính gửi", "Thân gửi"))
    hand_in(review, office)

    assert look(message, datetime(2024, 10, 21, 2, 0, tzinfo=UTC)) is Fresh.REWRITTEN
    assert owed_lines(message) == ["- Tham luận"]
    assert message.body.startswith("Thân gửi")


def test_own_words_without_the_line_go_back_to_a_person(office: Office, review: Duty) -> None:
    message = reminder(office, goes_by_itself=True)
    edit(message, "Xin đơn vị gửi bài và báo cáo.")
    hand_in(review, office)

    assert look(message) is Fresh.TO_BE_LOOKED_AT
    message.refresh_from_db()
    assert (message.state, message.body) == (MessageState.DRAFT, "Xin đơn vị gửi bài và báo cáo.")


def test_somebody_who_edits_at_the_same_moment_keeps_their_words(office: Office, review: Duty) -> None:
    message = reminder(office)
    hand_in(review, office)
    stale = Message.objects.get(pk=message.pk)
    edit(message, "Xin đơn vị gửi bài.")

    assert freshen(message=stale, by=None, now=FRIDAY) is Fresh.LATER
    message.refresh_from_db()
    assert message.body == "Xin đơn vị gửi bài."


def test_message_does_not_leave_on_a_day_off(office: Office) -> None:
    message = reminder(office, goes_by_itself=True)

    assert look(message, SATURDAY) is Fresh.LATER
    message.refresh_from_db()
    assert (message.state, message.send_at) == (MessageState.QUEUED, datetime(2024, 10, 21, 0, 30, tzinfo=UTC))


def test_reminder_made_by_hand_needs_any_of_its_duties(office: Office, review: Duty) -> None:
    (message,) = remind_units(conference=office.conference, unit_ids=[office.unit_a.pk], by=office.clerk, now=FRIDAY)
    hand_in(review, office)
    assert look(message) is Fresh.REWRITTEN

    hand_in(office.duty_a, office)
    assert look(message) is Fresh.DISCARDED


def test_message_that_one_address_has_already_is_left_alone(office: Office) -> None:
    message = reminder(office, goes_by_itself=True)
    Delivery.objects.filter(message=message).update(state=DeliveryState.SENT, sent_at=NOW)
    hand_in(office.duty_a, office)

    assert look(message) is Fresh.AS_IT_WAS


def test_other_kinds_of_message_are_left_alone(office: Office) -> None:
    message = make_message(conference=office.conference, draft=make_draft(unit=office.unit_a))

    assert look(message, SATURDAY) is Fresh.AS_IT_WAS


def test_run_gives_back_what_may_not_leave(office: Office) -> None:
    message, other = reminder(office, goes_by_itself=True), make_message(conference=office.conference)
    Delivery.objects.update(state=DeliveryState.CLAIMED, claim=uuid4(), claimed_at=NOW)
    claimed = list(Delivery.objects.order_by("pk"))
    hand_in(office.duty_a, office)

    kept = fresh_only(deliveries=claimed, now=FRIDAY)

    assert [each.message_id for each in kept] == [other.pk]
    held = Delivery.objects.get(message=message)
    assert (held.state, held.claim, held.claimed_at) == (DeliveryState.WAITING, None, None)


def test_sent_reminder_stands_in_the_log_of_contacts(office: Office) -> None:
    sent = [reminder(office), make_message(conference=office.conference)]

    note_reminded(messages=sent, channel=Channel.EMAIL, by=None, now=NOW)
    note_reminded(messages=sent[:1], channel=Channel.ZALO, by=office.clerk, now=NOW)

    columns = ("unit", "channel", "is_reminder", "made_by", "note")
    words = "Đã gửi thư nhắc: Nhắc việc chuẩn bị Hội nghị tổng kết"
    assert list(Contact.objects.order_by("pk").values_list(*columns)) == [
        (office.unit_a.pk, Channel.EMAIL, True, None, words),
        (office.unit_a.pk, Channel.ZALO, True, office.clerk.pk, words),
    ]
