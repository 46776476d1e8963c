"""The register: numbers in order without a gap or a double, whatever is issued, cancelled or entered from outside."""

import threading
from datetime import date

import pytest
from django.db import connections
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tests.factories.documents import make_document, make_entry, make_register
from tests.office import Office
from tongket.core.models import Event
from tongket.documents.actions.life import DocumentMoved, give_number, recall
from tongket.documents.actions.register import (
    NumberingFixed,
    NumberRefused,
    Outside,
    edit_entry,
    enter_outside,
    set_numbering,
)
from tongket.documents.models import Document, Entry, Register
from tongket.documents.queries.register import next_number, taken_in
from tongket.documents.rules import DocumentState, Series
from tongket.units.models import Unit

DAY = date(2024, 10, 21)
STEPS = st.lists(st.sampled_from(["issue", "cancel", "outside", "skip", "again"]), min_size=1, max_size=12)


def approved(office: Office, kind: str = "request") -> Document:
    """A document that waits for its number."""
    return make_document(conference=office.conference, state=DocumentState.APPROVED, kind=kind)


def number(document: Document, value: int, *, by: object, on: date = DAY) -> Entry:
    """Gives the document this number."""
    entry, _event = give_number(
        document=document,
        number=value,
        symbol="MTTQ-BTT",
        dated_on=on,
        by=by,  # type: ignore[arg-type]
        now=NOW,
    )
    return entry


def test_first_number_of_a_year_is_free_and_kept(office: Office) -> None:
    number(approved(office), 212, by=office.clerk)

    register = Register.objects.get()
    assert (register.year, register.series, register.first_number) == (2024, "", 212)
    assert next_number(office.conference.host, "notice", on=DAY).next == 213


def test_a_new_year_begins_with_one(office: Office) -> None:
    number(approved(office), 212, by=office.clerk)

    assert next_number(office.conference.host, "request", on=date(2025, 1, 2)).next == 1


def test_kinds_with_series_of_their_own_count_alone(office: Office) -> None:
    set_numbering(unit=office.conference.host, series=Series.KIND, year=2024, by=office.clerk, now=NOW)
    number(approved(office), 5, by=office.clerk)
    number(approved(office, "urge"), 6, by=office.clerk)
    number(approved(office, "notice"), 1, by=office.clerk)

    numbers = Entry.objects.order_by("pk").values_list("register__series", "number")
    assert list(numbers) == [("letters", 5), ("letters", 6), ("TB", 1)]


def test_way_of_numbering_stays_in_a_year_that_has_numbers(office: Office) -> None:
    host = office.conference.host
    number(approved(office), 1, by=office.clerk)

    with pytest.raises(NumberingFixed):
        set_numbering(unit=host, series=Series.KIND, year=2024, by=office.clerk, now=NOW)
    set_numbering(unit=host, series=Series.KIND, year=2025, by=office.clerk, now=NOW)

    assert next_number(host, "notice", on=date(2025, 1, 2)).last == 0
    assert next_number(host, "notice", on=DAY).next == 2


def test_numbers_given_outside_close_the_gap(office: Office) -> None:
    number(approved(office), 212, by=office.clerk)
    lines = [Outside(place, "BC-MTTQ-BTT", DAY, "Báo cáo tháng") for place in (214, 213)]

    enter_outside(unit=office.conference.host, kind="request", lines=lines, by=office.clerk, now=NOW)
    number(approved(office), 215, by=office.clerk)

    lines_kept = [(entry.number, entry.document is None) for entry in Entry.objects.order_by("number")]
    assert lines_kept == [(212, False), (213, True), (214, True), (215, False)]


def test_outside_numbers_are_entered_all_or_none(office: Office) -> None:
    number(approved(office), 212, by=office.clerk)
    lines = [Outside(place, "BC", DAY, "x") for place in (213, 215)]

    with pytest.raises(NumberRefused):
        enter_outside(unit=office.conference.host, kind="", lines=lines, by=office.clerk, now=NOW)

    assert Entry.objects.count() == 1


