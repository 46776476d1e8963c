"""The plan as a document: its row, whom its own recipients' lines mean, and who owes something and was forgotten."""

import re
from dataclasses import dataclass
from datetime import date

from tongket.conferences.models import Conference, Duty, PlanVersion, ReadingName
from tongket.core.text import clean
from tongket.documents.models import Document, Recipient
from tongket.units.collectives import open_collective
from tongket.units.directory import Directory
from tongket.units.models import Unit
from tongket.units.names import match
from tongket.units.queries import directory_on
from tongket.units.rules import UnitRecord

PLAN = "plan"
KEPT = re.compile(r"^\W*lưu\b", re.IGNORECASE)
ENDING = re.compile(r"[;.,\s]+$")
NUMBER = re.compile(r"^\s*(?:số:?\s*)?(\d+)\s*[/-]\s*(.+?)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """A recipient of the plan: a name as printed, or a unit of a collective line; without `unit_id` nobody is sure."""

    name: str
    unit_id: int | None
    email: str = ""


def plan_row(conference: Conference) -> Document | None:
    """The plan's document, None before the desk was opened."""
    return Document.objects.filter(conference=conference, kind=PLAN).order_by("ordinal").first()


def parsed_number(text: str) -> tuple[int, str] | None:
    """Number and symbol of a plan's own number: `183/KH-MTTQ-BTT` is (183, "KH-MTTQ-BTT"); None where it is neither."""
    found = NUMBER.match(text)
    return (int(found.group(1)), found.group(2)) if found else None


def plan_recipients(version: PlanVersion, *, today: date) -> list[Meant]:
    """Whom the lines below `Nơi nhận` mean, in order, each unit once; the archive's line is left out.

    What a person answered while the plan was confirmed comes first; a name below certainty stays a name.
    """
    directory = directory_on(today)
    host = directory.get(str(version.conference.host_id))
    answered = _answered(version.conference_id)
    addresses = dict(Unit.objects.exclude(email="").values_list("pk", "email"))
    lines = [ENDING.sub("", clean(line).lstrip("-–+ ")) for line in version.facts.get("recipients") or ()]
    found: dict[object, Meant] = {}
    wanted = (line for line in lines if line and not KEPT.match(line))
    for name, key in (each for line in wanted for each in _meant(line, directory, host, answered)):
        found.setdefault(key or name, Meant(name, key, addresses.get(key or 0, "")))
    return list(found.values())


def _answered(conference_id: int) -> dict[str, list[tuple[str, int]]]:
    names = ReadingName.objects.filter(reading__conference=conference_id, is_left_out=False).prefetch_related("units")
    return {clean(row.name): [(unit.name, unit.pk) for unit in row.units.all()] for row in names}


def _meant(
    line: str, directory: Directory, host: UnitRecord | None, answered: dict[str, list[tuple[str, int]]]
) -> list[tuple[str, int | None]]:
    if answered.get(line):
        units = answered[line]
        return [(line, units[0][1])] if len(units) == 1 else [*units]
    many = open_collective(line, directory, host=host)
    if many:
        return [(unit.name, int(unit.key)) for unit in many]
    one = match(line, directory, host=host).unit
    return [(line, int(one.key) if one else None)]


def forgotten(document: Document) -> list[Unit]:
    """The units that owe something in the conference and do not get the document, by name; one query.

    The host itself needs no letter of its own.
    """
    conference = document.conference
    owing = Duty.objects.counted().filter(conference=conference, unit__isnull=False).values("unit_id")
    reached = Recipient.objects.filter(document=document, unit__isnull=False).values("unit_id")
    units = Unit.objects.filter(pk__in=owing).exclude(pk__in=reached).exclude(pk=conference.host_id)
    return list(units.order_by("sort_key"))
