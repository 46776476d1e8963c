"""Recipients, and the copy that is kept."""

import pytest

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.keep_missing import check


@pytest.mark.parametrize(
    ("recipients", "found"),
    [
        (("UBND xã", "Lưu: VT"), []),
        (("UBND xã", "Như trên; lưu VP"), []),
        (("UBND xã",), ["keep-missing"]),
        ((), ["no-recipients"]),
    ],
)
def test_recipients(recipients: tuple[str, ...], found: list[str]) -> None:
    assert codes(check, plan(recipients=recipients)) == found
