"""The text ends with “./.”. Decree 30/2020/NĐ-CP, Annex I, part I, II.6."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding where the last paragraph lacks it; a text that ends in a table has no place for it."""
    worded = [paragraph for paragraph in sight.body if paragraph.text.strip()]
    if not worded or worded[-1].cell is not None:
        return ()
    mark = str(form.layout["body"]["closing"]["text"])
    last = " ".join(worded[-1].text.split())
    if last.endswith(mark):
        return ()
    return (
        form.finding(
            "closing-mark",
            found=words("Nội dung không kết thúc bằng “{mark}”."),
            wanted=words("Hết nội dung có dấu “{mark}”."),
            todo=words("Thêm dấu này sau câu cuối."),
            quote=last[-120:],
            mark=mark,
        ),
    )
