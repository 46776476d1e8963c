"""What becomes of each duty in a corrected plan."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conferences.correction.making import DAY, LATER, draft, now, told
from tongket.conferences.correction import Aspect, How, compare_duties
from tongket.conferences.correction.duties import is_waiting_for_matter, state_after
from tongket.conferences.derive.drafts import DutyDraft
from tongket.conferences.rules import DueSource, DutyKind, DutyState

HALL = "Chuẩn bị hội trường, khẩu hiệu, trang trí maket phục vụ hội nghị"
PRESS = "Mời phóng viên Báo Quảng Nam đưa tin về hội nghị tổng kết"
MONEY = "Lập dự toán kinh phí tổ chức hội nghị"
PAPER, REVIEW = DutyKind.PAPER, DutyKind.REVIEW


@pytest.mark.parametrize(
    ("values", "how", "aspects"),
    [
        ({}, How.SAME, []),
        ({"clause": "IV.2/1"}, How.MOVED, [Aspect.CLAUSE]),
        ({"because": ("III.1",)}, How.MOVED, [Aspect.CLAUSE]),
        ({"due_on": LATER, "due_source": DueSource.PLAN}, How.CHANGED, [Aspect.DUE]),
        ({"due_on": None, "due_source": DueSource.NONE}, How.CHANGED, [Aspect.DUE]),
        ({"text": HALL + " và giấy mời", "clause": "IV.2/1"}, How.CHANGED, [Aspect.MATTER, Aspect.CLAUSE]),
        ({"text": HALL.replace("òa", "oà") + "./."}, How.SAME, []),
        ({"coordinating": ("Phòng Nội vụ",)}, How.CHANGED, [Aspect.COORDINATING]),
        ({"checklist": ("Hội trường", "Giấy mời")}, How.CHANGED, [Aspect.CHECKLIST]),
        ({"unit_name": "Phòng Kinh tế - Hạ tầng"}, How.SAME, []),
    ],
    ids=["same", "place", "because", "day", "no day", "words", "stop", "with whom", "parts", "renamed unit"],
)
def test_duty_of_the_same_kind_and_unit_is_the_same_duty(
    values: dict[str, Any], how: How, aspects: list[Aspect]
) -> None:
    old = draft(HALL, due_on=DAY)

    (change,) = compare_duties([now(1, old)], [replace(old, **values)])

    assert (change.how, list(change.aspects), change.ordinal) == (how, aspects, 1)


def test_task_inserted_in_the_middle_is_one_new_duty_and_moves_the_rest() -> None:
    olds = [now(1, draft(HALL, clause="IV.1/1")), now(2, draft(PRESS, clause="IV.1/2"))]
    news = [draft(HALL, clause="IV.1/1"), draft(MONEY, clause="IV.1/2"), draft(PRESS, clause="IV.1/3")]

    changes = compare_duties(olds, news)

    assert told(changes) == [("same", 1, HALL), ("added", None, MONEY), ("moved", 2, PRESS)]
    assert [change.ordinal for change in changes] == [1, 3, 2]


def test_unlike_task_is_another_duty_while_a_paper_on_another_topic_is_the_same() -> None:
    task = compare_duties([now(1, draft(HALL))], [draft(MONEY)])
    paper = compare_duties([now(1, draft(HALL, kind=PAPER))], [draft(MONEY, kind=PAPER)])

    assert told(task) == [("added", None, MONEY), ("withdrawn", 1, "")]
    assert [(change.how, change.aspects) for change in paper] == [(How.CHANGED, (Aspect.MATTER,))]


def test_paper_given_to_another_unit_says_where_it_went_and_whence_it_came() -> None:
    old = draft(HALL, kind=PAPER, unit="5", unit_name="xã Tam Thăng")
    new = draft(HALL, kind=PAPER, unit="6", unit_name="xã Tam Phú")

    changes = compare_duties([now(1, old)], [new])

    assert [(change.how.value, change.owed.unit_name, change.other) for change in changes] == [
        ("added", "xã Tam Phú", "xã Tam Thăng"),
        ("withdrawn", "xã Tam Thăng", "xã Tam Phú"),
    ]


def test_task_of_many_units_goes_from_none_to_none() -> None:
    olds = [now(number, draft(HALL, unit=str(number), unit_name=f"xã {number}")) for number in (1, 2)]
    news = [draft(HALL, unit=str(number), unit_name=f"xã {number}") for number in (3, 4)]

    assert [change.other for change in compare_duties(olds, news)] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("values", "needs"),
    [
        ({}, False),
        ({"state": DutyState.WORKING}, False),
        ({"evidence": 1}, True),
        ({"ticks": ("Hội trường",)}, True),
        ({"state": DutyState.HANDED_IN}, True),
        ({"state": DutyState.RETURNED}, True),
        ({"state": DutyState.ACCEPTED}, True),
    ],
)
def test_person_decides_over_what_was_begun(values: dict[str, Any], *, needs: bool) -> None:
    (change,) = compare_duties([now(1, draft(), **values)], [])

    assert (change.how, change.needs_person) == (How.WITHDRAWN, needs)


@pytest.mark.parametrize("state", [DutyState.EXCUSED, DutyState.WITHDRAWN])
def test_duty_that_binds_nobody_is_not_withdrawn_again(state: DutyState) -> None:
    assert compare_duties([now(1, draft(), state=state)], []) == []


def test_duty_that_a_person_kept_is_not_asked_about_again() -> None:
    (change,) = compare_duties([now(1, draft(), evidence=1, is_of_plan=False)], [])

    assert (change.how, change.needs_person) == (How.KEPT, False)


def test_withdrawn_duty_that_the_plan_gives_again_is_taken_up_and_an_excused_one_stays_excused() -> None:
    withdrawn, excused = now(1, draft(), state=DutyState.WITHDRAWN), now(1, draft(), state=DutyState.EXCUSED)

    changes = [compare_duties([old], [draft()])[0] for old in (withdrawn, excused)]

    assert [change.how for change in changes] == [How.AGAIN, How.SAME]
    assert [state_after(withdrawn), state_after(replace(withdrawn, evidence=1, has_come=True))] == ["open", "handed_in"]


@pytest.mark.parametrize(
    ("new_day", "other"),
    [(LATER, LATER), (DAY, None), (None, None)],
    ids=["another day", "the office's own day", "no day"],
)
def test_day_of_the_office_stays(new_day: Any, other: Any) -> None:
    old = draft(due_on=DAY, due_source=DueSource.OFFICE)

    (change,) = compare_duties([now(1, old)], [draft(due_on=new_day)])

    assert (change.how, change.owed.due_on, change.owed.due_source, change.plan_day) == (
        How.SAME,
        DAY,
        DueSource.OFFICE,
        other,
    )


def test_other_limits_change_every_paper_and_nothing_else() -> None:
    olds = [now(1, draft(kind=PAPER), state=DutyState.HANDED_IN), now(1, draft(kind=REVIEW))]

    changes = compare_duties(olds, [old.owed for old in olds], limits_changed=True)

    assert [(change.how, change.aspects) for change in changes] == [(How.CHANGED, (Aspect.LIMITS,)), (How.SAME, ())]
    assert [is_waiting_for_matter(change) for change in changes] == [True, False]


def test_name_that_no_unit_fits_is_compared_as_printed() -> None:
    old: DutyDraft = draft(unit=None, unit_name="Chi hội Hòa Bình")

    (change,) = compare_duties([now(1, old)], [replace(old, unit_name="Chi hội Hoà Bình")])

    assert change.how is How.SAME


def test_duty_whose_unit_became_known_is_the_same_duty_of_that_unit() -> None:
    olds = [now(1, draft("Việc khác hẳn")), now(1, draft(HALL), is_unit_new=True)]

    changes = compare_duties(olds, [draft(HALL)])

    assert [(change.how, change.aspects, change.ordinal) for change in changes] == [
        (How.CHANGED, (Aspect.UNIT,), 2),
        (How.WITHDRAWN, (), 1),
    ]
