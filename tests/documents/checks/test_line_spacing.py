"""Lines stand apart."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("line-spacing", plan().change("body", 3, line=2.0)),
    Spoiled("line-spacing", plan().change("body", 3, line=0.9)),
)
FINE = (plan().every("body", line=1.5),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
