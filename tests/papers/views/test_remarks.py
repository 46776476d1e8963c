"""The page of one remark: an asked unit, a wish, the office's answer, and who sees nothing."""

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import make_duty
from tests.factories.papers import make_remark
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.papers.models import Remark

pytestmark = pytest.mark.usefixtures("monday")
TYPED = {"speaker_name": "Đặng Thị Minh", "subject": "Giữ đường hoa", "minutes": "5", "revision": "0"}


@pytest.fixture
def asked(office: Office) -> Duty:
    """Unit A was asked to prepare remarks."""
    return make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)


def test_an_asked_unit_prepares_and_the_office_takes(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, clerk, here = as_user(office.member_a), as_user(office.clerk), f"/remarks/for/{asked.pk}"

    assert member.post(here, TYPED | {"minutes": "chín"}).status_code == 422
    member.post(here, TYPED)
    assert Duty.objects.get(pk=asked.pk).state == DutyState.HANDED_IN
    assert "Nhận phát biểu" in clerk.get(here).content.decode()
    assert member.post(here, {"do": "take"}).status_code == 403
    clerk.post(here, {"do": "take", "a-answer": "Nói trước giờ nghỉ"})

    assert Duty.objects.get(pk=asked.pk).state == DutyState.ACCEPTED
    assert "Nói trước giờ nghỉ" in member.get(here).content.decode()


def test_a_window_behind_says_so(office: Office, asked: Duty, as_user: ClientOf) -> None:
    member, here = as_user(office.member_a), f"/remarks/for/{asked.pk}"
    member.post(here, TYPED)
    member.post(here, TYPED | {"subject": "Hàng rào xanh"})

    answer = member.post(here, TYPED, follow=True)

    assert "vừa có người khác đổi" in answer.content.decode()
    assert Remark.objects.get().subject == "Hàng rào xanh"


def test_a_unit_asks_to_speak_and_withdraws(office: Office, as_user: ClientOf) -> None:
    member, here = as_user(office.member_a), f"/conferences/{office.conference.pk}/remarks/wish/{office.unit_a.pk}"

    assert member.get(here).status_code == 200
    answer = member.post(here, TYPED)
    remark = Remark.objects.get()
    assert answer.headers["Location"] == f"/remarks/{remark.pk}/"
    member.post(f"/remarks/{remark.pk}/", {"do": "withdraw"})

    assert Remark.objects.get().state == "withdrawn"


def test_the_office_enters_a_wish_for_a_unit(office: Office, as_user: ClientOf) -> None:
    here = f"/conferences/{office.conference.pk}/remarks/wish/{office.unit_a.pk}"

    as_user(office.clerk).post(here, TYPED | {"channel": "phone"})

    assert (Remark.objects.get().channel, Remark.objects.get().unit) == ("phone", office.unit_a)


def test_the_office_declines_a_wish(office: Office, as_user: ClientOf) -> None:
    remark = make_remark(conference=office.conference, unit=office.unit_a)

    as_user(office.clerk).post(f"/remarks/{remark.pk}/", {"do": "decline", "a-answer": "Hết giờ"})

    assert (Remark.objects.get().state, Remark.objects.get().answer) == ("declined", "Hết giờ")


@pytest.mark.parametrize("person", ["member_b", "guest"])
def test_another_unit_sees_nothing_of_a_remark(office: Office, asked: Duty, as_user: ClientOf, person: str) -> None:
    remark = make_remark(conference=office.conference, unit=office.unit_a)
    other = as_user(getattr(office, person))
    wish = f"/conferences/{office.conference.pk}/remarks/wish/{office.unit_a.pk}"

    answers = [other.get(place).status_code for place in (f"/remarks/{remark.pk}/", f"/remarks/for/{asked.pk}", wish)]

    assert answers == [404, 404, 404]


def test_a_reader_of_the_host_answers_nothing(office: Office, as_user: ClientOf) -> None:
    remark = make_remark(conference=office.conference, unit=office.unit_a)
    reader = as_user(office.host_member)

    assert "Giữ đường hoa nông thôn" in reader.get(f"/remarks/{remark.pk}/").content.decode()
    assert reader.post(f"/remarks/{remark.pk}/", {"do": "take"}).status_code == 403
    assert reader.post(f"/remarks/{remark.pk}/", TYPED).status_code == 403
