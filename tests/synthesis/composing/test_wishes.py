"""Sentences of recommendations."""

from tests.factories.materials import make_statement
from tongket.synthesis.composing.values import Wish
from tongket.synthesis.composing.wishes import NOBODY, wishes


def wish(key: int, to: str, units: int) -> Wish:
    return Wish(key, f"bố trí kinh phí {key}.", to, units, tuple(make_statement(each) for each in range(1, units + 1)))


def test_recommendations_stand_under_who_can_answer_most_asked_first() -> None:
    parts = wishes([wish(1, "Phòng Kinh tế", 2), wish(2, "UBND thành phố", 3), wish(3, "UBND thành phố", 1)])

    assert [part.heading for part in parts] == ["1. Đối với UBND thành phố", "2. Đối với Phòng Kinh tế"]
    assert [each.text for each in parts[0].passages] == [
        "Bố trí kinh phí 2 (03 đơn vị kiến nghị).",
        "Bố trí kinh phí 3.",
    ]


def test_addressees_asked_one_thing_by_one_unit_share_a_section_with_nobodys() -> None:
    parts = wishes([wish(1, "A", 1), wish(2, "B", 1), wish(3, "", 2)])

    assert [(part.heading, len(part.passages)) for part in parts] == [(f"1. Đối với {NOBODY}", 3)]


def test_nothing_recommended_makes_no_section() -> None:
    assert wishes([]) == ()
