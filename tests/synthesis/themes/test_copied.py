"""Copies with a few words changed are found by the sequences they share."""

from tongket.synthesis.themes.copied import copied, shingles

LONG = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def test_shingles_are_four_syllables_each() -> None:
    assert shingles(LONG[:5]) == {LONG[:4], LONG[1:5]}
    assert shingles(LONG[:2]) == {LONG[:2]}


def test_one_word_changed_is_a_copy_and_half_of_them_is_not() -> None:
    near = (*LONG[:8], "khác", LONG[9])
    far = (*LONG[:4], "a", "b", "c", "d", "e", "f")

    assert copied([LONG, near, far]) == [[0, 1], [2]]


def test_nothing_and_one_alone() -> None:
    assert copied([]) == []
    assert copied([LONG]) == [[0]]
