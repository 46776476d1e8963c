"""What is cited first has its date."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan, prose
from tests.documents.checks.writing import Sheet


def said(words: str) -> Sheet:
    """A plan that says one sentence more."""
    return plan().insert("body", 3, prose(words))


SPOILED = (
    Spoiled("first-citation", said("Thực hiện Công văn số 15/MTTQ-BTT về khen thưởng.")),
    Spoiled("first-citation", said("Theo Hướng dẫn số 36-HD/VPTW của Văn phòng.")),
)
FINE = (
    said("Thực hiện Công văn số 15/MTTQ-BTT ngày 02 tháng 5 năm 2024. Công văn số 15/MTTQ-BTT nêu rõ."),
    said("Theo Kế hoạch số 183/KH-MTTQ-BTT và các văn bản khác."),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
