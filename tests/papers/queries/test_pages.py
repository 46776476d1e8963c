"""How often the pages of papers ask the database, however much they show."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_duty, make_unit
from tests.factories.papers import make_comment, make_remark, make_version
from tests.office import Office
from tongket.conferences.access import rights_of
from tongket.papers.queries.listing import papers_of
from tongket.papers.queries.paper_page import paper_page
from tongket.papers.queries.papers import paper_of
from tongket.papers.queries.remarks import remark_rows

TODAY = NOW.date()


@pytest.mark.parametrize("number", [1, 3])
def test_a_paper_asks_as_often_for_many_versions_and_comments(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make_version(duty=office.duty_a, by=office.member_a)
        make_comment(duty=office.duty_a, by=office.clerk)
    paper, rights = paper_of(office.duty_a), rights_of(office.clerk, office.conference, on=TODAY)

    with django_assert_num_queries(7):
        page = paper_page(paper, rights, wanted=None, today=TODAY)
        shown = [(row.way, row.pages, row.shown.words) for row in page.versions]
        said = [(comment.made_by.name, comment.text) for comment in page.comments]

    assert (len(shown), len(said)) == (number, number)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_often_for_many_papers(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make_version(duty=make_duty(conference=office.conference, unit=make_unit()))

    with django_assert_num_queries(7):
        rows = papers_of(office.conference, shown="waiting", today=TODAY).rows
        shown = [(row.unit_name, row.shown.words, row.days_late) for row in rows]

    assert len(shown) == number


@pytest.mark.parametrize("number", [1, 3])
def test_remarks_ask_as_often_for_many(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make_remark(conference=office.conference, unit=make_unit())

    with django_assert_num_queries(2):
        shown = [(row.unit_name, row.shown.words) for row in remark_rows(office.conference, today=TODAY)]

    assert len(shown) == number
