"""An exhibit for each unit told to bring products, by a task or by the clause on the display."""

import pytest

from tests.conferences.derive.making import FRONTS, HOST, matter, places
from tongket.conferences.derive.exhibits import exhibits
from tongket.conferences.rules import DutyKind
from tongket.plans.facts import Item, Task

DISPLAY = Item("III.1.3", "Trưng bày sản phẩm tiêu biểu tại hội nghị")
TOLD = Task("IV.3/3", FRONTS, "Phối hợp với các tổ chức hội chuẩn bị sản phẩm của địa phương tham gia trưng bày")


def test_exhibit_is_owed_by_every_unit_that_a_task_tells() -> None:
    found = exhibits(matter(exhibits=(DISPLAY,), tasks=[TOLD]))

    assert {draft.kind for draft in found} == {DutyKind.EXHIBIT}
    assert places(found) == [
        ("ward", "IV.3/3", ("III.1.3",)),
        ("phu", "IV.3/3", ("III.1.3",)),
        ("thang", "IV.3/3", ("III.1.3",)),
    ]


def test_whom_the_unit_works_with_is_coordinating() -> None:
    found = exhibits(matter(tasks=[TOLD]))

    assert [draft.coordinating for draft in found] == [("Các tổ chức hội",)] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Hội Nông dân thành phố: trưng bày nông sản",
        "Gian hàng do Hội Nông dân thành phố chuẩn bị",
        "Sản phẩm do Hội Nông dân thành phố và Hội Liên hiệp phụ nữ thành phố lựa chọn",
    ],
    ids=["unit first", "by whom", "two units"],
)
def test_display_says_who_brings_where_no_task_does(text: str) -> None:
    wanted = ["farmers", "women"] if "phụ nữ" in text else ["farmers"]

    found = exhibits(matter(exhibits=(Item("III.4", text),)))

    assert places(found) == [(key, "III.4", ()) for key in wanted]


def test_display_that_names_nobody_gives_no_duty() -> None:
    assert exhibits(matter(exhibits=(DISPLAY,))) == []


def test_task_goes_before_the_display() -> None:
    named = Item("III.4", "Gian hàng do Phòng Kinh tế chuẩn bị")

    assert [draft.unit for draft in exhibits(matter(exhibits=(named,), tasks=[TOLD]))] == ["ward", "phu", "thang"]


def test_host_that_arranges_the_display_owes_no_exhibit() -> None:
    own = Task("IV.1/1", HOST.name, "Chuẩn bị sản phẩm, bố trí nơi trưng bày")

    assert exhibits(matter(tasks=[own])) == []
