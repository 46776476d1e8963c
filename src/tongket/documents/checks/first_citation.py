"""A document cited first has number and date; later its number is enough. Decree 30/2020/NĐ-CP, Annex I, II.6b."""

import re

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

_TYPES = (
    "Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Thông báo|Hướng dẫn|Chương trình|Công văn|Nghị định|Thông tư|Tờ trình|"
    "Kết luận|Báo cáo"
)
_CITED = re.compile(rf"\b(?:{_TYPES}) (?:số )?(?P<number>\d+[^\s,;.()]*[/-][^\s,;.()]*[A-ZĐ])")
_DATED = re.compile(r"^[^.;]{0,80}?(?:ngày )?\d{1,2}\s*(?:/|tháng)|^[^.;]{0,80}?ngày")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """One finding for the first number that is cited without its date and was not cited with it before."""
    seen: set[str] = {match["number"] for line in sight.title.lines for match in _CITED.finditer(line.text)}
    for paragraph in sight.body:
        text = " ".join(paragraph.text.split())
        for found in _CITED.finditer(text):
            is_new = found["number"] not in seen
            seen.add(found["number"])
            if is_new and not _DATED.match(text[found.end() :]):
                return (
                    form.finding(
                        "first-citation",
                        found=words("Viện dẫn “{cited}” lần đầu mà không ghi ngày ban hành."),
                        wanted=words("Lần đầu ghi tên loại, số, ngày ban hành, cơ quan ban hành và trích yếu."),
                        todo=words("Thêm ngày ban hành của văn bản được viện dẫn."),
                        quote=text[max(0, found.start() - 20) : found.end() + 60],
                        cited=found[0],
                    ),
                )
    return ()
