"""The template editor: who may, what is shown, nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core.models import Setting
from tongket.documents.actions.templates import keep_template
from tongket.documents.models import Template
from tongket.documents.queries.texts import template_of
from tongket.units.models import Role

pytestmark = pytest.mark.django_db
PAGES = ("templates", "heading", "template", "template_version")


@pytest.fixture
def conference() -> Conference:
    return make_conference()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def clerk_of(conference: Conference) -> Client:
    return signed_in(make_user(unit=conference.host, role=Role.CLERK))


def keep(conference: Conference, body: str = "Bản riêng {{ dia_diem }}", seen: int = 0) -> Template:
    by = make_user(name="Lê Văn Chín")
    return keep_template(
        unit=conference.host, kind="notice", subject="Họp", body=body, note="gọn lại", seen=seen, by=by, now=NOW
    )


def address(name: str, conference: Conference) -> str:
    rest: dict[str, list[object]] = {"template": ["notice"], "template_version": ["notice", 1]}
    return reverse(f"documents:{name}", args=[conference.pk, *rest.get(name, [])])


def typed(**changes: object) -> dict[str, object]:
    return {"subject": "Họp", "body": "Tại {{ dia_diem }}", "note": "", "seen": 0} | changes


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_for_clerks_and_leaders_of_the_host(conference: Conference, name: str) -> None:
    keep(conference)
    unit_b = make_unit()
    make_duty(conference=conference, unit=unit_b)
    people = {
        200: [make_user(unit=conference.host, role=role) for role in (Role.CLERK, Role.LEADER)],
        403: [make_user(unit=conference.host)],
        404: [make_user(unit=unit_b), make_user(unit=unit_b, role=Role.CLERK), make_user()],
    }

    found = {
        code: [signed_in(user).get(address(name, conference)).status_code for user in users]
        for code, users in people.items()
    }

    assert found == {200: [200, 200], 403: [403], 404: [404, 404, 404]}


def test_another_host_sees_its_own_text(conference: Conference) -> None:
    keep(conference, "Chữ của cơ quan A")
    other = make_conference(host=make_unit())

    page = clerk_of(other).get(address("template", other)).content.decode()

    assert "Chữ của cơ quan A" not in page
    assert clerk_of(other).get(address("template_version", other)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_the_same_of_the_database(
    conference: Conference, number: int, django_assert_num_queries: object
) -> None:
    client = clerk_of(conference)
    for seen in range(number):
        keep(conference, seen=seen)

    with django_assert_num_queries(21):  # type: ignore[operator]
        page = client.get(address("templates", conference)).content.decode()

    assert f"Bản {number} của cơ quan, Lê Văn Chín ghi" in page


def test_the_editor_shows_text_names_and_paper(conference: Conference) -> None:
    page = clerk_of(conference).get(address("template", conference)).content.decode()

    assert "Thực hiện Kế hoạch số {{ so_ke_hoach }}" in page
    assert "{{ gio_hop }}" in page
    assert "Hội nghị này còn thiếu:" in page
    assert "Đang dùng mẫu gốc." in page


def test_keeping_makes_a_version(conference: Conference) -> None:
    answer = clerk_of(conference).post(address("template", conference), typed(note="gọn"))

    assert answer.status_code == 302
    text = template_of(conference.host, "notice")
    assert (text.body, text.ordinal, text.version and text.version.note) == ("Tại {{ dia_diem }}", 1, "gọn")


def test_a_wrong_text_is_told_with_line_and_name_and_stays_typed(conference: Conference) -> None:
    answer = clerk_of(conference).post(address("template", conference), typed(body="một\n{{ dia_diemm }}"))

    page = answer.content.decode()
    assert (answer.status_code, Template.objects.count()) == (422, 0)
    assert "Dòng 2: không có giá trị tên “dia_diemm”." in page
    assert "Có phải “dia_diem”?" in page
    assert "{{ dia_diemm }}</textarea>" in page


def test_who_comes_second_loses_nothing(conference: Conference) -> None:
    keep(conference)

    answer = clerk_of(conference).post(address("template", conference), typed(body="Của tôi"))

    page = answer.content.decode()
    assert (answer.status_code, Template.objects.count()) == (422, 1)
    assert "Người khác vừa ghi một bản khác." in page
    assert "Của tôi</textarea>" in page
    assert 'name="seen" value="1"' in page


def test_the_preview_works_without_script(conference: Conference) -> None:
    answer = clerk_of(conference).post(address("template", conference), typed(preview="1"))

    assert (answer.status_code, Template.objects.count()) == (200, 0)
    assert "Hội nghị này còn thiếu:" in answer.content.decode()


def test_the_preview_beside_is_one_part(conference: Conference) -> None:
    where = reverse("documents:template_preview", args=[conference.pk, "notice"])

    with_facts = clerk_of(conference).post(where, typed()).content.decode()
    with_sample = clerk_of(conference).post(where, typed(sample="1")).content.decode()
    wrong = clerk_of(conference).post(where, typed(body="{{ x }}")).content.decode()

    assert "<html" not in with_facts
    assert "địa điểm họp" in with_facts
    assert "địa điểm họp" not in with_sample
    assert "không có giá trị tên “x”" in wrong


def test_the_way_back(conference: Conference) -> None:
    keep(conference)
    where = reverse("documents:template_restore", args=[conference.pk, "notice"])

    late = clerk_of(conference).post(where, {"seen": 0}, follow=True).content.decode()
    back = clerk_of(conference).post(where, {"seen": 1}, follow=True).content.decode()

    assert "Người khác vừa ghi một bản khác." in late
    assert "Đã về mẫu gốc." in back
    assert template_of(conference.host, "notice").is_own is False


def test_versions_are_compared(conference: Conference) -> None:
    keep(conference, "Dòng chung\nCũ")
    keep(conference, "Dòng chung\nMới", seen=1)
    where = reverse("documents:template_version", args=[conference.pk, "notice", 2])

    page = clerk_of(conference).get(where).content.decode()

    assert "<del>Cũ</del>" in page
    assert "<ins>Mới</ins>" in page
    assert "<ins>Dòng chung</ins>" not in page


def test_older_version_is_put_in_force_again_from_its_own_page(conference: Conference) -> None:
    for seen, body in enumerate(("Một./.\n", "Hai./.\n")):
        keep(conference, body, seen)
    clerk, where = clerk_of(conference), reverse("documents:template_restore", args=[conference.pk, "notice"])
    pages = [reverse("documents:template_version", args=[conference.pk, "notice", n]) for n in (1, 2)]
    offered = ["Dùng lại bản" in clerk.get(page).content.decode() for page in pages]

    said = clerk.post(where, {"seen": "2", "version": "1"}, follow=True).content.decode()
    late = clerk.post(where, {"seen": "2", "version": "1"}, follow=True).content.decode()

    kept = Template.objects.get(ordinal=3)
    assert (offered, kept.body, kept.note) == ([True, False], "Một./.\n", "Như bản 1.")
    assert ("Đã dùng lại bản 1, nay là bản 3." in said, "Người khác vừa ghi một bản khác." in late) == (True, True)
    assert Template.objects.count() == 3


@pytest.mark.parametrize("name", ["template", "template_preview", "template_restore"])
def test_a_kind_that_is_none_is_not_found(conference: Conference, name: str) -> None:
    where = reverse(f"documents:{name}", args=[conference.pk, "nope"])

    assert clerk_of(conference).post(where, typed()).status_code == 404


def test_the_heading_is_set_from_a_day_on(conference: Conference) -> None:
    client = clerk_of(conference)
    values = {"own": "BAN A\n BAN B ", "valid_from_on": "1/10/2024", "profile": ""}

    answer = client.post(address("heading", conference), values)

    assert answer.status_code == 302
    assert Setting.objects.get().value == {"own": ["BAN A", "BAN B"]}
    assert "<b>BAN B</b>" in client.get(address("heading", conference)).content.decode()


def test_a_wrong_day_stays_typed(conference: Conference) -> None:
    answer = clerk_of(conference).post(address("heading", conference), {"valid_from_on": "32/10/2024"})

    assert answer.status_code == 422
    assert 'value="32/10/2024"' in answer.content.decode()
