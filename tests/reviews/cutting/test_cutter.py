import pytest

from tests.factories.outlines import manuscript_of, sample_outline
from tongket.reviews.cutting import cut, cut_report
from tongket.reviews.reports.reading import read_report
from tongket.reviews.rules import Kind
from tongket.reviews.values import Cut, Place


def test_answer_is_cut_into_statements_at_its_place() -> None:
    cuts = cut(
        "- Dân đồng thuận cao.\n- Cán bộ nhiệt tình; đoàn thể vào cuộc đồng bộ.", kind=Kind.STRENGTH, question="q"
    )

    assert cuts == (
        Cut(Kind.STRENGTH, "Dân đồng thuận cao.", "q"),
        Cut(Kind.STRENGTH, "Cán bộ nhiệt tình", "q"),
        Cut(Kind.STRENGTH, "đoàn thể vào cuộc đồng bộ.", "q"),
    )


def test_place_is_kept() -> None:
    cuts = cut("Dân đồng thuận rất cao.", kind=Kind.STRENGTH, page=2, block=7)

    assert cuts == (Cut(Kind.STRENGTH, "Dân đồng thuận rất cao.", "", Place(2, 7)),)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 294/KH-MTTQ-BTT, Ban Thường trực báo cáo như sau:",
        "Trên đây là báo cáo của Ủy ban MTTQ Việt Nam xã Tam Thăng./.",
        "Kính gửi Ban Thường trực Ủy ban MTTQ Việt Nam thành phố.",
        "Kết quả cụ thể như sau:",
        "Tốt.",
    ],
)
def test_boilerplate_is_no_statement(text: str) -> None:
    assert cut(text, kind=Kind.RESULT) == ()


@pytest.mark.parametrize(
    ("text", "asked", "kind"),
    [
        ("Đề nghị UBND thành phố bố trí kinh phí.", Kind.RESULT, Kind.RECOMMENDATION),
        ("Đề nghị UBND thành phố bố trí kinh phí.", Kind.SHORTCOMING, Kind.SHORTCOMING),
        ("Công tác phối hợp còn hạn chế ở một số nơi.", Kind.RESULT, Kind.SHORTCOMING),
        ("Đã tổ chức 48 buổi tuyên truyền ở các thôn.", Kind.RESULT, Kind.RESULT),
    ],
)
def test_what_was_asked_counts_first(text: str, asked: Kind, kind: Kind) -> None:
    assert [each.kind for each in cut(text, kind=asked)] == [kind]


def test_recommendations_keep_whom_they_are_for() -> None:
    text = "**V. KIẾN NGHỊ**\nĐề nghị UBND thành phố:\n- Bố trí vốn cho các hẻm.\n- Có chế độ cho Tổ trưởng."

    cuts = cut_report(read_report(manuscript_of(text), sample_outline()))

    assert [each.text for each in cuts] == [
        "Đề nghị UBND thành phố: Bố trí vốn cho các hẻm.",
        "Đề nghị UBND thành phố: Có chế độ cho Tổ trưởng.",
    ]


def test_headings_of_two_kinds_let_the_words_choose() -> None:
    text = "**III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN**\n- Phong trào chưa đồng đều.\n- Do thiếu kinh phí hoạt động."

    cuts = cut_report(read_report(manuscript_of(text), sample_outline()))

    assert [(each.kind, each.question) for each in cuts] == [
        (Kind.SHORTCOMING, "shortcomings"),
        (Kind.CAUSE, "causes"),
    ]
