"""One exemplar told by several units is counted once."""

from tongket.core.findings import compose
from tongket.reviews.tallying.doubles import Mentioned, Subtraction, finding, told_twice
from tongket.reviews.tallying.rolling import HOST
from tongket.reviews.tallying.values import Told

# Two provinces (1, 2) with two communes each (11, 12; 21, 22).
UPPERS: dict[int, int | None] = {HOST: None, 1: HOST, 2: HOST, 11: 1, 12: 1, 21: 2, 22: 2}
EVERYBODY = set(UPPERS)


def mentions(*pairs: tuple[int, int]) -> list[Mentioned]:
    return [Mentioned(exemplar, review) for exemplar, review in pairs]


def test_exemplar_is_taken_off_where_several_meet() -> None:
    named = mentions((7, 11), (7, 12), (7, 21), (8, 22))

    assert told_twice(named, UPPERS, gave=EVERYBODY, own=set()) == {1: (Told(7, 2),), HOST: (Told(7, 3),)}


def test_reviews_without_the_figure_tell_nothing() -> None:
    assert told_twice(mentions((7, 11), (7, 21)), UPPERS, gave={11}, own=set()) == {}


def test_own_figure_hides_what_those_below_tell() -> None:
    named = mentions((7, 11), (7, 12), (7, 1), (7, 21))

    assert told_twice(named, UPPERS, gave=EVERYBODY, own={1}) == {HOST: (Told(7, 2),)}


def test_exemplar_named_twice_by_one_unit_is_no_double() -> None:
    assert told_twice(mentions((7, 11), (7, 11)), UPPERS, gave=EVERYBODY, own=set()) == {}


def test_sum_is_said_with_what_was_taken_off() -> None:
    found = finding(Subtraction("57", "59", 2, ("Camera an ninh", "Ngõ sáng")), indicator="mo_hinh", period="2024")

    assert found is not None
    assert compose(found).found == "57 = 59 trừ 2: “Camera an ninh”, “Ngõ sáng”"
    assert (found.values["counted"], found.values["told"], found.values["doubled"]) == ("57", "59", 2)


def test_many_names_are_counted() -> None:
    found = finding(Subtraction("1", "8", 7, tuple("abcdefg")), indicator="x", period="y")

    assert found is not None
    assert compose(found).found == "1 = 8 trừ 7: “a”, “b”, “c”, “d”, “e” và 2 mô hình nữa"


def test_nothing_taken_off_is_nothing_said() -> None:
    assert finding(Subtraction("8", "8", 0, ()), indicator="x", period="y") is None
