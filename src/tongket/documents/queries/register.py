"""The register of outgoing documents, read: how it is numbered, what comes next, its lines by filter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.models import PlanVersion
from tongket.core.audit import reference
from tongket.core.findings import words
from tongket.core.models import Setting
from tongket.core.text import fold, row_key
from tongket.documents.kinds import KINDS
from tongket.documents.models import Entry, Register
from tongket.documents.rules import LEFT, DocumentState, Series, Taken
from tongket.units.models import Unit

SETTING = "documents.numbering"
# The series of letters (công văn), whose symbol names no type.
LETTERS = "letters"
PAGE = 50
NUMBER_OF_PLAN = re.compile(r"\s*(\d{1,6})\s*/")
STATES = (
    ("", words("Tất cả")),
    ("numbered", words("Chờ gửi")),
    ("issued", words("Đã phát hành")),
    ("cancelled", words("Đã hủy")),
    ("outside", words("Cấp ngoài phần mềm")),
)


def label_of_kind(code: str) -> str:
    """What a kind of document is called; the code itself where its room is not there."""
    return str(_(KINDS[code].label)) if code in KINDS else code


def numbering_on(unit: Unit, on: date) -> Series:
    """How the office numbers on this day: one series a year where it never said otherwise; one query."""
    said = Setting.objects.filter(key=SETTING, scope=reference(unit), valid_from_on__lte=on).order_by("-valid_from_on")
    latest = said.first()
    return Series(latest.value) if latest else Series.YEAR


def series_of(unit: Unit, kind: str, *, on: date) -> str:
    """The series a kind is numbered in: empty where all share one, else its type's; all letters are of one type."""
    if numbering_on(unit, on) is not Series.KIND:
        return ""
    return (KINDS[kind].abbreviation if kind in KINDS else "") or LETTERS


def label_of_series(series: str) -> str:
    """How a series by type is called: the abbreviation that its symbols begin with, or letters."""
    return str(_("Công văn")) if series == LETTERS else series


def taken_in(register: Register) -> Taken:
    """What is known of a series; one query."""
    last = register.entries.aggregate(last=Max("number"))["last"]
    return Taken(register.first_number, last or 0, is_begun=register.begun_at is not None)


def next_number(unit: Unit, kind: str, *, on: date) -> Taken:
    """What a document of this kind would take next, without making a series; a few queries.

    An empty series goes on after what is known of the register on paper: the numbers that the office's plans carry.
    """
    series = series_of(unit, kind, on=on)
    register = Register.objects.filter(unit=unit, year=on.year, series=series).first()
    taken = taken_in(register) if register else Taken(1, 0)
    is_known = taken.last or taken.is_begun
    return taken if is_known else Taken(known_before(unit, series, on=on) + 1, 0)


def known_before(unit: Unit, series: str, *, on: date) -> int:
    """The highest number of the year that a plan of this office carries in this series, 0 where none does."""
    if series_of(unit, "plan", on=on) != series:
        return 0
    plans = PlanVersion.objects.filter(conference__host=unit, issued_on__year=on.year)
    found = (NUMBER_OF_PLAN.match(number) for number in plans.values_list("number", flat=True))
    return max((int(number.group(1)) for number in found if number), default=0)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the register is filtered by; empty means all."""

    year: int
    series: str = ""
    kind: str = ""
    state: str = ""
    text: str = ""


def asked_of(query: Mapping[str, str], *, today: date) -> Asked:
    """The filters of an address; a year that cannot be read is this one."""
    year = row_key(query.get("year", ""))
    given = {name: query.get(name, "").strip() for name in ("series", "kind", "state", "q")}
    return Asked(
        year if year and year < 10_000 else today.year, given["series"], given["kind"], given["state"], given["q"]
    )


def entries_of(unit: Unit, asked: Asked) -> QuerySet[Entry]:
    """The lines that the filters leave, in the order of their numbers."""
    entries = Entry.objects.filter(unit=unit, year=asked.year).select_related("document", "register")
    if asked.series:
        entries = entries.filter(register__series=asked.series)
    if asked.kind:
        entries = entries.filter(document__kind=asked.kind)
    if asked.state:
        entries = entries.filter(_state(asked.state))
    return entries.order_by("register__series", "number")


def _state(state: str) -> Q:
    if state == "cancelled":
        return Q(is_cancelled=True)
    if state == "outside":
        return Q(document__isnull=True)
    wanted = LEFT if state == "issued" else {DocumentState.NUMBERED}
    return Q(document__state__in=wanted, is_cancelled=False)


def found_in(entries: QuerySet[Entry], text: str) -> list[Entry]:
    """The lines that hold every word of `text`, whatever the accents; a year of an office is a few hundred lines."""
    asked = fold(text).split()
    return [entry for entry in entries if all(word in searched(entry) for word in asked)]


def searched(entry: Entry) -> str:
    """What a line is searched by."""
    return fold(" ".join((str(entry), entry.type_name, entry.subject, entry.signer, entry.recipients, entry.note)))


@dataclass(frozen=True, slots=True)
class Book:
    """One page of the register with what can be chosen."""

    asked: Asked
    page: Page[Entry]
    years: list[int]
    series: list[tuple[str, str]]
    kinds: list[tuple[str, str]]
    numbering: Series
    registers: list[Register]

    @property
    def states(self) -> list[tuple[str, str]]:
        """The states to choose from, in words."""
        return [(code, _(label)) for code, label in STATES]

    @property
    def total(self) -> int:
        """How many lines the filters leave."""
        return self.page.paginator.count


def book_of(unit: Unit, query: Mapping[str, str], *, today: date, per_page: int = PAGE) -> Book:
    """The register of an office, filtered and cut into pages; five queries whatever the number of lines."""
    asked = asked_of(query, today=today)
    lines = found_in(entries_of(unit, asked), asked.text)
    registers = list(Register.objects.filter(unit=unit).order_by("-year", "series"))
    kinds = Entry.objects.filter(unit=unit, document__isnull=False).values_list("document__kind", flat=True)
    this_year = [register for register in registers if register.year == asked.year]
    return Book(
        asked=asked,
        page=Paginator(lines, per_page).get_page(query.get("page")),
        years=sorted({today.year, asked.year, *(register.year for register in registers)}, reverse=True),
        series=[(register.series, label_of_series(register.series)) for register in this_year if register.series],
        kinds=[(code, label_of_kind(code)) for code in sorted(set(kinds)) if code],
        numbering=numbering_on(unit, today),
        registers=this_year,
    )
