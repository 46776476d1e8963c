"""The line of the archive."""

import pytest

from tests.documents.checks.judging import Spoiled, codes
from tests.documents.checks.right import party, plan
from tongket.documents.render.values import Profile

SPOILED = (
    Spoiled("archive-missing", plan().drop("foot_left", 3)),
    Spoiled(
        "archive-last",
        plan().change("foot_left", 2, text="- Lưu: VT, PT;").change("foot_left", 3, text="- Các tổ chức."),
    ),
    Spoiled("archive-colon", plan().change("foot_left", 3, text="- Lưu VT, PT.")),
    Spoiled("archive-end", plan().change("foot_left", 3, text="- Lưu: VT, PT")),
    Spoiled("archive-missing", party().drop("foot_left", 2), Profile.PARTY),
)


@pytest.mark.parametrize("spoiled", SPOILED, ids=lambda spoiled: spoiled.code)
def test_one_fault_is_found_and_no_other(spoiled: Spoiled) -> None:
    assert codes(spoiled.sheet, spoiled.profile) == [spoiled.code]
