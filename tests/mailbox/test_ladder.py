"""The ladder: which rung is due when; drawn at random it never climbs at night, twice, downwards or after the deed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.conferences.rules import DutyKind, DutyState, Standing
from tongket.core.calendar import OfficeDay, WorkCalendar
from tongket.mailbox.ladder import (
    OTHER,
    BadLadder,
    Climbed,
    OfficeHours,
    Rung,
    Rungs,
    day_of,
    days_given,
    days_in,
    due_rung,
    next_office_moment,
    read_ladders,
    shipped,
    shipped_for,
    to_come,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR, HOURS = WorkCalendar(), OfficeHours()
USUAL = Rungs((-5, -2, 1), 3)
DUE = date(2024, 10, 19)  # a Saturday: "before the 20th"
OWED = Standing(DutyState.OPEN, DUE)


def at(day: int, hour: int = 8, minute: int = 0, *, month: int = 10, year: int = 2024) -> datetime:
    """A moment of October 2024 in the office's zone."""
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def due(
    now: datetime,
    *climbed: Climbed,
    rungs: Rungs = USUAL,
    standing: Standing = OWED,
    calendar: WorkCalendar = CALENDAR,
) -> Rung | None:
    """The rung due at `now`."""
    return due_rung(rungs, standing, climbed, now=now, hours=HOURS, calendar=calendar)


def was(step: int, day: int, *, to_leader: bool = False, due_on: date = DUE) -> Climbed:
    """A rung climbed on a day of October."""
    return Climbed(Rung(step, to_leader), due_on, date(2024, 10, day))


@pytest.mark.parametrize(
    ("step", "last", "found"),
    [
        (-5, date(2024, 10, 19), date(2024, 10, 14)),
        (-2, date(2024, 10, 19), date(2024, 10, 17)),
        (0, date(2024, 10, 19), date(2024, 10, 18)),
        (1, date(2024, 10, 19), date(2024, 10, 21)),
        (3, date(2024, 10, 19), date(2024, 10, 23)),
        (0, date(2024, 10, 25), date(2024, 10, 25)),
        (-1, date(2024, 10, 21), date(2024, 10, 18)),
        # 30/4 and 1/5 are off, and the make-up of a weekend before them is not.
        (1, date(2024, 4, 29), date(2024, 5, 2)),
        (-1, date(2024, 5, 2), date(2024, 4, 26)),
        # Tết of 2025: from Saturday 25/1 to Sunday 2/2.
        (1, date(2025, 1, 24), date(2025, 2, 3)),
        (-2, date(2025, 2, 3), date(2025, 1, 23)),
        # 2/9/2024 and the day beside it.
        (1, date(2024, 8, 30), date(2024, 9, 4)),
    ],
)
def test_steps_are_counted_in_working_days(step: int, last: date, found: date) -> None:
    assert day_of(step, last, CALENDAR) == found


def test_office_declares_its_own_days() -> None:
    calendar = WorkCalendar(
        {
            date(2024, 10, 21): OfficeDay("Lễ hội", is_working=False),
            date(2024, 10, 20): OfficeDay("Làm bù", is_working=True),
        }
    )

    assert [day_of(step, DUE, calendar) for step in (1, 2)] == [date(2024, 10, 20), date(2024, 10, 22)]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (at(21, 7, 29), at(21, 7, 30)),
        (at(21, 7, 30), at(21, 7, 30)),
        (at(21, 12, 5), at(21, 12, 5)),
        (at(21, 16, 29), at(21, 16, 29)),
        (at(21, 16, 30), at(22, 7, 30)),
        (at(18, 23, 0), at(21, 7, 30)),
        (at(19, 9, 0), at(21, 7, 30)),
        (at(30, 9, 0, month=4), at(2, 7, 30, month=5)),
        (at(28, 9, 0, month=1, year=2025), at(3, 7, 30, month=2, year=2025)),
        (at(31, 20, 0, month=12), at(2, 7, 30, month=1, year=2025)),
    ],
)
def test_next_office_moment(now: datetime, found: datetime) -> None:
    assert next_office_moment(now, HOURS, CALENDAR) == found


def test_office_keeps_its_own_hours() -> None:
    summer = OfficeHours(time(7), time(17))

    assert next_office_moment(at(21, 16, 45), summer, CALENDAR) == at(21, 16, 45)
    assert next_office_moment(at(21, 17, 0), summer, CALENDAR) == at(22, 7, 0)


@pytest.mark.parametrize(
    ("now", "climbed", "found"),
    [
        (at(11), (), None),
        (at(14), (), Rung(-5)),
        (at(14, 7, 29), (), None),
        (at(14, 16, 30), (), None),
        (at(14), (was(-5, 14),), None),
        (at(15), (was(-5, 14),), None),
        (at(17), (was(-5, 14),), Rung(-2)),
        (at(18), (was(-5, 14), was(-2, 17)), None),
        (at(19), (was(-5, 14), was(-2, 17)), None),
        (at(21), (was(-5, 14), was(-2, 17)), Rung(1)),
        (at(22), (was(1, 21),), None),
        (at(23), (was(1, 21),), Rung(3, to_leader=True)),
        (at(24), (was(1, 21), was(3, 23, to_leader=True)), None),
    ],
)
def test_rungs_are_climbed_in_turn(now: datetime, climbed: tuple[Climbed, ...], found: Rung | None) -> None:
    assert due(now, *climbed) == found


def test_of_missed_rungs_only_the_highest_is_climbed() -> None:
    assert due(at(21)) == Rung(1)
    assert due(at(22), was(1, 21)) is None


