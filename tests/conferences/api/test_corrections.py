"""Corrected plans as JSON: the same difference, refusals and rights as on the page."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.conferences.city import FRONT, City
from tests.conferences.corrected import corrected
from tests.factories.conferences import NOW, make_user
from tongket.accounts.models import User
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.units.models import Unit

pytestmark = pytest.mark.slow
Browser = Callable[[User], Client]
API = "/api/conferences"
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")


def post(client: Client, address: str, body: dict[str, Any]) -> Any:
    return client.post(API + address, json.dumps(body), content_type="application/json")


def read(client: Client, city: City, *changes: tuple[str, str]) -> str:
    text = corrected(*changes).decode()
    return str(post(client, f"/{city.conference.pk}/corrections/text", {"text": text}).json()["id"])


def test_difference_is_read_chosen_over_and_applied(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    clerk = as_user(city.clerk)
    reading = read(clerk, city)

    found = clerk.get(f"{API}/readings/{reading}/difference").json()
    left = post(clerk, f"/readings/{reading}/apply", {"stamp": found["stamp"]})
    body = {"stamp": found["stamp"], "choices": {duty.pk: "withdraw"}}
    applied = post(clerk, f"/readings/{reading}/apply", body)
    again = post(clerk, f"/readings/{reading}/apply", body)

    assert (found["open"], found["same"], found["facts_moved"]) == ([duty.pk], 24, 17)
    assert (left.status_code, left.json()) == (422, {"detail": f"choices: {duty.pk}"})
    assert (applied.json()["version"], again.status_code) == (2, 409)
    assert clerk.get(f"{API}/readings/{reading}/difference").status_code == 409
    assert Duty.objects.get(pk=duty.pk).state == DutyState.WITHDRAWN


def test_each_duty_tells_how_it_comes_out(city: City, as_user: Browser) -> None:
    clerk = as_user(city.clerk)
    duty = city.duty(DutyKind.PAPER, "xã Tam Thăng")

    duties = clerk.get(f"{API}/readings/{read(clerk, city)}/difference").json()["duties"]

    assert next(each for each in duties if each["id"] == duty.pk) == {
        "how": "changed",
        "id": duty.pk,
        "kind": "paper",
        "unit": f"{FRONT} xã Tam Thăng",
        "clause": {"old": "III.2/4", "new": "III.3/5"},
        "text": duty.text,
        "changes": ["Hạn: hết thứ Bảy, 19/10 → hết thứ Tư, 23/10"],
        "state": "open",
        "evidence": 0,
        "plan_day": None,
    }


def test_file_is_read_too_and_a_stale_stamp_is_refused(city: City, as_user: Browser) -> None:
    clerk = as_user(city.clerk)
    file = SimpleUploadedFile("sua.txt", corrected(DAYS))
    reading = clerk.post(f"{API}/{city.conference.pk}/corrections", {"file": file}).json()["id"]
    stamp = clerk.get(f"{API}/readings/{reading}/difference").json()["stamp"]
    act.start_working(duty=city.duty(DutyKind.PAPER, "xã Tam Thăng"), by=city.clerk, now=NOW)

    answer = post(clerk, f"/readings/{reading}/apply", {"stamp": stamp})

    assert (answer.status_code, answer.json()) == (409, {"detail": "DifferenceMoved"})


def test_versions_are_listed_compared_told_of_and_taken_back(city: City, as_user: Browser) -> None:
    clerk = as_user(city.clerk)
    reading = read(clerk, city, DAYS)
    stamp = clerk.get(f"{API}/readings/{reading}/difference").json()["stamp"]
    event = post(clerk, f"/readings/{reading}/apply", {"stamp": stamp}).json()["event"]
    versions = f"/{city.conference.pk}/versions"
    thang = Unit.objects.get(name=f"{FRONT} xã Tam Thăng")

    listed = [each["ordinal"] for each in clerk.get(API + versions).json()]
    between = clerk.get(f"{API}{versions}/1/to/2").json()
    units = clerk.get(f"{API}{versions}/2/units").json()
    told = post(clerk, f"{versions}/2/told", {"unit_ids": [thang.pk, city.conference.host_id]}).json()
    too_late = post(clerk, f"/take-back/{event}", {})
    post(clerk, f"/take-back/{told['event']}", {})
    taken_back = post(clerk, f"/take-back/{event}", {})

    assert (listed, between["from"], between["to"]) == ([2, 1], 1, 2)
    assert {each["what"] for each in units if each["id"] == thang.pk} == {"đổi tham luận"}
    assert (told["told"], too_late.status_code, taken_back.status_code) == ([thang.pk], 409, 200)
    assert "đã báo cho đơn vị" in too_late.json()["detail"]
    assert Conference.objects.get(pk=city.conference.pk).plan_versions.count() == 1


def test_units_and_strangers_reach_nothing_of_a_correction(city: City, as_user: Browser) -> None:
    reading = read(as_user(city.clerk), city, DAYS)
    versions = f"{API}/{city.conference.pk}/versions"
    city.apply(city.difference(DAYS))
    addresses = (
        f"{API}/readings/{reading}/difference",
        f"{versions}/2/units",
        f"{versions}/1/to/2",
        f"{versions}/9/units",
    )

    seen = {
        name: [as_user(user).get(address).status_code for address in addresses]
        for name, user in (("clerk", city.clerk), ("unit", city.secretary), ("guest", make_user()))
    }
    uploads = [
        post(as_user(user), f"/{city.conference.pk}/corrections/text", {"text": "x"}).status_code
        for user in (city.secretary, make_user())
    ]

    assert seen == {"clerk": [200, 200, 200, 404], "unit": [404, 403, 403, 403], "guest": [404, 404, 404, 404]}
    assert uploads == [403, 404]
