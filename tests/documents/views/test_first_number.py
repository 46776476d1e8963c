"""The first number of an empty series: it goes on from the register on paper, and leaves no gap from there on."""

from datetime import date

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.documents import make_document, make_entry, make_register
from tests.office import Office
from tongket.conferences.models import PlanVersion
from tongket.core.models import Event
from tongket.documents.models import Document, Entry, Register
from tongket.documents.queries.register import next_number
from tongket.documents.rules import DocumentState as S


@pytest.fixture
def approved(office: Office) -> Document:
    """A letter that waits for its number, in an office whose plan carries 305."""
    PlanVersion.objects.filter(conference=office.conference).delete()
    PlanVersion.objects.create(
        conference=office.conference,
        ordinal=1,
        number="305/KH-MTTQ-BTT",
        issued_on=date(2024, 10, 14),
        facts={},
        lines=[],
        made_at=NOW,
    )
    return make_document(conference=office.conference, state=S.APPROVED)


def typed(**other: str) -> dict[str, str]:
    data = {"do": "number", "revision": "0", "number": "306", "symbol": "MTTQ-BTT", "dated_on": "14/10/2024"}
    return data | {"before": "305", "before_on": "", "before_note": ""} | other


def test_the_number_after_the_plans_own_is_proposed(office: Office, approved: Document, as_user: ClientOf) -> None:
    page = as_user(office.clerk).get(f"/documents/{approved.pk}/")
    form = page.context["forms"]["number"]

    assert (form["number"].value(), form["before"].value()) == (306, 305)
    assert "Sổ năm nay trong phần mềm chưa có số nào; kế hoạch mang số 305." in page.content.decode()


def test_the_proposal_is_taken_and_kept(office: Office, approved: Document, as_user: ClientOf) -> None:
    as_user(office.clerk).post(f"/documents/{approved.pk}/", typed())

    register = Register.objects.get()
    assert [entry.number for entry in register.entries.all()] == [306]
    assert (register.first_number, register.begun_at, Event.objects.filter(verb="begin_series").count()) == (
        306,
        NOW,
        1,
    )


def test_another_number_needs_to_be_known_from_somewhere(office: Office, approved: Document, as_user: ClientOf) -> None:
    client, address = as_user(office.clerk), f"/documents/{approved.pk}/"
    other = typed(number="412", before="411", before_on="10/10/2024")

    refused = client.post(address, other)
    client.post(address, other | {"before_note": "Sổ giấy, trang 41"})

    register = Register.objects.get()
    assert (refused.status_code, "biết từ đâu" in refused.content.decode()) == (422, True)
    assert (register.before_on, register.before_note) == (date(2024, 10, 10), "Sổ giấy, trang 41")
    assert [entry.number for entry in register.entries.all()] == [412]


def test_a_gap_is_refused_in_words_and_what_was_typed_stays(
    office: Office, approved: Document, as_user: ClientOf
) -> None:
    page = as_user(office.clerk).post(f"/documents/{approved.pk}/", typed(number="310"))

    assert (page.status_code, Entry.objects.count(), Register.objects.count()) == (422, 0, 0)
    assert "Số 310 để trống từ số 306 đến số 309." in page.content.decode()
    assert page.context["forms"]["number"]["number"].value() == "310"
    approved.refresh_from_db()
    assert approved.state == S.APPROVED


def test_a_new_year_begins_at_one_and_the_old_series_stays(office: Office, approved: Document) -> None:
    host = office.conference.host
    make_entry(unit=host, register=make_register(unit=host), number=306)

    assert next_number(host, "request", on=date(2024, 12, 31)).next == 307
    assert next_number(host, "request", on=date(2025, 1, 1)).next == 1
