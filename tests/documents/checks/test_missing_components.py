"""Each component that must be there and is not."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision, letter, minutes, party, plan
from tests.documents.checks.writing import Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("nation-missing", plan().drop("right", 0)),
    Spoiled("motto-missing", plan().drop("right", 1)),
    Spoiled("issuer-missing", replace(plan(), left=plan().left[3:])),
    Spoiled("number-missing", plan().drop("left", 3)),
    Spoiled("place-and-date-missing", plan().drop("right", 2)),
    Spoiled("type-name-missing", plan().drop("title", 0)),
    Spoiled("subject-missing", replace(plan(), title=plan().title[:1])),
    Spoiled("addressee-missing", replace(letter(), addressees=())),
    Spoiled("signer-missing", replace(plan(), foot_right=())),
    Spoiled("signer-missing", plan().drop("foot_right", 4)),
    Spoiled("recipients-missing", replace(plan(), foot_left=())),
    Spoiled("nation-missing", party().drop("right", 0), Profile.PARTY),
    Spoiled("number-missing", decision().drop("left", 2), Profile.DECREE),
)
FINE = (
    minutes(),
    letter(),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
