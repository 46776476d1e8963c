"""Statements that say nearly the same are gathered, in whatever order they come."""

from tongket.reviews.rules import Kind
from tongket.synthesis.themes import wording_of
from tongket.synthesis.themes.likeness import gather
from tongket.synthesis.values import Said

TEXTS = (
    "Đã tổ chức 14 buổi tuyên truyền với hơn 1.150 lượt người tham dự ở các thôn.",
    "Đã tổ chức 6 buổi tuyên truyền với 300 lượt người tham dự ở các thôn.",
    "Kinh phí cho hoạt động của phong trào còn hạn hẹp.",
    "Kinh phí hoạt động phong trào còn eo hẹp.",
    "Cán bộ kiêm nhiệm nhiều việc.",
)
SAID = [Said(key, text, Kind.SHORTCOMING, key) for key, text in enumerate(TEXTS)]
THEMES = {0: "propaganda", 1: "propaganda", 2: "funding", 3: "funding", 4: "officials"}


def test_copies_are_gathered_without_themes() -> None:
    assert gather(SAID) == (frozenset({0, 1}),)


def test_the_same_in_other_words_is_gathered_within_a_theme() -> None:
    assert gather(SAID, THEMES) == (frozenset({0, 1}), frozenset({2, 3}))


def test_the_same_words_of_another_kind_say_something_else() -> None:
    cause = Said(9, TEXTS[3], Kind.CAUSE)

    assert gather([SAID[2], cause], {2: "funding", 9: "funding"}) == ()


def test_the_order_changes_nothing() -> None:
    assert gather(reversed(SAID), THEMES) == gather(SAID, THEMES)


def test_the_wording_of_a_group_is_in_its_middle() -> None:
    group = [
        Said(1, "Tiền ít.", Kind.SHORTCOMING),
        Said(2, "Kinh phí cho hoạt động của phong trào ở khu dân cư còn hạn hẹp.", Kind.SHORTCOMING),
        Said(3, "Kinh phí hoạt động của phong trào ở các thôn còn hạn hẹp, nhất là năm đầu.", Kind.SHORTCOMING),
    ]

    assert wording_of(group).key == 2
    assert wording_of(reversed(group)).key == 2
