"""The kinds of document that this room takes over: the summary report, the letter that passes recommendations on."""

from dataclasses import replace

from tongket.conferences.models import Conference
from tongket.core.findings import Finding, Level
from tongket.documents.kinds import KINDS, Addressee, Options, Values, register_kind
from tongket.synthesis.models import Recommendation, Report
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.drawn import Shown, drawings_of
from tongket.synthesis.queries.printed import markdown_of, named_totals
from tongket.synthesis.queries.recommendations import chosen, told_by

REPORT, LETTER = "summary_report", "recommendations"


def report_values(conference: Conference, options: Options) -> Values:
    """How many reviews count, and the whole report as Markdown with the annexes that are wanted."""
    known = _BASE[REPORT].values(conference, options)
    report = Report.objects.filter(conference=conference).first()
    if report is None:
        return known | {"noi_dung_bao_cao": None}
    found = examined(conference)
    sections = list(report.sections.order_by("ordinal"))
    shown = drawings_of(conference, named_totals(found, sections)) if report.has_drawings else Shown()
    markdown = markdown_of(found, sections, shown=shown, with_sources=report.has_source_annex)
    return known | {
        "so_bao_cao": found.material.coverage.counted or None,
        "noi_dung_bao_cao": {"markdown": markdown} if markdown else None,
    }


def against(conference: Conference, _options: Options) -> tuple[Finding, ...]:
    """What stands against the report: a blocker of the checks keeps it from the leader."""
    return tuple(finding for finding in examined(conference).findings if finding.level is not Level.ADVICE)


def letter_values(conference: Conference, options: Options) -> Values:
    """The recommendations chosen for the letter, each with how many units make it."""
    rows = [{"noi_dung": row.text.rstrip(" .;"), "don_vi": told_by(row)} for row in chosen(conference, options)]
    return _BASE[LETTER].values(conference, options) | {
        "kien_nghi_gui": rows or None,
        "tra_loi_truoc": options.get("due_on"),
    }


def letter_addressees(conference: Conference, options: Options) -> list[Addressee]:
    """Who can answer them: one unit, or a name where the directory has none."""
    found: dict[tuple[int | None, str], Addressee] = {}
    for row in chosen(conference, options):
        addressee = _addressee(row)
        if addressee.name:
            found.setdefault((row.addressed_to_id, addressee.name), addressee)
    return list(found.values())


def _addressee(row: Recommendation) -> Addressee:
    unit = row.addressed_to
    return Addressee(unit, unit.name, unit.email) if unit else Addressee(None, row.addressed_name)


def letter_clause(conference: Conference, options: Options) -> str:
    """Recommendations are asked for where the report is."""
    return _BASE[REPORT].clause(conference, options)


_BASE = {code: KINDS[code] for code in (REPORT, LETTER)}


def register() -> None:
    """Takes both kinds over."""
    register_kind(replace(_BASE[REPORT], values=report_values, against=against))
    register_kind(replace(_BASE[LETTER], values=letter_values, addressees=letter_addressees, clause=letter_clause))
