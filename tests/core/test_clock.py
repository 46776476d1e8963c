"""The only place that asks for the time, and where it may be moved."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tongket.core import clock

pytestmark = pytest.mark.django_db
MOMENT = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _let_go() -> Iterator[None]:
    """No moment is held over into the next test."""
    yield
    clock.hold(None)


def test_moved_clock_stands_until_it_is_set_back() -> None:
    clock.move(MOMENT)
    assert (clock.now(), clock.today()) == (MOMENT, date(2024, 10, 21))
    clock.move(MOMENT + timedelta(days=1))
    assert clock.today() == date(2024, 10, 22)

    clock.move(None)

    assert abs(clock.now() - timezone.now()) < timedelta(seconds=5)


def test_day_is_that_of_the_office_not_of_greenwich() -> None:
    clock.hold(datetime(2024, 10, 21, 17, 30, tzinfo=UTC))

    assert (clock.today(), clock.now().hour) == (date(2024, 10, 22), 0)


def test_held_moment_asks_the_database_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    clock.move(MOMENT + timedelta(days=9))
    clock.hold(MOMENT)

    with django_assert_num_queries(0):
        assert (clock.now(), clock.standing()) == (MOMENT, MOMENT)


def test_clock_is_asked_once_for_a_block_and_let_go_after_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    clock.move(MOMENT)

    with django_assert_num_queries(1), clock.asked_once():
        assert (clock.now(), clock.now()) == (MOMENT, MOMENT)

    assert clock.standing() is None


def test_what_a_request_holds_stays_in_such_a_block() -> None:
    clock.move(MOMENT)
    clock.hold(MOMENT + timedelta(days=1))

    with clock.asked_once():
        assert clock.now() == MOMENT + timedelta(days=1)

    assert clock.standing() == MOMENT + timedelta(days=1)


def test_real_time_runs_on_in_such_a_block(settings: Settings) -> None:
    settings.CLOCK_MOVABLE = False

    with clock.asked_once():
        assert clock.standing() is None


def test_real_installation_is_never_asked_and_never_moved(
    settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    clock.move(MOMENT)
    settings.CLOCK_MOVABLE = False

    with django_assert_num_queries(0):
        assert clock.moved_to() is None
    with pytest.raises(clock.ClockFixed):
        clock.move(MOMENT)
