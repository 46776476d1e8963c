"""Parts and points are numbered one after the other. Decree 30/2020/NĐ-CP, Annex I, part I, II.6c and đ."""

import re
from collections import defaultdict
from itertools import pairwise

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context
from tongket.plans.plan import Clause, Plan

ROMAN = {"I": 1, "V": 5, "X": 10}


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each number that stands twice under one heading, and for each that skips one."""
    rows: dict[tuple[str | None, str], list[Clause]] = defaultdict(list)
    for clause in plan.clauses:
        if family(clause.label):
            rows[clause.parent, family(clause.label)].append(clause)
    pairs = (pair for row in rows.values() for pair in pairwise(row))
    return tuple(_finding(first, second) for first, second in pairs if _is_wrong(first, second))


def family(label: str) -> str:
    """How a label counts: in Roman figures, in Arabic ones, or not at all (letters, bullets)."""
    if re.fullmatch(r"[IVX]+", label):
        return "roman"
    return "arabic" if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*", label) else ""


def value(label: str) -> int:
    """The number that a label stands for: 4 for `IV`, 3 for `2.3`."""
    if family(label) == "arabic":
        return int(label.split(".")[-1])
    figures = [ROMAN[letter] for letter in label]
    return sum(-one if one < after else one for one, after in pairwise([*figures, 0]))


def _is_wrong(first: Clause, second: Clause) -> bool:
    """A list that begins again at 1 is another list, and one that goes back is a matter of layout."""
    step = value(second.label) - value(first.label)
    return step > 1 or (step == 0 and first.heading is not None and second.heading is not None)


def _finding(first: Clause, second: Clause) -> Finding:
    is_twice = value(first.label) == value(second.label)
    return Finding(
        "numbering-order",
        Level.ADVICE,
        found=words("Hai mục cùng mang số {second}.") if is_twice else words("Sau mục {first} là mục {second}."),
        wanted=words("Các mục đánh số liên tục, để viện dẫn đúng mục."),
        todo=words("Sửa số mục trong văn bản; phần việc vẫn dẫn đúng chữ đã in."),
        clause=second.clause,
        quote=second.heading or second.text[:80],
        values={"first": first.label, "second": second.label},
    )
