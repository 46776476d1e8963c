"""What applying a change writes on a duty."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conferences.correction.making import DAY, LATER, draft, now
from tongket.conferences.correction import Choice, How, compare_duties
from tongket.conferences.correction.outcome import how_after, ticked, values_after
from tongket.conferences.rules import DueSource, DutyState

OLD = draft("Chuẩn bị hội trường", due_on=DAY, clause="IV.1/1")


@pytest.mark.parametrize(
    ("choice", "how", "values"),
    [
        (None, How.WITHDRAWN, {"state": "withdrawn", "remark": "Kế hoạch bản 2 không còn giao việc này."}),
        (Choice.WITHDRAW, How.WITHDRAWN, {"state": "withdrawn", "remark": "Kế hoạch bản 2 không còn giao việc này."}),
        (Choice.KEEP, How.KEPT, {}),
    ],
)
def test_dropped_duty_goes_or_stays_as_a_person_says(choice: Choice | None, how: How, values: dict[str, Any]) -> None:
    (change,) = compare_duties([now(1, OLD, evidence=1)], [])

    assert (how_after(change, choice), values_after(change, choice, number=2)) == (how, values)


def test_changed_duty_takes_the_words_of_the_plan() -> None:
    new = replace(OLD, text="Chuẩn bị hội trường và giấy mời", clause="IV.2/1", because=("II",), due_on=LATER)
    (change,) = compare_duties([now(1, OLD)], [new])

    assert values_after(change, None, number=3) == {
        "clause": "IV.2/1",
        "because": ["II"],
        "coordinating": [],
        "text": "Chuẩn bị hội trường và giấy mời",
        "checklist": [],
        "due_on": LATER,
        "due_source": DueSource.PLAN,
        "plan_ordinal": 3,
    }


def test_duty_given_again_is_open_without_its_remark() -> None:
    (change,) = compare_duties([now(1, OLD, state=DutyState.WITHDRAWN)], [OLD])

    values = values_after(change, None, number=3)

    assert (values["state"], values["remark"]) == (DutyState.OPEN, "")


def test_duty_whose_unit_became_known_takes_it_with_the_next_ordinal() -> None:
    (change,) = compare_duties([now(4, OLD, is_unit_new=True)], [OLD])

    values = values_after(change, None, number=2)

    assert (values["unit_id"], values["unit_name"], values["ordinal"]) == (5, "Phòng Kinh tế", 5)


@pytest.mark.parametrize(
    ("choice", "how", "due"),
    [
        (None, How.SAME, (DAY, DueSource.OFFICE)),
        (Choice.PLAN_DAY, How.CHANGED, (LATER, DueSource.PLAN)),
    ],
)
def test_day_of_the_plan_holds_only_where_a_person_takes_it(choice: Choice | None, how: How, due: Any) -> None:
    old = replace(OLD, due_source=DueSource.OFFICE)
    (change,) = compare_duties([now(1, old)], [replace(OLD, due_on=LATER)])

    values = values_after(change, choice, number=2)

    assert (how_after(change, choice), (values["due_on"], values["due_source"])) == (how, due)


def test_parts_done_stay_done_under_like_words() -> None:
    old = ("Chuẩn bị kinh phí", "Phát hành giấy mời", "Trang trí maket")

    parts = ticked(old, ("Phát hành giấy mời",), ("In tài liệu", "Phát hành giấy mời đại biểu", "Trang trí maket"))

    assert [(part["text"], part["done"]) for part in parts] == [
        ("In tài liệu", False),
        ("Phát hành giấy mời đại biểu", True),
        ("Trang trí maket", False),
    ]
