"""The table that carries the header shows no borders. Decree 30/2020/NĐ-CP, Annex I, part I, IV (the scheme)."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding where national name or number stand in a table with visible borders."""
    lines = [line for line in (sight.header.nation, sight.header.number) if line]
    tables = {line.paragraph.cell.table for line in lines if line.paragraph.cell}
    if not tables & sight.document.ruled_tables:
        return ()
    return (
        form.finding(
            "header-borders",
            found=words("Bảng chứa phần đầu văn bản hiện đường viền."),
            wanted=words("Phần đầu văn bản không có khung."),
            todo=words("Bỏ đường viền của bảng này."),
            quote=lines[0].text,
        ),
    )
