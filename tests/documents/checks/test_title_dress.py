"""How type name and subject are dressed."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import letter, plan
from tests.documents.checks.writing import Sheet

SPOILED = (
    Spoiled("type-name-size", plan().change("title", 0, size=16)),
    Spoiled("type-name-bold", plan().change("title", 0, bold=False)),
    Spoiled("type-name-capitals", plan().change("title", 0, text="Kế hoạch")),
    Spoiled("subject-size", plan().change("title", 1, size=12)),
    Spoiled("subject-bold", plan().change("title", 1, bold=False).change("title", 2, bold=False)),
    Spoiled("subject-italic", plan().change("title", 1, italic=True).change("title", 2, italic=True)),
    Spoiled("letter-subject-size", letter().change("left", 3, size=14)),
    Spoiled("letter-subject-italic", letter().change("left", 3, italic=True)),
)
FINE = (
    letter().change("left", 3, size=13),
    plan().every("title", size=13),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
