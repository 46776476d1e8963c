"""The writers and readers of files as this room uses them, with real files."""

from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import make_outline, make_review, make_review_duty
from tongket.reviews.actions.handing_in import hand_in_file
from tongket.reviews.models import Figure, Statement
from tongket.reviews.queries.filled import filled_of
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.reviews import review_of
from tongket.reviews.rules import CameAs
from tongket.reviews.workshop import key_of, read_file, written_form

pytest.importorskip("tongket.reviews.offline.reading", reason="forms are not read yet")
pytestmark = pytest.mark.django_db
SAID = "Vận động được 12 mô hình. Bà con tham gia đông."
REPORT = (
    "II. KẾT QUẢ",
    "Vận động được 12 mô hình đang duy trì. Tiền vận động được là 3,5 tỷ đồng.",
    "III. HẠN CHẾ",
    "Kinh phí còn ít.",
)


@pytest.mark.parametrize(("ending", "came_as"), [("xlsx", "sheet"), ("docx", "form")])
def test_form_that_was_written_is_read_back_exactly(ending: str, came_as: str) -> None:
    review = make_review(answers={"results": SAID}, figures={"models": 12, "money": "3.5"})
    outline, key = outline_of(review.conference), key_of(review.conference, review.unit)
    data = written_form(ending, outline, unit=review.unit.name, key=key, known=filled_of(review))

    version = hand_in_file(review=review, data=data, name=f"bieu.{ending}", by=make_user(), now=NOW)

    filled = filled_of(version.review)
    assert (version.came_as, version.outline_revision, filled.answers) == (came_as, 1, {"results": SAID})
    assert {each.indicator: each.value for each in filled.figures} == {"models": Decimal(12), "money": Decimal("3.5")}


@pytest.mark.parametrize("name", ["bieu.xls", "BIEU.ODS"])
def test_form_saved_by_another_office_program_is_a_sheet(name: str) -> None:
    review = make_review(answers={"results": SAID})
    outline, key = outline_of(review.conference), key_of(review.conference, review.unit)
    data = written_form("xlsx", outline, unit=review.unit.name, key=key, known=filled_of(review))

    assert read_file(data, name, outline).came_as == CameAs.SHEET


def test_usual_report_gives_statements_and_proposes_figures() -> None:
    document, data = Document(), BytesIO()
    for line in REPORT:
        document.add_paragraph(line)
    document.save(data)
    duty = make_review_duty()
    make_outline(conference=duty.conference)

    hand_in_file(review=review_of(duty), data=data.getvalue(), name="bao-cao.docx", by=make_user(), now=NOW)

    rows = Figure.objects.select_related("indicator").order_by("indicator__ordinal")
    assert [(row.indicator.code, row.value, row.state) for row in rows] == [
        ("models", Decimal(12), "proposed"),
        ("money", Decimal(3500), "proposed"),
    ]
    assert [(each.kind, each.text) for each in Statement.objects.order_by("ordinal")] == [
        ("result", "Vận động được 12 mô hình đang duy trì."),
        ("result", "Tiền vận động được là 3,5 tỷ đồng."),
        ("shortcoming", "Kinh phí còn ít."),
    ]
