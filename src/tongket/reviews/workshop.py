"""The pure parts of this room, each called in one place: forms and their readers, cutting, checks."""

import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tongket.conferences.models import Conference
from tongket.core.findings import Finding, Result
from tongket.reading.manuscript.safely import read_manuscript
from tongket.reviews import cutting, plain_cutting, values
from tongket.reviews.models import Review
from tongket.reviews.rules import CameAs, Kind
from tongket.units.models import Unit

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORM_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"xlsx": ("offline.sheet:write_sheet", SHEET_TYPE), "docx": ("offline.form:write_form", FORM_TYPE)}


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says: as which shape it came, what stands in it, its lines, statements and what was noticed.

    `unit_key` is the unit that a form was written for, empty for a report.
    """

    came_as: CameAs
    filled: values.Filled
    lines: tuple[str, ...] = ()
    cuts: tuple[values.Cut, ...] | None = None
    findings: tuple[Finding, ...] = ()
    unit_key: str = ""


def _of_room(name: str) -> Any:  # noqa: ANN401 -- a function of this room's pure floors
    return pkgutil.resolve_name(f"tongket.reviews.{name}")


def cut_answer(text: str, *, kind: Kind, question: str) -> tuple[values.Cut, ...]:
    """The statements of an answer, one thought each."""
    cut = getattr(cutting, "cut", plain_cutting.cut)
    return tuple(cut(text, kind=kind, question=question))


def examined(review: Review, outline: values.Outline, figures: Sequence[values.Figure]) -> tuple[Result, ...] | None:
    """Every check over a review's figures beside what is known of the unit and of others; None where there are none."""
    try:
        examine = _of_room("queries.expecting:examine_review")
    except ImportError:
        return None
    results: tuple[Result, ...] = examine(review, outline, figures)
    return results


def written_form(ending: str, outline: values.Outline, *, unit: str, key: str, known: values.Filled) -> bytes:
    """The form to fill in offline, `xlsx` or `docx`, with what is known already; a KeyError names another ending."""
    name, _type = WRITERS[ending]
    made: bytes = _of_room(name)(outline, unit=unit, unit_key=key, known=known)
    return made


def key_of(conference: Conference, unit: Unit) -> str:
    """What a form carries of whom it was written for."""
    return f"{conference.pk}-{unit.pk}"


def key_of_any(conference: Conference) -> str:
    """What the blank form carries that the office hands to everybody."""
    return f"{conference.pk}-0"


def read_file(data: bytes, name: str, outline: values.Outline) -> Read:
    """What a filled form or a usual report says; raises Unreadable with one sentence."""
    form = _of_room("offline.reading:read_form")(data, outline)
    if form is not None:
        filled, findings = form
        came_as = CameAs.SHEET if name.lower().endswith(".xlsx") else CameAs.FORM
        return Read(came_as, filled, findings=tuple(findings), unit_key=filled.unit)
    report = _of_room("reports.reading:read_report")(read_manuscript(data, name=name), outline)
    filled = values.Filled(answers=report.answers, figures=report.figures, exemplars=report.exemplars)
    return Read(
        CameAs.REPORT, filled, tuple(report.lines), _of_room("cutting:cut_report")(report), tuple(report.findings)
    )
