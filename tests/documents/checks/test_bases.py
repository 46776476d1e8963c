"""How grounds end."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("bases-end", decision().change("body", 4, text="Theo đề nghị của Giám đốc Sở Nội vụ;"), Profile.DECREE),
    Spoiled("bases-end", decision().change("body", 4, text="Theo đề nghị của Giám đốc Sở Nội vụ,"), Profile.DECREE),
    Spoiled(
        "bases-joint",
        decision().change("body", 2, text="Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022."),
        Profile.DECREE,
    ),
)
FINE = (decision().change("body", 4, text="Theo đề nghị của Giám đốc Sở Nội vụ, quyết định như sau:", italic=False),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
