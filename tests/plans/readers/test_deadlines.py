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
    ("- Các tham luận gửi về Phòng Nội vụ hạn chót ngày 18 tháng 11 năm 2025.",
     (date(2025, 11, 18), None, "tham luận", "Phòng Nội vụ")),
    ("- Hoàn thành hồ sơ khen thưởng trước ngày 15/12.", (date(2025, 12, 15), None, "hồ sơ khen thưởng", None)),
    ("- Thời hạn nộp báo cáo: hết ngày 30/11/2025.", (date(2025, 11, 30), None, "báo cáo", None)),
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
