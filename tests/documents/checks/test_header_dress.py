"""How the parts of the header are dressed."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("nation-size", plan().change("right", 0, size=14)),
    Spoiled("nation-bold", plan().change("right", 0, bold=False)),
    Spoiled("nation-capitals", plan().change("right", 0, text="Cộng hòa xã hội chủ nghĩa Việt Nam")),
    Spoiled("motto-size", plan().change("right", 1, size=12)),
    Spoiled("motto-italic", plan().change("right", 1, italic=True)),
    Spoiled("above-bold", plan().change("left", 0, bold=True)),
    Spoiled("above-size", plan().change("left", 0, size=14)),
    Spoiled("issuer-bold", plan().change("left", 1, bold=False).change("left", 2, bold=False)),
    Spoiled("issuer-size", plan().change("left", 1, size=14)),
    Spoiled("issuer-capitals", plan().change("left", 2, text="Thành phố Tam Kỳ")),
    Spoiled("number-size", plan().change("left", 3, size=14)),
    Spoiled("number-bold", plan().change("left", 3, bold=True)),
    Spoiled("date-size", plan().change("right", 2, size=12)),
    Spoiled("date-italic", plan().change("right", 2, italic=False)),
    Spoiled("nation-size", party().change("right", 0, size=13), Profile.PARTY),
)
FINE = (plan().change("right", 0, size=13).change("right", 1, size=14),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
