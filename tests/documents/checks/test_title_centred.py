"""Type name and subject in the middle."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import plan

SPOILED = (
    Spoiled("type-name-centred", plan().change("title", 0, align="left")),
    Spoiled("subject-centred", plan().change("title", 1, align="left").change("title", 2, align="left")),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
