"""The text ends with its mark."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import TEXT, decision, plan
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("closing-mark", plan().change("body", 4, text=f"{TEXT}.")),
    Spoiled("closing-mark", decision().change("body", 8, text=f"Điều 3. {TEXT}/."), Profile.DECREE),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
