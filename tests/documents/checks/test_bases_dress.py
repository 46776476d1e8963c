"""Grounds in italics."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import decision
from tongket.documents.render.values import Profile

SPOILED = (Spoiled("bases-italic", decision().change("body", 2, italic=False), Profile.DECREE),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
