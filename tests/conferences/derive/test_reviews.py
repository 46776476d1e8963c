"""A review for each unit that a task tells to hold its own and report."""

import pytest

from tests.conferences.derive.making import ALLIES, FRONTS, HOST, matter, places
from tongket.conferences.derive.reviews import reviews
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Item, Task

TOLD = Task("IV.3/1", FRONTS, "Tổ chức tổng kết phong trào tại địa phương, gửi báo cáo kết quả")


def test_review_is_owed_by_every_unit_that_is_told() -> None:
    found = reviews(matter(tasks=[TOLD]))

    assert {draft.kind for draft in found} == {DutyKind.REVIEW}
    assert places(found) == [("ward", "IV.3/1", ()), ("phu", "IV.3/1", ()), ("thang", "IV.3/1", ())]


def test_what_is_assessed_and_the_aim_from_below_stand_behind_it() -> None:
    assessed = (Item("III.1.1", "Đánh giá kết quả"), Item("III.1.2", "Hạn chế, nguyên nhân"))
    aims = (Item("I/1", "Biểu dương điển hình"), Item("I/2", "Việc tổng kết được tiến hành từ cơ sở"))

    found = reviews(matter(tasks=[TOLD], review=assessed, purpose=aims))

    assert [draft.because for draft in found] == [("III.1.1", "I/2")] * 3


def test_unit_told_twice_owes_one_review_with_both_places() -> None:
    again = Task("IV.3/4", "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Phú", "Xây dựng báo cáo gửi về thành phố")

    assert places(reviews(matter(tasks=[TOLD, again]))) == [
        ("ward", "IV.3/1", ()),
        ("phu", "IV.3/1", ("IV.3/4",)),
        ("thang", "IV.3/1", ()),
    ]


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        (HOST.name, "Tổng kết phong trào toàn thành phố"),
        (ALLIES, "Cử đại biểu dự hội nghị tổng kết"),
        (ALLIES, "Tuyên truyền kết quả"),
    ],
    ids=["host itself", "conference's own name", "no review"],
)
def test_task_gives_no_review(unit: str, text: str) -> None:
    assert reviews(matter(tasks=[Task("IV.2/1", unit, text)])) == []
