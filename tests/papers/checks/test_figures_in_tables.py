"""Figures in tables of real .docx files beside those of the unit's own review: found where sure, silent elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import replace
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
        # A share is no count, and of two measures nobody knows which is meant.
        ([("Nội dung", "ĐVT", "Kế hoạch", "Đạt (%)"), ("Mô hình đang duy trì", "mô hình", "10", "120")], "apart"),
        ([("Nội dung", "Kết quả (%)"), ("Mô hình đang duy trì", "120")], "apart"),
        ([("Nội dung", "Đạt %"), ("Mô hình đang duy trì", "120")], "apart"),
        ([("Nội dung", "ĐVT", "Kết quả (hộ)"), ("Mô hình đang duy trì", "mô hình", "15")], "apart"),
        ([("Nội dung", "ĐVT", "Kết quả (2017-2024)"), ("Mô hình đang duy trì", "mô hình", "15")], "disagree"),
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


ONE = "Mô hình “Tổ đoàn kết” ra mắt năm 2019 với 31 hộ."


@pytest.mark.parametrize(
    "above",
    [
        (f"{ONE} {ASIDE}",),
        (ONE, ASIDE),
        ("Mô hình có 31 hộ tham gia.", "Kết quả đến nay:"),
        ("2. Mô hình camera", "2.1. Kết quả", ASIDE),
        ("2. Mô hình camera", "2.1. Mục tiêu", "Giữ gìn an ninh.", "2.2. Kết quả", ASIDE),
        ("II. Mô hình camera", "Giữ gìn an ninh.", "1. Kết quả", ASIDE),
        ("Cả thôn có 31 hộ tham gia.", ASIDE),
    ],
)
def test_whatever_stands_above_may_make_a_table_that_of_one_model(above: Sequence[str]) -> None:
    assert outcome(paper(HEAD, ("Ngày công đóng góp", "300"), above=above)) == "apart"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hiệu quả mô hình camera an ninh", "apart"),
        ("“Tổ đoàn kết” giúp nhau làm kinh tế", "apart"),
        ("Đoàn kết xây dựng thôn Thăng Tân", "apart"),
        ("Kết quả phong trào thi đua “Đoàn kết sáng tạo” xã Tam Thăng", "disagree"),
        ("Mặt trận xã xây dựng các mô hình tự quản", "disagree"),
    ],
)
def test_title_may_name_the_one_model_that_all_is_about(title: str, expected: str) -> None:
    of = replace(paper(HEAD, ("Ngày công đóng góp", "300")), title=title)

    assert outcome(of) == expected


def test_sum_of_a_table_is_that_of_what_stands_above_it() -> None:
    row = ("Tổng số ngày công đóng góp", "41.000")

    for above in ("Số liệu toàn thành phố như sau:", "Kết quả của tổ 3 như sau:"):
        assert outcome(paper(HEAD, row, above=(above,))) == "apart"
    assert outcome(paper(HEAD, row, above=("Toàn xã có 12 mô hình.", "Số liệu toàn xã như sau:"))) == "disagree"


# Tables as papers have them, of one model, village, road, organisation, or another time.
OF_LESS: list[tuple[Sequence[str], Rows]] = [
    (
        (ASIDE,),
        [
            ("TT", "Đơn vị", "Mô hình đang duy trì"),
            ("1", "Thôn Thăng Tân", "3"),
            ("2", "Thôn Vĩnh Bình", "5"),
            ("", "Tổng cộng", "8"),
        ],
    ),
    ((ASIDE,), [("Thôn", "Ngày công đóng góp"), ("Thăng Tân", "300")]),
    (("Kết quả hai năm 2022, 2023:",), [HEAD, ("Ngày công đóng góp", "800")]),
    (("Sáu tháng đầu năm:",), [HEAD, ("Ngày công đóng góp", "800")]),
    (("Mô hình “Tổ đoàn kết” thu được kết quả sau:",), [HEAD, ("Ngày công đóng góp", "800")]),
    (("Kết quả của mô hình:",), [HEAD, ("Ngày công đóng góp", "800"), ("Tiền vận động được", "120 triệu đồng")]),
    (("Sau một năm thực hiện mô hình, kết quả như sau:",), [HEAD, ("Ngày công đóng góp", "800")]),
    ((ASIDE,), [("Nội dung", "Trước khi có mô hình", "Sau khi có mô hình"), ("Ngày công đóng góp", "300", "800")]),
    ((ASIDE,), [("Nội dung", "2017", "2024"), ("Mô hình đang duy trì", "3", "15")]),
    ((ASIDE,), [("Nội dung", "Đầu kỳ", "Cuối kỳ"), ("Mô hình đang duy trì", "3", "15")]),
    ((ASIDE,), [("Nội dung", "Giai đoạn 2017-2020", "Giai đoạn 2021-2024"), ("Mô hình đang duy trì", "3", "15")]),
    ((ASIDE,), [("Chỉ tiêu", "Mục tiêu", "Kết quả", "Tỷ lệ (%)"), ("Mô hình đang duy trì", "10", "12", "120")]),
    ((ASIDE,), [("Nội dung", "Điểm chuẩn", "Điểm đạt"), ("Mô hình đang duy trì", "10", "9")]),
    ((ASIDE,), [("Nội dung", "Thứ tự"), ("Mô hình đang duy trì", "2")]),
    ((ASIDE,), [("Nội dung", "Trang"), ("Mô hình đang duy trì", "7")]),
    ((ASIDE,), [HEAD, ("Số hộ tham gia mô hình", "31"), ("Nhà Đại đoàn kết được hỗ trợ trong thôn", "2")]),
    ((ASIDE,), [("Họ và tên", "Ngày công"), ("Nguyễn Văn A", "24")]),
    (("Phụ lục: số liệu của Chi hội Nông dân",), [HEAD, ("Ngày công đóng góp", "120")]),
    ((ASIDE,), [HEAD, ("Tổ số 1", ""), ("Ngày công đóng góp", "120")]),
    ((ASIDE,), [HEAD, ("Tuyến đường ĐH.5", "1,2 km"), ("Ngày công đóng góp", "120")]),
    ((ASIDE,), [HEAD, ("Làm đường giao thông:", ""), ("Ngày công đóng góp", "120"), ("Đất Nhân dân hiến", "500 m²")]),
    ((ASIDE,), [HEAD, ("Ngày công đóng góp làm đường", "120")]),
    ((ASIDE,), [HEAD, ("Tiền vận động được để sửa nhà", "50 triệu đồng")]),
    ((ASIDE,), [HEAD, ("Sản phẩm OCOP 3 sao", "2"), ("Sản phẩm OCOP của phụ nữ", "2")]),
    ((ASIDE,), [("Năm", "Mô hình đang duy trì", "Ngày công đóng góp"), ("2022", "9", "400"), ("2023", "11", "500")]),
    (("Trong đợt cao điểm tháng 10, kết quả:",), [HEAD, ("Buổi tuyên truyền về phong trào", "4")]),
    ((ASIDE,), [("Nội dung", "Số lượng (thôn Thăng Tân)"), ("Mô hình đang duy trì", "3")]),
    ((ASIDE,), [("Nội dung", "Kết quả (năm 2022)"), ("Mô hình đang duy trì", "9")]),
]


@pytest.mark.parametrize(("above", "rows"), OF_LESS)
def test_table_of_less_than_the_whole_is_left_alone(above: Sequence[str], rows: Rows) -> None:
    assert check(paper(*rows, above=above)) == ()


# Written after the rules, and measured once.
UNSEEN: list[tuple[str, Sequence[str], Rows]] = [
    (
        "disagree",
        ("Bảng 1. Kết quả thực hiện phong trào từ khi phát động đến nay",),
        [
            ("STT", "Chỉ tiêu", "Đơn vị tính", "Số lượng"),
            ("1", "Buổi tuyên truyền về phong trào", "buổi", "42"),
            ("2", "Lượt người dự tuyên truyền", "lượt người", "2.700"),
        ],
    ),
    (
        "disagree",
        ("1. Kết quả chung", "Tổng hợp số liệu toàn xã:"),
        [("Nội dung", "Kết quả"), ("Sản phẩm OCOP", "9 sản phẩm")],
    ),
    # `công` alone is missed for `ngày công`.
    ("apart", ("Số liệu chủ yếu:",), [("Chỉ tiêu", "ĐVT", "Thực hiện"), ("Ngày công đóng góp", "công", "2.320")]),
    ("disagree", ("Kết quả như sau:",), [("Nội dung", "Tổng cộng"), ("Cuộc giám sát về cơ chế hỗ trợ sáng tạo", "17")]),
    ("disagree", (), [("Nội dung", "Kết quả đạt được"), ("Dự án khởi nghiệp được hỗ trợ", "18 dự án")]),
    ("disagree", ("Kết quả của xã Tam Thăng:",), [("Nội dung", "Số lượng"), ("Đất Nhân dân hiến", "5.240 m2")]),
    ("apart", ("Hiệu quả của tổ hợp tác:",), [("Nội dung", "Kết quả"), ("Ngày công đóng góp", "60")]),
    ("apart", ("Mô hình Camera an ninh:",), [("Nội dung", "Kết quả"), ("Tiền vận động được", "85 triệu đồng")]),
    (
        "apart",
        ("Kết quả như sau:",),
        [
            ("Công trình", "Ngày công đóng góp", "Tiền vận động được (triệu đồng)"),
            ("Đường ĐX12", "120", "45"),
            ("Nhà văn hóa", "90", "30"),
        ],
    ),
    (
        "apart",
        ("Kết quả như sau:",),
        [("Nội dung", "Kết quả"), ("Chi hội Phụ nữ", ""), ("Buổi tuyên truyền về phong trào", "6")],
    ),
    (
        "apart",
        ("Kết quả cụ thể:",),
        [("Nội dung", "Xã Tam Phú", "Xã Tam Thăng"), ("Ngày công đóng góp", "700", "1.320")],
    ),
    ("apart", ("Dự kiến năm 2025:",), [("Nội dung", "Số lượng"), ("Mô hình đang duy trì", "20")]),
    ("apart", ("Kết quả như sau:",), [("Nội dung", "Quý III"), ("Ngày công đóng góp", "300")]),
    ("apart", ("Kết quả như sau:",), [("Nội dung", "Kết quả"), ("Mô hình đang duy trì trong Hội Phụ nữ", "4")]),
    ("apart", ("Kết quả như sau:",), [("Nội dung", "Kết quả"), ("Hộ gia đình đăng ký tham gia mô hình", "31")]),
    ("apart", ("Kết quả như sau:",), [("Nội dung", "Kết quả"), ("Tiền vận động được mỗi hộ", "200.000 đồng")]),
]


@pytest.mark.parametrize(("expected", "above", "rows"), UNSEEN)
def test_tables_written_after_the_rules(expected: str, above: Sequence[str], rows: Rows) -> None:
    assert ("disagree" if check(paper(*rows, above=above)) else "apart") == expected


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