def test_same_number_and_symbol_is_refused_in_another_series_of_the_year(office: Office) -> None:
    host = office.conference.host
    set_numbering(unit=host, series=Series.KIND, year=2024, by=office.clerk, now=NOW)
    number(approved(office), 7, by=office.clerk)

    with pytest.raises(NumberRefused) as refused:
        number(approved(office, "notice"), 7, by=office.clerk)

    assert refused.value.finding.code == "number_and_symbol_taken"
    assert Entry.objects.count() == 1


def test_edited_line_keeps_who_changed_it(office: Office) -> None:
    entry = make_entry(unit=office.conference.host)
    values = {"received_by": "Bà Sáu", "handed_over_on": DAY, "kept_by": "VT", "copies": 9, "note": "hỏa tốc"}

    edit_entry(entry=entry, values=values, by=office.clerk, now=NOW)

    entry.refresh_from_db()
    assert {name: getattr(entry, name) for name in values} == values
    event = Event.objects.latest("pk")
    assert (event.verb, event.actor) == ("edit_entry", f"user:{office.clerk.pk}")


class AnySequence(TestCase):
    """Whatever is done in whatever order: no number twice, none left out, none lost."""

    @settings(max_examples=25, deadline=None)
    @given(first=st.integers(1, 400), steps=STEPS)
    def test_numbers_run_on(self, first: int, steps: list[str]) -> None:
        by = make_user()
        conference = make_conference(host=make_unit())
        office = type("Rows", (), {"conference": conference})
        given_numbers: list[int] = []
        for step in steps:
            wanted = given_numbers[-1] + 1 if given_numbers else first
            wanted += {"skip": 1, "again": -1}.get(step, 0) if given_numbers else 0
            try:
                self.take(step, wanted, office, by)
            except (NumberRefused, DocumentMoved):
                assert step in {"skip", "again"}
            else:
                given_numbers += [wanted] if step != "cancel" else []

        register = Register.objects.filter(unit=conference.host).first()
        kept = list(Entry.objects.filter(unit=conference.host).order_by("number").values_list("number", flat=True))
        assert kept == given_numbers == list(range(first, first + len(kept))) if kept else register is None

    def take(self, step: str, wanted: int, office: object, by: object) -> None:
        """One step of somebody in the office."""
        conference = office.conference  # type: ignore[attr-defined]
        if step == "outside":
            lines = [Outside(wanted, "BC", DAY, "Báo cáo")]
            enter_outside(unit=conference.host, kind="", lines=lines, by=by, now=NOW)  # type: ignore[arg-type]
        elif step == "cancel":
            documents = Document.objects.filter(conference=conference, state=DocumentState.NUMBERED)
            for document in documents.select_related("conference__host", "entry")[:1]:
                recall(document=document, reason="thôi", by=by, now=NOW)  # type: ignore[arg-type]
        else:
            document = make_document(conference=conference, state=DocumentState.APPROVED)
            number(document, wanted, by=by)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_clerks_who_give_one_number_at_once_one_gets_it() -> None:
    conference = make_conference()
    clerks = [make_user(name=f"Văn thư {place}") for place in range(4)]
    documents = [make_document(conference=conference, state=DocumentState.APPROVED) for _ in clerks]
    make_register(unit=conference.host, first_number=212)
    start, told = threading.Barrier(len(clerks)), []

    def press(place: int) -> None:
        try:
            document = Document.objects.select_related("conference__host").get(pk=documents[place].pk)
            start.wait(timeout=10)
            number(document, 212, by=clerks[place])
        except NumberRefused as refused:
            told.append(refused.finding.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=[place]) for place in range(len(clerks))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert list(Entry.objects.values_list("number", flat=True)) == [212]
    assert told == ["number_taken"] * 3
    assert Document.objects.filter(state=DocumentState.NUMBERED).count() == 1


def test_series_is_read_without_being_made(db: None) -> None:
    unit: Unit = make_unit()

    assert next_number(unit, "request", on=DAY).next == 1
    assert Register.objects.count() == 0
    assert taken_in(make_register(unit=unit, first_number=40)).next == 40
