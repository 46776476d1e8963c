"""A change of an exhibit or a paper binds a bound volume anew at once, whichever door it came through."""

from collections.abc import Callable

import pytest
from pytest_django import Settings

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_accepted
from tests.factories.proceedings import bind, make_build
from tests.office import Office
from tongket.conferences.actions.duties import excuse, hand_in, return_for_mending, set_due, start_working
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.kinds import tell_ruled_anew
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core.models import Event
from tongket.papers.actions.ruling import set_rules
from tongket.proceedings.models import Build
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.volume_page import volume_page
from tongket.proceedings.rules import BuildState

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    """Builds wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def shown(office: Office) -> Duty:
    """An exhibit that was handed in, in a conference whose volume is bound."""
    duty = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.EXHIBIT)
    hand_in(duty=duty, note="Nước mắm Tam Thanh", by=office.clerk, now=NOW)
    make_build(volume=volume_of(office.conference))
    return duty


def waiting() -> int:
    return Build.objects.filter(state=BuildState.WAITING).count()


def again(duty: Duty, office: Office) -> None:
    hand_in(duty=duty, note="Nước mắm và bánh tráng", by=office.clerk, now=NOW)


def back(duty: Duty, office: Office) -> None:
    return_for_mending(duty=duty, remark="Ghi rõ", due_at=None, by=office.clerk, now=NOW)


def freed(duty: Duty, office: Office) -> None:
    excuse(duty=duty, reason="Bận", by=office.clerk, now=NOW)


def taken_back(duty: Duty, office: Office) -> None:
    take_back(event=Event.objects.get(verb="hand_in"), by=office.clerk, now=NOW)


def ruled(duty: Duty, _office: Office) -> None:
    tell_ruled_anew(duty.conference_id)


def other_form(_duty: Duty, office: Office) -> None:
    set_rules(conference=office.conference, form={"size_pt": 13.0}, limits={}, by=office.clerk, now=NOW)


@pytest.mark.parametrize("change", [again, back, freed, taken_back, ruled, other_form])
def test_a_change_of_what_is_shown_orders_the_next_build(
    shown: Duty, office: Office, change: Callable[[Duty, Office], None]
) -> None:
    assert waiting() == 0

    change(shown, office)

    assert waiting() == 1


def test_what_nobody_reads_in_the_volume_orders_nothing(shown: Duty, office: Office) -> None:
    set_due(duty=shown, due_on=NOW.date(), by=office.clerk, now=NOW)
    other = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT)
    start_working(duty=other, by=office.clerk, now=NOW)

    assert waiting() == 0


def test_an_accepted_paper_that_is_given_back_by_the_page_of_duties_leaves_the_volume(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    make_build(volume=volume_of(office.conference))

    back(Duty.objects.get(pk=office.duty_a.pk), office)

    assert waiting() == 1


@pytest.mark.slow
def test_what_changed_of_the_exhibits_is_shown(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.EXHIBIT)
    hand_in(duty=duty, note="Nước mắm Tam Thanh", by=office.clerk, now=NOW)
    bind(office)

    again(duty, office)

    assert [row.words for row in volume_page(volume_of(office.conference)).waiting] == ["Sản phẩm trưng bày: có sửa"]
