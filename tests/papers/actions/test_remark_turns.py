"""Those who speak without a paper are given their turns, asked or not, before they said a word or after."""

import pytest

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_remark
from tests.office import Office
from tongket.conferences.actions.duties import excuse
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core.models import Event
from tongket.papers.actions.remark_turns import NotSpeaking, move_turn, set_turn
from tongket.papers.models import Remark, RemarkTurn
from tongket.papers.queries.remarks import remark_rows
from tongket.papers.rules import RemarkState

pytestmark = pytest.mark.usefixtures("monday")


@pytest.fixture
def asked(office: Office) -> Duty:
    """Unit B was asked to prepare remarks and said nothing yet."""
    return make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)


@pytest.fixture
def wish(office: Office) -> Remark:
    """Unit A asks to speak."""
    return make_remark(conference=office.conference, unit=office.unit_a)


def order_of(office: Office) -> list[tuple[str, int]]:
    return [(row.key, row.turn) for row in remark_rows(office.conference, today=NOW.date())]


def test_a_wish_moves_before_a_unit_that_was_asked_and_stays_there(office: Office, asked: Duty, wish: Remark) -> None:
    first, second = f"duty:{asked.pk}", f"remark:{wish.pk}"
    assert order_of(office) == [(first, 1), (second, 2)]

    move_turn(conference=office.conference, speaker=second, steps=-1, by=office.clerk, now=NOW)
    move_turn(conference=office.conference, speaker=second, steps=-1, by=office.clerk, now=NOW)

    assert order_of(office) == [(second, 1), (first, 2)]
    assert Event.objects.filter(verb="arrange_remarks").latest("pk").changes["after"] == [second, first]


def test_a_place_beyond_the_last_is_the_last(office: Office, asked: Duty, wish: Remark) -> None:
    set_turn(conference=office.conference, speaker=f"duty:{asked.pk}", place=9, by=office.clerk, now=NOW)

    assert [key for key, _turn in order_of(office)] == [f"remark:{wish.pk}", f"duty:{asked.pk}"]


def test_who_speaks_no_more_stands_last_without_a_turn(office: Office, asked: Duty, wish: Remark) -> None:
    excuse(duty=asked, reason="Bận", by=office.clerk, now=NOW)
    declined = make_remark(conference=office.conference, unit=office.unit_a, subject="Nữa", state=RemarkState.DECLINED)

    assert order_of(office) == [(f"remark:{wish.pk}", 1), (f"duty:{asked.pk}", 0), (f"remark:{declined.pk}", 0)]
    with pytest.raises(NotSpeaking):
        set_turn(conference=office.conference, speaker=f"duty:{asked.pk}", place=1, by=office.clerk, now=NOW)
    assert RemarkTurn.objects.count() == 0


def test_whoever_comes_later_speaks_after_those_who_have_a_turn(office: Office, asked: Duty, wish: Remark) -> None:
    move_turn(conference=office.conference, speaker=f"remark:{wish.pk}", steps=-1, by=office.clerk, now=NOW)

    late = make_remark(conference=office.conference, unit=office.unit_a, subject="Xin nói thêm")

    assert [key for key, _turn in order_of(office)] == [f"remark:{wish.pk}", f"duty:{asked.pk}", f"remark:{late.pk}"]
