"""The page that calls a conference off, its band on every page, the notice that it proposes."""

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.mailbox import make_message
from tests.office import Office
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.mailbox.actions.calling_off import call_off
from tongket.mailbox.models import Message

BAND = "Hội nghị đã hủy"


def page_of(office: Office) -> str:
    return f"/conferences/{office.conference.pk}/call-off"


def called_off(office: Office) -> Event:
    return call_off(conference=office.conference, reason="Bão số 6", by=office.clerk, now=NOW)


def test_office_calls_off_with_a_reason_and_takes_it_back(office: Office, as_user: ClientOf) -> None:
    make_message(conference=office.conference)
    clerk = as_user(office.clerk)
    asked = clerk.get(page_of(office)).content.decode()

    said = clerk.post(page_of(office), {"reason": "Bão số 6"}, follow=True).content.decode()
    link = said.split('action="/conferences/undo-call-off/')[1].split('"')[0]
    state = Conference.objects.get().state
    back = clerk.post(f"/conferences/undo-call-off/{link}", follow=True).content.decode()

    assert "1 thư đang chờ sẽ dừng" in asked
    assert (state, BAND in said, "Bão số 6" in said, 'value="cancellation"' in said) == ("cancelled", True, True, True)
    assert (Conference.objects.get().state, BAND in back) == ("preparing", False)
    assert Message.objects.get().state == "draft"


@pytest.mark.parametrize("reason", ["", "   "])
def test_error_without_a_reason_nothing_happens(office: Office, as_user: ClientOf, reason: str) -> None:
    answer = as_user(office.clerk).post(page_of(office), {"reason": reason})

    assert (answer.status_code, Conference.objects.get().state) == (422, "preparing")
    assert "Ô này còn trống. Điền rồi bấm lại." in answer.content.decode()


def test_error_second_one_is_told_that_it_is_over(office: Office, as_user: ClientOf) -> None:
    called_off(office)

    page = as_user(office.leader).post(page_of(office), {"reason": "Khác"}, follow=True).content.decode()

    assert ("không hủy được nữa" in page, Conference.objects.get().cancel_reason) == (True, "Bão số 6")


def test_only_who_decides_calls_off(office: Office, as_user: ClientOf) -> None:
    people = (office.host_member, office.member_a, office.guest)

    codes = [as_user(each).post(page_of(office), {"reason": "x"}).status_code for each in people]

    assert (codes, Conference.objects.get().state) == ([403, 404, 404], "preparing")


@pytest.mark.parametrize("address", ["", "plan/", "documents/", "outbox/", "register/", "mail/in/", "papers/"])
def test_pages_stay_readable_with_a_band(office: Office, as_user: ClientOf, address: str) -> None:
    called_off(office)

    answer = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/{address}")

    page = answer.content.decode()
    assert (answer.status_code, BAND in page, "Bão số 6" in page) == (200, True, True)


def test_units_see_the_band_too(office: Office, as_user: ClientOf) -> None:
    called_off(office)

    unit = as_user(office.member_a).get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/")
    duty = as_user(office.member_a).get(f"/duties/{office.duty_a.pk}/")
    other = as_user(office.member_b).get(f"/conferences/{office.conference.pk}/units/{office.unit_a.pk}/")

    assert [BAND in page.content.decode() for page in (unit, duty)] == [True, True]
    assert other.status_code == 404


def test_notice_is_offered_only_then_and_says_the_reason(office: Office, as_user: ClientOf) -> None:
    clerk, address = as_user(office.clerk), f"/conferences/{office.conference.pk}/documents/new"
    before = clerk.get(address).content.decode()
    called_off(office)

    written = clerk.post(address, {"offer": "cancellation"}, follow=True).content.decode()

    assert 'value="cancellation"' not in before
    assert "Vì lý do Bão số 6, " in written


def test_program_calls_off_too(office: Office, as_user: ClientOf) -> None:
    address = f"/api/mailbox/conferences/{office.conference.pk}/call-off"
    clerk = as_user(office.clerk)

    empty = clerk.post(address, {"reason": " "}, content_type="application/json")
    done = clerk.post(address, {"reason": "Bão số 6"}, content_type="application/json")
    twice = clerk.post(address, {"reason": "Bão"}, content_type="application/json")
    back = f"/api/mailbox/conferences/take-back-call-off/{done.json()['event']}"

    assert (empty.status_code, done.status_code, twice.status_code) == (422, 200, 409)
    assert as_user(office.member_b).post(back).status_code == 404
    assert clerk.post(back).json() == {"messages": []}
    assert Conference.objects.get().state == "preparing"
