"""Ways in and out, and the page about oneself."""

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.factories.accounts import NOW, PASSWORD, create_link, create_user
from tongket.accounts.actions import revoke_links
from tongket.accounts.models import AccessLink, Attempt, User
from tongket.accounts.rules import CODE_LIVES, SIGN_IN_LINK_LIVES, TRIES_ALLOWED, Purpose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday")]
WRONG = "Thư điện tử hoặc mật khẩu không đúng. Gõ lại, hoặc gọi Văn phòng để lấy mã vào một lần."


@pytest.fixture
def lan() -> User:
    """Somebody with a password."""
    return create_user(name="Trần Thị Lan", email="lan@vidu.vn", password=PASSWORD)


def password(email: str = "lan@vidu.vn", word: str = PASSWORD, **more: str) -> dict[str, str]:
    """The form of e-mail and password as it is sent."""
    return {"p-email": email, "p-password": word} | more


def who(client: Client) -> str | None:
    """The key of who is signed in."""
    key: str | None = client.session.get("_auth_user_id")
    return key


def test_password_lets_in_and_leads_where_one_wanted(client: Client, lan: User) -> None:
    answer = client.post("/sign-in", password("LAN@vidu.vn", next="/me"))

    assert (answer.headers["Location"], who(client)) == ("/me", str(lan.pk))


