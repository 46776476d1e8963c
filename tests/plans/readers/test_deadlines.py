"""Deadlines: every dated delivery, none that is relative or comes back every month."""

from datetime import date

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Deadline

HEAD = "IV. TỔ CHỨC THỰC HIỆN\n1. Các xã, thị trấn\n"
UNITS = ("Các xã, thị trấn",)

DEADLINES = [
    ("- Gửi báo cáo về Phòng Nội vụ trước ngày 20/11/2025.", (date(2025, 11, 20), None, "báo cáo", "Phòng Nội vụ")),
    ("- Nộp danh sách đại biểu chậm nhất vào 16h30 ngày 25/11/2025 qua email noivu@binhson.gov.vn.",
     (date(2025, 11, 25), "16:30", "danh sách đại biểu", "noivu@binhson.gov.vn")),
    ("- Nộp danh sách trước 16 giờ 30 phút ngày 25/11/2025.", (date(2025, 11, 25), "16:30", "danh sách", None)),
    ("- Gửi bài tham luận trước ngày 20/11/2025.", (date(2025, 11, 20), None, "bài tham luận", None)),
    ("- Xây dựng báo cáo sơ kết gửi về Phòng Nội vụ trước ngày 20/11/2025.",
     (date(2025, 11, 20), None, "báo cáo sơ kết", "Phòng Nội vụ")),
    ("- Các tham luận gửi về Phòng Nội vụ hạn chót ngày 18 tháng 11 năm 2025.",
     (date(2025, 11, 18), None, "tham luận", "Phòng Nội vụ")),
    ("- Hoàn thành hồ sơ khen thưởng trước ngày 15/12.", (date(2025, 12, 15), None, "hồ sơ khen thưởng", None)),
    ("- Thời hạn nộp báo cáo: hết ngày 30/11/2025.", (date(2025, 11, 30), None, "báo cáo", None)),
    ("- Tổng hợp, trình Ban Thường vụ danh sách khen thưởng trước ngày 14/11/2025.",
     (date(2025, 11, 14), None, "danh sách khen thưởng", "Ban Thường vụ")),
    ("- Trình dự thảo báo cáo lên Giám đốc Sở trước ngày 20/11/2025.",
     (date(2025, 11, 20), None, "dự thảo báo cáo", "Giám đốc Sở")),
    ("- Dự thảo báo cáo tổng kết; gửi lấy ý kiến các phòng trước ngày 20/11/2025.",
     (date(2025, 11, 20), None, "báo cáo tổng kết", "các phòng")),
    ("- Nộp báo cáo (bản giấy có chữ ký) tại Ban Hỗ trợ phụ nữ hạn chót ngày 20/11/2025.",
     (date(2025, 11, 20), None, "báo cáo", "Ban Hỗ trợ phụ nữ")),
    ("- Báo cáo cuối năm: Báo cáo tổng kết phong trào nộp về Phòng Nội vụ trước ngày 20/11/2025.",
     (date(2025, 11, 20), None, "Báo cáo tổng kết phong trào", "Phòng Nội vụ")),
    ("- Hạn nộp hồ sơ vào ngày 20/11/2025. Các tin gửi theo địa chỉ: tin@binhson.gov.vn",
     (date(2025, 11, 20), None, "hồ sơ", "tin@binhson.gov.vn")),
    ("- Gửi báo cáo trước ngày 31/11/2025.", (None, None, "báo cáo", None)),
]  # fmt: skip


@pytest.mark.parametrize(("item", "expected"), DEADLINES)
def test_deadline(item: str, expected: tuple[date | None, str | None, str, str | None]) -> None:
    assert list(plan_with(HEAD + item).facts.deadlines) == [Deadline("IV.1/1", *expected, UNITS)]


