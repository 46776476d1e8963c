"""Name of type and subject stand in the middle of the line. Decree 30/2020/NĐ-CP, Annex I, part I, II.5a."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for the type name, and one for the subject, set at the side."""
    title = sight.title
    parts = (
        ("type-name-centred", words("Tên loại."), (title.type_name,)),
        ("subject-centred", words("Trích yếu."), title.subject),
    )
    return tuple(
        form.finding(
            code,
            found=words("Dòng không căn giữa."),
            wanted=words("Đặt ở giữa trang."),
            where=where,
            todo=words("Căn giữa dòng này."),
            quote=line.text,
        )
        for code, where, lines in parts
        for line in lines[:1]
        if line and not line.is_centred
    )
