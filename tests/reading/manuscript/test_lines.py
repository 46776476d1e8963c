"""Printed lines made paragraphs again."""

import pytest

from tongket.reading.document import Line
from tongket.reading.manuscript.lines import begins, paragraph_of
from tongket.reading.manuscript.values import Align, Paragraph, Piece, Role, Spacing
from tongket.reading.pdf.printed import Frame, Printed
from tongket.reading.pdf.rows import Look, Row
from tongket.reading.pdf.rows import Piece as Words

FRAME = Frame(85.0, 550.0, 20.0)


def run_of(text: str, left: float, right: float, baseline: float, size: float, *, bold: bool = False) -> Words:
    looks = [Look(0, size, bold=bold, italic=False)]
    return Words(text, left, right, baseline, size, bold=bold, italic=False, looks=looks)


def line(
    text: str,
    left: float = 85.0,
    right: float = 550.0,
    baseline: float = 700.0,
    *,
    size: float = 14.0,
    bold: bool = False,
    gap: bool = False,
    centred: bool = False,
    page: int = 1,
) -> Printed:
    words = run_of(text, left, right, baseline, size, bold=bold)
    return Printed(Line(text, page=page, bold=bold, gap=gap, centred=centred), Row([words]), FRAME)


FULL = line("một dòng đầy đến hết lề phải của trang giấy khổ")


@pytest.mark.parametrize(
    ("before", "after", "is_new"),
    [
        (FULL, line("A4 thì dòng sau nối vào."), False),
        (FULL, line("A4 thì", gap=True), True),
        (line("dòng ngắn.", right=200.0), line("Đoạn mới"), True),
        (line("dòng ngắn", right=200.0), line("dòng sau"), True),
        (FULL, line("Đoạn mới", left=121.0), True),
        (FULL, line("chữ lớn", size=18.0), True),
        (FULL, line("giữa", left=200.0, right=435.0, centred=True), True),
        (line("TIÊU ĐỀ DÀI", left=100.0, right=535.0), line("dòng hai", left=200.0, right=435.0, centred=True), False),
        (
            line("THAM LUẬN", left=280.0, right=355.0, centred=True),
            line("Về", left=250.0, right=385.0, centred=True),
            True,
        ),
        (line("Kính gửi", left=100.0, right=535.0), line("- Hội", left=200.0, right=435.0, centred=True), True),
        (line("một dòng đầy đến hết lề."), line("- Mục mới"), True),
        (line("một dòng đầy từ năm 2020"), line("- 2024 thì nối vào"), False),
        (line("một dòng đầy, hết trang"), line("thì nối vào trang sau", page=2), False),
        (line("câu cuối của trang.", right=300.0), line("Đoạn mới", page=2), True),
        (line("dòng ngắn nhưng câu chưa", right=500.0), line("hết", page=2), False),
    ],
)
def test_where_a_paragraph_begins(before: Printed, after: Printed, *, is_new: bool) -> None:
    assert begins(before, after) is is_new


def test_lines_are_joined_with_one_space_and_none_behind_a_hyphen() -> None:
    found = paragraph_of(
        [line("Thực hiện Kế hoạch số 294/KH-", left=121.0), line("MTTQ về việc"), line("tổng kết.", right=200.0)]
    )

    assert found == Paragraph(
        (Piece("Thực hiện Kế hoạch số 294/KH-MTTQ về việc tổng kết.", size_pt=14.0),),
        align=Align.JUSTIFY,
        spacing=Spacing(lines=1.24, first_line_pt=36.0),
        page=1,
    )


def test_spacing_is_measured_between_lines() -> None:
    lines = [line("một", baseline=700.0), line("hai", baseline=676.0), line("ba", baseline=652.0)]

    assert paragraph_of(lines).spacing.lines == 1.49


@pytest.mark.parametrize(
    ("text", "bold", "role", "level", "mark"),
    [
        ("II. KẾT QUẢ", True, Role.HEADING, 1, ""),
        ("2. Về vốn", True, Role.HEADING, 2, ""),
        ("2.1. Về giống", True, Role.HEADING, 3, ""),
        ("2. Về vốn", False, Role.ITEM, 0, "2."),
        ("- Một hộ", False, Role.ITEM, 0, "-"),
        ("đ) Điểm đ", False, Role.ITEM, 0, "đ)"),
        ("THAM LUẬN", True, Role.TEXT, 0, ""),
        ("II. KẾT QUẢ", False, Role.TEXT, 0, ""),
    ],
)
def test_what_a_line_is(text: str, bold: bool, role: Role, level: int, mark: str) -> None:  # noqa: FBT001
    found = paragraph_of([line(text, right=300.0, bold=bold)])

    assert (found.role, found.level, found.mark, found.text) == (role, level, mark, text)


def test_small_letters_that_stand_high_are_raised() -> None:
    words = [
        run_of("km", 85.0, 105.0, 700.0, 14.0),
        run_of("2", 105.5, 110.0, 706.0, 8.0),
        run_of("đất", 114.0, 140.0, 700.0, 14.0),
        run_of("ở xã", 240.0, 260.0, 700.0, 14.0),
    ]
    found = paragraph_of([Printed(Line("km2 đất"), Row(words), FRAME)])

    assert [(piece.text, piece.raised, piece.size_pt) for piece in found.pieces] == [
        ("km", False, 14.0),
        ("2", True, 8.0),
        (" đất\tở xã", False, 14.0),
    ]


def test_a_line_at_the_right_stands_there() -> None:
    assert paragraph_of([line("Tam Kỳ, ngày 11", left=400.0)]).align is Align.RIGHT