@pytest.mark.parametrize("wanted", ["https://noi-khac.vn/", "//noi-khac.vn", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(client: Client, lan: User, wanted: str) -> None:
    assert client.post("/sign-in", password(next=wanted)).headers["Location"] == "/"


@pytest.mark.parametrize(("email", "word"), [("lan@vidu.vn", "sai-mat-khau"), ("ai@vidu.vn", PASSWORD)])
def test_wrong_password_and_unknown_email_are_told_alike(client: Client, lan: User, email: str, word: str) -> None:
    answer = client.post("/sign-in", password(email, word))

    assert (answer.status_code, WRONG in answer.content.decode(), who(client)) == (422, True, None)
    assert (Attempt.objects.count(), word in answer.content.decode()) == (1, False)


def test_account_without_a_password_is_not_entered_by_an_empty_one(client: Client) -> None:
    create_user(email="hoa@vidu.vn")

    assert client.post("/sign-in", password("hoa@vidu.vn", "")).status_code == 422
    assert client.post("/sign-in", password("hoa@vidu.vn", "!")).status_code == 422
    assert who(client) is None


def test_too_many_tries_must_wait_even_with_the_right_password(client: Client, lan: User) -> None:
    for _ in range(TRIES_ALLOWED):
        client.post("/sign-in", password(word="sai-mat-khau"))

    answer = client.post("/sign-in", password())

    assert (answer.status_code, who(client)) == (429, None)
    assert "Đã thử sai nhiều lần. Đợi 15 phút rồi thử lại" in answer.content.decode()


def test_spoken_code_lets_in_once(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan)

    answer = client.post("/sign-in", {"c-code": secret.spoken, "by_code": "1", "next": "/me"})
    again = Client().post("/sign-in", {"c-code": secret.spoken, "by_code": "1"})

    assert (answer.headers["Location"], who(client)) == ("/me", str(lan.pk))
    assert (again.status_code, "Mã này không đúng hoặc đã hết hạn." in again.content.decode()) == (422, True)


def test_looking_at_a_link_uses_nothing_up(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan, target="/me")

    page = client.get(f"/enter/{secret.token}").content.decode()
    assert ("Vào với tên Trần Thị Lan" in page, who(client)) == (True, None)
    answer = client.post(f"/enter/{secret.token}")

    assert (answer.headers["Location"], who(client)) == ("/me", str(lan.pk))
    assert client.get(f"/enter/{secret.token}").status_code == 410


def test_link_to_a_units_page_opens_again_on_another_phone(lan: User) -> None:
    _, secret = create_link(user=lan, purpose=Purpose.UNIT_PAGE, target="/me")
    first, second = Client(), Client()

    places = [each.post(f"/enter/{secret.token}").headers["Location"] for each in (first, second)]

    assert places == ["/me", "/me"]
    assert AccessLink.objects.get().used_at is None


def test_revoked_and_unknown_links_look_alike(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan)
    revoke_links(user=lan, by=lan, now=NOW)

    answers = [client.post(f"/enter/{token}") for token in (secret.token, "khong-co")]

    assert [answer.status_code for answer in answers] == [410, 410]
    assert all("Đường dẫn không dùng được nữa" in answer.content.decode() for answer in answers)
    assert who(client) is None


def test_sign_out_only_by_the_button(client_of: ClientOf, lan: User) -> None:
    client = client_of(lan)

    assert (client.get("/sign-out").status_code, who(client)) == (405, str(lan.pk))
    client.post("/sign-out")
    assert who(client) is None


def test_password_is_changed_by_who_knows_the_old_one(client_of: ClientOf, lan: User) -> None:
    client, other = client_of(lan), client_of(lan)

    wrong = client.post("/me", {"old": "sai", "password": "khac-han-roi"})
    assert "Mật khẩu đang dùng không đúng." in wrong.content.decode()
    assert wrong.status_code == 422
    client.post("/me", {"old": PASSWORD, "password": "khac-han-roi"})

    assert User.objects.get(pk=lan.pk).check_password("khac-han-roi")
    assert client.get("/me").status_code == 200
    assert other.get("/me").headers["Location"] == "/sign-in?next=/me"


def test_who_came_by_a_link_sets_email_and_password(client_of: ClientOf) -> None:
    hoa = create_user(name="Nguyễn Văn Hòa", email=None)
    client = client_of(hoa)

    client.post("/me", {"email": "hoa@vidu.vn", "password": "giay-muc-dau"})

    kept = User.objects.get(pk=hoa.pk)
    assert (kept.email, kept.check_password("giay-muc-dau")) == ("hoa@vidu.vn", True)


def test_email_of_another_account_is_not_taken(client_of: ClientOf, lan: User) -> None:
    answer = client_of(create_user(email=None)).post("/me", {"email": "Lan@vidu.vn", "password": "giay-muc-dau"})

    assert "Thư điện tử Lan@vidu.vn đã có tài khoản khác. Dùng thư khác." in answer.content.decode()


def test_weak_new_password_is_refused(client_of: ClientOf, lan: User) -> None:
    answer = client_of(lan).post("/me", {"old": PASSWORD, "password": "12345678901"})

    assert "Mật khẩu toàn chữ số. Thêm chữ cái." in answer.content.decode()
    assert User.objects.get(pk=lan.pk).check_password(PASSWORD)


def spoken(code: str, **more: str) -> dict[str, str]:
    """The form of the code as it is sent."""
    return {"c-code": code, "by_code": "1"} | more


def test_empty_code_is_asked_for_again_and_is_no_try(client: Client, lan: User) -> None:
    answer = client.post("/sign-in", spoken(" "))

    assert (answer.status_code, list(answer.context["code"].errors), Attempt.objects.count()) == (422, ["code"], 0)


def test_faulty_email_is_no_try(client: Client, lan: User) -> None:
    answer = client.post("/sign-in", password("lan"))

    assert (answer.status_code, list(answer.context["password"].errors), Attempt.objects.count()) == (422, ["email"], 0)


def test_wrong_codes_and_wrong_passwords_are_counted_together(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan)
    for each in range(TRIES_ALLOWED):
        client.post("/sign-in", spoken("0000 000x") if each % 2 else password(word="sai-mat-khau"))

    answer = client.post("/sign-in", spoken(secret.spoken))

    assert (answer.status_code, who(client)) == (429, None)
    assert AccessLink.objects.get().used_at is None


def test_lock_out_is_for_one_source_only(client: Client, lan: User) -> None:
    for _ in range(TRIES_ALLOWED):
        client.post("/sign-in", password(word="sai-mat-khau"))

    answer = client.post("/sign-in", password(), REMOTE_ADDR="192.168.1.20")

    assert (answer.status_code, who(client)) == (302, str(lan.pk))


def test_code_leads_to_what_its_link_is_for(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan, target="/me")

    assert client.post("/sign-in", spoken(secret.code, next="/units/")).headers["Location"] == "/me"


def test_code_leads_to_no_other_site(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan)

    assert client.post("/sign-in", spoken(secret.code, next="https://noi-khac.vn/")).headers["Location"] == "/"


def test_page_of_ways_in_keeps_where_one_wanted(client: Client, lan: User) -> None:
    asked = client.get("/sign-in?next=/me")
    refused = client.post("/sign-in", password(word="sai", next="/me"))

    assert [answer.context["next"] for answer in (asked, refused)] == ["/me", "/me"]


def test_old_code_and_code_of_a_closed_account_let_nobody_in(client: Client, lan: User) -> None:
    _, old = create_link(user=lan, now=NOW - CODE_LIVES)
    _, closed = create_link(user=create_user())
    User.objects.exclude(pk=lan.pk).update(is_active=False)

    answers = [client.post("/sign-in", spoken(secret.code)) for secret in (old, closed)]

    assert ([answer.status_code for answer in answers], who(client)) == ([422, 422], None)


def test_closed_account_is_not_entered_by_its_password(client: Client, lan: User) -> None:
    User.objects.update(is_active=False)

    answer = client.post("/sign-in", password())

    assert (answer.status_code, WRONG in answer.content.decode(), who(client)) == (422, True, None)


def test_link_that_ended_says_so_and_lets_nobody_in(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan, now=NOW - SIGN_IN_LINK_LIVES)

    answers = [client.get(f"/enter/{secret.token}"), client.post(f"/enter/{secret.token}")]

    assert ([answer.status_code for answer in answers], who(client)) == ([410, 410], None)


def test_link_without_a_target_leads_home(client: Client, lan: User) -> None:
    _, secret = create_link(user=lan)

    assert client.post(f"/enter/{secret.token}").headers["Location"] == "/"


@pytest.mark.parametrize("path", ["/sign-in", "/enter/khong-co"])
def test_ways_in_are_kept_by_no_cache(client: Client, lan: User, path: str) -> None:
    assert "no-store" in client.get(path)["Cache-Control"]


def test_page_about_oneself_is_closed_to_who_is_not_in(client: Client, lan: User) -> None:
    assert client.get("/me").headers["Location"] == "/sign-in?next=/me"
