"""Black letters."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import letter, plan, prose
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("text-colour", plan().change("body", 2, colour="FF0000")),
    Spoiled("text-colour", letter().change("left", 2, colour="1F4E79")),
)
FINE = (
    plan().change("body", 2, colour="000000"),
    plan().insert("body", 2, prose("Gửi về van-phong@example.vn", colour="0000FF", underline=True)),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
