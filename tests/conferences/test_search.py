"""What the search inside a conference finds, and for whom."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.access import Rights
from tongket.conferences.queries.search import find

Browser = Callable[[User], Client]


@pytest.fixture
def everything(office: Office) -> Rights:
    """The rights of somebody who sees the whole conference."""
    return Rights(is_host=True, is_clerk=True, is_leader=False, units=frozenset())


def test_same_task_of_two_units_is_one_line_that_leads_to_both(office: Office, everything: Rights) -> None:
    found = find(office.conference, everything, "chuan bi THAM luan")

    assert [(each.label, each.duty.clause, set(each.owers)) for each in found.assigned] == [
        ("Tham luận", "I/1", {(office.duty_a.pk, "Tam Thăng"), (office.duty_b.pk, "Tam Phú")})
    ]


def test_unit_is_found_by_its_place_without_accents(office: Office, everything: Rights) -> None:
    found = find(office.conference, everything, "tam thang")

    assert found.units == (office.unit_a,)
    assert [pk for each in found.assigned for pk, _name in each.owers] == [office.duty_a.pk]


@pytest.mark.parametrize("asked", ["", "   ", "🎉"])
def test_nothing_asked_or_nothing_there_finds_nothing(office: Office, everything: Rights, asked: str) -> None:
    assert find(office.conference, everything, asked).is_empty


def test_reader_of_one_unit_finds_neither_the_others_nor_their_duties(office: Office) -> None:
    only_b = Rights(is_host=False, is_clerk=False, is_leader=False, units=frozenset({office.unit_b.pk}))

    found = find(office.conference, only_b, "tham luan")

    assert [pk for each in found.assigned for pk, _name in each.owers] == [office.duty_b.pk]
    assert find(office.conference, only_b, "tam thang").units == ()


def test_page_asks_again_and_keeps_what_was_typed(office: Office, as_user: Browser) -> None:
    page = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/search", {"q": "  không   có  "})

    assert page.context["asked"] == "không có"
    assert "Thử ít chữ hơn; gõ không dấu cũng tìm được." in page.content.decode()


def test_page_with_nothing_asked_only_asks(office: Office, as_user: Browser) -> None:
    page = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/search").content.decode()

    assert ("Tìm trong hội nghị" in page, "Không thấy gì" in page) == (True, False)
