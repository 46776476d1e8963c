"""Sums agree: each total is what the units' figures add up to, and what its parts in the outline add up to."""

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.values import Draft, Sum
from tongket.synthesis.composing.wording import printed

DECIMALS = 4


def sums(draft: Draft) -> tuple[Finding, ...]:
    """A blocker where the units' figures do not add up to the total, advice where the named parts do not."""
    return tuple(_finding(each) for each in draft.sums if each.total != each.added)


def _finding(wrong: Sum) -> Finding:
    values = {"name": wrong.name, "total": printed(wrong.total, DECIMALS), "added": printed(wrong.added, DECIMALS)}
    if wrong.of_parts:
        return Finding(
            "parts_do_not_add_up",
            Level.APPROVAL,
            words("“{name}” là {total}, cộng các phần là {added}."),
            todo=words("Hỏi đơn vị ghi lệch, hoặc nói rõ trong báo cáo."),
            clause=wrong.clause or None,
            values=values,
        )
    return Finding(
        "total_does_not_add_up",
        Level.BLOCKER,
        words("“{name}” là {total}, cộng số của các đơn vị là {added}."),
        todo=words("Tính lại số liệu, rồi tổng hợp lại."),
        clause=wrong.clause or None,
        values=values,
    )
