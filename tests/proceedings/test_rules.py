"""What changed between two volumes, the order somebody chose, and numbers as a person types them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.proceedings.rules import AROUND, Around, Change, Entry, How, changes, numbers_of, ordered, widths_of


def entries(*codes: str, print_of: dict[str, str] | None = None) -> list[Entry]:
    return [Entry(code, code.upper(), "papers", (print_of or {}).get(code, "1")) for code in codes]


def change(how: How, code: str) -> Change:
    return Change(how, code.upper(), code, "papers")


COVER = Entry(Around.COVER, "Bìa", AROUND, "1")
INDEX = Entry(Around.INDEX, "Bảng tra", AROUND, "1")


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (entries("a", "b"), entries("a", "b"), ()),
        (entries("a"), entries("a", "b"), (change(How.ADDED, "b"),)),
        (entries("a", "b"), entries("b"), (change(How.GONE, "a"),)),
        (entries("a"), entries("a", print_of={"a": "2"}), (change(How.CHANGED, "a"),)),
        (entries("a", "b", "c"), entries("c", "a", "b"), (change(How.MOVED, "c"),)),
        (entries("a", "b", "c"), entries("b", "x", "c"), (change(How.ADDED, "x"), change(How.GONE, "a"))),
        ([], entries("a"), (change(How.ADDED, "a"),)),
    ],
)
def test_changes_name_each_chapter_once(before: list[Entry], after: list[Entry], found: tuple[Change, ...]) -> None:
    assert changes(before, after) == found


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([COVER, INDEX], [replace(COVER, print="2"), INDEX], [(How.CHANGED, "Bìa")]),
        ([COVER, INDEX], [COVER], [(How.GONE, "Bảng tra")]),
        ([COVER], [COVER, INDEX], [(How.ADDED, "Bảng tra")]),
        ([], [COVER, INDEX], []),
    ],
)
def test_what_stands_around_the_chapters_is_compared_where_both_remember_it(
    before: list[Entry], after: list[Entry], found: list[tuple[How, str]]
) -> None:
    chapters = entries("a", "b")

    assert [(each.how, each.title) for each in changes([*before, *chapters], [*after, *chapters])] == found


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
