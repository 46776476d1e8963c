"""A whole list comes in at once, and goes at once."""

import pytest

from tests.delegates.actions.test_answering import HOA, NHUNG, names, say
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel, DutyState
from tongket.core.models import Event
from tongket.delegates.actions.answering import revision_of
from tongket.delegates.actions.bringing_in import bring_in, take_back_bringing_in
from tongket.delegates.models import Delegate
from tongket.delegates.rules import Answer
from tongket.documents.copy_lists import read_list

LIST = """Họ tên\tChức vụ\tĐơn vị
Bà Võ Thị Hồng Nhung\tPhó Chủ tịch\tXã A
Phan Thị Mười\tChi hội trưởng\tChi hội 3"""


def brought_in(office: Office, clause: str = "II.1/4") -> Event:
    """The list above; `Xã A` is unit A."""
    found = read_list(LIST, unit_of=lambda name: str(office.unit_a.pk) if name == "Xã A" else None)
    people = [line.draft for line in found.new if line.draft]
    return bring_in(
        conference=office.conference,
        clause=clause,
        people=people,
        answer=Answer.ASKED,
        channel=Channel.EMAIL,
        by=office.clerk,
        now=NOW,
    )


def test_a_unit_that_owes_delegates_gets_its_own_and_the_rest_belong_to_the_group(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    brought_in(office)

    rows = [(each.name, each.answer, each.duty_id, each.body) for each in Delegate.objects.order_by("name")]
    assert rows == [
        (HOA.name, Answer.COMING, asked.pk, ""),
        ("Phan Thị Mười", Answer.ASKED, None, "Chi hội 3"),
        (NHUNG.name, Answer.COMING, asked.pk, ""),
    ]
    assert asked.evidence.order_by("ordinal").values_list("channel", "note")[1] == (Channel.EMAIL, "Cử 2 người dự.")


def test_guests_beyond_the_plan_owe_nothing(office: Office, asked: Duty) -> None:
    brought_in(office, clause="")

    assert [each.duty_id for each in Delegate.objects.all()] == [None, None]
    assert Duty.objects.get(pk=asked.pk).state == DutyState.OPEN


def test_it_is_taken_back_at_once_unless_somebody_changed_it(office: Office, asked: Duty) -> None:
    say(office, asked, HOA)
    before = revision_of(asked)
    event = brought_in(office)
    take_back_bringing_in(event=event, by=office.clerk, now=NOW)
    after = names(office.conference)
    again = brought_in(office)
    Delegate.objects.filter(name="Phan Thị Mười", removed_at=None).update(revision=1)

    assert after == [(HOA.name, Answer.COMING)]
    with pytest.raises(TooLate):
        take_back_bringing_in(event=again, by=office.clerk, now=NOW)
    assert len(names(office.conference)) == 3
    assert revision_of(asked) > before
