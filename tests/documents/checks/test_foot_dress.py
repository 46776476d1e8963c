"""How addressee, signer and recipients are dressed."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import letter, plan

SPOILED = (
    Spoiled("authority-size", plan().change("foot_right", 0, size=12)),
    Spoiled("authority-bold", plan().change("foot_right", 1, bold=False)),
    Spoiled("authority-capitals", plan().change("foot_right", 1, text="Phó Chủ tịch")),
    Spoiled("signer-size", plan().change("foot_right", 4, size=12)),
    Spoiled("signer-bold", plan().change("foot_right", 4, bold=False)),
    Spoiled("signer-capitals", plan().change("foot_right", 4, text="NGUYỄN THỊ HOA")),
    Spoiled("recipients-head-size", plan().change("foot_left", 0, size=14)),
    Spoiled("recipients-head-bold", plan().change("foot_left", 0, bold=False)),
    Spoiled("recipients-head-italic", plan().change("foot_left", 0, italic=False)),
    Spoiled("recipients-size", plan().change("foot_left", 2, size=12)),
    Spoiled("addressee-bold", letter().every("addressees", bold=True)),
    Spoiled("addressee-size", letter().change("addressees", 1, size=12)),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
