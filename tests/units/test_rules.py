"""What an organisation is, as plain values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.units.rules import BODY_WORDS, COMMUNE_LEVEL, DISTRICT_LEVEL, BodyType, PlaceKind, UnitRecord, valid_on

JULY = date(2025, 7, 1)
DAY = timedelta(days=1)


def unit(first: date | None, last: date | None) -> UnitRecord:
    return UnitRecord("1", "Mặt trận xã", valid_from=first, valid_until=last)


DAYS = [
    (None, None, True),
    (JULY, None, True),
    (None, JULY, True),
    (JULY, JULY, True),
    (JULY + DAY, None, False),
    (None, JULY - DAY, False),
    (JULY - DAY, JULY + DAY, True),
]


@pytest.mark.parametrize(("first", "last", "there"), DAYS)
def test_unit_exists_from_its_first_day_to_its_last(first: date | None, last: date | None, *, there: bool) -> None:
    assert valid_on(unit(first, last), JULY) is there


@given(st.dates(), st.dates(), st.dates())
def test_unit_with_both_days_exists_exactly_between_them(first: date, last: date, day: date) -> None:
    assert valid_on(unit(first, last), day) is (min(first, day) == first and max(last, day) == last)


def test_every_kind_of_body_has_words_of_its_own() -> None:
    assert list(BODY_WORDS) == list(BodyType)
    assert len(set(BODY_WORDS.values())) == len(BodyType)


def test_levels_of_place_do_not_overlap() -> None:
    assert set(COMMUNE_LEVEL) & set(DISTRICT_LEVEL) == set()
    assert [kind.value for kind in (*COMMUNE_LEVEL, *DISTRICT_LEVEL)] == [
        "xã", "phường", "thị trấn", "đặc khu", "huyện", "quận", "thị xã",
    ]  # fmt: skip


def test_record_says_nothing_it_was_not_told() -> None:
    assert UnitRecord("1", "Mặt trận xã") == UnitRecord(
        "1", "Mặt trận xã", "", BodyType.OTHER, PlaceKind.NONE, "", None, "", (), None, None, ()
    )
