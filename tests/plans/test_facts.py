"""The facts of a plan go into JSON and come back as they were."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.plans.facts import (
    Award,
    Basis,
    Deadline,
    Facts,
    Item,
    Nominator,
    Paper,
    PaperLimits,
    Participant,
    Section,
    Signature,
    Task,
    Time,
    Venue,
    from_json,
    row_from_json,
    to_json,
)

SAMPLES = sorted(Path("tests/samples/plans").glob("*.facts.json"))
TEXT = st.text(max_size=8)
MAYBE = st.none() | TEXT
COUNT = st.none() | st.integers(0, 999)
DATE = st.none() | st.dates()


def rows(row: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(row, max_size=2).map(tuple)


ITEMS = rows(st.builds(Item, MAYBE, TEXT))
FACTS = st.builds(
    Facts,
    kind=MAYBE,
    number=MAYBE,
    issuer=MAYBE,
    place=MAYBE,
    issued_on=DATE,
    title=MAYBE,
    based_on=rows(st.builds(Basis, MAYBE, MAYBE, DATE, TEXT)),
    sections=rows(st.builds(Section, TEXT, TEXT, TEXT, st.integers(1, 5), MAYBE)),
    purpose=ITEMS,
    participants=rows(st.builds(Participant, MAYBE, TEXT, COUNT)),
    time=st.none() | st.builds(Time, TEXT, DATE, DATE, MAYBE, MAYBE, st.booleans()),
    venue=st.none() | st.builds(Venue, MAYBE, MAYBE),
    review=ITEMS,
    papers=rows(st.builds(Paper, MAYBE, TEXT, MAYBE)),
    paper_limits=st.none() | st.builds(PaperLimits, COUNT, COUNT),
    awards=rows(st.builds(Award, MAYBE, COUNT, TEXT, MAYBE, TEXT)),
    nominators=rows(st.builds(Nominator, MAYBE, TEXT, COUNT, TEXT)),
    exhibits=ITEMS,
    deadlines=rows(st.builds(Deadline, MAYBE, DATE, MAYBE, TEXT, MAYBE, st.lists(TEXT, max_size=2).map(tuple))),
    tasks=rows(st.builds(Task, MAYBE, TEXT, TEXT)),
    budget=ITEMS,
    recipients=st.lists(TEXT, max_size=2).map(tuple),
    signature=st.none() | st.builds(Signature, MAYBE, MAYBE, MAYBE),
)


@given(FACTS)
def test_facts_come_back_from_json_as_they_were(facts: Facts) -> None:
    assert from_json(json.loads(json.dumps(to_json(facts)))) == facts


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_facts_of_a_sample_are_the_contract_word_for_word(sample: Path) -> None:
    written = json.loads(sample.read_text("utf-8"))

    assert to_json(from_json(written)) == written


def test_json_has_the_keys_of_the_contract_in_their_order() -> None:
    assert list(to_json(Facts())) == [
        "kind", "number", "issuer", "place", "issued_on", "title", "based_on", "sections", "purpose", "participants",
        "time", "venue", "review", "papers", "paper_limits", "awards", "nominators", "exhibits", "deadlines", "tasks",
        "budget", "recipients", "signature",
    ]  # fmt: skip


def test_json_is_made_of_plain_values() -> None:
    deadline = Deadline("IV/1", date(2025, 11, 20), "16:30", "báo cáo", None, ("Các xã", "Các trường"))

    assert to_json(Facts(issued_on=date(2025, 11, 5), deadlines=(deadline,), recipients=("Lưu: VT",))) == {
        **to_json(Facts()),
        "issued_on": "2025-11-05",
        "deadlines": [
            {
                "clause": "IV/1",
                "on": "2025-11-20",
                "at": "16:30",
                "what": "báo cáo",
                "to": None,
                "units": ["Các xã", "Các trường"],
            }
        ],
        "recipients": ["Lưu: VT"],
    }


def test_keys_that_are_missing_say_nothing() -> None:
    assert from_json({}) == Facts()
    assert from_json({"recipients": None, "tasks": None, "time": None}) == Facts()


ROWS = [
    ("venue", {"name": "Hội trường", "address": None}, Venue("Hội trường", None)),
    ("budget", {"clause": None, "text": "Quỹ Hội"}, Item(None, "Quỹ Hội")),
    (
        "based_on",
        {"kind": "Luật", "number": None, "issued_on": "2022-06-15", "text": "Luật Thi đua"},
        Basis("Luật", None, date(2022, 6, 15), "Luật Thi đua"),
    ),
    (
        "time",
        {"text": "20/11", "earliest": "2025-11-20", "latest": None, "start": "08:00", "end": None, "tentative": True},
        Time("20/11", date(2025, 11, 20), None, "08:00", None, tentative=True),
    ),
]


@pytest.mark.parametrize(("key", "value", "row"), ROWS)
def test_row_is_made_by_the_key_it_stands_under(key: str, value: dict[str, object], row: object) -> None:
    assert row_from_json(key, value) == row


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("based_on", {"kind": None, "number": None, "issued_on": "31/12/2025", "text": ""}, ValueError),
        ("venue", {"name": "Hội trường"}, TypeError),
        ("venue", {"name": "Hội trường", "address": None, "floor": 3}, TypeError),
        ("rooms", {}, KeyError),
    ],
)
def test_row_of_another_shape_is_refused(key: str, value: dict[str, object], fault: type[Exception]) -> None:
    with pytest.raises(fault):
        row_from_json(key, value)
