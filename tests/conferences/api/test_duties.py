"""Duties as JSON: the same moves, faults and rights as on the page."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.conferences import make_unit
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState

pytestmark = pytest.mark.usefixtures("by_hand")

Browser = Callable[[User], Client]


def call(client: Client, duty: Duty, verb: str, body: dict[str, Any] | None = None) -> Any:
    return client.post(
        f"/api/conferences/duties/{duty.pk}/{verb}", json.dumps(body or {}), content_type="application/json"
    )


def test_unit_hands_in_and_office_accepts(office: Office, as_user: Browser) -> None:
    handed = call(as_user(office.member_a), office.duty_a, "hand-in", {"note": "Bản 1"})
    refused = call(as_user(office.member_a), office.duty_a, "accept")
    accepted = call(as_user(office.clerk), office.duty_a, "accept")

    assert (handed.json()["receipt"], refused.status_code) == (f"TK-{office.duty_a.pk:05d}-1", 403)
    assert accepted.json()["state"] == DutyState.ACCEPTED


def test_file_is_handed_in_and_seen(office: Office, as_user: Browser) -> None:
    unit = as_user(office.member_a)
    file = SimpleUploadedFile("bao-cao.txt", "Báo cáo".encode())

    handed = unit.post(f"/api/conferences/duties/{office.duty_a.pk}/files", {"file": file, "note": "Kèm báo cáo"})
    seen = unit.get(f"/api/conferences/duties/{office.duty_a.pk}").json()

    assert handed.json()["state"] == DutyState.HANDED_IN
    assert [(each["note"], each["channel"]) for each in seen["evidence"]] == [("Kèm báo cáo", "web")]


def test_office_enters_what_came_on_paper(office: Office, as_user: Browser) -> None:
    body = {"note": "Bản giấy", "channel": "paper", "received_on": "2024-10-18"}

    call(as_user(office.clerk), office.duty_a, "hand-in", body)

    evidence = office.duty_a.evidence.get()
    assert (evidence.channel, f"{evidence.received_at:%d/%m/%Y}") == ("paper", "18/10/2024")


@pytest.mark.parametrize(
    ("verb", "body", "fault"),
    [
        ("hand-in", {"note": ""}, "note: Chưa có gì để gửi. Ghi vài chữ ở đây hoặc chọn một tệp."),
        (
            "hand-in",
            {"note": "x", "received_on": "2024-10-25"},
            "received_on: Ngày nhận ở sau hôm nay. Ghi ngày đã nhận thật.",
        ),
        ("excuse", {"reason": " "}, "reason: Ô này còn trống. Điền rồi bấm lại."),
    ],
    ids=["nothing", "tomorrow", "no reason"],
)
def test_what_the_form_refuses_is_refused(
    office: Office, as_user: Browser, verb: str, body: dict[str, Any], fault: str
) -> None:
    answer = call(as_user(office.clerk), office.duty_a, verb, body)

    assert (answer.status_code, answer.json()["detail"].split(":")[0]) == (422, fault.split(":", maxsplit=1)[0])


def test_duty_goes_through_the_hands_of_the_office(office: Office, as_user: Browser) -> None:
    clerk = as_user(office.clerk)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("due", {"due_on": "2024-10-25"}),
        ("start", {}),
        ("hand-in", {"note": "Bản 1"}),
        ("return", {"remark": "Thiếu số liệu", "due_on": "2024-10-26"}),
        ("hand-in", {"note": "Bản 2"}),
        ("accept", {}),
    ]

    states = [call(clerk, office.duty_a, verb, body).json()["state"] for verb, body in steps]

    assert states == ["open", "working", "handed_in", "returned", "handed_in", "accepted"]


def test_duty_is_excused_and_binds_again(office: Office, as_user: Browser) -> None:
    clerk = as_user(office.clerk)

    excused = call(clerk, office.duty_a, "excuse", {"reason": "Đã sáp nhập"}).json()["state"]
    reopened = call(clerk, office.duty_a, "reopen").json()["state"]

    assert (excused, reopened) == ("excused", "open")


@pytest.mark.parametrize(("granted", "due_on"), [(True, "2024-10-28"), (False, "2024-10-25")])
def test_wish_for_time_is_asked_and_answered(office: Office, as_user: Browser, granted: bool, due_on: str) -> None:  # noqa: FBT001
    clerk, unit = as_user(office.clerk), as_user(office.member_a)
    call(clerk, office.duty_a, "due", {"due_on": "2024-10-25"})

    asked = call(unit, office.duty_a, "extension", {"wanted_on": "2024-10-28", "reason": "Mưa lũ"})
    answered = call(clerk, office.duty_a, "extension/answer", {"granted": granted})
    again = call(clerk, office.duty_a, "extension/answer", {"granted": granted})

    assert (asked.status_code, answered.json()["due_on"], again.status_code) == (200, due_on, 409)


def test_part_is_ticked_and_a_part_that_is_not_there_is_refused(office: Office, as_user: Browser) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(checklist=[{"text": "Hội trường", "done": False}])
    unit = as_user(office.member_a)

    ticked = call(unit, office.duty_a, "tick", {"item": 0, "done": True})
    refused = call(unit, office.duty_a, "tick", {"item": 1, "done": True})

    office.duty_a.refresh_from_db()
    assert (ticked.status_code, refused.status_code) == (200, 409)
    assert office.duty_a.checklist == [{"text": "Hội trường", "done": True}]


def test_duty_is_given_to_another_unit(office: Office, as_user: Browser) -> None:
    elsewhere = make_unit(place="An Phú")

    answer = call(as_user(office.clerk), office.duty_a, "unit", {"unit_id": elsewhere.pk})

    assert answer.json()["unit"] == elsewhere.name


def test_move_that_the_table_does_not_allow_is_a_conflict(office: Office, as_user: Browser) -> None:
    answer = call(as_user(office.clerk), office.duty_a, "accept")

    assert (answer.status_code, answer.json()["detail"]) == (409, "DutyMoved: open -> accepted")


OFFICE_ONLY: list[tuple[str, dict[str, Any]]] = [
    ("accept", {}),
    ("return", {"remark": "x", "due_on": "2024-10-26"}),
    ("excuse", {"reason": "x"}),
    ("reopen", {}),
    ("due", {"due_on": "2024-10-26"}),
    ("extension/answer", {"granted": True}),
    ("unit", {"unit_id": 1}),
]


@pytest.mark.parametrize(("verb", "body"), OFFICE_ONLY, ids=[verb for verb, _ in OFFICE_ONLY])
def test_office_decides_alone(office: Office, as_user: Browser, verb: str, body: dict[str, Any]) -> None:
    people = (office.member_a, office.member_b, office.host_member, office.guest)

    answers = [call(as_user(user), office.duty_a, verb, body).status_code for user in people]

    assert answers == [403, 404, 403, 404]


@pytest.mark.parametrize("verb", ["hand-in", "start", "tick", "extension"])
def test_only_the_unit_and_the_office_act(office: Office, as_user: Browser, verb: str) -> None:
    body = {"note": "x", "item": 0, "done": True, "wanted_on": "2024-10-28", "reason": "x"}

    answers = [
        call(as_user(user), office.duty_a, verb, body).status_code
        for user in (office.member_b, office.host_member, office.guest)
    ]

    assert answers == [404, 403, 404]


def test_file_is_fetched_by_those_who_may_see_the_duty(office: Office, as_user: Browser) -> None:
    unit = as_user(office.member_a)
    file = SimpleUploadedFile("bao-cao.txt", "Báo cáo".encode())
    unit.post(f"/api/conferences/duties/{office.duty_a.pk}/files", {"file": file, "note": "Kèm báo cáo"})
    (seen,) = unit.get(f"/api/conferences/duties/{office.duty_a.pk}").json()["evidence"]
    address = f"/api/conferences/duties/evidence/{seen['id']}/file"

    fetched = as_user(office.clerk).get(address)

    assert seen["file"] == "bao-cao.txt"
    assert fetched.content == "Báo cáo".encode()
    assert as_user(office.member_b).get(address).status_code == 404


def test_note_without_a_file_has_none_to_fetch(office: Office, as_user: Browser) -> None:
    call(as_user(office.member_a), office.duty_a, "hand-in", {"note": "Bản 1"})
    evidence = office.duty_a.evidence.get()

    answer = as_user(office.member_a).get(f"/api/conferences/duties/evidence/{evidence.pk}/file")

    assert answer.status_code == 404
