"""Figures in tables of real .docx files beside those of the unit's own review: found where sure, silent elsewhere."""

from collections.abc import Callable, Sequence
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.table import Table

from tests.papers.checks.looking import found, sight
from tests.papers.checks.test_review_figures import BEFORE, ONE_YEAR, SAMPLE, SINCE, UNIT, WHOLE, YEAR, reported
from tongket.papers.checks.review_figures import check, compared
from tongket.papers.checks.sight import Sight
from tongket.papers.values import Assignment, Known
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript.docx import read
from tongket.reviews.values import Reported

Rows = Sequence[Sequence[str]]
HEAD = ("Nội dung", "Kết quả")
ASIDE = "Kết quả cụ thể như sau:"


def add_table(document: Document, rows: Rows) -> Table:
    """A table as Word writes it."""
    table: Table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):  # type: ignore[no-untyped-call]
            cell.text = words
    return table


def seen(document: Document, review: Reported = WHOLE) -> Sight:
    """The file as it is checked for Tam Thăng, which reported what `review` says."""
    file = BytesIO()
    document.save(file)
    blocks = read(file.getvalue(), DEFAULT).blocks
    return sight(*blocks, assignment=Assignment(UNIT), known=Known(reported=review))


def paper(*rows: Sequence[str], above: Sequence[str] = (ASIDE,), review: Reported = WHOLE) -> Sight:
    """A paper with one table below some lines."""
    document = docx.Document()
    for words in above:
        document.add_paragraph(words)
    add_table(document, rows)
    return seen(document, review)


def outcome(of: Sight) -> str:
    """`disagree`, `agree`, or `apart` where nothing was compared."""
    return "disagree" if check(of) else "agree" if any(each.agrees for each in compared(of)) else "apart"


def test_other_figure_is_told_with_its_row_and_measure() -> None:
    of = paper(("TT", "Nội dung", "ĐVT", "Kết quả"), ("1", "Mô hình đang duy trì", "mô hình", "15"))

    (finding,) = check(of)

    assert found(check, of) == ["Bài ghi “15 mô hình”, báo cáo của đơn vị ghi 12 mô hình."]
    assert (finding.quote, finding.values["block"]) == ("1 Mô hình đang duy trì mô hình 15", 1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Measures: in the cell, in a column, behind the row's words, at the head of the column.
        ([HEAD, ("Tiền vận động được", "847,5 triệu đồng")], "disagree"),
        ([("Nội dung", "ĐVT", "Kết quả"), ("Tiền vận động được", "Tỷ đồng", "0,8475")], "disagree"),
        ([HEAD, ("Tiền vận động được (triệu đồng)", "847,5")], "disagree"),
        ([("Nội dung", "Kết quả (triệu đồng)"), ("Tiền vận động được", "847,5")], "disagree"),
        ([("Nội dung", "ĐVT", "Kết quả"), ("Tiền vận động được", "Tỷ đồng", "0,4875")], "agree"),
        ([("Nội dung", "ĐVT", "Kết quả"), ("Tiền vận động được", "đồng", "487.500.000")], "agree"),
        ([HEAD, ("Đất Nhân dân hiến (m²)", "2.340")], "disagree"),
        ([HEAD, ("Đất Nhân dân hiến", "0,324 ha")], "agree"),
        # Without its measure, or in another one, nobody knows what is counted.
        ([HEAD, ("Tiền vận động được", "847,5")], "apart"),
        ([HEAD, ("Đất Nhân dân hiến", "2.340")], "apart"),
        ([("Nội dung", "ĐVT", "Kết quả"), ("Mô hình đang duy trì", "hộ", "15")], "apart"),
        ([HEAD, ("Mô hình đang duy trì", "85%")], "apart"),
        # Rounded, about, and as several numbers.
        ([HEAD, ("Ngày công đóng góp", "hơn 1.300")], "agree"),
        ([HEAD, ("Mô hình đang duy trì", "12")], "agree"),
        ([HEAD, ("Mô hình đang duy trì", "12/15")], "apart"),
        ([HEAD, ("Mô hình đang duy trì", "15 (3 mới)")], "apart"),
        # Ordinals and years are no figures.
        ([("TT", "Nội dung"), ("15", "Mô hình đang duy trì")], "apart"),
        ([HEAD, ("Mô hình đang duy trì", "2019")], "apart"),
        ([("Nội dung", "Năm bắt đầu"), ("Mô hình đang duy trì", "2019")], "apart"),
        # Columns of another thing, another time, or a plan.
        ([("Nội dung", "Kế hoạch"), ("Mô hình đang duy trì", "15")], "apart"),
        ([("Nội dung", "Chỉ tiêu năm 2025"), ("Mô hình đang duy trì", "15")], "apart"),
        ([("Nội dung", "Thực hiện", "Tăng, giảm"), ("Mô hình đang duy trì", "12", "3")], "agree"),
        ([("Nội dung", "So với cùng kỳ"), ("Mô hình đang duy trì", "15")], "apart"),
        ([("Nội dung", "Chín tháng 2024"), ("Mô hình đang duy trì", "15")], "apart"),
        ([("Nội dung", "Đến 30/6/2023"), ("Mô hình đang duy trì", "15")], "apart"),
        ([("Nội dung", "Năm 2022", "Năm 2023"), ("Mô hình đang duy trì", "7", "9")], "apart"),
        ([("Nội dung", "Tam Phú", "Tam Thanh"), ("Mô hình đang duy trì", "7", "9")], "apart"),
        ([("Nội dung", "Kế hoạch", "Thực hiện"), ("Mô hình đang duy trì", "20", "15")], "disagree"),
        ([("Nội dung", "Từ 2017 đến 2024"), ("Mô hình đang duy trì", "15")], "disagree"),
        # Rows of a part, of others, or of something else.
        ([HEAD, ("Mô hình đang duy trì ở thôn Thăng Tân", "3")], "apart"),
        ([HEAD, ("Mô hình bảo vệ môi trường đang duy trì", "5")], "apart"),
        ([HEAD, ("Mô hình đang duy trì của Hội Nông dân", "5")], "apart"),
        ([HEAD, ("I. Thôn Thăng Tân", ""), ("Mô hình đang duy trì", "3"), ("Thôn khác", "")], "apart"),
        ([HEAD, ("Đường bê tông", "9 km"), ("Trong đó: sửa chữa", "8")], "apart"),
        ([HEAD, ("Trong đó: mô hình mới", "8")], "disagree"),
        ([HEAD, ("- Nhà Đại đoàn kết được hỗ trợ", "41")], "disagree"),
        ([HEAD, ("Hộ nghèo", "38")], "apart"),
        # Several rows for one thing count parts.
        ([HEAD, ("Mô hình đang duy trì", "9"), ("Mô hình đang duy trì", "5")], "apart"),
    ],
)
def test_only_what_is_sure_is_compared(rows: Rows, expected: str) -> None:
    assert outcome(paper(*rows)) == expected


