"""The JSON interface: the same rights as the pages, and every answer JSON."""

import json
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conferences.conftest import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState

Browser = Callable[[User], Client]


def test_duties_are_those_the_caller_may_see(office: Office, as_user: Browser) -> None:
    address = f"/api/conferences/{office.conference.pk}/duties"

    seen = {
        user.name: [row["id"] for row in as_user(user).get(address).json()] for user in (office.clerk, office.member_b)
    }

    assert seen == {"Trần Thị Lệ": [office.duty_a.pk, office.duty_b.pk], "Võ Thị Sáu": [office.duty_b.pk]}


def test_stranger_gets_401_as_json(office: Office) -> None:
    answer = Client().get(f"/api/conferences/{office.conference.pk}/duties")

    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (401, "application/json")


def test_unit_hands_in_and_office_accepts(office: Office, as_user: Browser) -> None:
    base = f"/api/conferences/duties/{office.duty_a.pk}"
    handed = as_user(office.member_a).post(
        f"{base}/hand-in", json.dumps({"note": "Bản 1"}), content_type="application/json"
    )
    refused = as_user(office.member_a).post(f"{base}/accept")
    as_user(office.clerk).post(f"{base}/accept")

    assert (handed.json()["receipt"], refused.status_code) == (f"TK-{office.duty_a.pk:05d}-1", 404)
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.ACCEPTED


@pytest.mark.slow
def test_plan_is_read_confirmed_and_started(office: Office, as_user: Browser) -> None:
    client = as_user(office.clerk)
    text = "Tam Kỳ, ngày 11 tháng 10 năm 2024\n\nKẾ HOẠCH\n\nTổng kết phong trào\n\nI. MỤC ĐÍCH\n\nĐánh giá kết quả.\n"
    from_file = {"file": SimpleUploadedFile("ke-hoach.txt", text.encode())}

    read = client.post("/api/conferences/readings", from_file).json()
    fact = next(fact for fact in read["facts"] if fact["key"] == "issuer")
    edited = client.post(
        f"/api/conferences/readings/{read['id']}/facts/{fact['id']}/edit",
        json.dumps({"value": office.conference.host.name}),
        content_type="application/json",
    ).json()
    started = client.post(f"/api/conferences/readings/{read['id']}/start").json()

    assert (edited["plan"]["issuer"], edited["plan"]["title"]) == (office.conference.host.name, "Tổng kết phong trào")
    assert client.get(f"/api/conferences/{started['id']}/duties").json() == []


def test_member_may_not_import_and_is_told_as_json(office: Office, as_user: Browser) -> None:
    answer = as_user(office.member_a).get("/api/units/")

    assert answer["Content-Type"].split(";")[0] == "application/json"
