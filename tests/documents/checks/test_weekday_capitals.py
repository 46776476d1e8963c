"""Days of the week in words."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan, prose
from tests.documents.checks.writing import Sheet


def said(words: str) -> Sheet:
    """A plan that says one sentence more."""
    return plan().insert("body", 3, prose(words))


SPOILED = (
    Spoiled("weekday-capitals", said("Khai mạc vào sáng thứ tư, ngày 30 tháng 10.")),
    Spoiled("weekday-capitals", said("Khai mạc vào thứ tư, ngày 30 tháng 10.")),
    Spoiled("weekday-capitals", said("Khai mạc vào Thứ Tư, ngày 30 tháng 10.")),
)
FINE = (said("Khai mạc vào sáng thứ Tư, ngày 30 tháng 10; lần thứ tư trong năm, giải thứ ba."),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
