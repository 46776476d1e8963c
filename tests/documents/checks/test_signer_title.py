"""No degree before the name."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("signer-title", plan().change("foot_right", 4, text="ThS. Nguyễn Thị Hoa")),
    Spoiled("signer-title", decision().change("foot_right", 4, text="Tiến sĩ Trần Văn Bình"), Profile.DECREE),
)
FINE = (plan().change("foot_right", 4, text="Tô Thị Giang"),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