@pytest.mark.parametrize(
    "above",
    [
        ("Bảng 1. Kết quả ở thôn Thăng Tân",),
        ("Kết quả 9 tháng đầu năm 2024:",),
        ("Kết quả của các xã bạn năm 2022 như sau:",),
        ("Kết quả của Hội Nông dân thành phố:",),
        ("II. PHƯƠNG HƯỚNG, NHIỆM VỤ", "Phấn đấu đạt các chỉ tiêu sau:"),
    ],
)
def test_line_above_a_table_may_make_it_a_part(above: Sequence[str]) -> None:
    assert check(paper(HEAD, ("Mô hình đang duy trì", "15"), above=above)) == ()


def test_each_column_of_years_is_compared_with_its_year() -> None:
    head = ("Nội dung", "Năm 2023", "Năm 2024")
    of = paper(head, ("Ngày công đóng góp", "1.150", "1.320"), review=ONE_YEAR)

    assert [(each.period, each.agrees) for each in compared(of)] == [(BEFORE, False), (YEAR, True)]
    assert found(check, of) == ["Bài ghi “1.150 ngày công”, báo cáo của đơn vị ghi 1.105 ngày công."]


def test_sentence_that_agrees_silences_the_table_and_the_other_way() -> None:
    said = ("Toàn xã có 12 mô hình đang duy trì.", ASIDE)
    assert check(paper(HEAD, ("Mô hình đang duy trì", "15"), above=said)) == ()

    said = ("Toàn xã có 15 mô hình đang duy trì.", ASIDE)
    assert check(paper(HEAD, ("Mô hình đang duy trì", "12"), above=said)) == ()


def merged_down(table: Table) -> None:
    """Two rows share their first cell, so the second begins one column later."""
    table.cell(1, 0).merge(table.cell(2, 0))


def merged_across(table: Table) -> None:
    """The heading stands above both columns of figures."""
    table.cell(0, 2).merge(table.cell(0, 1))


@pytest.mark.parametrize("merge", [merged_down, merged_across])
def test_joined_cells_move_no_figure_to_another_row(merge: Callable[[Table], None]) -> None:
    document = docx.Document()
    document.add_paragraph(ASIDE)
    rows = [("Nội dung", "Kết quả", ""), ("Mô hình đang duy trì", "3", "4"), ("Hộ nghèo", "15", "9")]
    merge(add_table(document, rows))

    assert check(seen(document)) == ()


def test_every_reported_figure_agrees_with_itself_in_a_table() -> None:
    indicators = {each.code: each for each in WHOLE.outline.indicators}
    rows = [
        (indicators[code].name, indicators[code].measure, value.replace(".", ","))
        for code, value in SAMPLE["figures"].items()
    ]
    of = paper(("Nội dung", "ĐVT", "Kết quả"), *rows)

    assert check(of) == ()
    assert len([each for each in compared(of) if each.agrees]) >= 18
    doubled = [
        (name, measure, str(float(value.replace(",", ".")) * 2).replace(".0", "").replace(".", ","))
        for name, measure, value in rows
    ]
    assert len(check(paper(("Nội dung", "ĐVT", "Kết quả"), *doubled))) >= 18


def test_without_a_figure_of_the_review_nothing_is_said() -> None:
    review = reported(SINCE, since={"models": "12"})

    assert check(paper(HEAD, ("Ngày công đóng góp", "1.150"), review=review)) == ()
