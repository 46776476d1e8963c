"""The last of the bases, each on its own line, ends with a full stop. Decree 30/2020/NĐ-CP, Annex I, II.6a."""

from tongket.core.findings import Finding, Level, words
from tongket.plans.checks.context import Context, is_party_form
from tongket.plans.plan import Plan


def check(plan: Plan, context: Context) -> tuple[Finding, ...]:  # noqa: ARG001 -- every check is called alike
    """One finding where the line of the last basis ends with a comma or a semicolon."""
    line = _last_line(plan)
    if is_party_form(plan) or not line.endswith((",", ";")):
        return ()
    return (
        Finding(
            "basis-end",
            Level.ADVICE,
            found=words("Dòng căn cứ cuối cùng kết thúc bằng dấu “{sign}”."),
            wanted=words("Các căn cứ cách nhau bằng dấu chấm phẩy, căn cứ cuối cùng kết thúc bằng dấu chấm."),
            todo=words("Sửa dấu trong văn bản trước khi ký."),
            quote=line[-60:],
            values={"sign": line[-1]},
        ),
    )


def _last_line(plan: Plan) -> str:
    """The line of the last basis, which ends otherwise where the issuer's own sentence runs on in it."""
    last = plan.evidence.get(f"based_on/{len(plan.facts.based_on) - 1}")
    return plan.lines[last.spans[-1].line].text.rstrip() if last and last.spans else ""
