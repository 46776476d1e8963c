"""Days in the language of whoever reads."""

from datetime import date

import pytest
from django.utils import translation

from tongket.core import said

TODAY = date(2024, 10, 21)


@pytest.mark.parametrize(
    ("day", "vietnamese", "english"),
    [
        (date(2024, 10, 30), "còn 9 ngày", "9 days left"),
        (date(2024, 10, 22), "còn 1 ngày", "1 day left"),
        (date(2024, 10, 21), "hôm nay", "today"),
        (date(2024, 10, 20), "quá 1 ngày", "1 day over"),
        (date(2024, 9, 30), "quá 21 ngày", "21 days over"),
    ],
)
def test_days_left_are_counted_from_today(day: date, vietnamese: str, english: str) -> None:
    with translation.override("vi"):
        assert said.days_left(day, TODAY) == vietnamese
    with translation.override("en"):
        assert said.days_left(day, TODAY) == english


def test_weekday_is_of_the_readers_language() -> None:
    with translation.override("vi"):
        assert (said.week_day(TODAY), said.long_day(TODAY)) == ("thứ Hai, 21/10", "thứ Hai, 21/10/2024")
    with translation.override("en"):
        assert (said.week_day(TODAY), said.long_day(TODAY)) == ("Monday, 21/10", "Monday, 21/10/2024")


def test_weekday_without_a_language_is_vietnamese() -> None:
    with translation.override(None):
        assert said.week_day(TODAY) == "thứ Hai, 21/10"


def test_weekdays_inside_a_sentence_are_said_in_the_readers_language() -> None:
    values = {"day": "thứ Bảy, 19/10", "holiday": "Chủ nhật, ngày Phụ nữ Việt Nam", "n": 2}

    with translation.override("vi"):
        assert said.in_their_words(values) == values
    with translation.override("en"):
        assert said.in_their_words(values) == {
            "day": "Saturday, 19/10",
            "holiday": "Sunday, ngày Phụ nữ Việt Nam",
            "n": 2,
        }


def test_figures_have_the_signs_of_the_readers_language() -> None:
    values = {"pages": 3.42, "words": 1633.0, "sizes": [11.0, 12.5], "quote": "3,42 ha"}

    with translation.override("vi"):
        assert said.in_their_words(values) == values | {"pages": "3,42", "words": "1.633", "sizes": "11; 12,5"}
        assert (said.decimal(3.04, 2), said.counted(1633)) == ("3,04", "1.633")
    with translation.override("en"):
        assert said.in_their_words(values) == values | {"pages": "3.42", "words": "1,633", "sizes": "11; 12.5"}
        assert (said.decimal(3.04, 2), said.counted(1633)) == ("3.04", "1,633")
