"""The size of the text."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("body-size", plan().change("body", 3, size=12)),
    Spoiled("body-size", plan().every("body", size=15)),
)
FINE = (plan().every("body", size=13),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
