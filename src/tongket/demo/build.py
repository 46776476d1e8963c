"""Builds the sample conference of Tam Kỳ: directory, people, the plan read anew, what happened by 21/10/2024."""

from datetime import datetime
from importlib.resources import files as resources

from django.core.management import call_command
from django.db import transaction

from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.contacts import note_contact
from tongket.conferences.actions.readings import answer_finding, start_reading
from tongket.conferences.actions.settling import number_plan
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel
from tongket.conferences.samples import SAMPLES
from tongket.core import clock
from tongket.demo.people import CLERK, LEADER, PASSWORD, PEOPLE, SECRETARY, DemoPerson
from tongket.demo.story import CALLS, OFFICE_DAYS, STANDS_AT, STEPS, Step, at
from tongket.units.actions.directories import import_file
from tongket.units.actions.people import add_person
from tongket.units.models import Person, Unit

PLAN_NUMBER = "305/KH-MTTQ-BTT"
WORDS = """Hội nghị mẫu: {title}
Đồng hồ đứng ở 8:15, thứ Hai, 21/10/2024; người quản trị dời được ở đầu trang.

Vào với một trong ba người, mật khẩu {password}
  Văn phòng (chuyên viên)   {clerk}
  Lãnh đạo cơ quan          {leader}
  Đơn vị (xã Tam Thăng)     {secretary}

"""


def build_demo(*, fresh: bool) -> str:
    """Builds the sample data unless they are there; returns the words that say who to sign in as."""
    if fresh:
        forget_demo()
    if not User.objects.exists():
        build()
    title = Conference.objects.order_by("pk").values_list("short_title", flat=True).first()
    return WORDS.format(
        title=title, password=PASSWORD, clerk=CLERK.email, leader=LEADER.email, secretary=SECRETARY.email
    )


def forget_demo() -> None:
    """Empties every table of the sample data folder."""
    call_command("flush", interactive=False, verbosity=0)


@transaction.atomic
def build() -> Conference:
    """Makes everything, in the order in which it happened."""
    clock.move(STANDS_AT)
    clerk = _account(CLERK, is_admin=True)
    directory = (resources("tongket.demo") / "tam-ky-2024.directory.csv").read_bytes()
    import_file(data=directory, by=clerk, now=at(10))
    users = {person.name: _place(person, clerk) for person in PEOPLE}
    conference = _conference(clerk)
    _office_days(conference, clerk)
    for step in sorted(STEPS, key=lambda step: step.at):
        _play(conference, step, clerk, users)
    for moment, unit, channel, note, is_reminder in CALLS:
        _call(conference, clerk, moment, unit, channel, note, is_reminder=is_reminder)
    return conference


def _account(person: DemoPerson, *, is_admin: bool = False) -> User:
    return create_user(name=person.name, email=person.email, password=PASSWORD, is_admin=is_admin, by=None, now=at(10))


def _place(person: DemoPerson, clerk: User) -> User:
    """Puts somebody into a unit; whoever has an e-mail gets an account with it."""
    unit = Unit.objects.get(name=person.unit)
    place = add_person(
        unit=unit,
        name=person.name,
        post=person.post,
        role=person.role,
        email=person.email,
        phone=person.phone,
        by=clerk,
        now=at(10),
    )
    user = clerk if person is CLERK else _account(person) if person.email else None
    if user is None:
        user = create_user(name=person.name, email=None, password=None, by=clerk, now=at(10))
    Person.objects.filter(pk=place.person_id).update(user=user)
    return user


def _conference(clerk: User) -> Conference:
    """Reads the sample plan as the upload page does, and makes its conference."""
    sample = SAMPLES["tam-ky-2024"]
    reading = start_reading(data=sample.read(), name=sample.file, by=clerk, now=at(11, 14))
    for finding, answer in (("held_on", "2024-10-30"), ("starts_at", "07:30")):
        answer_finding(reading=reading, finding=finding, answer=answer, by=clerk, now=at(11, 14, 20))
    conference = start_conference(reading=reading, by=clerk, now=at(11, 14, 30))
    number_plan(version=conference.plan_versions.latest("ordinal"), number=PLAN_NUMBER, by=clerk, now=at(11, 16))
    return conference


def _office_days(conference: Conference, clerk: User) -> None:
    for kind, day in OFFICE_DAYS.items():
        due_on = at(day).date()
        act.set_due_of_kind(conference=conference, kind=kind, due_on=due_on, by=clerk, now=at(14))


def _play(conference: Conference, step: Step, clerk: User, users: dict[str, User]) -> None:
    """One thing that happened: the unit's own person hands in on the web, the office does the rest."""
    at_clause = {"clause": step.clause} if step.clause else {}
    duty = (
        Duty.objects.select_related("conference")
        .filter(conference=conference, kind=step.kind, unit__name__endswith=step.unit, **at_clause)
        .order_by("pk")[0]
    )
    if step.deed == "hand_in":
        own = _person_of(duty, users) if step.channel == "web" else None
        act.hand_in(
            duty=duty, note=step.note, channel=Channel(step.channel), received_at=step.at, by=own or clerk, now=step.at
        )
    elif step.deed == "accept":
        act.accept(duty=duty, by=clerk, now=step.at)
    elif step.deed == "return":
        act.return_for_mending(duty=duty, remark=step.note, due_at=at(22, 16), by=clerk, now=step.at)
    elif step.deed == "tick":
        act.tick_item(duty=duty, item=step.item, done=True, by=clerk, now=step.at)
    else:
        act.start_working(duty=duty, by=clerk, now=step.at)


def _person_of(duty: Duty, users: dict[str, User]) -> User | None:
    names = [person.name for person in PEOPLE if duty.unit is not None and person.unit == duty.unit.name]
    return users[names[0]] if names else None


def _call(
    conference: Conference, clerk: User, moment: datetime, unit: str, channel: str, note: str, *, is_reminder: bool
) -> None:
    found = Unit.objects.get(name__endswith=unit, duties__conference=conference, duties__kind="review")
    note_contact(
        conference=conference,
        unit=found,
        channel=Channel(channel),
        note=note,
        is_reminder=is_reminder,
        by=clerk,
        now=moment,
    )
