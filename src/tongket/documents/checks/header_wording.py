"""National name and motto are written letter by letter as the law has them. Decree 30/2020/NĐ-CP, Annex I, II.1."""

from tongket.core.findings import Finding, words
from tongket.core.text import clean, fold_tones
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each that differs; where a tone stands (HÒA, HOÀ) makes no difference, nor do capitals above."""
    nation, motto = sight.header.nation, sight.header.motto
    findings = []
    name = form.dress("header", "nation").text
    if nation and fold_tones(nation.text) != fold_tones(name):
        findings.append(_finding("nation-wording", words("Quốc hiệu."), nation.text, name, form))
    wanted = form.dress("header", "motto").text
    if motto and wanted and clean(motto.text) != wanted:
        findings.append(_finding("motto-wording", words("Tiêu ngữ."), motto.text, wanted, form))
    return tuple(findings)


def _finding(code: str, where: str, text: str, right: str, form: Form) -> Finding:
    return form.finding(
        code,
        found=words("Ghi “{text}”."),
        wanted=words("Ghi “{right}”."),
        where=where,
        todo=words("Sửa cho đúng từng chữ, dấu và gạch nối."),
        quote=text,
        text=text,
        right=right,
    )
