"""Paragraphs stand apart."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan
from tests.documents.checks.writing import P, Sheet

SPOILED = (
    Spoiled("paragraph-spacing", plan().change("body", 2, after=0)),
    Spoiled("paragraph-spacing", plan().change("body", 3, after=3)),
)
FINE = (
    plan().change("body", 2, after=0).change("body", 3, before=6),
    plan().change("body", 2, after=0).insert("body", 3, P()),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
