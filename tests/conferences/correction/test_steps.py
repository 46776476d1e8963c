"""Several corrections as a single one."""

from typing import Any

import pytest

from tongket.conferences.correction.steps import together, together_settled


def entry(how: str, before: dict[str, Any], after: dict[str, Any], *clause: str) -> dict[str, Any]:
    return {"how": how, "aspects": list(after), "clause": list(clause or ("I", "I")), "before": before, "after": after}


def test_one_step_is_itself() -> None:
    step = {"7": entry("changed", {"due_on": "19"}, {"due_on": "22"})}

    assert together([step]) == step


def test_values_run_from_before_the_first_to_after_the_last() -> None:
    first = {"7": entry("changed", {"due_on": "19"}, {"due_on": "22"}, "I", "II")}
    second = {"7": entry("changed", {"due_on": "22", "text": "a"}, {"due_on": "25", "text": "b"}, "II", "III")}

    assert together([first, second]) == {
        "7": {
            "how": "changed",
            "aspects": ["due_on", "text"],
            "clause": ["I", "III"],
            "before": {"due_on": "19", "text": "a"},
            "after": {"due_on": "25", "text": "b"},
        }
    }


@pytest.mark.parametrize(
    ("first", "then", "how"),
    [
        ("added", "changed", "added"),
        ("added", "withdrawn", None),
        ("withdrawn", "again", "changed"),
        ("changed", "moved", "changed"),
        ("moved", "changed", "changed"),
        ("changed", "withdrawn", "withdrawn"),
        ("kept", "moved", "moved"),
    ],
)
def test_two_ways_to_come_out_make_one(first: str, then: str, how: str | None) -> None:
    found = together([{"7": entry(first, {}, {})}, {"7": entry(then, {}, {})}])

    assert {key: each["how"] for key, each in found.items()} == ({"7": how} if how else {})


def test_conference_keeps_what_held_first_and_last() -> None:
    steps = [
        {"before": {"venue": "A"}, "after": {"venue": "B"}},
        {"before": {"venue": "B"}, "after": {"venue": "C"}},
        {},
    ]

    assert together_settled(steps) == {"before": {"venue": "A"}, "after": {"venue": "C"}}