def test_leader_is_not_written_to_before_the_unit() -> None:
    assert due(at(28)) == Rung(1)
    assert due(at(28), was(1, 28)) is None
    assert due(at(29), was(1, 28)) == Rung(3, to_leader=True)


def test_leader_alone_is_written_to_where_the_office_wants_nothing_else() -> None:
    assert due(at(23), rungs=Rungs((), 3)) == Rung(3, to_leader=True)


def test_moved_day_starts_the_ladder_anew() -> None:
    moved = Standing(DutyState.OPEN, date(2024, 10, 28))
    before = (was(-5, 14), was(-2, 17), was(1, 21))

    assert due(at(21), *before, standing=moved) == Rung(-5)
    assert due(at(24), *before, was(-5, 21, due_on=date(2024, 10, 28)), standing=moved) == Rung(-2)


def test_returned_duty_follows_its_own_due_time() -> None:
    returned = Standing(DutyState.RETURNED, DUE, at(22, 16))

    assert due(at(21), was(1, 21), standing=returned) == Rung(-2)
    assert due(at(23), standing=returned) == Rung(1)


@pytest.mark.parametrize("state", [DutyState.HANDED_IN, DutyState.ACCEPTED, DutyState.EXCUSED, DutyState.WITHDRAWN])
def test_nothing_is_due_once_nothing_is_owed(state: DutyState) -> None:
    assert due(at(21), standing=Standing(state, DUE, at(22))) is None


def test_ladder_that_is_off_and_duty_without_a_day_remind_of_nothing() -> None:
    assert due(at(21), rungs=Rungs((1,), is_on=False)) is None
    assert due(at(21), standing=Standing(DutyState.OPEN, None)) is None


def test_rungs_to_come_and_all_days() -> None:
    given_days = [day.day for day, _rung in days_given(USUAL, DUE, CALENDAR)]
    left = to_come(USUAL, OWED, [was(-5, 14)], today=date(2024, 10, 17), calendar=CALENDAR)

    assert given_days == [14, 17, 21, 23]
    assert left == [(date(2024, 10, 21), Rung(1)), (date(2024, 10, 23), Rung(3, to_leader=True))]


def test_shipped_ladders_cover_every_kind() -> None:
    assert set(shipped()) == {*DutyKind, OTHER}
    assert shipped_for("paper") == USUAL
    assert shipped_for("canteen") == shipped()[OTHER]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[task]", "[chore]", "kinds"),
        ("leader = 3", "chief = 3", "chief"),
        ("before = [5, 2]", "before = 5", "wanted before"),
    ],
)
def test_error_wrong_ladder_file(old: str, new: str, fault: str) -> None:
    text = "".join(f"[{kind}]\nbefore = [5, 2]\nafter = [1]\nleader = 3\n" for kind in (*DutyKind, OTHER))

    with pytest.raises(BadLadder, match=fault):
        read_ladders(text.replace(old, new))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5, 2", [2, 5]),
        ("5 và 2", [2, 5]),
        ("5;2;5.", [2, 5]),
        ("", []),
        ("năm", None),
        ("-5", None),
        ("5 hay 2", None),
    ],
)
def test_days_as_people_list_them(typed: str, found: list[int] | None) -> None:
    assert days_in(typed) == found


LADDERS = st.builds(
    Rungs,
    st.lists(st.integers(-9, 6), max_size=5).map(lambda steps: tuple(sorted(set(steps)))),
    st.none() | st.integers(1, 9),
)
LAST_DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
MINUTES = st.integers(1, 3 * 24 * 60)


@given(
    rungs=LADDERS,
    last=LAST_DAYS,
    pauses=st.lists(MINUTES, min_size=5, max_size=40),
    fulfilled=st.integers(0, 60),
)
def test_climbing_at_any_moments(rungs: Rungs, last: date, pauses: list[int], fulfilled: int) -> None:
    """However the worker is awake: by day only, upwards only, once a day at most, never after it was handed in."""
    now = datetime.combine(last - timedelta(days=20), time(), tzinfo=ZONE)
    climbed: list[Climbed] = []
    for turn, pause in enumerate(pauses):
        now += timedelta(minutes=pause)
        state = DutyState.HANDED_IN if turn >= fulfilled else DutyState.OPEN
        rung = due(now, *climbed, rungs=rungs, standing=Standing(state, last))
        if rung is None:
            continue
        assert state is DutyState.OPEN
        assert CALENDAR.is_working_day(now.date())
        assert time(7, 30) <= now.time() < time(16, 30)
        assert day_of(rung.step, last, CALENDAR) <= now.date()
        climbed.append(Climbed(rung, last, now.date()))
    assert [each.rung for each in climbed] == sorted({each.rung for each in climbed})
    assert len({each.on for each in climbed}) == len(climbed)


@given(last=LAST_DAYS, steps=st.tuples(st.integers(-20, 20), st.integers(-20, 20)))
def test_higher_steps_are_no_earlier(last: date, steps: tuple[int, int]) -> None:
    low, high = sorted(steps)

    assert day_of(low, last, CALENDAR) <= day_of(high, last, CALENDAR)


@given(now=st.builds(datetime.combine, LAST_DAYS, st.times(), st.just(ZONE)))
def test_office_moment_is_the_first_permitted_one(now: datetime) -> None:
    found = next_office_moment(now, HOURS, CALENDAR)

    assert found >= now
    assert next_office_moment(found, HOURS, CALENDAR) == found
    assert found == now or found.time() == time(7, 30)
