"""No degree or honour stands before a signer's name. Decree 30/2020/NĐ-CP, Annex I, part I, II.7b."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each signer whose name begins with one."""
    titles = "|".join(re.escape(title) for title in sorted(form.words("signer-title", "titles"), key=len, reverse=True))
    pattern = re.compile(rf"(?:{titles})(?:[.,]\s*|\s+)(?=\S)")
    names = [signing.name.text for signing in sight.foot.signings if signing.name]
    return tuple(
        form.finding(
            "signer-title",
            found=words("Trước họ tên người ký có “{title}”."),
            wanted=words("Chỉ ghi họ và tên."),
            where=words("Họ tên người ký."),
            todo=words("Bỏ học hàm, học vị, danh hiệu trước họ tên."),
            quote=name,
            title=title[0].strip(" ,"),
        )
        for name in names
        if (title := pattern.match(name))
    )
