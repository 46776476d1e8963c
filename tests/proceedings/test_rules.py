"""What changed between two volumes, the order somebody chose, and numbers as a person types them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.proceedings.rules import Change, Entry, How, changes, numbers_of, ordered, widths_of


def entries(*codes: str, print_of: dict[str, str] | None = None) -> list[Entry]:
    return [Entry(code, code.upper(), "papers", (print_of or {}).get(code, "1")) for code in codes]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (entries("a", "b"), entries("a", "b"), ()),
        (entries("a"), entries("a", "b"), (Change(How.ADDED, "B"),)),
        (entries("a", "b"), entries("b"), (Change(How.GONE, "A"),)),
        (entries("a"), entries("a", print_of={"a": "2"}), (Change(How.CHANGED, "A"),)),
        (entries("a", "b", "c"), entries("c", "a", "b"), (Change(How.MOVED, "C"),)),
        (entries("a", "b", "c"), entries("b", "x", "c"), (Change(How.ADDED, "X"), Change(How.GONE, "A"))),
        ([], entries("a"), (Change(How.ADDED, "A"),)),
    ],
)
def test_changes_name_each_chapter_once(before: list[Entry], after: list[Entry], found: tuple[Change, ...]) -> None:
    assert changes(before, after) == found


@given(st.permutations("abcdef"))
def test_taking_the_moved_ones_out_leaves_one_order(after: list[str]) -> None:
    moved = {change.title for change in changes(entries(*"abcdef"), entries(*after))}
    assert [code for code in after if code.upper() not in moved] == [c for c in "abcdef" if c.upper() not in moved]


@pytest.mark.parametrize(
    ("codes", "wanted", "order"),
    [
        ("abc", {}, "abc"),
        ("abc", {"c": 0, "a": 1, "b": 2}, "cab"),
        ("abcx", {"c": 0, "a": 1, "b": 2}, "cxab"),
        ("xab", {"b": 0, "a": 1}, "xba"),
    ],
)
def test_newcomers_keep_their_turn_behind_the_one_before_them(codes: str, wanted: dict[str, int], order: str) -> None:
    assert ordered(codes, wanted) == list(order)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("", []),
        ("2", [2]),
        ("5, 2;2", [2, 5]),
        ("1 3", [1, 3]),
        ("0", None),
        ("-1", None),
        ("hai", None),
        ("1.5", None),
    ],
)
def test_numbers_of_blocks(typed: str, numbers: list[int] | None) -> None:
    assert numbers_of(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "widths"),
    [
        ("", []),
        ("1: 120", [(0, 120.0)]),
        ("2: 80, 1:120 mm", [(0, 120.0), (1, 80.0)]),
        ("120", None),
        ("0: 100", None),
        ("1: rộng", None),
    ],
)
def test_widths_of_pictures(typed: str, widths: list[tuple[int, float]] | None) -> None:
    assert widths_of(typed) == widths
