"""How an annex opens."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("annex-label-size", decision().change("annex", 0, size=12), Profile.DECREE),
    Spoiled("annex-label-bold", decision().change("annex", 0, bold=False), Profile.DECREE),
    Spoiled(
        "annex-title-capitals", decision().change("annex", 1, text="Danh sách tập thể được khen thưởng"), Profile.DECREE
    ),
    Spoiled("annex-reference-italic", decision().change("annex", 2, italic=False), Profile.DECREE),
)
FINE = (decision().change("annex", 0, text="Phụ lục II"),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
