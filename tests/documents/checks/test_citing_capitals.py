"""Capitals of what is cited."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan, prose
from tests.documents.checks.writing import Sheet


def said(words: str) -> Sheet:
    """A plan that says one sentence more."""
    return plan().insert("body", 3, prose(words))


SPOILED = (
    Spoiled("citing-capitals", said("Thực hiện theo điều 5 Quy chế.")),
    Spoiled("citing-capitals", said("Thực hiện theo Khoản 2 Điều 5 Quy chế.")),
    Spoiled("citing-capitals", said("Thực hiện theo Điểm a khoản 2 Điều 5 Quy chế.")),
)
FINE = (said("Thực hiện theo điểm a khoản 2 Điều 5 Quy chế. Điểm mới so với năm trước. Khoản 1 giữ nguyên."),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
