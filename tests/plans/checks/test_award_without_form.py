"""The form of an award."""

from dataclasses import replace

import pytest

from tests.plans.checks.judging import award, codes, plan, said
from tests.plans.making import plan_with
from tongket.plans.checks.award_without_form import check

BARE = ": kế hoạch nêu số lượng, chưa nêu hình thức khen, cấp khen, mức thưởng."


def test_quota_alone_asks_for_its_form() -> None:
    assert said(check, plan({"III.3": "4 tập thể"}, awards=(award(),))) == [f"4 tập thể{BARE}"]


def test_quotas_of_one_clause_are_one_question() -> None:
    awards = (award("05 tập thể", 5), award("12 cá nhân", 12))

    assert said(check, plan({"III.3": "05 tập thể, 12 cá nhân"}, awards=awards)) == [f"05 tập thể; 12 cá nhân{BARE}"]


@pytest.mark.parametrize(
    "body",
    [
        "III. KHEN THƯỞNG\n- Tặng Giấy khen cho 05 tập thể.",
        "III. PHÂN BỔ BẰNG KHEN CỦA TỈNH\n- Phòng Nội vụ: 03 tập thể, 05 cá nhân;\n- Sở Y tế: 02 tập thể.",
        "III. KHEN THƯỞNG\n05 tập thể, mỗi tập thể 500.000 đồng.",
        "III. KHEN THƯỞNG\nChủ tịch UBND tỉnh tặng Bằng khen cho:\n- 25 tập thể;\n- 20 cá nhân.",
    ],
    ids=["form", "form in the heading", "money", "form in the line above the list"],
)
def test_form_or_money_is_enough(body: str) -> None:
    assert codes(check, plan_with(body)) == []


def test_form_of_another_item_does_not_count() -> None:
    body = "III. KHEN THƯỞNG\n- Tặng Giấy khen cho 05 tập thể;\n- 25 cá nhân."

    assert said(check, plan_with(body)) == [f"25 cá nhân{BARE}"]


def test_form_of_a_neighbour_with_a_longer_number_does_not_count() -> None:
    places = {"III.1": "4 tập thể", "III.10": "Tặng Giấy khen cho 5 cá nhân"}

    assert codes(check, plan(places, awards=(award(clause="III.1"),))) == ["award-without-form"]


def test_quota_without_clause_has_its_own_words_only() -> None:
    assert codes(check, plan(awards=(award(clause=None),))) == ["award-without-form"]


def test_news_of_awards_ask_nothing() -> None:
    assert codes(check, replace(plan(awards=(award(),)), is_plan=False)) == []
