"""How many copies are printed, said with where the number comes from."""

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.test_letters import issued_list
from tests.factories.conferences import make_duty
from tests.factories.proceedings import make_build
from tests.office import Office
from tongket.conferences.models import Conference, Duty, PlanVersion
from tongket.conferences.rules import DutyKind
from tongket.delegates.queries.groups import attendance_of
from tongket.proceedings.models import Volume
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.printing import Expected, expected_at
from tongket.proceedings.queries.volume_page import volume_page

PLANNED = {"participants": [{"clause": "II.1/4", "text": "Các xã, phường: 30 đại biểu", "count": 30}]}


@pytest.fixture
def asked(office: Office) -> Duty:
    """Unit A has to send delegates."""
    return make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.DELEGATES, clause="II.1/4")


@pytest.mark.parametrize(
    ("expected", "copies", "why"),
    [
        (Expected(0, 0, 0, 0), 0, "Chưa ai xác nhận dự, kế hoạch cũng chưa nói mời bao nhiêu người."),
        (Expected(0, 0, 20, 30), 30, "Chưa ai xác nhận dự; dự kiến 30 người."),
        (Expected(0, 5, 20, 2), 20, "Chưa ai xác nhận dự; dự kiến 20 người."),
        (
            Expected(1, 0, 299, 13),
            300,
            "1 người đã xác nhận dự; 299 chỗ chưa trả lời, quá nửa, nên tính cả những chỗ ấy.",
        ),
        (Expected(40, 15, 55, 0), 40, "40 người đã xác nhận dự; 55 chỗ chưa trả lời, đều dự thì cần 95 bản."),
        (Expected(55, 0, 11, 0), 55, "55 người đã xác nhận dự; 11 chỗ chưa trả lời, đều dự thì cần 66 bản."),
        (Expected(55, 9, 0, 0), 55, "55 người đã xác nhận dự."),
    ],
)
def test_the_number_says_where_it_comes_from(expected: Expected, copies: int, why: str) -> None:
    assert (expected.copies, expected.why) == (copies, why)


def test_who_comes_is_counted_before_the_plan(office: Office, asked: Duty) -> None:
    make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.DELEGATES, clause="II.1/4")
    PlanVersion.objects.filter(conference=office.conference).update(facts=PLANNED)
    before = expected_at(office.conference, attendance_of(office.conference))
    say(office, asked, HOA, NHUNG)

    assert before == Expected(0, 0, 2, 30)
    assert expected_at(office.conference, attendance_of(office.conference)) == Expected(2, 0, 1, 0)


def page_of(client: Client, office: Office, rest: str = "") -> str:
    return client.get(f"/conferences/{office.conference.pk}/proceedings/{rest}").content.decode()


@pytest.mark.usefixtures("monday")
def test_the_page_tells_the_number_the_office_set_and_who_comes(office: Office, asked: Duty, as_user: ClientOf) -> None:
    make_build(volume=volume_of(office.conference))
    say(office, asked, HOA, NHUNG)
    clerk = as_user(office.clerk)
    page, settings = page_of(clerk, office), page_of(clerk, office, "settings")
    Volume.objects.update(copies=120)

    assert "In 2 bản. 2 người đã xác nhận dự." in page
    assert "Để trống là 2. 2 người đã xác nhận dự." in settings
    assert "In 120 bản, số văn phòng đặt. 2 người đã xác nhận dự." in page_of(clerk, office)


@pytest.mark.usefixtures("monday")
def test_a_list_whose_people_changed_after_its_issue_is_told(office: Office, asked: Duty, as_user: ClientOf) -> None:
    Conference.objects.filter(pk=office.conference.pk).update(venue="Hội trường")
    PlanVersion.objects.filter(conference=office.conference).update(number="305/KH-MTTQ-BTT")
    office.conference.refresh_from_db()
    say(office, asked, HOA, NHUNG)
    issued_list(office)
    said = "đại biểu đã đổi sau khi ban hành danh sách này"
    before = page_of(as_user(office.clerk), office)
    say(office, asked, NHUNG)
    rows = [row for part in volume_page(volume_of(office.conference)).parts for row in part.chapters]

    assert (said in before, said in page_of(as_user(office.clerk), office)) == (False, True)
    assert [row.is_outdated for row in rows] == [True]
