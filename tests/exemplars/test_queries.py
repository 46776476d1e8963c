"""What there is to read of exemplars."""

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.exemplars import make_exemplar
from tests.office import Office
from tongket.exemplars import actions
from tongket.exemplars.queries import (
    adopters_left,
    counts_of,
    exemplars_in,
    exemplars_of,
    others_of,
    standing_for,
    twins_of,
)
from tongket.exemplars.rules import ExemplarState
from tongket.units.rules import BodyType, PlaceKind


def test_the_register_is_that_of_one_host(office: Office) -> None:
    mine = make_exemplar(conference=office.conference, unit=office.unit_a)
    make_exemplar(conference=make_conference(), unit=office.unit_a)

    assert list(exemplars_of(office.conference.host)) == [mine]


def test_the_register_is_searched_without_accents_by_name_and_owner(office: Office) -> None:
    one = make_exemplar(conference=office.conference, unit=office.unit_a, name="Đường hoa")
    other = make_exemplar(conference=office.conference, unit=office.unit_b, name="Rau sạch")

    assert list(exemplars_of(office.conference.host, search="duong")) == [one]
    assert list(exemplars_of(office.conference.host, search="Tam Phú")) == [other]


def test_states_are_counted_and_chosen(office: Office) -> None:
    one, other = (make_exemplar(conference=office.conference, unit=unit) for unit in (office.unit_a, office.unit_b))
    actions.set_state(exemplar=other, state=ExemplarState.DROPPED, by=office.clerk, now=NOW)

    assert counts_of(office.conference.host) == {"named": 1, "dropped": 1}
    assert list(exemplars_of(office.conference.host)) == [one]
    assert list(exemplars_of(office.conference.host, state="dropped")) == [other]


def test_what_an_organisation_and_a_commune_tell_is_asked_about_once(office: Office) -> None:
    women = make_unit(place="Tam Kỳ", place_kind=PlaceKind.CITY, body=BodyType.POLITICAL_SOCIAL)
    by_women = make_exemplar(conference=office.conference, unit=women, place="xã Tam Thăng")
    by_commune = make_exemplar(conference=office.conference, unit=office.unit_a)
    make_exemplar(conference=office.conference, unit=office.unit_b)

    found = twins_of(office.conference.host)

    assert [(pair.one, pair.other, pair.place) for pair in found] == [(by_women, by_commune, "xã Tam Thăng")]

    actions.tell_apart(one=by_commune, other=by_women, by=office.clerk, now=NOW)
    assert twins_of(office.conference.host) == ()


def test_a_merged_exemplar_counts_in_a_conference_as_the_other(office: Office) -> None:
    kept = make_exemplar(conference=make_conference(host=office.conference.host), unit=office.unit_a)
    merged = make_exemplar(conference=office.conference, unit=office.unit_b)
    actions.merge_exemplars(kept=kept, merged=merged, by=office.clerk, now=NOW)

    assert list(exemplars_in(office.conference.pk)) == [kept]
    assert (standing_for(merged), standing_for(kept)) == (kept, kept)
    assert list(others_of(kept)) == []


def test_who_runs_or_took_it_over_is_not_asked_to(office: Office) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    for unit in (office.unit_a, office.unit_b):
        unit.parent = office.conference.host
        unit.save()

    assert list(adopters_left(row)) == [office.conference.host, office.unit_b]
