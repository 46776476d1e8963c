"""The readers that copy statements: purpose, participants, review, exhibits, budget."""

import pytest

from tests.plans.making import plan_with
from tongket.plans.readers.participants import count_people

COUNTS = [
    ("Đại biểu khách mời: 50 đại biểu", 50),
    ("mỗi xã 02 đại biểu", 2),
    ("01 lãnh đạo và 01 chuyên viên", 2),
    ("ba mươi chị em nòng cốt", 30),
    ("Tổng số 1.200 hội viên", 1200),
    ("Đại diện 15 doanh nghiệp", None),
    ("Lãnh đạo Phòng Kinh tế", None),
    ("5 ha đất, 03 mô hình", None),
    ("10 (mười) đại biểu", 10),
    ("mười hai đại biểu", 12),
    ("hai mươi lăm em", 25),
    ("15/20 đại biểu", None),
    ("05 tập thể", None),
    ("01 lãnh đạo, 01 chuyên viên", 1),
    ("Đại diện Ban giám hiệu: 02", 2),
    ("Đại diện sinh viên (mỗi lớp 03 HSSV)", 3),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_people_are_counted(text: str, count: int | None) -> None:
    assert count_people(text) == count


def test_participants_stand_under_their_own_heading_and_labels() -> None:
    facts = plan_with(
        "II. THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM\n1. Thành phần: gồm\n- Lãnh đạo xã: 02 đồng chí;\n- Các chi hội.\n"
        "2. Thời gian: 8h00 ngày 20/11/2025.\n3. Địa điểm: Hội trường."
    ).facts

    assert [(row.clause, row.text, row.count) for row in facts.participants][-2:] == [
        ("II.1/1", "Lãnh đạo xã: 02 đồng chí", 2),
        ("II.1/2", "Các chi hội", None),
    ]


def test_time_and_place_under_a_heading_of_all_three_are_no_participants() -> None:
    facts = plan_with(
        "II. NỘI DUNG\n1. Thời gian, địa điểm, thành phần\n- 8h00 ngày 20/11/2025.\n- Tại hội trường.\n"
        "- Địa điểm: Hội trường.\n- Lãnh đạo xã: 02 đồng chí."
    ).facts

    assert [(row.clause, row.count) for row in facts.participants] == [("II.1/4", 2)]


@pytest.mark.parametrize("sentence", ["Giao Văn phòng mời đại biểu.", "Kèm theo danh sách.", "Lưu ý: đến đúng giờ."])
def test_sentence_about_the_list_is_no_participant(sentence: str) -> None:
    facts = plan_with(f"II. THÀNH PHẦN\n- Lãnh đạo xã.\n- {sentence}").facts

    assert [row.text for row in facts.participants] == ["Lãnh đạo xã"]


def test_review_leaves_papers_displays_and_honours_out() -> None:
    facts = plan_with(
        "III. NỘI DUNG\n1. Nội dung tổng kết\n1.1. Đánh giá công tác chỉ đạo.\n- Kết quả nổi bật.\n"
        "1.2. Tham luận của các đơn vị.\n1.3. Trưng bày sản phẩm OCOP.\n1.4. Khen thưởng các tập thể."
    ).facts

    assert [(row.clause, row.text) for row in facts.review] == [
        ("III.1.1", "Đánh giá công tác chỉ đạo"),
        ("III.1.1/1", "Kết quả nổi bật"),
    ]
    assert [(row.clause, row.text) for row in facts.exhibits] == [("III.1.3", "Trưng bày sản phẩm OCOP")]


def test_results_by_content_of_the_movement_belong_to_the_review() -> None:
    facts = plan_with("II. NỘI DUNG TỔNG KẾT\n2. Kết quả các nội dung thi đua\n- Giúp nhau giảm nghèo.").facts

    assert [(row.clause, row.text) for row in facts.review] == [("II.2/1", "Giúp nhau giảm nghèo")]


BUDGETS = [
    ("IV. KINH PHÍ\nTừ nguồn ngân sách xã, 25.000.000 đồng.", [("IV/1", "Từ nguồn ngân sách xã, 25.000.000 đồng")]),
    ("IV. KINH PHÍ\n- Kinh phí khen thưởng: từ Quỹ thi đua.", [("IV/1", "Kinh phí khen thưởng: từ Quỹ thi đua")]),
    ("IV. KINH PHÍ\n- Nguồn kinh phí: ngân sách huyện.", [("IV/1", "ngân sách huyện")]),
    ("IV. KINH PHÍ: Nguồn quỹ Hội.", [("IV", "Nguồn quỹ Hội")]),
    ("III. NỘI DUNG\n- Kinh phí do đơn vị tự cân đối.", [("III/1", "Kinh phí do đơn vị tự cân đối")]),
    ("III. NỘI DUNG\n- Chuẩn bị hội trường.", []),
]


@pytest.mark.parametrize(("body", "rows"), BUDGETS)
def test_budget(body: str, rows: list[tuple[str, str]]) -> None:
    assert [(row.clause, row.text) for row in plan_with(body).facts.budget] == rows


def test_purpose_takes_paragraphs_bullets_and_numbered_sentences() -> None:
    facts = plan_with(
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nĐánh giá kết quả.\n2. Yêu cầu\n- Thiết thực;\n- Tiết kiệm."
    ).facts

    assert [(row.clause, row.text) for row in facts.purpose] == [
        ("I.1/1", "Đánh giá kết quả"),
        ("I.2/1", "Thiết thực"),
        ("I.2/2", "Tiết kiệm"),
    ]


EXHIBITS = [
    ("III. TRƯNG BÀY\n- Mỗi xã 03 sản phẩm.", [("III/1", "Mỗi xã 03 sản phẩm")]),
    ("III. NỘI DUNG\n- Tổ chức trưng bày sản phẩm OCOP.\n- Khai mạc.", [("III/1", "Tổ chức trưng bày sản phẩm OCOP")]),
    ("IV. TỔ CHỨC THỰC HIỆN\n1. Các xã\n- Mang sản phẩm đến trưng bày.\n- Gửi báo cáo.",
     [("IV.1/1", "Mang sản phẩm đến trưng bày")]),
    ("I. MỤC ĐÍCH\n- Trưng bày kết quả phong trào.", []),
    ("III. NỘI DUNG\n- Khai mạc.", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "exhibits"), EXHIBITS)
def test_exhibits_stand_under_their_heading_else_in_the_content_else_in_the_work(
    body: str, exhibits: list[tuple[str, str]]
) -> None:
    assert [(row.clause, row.text) for row in plan_with(body).facts.exhibits] == exhibits


def test_content_that_assesses_is_reviewed_where_no_heading_speaks_of_it() -> None:
    facts = plan_with("III. NỘI DUNG\n- Đánh giá kết quả.\n- Thảo luận.\n- Phương hướng năm 2026.").facts

    assert [(row.clause, row.text) for row in facts.review] == [
        ("III/1", "Đánh giá kết quả"),
        ("III/3", "Phương hướng năm 2026"),
    ]


def test_purpose_is_each_paragraph_and_bullet_of_its_part() -> None:
    facts = plan_with("I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Đánh giá;\n- Biểu dương.\n2. Yêu cầu\nTiết kiệm.").facts

    assert [(row.clause, row.text) for row in facts.purpose] == [
        ("I.1/1", "Đánh giá"),
        ("I.1/2", "Biểu dương"),
        ("I.2/1", "Tiết kiệm"),
    ]


def test_table_of_participants_is_read_by_its_columns() -> None:
    table = "| TT | Thành phần | Số lượng |\n|---|---|---|\n| 1 | Thường trực Tỉnh ủy | 03 |\n| 2 | Các huyện | 22 |"

    facts = plan_with(f"II. THÀNH PHẦN\n{table}").facts

    assert [(row.clause, row.text, row.count) for row in facts.participants] == [
        ("II/1", "Thường trực Tỉnh ủy", 3),
        ("II/2", "Các huyện", 22),
    ]


def test_headings_without_any_sign_are_known_by_their_words_over_a_list() -> None:
    purpose = "Mục đích, yêu cầu\n- Trao đổi kinh nghiệm.\n\nThời gian: 8h00 ngày 20/11/2025."

    facts = plan_with(f"{purpose}\n\nThành phần\n- Chi hội: 24 người.").facts

    assert [row.text for row in facts.purpose] == ["Trao đổi kinh nghiệm"]
    assert [(row.clause, row.count) for row in facts.participants] == [(None, 24)]
    assert facts.time is not None
    assert facts.time.start == "08:00"
