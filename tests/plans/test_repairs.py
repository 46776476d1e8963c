"""Every repair has its sentence, told once with how often it was done."""

import re
from pathlib import Path

import pytest

from tongket.plans.repairs import SENTENCES, Repair, repairs

NOTED = re.compile(r'(?:note|Mending)\("([a-z0-9-]+)"')
SOURCES = [*Path("src/tongket/reading").rglob("*.py"), *Path("src/tongket/plans").rglob("*.py")]


def test_repairs_are_counted_by_sentence_in_the_order_of_their_weight() -> None:
    assert repairs(["page-number", "tcvn3", "page-number", "tcvn3-capitals", "ocr"]) == (
        Repair(SENTENCES["ocr"], 1),
        Repair(SENTENCES["tcvn3"], 2),
        Repair(SENTENCES["page-number"], 2),
    )
    assert repairs([]) == ()


def test_repair_without_a_sentence_is_a_fault() -> None:
    with pytest.raises(ValueError, match="'unheard-of' is not in list"):
        repairs(["unheard-of"])


def test_every_code_that_is_noted_anywhere_has_a_sentence() -> None:
    noted = {code for source in SOURCES for code in NOTED.findall(source.read_text(encoding="utf-8"))}

    assert noted - set(SENTENCES) == set()
    assert {"ocr", "converted", "page-number", "columns"} <= noted
