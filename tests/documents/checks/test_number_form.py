"""How number and symbol are written."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import letter, party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("number-wording", plan().change("left", 3, text="Số 12/KH-MTTQ-BTT")),
    Spoiled("number-padding", plan().change("left", 3, text="Số: 5/KH-MTTQ-BTT")),
    Spoiled("number-spaces", plan().change("left", 3, text="Số: 12 /KH-MTTQ-BTT")),
    Spoiled("number-spaces", plan().change("left", 3, text="Số: 12/KH - MTTQ - BTT")),
    Spoiled("number-signs", plan().change("left", 3, text="Số: 12-KH/MTTQ-BTT")),
    Spoiled("number-signs", plan().change("left", 3, text="Số: 12/KH/MTTQ-BTT")),
    Spoiled("number-signs", plan().change("left", 3, text="Số: 12/KH–MTTQ–BTT")),
    Spoiled("number-type", plan().change("left", 3, text="Số: 12/TB-MTTQ-BTT")),
    Spoiled("number-type", plan().change("left", 3, text="Số: 12/MTTQ-BTT")),
    Spoiled("number-type", letter().change("left", 2, text="Số: 249/CV-MTTQ-BTT")),
    Spoiled("number-symbol-capitals", plan().change("left", 3, text="Số: 12/KH-mttq-BTT")),
    Spoiled("number-wording", party().change("left", 3, text="Số: 127-TB/TU"), Profile.PARTY),
    Spoiled("number-signs", party().change("left", 3, text="Số 127/TB-TU"), Profile.PARTY),
)
FINE = (
    plan().change("left", 3, text="Số:        /KH-MTTQ-BTT"),
    plan().change("left", 3, text="Số: …/KH-MTTQ-BTT"),
    plan().change("left", 3, text="Số: 12a/KH-MTTQ-BTT"),
    plan().change("left", 3, text="Số: …/"),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
