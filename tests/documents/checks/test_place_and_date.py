"""Place, comma, and the zeros of the date."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("date-padding", plan().change("right", 2, text="Tam Kỳ, ngày 5 tháng 10 năm 2024")),
    Spoiled("date-padding", plan().change("right", 2, text="Tam Kỳ, ngày 11 tháng 1 năm 2024")),
    Spoiled("date-padding", plan().change("right", 2, text="Tam Kỳ, ngày 11 tháng 03 năm 2024")),
    Spoiled("date-words", plan().change("right", 2, text="Tam Kỳ, 11/10/2024")),
    Spoiled("date-words", plan().change("right", 2, text="Tam Kỳ, ngày 11/10/2024")),
    Spoiled("date-comma", plan().change("right", 2, text="Tam Kỳ ngày 11 tháng 10 năm 2024")),
    Spoiled("date-place", plan().change("right", 2, text="ngày 11 tháng 10 năm 2024")),
    Spoiled("date-padding", party().change("right", 1, text="Tam Kỳ, ngày 3 tháng 4 năm 2024"), Profile.PARTY),
)
FINE = (
    plan().change("right", 2, text="Tam Kỳ, ngày     tháng     năm 2024"),
    plan().change("right", 2, text="Tam Kỳ, ngày … tháng … năm …"),
    plan().change("right", 2, text="Tam Kỳ, ngày 05 tháng 02 năm 2024"),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
