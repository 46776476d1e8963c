"""The first page of an empty installation."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.accounts import create_user
from tongket.accounts.models import Attempt, User
from tongket.units.models import Membership

pytestmark = pytest.mark.django_db
TYPED = {
    "unit_name": "MTTQ xã Bình Minh",
    "body": "front",
    "place_kind": "xã",
    "place": "Bình Minh",
    "name": "Trần Thị Lệ",
    "post": "Chuyên viên",
    "email": "le@vidu.vn",
    "password": "giay-muc-dau",
}


def test_every_address_leads_here_while_nobody_is_there(client: Client) -> None:
    assert client.get("/units/").headers["Location"] == "/first-run"


def test_first_visitor_makes_host_and_account_and_is_in(client: Client) -> None:
    answer = client.post("/first-run", TYPED)

    assert answer.headers["Location"] == "/conferences/"
    place = Membership.objects.select_related("unit", "person__user").get()
    assert (place.unit.name, place.role) == ("MTTQ xã Bình Minh", "clerk")
    assert client.session["_auth_user_id"] == str(place.person.user_id)


def test_faulty_form_keeps_what_was_typed(client: Client) -> None:
    page = client.post("/first-run", TYPED | {"password": "12345678"}).content.decode()

    assert "Mật khẩu toàn chữ số. Thêm chữ cái." in page
    assert 'value="MTTQ xã Bình Minh"' in page
    assert not User.objects.exists()


def test_page_is_gone_once_somebody_is_there(client: Client) -> None:
    create_user()

    assert [client.get("/first-run").status_code, client.post("/first-run", TYPED).status_code] == [404, 404]
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    "where",
    [{"REMOTE_ADDR": "192.168.1.20"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, {"HTTP_FORWARDED": "for=203.0.113.7"}],
)
def test_visitor_from_elsewhere_cannot_begin(client: Client, where: dict[str, str]) -> None:
    answer = client.post("/first-run", TYPED, **where)  # type: ignore[arg-type]

    assert answer.status_code == 403
    assert "được tạo ở trình duyệt của chính máy chạy phần mềm" in answer.content.decode()
    assert not User.objects.exists()


def test_setup_code_lets_begin_from_anywhere(client: Client, settings: Settings) -> None:
    settings.SETUP_CODE = "mo-dau"

    page = client.post("/first-run", {"code": "mo-dau"}, REMOTE_ADDR="203.0.113.7").content.decode()
    assert '<input type="hidden" name="code" value="mo-dau">' in page
    client.post("/first-run", TYPED | {"code": "mo-dau"}, REMOTE_ADDR="203.0.113.7")

    assert User.objects.get().email == "le@vidu.vn"


def test_wrong_setup_code_is_refused_even_here_and_counted(client: Client, settings: Settings) -> None:
    settings.SETUP_CODE = "mo-dau"

    answer = client.post("/first-run", TYPED | {"code": "sai"})

    assert answer.status_code == 403
    assert "Mã này không đúng." in answer.content.decode()
    assert (User.objects.count(), Attempt.objects.count()) == (0, 1)


def test_guessing_the_setup_code_must_wait(client: Client, settings: Settings) -> None:
    settings.SETUP_CODE = "mo-dau"
    for _ in range(10):
        client.post("/first-run", {"code": "sai"})

    answer = client.post("/first-run", TYPED | {"code": "mo-dau"})

    assert "Đã thử sai nhiều lần." in answer.content.decode()
    assert not User.objects.exists()
