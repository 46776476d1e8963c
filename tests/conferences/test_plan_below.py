"""The plan of a unit's own meeting: drafted from the plan above, and read again as any other."""

from datetime import date

import pytest

from tests.plans.making import plan_of
from tongket.conferences.plan_below import Above, draft_plan_below
from tongket.plans.facts import Basis, Facts, Item, Task

HOST = "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố"
UNIT = "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Thăng"
ABOVE = Facts(
    title="Tổng kết Phong trào thi đua “Đoàn kết sáng tạo”",
    issued_on=date(2024, 10, 11),
    purpose=(Item("I", "Đánh giá toàn diện kết quả"),),
    review=(Item("II.1/1", "Vai trò của Mặt trận các cấp"), Item("II.1/2", "Kết quả tuyên truyền, vận động")),
)


def drafted(above: Facts = ABOVE, number: str = "305/KH-MTTQ-BTT", due_on: date | None = date(2024, 10, 25)) -> Facts:
    """What the reader makes of the draft."""
    text = draft_plan_below(
        Above(above, number, HOST), unit=UNIT, place="Tam Thăng", due_on=due_on, today=date(2024, 10, 21)
    )
    return plan_of(text).facts


def test_draft_reads_as_a_plan_of_the_unit() -> None:
    facts = drafted()

    assert (facts.kind, facts.issuer, facts.place, facts.title) == (
        "KẾ HOẠCH",
        UNIT.upper(),
        "Tam Thăng",
        "Tổng kết Phong trào thi đua “Đoàn kết sáng tạo”",
    )


def test_draft_carries_out_the_plan_above() -> None:
    cited = f"Kế hoạch số 305/KH-MTTQ-BTT ngày 11/10/2024 của {HOST} về tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"

    assert drafted().based_on == (Basis("Kế hoạch", "305/KH-MTTQ-BTT", date(2024, 10, 11), cited),)


def test_draft_assesses_the_same_points_and_aims() -> None:
    facts = drafted()

    assert [item.text for item in facts.review] == [item.text for item in ABOVE.review]
    assert [item.text for item in facts.purpose] == [item.text for item in ABOVE.purpose]


def test_what_only_the_unit_knows_stays_open() -> None:
    facts = drafted()

    assert (facts.number, facts.issued_on, facts.time, facts.venue, facts.participants) == (None, None, None, None, ())


@pytest.mark.parametrize(
    ("due_on", "said"),
    [(date(2024, 10, 25), f"gửi {HOST} trước hết ngày 25/10/2024"), (None, f"gửi {HOST}")],
    ids=["by a day", "without a day"],
)
def test_report_goes_to_the_host_above(due_on: date | None, said: str) -> None:
    assert drafted(due_on=due_on).tasks == (Task("IV/1", UNIT, f"tổng hợp báo cáo kết quả, {said}"),)


def test_plan_above_that_says_nothing_still_gives_a_draft() -> None:
    facts = drafted(Facts(), number="", due_on=None)

    assert (facts.title, facts.number) == ("Tổng kết phong trào thi đua", None)
    assert [item.text for item in facts.review] == ["Đánh giá kết quả, hạn chế, nguyên nhân và bài học"]
