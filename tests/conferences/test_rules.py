"""What a duty is: the moves between its states, and when it is late."""

from datetime import date, datetime

import pytest

from tongket.conferences.rules import (
    NEXT,
    STATE_PICTURES,
    STATE_WORDS,
    DutyState,
    Standing,
    days_late,
    is_at_risk,
    last_day,
    last_day_in_time,
)

DUE = date(2024, 10, 25)
MENDED_BY = datetime(2024, 10, 28, 23, 59)  # noqa: DTZ001 -- the office's own hour
# From each state the moves that are allowed; every other one is refused.
ALLOWED = {
    "open": "working handed_in excused withdrawn",
    "working": "open handed_in excused withdrawn",
    "handed_in": "handed_in accepted returned excused withdrawn",
    "returned": "handed_in excused withdrawn",
    "accepted": "handed_in returned",
    "excused": "open",
    "withdrawn": "open",
}
MOVES = [(old, new, new.value in ALLOWED[old.value].split()) for old in DutyState for new in DutyState]


@pytest.mark.parametrize(("old", "new", "is_allowed"), MOVES, ids=[f"{old}-{new}" for old, new, _ in MOVES])
def test_move_is_allowed_or_refused(old: DutyState, new: DutyState, is_allowed: bool) -> None:  # noqa: FBT001
    assert (new in NEXT[old]) is is_allowed


def test_every_state_has_words_and_a_picture() -> None:
    assert {state: (STATE_WORDS[state], STATE_PICTURES[state]) for state in DutyState} == {
        DutyState.OPEN: ("Chưa gửi", "none"),
        DutyState.WORKING: ("Đang soạn", "draft"),
        DutyState.HANDED_IN: ("Chờ xem", "sent"),
        DutyState.RETURNED: ("Trả lại để sửa", "back"),
        DutyState.ACCEPTED: ("Đạt", "ok"),
        DutyState.EXCUSED: ("Không giao", "na"),
        DutyState.WITHDRAWN: ("Không giao", "na"),
    }


@pytest.mark.parametrize(
    ("state", "last"),
    [
        (DutyState.OPEN, DUE),
        (DutyState.WORKING, DUE),
        (DutyState.HANDED_IN, None),
        (DutyState.RETURNED, date(2024, 10, 28)),
        (DutyState.ACCEPTED, None),
        (DutyState.EXCUSED, None),
        (DutyState.WITHDRAWN, None),
    ],
)
def test_last_day_counts_while_the_unit_owes(state: DutyState, last: date | None) -> None:
    assert last_day(Standing(state, DUE, MENDED_BY)) == last


def test_last_day_of_a_returned_duty_without_a_due_time_is_the_first_one() -> None:
    assert last_day(Standing(DutyState.RETURNED, DUE)) == DUE


@pytest.mark.parametrize(
    ("standing", "today", "late"),
    [
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 24), 0),
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 25), 0),
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 26), 1),
        (Standing(DutyState.WORKING, DUE), date(2024, 11, 4), 10),
        (Standing(DutyState.OPEN, None), date(2030, 1, 1), 0),
        (Standing(DutyState.HANDED_IN, DUE), date(2030, 1, 1), 0),
        (Standing(DutyState.ACCEPTED, DUE), date(2030, 1, 1), 0),
        (Standing(DutyState.EXCUSED, DUE), date(2030, 1, 1), 0),
        (Standing(DutyState.WITHDRAWN, DUE), date(2030, 1, 1), 0),
        (Standing(DutyState.RETURNED, DUE, MENDED_BY), date(2024, 10, 28), 0),
        (Standing(DutyState.RETURNED, DUE, MENDED_BY), date(2024, 10, 30), 2),
    ],
)
def test_days_late_are_those_past_the_end_of_the_last_day(standing: Standing, today: date, late: int) -> None:
    assert days_late(standing, today=today) == late


@pytest.mark.parametrize(
    ("standing", "today", "is_near"),
    [
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 21), False),
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 22), True),
        (Standing(DutyState.WORKING, DUE), date(2024, 10, 25), True),
        (Standing(DutyState.OPEN, DUE), date(2024, 10, 26), False),
        (Standing(DutyState.OPEN, None), date(2024, 10, 25), False),
        (Standing(DutyState.HANDED_IN, DUE), date(2024, 10, 25), False),
        (Standing(DutyState.RETURNED, DUE, MENDED_BY), date(2024, 10, 25), True),
    ],
)
def test_duty_is_at_risk_in_its_last_three_days(standing: Standing, today: date, is_near: bool) -> None:  # noqa: FBT001
    assert is_at_risk(standing, today=today) is is_near


@pytest.mark.parametrize(
    ("is_before", "last"), [(True, date(2024, 2, 29)), (False, date(2024, 3, 1))], ids=["trước ngày", "hết ngày"]
)
def test_last_day_in_time_is_the_one_before_or_the_printed_one(is_before: bool, last: date) -> None:  # noqa: FBT001
    assert last_day_in_time(date(2024, 3, 1), is_before=is_before) == last
