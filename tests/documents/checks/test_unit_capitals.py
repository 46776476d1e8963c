"""Tỉnh and thành phố inside a sentence."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan, prose
from tests.documents.checks.writing import Sheet


def said(words: str) -> Sheet:
    """A plan that says one sentence more."""
    return plan().insert("body", 3, prose(words))


SPOILED = (
    Spoiled("unit-capitals", said("Hội nghị mở trên địa bàn Thành phố Tam Kỳ.")),
    Spoiled("unit-capitals", said("Hội nghị của các huyện thuộc Tỉnh Quảng Nam.")),
)
FINE = (
    said("Đoàn công tác từ Thành phố Hồ Chí Minh về tỉnh Quảng Nam, thành phố Tam Kỳ."),
    said("Thành phố Tam Kỳ đón đoàn, Tỉnh ủy và Tỉnh đoàn cùng dự. Thành phố Tam Kỳ cảm ơn."),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