NONE = [
    "- Gửi báo cáo trước hội nghị 01 ngày.",
    "- Báo cáo tiến độ trước ngày 18 hằng tháng.",
    "- Thực hiện Kế hoạch số 12/KH-UBND ngày 5/3/2025 của UBND huyện.",
    "- Tuyên truyền từ ngày 10/11/2025.",
]


@pytest.mark.parametrize("item", NONE)
def test_no_deadline(item: str) -> None:
    assert plan_with(HEAD + item).facts.deadlines == ()


def test_the_same_delivery_stated_twice_is_one_row_with_both_units() -> None:
    body = HEAD + "- Gửi báo cáo trước ngày 20/11/2025.\n2. Các trường học\n- Gửi báo cáo trước ngày 20/11/2025."

    (row,) = plan_with(body).facts.deadlines

    assert row.units == ("Các xã, thị trấn", "Các trường học")
    assert row.clause == "IV.1/1"


def test_sentence_that_names_its_own_body_is_owed_by_that_body() -> None:
    (row,) = plan_with(f"{HEAD}- Các đơn vị được phân công tham luận gửi bài trước ngày 20/11/2025.").facts.deadlines

    assert row.units == ("Các đơn vị được phân công tham luận",)


def test_row_of_a_task_table_says_what_is_handed_in_and_to_whom() -> None:
    table = (
        "| TT | Nội dung | Đơn vị thực hiện | Thời gian |\n|---|---|---|---|\n"
        "| 1 | Gửi báo cáo của thôn về Phòng Kinh tế | Trưởng các thôn | Trước ngày 20/11/2025 |"
    )

    (row,) = plan_with(f"IV. TỔ CHỨC THỰC HIỆN\n{table}").facts.deadlines

    assert row == Deadline("IV/1", date(2025, 11, 20), None, "báo cáo của thôn", "Phòng Kinh tế", ("Trưởng các thôn",))


SEVERAL = [
    (
        "- Gửi báo cáo về Phòng Nội vụ trước ngày 5/11/2025; hồ sơ khen thưởng gửi Ban Kiểm tra hết ngày 16/11/2025.",
        [("báo cáo", "Phòng Nội vụ", 5), ("hồ sơ khen thưởng", "Ban Kiểm tra", 16)],
    ),
    (
        "- Gửi báo cáo về Phòng Nội vụ trước ngày 5/11/2025; báo cáo thành tích gửi trước ngày 16/11/2025.",
        [("báo cáo", "Phòng Nội vụ", 5), ("báo cáo thành tích", "Phòng Nội vụ", 16)],
    ),
    (
        "- Gửi báo cáo về Phòng A trước ngày 5/11/2025 và hồ sơ khen thưởng về Văn phòng chậm nhất ngày 16/11/2025.",
        [("báo cáo", "Phòng A", 5), ("hồ sơ khen thưởng", "Văn phòng", 16)],
    ),
]


@pytest.mark.parametrize(("item", "expected"), SEVERAL)
def test_sentence_holds_a_delivery_for_each_of_its_days(item: str, expected: list[tuple[str, str, int]]) -> None:
    rows = plan_with(HEAD + item).facts.deadlines

    assert [(row.what, row.to, row.on.day if row.on else 0) for row in rows] == expected


def test_address_above_is_taken_where_the_words_point_at_it() -> None:
    first = "- Gửi bài qua hộp thư bai@vidu.vn trước ngày 20/11/2025."
    body = f"{HEAD}{first}\n- Gửi ảnh qua địa chỉ trên trước ngày 25/11/2025."

    assert [row.to for row in plan_with(body).facts.deadlines] == ["bai@vidu.vn", "bai@vidu.vn"]


def test_two_named_bodies_owe_each_for_itself() -> None:
    (row,) = plan_with(f"{HEAD}- Đoàn xã Bản Luốc, Đoàn Công an huyện gửi bài trước ngày 10/11/2025.").facts.deadlines

    assert row.units == ("Đoàn xã Bản Luốc", "Đoàn Công an huyện")
