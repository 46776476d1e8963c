"""Versions of a plan: each with its own clauses, and duties kept from one that no longer asks for them."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tests.conferences.city import City
from tests.conferences.corrected import corrected
from tests.factories.conferences import NOW, make_duty, make_unit, make_user
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.extensions import ask_extension
from tongket.conferences.models import Duty
from tongket.conferences.queries.dashboard import dashboard_of
from tongket.conferences.queries.reminders import reminder_text, units_to_remind
from tongket.conferences.rules import DutyKind, DutyState

Browser = Callable[[User], Client]


@pytest.mark.slow
def test_every_version_opens_with_its_own_clauses_and_differences_are_for_the_office(
    city: City, as_user: Browser
) -> None:
    city.apply(city.difference(("không quá 7 phút", "không quá 5 phút")))
    city.apply(city.difference())
    clerk, unit = as_user(city.clerk), as_user(city.secretary)
    plan = f"/conferences/{city.conference.pk}/plan"

    first, second = clerk.get(f"{plan}/1/").content.decode(), clerk.get(f"{plan}/3/").content.decode()
    between = clerk.get(f"{plan}/1/to/3/")
    statuses = [
        client.get(f"{plan}/{rest}").status_code
        for client, rest in (
            (unit, "1/"),
            (unit, "1/to/3/"),
            (clerk, "9/"),
            (clerk, "3/to/1/"),
            (clerk, "1/tell"),
            (as_user(make_user()), "1/"),
        )
    ]

    assert ('id="III.3/7"' in first, 'id="III.3/7"' in second, "không còn dùng" in first) == (False, True, True)
    assert between.context["page"].numbers == {"added": 3, "changed": 18, "withdrawn": 4}
    assert [str(line) for line in between.context["page"].lines] == []
    assert statuses == [200, 403, 404, 404, 404, 404]
    assert b"".join(clerk.get(f"{plan}/1/file")).decode() == corrected(("7 phút", "7 phút")).decode()


@pytest.mark.slow
def test_kept_duty_opens_its_clause_in_the_version_that_gave_it(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    city.apply(city.difference())

    page = as_user(city.clerk).get(f"/duties/{duty.pk}/").content.decode()

    assert f'href="/conferences/{city.conference.pk}/plan/1/#III.3/1"' in page
    assert "Kế hoạch bản 2 không còn nêu khen thưởng; Văn phòng giữ" in page


@pytest.mark.slow
def test_evidence_shows_the_clause_that_asked_for_it(city: City, as_user: Browser) -> None:
    duty = city.hand_in(DutyKind.PAPER, "xã Tam Thăng")
    city.apply(city.difference())

    page = as_user(city.clerk).get(f"/duties/{duty.pk}/").content.decode()

    assert f'href="/conferences/{city.conference.pk}/plan/#III.3/5"' in page
    assert f'href="/conferences/{city.conference.pk}/plan/1/#III.2/4"' in page


def test_kept_duty_stands_on_the_dashboard_without_a_clause_of_the_plan_in_force(office: Office) -> None:
    Duty.objects.filter(conference=office.conference).update(plan_ordinal=2)
    kept = make_duty(conference=office.conference, unit=make_unit(), kind=DutyKind.TASK)

    lines = dashboard_of(office.conference, today=NOW.date(), query={}).lines

    assert [(line.kind, line.clause) for line in lines] == [("paper", "I/1"), ("task", "")]
    assert kept.plan_ordinal == 1


def test_reminder_of_a_kept_duty_names_no_clause_of_the_plan_in_force(office: Office) -> None:
    Duty.objects.filter(pk=office.duty_b.pk).update(plan_ordinal=2)
    waiting = {each.unit.pk: each for each in units_to_remind(office.conference, kind="", today=NOW.date())}

    text = reminder_text(office.conference, waiting[office.unit_a.pk], link="…", today=NOW.date())

    assert "- Tham luận, hết thứ Sáu, 25/10 (còn 4 ngày). “Chuẩn bị tham luận”" in text


def test_wish_for_more_time_of_a_withdrawn_duty_waits_for_nobody(office: Office) -> None:
    ask_extension(duty=office.duty_a, wanted_on=date(2024, 10, 29), reason="Họp", by=office.member_a, now=NOW)
    asked = [todo.button for todo in dashboard_of(office.conference, today=NOW.date(), query={}).todos]
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.WITHDRAWN)

    left = [todo.button for todo in dashboard_of(office.conference, today=NOW.date(), query={}).todos]

    assert ("Trả lời" in asked, "Trả lời" in left) == (True, False)
