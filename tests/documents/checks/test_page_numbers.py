"""Where the page number stands."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("page-number-place", plan().paper(number="bottom")),
    Spoiled("page-number-place", plan().paper(number_align="right")),
    Spoiled("page-number-size", plan().paper(number_size=11)),
    Spoiled("page-number-first", plan().paper(hides_first=False)),
    Spoiled("page-number-missing", replace(plan().paper(number=""), body=(*plan().body[:4] * 8, plan().body[4]))),
)
FINE = (
    plan().paper(number=""),
    plan().paper(number_size=14),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
