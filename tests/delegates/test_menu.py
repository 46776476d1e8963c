"""The entry of this room in the menu: what waits there, and which pages belong to it."""

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, say
from tests.factories.conferences import NOW, make_duty
from tests.office import Office
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind

pytestmark = pytest.mark.usefixtures("monday")


def entry(client: Client, office: Office, page: str) -> str:
    """The entry as a page shows it."""
    here = f"/conferences/{office.conference.pk}/delegates/"
    answer = client.get(f"{here}{page}").content.decode()
    return answer.split(f'<a href="{here}"', 1)[1].split("</a>", 1)[0]


def test_a_letter_without_names_is_no_list_that_waits(office: Office, asked: Duty, as_user: ClientOf) -> None:
    other = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause=asked.clause)
    hand_in(duty=other, note="Danh sách đại biểu", by=None, now=NOW)
    before = entry(as_user(office.clerk), office, "")
    say(office, asked, HOA)

    said = "danh sách đại biểu chờ xem"
    assert (said in before, said in entry(as_user(office.clerk), office, "")) == (False, True)


@pytest.mark.parametrize("page", ["", "add", "bring-in"])
def test_its_pages_stand_under_the_entry(office: Office, asked: Duty, as_user: ClientOf, page: str) -> None:
    assert 'aria-current="page"' in entry(as_user(office.clerk), office, page)
