"""Recommendations in several wordings become one, with whom it asks and a title."""

import pytest
from bench.grouping import pairs

from tests.factories.themes import recommendations
from tongket.reviews.rules import Kind
from tongket.synthesis.themes.recommending import recommended, title_of
from tongket.synthesis.values import Said


def said(*texts: str) -> list[Said]:
    return [Said(key, text, Kind.RECOMMENDATION, key) for key, text in enumerate(texts, 1)]


def test_three_ways_of_saying_one_thing_are_one() -> None:
    three = said(
        "Đề nghị UBND thành phố bố trí kinh phí riêng cho sáng kiến ở khu dân cư.",
        "Kiến nghị UBND thành phố trích ngân sách hỗ trợ người có sáng kiến.",
        "Đề xuất Ủy ban nhân dân thành phố dành một khoản tiền giúp bà con làm thử ý tưởng, sáng kiến mới.",
    )

    (group,) = recommended(three)

    assert (group.keys, group.theme, group.units) == (frozenset({1, 2, 3}), "funding", 3)
    assert group.addressee == "UBND thành phố"


def test_two_things_in_one_theme_stay_two() -> None:
    two = said("Đề nghị hỗ trợ xi măng bê tông hóa kiệt hẻm.", "Đề nghị chỉnh lý sổ đỏ cho hộ hiến đất.")

    assert [group.keys for group in recommended(two)] == [frozenset({2}), frozenset({1})]


def test_one_unit_that_says_it_twice_is_one_unit() -> None:
    twice = [Said(key, "Đề nghị bố trí kinh phí cho sáng kiến.", Kind.RECOMMENDATION, 7) for key in (1, 2)]

    assert [(group.units, len(group.keys)) for group in recommended(twice)] == [(1, 2)]


def test_where_a_person_put_a_statement_counts() -> None:
    (group,) = recommended(said("Đề nghị bố trí kinh phí cho sáng kiến."), {1: "own-theme"})

    assert group.theme == "own-theme"


def test_the_order_changes_nothing() -> None:
    rows = said(*(row.text for row in recommendations()[0]))

    assert recommended(reversed(rows)) == recommended(rows)
    assert recommended([]) == ()


@pytest.mark.parametrize(("part", "least"), [(0, 0.85), (1, 0.7)])
def test_wordings_of_one_recommendation_find_each_other(part: int, least: float) -> None:
    rows = recommendations()[part]
    groups = recommended(said(*(row.text for row in rows)))
    where = {key: place for place, group in enumerate(groups, 1) for key in group.keys}

    found = pairs((row.theme, where[key]) for key, row in enumerate(rows, 1))

    assert found.f1 >= least
    assert found.precision >= 0.9


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Đề nghị UBND xã bố trí kinh phí riêng cho sáng kiến, nhất là trong năm đầu làm thử mô hình mới.",
            "Bố trí kinh phí riêng cho sáng kiến",
        ),
        ("Đề nghị tăng phụ cấp", "Tăng phụ cấp"),
        (
            "Kiến nghị chỉnh lý sổ đỏ cho các hộ đã hiến đất làm đường ở khối phố Hồng Lư từ năm nay",
            "Chỉnh lý sổ đỏ cho các hộ đã hiến đất làm đường",
        ),
    ],
)
def test_a_title_has_few_words(text: str, title: str) -> None:
    assert title_of(text) == title
