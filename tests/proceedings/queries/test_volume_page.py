"""The page of the volume asks as often for many chapters and builds, and folds a part that is one list."""

import pytest
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.papers import make_accepted
from tests.factories.proceedings import make_build
from tests.office import Office
from tongket.conferences.models import Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.volume_page import volume_page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_often_for_many_papers(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make_accepted(duty=make_duty(conference=office.conference, unit=make_unit()))
        make_build(volume=volume_of(office.conference))
    volume = volume_of(office.conference)

    with django_assert_num_queries(29):
        page = volume_page(volume)
        shown = [(row.title, row.by) for part in page.parts for row in part.chapters]

    assert len(shown) == number


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_part_that_is_one_list_is_one_line(office: Office, language: str) -> None:
    duty = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT, state=DutyState.HANDED_IN)
    Evidence.objects.create(duty=duty, ordinal=1, note="Nón lá", received_at=NOW, entered_at=NOW)
    make_accepted(duty=office.duty_a)

    with override(language):
        parts = {part.code: part for part in volume_page(volume_of(office.conference)).parts}

    whole = parts["exhibits"].whole
    assert (whole is not None and whole.code, parts["papers"].whole) == ("exhibits", None)
