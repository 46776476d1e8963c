"""Tam Kỳ's conference as the model plan gives it, with a clerk and a secretary, for tests of corrected plans."""

from dataclasses import dataclass
from pathlib import Path

from tests.conferences.corrected import MODEL, corrected
from tests.factories.conferences import NOW, make_user
from tongket.accounts.models import User
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.correcting import apply_correction, start_correction
from tongket.conferences.actions.readings import start_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.correction import Choice
from tongket.conferences.models import Conference, Duty, PlanVersion, Reading
from tongket.conferences.queries.corrections import Difference, difference_of
from tongket.conferences.rules import DutyKind
from tongket.core.models import Event
from tongket.units.actions.directories import import_file
from tongket.units.models import Role, Unit

FRONT = "Ban Thường trực Ủy ban MTTQ Việt Nam"
DIRECTORY = Path(__file__).parents[1] / "samples" / "directories" / "tam-ky-2024.csv"


@dataclass(frozen=True, slots=True)
class City:
    """Tam Kỳ's conference with its clerk."""

    conference: Conference
    clerk: User
    secretary: User

    def duty(self, kind: DutyKind, unit: str) -> Duty:
        """The duty of this kind that the unit owes."""
        found = Duty.objects.select_related("conference")
        return found.get(conference=self.conference, kind=kind, unit__name__endswith=unit)

    def read(self, *changes: tuple[str, str]) -> Reading:
        """A corrected plan, read for this conference."""
        data = corrected(*changes)
        return start_correction(conference=self.conference, data=data, name="sua.txt", by=self.clerk, now=NOW)

    def difference(self, *changes: tuple[str, str]) -> Difference:
        """What applying a corrected plan would do."""
        return difference_of(self.read(*changes), today=NOW.date())

    def apply(self, difference: Difference, choices: dict[int, Choice] | None = None) -> tuple[PlanVersion, Event]:
        """Makes the corrected plan the one in force."""
        given = {change.old.id: Choice.KEEP for change in difference.open if change.old} | (choices or {})
        reading, stamp = difference.reading, difference.stamp
        return apply_correction(reading=reading, stamp=stamp, choices=given, by=self.clerk, now=NOW)

    def hand_in(self, kind: DutyKind, unit: str) -> Duty:
        """The duty of this kind that the unit owes, with something handed in for it."""
        duty = self.duty(kind, unit)
        act.hand_in(duty=duty, note="Hồ sơ", by=self.clerk, now=NOW)
        return duty


def make_city() -> City:
    """Reads the model plan and makes its conference."""
    by = make_user(name="Quản trị")
    import_file(data=DIRECTORY.read_bytes(), by=by, now=NOW)
    clerk = make_user(unit=Unit.objects.get(name=f"{FRONT} thành phố"), role=Role.CLERK)
    secretary = make_user(unit=Unit.objects.get(name=f"{FRONT} xã Tam Thăng"), name="Nguyễn Văn Hòa")
    reading = start_reading(data=MODEL.read_bytes(), name="ke-hoach.txt", by=clerk, now=NOW)
    return City(start_conference(reading=reading, by=clerk, now=NOW), clerk, secretary)
