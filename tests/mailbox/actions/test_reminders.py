"""Climbing: who gets which message when, by whom it goes, and that nobody is reminded twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.reminders import make_climbed, make_ladder, make_reader
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Conference, ConferenceState, Duty
from tongket.conferences.queries.reminders import reminder_text, units_to_remind
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core.models import Event, Job
from tongket.mailbox.actions.reminders import climb, climb_by_job, climb_conference, climb_everywhere, remind_units
from tongket.mailbox.models import Ladder, MailTemplate, Message, Reminder
from tongket.mailbox.rules import MessageKind, MessageState
from tongket.mailbox.wording import LINK, fill
from tongket.units.models import Role

FRIDAY = datetime(2024, 10, 18, 1, 15, tzinfo=UTC)
CLIMB_QUERIES = 28
WEDNESDAY = datetime(2024, 10, 23, 1, 15, tzinfo=UTC)  # the second working day before 25/10


@pytest.fixture(autouse=True)
def _server(no_accounts: None, settings: Settings) -> None:
    """A server of mail is set up; nothing is handed to it here."""
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:1025", "vp@tamky.vn"


def run(conference: Conference, now: datetime) -> list[Message]:
    """Climbs as the job does."""
    return climb_conference(conference=conference, by=None, now=now)


def told(message: Message) -> tuple[str, list[str], MessageState]:
    """Whom a message is for, its addresses, its state."""
    message.refresh_from_db()
    addresses = sorted(message.deliveries.values_list("address", flat=True))
    return message.name, addresses, MessageState(message.state)


def test_units_are_reminded_when_a_rung_is_due(office: Office) -> None:
    make_reader(unit=office.unit_a, email="hoa@tamthang.vn")

    made = run(office.conference, FRIDAY)

    assert [told(each) for each in made] == [
        (office.unit_b.name, [], MessageState.DRAFT),
        (office.unit_a.name, ["hoa@tamthang.vn"], MessageState.DRAFT),
    ]
    assert [(each.kind, each.made_by, each.send_at) for each in made] == [(MessageKind.REMINDER, None, FRIDAY)] * 2
    rows = Reminder.objects.order_by("pk").values_list("duty_id", "due_on", "step", "to_leader", "message_id")
    assert list(rows) == [
        (office.duty_b.pk, date(2024, 10, 25), -5, False, made[0].pk),
        (office.duty_a.pk, date(2024, 10, 25), -5, False, made[1].pk),
    ]


def test_message_says_what_a_drafted_reminder_says(office: Office) -> None:
    made = run(office.conference, FRIDAY)

    waiting = units_to_remind(office.conference, kind="", today=FRIDAY.date())[0]
    wanted = reminder_text(office.conference, waiting, link="https://…", today=FRIDAY.date())
    assert fill(made[0].body, {LINK: "https://…"}).rstrip() == wanted
    assert made[0].subject == "Nhắc việc chuẩn bị Hội nghị tổng kết"


def test_office_reminds_in_its_own_words(office: Office) -> None:
    MailTemplate.objects.create(
        unit=office.conference.host,
        key="reminder",
        ordinal=1,
        subject="{hội nghị}: còn thiếu",
        body="{đơn vị} ơi:\n{phần việc}\nHọp {ngày họp}.",
        made_by=office.clerk,
        made_at=NOW,
    )

    made = run(office.conference, FRIDAY)

    assert made[0].subject == "Hội nghị tổng kết: còn thiếu"
    assert made[0].body == (
        f"{office.unit_b.name} ơi:\n"
        "- Tham luận, hết thứ Sáu, 25/10 (còn 7 ngày). Mục I/1: “Các xã chuẩn bị tham luận”\n"
        "Họp thứ Tư, 30/10/2024."
    )


def test_second_run_and_second_worker_remind_of_nothing(office: Office) -> None:
    first = run(office.conference, FRIDAY)

    again = [run(office.conference, FRIDAY + timedelta(hours=hours)) for hours in (0, 1, 5)]

    assert (len(first), again, Message.objects.count(), Reminder.objects.count()) == (2, [[], [], []], 2, 2)


def test_rung_climbed_twice_breaks_the_table(office: Office) -> None:
    make_climbed(duty=office.duty_a, step=-5)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_climbed(duty=office.duty_a, step=-5)


def test_killed_worker_leaves_nothing_half_done(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(**_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("tongket.mailbox.actions.reminders.audit.record", die)
        with pytest.raises(KeyboardInterrupt), transaction.atomic():
            run(office.conference, FRIDAY)

    assert (Message.objects.count(), Reminder.objects.count()) == (0, 0)
    assert len(run(office.conference, FRIDAY)) == 2


def test_several_duties_of_one_unit_join_into_one_message(office: Office) -> None:
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW, due_on=date(2024, 10, 17))
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT, due_on=date(2024, 11, 20))

    made = {message.unit_id: message for message in run(office.conference, FRIDAY)}

    message = made[office.unit_a.pk]
    assert [line.split(",")[0] for line in message.body.splitlines() if line.startswith("- ")] == [
        "- Sản phẩm trưng bày",
        "- Tham luận",
        "- Báo cáo tổng kết của đơn vị",
    ]
    assert sorted(message.reminders.values_list("duty__kind", "step")) == [("paper", -5), ("review", 1)]
    assert message.duties.count() == 3


def test_leader_gets_the_last_rung_with_the_unit_beside(office: Office) -> None:
    make_reader(unit=office.unit_a, email="hoa@tamthang.vn")
    make_reader(unit=office.unit_a, email="nhung@tamthang.vn", role=Role.LEADER)
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on=date(2024, 10, 15))
    office.duty_a.refresh_from_db()
    make_climbed(duty=office.duty_a, step=1, at=datetime(2024, 10, 16, 1, 0, tzinfo=UTC))

    made = {message.unit_id: message for message in run(office.conference, FRIDAY)}

    message = made[office.unit_a.pk]
    assert told(message)[1] == ["hoa@tamthang.vn", "nhung@tamthang.vn"]
    assert message.subject == "Kính báo lãnh đạo: Nhắc việc chuẩn bị Hội nghị tổng kết"
    assert message.body.splitlines()[:4] == [
        f"Kính gửi {office.unit_a.name},",
        "",
        "Văn phòng đã nhắc đơn vị mà chưa nhận được; kính báo lãnh đạo đơn vị để chỉ đạo.",
        "",
    ]
    assert message.reminders.get().to_leader is True


@pytest.mark.parametrize(("with_address", "state"), [(True, MessageState.QUEUED), (False, MessageState.DRAFT)])
def test_reminder_goes_by_itself_where_the_office_says_so_and_there_is_an_address(
    office: Office,
    with_address: bool,  # noqa: FBT001
    state: MessageState,
) -> None:
    make_ladder(conference=office.conference, goes_by_itself=True)
    if with_address:
        make_reader(unit=office.unit_b, email="sau@tamphu.vn")

    made = run(office.conference, FRIDAY)

    assert told(made[0])[2] == state


def test_reminder_waits_where_no_server_is_set_up(office: Office, settings: Settings) -> None:
    settings.SMTP_URL = ""
    make_ladder(conference=office.conference, goes_by_itself=True)
    make_reader(unit=office.unit_b, email="sau@tamphu.vn")

    assert [told(each)[2] for each in run(office.conference, FRIDAY)] == [MessageState.DRAFT] * 2


def test_message_with_one_kind_that_waits_waits(office: Office) -> None:
    make_reader(unit=office.unit_a, email="hoa@tamthang.vn")
    make_ladder(conference=office.conference, goes_by_itself=True)
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REVIEW, due_on=date(2024, 10, 17))

    made = {message.unit_id: message for message in run(office.conference, FRIDAY)}

    assert told(made[office.unit_a.pk])[2] == MessageState.DRAFT


def test_reminder_that_still_waits_gives_way_to_the_next(office: Office) -> None:
    old = run(office.conference, FRIDAY)

    new = run(office.conference, WEDNESDAY)

    assert [told(each)[2] for each in old] == [MessageState.DISCARDED] * 2
    assert [told(each)[2] for each in new] == [MessageState.DRAFT] * 2


def test_missed_rungs_send_one_message(office: Office) -> None:
    made = run(office.conference, datetime(2024, 10, 28, 3, 0, tzinfo=UTC))

    assert len(made) == 2
    assert set(Reminder.objects.values_list("step", flat=True)) == {1}


@pytest.mark.parametrize(
    "now",
    [
        datetime(2024, 10, 18, 0, 29, tzinfo=UTC),  # 7:29
        datetime(2024, 10, 18, 9, 30, tzinfo=UTC),  # 16:30
        datetime(2024, 10, 19, 2, 0, tzinfo=UTC),  # Saturday
        datetime(2024, 10, 18, 16, 0, tzinfo=UTC),  # at night
    ],
)
def test_nothing_is_made_outside_office_hours(office: Office, now: datetime) -> None:
    assert run(office.conference, now) == []


def test_nothing_is_asked_that_was_handed_in(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Tham luận", by=office.clerk, now=FRIDAY)

    assert [message.unit_id for message in run(office.conference, FRIDAY)] == [office.unit_b.pk]


def test_moved_day_starts_anew(office: Office) -> None:
    run(office.conference, FRIDAY)
    office.duty_a.refresh_from_db()
    act.set_due(duty=office.duty_a, due_on=date(2024, 10, 28), by=office.clerk, now=FRIDAY)

    made = run(office.conference, datetime(2024, 10, 21, 1, 15, tzinfo=UTC))

    assert [(row.duty_id, row.step) for message in made for row in message.reminders.all()] == [(office.duty_a.pk, -5)]


def test_ladder_that_is_off_and_conference_that_is_over_remind_of_nothing(office: Office) -> None:
    make_ladder(conference=office.conference, is_on=False)
    assert run(office.conference, FRIDAY) == []

    Ladder.objects.all().delete()
    Conference.objects.update(state=ConferenceState.HELD)
    assert climb(by=None, now=FRIDAY) == []
    Conference.objects.update(state=ConferenceState.PREPARING, held_on=date(2024, 10, 17))
    assert climb(by=None, now=FRIDAY) == []


def test_climb_serves_every_running_conference(office: Office) -> None:
    other = make_conference(host=make_unit())
    make_duty(conference=other, unit=office.unit_a)

    made = climb(by=None, now=FRIDAY)

    assert [message.conference_id for message in made] == [office.conference.pk] * 2 + [other.pk]


def test_recurring_job_climbs_each_conference_by_a_job_of_its_own(office: Office) -> None:
    climb_everywhere()

    job = Job.objects.get()
    assert (job.name, job.arguments) == ("mailbox.climb", {"conference_id": office.conference.pk})
    climb_by_job(**job.arguments)
    climb_by_job(conference_id=0)
    assert list(Reminder.objects.values_list("step", "made_at")) == [(-5, NOW), (-5, NOW)]


def test_climbing_is_one_line_of_the_trail(office: Office) -> None:
    run(office.conference, FRIDAY)
    run(office.conference, FRIDAY + timedelta(hours=1))

    (event,) = Event.objects.filter(verb="climb")
    assert (event.actor, event.scope, event.changes["messages"]) == ("system", f"conference:{office.conference.pk}", 2)


def test_units_are_reminded_by_hand_of_all_they_owe(office: Office) -> None:
    old = run(office.conference, FRIDAY)

    made = remind_units(
        conference=office.conference, unit_ids=[office.unit_a.pk, 0], by=office.clerk, now=FRIDAY + timedelta(hours=9)
    )

    assert [(each.unit_id, each.made_by, each.once) for each in made] == [(office.unit_a.pk, office.clerk, None)]
    assert made[0].send_at == datetime(2024, 10, 21, 0, 30, tzinfo=UTC)
    assert [told(each)[2] for each in old] == [MessageState.DRAFT, MessageState.DISCARDED]
    assert Reminder.objects.count() == 2


def test_reminding_nobody_makes_nothing(office: Office) -> None:
    assert remind_units(conference=office.conference, unit_ids=[], by=office.clerk, now=FRIDAY) == []


@pytest.mark.parametrize("number", [1, 3, 20])
def test_climbing_asks_as_often_for_many_units_as_for_one(
    db: None, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    conference = make_conference()
    make_user(unit=conference.host, role=Role.CLERK)
    make_ladder(conference=conference, goes_by_itself=False)
    for _ in range(number):
        make_duty(conference=conference, unit=make_unit(), state=DutyState.OPEN)

    with django_assert_num_queries(CLIMB_QUERIES):
        made = run(conference, FRIDAY)

    assert len(made) == number
