"""An award needs its form and its money before a decision is drafted. Law 06/2022/QH15 (emulation)."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.answers import Answer
from tongket.plans.checks.context import Context
from tongket.plans.plan import Clause, Plan

FORM = re.compile(
    r"giấy khen|bằng khen|biểu dương|cờ thi đua|kỷ niệm chương|danh hiệu|tuyên dương|giấy chứng nhận", re.IGNORECASE
)
MONEY = re.compile(r"tiền thưởng|mức thưởng|kèm theo tiền|\d[\d.]*\s*(?:đồng|đ)\b", re.IGNORECASE)


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each clause with a quota that names neither a form nor money, nor do its headings."""
    clauses = {award.clause for award in plan.facts.awards}
    cited = frozenset(each.lines[0] for each in plan.clauses)
    named = {clause for clause in clauses if _names_form_or_money(_around(plan, clause, cited))}
    quotas: dict[str | None, list[str]] = {}
    for award in plan.facts.awards if plan.is_plan else ():
        if award.clause not in named and not _names_form_or_money(award.text):
            quotas.setdefault(award.clause, []).append(award.text)
    return tuple(_finding(clause, "; ".join(texts)) for clause, texts in quotas.items())


def _finding(clause: str | None, text: str) -> Finding:
    return Finding(
        "award-without-form",
        Level.APPROVAL,
        found=words("{text}: kế hoạch nêu số lượng, chưa nêu hình thức khen, cấp khen, mức thưởng."),
        wanted=words("Hình thức khen trước khi dự thảo quyết định."),
        todo=words("Chọn hình thức; mức thưởng theo quy định tại ngày ký quyết định."),
        clause=clause,
        quote=text,
        values={
            "text": text,
            "answers": (
                Answer("undecided", words("Chưa quyết định")),
                Answer("certificate", words("Giấy khen")),
                Answer("praise", words("Biểu dương")),
            ),
        },
    )


def _names_form_or_money(text: str) -> bool:
    return bool(FORM.search(text) or MONEY.search(text))


def _around(plan: Plan, clause: str | None, cited: frozenset[int]) -> str:
    """The words of a clause, of the items below it, of the headings above it, and the lines leading to it."""
    if clause is None:
        return ""
    below = [f"{each.heading or ''} {each.text}" for each in plan.clauses if _is_at(each.clause, clause)]
    above = [each for each in plan.clauses if _is_at(clause, each.clause)]
    return " ".join([*below, *(each.heading or "" for each in above), *_leads(plan, above, cited)])


def _leads(plan: Plan, above: list[Clause], cited: frozenset[int]) -> list[str]:
    """The lines from the first of the clauses to the last that are no clause: "Chủ tịch tặng Bằng khen cho:"."""
    places = [each.lines[0] for each in above]
    between = range(min(places, default=0) + 1, max(places, default=0))
    return [plan.lines[at].text for at in between if at not in cited and at < len(plan.lines)]


def _is_at(clause: str, place: str) -> bool:
    """Whether `clause` is `place` or lies below it."""
    return clause == place or clause.startswith((f"{place}/", f"{place}."))
