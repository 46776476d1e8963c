"""Conferences as JSON: what each person sees, what the office settles, and the way back."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Contact

Browser = Callable[[User], Client]
API = "/api/conferences"


def post(client: Client, address: str, body: dict[str, Any]) -> Any:
    return client.post(address, json.dumps(body), content_type="application/json")


def test_duties_are_those_the_caller_may_see(office: Office, as_user: Browser) -> None:
    address = f"{API}/{office.conference.pk}/duties"

    seen = {
        user.name: [row["id"] for row in as_user(user).get(address).json()] for user in (office.clerk, office.member_b)
    }

    assert seen == {"Trần Thị Lệ": [office.duty_a.pk, office.duty_b.pk], "Võ Thị Sáu": [office.duty_b.pk]}


def test_stranger_gets_401_as_json(office: Office) -> None:
    answer = Client().get(f"{API}/{office.conference.pk}/duties")

    assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (401, "application/json")


def test_reader_who_may_not_decide_gets_403_as_json(office: Office, as_user: Browser) -> None:
    answer = post(as_user(office.member_a), f"{API}/{office.conference.pk}/number", {"number": "1/KH"})

    assert (answer.status_code, answer.json()) == (403, {"detail": "Forbidden"})


def test_conferences_are_those_one_has_a_part_in(office: Office, as_user: Browser) -> None:
    seen = [
        [row["id"] for row in as_user(user).get(API + "/").json()]
        for user in (office.clerk, office.member_a, office.guest)
    ]

    assert seen == [[office.conference.pk], [office.conference.pk], []]


def test_settings_are_set_and_taken_back(office: Office, as_user: Browser) -> None:
    clerk, was = as_user(office.clerk), office.conference.venue
    body = {"short_title": "Hội nghị", "held_on": "2024-10-31", "starts_at": "08:00", "venue": "Hội trường B"}

    settled = post(clerk, f"{API}/{office.conference.pk}/settings", body).json()
    taken_back = post(clerk, f"{API}/take-back/{settled['event']}", {}).status_code
    again = post(clerk, f"{API}/take-back/{settled['event']}", {}).status_code

    office.conference.refresh_from_db()
    assert (settled["venue"], settled["held_on"]) == ("Hội trường B", "2024-10-31")
    assert (office.conference.venue, taken_back, again) == (was, 200, 409)


def test_number_is_filled_in_and_taken_back(office: Office, as_user: Browser) -> None:
    clerk = as_user(office.clerk)
    before = clerk.get(f"{API}/{office.conference.pk}").json()["number"]

    filled = post(clerk, f"{API}/{office.conference.pk}/number", {"number": " 12/KH-MTTQ "}).json()
    post(clerk, f"{API}/take-back/{filled['event']}", {})

    assert (filled["number"], clerk.get(f"{API}/{office.conference.pk}").json()["number"]) == ("12/KH-MTTQ", before)


def test_day_is_set_for_a_whole_kind(office: Office, as_user: Browser) -> None:
    clerk = as_user(office.clerk)
    kind = office.duty_a.kind

    answer = post(clerk, f"{API}/{office.conference.pk}/due", {"kind": kind, "due_on": "2024-10-26"}).json()

    days = {row["due_on"] for row in clerk.get(f"{API}/{office.conference.pk}/duties").json()}
    assert (answer["duties"], days) == (2, {"2024-10-26"})


def test_call_is_written_down_and_taken_back(office: Office, as_user: Browser) -> None:
    clerk = as_user(office.clerk)
    address = f"{API}/{office.conference.pk}/units/{office.unit_a.pk}/contacts"

    noted = post(clerk, address, {"channel": "phone", "note": "Hẹn thứ Sáu"}).json()
    listed = [call["note"] for call in clerk.get(address).json()]
    post(clerk, f"{API}/take-back/{noted['event']}", {})

    assert (listed, Contact.objects.count()) == (["Hẹn thứ Sáu"], 0)


@pytest.mark.usefixtures("by_hand")
@pytest.mark.parametrize("person", ["member_b", "guest"])
def test_change_of_others_is_not_taken_back(office: Office, as_user: Browser, person: str) -> None:
    body = {"note": "Bản 1"}
    event = post(as_user(office.member_a), f"{API}/duties/{office.duty_a.pk}/hand-in", body).json()["event"]

    answer = post(as_user(getattr(office, person)), f"{API}/take-back/{event}", {})

    assert answer.status_code == 404


def test_reminders_are_drafted_for_the_units_asked_for(office: Office, as_user: Browser) -> None:
    client, address = as_user(office.clerk), f"{API}/{office.conference.pk}/reminders"

    waiting = client.get(address).json()
    drafts = post(client, address, {"unit_ids": [office.unit_a.pk]}).json()

    assert [(row["unit_id"], row["what"], row["late"]) for row in waiting] == [
        (office.unit_b.pk, "tham luận", 0),
        (office.unit_a.pk, "tham luận", 0),
    ]
    assert [(row["unit_id"], row["unit"]) for row in drafts] == [(office.unit_a.pk, office.unit_a.name)]
    assert f"Kính gửi {office.unit_a.name},\n" in drafts[0]["text"]
    assert [(call.unit_id, call.is_reminder) for call in Contact.objects.all()] == [(office.unit_a.pk, True)]


def test_link_in_a_reminder_opens_the_page_of_its_unit(office: Office, as_user: Browser) -> None:
    address = f"{API}/{office.conference.pk}/reminders"

    (draft,) = post(as_user(office.clerk), address, {"unit_ids": [office.unit_a.pk]}).json()
    link = draft["text"].split("không cần mật khẩu: ")[1].splitlines()[0]

    assert link.startswith("http://testserver/enter/")
    assert Client().get(link).status_code in {200, 302}


def test_units_neither_see_nor_draft_reminders(office: Office, as_user: Browser) -> None:
    address = f"{API}/{office.conference.pk}/reminders"

    codes = [
        (as_user(user).get(address).status_code, post(as_user(user), address, {"unit_ids": [1]}).status_code)
        for user in (office.member_a, office.guest)
    ]

    assert codes == [(403, 403), (404, 404)]
    assert not Contact.objects.exists()
