"""Number, date and signer."""

from dataclasses import replace

from tests.plans.checks.judging import codes, plan
from tongket.plans.checks.header_gaps import check
from tongket.plans.facts import Signature

SIGNED = Signature("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Lê Văn An")


def test_each_gap_is_named() -> None:
    bare = plan(issued_on=None, signature=Signature("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", None))

    assert codes(check, bare) == ["no-number", "no-date", "no-signer"]


def test_plan_that_has_all_three_passes() -> None:
    assert codes(check, plan(number="183/KH-MTTQ-BTT", signature=SIGNED)) == []


def test_news_need_no_number() -> None:
    assert codes(check, replace(plan(issued_on=None), is_plan=False)) == []
