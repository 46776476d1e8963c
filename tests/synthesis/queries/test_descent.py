"""Totals beside the conference before, whose units were merged since."""

from datetime import date

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.reviews import LAST_YEAR, YEAR, make_outline, make_review
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.values import Period
from tongket.synthesis.queries.descent import changes_since
from tongket.synthesis.queries.totals import totals_of
from tongket.units.models import Unit

THEN = Period("2024", "Năm 2023", date(2023, 1, 1), date(2023, 12, 31), is_current=True)


def two_conferences(*, now: Unit, then: tuple[Unit, ...]) -> str:
    """The sentence parts of `models`, which were 4 of each unit then and are 10 of the unit now: note and effect."""
    before = make_conference(held_on=date(2023, 10, 30))
    make_outline(conference=before, periods=(THEN,))
    for unit in then:
        make_review(conference=before, unit=unit, figures={"models": 4}, confirmed=True)
    recalculate(conference=before, by=None, now=NOW)
    conference = make_conference(host=before.host)
    make_outline(conference=conference, periods=(YEAR,))
    make_review(conference=conference, unit=now, figures={"models": 10}, confirmed=True)
    recalculate(conference=conference, by=None, now=NOW)
    (total,) = [each for each in totals_of(conference) if each.indicator.code == "models"]
    assert total.before is not None
    return f"{total.before.value:.0f}|{total.before.note}|{total.before.effect}"


@pytest.mark.django_db
def test_merged_units_are_compared_added_up() -> None:
    old = make_unit(place="Tam Phú"), make_unit(place="Tam Thanh")
    new = make_unit(place="Tam An")
    for unit in old:
        unit.successors.add(new)

    assert two_conferences(now=new, then=old) == (
        "8||số năm 2023 của xã Tam An là số của xã Tam Phú và xã Tam Thanh trước khi hợp nhất, cộng lại"
    )


@pytest.mark.django_db
def test_a_unit_of_which_a_part_left_is_not_compared() -> None:
    old, new = make_unit(place="Cũ"), make_unit(place="Mới")
    old.successors.add(new, make_unit(place="Khác"))

    assert two_conferences(now=new, then=(old,)).split("|")[1] == "xã Mới tách ra từ xã Cũ, không so được hai tổng"


@pytest.mark.django_db
def test_the_same_unit_is_compared_without_a_word() -> None:
    unit = make_unit(place="Tam Phú")

    assert two_conferences(now=unit, then=(unit,)) == "4||"


@pytest.mark.django_db
def test_a_merged_unit_that_gives_last_years_figure_itself_says_whose_it_is() -> None:
    old, new = make_unit(place="Tam Phú"), make_unit(place="Tam An")
    old.successors.add(new)
    Unit.objects.filter(pk=new.pk).update(valid_from_on=date(2024, 7, 1))
    conference = make_conference()
    make_outline(conference=conference, periods=(LAST_YEAR, YEAR))
    make_review(conference=conference, unit=new, figures={"models": 10, "models:2023": 8}, confirmed=True)
    recalculate(conference=conference, by=None, now=NOW)

    (total,) = [each for each in totals_of(conference) if each.indicator.code == "models"]

    assert total.before is not None
    assert total.before.effect == "số năm 2023 của xã Tam An là số của xã Tam Phú trước đây"


@pytest.mark.django_db
def test_a_merged_unit_that_reports_through_the_hosts_own_review_says_whose_its_figure_is() -> None:
    old, new = make_unit(place="Tam Phú"), make_unit(place="Tam An")
    old.successors.add(new)
    Unit.objects.filter(pk=new.pk).update(valid_from_on=date(2024, 7, 1))
    conference = make_conference()
    host = make_review(conference=conference, unit=conference.host, figures={"models": 1}, confirmed=True)
    make_review(conference=conference, unit=new, upper=host, figures={"models": 10, "models:2023": 8}, confirmed=True)

    assert [change.unit_name for change in changes_since(conference, date(2023, 12, 31))] == ["xã Tam An"]
