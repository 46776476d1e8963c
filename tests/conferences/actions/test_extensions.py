"""More time: asked by a unit, answered by the office."""

from datetime import date

import pytest

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.models import Duty, ExtensionState
from tongket.conferences.rules import DueSource


def test_granted_extension_becomes_the_offices_day(office: Office) -> None:
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    answer_extension(extension=wish, granted=True, answer="Đồng ý", by=office.clerk, now=NOW)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (wish.state, duty.due_on, duty.due_source) == (ExtensionState.GRANTED, date(2024, 10, 28), DueSource.OFFICE)


def test_refused_extension_leaves_the_day(office: Office) -> None:
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    answer_extension(extension=wish, granted=False, answer="Kịp in tài liệu", by=office.clerk, now=NOW)

    assert (wish.state, Duty.objects.get(pk=office.duty_a.pk).due_on) == (ExtensionState.REFUSED, date(2024, 10, 25))


def test_error_second_wish_while_one_is_open(office: Office) -> None:
    ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW)

    with pytest.raises(DutyMoved):
        ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 29), reason="Lần nữa", by=office.member_a, now=NOW)


def test_error_answered_twice(office: Office) -> None:
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )
    answer_extension(extension=wish, granted=False, answer="", by=office.clerk, now=NOW)

    with pytest.raises(DutyMoved):
        answer_extension(extension=wish, granted=True, answer="", by=office.leader, now=NOW)


def test_granted_extension_of_a_returned_duty_moves_its_own_due_time(office: Office) -> None:
    act.hand_in(duty=office.duty_a, note="Bản 1", by=office.member_a, now=NOW)
    act.return_for_mending(duty=office.duty_a, remark="Dài", due_at=NOW, by=office.clerk, now=NOW)
    wish, _ = ask_extension(
        duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW
    )

    answer_extension(extension=wish, granted=True, answer="", by=office.clerk, now=NOW)

    assert Duty.objects.get(pk=office.duty_a.pk).return_due_at == act.end_of_day(date(2024, 10, 28))
