"""The host reports itself and asks others through its own review: those go straight to the host's sums."""

from decimal import Decimal

import pytest

from tests.factories.conferences import NOW, make_unit, make_user
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.reviews.actions.collecting import ask_below
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Review, Tally
from tongket.reviews.queries.below import added_up
from tongket.reviews.queries.children import children_of
from tongket.reviews.queries.expecting import expected_of
from tongket.reviews.queries.figures import parts_of
from tongket.reviews.queries.progress import progress
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def own(office: Office, monday: None) -> Review:
    """The host says 5 itself, unit A 7; through the host are asked a department that says 2, and one that is silent."""
    conference = office.conference
    review = make_review(conference=conference, unit=conference.host, figures={"models": 5}, confirmed=True)
    make_review(conference=conference, unit=office.unit_a, figures={"models": 7}, confirmed=True)
    units = [make_unit(name=f"Ban {name}", place="") for name in ("Phong trào", "Tổ chức")]
    Unit.objects.filter(pk__in=[unit.pk for unit in units]).update(parent=conference.host)
    ask_below(review=review, unit_ids=[unit.pk for unit in units], due_on=None, by=make_user(), now=NOW)
    lower = Review.objects.get(unit=units[0])
    lower.delete()
    make_review(conference=conference, unit=units[0], upper=review, figures={"models": 2}, confirmed=True)
    return review


def of_host(office: Office) -> Tally:
    return Tally.objects.get(
        conference=office.conference, unit=office.conference.host, indicator__code="models", period__code="2024"
    )


def test_host_adds_up_its_own_figure_and_all_others_once(office: Office, own: Review) -> None:
    by_steps = of_host(office)
    recalculate(conference=office.conference, by=None, now=NOW)

    whole = of_host(office)
    assert (by_steps.total, by_steps.number, by_steps.expected) == (Decimal(14), 3, 4)
    assert (whole.total, whole.number, whole.expected) == (Decimal(14), 3, 4)


def test_figure_opens_to_its_parts(office: Office, own: Review) -> None:
    found = parts_of(of_host(office))

    parts = {part.name: part.value for part in found.parts}
    assert parts == {office.conference.host.called: 5, office.unit_a.called: 7, "Ban Phong trào": 2}
    assert [child.name for child in found.missing] == ["Ban Tổ chức"]
    assert [child.has_below for child in children_of(office.conference, None)] == [False] * 4


def test_everybody_stands_in_the_list_of_the_office(office: Office, own: Review) -> None:
    rows = progress(office.conference)

    assert sorted((row.unit.called, row.counts) for row in rows) == sorted(
        [
            (office.conference.host.called, True),
            (office.unit_a.called, True),
            ("Ban Phong trào", True),
            ("Ban Tổ chức", False),
        ]
    )


def test_host_is_not_asked_why_its_own_figure_is_not_everybodys(office: Office, own: Review) -> None:
    assert expected_of(own).below == {}


def test_sums_are_not_put_into_the_hosts_own_form(office: Office, own: Review) -> None:
    assert added_up(own) == ({}, None)
