"""A plan does not rest on a document that was replaced. Decree 30/2020/NĐ-CP, Annex I, II.6a; list: `dated.toml`."""

from tongket.core.dates import plain_day
from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, clauses_with_text
from tongket.plans.dated import Superseded, superseded
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding for each replaced document that is cited; approval where the source of that is the text itself."""
    issued_on = plan.facts.issued_on
    if issued_on is None:
        return ()
    places: list[tuple[str | None, str]] = [(None, basis.text) for basis in plan.facts.based_on]
    places += [(clause.clause, text) for clause, text in clauses_with_text(plan)]
    cited = ((old, _first(old, places)) for old in superseded() if old.on <= issued_on)
    return tuple(_finding(old, *place) for old, place in cited if place is not None)


def _first(old: Superseded, places: list[tuple[str | None, str]]) -> tuple[str | None, str] | None:
    """The first place that cites `old` and not its replacement beside it, with the words themselves."""
    for clause, text in places:
        found = old.cited.search(text.lower())
        if found:
            return clause, text[found.start() : found.end()]
    return None


def _finding(old: Superseded, clause: str | None, quote: str) -> Finding:
    return Finding(
        "basis-superseded",
        Level.APPROVAL if old.certain else Level.ADVICE,
        found=words("Kế hoạch viện dẫn {name}, đã được thay từ ngày {day}.")
        if old.certain
        else words("Kế hoạch viện dẫn {name}, có thể đã được thay từ ngày {day}."),
        wanted=words("Văn bản còn hiệu lực vào ngày ban hành kế hoạch: {by}."),
        todo=words("Kiểm tra hiệu lực, rồi sửa căn cứ trước khi dự thảo quyết định. Nguồn: {source}."),
        clause=clause,
        quote=quote,
        values={"name": old.name, "day": plain_day(old.on), "by": old.by, "source": old.source},
    )
