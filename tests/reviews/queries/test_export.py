"""The table of figures as a file for Excel, read back."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.factories.accounts import NOW
from tests.factories.conferences import make_conference
from tests.factories.figures import indicator, make_outline, make_review, outline, say
from tongket.reviews.actions.tallying import recalculate
from tongket.reviews.models import Period
from tongket.reviews.queries.export import figures_workbook
from tongket.reviews.rules import Gather, ReviewState

ASKED = outline(
    indicator("ho", clause="III.2/4"),
    indicator("ho_ngheo"),
    indicator("ty_le", gather=Gather.RATE, numerator="ho_ngheo", denominator="ho", measure="%"),
)


@pytest.mark.django_db
def test_workbook_holds_totals_and_what_each_unit_says() -> None:
    conference = make_conference()
    make_outline(conference, ASKED)
    upper, leaf = make_review(conference, name="An Mỹ"), make_review(conference, name="An Phú")
    say(make_review(conference, upper=upper), {"ho": 100, "ho_ngheo": 10})
    say(leaf, {"ho": 50, "ho_ngheo": 10})
    say(leaf, {"ho": 40}, year=2023)
    make_review(conference, name="An Sơn", state=ReviewState.WORKING)
    recalculate(conference=conference, by=None, now=NOW)
    period = Period.objects.get(outline__conference=conference, code="2024")

    book = load_workbook(BytesIO(figures_workbook(conference, conference.host, period)))

    whole, by_unit = book.worksheets
    assert [whole.title, by_unit.title] == ["Tổng hợp", "Theo đơn vị"]
    assert [[cell.value for cell in row] for row in whole.iter_rows(min_row=4)] == [
        ["Số", "Mục", "Chỉ tiêu", "Đơn vị tính", "Tổng", "Đã có", "Thiếu", "Kỳ trước", "Tăng, giảm"],
        [1, "III.2/4", "ho", "mô hình", 150, "2/3", "An Sơn", 40, 110],
        [2, None, "ho_ngheo", "mô hình", 20, "2/3", "An Sơn", None, None],
        [3, None, "ty_le", "%", pytest.approx(13.3333, 1e-4), "2/3", "An Sơn", None, None],
    ]
    assert [[cell.value for cell in row] for row in by_unit.iter_rows(min_row=4)] == [
        ["Số", "Chỉ tiêu", "Đơn vị tính", "Tổng", "An Mỹ", "An Phú", "An Sơn"],
        [1, "ho", "mô hình", 150, 100, 50, None],
        [2, "ho_ngheo", "mô hình", 20, 10, 10, None],
        [3, "ty_le", "%", pytest.approx(13.3333, 1e-4), 10, 20, None],
    ]
