"""One addressee beside the words, several in a list."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import letter
from tests.documents.checks.writing import P, Sheet

SPOILED = (
    Spoiled("addressee-wording", letter().change("addressees", 0, text="Kính gửi")),
    Spoiled("addressee-end", letter().change("addressees", 1, text="- Hội Liên hiệp Phụ nữ thành phố,")),
    Spoiled("addressee-end", letter().change("addressees", 2, text="- Hội Nông dân thành phố")),
    Spoiled(
        "addressee-marks",
        letter()
        .change("addressees", 1, text="Hội Liên hiệp Phụ nữ thành phố;")
        .change("addressees", 2, text="Hội Nông dân thành phố."),
    ),
    Spoiled("addressee-line", letter().drop("addressees", 2)),
)
FINE = (
    replace(letter(), addressees=(P("Kính gửi: Hội Nông dân thành phố", align="center"),)),
    letter().change("addressees", 1, text="- Hội Liên hiệp Phụ nữ\nthành phố;"),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
