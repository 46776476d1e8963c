"""Sums of the report."""

from decimal import Decimal

from tests.factories.drafts import make_draft
from tongket.core.findings import compose
from tongket.synthesis.checks.sums import sums
from tongket.synthesis.checks.values import Sum


def test_a_total_that_is_not_the_sum_stops_the_report() -> None:
    found = sums(make_draft(sums=(Sum("mo_hinh", "Mô hình", Decimal("57"), Decimal("59")),)))

    assert [(each.level, str(compose(each))) for each in found] == [
        ("blocker", "“Mô hình” là 57, cộng số của các đơn vị là 59. Tính lại số liệu, rồi tổng hợp lại.")
    ]


def test_parts_that_do_not_add_up_wait_for_a_person() -> None:
    found = sums(make_draft(sums=(Sum("mo_hinh", "Mô hình", Decimal("57"), Decimal("56.5"), of_parts=True),)))

    assert [(each.code, each.level, each.values["added"]) for each in found] == [
        ("parts_do_not_add_up", "approval", "56,5")
    ]


def test_sums_that_agree_pass() -> None:
    assert sums(make_draft(sums=(Sum("mo_hinh", "Mô hình", Decimal("57"), Decimal("57.0")),))) == ()
