"""Groups join while their members are, on average, like enough."""

from random import Random

import pytest

from tongket.synthesis.themes import linking
from tongket.synthesis.themes.linking import likeness, linked, middle_of
from tongket.synthesis.themes.weights import unit_vector


def vectors(count: int) -> list[dict[str, float]]:
    draw = Random(count)
    return [unit_vector({f"{place % 4}": 2.0, f"x{draw.randrange(6)}": 1.0}) for place in range(count)]


def test_average_likeness_joins_groups() -> None:
    assert linked([{"a": 1.0}, {"b": 1.0}, {"a": 0.8, "c": 0.6}], 0.5) == [[0, 2], [1]]
    assert linked([{"a": 1.0}, {"b": 1.0}, {"a": 0.8, "c": 0.6}], 0.9) == [[0], [1], [2]]


def test_a_chain_does_not_join_its_ends() -> None:
    chain = [unit_vector({"a": 1.0, "b": 1.0}), unit_vector({"b": 1.0, "c": 1.0}), unit_vector({"c": 1.0, "d": 1.0})]

    assert linked(chain, 0.4) == [[0, 1], [2]]


def test_the_middle_is_like_the_average() -> None:
    some = vectors(5)

    average = sum(likeness(some[0], each) for each in some[1:]) / 4
    assert round(likeness(some[0], middle_of(some[1:])), 9) == round(average, 9)


def test_more_than_can_be_compared_join_the_nearest_group(monkeypatch: pytest.MonkeyPatch) -> None:
    some = vectors(40)
    whole = linked(some, 0.6)

    monkeypatch.setattr(linking, "MOST_AT_ONCE", 20)

    assert sorted(map(sorted, linked(some, 0.6))) == sorted(map(sorted, whole))


def test_nothing_makes_no_groups() -> None:
    assert linked([], 0.5) == []
