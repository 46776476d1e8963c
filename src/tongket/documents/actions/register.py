"""The register of outgoing documents: numbers given in order, lines kept for ever, the office's way of numbering.

Source: Decree 30/2020, Art. 15 (numbers from 1 on 1 January, unique in their series) and Annex IV (the lines).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.audit import reference
from tongket.core.findings import Finding, Level, words
from tongket.core.models import Event, Setting
from tongket.documents.batches import listed_recipients
from tongket.documents.models import Document, Entry, Register
from tongket.documents.queries.register import SETTING, numbering_on, series_of, taken_in
from tongket.documents.render.values import OfficialDocument
from tongket.documents.rules import Series, is_archive_line, number_fault
from tongket.units.models import Unit

BY_HAND = ("received_by", "handed_over_on", "kept_by", "copies", "note")
# More than these were not forgotten one by one: the register began elsewhere.
MOST_OUTSIDE = 200
# So many names of people with a copy of their own still can be read in one cell of the register.
MOST_NAMES = 40


class NumberRefused(ValueError):
    """The number cannot be given; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class NumberingFixed(ValueError):
    """The way of numbering of a year cannot change any more: numbers were given in it."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A number given without this software: what its line says."""

    number: int
    symbol: str
    dated_on: date
    subject: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Which number went before a series in the register on paper, of which day it is, and how the office knows."""

    before: int
    before_on: date | None = None
    note: str = ""


def register_for(*, unit: Unit, kind: str, on: date) -> Register:
    """The series that a document of this kind takes its number from on this day, locked; made at its first use."""
    register, _made = Register.objects.get_or_create(unit=unit, year=on.year, series=series_of(unit, kind, on=on))
    return Register.objects.select_for_update().get(pk=register.pk)


@transaction.atomic
def enter_number(
    *,
    document: Document,
    number: int,
    on_paper: bool = False,
    begins: Beginning | None = None,
    by: User,
    now: datetime,
) -> Entry:
    """Writes the line of a numbered document; raises NumberRefused for a number that is taken or leaves a gap.

    `on_paper` says that it was numbered before this software: it may stand before the first number of the series.
    `begins` says where a series goes on from paper; one that has numbers keeps its own beginning.
    """
    assert document.dated_on is not None
    register = register_for(unit=document.conference.host, kind=document.kind, on=document.dated_on)
    if begins is not None:
        _begin(register, begins, by, now)
    _claim(register, number, on_paper=on_paper)
    line = {"symbol": document.symbol, "dated_on": document.dated_on, "subject": document.subject}
    return _line(register, number=number, document=document, by=by, now=now, **line)


@transaction.atomic
def enter_outside(*, unit: Unit, kind: str, lines: Sequence[Outside], by: User, now: datetime) -> list[Entry]:
    """Writes the lines of numbers given without this software, in order, each into the series of its year and `kind`.

    Raises NumberRefused as `enter_number` does; then none is written.
    """
    entries = []
    for line in sorted(lines, key=lambda line: (line.dated_on.year, line.number)):
        register = register_for(unit=unit, kind=kind, on=line.dated_on)
        _claim(register, line.number)
        values = {"symbol": line.symbol, "dated_on": line.dated_on, "subject": line.subject}
        entries.append(_line(register, number=line.number, document=None, by=by, now=now, **values))
    changes = {"numbers": [entry.number for entry in entries]}
    audit.record(verb="enter_outside", subject=unit, scope=unit, by=by, now=now, changes=changes)
    return entries


def _begin(register: Register, begins: Beginning, by: User, now: datetime) -> None:
    """Sets where an empty series begins, kept with its reason and in the trail."""
    if taken_in(register).last:
        return
    register.first_number, register.begun_at = begins.before + 1, now
    register.before_on, register.before_note = begins.before_on, begins.note
    register.save(update_fields=["first_number", "begun_at", "before_on", "before_note"])
    changes = {"before": begins.before, "note": begins.note}
    audit.record(verb="begin_series", subject=register, scope=register.unit, by=by, now=now, changes=changes)


def _claim(register: Register, number: int, *, on_paper: bool = False) -> None:
    """Refuses a number that is not the next one; the first of an empty series says where it begins."""
    taken = taken_in(register)
    fault = number_fault(number, taken, on_paper=on_paper)
    if fault is not None:
        raise NumberRefused(fault)
    if not taken.last and not taken.is_begun and register.first_number != number:
        register.first_number = number
        register.save(update_fields=["first_number"])


def _line(
    register: Register,
    *,
    number: int,
    document: Document | None,
    by: User,
    now: datetime,
    **values: Any,  # noqa: ANN401 -- model fields
) -> Entry:
    try:
        with transaction.atomic():
            return Entry.objects.create(
                register=register,
                number=number,
                unit=register.unit,
                year=register.year,
                document=document,
                made_by=by,
                made_at=now,
                **values,
            )
    except IntegrityError as twice:
        raise NumberRefused(_twice(number, str(values["symbol"]))) from twice


def _twice(number: int, symbol: str) -> Finding:
    return Finding(
        "number_and_symbol_taken",
        Level.BLOCKER,
        words("Số {found}, ký hiệu {symbol} đã có trong năm."),
        todo=words("Xem dòng ấy trong sổ rồi dùng số khác."),
        values={"found": number, "symbol": symbol},
    )


def describe_entry(*, entry: Entry, document: Document, made: OfficialDocument) -> None:
    """Fills the line with what the document says; what people filled by hand stays.

    A document that is made in single copies goes to the people on their list, of thousands of whom the number is told.
    """
    listed = list(document.copies.order_by("ordinal").values_list("name", flat=True))
    rows = [(name, 1) for name in listed] or list(document.recipients.order_by("ordinal").values_list("name", "copies"))
    names = [name for name, _copies in rows] or [line for line in made.recipients if not is_archive_line(line)]
    entry.type_name = made.type_name.capitalize()
    entry.subject = made.subject
    entry.signer = "; ".join(signature.name for signature in made.signatures if signature.name)[:160]
    entry.recipients = listed_recipients(len(listed)) if len(listed) > MOST_NAMES else "; ".join(names)
    entry.kept_by = entry.kept_by or next((line for line in made.recipients if is_archive_line(line)), "")[:160]
    # One copy is kept by the office (Decree 30/2020, Art. 19).
    entry.copies = sum(copies for _name, copies in rows) + 1
    entry.save(update_fields=["type_name", "subject", "signer", "recipients", "kept_by", "copies"])


def cancel_entry(*, entry: Entry, reason: str) -> None:
    """Marks the line of a number that no longer holds; the number is never given again."""
    entry.is_cancelled, entry.note = True, reason[:300]
    entry.save(update_fields=["is_cancelled", "note"])


@transaction.atomic
def edit_entry(*, entry: Entry, values: Mapping[str, Any], by: User, now: datetime) -> Event:
    """Sets what is filled by hand: who received, handed over when, kept by whom, copies, a note."""
    for name in BY_HAND:
        setattr(entry, name, values[name])
    entry.save(update_fields=BY_HAND)
    changes = {"fields": list(BY_HAND)}
    return audit.record(verb="edit_entry", subject=entry, scope=entry.unit, by=by, now=now, changes=changes)


@transaction.atomic
def set_numbering(*, unit: Unit, series: Series, year: int, by: User, now: datetime) -> Event:
    """Says how the office numbers from 1 January of `year` on; raises NumberingFixed where that year has numbers."""
    if numbering_on(unit, date(year, 1, 1)) != series and Entry.objects.filter(unit=unit, year__gte=year).exists():
        raise NumberingFixed(year)
    setting, _made = Setting.objects.update_or_create(
        key=SETTING, scope=reference(unit), valid_from_on=date(year, 1, 1), defaults={"value": series}
    )
    changes = {"series": series, "year": year}
    return audit.record(verb="set_numbering", subject=setting, scope=unit, by=by, now=now, changes=changes)
