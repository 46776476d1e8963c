"""Who signs for whom."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision, letter, minutes, party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("authority-deputy", decision().drop("foot_right", 1), Profile.DECREE),
    Spoiled("authority-mark", decision().change("foot_right", 0, text="T/M ỦY BAN NHÂN DÂN"), Profile.DECREE),
    Spoiled("authority-mark", decision().change("foot_right", 0, text="TM ỦY BAN NHÂN DÂN"), Profile.DECREE),
    Spoiled("authority-mark", party().change("foot_right", 0, text="TM. BAN THƯỜNG VỤ"), Profile.PARTY),
    Spoiled("authority-missing", plan().drop("foot_right", 0)),
    Spoiled("authority-deputy", decision().change("foot_right", 0, text="").drop("foot_right", 1), Profile.DECREE),
)
FINE = (
    minutes(),
    decision(),
    letter(),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
