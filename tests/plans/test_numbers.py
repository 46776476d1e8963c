"""Numbers in words."""

import re

import pytest

from tongket.plans.numbers import FIGURE, number_of
from tongket.plans.wording import flat, rule

NUMBERS = [("7", 7), ("hai", 2), ("năm", 5), ("mười", 10), ("mười lăm", 15), ("ba mươi", 30), ("bốn mươi mốt", 41)]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_number(words: str, value: int) -> None:
    assert re.fullmatch(rule(FIGURE), flat(words))
    assert number_of(flat(words)) == value


def test_error_other_words() -> None:
    with pytest.raises(KeyError):
        number_of("trang")
