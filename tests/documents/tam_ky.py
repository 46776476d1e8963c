"""Tam Kỳ's conference as its office has it on 21/10/2024: plan numbered, day fixed, days set by kind of duty."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.conferences.city import City, make_city
from tongket.conferences.actions.duties import set_due_of_kind
from tongket.conferences.actions.settling import number_plan, settle_conference
from tongket.conferences.rules import DutyKind
from tongket.units.models import Membership, Role

SAMPLES = Path(__file__).parents[1] / "samples" / "documents"
THEN = datetime(2024, 10, 14, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DAYS = {
    DutyKind.REVIEW: 19,
    DutyKind.NOMINATION: 19,
    DutyKind.REMARKS: 24,
    DutyKind.DELEGATES: 24,
    DutyKind.EXHIBIT: 25,
}


def make_ready_city() -> City:
    """The model plan's conference with everything that its letters say."""
    city = make_city()
    conference, by = city.conference, city.clerk
    Membership.objects.filter(person__user=by).update(post="Chuyên viên Văn phòng")
    person = Membership.objects.get(person__user=by).person
    leader = type(person).objects.create(name="Nguyễn Thị Thu Hiền")
    Membership.objects.create(person=leader, unit=conference.host, post="Phó Chủ tịch", role=Role.LEADER)
    number_plan(version=conference.plan_versions.get(), number="305/KH-MTTQ-BTT", by=by, now=THEN)
    values = {
        "short_title": conference.short_title,
        "held_on": date(2024, 10, 30),
        "starts_at": time(7, 30),
        "venue": conference.venue,
        "paper_pages": conference.paper_pages,
        "paper_minutes": conference.paper_minutes,
    }
    settle_conference(conference=conference, values=values, by=by, now=THEN)
    for kind, day in DAYS.items():
        set_due_of_kind(conference=conference, kind=kind, due_on=date(2024, 10, day), by=by, now=THEN)
    return city


def golden(name: str, text: str) -> str:
    """What the sample of this name says."""
    return (SAMPLES / f"{name}.md").read_text(encoding="utf-8")
