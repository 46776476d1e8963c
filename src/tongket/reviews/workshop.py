"""What units write on their own machines: the forms that go out, and whatever comes back, read."""

from dataclasses import dataclass, replace

from tongket.conferences.models import Conference
from tongket.core.findings import Finding
from tongket.core.sheets import XLSX
from tongket.core.text import fold
from tongket.reading.manuscript.safely import read_manuscript
from tongket.reviews import values
from tongket.reviews.cutting import cut_report
from tongket.reviews.offline.form import write_form
from tongket.reviews.offline.reading import read_form
from tongket.reviews.offline.sheet import write_sheet
from tongket.reviews.reports.naming import named_in_answers
from tongket.reviews.reports.reading import read_report
from tongket.reviews.rules import CameAs
from tongket.units.models import Unit

FORM_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEETS = (".xlsx", ".xls", ".ods")
WRITERS = {"xlsx": (write_sheet, XLSX), "docx": (write_form, FORM_TYPE)}


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


def written_form(ending: str, outline: values.Outline, *, unit: str, key: str, known: values.Filled) -> bytes:
    """The form to fill in offline, `xlsx` or `docx`, with what is known already; a KeyError names another ending."""
    write, _type = WRITERS[ending]
    return write(outline, unit=unit, unit_key=key, known=known)


def key_of(conference: Conference, unit: Unit) -> str:
    """What a form carries of whom it was written for."""
    return f"{conference.pk}-{unit.pk}"


def key_of_any(conference: Conference) -> str:
    """What the blank form carries that the office hands to everybody."""
    return f"{conference.pk}-0"


def read_file(data: bytes, name: str, outline: values.Outline) -> Read:
    """What a filled form or a usual report says; raises Unreadable with one sentence."""
    form = read_form(data, outline)
    if form is not None:
        filled, findings = form
        came_as = CameAs.SHEET if name.lower().endswith(SHEETS) else CameAs.FORM
        return Read(came_as, _with_models(filled, outline), findings=tuple(findings), unit_key=filled.unit)
    report = read_report(read_manuscript(data, name=name), outline)
    filled = values.Filled(answers=report.answers, figures=report.figures, exemplars=report.exemplars)
    return Read(CameAs.REPORT, filled, tuple(report.lines), cut_report(report), tuple(report.findings))


def _with_models(filled: values.Filled, outline: values.Outline) -> values.Filled:
    """A model that stands in an answer and not in the table of models is named all the same."""
    there = {fold(each.name) for each in filled.exemplars}
    named = [each for each in named_in_answers(outline.questions, filled.answers) if fold(each.name) not in there]
    return replace(filled, exemplars=(*filled.exemplars, *named))
