"""Grounds on lines of their own end in a semicolon, the last in a full stop. Decree 30/2020/NĐ-CP, Annex I, II.6a."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_WHERE = words("Căn cứ ban hành.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for the last ground, and one for the others; an opening sentence that runs on has its colon."""
    if not sight.bases:
        return ()
    rule = form.layout["body"]["basis"]
    *others, last = sight.bases
    findings = []
    wrong = [line.text for line in others if not line.text.endswith(rule["ending"])]
    if wrong:
        findings.append(_finding("bases-joint", words("Mỗi căn cứ kết thúc bằng dấu chấm phẩy."), wrong[0], form))
    if not last.text.endswith((rule["last"], ":")):
        findings.append(_finding("bases-end", words("Căn cứ cuối cùng kết thúc bằng dấu chấm."), last.text, form))
    return tuple(findings)


def _finding(code: str, wanted: str, text: str, form: Form) -> Finding:
    return form.finding(
        code,
        found=words("Căn cứ kết thúc bằng “{sign}”."),
        wanted=wanted,
        where=_WHERE,
        todo=words("Sửa dấu cuối dòng căn cứ."),
        quote=text,
        sign=text[-1:],
    )
