"""More time: asked by a unit, answered by the office."""

from datetime import date

import pytest

from tests.conferences.conftest import Office
from tests.factories.conferences import NOW
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.actions.extensions import answer_extension, ask_extension
from tongket.conferences.models import Duty, ExtensionState
from tongket.conferences.rules import DueSource


def test_granted_extension_becomes_the_offices_day(office: Office) -> None:
    wish = ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW)
    answer_extension(extension=wish, granted=True, answer="Đồng ý", by=office.clerk, now=NOW)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (wish.state, duty.due_on, duty.due_source) == (ExtensionState.GRANTED, date(2024, 10, 28), DueSource.OFFICE)


def test_refused_extension_leaves_the_day(office: Office) -> None:
    wish = ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW)
    answer_extension(extension=wish, granted=False, answer="Kịp in tài liệu", by=office.clerk, now=NOW)

    assert (wish.state, Duty.objects.get(pk=office.duty_a.pk).due_on) == (ExtensionState.REFUSED, date(2024, 10, 25))


def test_error_second_wish_while_one_is_open(office: Office) -> None:
    ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW)

    with pytest.raises(DutyMoved):
        ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 29), reason="Lần nữa", by=office.member_a, now=NOW)


def test_error_answered_twice(office: Office) -> None:
    wish = ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 28), reason="Họp xã", by=office.member_a, now=NOW)
    answer_extension(extension=wish, granted=False, answer="", by=office.clerk, now=NOW)

    with pytest.raises(DutyMoved):
        answer_extension(extension=wish, granted=True, answer="", by=office.leader, now=NOW)
