"""The first line goes in."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import TEXT, plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("first-line", plan().change("body", 3, first=0)),
    Spoiled("first-line", plan().change("body", 3, first=20)),
)
FINE = (
    plan().change("body", 3, first=10),
    plan().change("body", 3, first=0, text=f"\t{TEXT}."),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
