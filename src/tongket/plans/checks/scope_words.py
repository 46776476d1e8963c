"""A plan of one level should not speak of the level above, as when its text is copied down. Habit."""

import re

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.answers import Answer
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.plan import Plan

LEVELS = (
    ("tỉnh", re.compile(r"\btỉnh\b", re.IGNORECASE)),
    ("thành phố", re.compile(r"\b(?:thành phố|tp)\b", re.IGNORECASE)),
    ("huyện", re.compile(r"\b(?:huyện|quận|thị xã)\b", re.IGNORECASE)),
    ("xã", re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)),
)
SCOPE = re.compile(
    r"\b(toàn|trên địa bàn|trong toàn|trong) (tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b", re.IGNORECASE
)
RANK = {"tỉnh": 0, "thành phố": 1, "huyện": 1, "quận": 1, "thị xã": 1, "xã": 2, "phường": 2}


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each clause that names a scope above the issuer's own level."""
    own = issuer_level(plan)
    if own is None:
        return ()
    found = []
    for clause, text in clauses_with_text(plan):
        wide = [match for match in SCOPE.finditer(text) if RANK[match.group(2).lower()] < RANK[own]]
        if wide:
            found.append(_finding(clause.clause, [match.group(0) for match in wide], own))
    return tuple(found)


def issuer_level(plan: Plan) -> str | None:
    """The place kind in the issuer's name, the last one named; None where it names none."""
    issuer = plan.facts.issuer or ""
    named = [(match.start(), kind) for kind, pattern in LEVELS for match in pattern.finditer(issuer)]
    return max(named)[1] if named else None


def _finding(clause: str, quotes: list[str], own: str) -> Finding:
    said = "”, “".join(dict.fromkeys(quotes))
    return Finding(
        "scope-words",
        Level.ADVICE,
        found=words("Kế hoạch là của {own}, nhưng mục này ghi “{said}”."),
        wanted=words("Phạm vi đúng cấp của cơ quan ban hành."),
        todo=words("Chọn chữ sẽ dùng trong công văn gửi đơn vị."),
        clause=clause,
        quote=quotes[0],
        values={
            "own": own,
            "said": said,
            "answers": (
                Answer("own-scope", words("Ghi “toàn {own}” trong công văn gửi đơn vị"), {"own": own}),
                Answer("as-printed", words("Giữ nguyên chữ của kế hoạch")),
            ),
        },
    )
