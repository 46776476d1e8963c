"""Which lines are headings, what stands below them, and which question they answer."""

import pytest

from tests.factories.outlines import manuscript_of, sample_outline
from tongket.reviews.reports.headings import kinds_of, question_of
from tongket.reviews.reports.lines import is_capitals, lines_of, marked
from tongket.reviews.reports.sections import sections_of
from tongket.reviews.reports.values import Section
from tongket.reviews.rules import Kind

OUTLINE = sample_outline()


def sections(text: str) -> tuple[Section, ...]:
    return sections_of(lines_of(manuscript_of(text)), OUTLINE)


def shape(text: str) -> list[tuple[str, tuple[Kind, ...], int]]:
    return [(each.heading, each.kinds, len(each.lines)) for each in sections(text)]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("KẾT QUẢ ĐẠT ĐƯỢC", (Kind.RESULT,)),
        ("Tồn tại, hạn chế và nguyên nhân", (Kind.SHORTCOMING, Kind.CAUSE)),
        ("Bài học kinh nghiệm", (Kind.LESSON,)),
        ("Đề xuất, kiến nghị", (Kind.RECOMMENDATION,)),
        ("Phương hướng, nhiệm vụ thời gian tới", (Kind.PLANNED,)),
        ("Những mặt chưa được", (Kind.SHORTCOMING,)),
        ("Thuận lợi", (Kind.STRENGTH,)),
        ("Công tác lãnh đạo, chỉ đạo", (Kind.CONTEXT,)),
        ("Các mô hình tiêu biểu", (Kind.EXEMPLAR,)),
        ("Về đô thị văn minh", ()),
    ],
)
def test_heading_says_kinds_in_their_order(heading: str, kinds: tuple[Kind, ...]) -> None:
    assert kinds_of(heading) == kinds


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Giám sát, phản biện xã hội", "supervision"),
        ("Kết quả thực hiện", "results"),
        ("Hạn chế", "shortcomings"),
        ("Kinh nghiệm", "lessons"),
        ("Nơi nhận", ""),
    ],
)
def test_heading_names_its_question(heading: str, question: str) -> None:
    assert question_of(heading, kinds_of(heading), OUTLINE) == question


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("- Một ý", "-", "Một ý"),
        ("I. KẾT QUẢ", "I.", "KẾT QUẢ"),
        ("I/ Kết quả", "I/", "Kết quả"),
        ("1.2. Mô hình", "1.2.", "Mô hình"),
        ("a) Tuyên truyền", "a)", "Tuyên truyền"),
        ("đ) Khen thưởng", "đ)", "Khen thưởng"),
        ("Phần thứ nhất: KẾT QUẢ", "Phần thứ nhất:", "KẾT QUẢ"),
        ("1.200 hộ tham gia", "", "1.200 hộ tham gia"),
        ("Toàn xã có", "", "Toàn xã có"),
    ],
)
def test_mark_is_taken_off(text: str, mark: str, rest: str) -> None:
    assert marked(text) == (mark, rest)


def test_capitals_are_known() -> None:
    assert [is_capitals(text) for text in ("KẾT QUẢ ĐẠT ĐƯỢC", "Kết quả", "12", "II")] == [True, False, False, False]


def test_sections_follow_bold_and_numbered_headings() -> None:
    text = "**I. KẾT QUẢ**\nMột.\n1. Hạn chế\nHai.\nBa.\n**II. KIẾN NGHỊ**\n- Bốn."

    assert shape(text) == [
        ("", (), 0),
        ("KẾT QUẢ", (Kind.RESULT,), 1),
        ("Hạn chế", (Kind.SHORTCOMING,), 2),
        ("KIẾN NGHỊ", (Kind.RECOMMENDATION,), 1),
    ]


def test_heading_without_a_kind_takes_that_around_it() -> None:
    assert shape("**II. HẠN CHẾ**\n**1. Ở cơ sở**\nThiếu người.") == [
        ("", (), 0),
        ("HẠN CHẾ", (Kind.SHORTCOMING,), 0),
        ("Ở cơ sở", (Kind.SHORTCOMING,), 1),
    ]


def test_part_and_its_name_on_the_next_line_are_one_heading() -> None:
    (_none, part) = sections("**Phần thứ nhất**\n**KẾT QUẢ THỰC HIỆN**\nMột.")

    assert (part.heading, part.level, part.kinds) == ("Phần thứ nhất. KẾT QUẢ THỰC HIỆN", 1, (Kind.RESULT,))


def test_words_before_a_colon_are_a_heading_for_what_follows() -> None:
    text = "**III. ĐÁNH GIÁ**\nƯu điểm: Dân đồng thuận.\nHạn chế: Thiếu kinh phí.\nCòn chậm."

    assert shape(text)[2:] == [("Ưu điểm", (Kind.STRENGTH,), 1), ("Hạn chế", (Kind.SHORTCOMING,), 2)]


def test_numbered_items_are_no_headings_and_numbered_names_above_text_are() -> None:
    items = "**IV. BÀI HỌC**\n1. Tranh thủ sự lãnh đạo\n2. Chọn việc thiết thực\n3. Làm đến cùng"
    names = "**II. KẾT QUẢ**\n1. Về đô thị văn minh\nHiến đất.\n2. Về an sinh\n- Trao quà."

    assert [each[0] for each in shape(items)] == ["", "BÀI HỌC"]
    assert [each[0] for each in shape(names)] == ["", "KẾT QUẢ", "Về đô thị văn minh", "Về an sinh"]


def test_signature_and_recipients_end_the_report() -> None:
    text = "**I. KẾT QUẢ**\nMột.\n**Nơi nhận:**\n- Như trên;\n**TM. BAN THƯỜNG TRỰC**"

    assert shape(text) == [("", (), 0), ("KẾT QUẢ", (Kind.RESULT,), 1)]
