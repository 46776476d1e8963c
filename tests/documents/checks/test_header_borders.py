"""The table of the header shows no borders."""

from dataclasses import replace

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan

SPOILED = (Spoiled("header-borders", replace(plan(), borders=True)),)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
