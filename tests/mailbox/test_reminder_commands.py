"""`tongket mail remind`: what it prints, what it makes."""

import argparse

import pytest

from tests.factories.reminders import make_ladder
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.mailbox.models import Message
from tongket.mailbox.reminder_commands import remind


def call(conference: int, *, dry_run: bool) -> int:
    """Calls the command as the table does."""
    return remind(argparse.Namespace(conference=conference, dry_run=dry_run))


def test_dry_run_prints_and_makes_nothing(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    make_ladder(conference=office.conference, goes_by_itself=True)

    code = call(office.conference.pk, dry_run=True)

    assert (code, Message.objects.count()) == (0, 0)
    assert capsys.readouterr().out == (
        f"{office.unit_b.name} | đơn vị | tự gửi | paper #{office.duty_b.pk} (-5)\n"
        f"{office.unit_a.name} | đơn vị | tự gửi | paper #{office.duty_a.pk} (-5)\n"
        "2 lời nhắc; chưa đưa vào thư đi.\n"
    )


def test_command_puts_reminders_in_the_outbox_once(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    call(office.conference.pk, dry_run=False)
    call(office.conference.pk, dry_run=False)

    said = capsys.readouterr().out.splitlines()
    assert (said[2:], Message.objects.count()) == (
        ["Đã đưa 2 lời nhắc vào thư đi.", "Lúc này không có ai để nhắc."],
        2,
    )


def test_nobody_to_remind(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    Duty.objects.update(state=DutyState.EXCUSED)

    assert call(office.conference.pk, dry_run=True) == 0
    assert capsys.readouterr().out == "Lúc này không có ai để nhắc.\n"


def test_error_unknown_conference(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(99, dry_run=True) == 2
    assert capsys.readouterr().err == "Không có hội nghị số 99. Xem số ở `tongket conference list`.\n"
