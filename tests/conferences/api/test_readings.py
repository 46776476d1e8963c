"""Readings as JSON: brought in, put right, made into a conference."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.conferences import make_user
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Conference, Reading
from tongket.units.models import Role

Browser = Callable[[User], Client]
BASE = "/api/conferences/readings"
TEXT = "Tam Kỳ, ngày 11 tháng 10 năm 2024\n\nKẾ HOẠCH\n\nTổng kết phong trào\n\nI. MỤC ĐÍCH\n\nĐánh giá kết quả.\n"
pytestmark = pytest.mark.slow


def post(client: Client, address: str, body: dict[str, Any] | None = None) -> Any:
    return client.post(address, json.dumps(body or {}), content_type="application/json")


@pytest.fixture
def clerk(office: Office, as_user: Browser) -> Client:
    return as_user(office.clerk)


@pytest.fixture
def read(clerk: Client) -> dict[str, Any]:
    """A plan without an issuer, read from its words."""
    answer: dict[str, Any] = post(clerk, f"{BASE}/text", {"text": TEXT}).json()
    return answer


def fact_of(read: dict[str, Any], key: str) -> int:
    return next(int(fact["id"]) for fact in read["facts"] if fact["key"] == key)


def test_plan_is_read_put_right_and_started(office: Office, clerk: Client) -> None:
    from_file = {"file": SimpleUploadedFile("ke-hoach.txt", TEXT.encode())}

    read = clerk.post(BASE, from_file).json()
    edit = f"{BASE}/{read['id']}/facts/{fact_of(read, 'issuer')}/edit"
    edited = post(clerk, edit, {"value": office.conference.host.name}).json()
    started = post(clerk, f"{BASE}/{read['id']}/start").json()

    assert (edited["plan"]["issuer"], edited["plan"]["title"]) == (office.conference.host.name, "Tổng kết phong trào")
    assert clerk.get(f"/api/conferences/{started['id']}/duties").json() == []


def test_fact_goes_through_its_states(clerk: Client, read: dict[str, Any]) -> None:
    fact = f"{BASE}/{read['id']}/facts/{fact_of(read, 'title')}"

    states = [
        next(row["state"] for row in post(clerk, f"{fact}/{verb}", body).json()["facts"] if row["key"] == "title")
        for verb, body in (("confirm", None), ("edit", {"value": "Khác"}), ("remove", None), ("restore", None))
    ]

    assert states == ["confirmed", "edited", "removed", "read"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("issued_on", "2024-09-31", "issued_on: value"),
        ("papers", {"clause": None, "unit": "", "topic": None}, "unit: "),
        ("papers", 7, "clause, unit, topic"),
        ("nothing", "x", "issuer"),
    ],
    ids=["no such day", "empty unit", "not an object", "no such key"],
)
def test_value_that_the_page_would_refuse_is_refused(
    clerk: Client, read: dict[str, Any], key: str, value: object, said: str
) -> None:
    answer = post(clerk, f"{BASE}/{read['id']}/facts", {"key": key, "value": value})

    assert (answer.status_code, said in answer.json()["detail"]) == (422, True)


def test_fact_is_added(clerk: Client, read: dict[str, Any]) -> None:
    paper = {"clause": None, "unit": "Hội Nông dân thành phố", "topic": "Mô hình mới"}

    assert post(clerk, f"{BASE}/{read['id']}/facts", {"key": "papers", "value": paper}).json()["plan"]["papers"] == [
        paper
    ]


def test_host_name_and_finding_are_settled(office: Office, clerk: Client, read: dict[str, Any]) -> None:
    base = f"{BASE}/{read['id']}"

    hosted = post(clerk, f"{base}/host", {"unit_id": office.conference.host_id}).json()
    named = post(clerk, f"{base}/names", {"name": "Đoàn", "unit_ids": [office.unit_a.pk]}).status_code
    forgotten = post(clerk, f"{base}/names", {"name": "Đoàn", "unit_ids": None}).status_code
    finding = hosted["findings"][0]["key"]
    answered = post(clerk, f"{base}/answers", {"finding": finding, "answer": "seen"}).json()

    assert (hosted["host"], named, forgotten) == (office.conference.host.name, 200, 200)
    assert next(each["answer"] for each in answered["findings"] if each["key"] == finding) == "seen"


def test_reading_without_host_is_not_started(clerk: Client, read: dict[str, Any]) -> None:
    answer = post(clerk, f"{BASE}/{read['id']}/start")

    assert (answer.status_code, answer.json()["detail"]) == (
        422,
        "Kế hoạch không nêu cơ quan ban hành. Chọn đơn vị chủ trì, hoặc thêm đơn vị vào danh bạ.",
    )


def test_reading_is_put_aside_and_taken_up(clerk: Client, read: dict[str, Any]) -> None:
    base = f"{BASE}/{read['id']}"

    states = [post(clerk, f"{base}/{verb}").json()["state"] for verb in ("drop", "take-up")]
    again = post(clerk, f"{base}/take-up").status_code

    assert (states, again) == (["dropped", "open"], 409)


def test_unreadable_file_is_refused_with_its_finding(clerk: Client) -> None:
    answer = clerk.post(BASE, {"file": SimpleUploadedFile("a.pdf", b"")})

    assert (answer.status_code, answer.json()["detail"]["level"]) == (422, "blocker")


def test_reading_of_others_is_not_there(office: Office, as_user: Browser, read: dict[str, Any]) -> None:
    seen = [
        as_user(user).get(f"{BASE}/{read['id']}").status_code
        for user in (office.clerk, office.leader, office.member_a, office.guest)
    ]

    assert seen == [200, 200, 404, 404]


def test_unknown_reading_and_verb_are_404(clerk: Client, read: dict[str, Any]) -> None:
    fact = fact_of(read, "title")

    assert clerk.get(f"{BASE}/{uuid4()}").status_code == 404
    assert post(clerk, f"{BASE}/{read['id']}/facts/{fact}/burn").status_code == 404


def test_meeting_below_is_read_for_its_unit(office: Office, as_user: Browser) -> None:
    head = as_user(make_user(unit=office.unit_a, role=Role.LEADER, name="Phan Thị Mỹ"))
    body = {"text": TEXT, "below": office.conference.pk, "unit": office.unit_a.pk}

    read = post(head, f"{BASE}/text", body).json()
    started = post(head, f"{BASE}/{read['id']}/start").json()

    made = Conference.objects.get(pk=started["id"])
    assert (made.host, made.parent) == (office.unit_a, office.conference)


def test_meeting_below_is_refused_for_another_unit(office: Office, as_user: Browser) -> None:
    head = as_user(make_user(unit=office.unit_a, role=Role.LEADER, name="Phan Thị Mỹ"))

    answer = post(head, f"{BASE}/text", {"text": TEXT, "below": office.conference.pk, "unit": office.unit_b.pk})

    assert (answer.status_code, Reading.objects.count()) == (404, 0)
