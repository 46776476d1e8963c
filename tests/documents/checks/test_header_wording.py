"""National name and motto, letter by letter."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("nation-wording", plan().change("right", 0, text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM")),
    Spoiled("motto-wording", plan().change("right", 1, text="Độc lập – Tự do – Hạnh phúc")),
    Spoiled("motto-wording", plan().change("right", 1, text="Độc Lập - Tự Do - Hạnh Phúc")),
    Spoiled("motto-wording", plan().change("right", 1, text="Độc lập-Tự do-Hạnh phúc")),
    Spoiled("nation-wording", party().change("right", 0, text="ĐẢNG CỘNG SẢN VIÊT NAM"), Profile.PARTY),
)
FINE = (plan().change("right", 0, text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
