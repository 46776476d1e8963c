"""Each margin within what is allowed."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("margin-top", plan().paper(top=15)),
    Spoiled("margin-bottom", plan().paper(bottom=30)),
    Spoiled("margin-left", plan().paper(left=25.4)),
    Spoiled("margin-right", plan().paper(right=25)),
)
FINE = (plan().paper(top=25, bottom=25, left=35, right=20),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
