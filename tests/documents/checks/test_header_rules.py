"""Rules are drawn, not typed."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import party, plan
from tests.documents.checks.writing import P, Sheet
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("motto-rule", plan().change("right", 1, rule="")),
    Spoiled("motto-rule", plan().change("right", 1, rule="", underline=True)),
    Spoiled("motto-rule", plan().change("right", 1, rule="").insert("right", 2, P("────────────", 13, align="center"))),
    Spoiled(
        "motto-rule", plan().change("right", 1, rule="").insert("right", 2, P("-----------------", 13, align="center"))
    ),
    Spoiled("issuer-rule", plan().change("left", 2, rule="")),
    Spoiled("issuer-rule", plan().change("left", 2, rule="").insert("left", 3, P("_______", 12, align="center"))),
    Spoiled("issuer-rule", plan().change("left", 2, rule="", underline=True)),
    Spoiled("subject-rule", plan().change("title", 2, rule="")),
    Spoiled("subject-rule", plan().change("title", 2, rule="").insert("title", 3, P("-------", align="center"))),
    Spoiled("nation-rule", party().change("right", 0, rule=""), Profile.PARTY),
    Spoiled("issuer-rule", party().drop("left", 2), Profile.PARTY),
)
FINE = (
    plan().change("right", 1, rule="").insert("right", 2, P(rule="border")),
    replace(plan(), layout="tabs"),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]


@pytest.mark.parametrize("sheet", FINE)
def test_what_is_allowed_is_not_found(sheet: Sheet) -> None:
    assert codes(sheet) == []
