"""The plan as the first document: made once with its recipients, and numbered as its paper says."""

from datetime import date

import pytest

from tests.conferences.city import make_city
from tests.factories.conferences import NOW
from tests.factories.documents import make_entry, make_register
from tests.office import Office
from tongket.conferences.models import PlanVersion
from tongket.core import files
from tongket.documents.actions.plan import plan_document, settle_plan
from tongket.documents.models import Document, Entry
from tongket.documents.queries.plan import forgotten, parsed_number, plan_recipients
from tongket.documents.rules import DocumentState

DAY = date(2024, 10, 11)


def make_plan(office: Office, **facts: object) -> Document:
    """The plan's document of a conference whose plan says so."""
    PlanVersion.objects.filter(conference=office.conference).update(facts=facts)
    return plan_document(conference=office.conference, by=office.clerk, now=NOW)


def settle(document: Document, office: Office, *, number: int = 211, signed: tuple[str, bytes] | None = None) -> Entry:
    """The plan as it was signed on paper."""
    return settle_plan(
        document=document,
        number=number,
        symbol="KH-MTTQ-BTT",
        dated_on=DAY,
        signer="Nguyễn Thị Thu Hiền",
        signed=signed,
        by=office.clerk,
        now=NOW,
    )


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("183/KH-MTTQ-BTT", (183, "KH-MTTQ-BTT")),
        ("Số: 05/KH-MTTQ", (5, "KH-MTTQ")),
        ("127-KH/TU", (127, "KH/TU")),
        ("", None),
        ("…/KH-MTTQ", None),
    ],
)
def test_number_of_a_plan_is_taken_apart(text: str, parts: tuple[int, str] | None) -> None:
    assert parsed_number(text) == parts


def test_plan_is_made_once_with_the_recipients_it_names(office: Office) -> None:
    first = make_plan(office, recipients=[office.unit_a.name + ";", "Ban Phong trào tỉnh;", "Lưu: VT, PT."])
    second = plan_document(conference=office.conference, by=office.clerk, now=NOW)

    assert first.pk == second.pk
    rows = first.recipients.order_by("ordinal").values_list("name", "unit_id", "role")
    assert list(rows) == [(office.unit_a.name, office.unit_a.pk, "copy"), ("Ban Phong trào tỉnh", None, "copy")]
    assert (first.kind, first.dated_on) == ("plan", DAY)


def test_who_owes_something_and_was_forgotten_is_known(office: Office) -> None:
    plan = make_plan(office, recipients=[office.unit_a.name])

    assert forgotten(plan) == [office.unit_b]


def test_collective_lines_of_the_model_plan_open_to_units(db: None) -> None:
    city = make_city()

    found = plan_recipients(city.conference.plan_versions.get(), today=NOW.date())

    assert len(found) == len({each.unit_id or each.name for each in found})
    assert {"Ban Phong trào UBMTTQ Việt Nam tỉnh"} <= {each.name for each in found if each.unit_id is None}
    assert sum(each.unit_id is not None for each in found) > 20


def test_settled_plan_is_in_force_with_its_number(office: Office) -> None:
    plan = make_plan(office, recipients=[office.unit_a.name])

    entry = settle(plan, office, signed=("kh.pdf", b"%PDF-1.7 scan"))

    plan = Document.objects.get(pk=plan.pk)
    assert (plan.state, plan.dated_on, plan.signed.name if plan.signed else "") == (DocumentState.ISSUED, DAY, "kh.pdf")
    assert (str(entry), office.conference.plan_versions.get().number) == ("211/KH-MTTQ-BTT", "211/KH-MTTQ-BTT")
    assert [step.state for step in plan.steps.order_by("pk")] == ["draft", "checked", "approved", "numbered", "issued"]
    assert plan.steps.filter(state="approved").get().note == "Nguyễn Thị Thu Hiền ký trên giấy"


def test_uploaded_pdf_of_the_plan_is_what_is_sent(office: Office) -> None:
    version = PlanVersion.objects.get(conference=office.conference)
    version.file = files.store(data=b"%PDF-1.7 plan", name="ke-hoach.pdf", now=NOW)
    version.save()
    plan = make_plan(office)

    settle(plan, office)

    signed = Document.objects.select_related("signed").get(pk=plan.pk).signed
    assert signed is not None
    assert signed.name == "ke-hoach.pdf"


def test_plan_numbered_on_paper_before_the_register_began_is_written_in(office: Office) -> None:
    register = make_register(unit=office.conference.host, first_number=212)
    make_entry(unit=office.conference.host, register=register, number=212)

    settle(make_plan(office), office, number=199)

    assert sorted(Entry.objects.values_list("number", flat=True)) == [199, 212]
