"""Speakers are moved, and a paper gets limits of its own."""

from decimal import Decimal

from tests.factories.conferences import NOW
from tests.factories.papers import make_version
from tests.office import Office
from tongket.conferences.actions.duties import excuse
from tongket.conferences.models import Duty
from tongket.core.models import Event, Job
from tongket.papers.actions.arranging import move_place, set_limits, set_place
from tongket.papers.models import Paper
from tongket.papers.queries.form import ruled_by, ruled_for
from tongket.papers.queries.papers import duties_with_papers, paper_of, speaking_order


def order_of(office: Office) -> list[str]:
    """The units in the order of speaking."""
    return [duty.unit_name[-9:] for duty in speaking_order(duties_with_papers(office.conference))]


def test_a_speaker_moves_one_turn_and_stays_at_the_end(office: Office) -> None:
    assert order_of(office) == ["Tam Thăng", "ã Tam Phú"]

    move_place(duty=office.duty_b, steps=-1, by=office.clerk, now=NOW)
    move_place(duty=office.duty_b, steps=-1, by=office.clerk, now=NOW)

    assert order_of(office) == ["ã Tam Phú", "Tam Thăng"]
    assert list(Paper.objects.order_by("place").values_list("pk", "place")) == [
        (office.duty_b.pk, 1),
        (office.duty_a.pk, 2),
    ]
    assert Event.objects.filter(verb="arrange_papers").latest("pk").changes["paper"] == office.duty_b.pk


def test_a_place_beyond_the_last_is_the_last(office: Office) -> None:
    set_place(duty=office.duty_a, place=9, by=office.clerk, now=NOW)

    assert order_of(office) == ["ã Tam Phú", "Tam Thăng"]


def test_a_paper_that_is_owed_no_more_takes_no_turn(office: Office) -> None:
    excuse(duty=office.duty_a, reason="Bận", by=office.clerk, now=NOW)

    set_place(duty=Duty.objects.get(pk=office.duty_b.pk), place=1, by=office.clerk, now=NOW)
    set_place(duty=Duty.objects.get(pk=office.duty_a.pk), place=1, by=office.clerk, now=NOW)

    assert list(Paper.objects.values_list("pk", "place")) == [(office.duty_b.pk, 1)]


def test_own_limits_hold_for_one_paper_and_have_it_measured_again(office: Office) -> None:
    version = make_version(duty=office.duty_a)
    paper = paper_of(office.duty_a)

    set_limits(paper=paper, pages=Decimal(5), minutes=None, rate=180, by=office.clerk, now=NOW)

    ruled = ruled_by(office.conference, on=NOW.date())
    limits = ruled_for(paper_of(office.duty_a), ruled).limits
    assert (limits.pages, limits.minutes, limits.rate, limits.fast_rate) == (5.0, ruled.limits.minutes, 180.0, 198.0)
    assert Job.objects.get().arguments == {"version_id": version.pk}
