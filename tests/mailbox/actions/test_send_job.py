"""The job of sending: it sees to its own successor, asks an absent server more seldom, and ends when all is done."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.factories.conferences import NOW, make_conference
from tests.factories.mailbox import make_draft, make_message
from tests.mailbox.sink import Sink
from tongket.core.models import Job, JobState
from tongket.mailbox.actions import sending
from tongket.mailbox.models import Delivery
from tongket.mailbox.rules import MessageState

pytestmark = pytest.mark.django_db


def waits() -> list[tuple[int, int]]:
    """For each waiting job, in how many minutes it runs and how many failures it counts."""
    jobs = Job.objects.filter(name="mailbox.send", state=JobState.WAITING).order_by("pk")
    now = timezone.now()
    return [(round((job.run_at - now).total_seconds() / 60), job.arguments["failures"]) for job in jobs]


def test_job_ends_when_everything_has_gone(sink: Sink) -> None:
    make_message(state=MessageState.QUEUED)

    sending.send_job()

    assert (len(sink.kept), waits()) == (1, [])


def test_nothing_to_send_starts_nothing(sink: Sink) -> None:
    make_message()

    sending.send_job()

    assert (Job.objects.count(), sink.lines) == (0, 0)


def test_killed_run_has_a_successor(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    make_message(state=MessageState.QUEUED)

    def killed() -> None:
        raise SystemExit

    monkeypatch.setattr(sending, "send_waiting", killed)
    with pytest.raises(SystemExit):
        sending.send_job()

    assert waits() == [(2, 0)]


def test_server_that_stays_away_is_asked_ever_more_seldom(settings: Settings) -> None:
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"
    make_message(state=MessageState.QUEUED)
    seen = []
    for failures in range(5):
        Job.objects.all().delete()
        sending.send_job(failures=failures)
        seen += waits()

    assert seen == [(1, 1), (2, 2), (5, 3), (15, 4), (15, 5)]


def test_next_run_comes_when_a_try_is_due_again(sink: Sink) -> None:
    sink.refuse = {"cham@vidu.vn": "451 wait"}
    conference = make_conference()
    make_message(conference=conference, draft=make_draft(addresses=["cham@vidu.vn"]), state=MessageState.QUEUED)
    Delivery.objects.update(attempts=1)

    sending.send_job()

    assert waits() == [(5, 0)]


def test_next_run_comes_when_a_message_is_let_go(sink: Sink) -> None:
    make_message(draft=make_draft(send_at=NOW + timedelta(minutes=90)), state=MessageState.QUEUED)

    sending.send_job()

    assert waits() == [(90, 0)]


def test_one_waiting_job_is_enough() -> None:
    sending.start_sending()
    sending.start_sending()
    sending.start_sending(at=timezone.now() + timedelta(hours=1))

    assert len(waits()) == 1
