"""What a paper is compared with: unit and topic, names of the directory, documents of the plan, the unit's review."""

from datetime import date

from tongket.conferences.models import Conference
from tongket.documents.kinds.known import facts_of, version_of
from tongket.papers.models import Paper
from tongket.papers.values import Assignment, Known, Name
from tongket.reviews.queries.reported import reported_figures
from tongket.units.directory import Directory
from tongket.units.models import Unit
from tongket.units.queries import directory_on


def assignment_of(paper: Paper) -> Assignment:
    """What was asked for with this paper; one query."""
    duty = paper.duty
    clause = duty.clause or None
    return Assignment(name_of(duty.unit, duty.unit_name), paper.topic, clause, paper.speaker_name)


def name_of(unit: Unit | None, written: str) -> Name:
    """A unit's name with its others, the plan's own way of writing it among them; one query where the unit is known."""
    if unit is None:
        return Name(written)
    others = [unit.short_name, written, *unit.aliases.values_list("name", flat=True)]
    return Name(unit.name, _apart(unit.name, others))


def known_of(conference: Conference, unit: Unit | None, *, on: date) -> Known:
    """The units that exist on that day, the documents the plan names with its own number, what the unit reported.

    Eleven queries at most.
    """
    version = version_of(conference)
    facts = facts_of(version)
    numbers = [version.number if version else "", *(basis.number or "" for basis in facts.based_on)]
    return Known(
        units=units_of(directory_on(on)),
        documents=tuple(dict.fromkeys(number for number in numbers if number)),
        reported=reported_figures(conference, unit.pk) if unit else None,
    )


def units_of(directory: Directory) -> tuple[Name, ...]:
    """Every unit with its other names."""
    return tuple(Name(each.name, _apart(each.name, [each.short_name, *each.aliases])) for each in directory)


def _apart(name: str, others: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(other for other in others if other and other != name))
