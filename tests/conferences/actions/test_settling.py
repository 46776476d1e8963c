"""What the office settles, and the way back from it."""

from collections.abc import Callable
from datetime import date, time

import pytest
from django.test import Client

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.settling import number_plan, settle_conference, take_back_number, take_back_settling
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Conference

VALUES = {
    "short_title": "Hội nghị A",
    "held_on": date(2024, 10, 31),
    "starts_at": time(8),
    "venue": "Hội trường",
    "paper_pages": 3,
    "paper_minutes": None,
}


def settled(conference: Conference) -> dict[str, object]:
    conference.refresh_from_db()
    return {name: getattr(conference, name) for name in VALUES}


def test_settings_are_set(office: Office) -> None:
    settle_conference(conference=office.conference, values=VALUES, by=office.clerk, now=NOW)

    assert settled(office.conference) == VALUES


def test_settings_are_taken_back(office: Office) -> None:
    before = settled(office.conference)
    event = settle_conference(conference=office.conference, values=VALUES, by=office.clerk, now=NOW)

    take_back_settling(conference=office.conference, event=event, by=office.clerk, now=NOW)

    assert settled(office.conference) == before


def test_settings_that_changed_since_are_not_taken_back(office: Office) -> None:
    event = settle_conference(conference=office.conference, values=VALUES, by=office.clerk, now=NOW)
    later = VALUES | {"venue": "Nhà văn hóa"}
    settle_conference(conference=office.conference, values=later, by=office.leader, now=NOW)

    with pytest.raises(TooLate):
        take_back_settling(conference=office.conference, event=event, by=office.clerk, now=NOW)

    assert settled(office.conference) == later


def test_number_is_cleaned_filled_in_and_taken_back(office: Office) -> None:
    version = office.conference.plan_versions.get()

    event = number_plan(version=version, number="  305/KH-MTTQ-BTT ", by=office.clerk, now=NOW)
    filled = version.number
    take_back_number(version=version, event=event, by=office.clerk, now=NOW)

    version.refresh_from_db()
    assert (filled, version.number) == ("305/KH-MTTQ-BTT", "")


def test_number_that_changed_since_is_not_taken_back(office: Office) -> None:
    version = office.conference.plan_versions.get()
    event = number_plan(version=version, number="305/KH", by=office.clerk, now=NOW)
    number_plan(version=version, number="306/KH", by=office.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back_number(version=version, event=event, by=office.clerk, now=NOW)


def test_page_offers_the_way_back_and_carries_it_out(office: Office, as_user: Callable[[User], Client]) -> None:
    client, plan = as_user(office.clerk), f"/conferences/{office.conference.pk}/plan/"
    page = client.post(plan, {"number": "305/KH"}, follow=True)
    offered = next(iter(page.context["messages"])).extra_tags

    client.post(offered)

    assert office.conference.plan_versions.get().number == ""
