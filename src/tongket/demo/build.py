"""Builds the sample conference of Tam Kỳ: directory, people, the plan read anew, what happened by 21/10/2024."""

from importlib.resources import files as resources

from django.core.management import call_command
from django.db import transaction

from tongket.accounts.actions import create_user
from tongket.accounts.models import User
from tongket.conferences.actions.readings import answer_finding, start_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference
from tongket.conferences.samples import SAMPLES
from tongket.core import clock
from tongket.demo import attending, duties, letters, mail, presentations, reporting, speaking, volume
from tongket.demo.people import CLERK, LEADER, PASSWORD, PEOPLE, SECRETARY, DemoPerson
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import STANDS_AT, at
from tongket.units.actions.directories import import_file
from tongket.units.actions.people import add_person
from tongket.units.models import Person, Unit

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
    cast = gather()
    for scene in sorted(scenes(), key=lambda scene: scene.at):
        scene.play(cast, scene.at)
    return cast.conference


def scenes() -> list[Scene]:
    """The whole story after the plan was read, room by room."""
    rooms = (letters, duties, attending, reporting, mail, presentations, speaking, volume)
    return [scene for room in rooms for scene in room.scenes()]


def gather() -> Cast:
    """The directory, the people and the conference of the plan, before anything happened."""
    clerk = _account(CLERK, is_admin=True)
    directory = (resources("tongket.demo") / "tam-ky-2024.directory.csv").read_bytes()
    import_file(data=directory, by=clerk, now=at(10))
    users = {person.name: _place(person, clerk) for person in PEOPLE}
    return Cast(_conference(clerk), clerk, users[LEADER.name], users)


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
    return start_conference(reading=reading, by=clerk, now=at(11, 14, 30))
