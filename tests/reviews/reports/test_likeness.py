"""Which words name an indicator, and how much of its name a text holds."""

import pytest

from tests.factories.outlines import sample_outline
from tongket.reviews.reports.likeness import key, terms_of, told, wanted_of, words_of

BY_CODE = {each.indicator.code: each for each in wanted_of(sample_outline())}


def test_tone_may_stand_on_either_vowel() -> None:
    assert key("Hoà  thuận, UỶ ban") == "hòa thuận, ủy ban"
    assert key("quỳ, hoàng") == "quỳ, hoàng"


def test_words_that_say_the_same_are_one() -> None:
    assert told("mô hình đang hoạt động") == "mô hình đang_duy_trì"
    assert terms_of("Số mô hình còn duy trì") == terms_of("mô hình đang hoạt động")


def test_running_text_keeps_its_own_words_too() -> None:
    assert words_of("còn duy trì") == {"đang_duy_trì", "còn", "duy", "trì"}


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("models_kept", "đang duy trì", 1.0),
        ("land", "Nhân dân hiến đất", 0.45),
        ("jobs", "tuyên truyền", 0.0),
    ],
)
def test_share_of_the_name_is_between_nothing_and_all(code: str, text: str, share: float) -> None:
    found = BY_CODE[code].share(dict.fromkeys(words_of(text), 1.0))

    assert (found >= share) if share else (found == 0.0)
    assert 0.0 <= found <= 1.0


def test_worth_of_something_names_no_indicator_by_itself() -> None:
    benefit = BY_CODE["benefit"]

    assert benefit.share(dict.fromkeys(words_of("20 suất quà, tổng trị giá"), 1.0)) == 0
    assert benefit.share(dict.fromkeys(words_of("sáng kiến trị giá"), 1.0)) > 0.5


def test_measure_that_nobody_shares_is_known() -> None:
    assert {code for code, each in BY_CODE.items() if each.is_only} >= {"workdays", "attendees", "jobs"}
    assert not BY_CODE["models_kept"].is_only
