"""Recipients stand under “Nơi nhận:”, each with a dash and a semicolon. Decree 30/2020/NĐ-CP, Annex I, II.9b."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.recipient_lines import is_dashed, recipient_items
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for the head, for the dashes and for the ends; the end of the last is the archive's."""
    head = sight.foot.recipients_head
    if head is None:
        return ()
    items = recipient_items(sight.foot)
    word = form.dress("foot", "recipients_head").text
    said = (
        []
        if head.text == word
        else [("recipients-head-wording", words("Ghi “Nơi nhận:”, có dấu hai chấm."), head.text)]
    )
    bare = [item for item in items if not is_dashed(item)]
    if bare:
        said.append(("recipients-marks", words("Đầu mỗi dòng nơi nhận có gạch ngang."), bare[0]))
    endless = [item for item in items[:-1] if not item.endswith(";")]
    if endless:
        said.append(("recipients-end", words("Cuối mỗi dòng nơi nhận có dấu chấm phẩy."), endless[0]))
    return tuple(
        form.finding(
            code,
            found=words("Ghi “{text}”."),
            wanted=wanted,
            where=words("Nơi nhận."),
            todo=words("Sửa danh sách nơi nhận."),
            quote=text,
            text=text,
        )
        for code, wanted, text in said
    )
