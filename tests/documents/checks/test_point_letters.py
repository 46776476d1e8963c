"""Points by the Vietnamese alphabet."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan, prose
from tests.documents.checks.writing import Sheet


def points(*letters: str) -> Sheet:
    """A plan with points of these letters."""
    rows = [prose(f"{letter}) Một việc của các đơn vị.") for letter in letters]
    return replace(plan(), body=(*plan().body[:3], *rows, *plan().body[3:]))


SPOILED = (
    Spoiled("point-letters", points("a", "b", "c", "d", "e")),
    Spoiled("point-letters", points("e", "f")),
    Spoiled("point-letters", points("i", "j")),
)
FINE = (points("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
