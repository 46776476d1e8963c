"""One unit should not be given two papers, nor be called by two names in one plan. Habit."""

from collections import defaultdict

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, owing_names
from tongket.plans.checks.reaching import key
from tongket.plans.plan import Plan
from tongket.units.names import Named


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """A finding for each unit with two papers and for each that is named in two ways."""
    return (*_two_papers(plan), *_two_names(plan))


def _two_papers(plan: Plan) -> list[Finding]:
    seen: dict[Named, str | None] = {}
    found = []
    for paper in plan.facts.papers:
        unit = key(paper.unit)
        if unit in seen:
            found.append(
                Finding(
                    "unit-twice",
                    Level.APPROVAL,
                    found=words("{unit} được giao hai tham luận, ở {first} và {second}."),
                    wanted=words("Mỗi đơn vị một bài."),
                    todo=words("Hỏi người soạn xem bài nào đúng, rồi bỏ một bài."),
                    clause=paper.clause,
                    quote=paper.unit,
                    values={"unit": paper.unit, "first": seen[unit] or "", "second": paper.clause or ""},
                )
            )
        seen.setdefault(unit, paper.clause)
    return found


def _two_names(plan: Plan) -> list[Finding]:
    names: dict[Named, dict[str, str | None]] = defaultdict(dict)
    for name, clause in owing_names(plan.facts):
        names[key(name)].setdefault(name, clause)
    return [
        Finding(
            "unit-named-twice",
            Level.ADVICE,
            found=words("Một đơn vị được gọi hai cách: “{first}” và “{second}”."),
            wanted=words("Một tên cho một đơn vị trong cả văn bản."),
            todo=words("Công văn gửi đi sẽ dùng tên trong danh bạ."),
            clause=clause,
            quote=other,
            values={"first": next(iter(ways)), "second": other},
        )
        for ways in names.values()
        for other, clause in list(ways.items())[1:]
    ]
