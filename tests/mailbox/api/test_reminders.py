"""Reminders and their ladder as JSON: the same as the pages, for the same people."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.office import Office
from tongket.accounts.models import User
from tongket.mailbox.models import Ladder, Message

Browser = Callable[[User], Client]


def place(office: Office, end: str) -> str:
    """The address of a call about this conference."""
    return f"/api/mailbox/conferences/{office.conference.pk}/{end}"


def post(client: Client, address: str, data: dict[str, Any]) -> Any:
    """Posts JSON."""
    return client.post(address, data, content_type="application/json")


def test_ladders_with_the_days_they_give(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).get(place(office, "ladders")).json()

    assert answer == {
        "hours": {"opens_at": "7:30", "until_at": "16:30"},
        "kinds": [
            {
                "kind": "paper",
                "before": [5, 2],
                "after": [1],
                "leader_after": 3,
                "is_on": True,
                "goes_by_itself": False,
                "days": [
                    {
                        "last_day": "2024-10-25",
                        "units": 2,
                        "reminded_on": ["2024-10-18", "2024-10-23", "2024-10-28"],
                        "leader_on": None,
                    }
                ],
            }
        ],
    }


def test_ladder_and_hours_are_set(office: Office, as_user: Browser) -> None:
    client = as_user(office.leader)

    ladder = post(client, place(office, "ladders/paper"), {"before": [1], "after": [], "goes_by_itself": True}).json()
    hours = post(client, place(office, "hours"), {"opens_at": "08:00", "until_at": "11:30"}).json()["hours"]

    assert (ladder["before"], ladder["after"], ladder["leader_after"]) == ([1], [], None)
    assert list(Ladder.objects.values_list("kind", "steps", "goes_by_itself")) == [("paper", [-1], True)]
    assert hours == {"opens_at": "8:00", "until_at": "11:30"}


@pytest.mark.parametrize(
    ("end", "data", "status"),
    [
        ("ladders/paper", {"before": [90]}, 422),
        ("ladders/paper", {"before": ["x"]}, 422),
        ("ladders/canteen", {"before": [1]}, 404),
        ("hours", {"opens_at": "08:00", "until_at": "07:00"}, 422),
    ],
)
def test_error_wrong_ladder(office: Office, as_user: Browser, end: str, data: dict[str, Any], status: int) -> None:
    assert post(as_user(office.clerk), place(office, end), data).status_code == status
    assert Ladder.objects.count() == 0


def test_reminders_due_and_to_come(office: Office, as_user: Browser) -> None:
    answer = as_user(office.clerk).get(place(office, "reminders")).json()

    units = [office.unit_b.pk, office.unit_a.pk]
    assert answer == {
        "due": [
            {
                "unit_id": unit.pk,
                "unit": unit.name,
                "to_leader": False,
                "rungs": [{"duty": duty.pk, "kind": "paper", "step": -5}],
            }
            for unit, duty in ((office.unit_b, office.duty_b), (office.unit_a, office.duty_a))
        ],
        "to_come": [
            {"on": "2024-10-23", "unit_ids": units, "leaders_of": []},
            {"on": "2024-10-28", "unit_ids": units, "leaders_of": []},
        ],
    }


def test_reminders_are_put_in_the_outbox(office: Office, as_user: Browser) -> None:
    client = as_user(office.clerk)

    chosen = post(client, place(office, "reminders"), {"unit_ids": [office.unit_a.pk]}).json()
    due = post(client, place(office, "reminders/due"), {}).json()

    assert [(each["unit_id"], each["state"]) for each in chosen] == [(office.unit_a.pk, "draft")]
    assert [each["unit_id"] for each in due] == [office.unit_b.pk, office.unit_a.pk]
    assert Message.objects.count() == 3


@pytest.mark.parametrize(
    ("method", "end"),
    [
        ("get", "ladders"),
        ("get", "reminders"),
        ("post", "reminders"),
        ("post", "reminders/due"),
        ("post", "hours"),
        ("post", "ladders/paper"),
    ],
)
def test_people_of_the_office_only(office: Office, as_user: Browser, method: str, end: str) -> None:
    data = {"unit_ids": [office.unit_a.pk], "opens_at": "08:00", "until_at": "09:00", "before": [1]}

    def status(user: User) -> int:
        client = as_user(user)
        answer = client.get(place(office, end)) if method == "get" else post(client, place(office, end), data)
        return int(answer.status_code)

    found = [status(user) for user in (office.host_member, office.member_a, office.member_b, office.guest)]

    assert found == [403, 403, 403, 404]
    assert (Message.objects.count(), Ladder.objects.count()) == (0, 0)
