"""All papers at their full time must fit the half day beside opening, report, discussion, awards and closing. Habit."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Plan

# Nobody speaks longer; such a figure was read for another one.
LONGEST = 60


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:
    """One finding where the papers need more minutes than the half day leaves."""
    papers, limits = plan.facts.papers, plan.facts.paper_limits
    if not papers or limits is None or limits.minutes is None or limits.minutes > LONGEST:
        return ()
    need, left = len(papers) * limits.minutes, context.half_day.for_papers()
    if need <= left:
        return ()
    return (
        Finding(
            "papers-do-not-fit",
            Level.APPROVAL,
            found=words(
                "{papers} tham luận, mỗi bài {minutes} phút, cần {need} phút; một buổi còn {left} phút cho tham luận."
            ),
            wanted=words("Tham luận vừa trong một buổi họp."),
            todo=words("Bớt bài trình bày, rút phút mỗi bài, hoặc họp cả ngày."),
            clause=papers[0].clause,
            values={"papers": len(papers), "minutes": limits.minutes, "need": need, "left": left},
        ),
    )
