"""Documents that another has replaced, on the plan's own day."""

from datetime import date

import pytest

from tests.plans.checks.judging import plan, said
from tongket.core.findings import Level
from tongket.plans.checks import Context
from tongket.plans.checks.basis_superseded import check
from tongket.plans.facts import Basis

OLD_DECREE = "Nghị định số 91/2017/NĐ-CP ngày 31/7/2017"


@pytest.mark.parametrize(
    ("issued_on", "found"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["Kế hoạch viện dẫn Nghị định số 91/2017/NĐ-CP, đã được thay từ ngày 1/1/2024."]),
        (None, []),
    ],
)
def test_decree_is_replaced_from_its_day_on(issued_on: date | None, found: list[str]) -> None:
    based_on = (Basis("Nghị định", "91/2017/NĐ-CP", None, OLD_DECREE),)

    assert said(check, plan(issued_on=issued_on, based_on=based_on)) == found


def test_place_in_the_text_is_named() -> None:
    (finding,) = check(plan({"III.3": f"Tiền thưởng theo {OLD_DECREE}."}), Context())

    assert (finding.clause, finding.quote, finding.level) == ("III.3", "91/2017/NĐ-CP", Level.APPROVAL)


def test_what_rests_on_hearsay_is_advice_only() -> None:
    (finding,) = check(plan({"III.3": "Theo Thông tư số 12/2019/TT-BNV."}), Context())

    assert (finding.level, finding.found) == (
        Level.ADVICE,
        "Kế hoạch viện dẫn {name}, có thể đã được thay từ ngày {day}.",
    )


@pytest.mark.parametrize(
    "text", ["Luật Thi đua, khen thưởng năm 2022", "Nghị định số 98/2023/NĐ-CP", "Nghị định số 191/2017/NĐ-CP"]
)
def test_what_is_in_force_passes(text: str) -> None:
    assert said(check, plan({"I": text})) == []
