"""Whether some sentence of a plan says by when a thing is due, dated or not ("trước hội nghị 03 ngày")."""

import re

from tongket.plans.checks.context import clauses_with_text
from tongket.plans.plan import Plan

SENTENCE = re.compile(r"[.;!?]\s+|\s+\(")
DUE = re.compile(r"trước (?:ngày|hội nghị|khi|\d)|chậm nhất|muộn nhất|hạn (?:chót|cuối|gửi|nộp)|(?:đến|tới)? ?hết ngày")


def by_when(plan: Plan, thing: re.Pattern[str]) -> bool:
    """Whether a deadline is for `thing`, or a sentence names both `thing` and a day or an event it must precede."""
    if any(thing.search(deadline.what.lower()) for deadline in plan.facts.deadlines):
        return True
    sentences = (part for _, text in clauses_with_text(plan) for part in SENTENCE.split(text.lower()))
    return any(thing.search(sentence) and DUE.search(sentence) for sentence in sentences)
