"""A whole document: where each part begins and ends, and what happens when parts are missing."""

import time

import pytest

from tests.documents.seen.showing import p, sight, texts
from tongket.documents.seen.components import Foot
from tongket.documents.seen.values import SeenParagraph

LONG = (
    "Các đơn vị tổ chức thực hiện và báo cáo kết quả về Ban Thường trực trước ngày 20 tháng 10 năm 2024 theo quy định "
)
PROSE = p(LONG + "của cấp trên.")
HEAD = (p("UBND TỈNH A", bold=True), p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True), p("Số: 12/QĐ-UBND"))
FOOT = (p("Nơi nhận:"), p("- Lưu: VT."), p("GIÁM ĐỐC"), p("Trần Văn A"))


def bases(*rows: str) -> list[str]:
    """The grounds among these first lines of a text."""
    return texts(sight(*HEAD, p("QUYẾT ĐỊNH", centred=True), *map(p, rows), PROSE, *FOOT).bases)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["Căn cứ Luật A;", "Căn cứ Luật B;", "Theo đề nghị của C."], 3),
        (["Căn cứ Luật A;", "Xét đề nghị của C."], 2),
        (["GIÁM ĐỐC SỞ NỘI VỤ", "Căn cứ Luật A."], 1),
        (["Mở đầu", LONG * 2, "Căn cứ vào tình hình, các đơn vị lập danh sách."], 0),
        (["Một câu"], 0),
    ],
)
def test_grounds_stand_before_the_text(rows: list[str], found: int) -> None:
    expected = [row for row in rows if row.startswith(("Căn cứ", "Theo", "Xét"))][:found]

    assert bases(*rows) == expected


def test_header_alone_is_a_header() -> None:
    found = sight(*HEAD)

    assert found.header.number
    assert (found.body, found.foot, found.annexes) == ((), Foot(), ())


def test_text_alone_has_no_header() -> None:
    found = sight(PROSE, PROSE)

    assert found.header.lines == ()
    assert found.body == (PROSE, PROSE)
    assert sight(p("một"), p("hai")).header.lines == ()


ANNEX = p("Phụ lục II", bold=True, centred=True)


@pytest.mark.parametrize(
    ("rows", "labels", "titles"),
    [
        ([ANNEX, p("DANH SÁCH", centred=True), p("(Kèm theo Quyết định số 12)", centred=True)], 1, [["DANH SÁCH"]]),
        ([ANNEX, p(), p("BIỂU", centred=True), p("----"), PROSE, ANNEX, PROSE], 2, [["BIỂU"], []]),
        ([p("Phụ lục", begins_page=True), p("BIỂU", centred=True)], 1, [["BIỂU"]]),
        ([p("Phụ lục"), p("BIỂU", centred=True)], 0, []),
        ([p("Phụ lục", bold=True, centred=True, cell=0)], 0, []),
    ],
    ids=["whole", "two", "new page", "words of the text", "cell"],
)
def test_annexes(rows: list[SeenParagraph], labels: int, titles: list[list[str]]) -> None:
    found = sight(*HEAD, p("QUYẾT ĐỊNH", centred=True), PROSE, *FOOT, *rows)

    assert len(found.annexes) == labels
    assert [texts(annex.title) for annex in found.annexes] == titles


def test_letter_and_minutes_are_told_apart() -> None:
    assert sight(*HEAD, p("Kính gửi: Hội Nông dân"), PROSE).is_letter
    assert sight(*HEAD, p("BIÊN BẢN", centred=True), PROSE).is_minutes


@pytest.mark.slow
@pytest.mark.parametrize(
    "rows",
    [
        [p("TM. BAN THƯỜNG TRỰC")] * 20_000,
        [p("Căn cứ Luật;")] * 20_000,
        [p("Số " + "." * 500_000)],
        [p(" " * 1_000_000 + "a")],
        [p("ngày " * 200_000)],
        [p("Kế hoạch số " + "1" * 500_000)],
        [p(f"Cột {number}", cell=number) for number in range(20_000)],
        [p("Nơi nhận:"), *[p("- Một nơi;")] * 20_000],
    ],
    ids=["authorities", "grounds", "dots", "blanks", "days", "figures", "columns", "recipients"],
)
def test_time_grows_with_the_file_and_no_faster(rows: list[SeenParagraph]) -> None:
    began = time.process_time()
    sight(*HEAD, *rows)

    assert time.process_time() - began < 5


def test_title_of_an_annex_ends_at_a_picture() -> None:
    opening = (p("Phụ lục", bold=True, centred=True), p("HÌNH VẼ", bold=True, centred=True))
    drawn = (p("", centred=True, has_picture=True), p("Hình 1. Báo cáo", centred=True))

    (annex,) = sight(*HEAD, p("QUYẾT ĐỊNH", centred=True), PROSE, *FOOT, *opening, *drawn).annexes

    assert texts(annex.title) == ["HÌNH VẼ"]
