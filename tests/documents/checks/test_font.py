"""Times New Roman everywhere."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("font", plan().change("body", 2, font="Arial")),
    Spoiled("font", plan().change("left", 0, font=".VnTimeH")),
    Spoiled("font", plan().change("foot_left", 3, font="Calibri")),
)
FINE = (plan().change("body", 0, font="times new roman"),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
