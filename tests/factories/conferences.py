"""Makes conferences and what belongs to them."""

from datetime import UTC, date, datetime
from itertools import count

from tongket.accounts.models import User
from tongket.conferences.models import Clause, Conference, Duty, PlanVersion
from tongket.conferences.rules import DueSource, DutyKind, DutyState
from tongket.units.models import Membership, Person, Role, Unit
from tongket.units.rules import BodyType, PlaceKind

NOW = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)
_numbers = count(1)


def make_unit(
    *, name: str = "", place: str = "", place_kind: PlaceKind = PlaceKind.COMMUNE, body: BodyType = BodyType.FRONT
) -> Unit:
    """A unit; without a name it gets a numbered one."""
    unit = Unit(body=body, place_kind=place_kind, place=place or f"Thử {next(_numbers)}")
    unit.set_name(name or f"Ủy ban MTTQ Việt Nam {place_kind.value} {unit.place}")
    unit.save()
    return unit


def make_user(*, name: str = "Trần Thị Lệ", unit: Unit | None = None, role: Role = Role.MEMBER) -> User:
    """A person who logs in, with a place in `unit` where one is given."""
    user = User.objects.create(name=name, email=f"nguoi{next(_numbers)}@thu.vn", made_at=NOW)
    if unit is not None:
        person = Person.objects.create(name=name, user=user, phone="0905 000 101")
        Membership.objects.create(person=person, unit=unit, post="Chuyên viên", role=role)
    return user


def make_conference(
    *, host: Unit | None = None, parent: Conference | None = None, held_on: date | None = date(2024, 10, 30)
) -> Conference:
    """A conference with a plan of two clauses."""
    conference = Conference.objects.create(
        title="Hội nghị tổng kết phong trào",
        short_title="Hội nghị tổng kết",
        host=host or make_unit(place_kind=PlaceKind.CITY, place="Tam Kỳ", name="Ủy ban MTTQ Việt Nam thành phố"),
        parent=parent,
        held_on=held_on,
        made_at=NOW,
    )
    version = PlanVersion.objects.create(
        conference=conference,
        ordinal=1,
        issued_on=date(2024, 10, 11),
        facts={},
        lines=["I. NỘI DUNG", "- Các xã chuẩn bị tham luận"],
        made_at=NOW,
    )
    Clause.objects.create(
        version=version, ordinal=0, name="I", label="I", heading="NỘI DUNG", level=1, first_line=0, last_line=0
    )
    Clause.objects.create(
        version=version,
        ordinal=1,
        name="I/1",
        label="-",
        text="Các xã chuẩn bị tham luận",
        level=2,
        first_line=1,
        last_line=1,
    )
    return conference


def make_duty(
    *,
    conference: Conference,
    unit: Unit | None,
    kind: DutyKind = DutyKind.PAPER,
    due_on: date | None = date(2024, 10, 25),
    state: DutyState = DutyState.OPEN,
    clause: str = "I/1",
) -> Duty:
    """A duty; one that is handed in or accepted has its times."""
    came = state in {DutyState.HANDED_IN, DutyState.ACCEPTED, DutyState.RETURNED}
    return Duty.objects.create(
        conference=conference,
        unit=unit,
        unit_name=unit.name if unit else "Đơn vị chưa rõ",
        kind=kind,
        ordinal=next(_numbers) % 30000 + 1,
        clause=clause,
        text="Chuẩn bị tham luận",
        due_on=due_on,
        due_source=DueSource.OFFICE if due_on else DueSource.NONE,
        state=state,
        handed_in_at=NOW if came else None,
        accepted_at=NOW if state is DutyState.ACCEPTED else None,
    )
