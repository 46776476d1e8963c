"""Page numbers stand in the middle of the top margin, hidden on page 1. Decree 30/2020/NĐ-CP, Annex I, part I, I.7."""

from collections.abc import Iterator

from tongket.core.findings import Finding, words
from tongket.documents.checks.dressing import SIZE_SLACK
from tongket.documents.checks.rule_values import Form, spoken
from tongket.documents.render.values import Align
from tongket.documents.seen.components import Sight
from tongket.documents.seen.values import PageNumber

# Signs that no first page holds, however narrow the text: a page of 13 pt type has about 3,250 (FIELD.md's measure).
_SURELY_TWO_PAGES = 3600
_TODO = words("Chèn số trang vào đầu trang, căn giữa, chọn không hiện ở trang đầu.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """Findings about the first section; a document that may be one page needs no number."""
    first = sight.document.sections[0]
    number = first.number
    if number is None:
        return _missing(sight, form)
    findings = list(_placed(number, form))
    if first.shows_on_first:
        findings.append(
            form.finding(
                "page-number-first",
                found=words("Số trang hiện ở trang thứ nhất."),
                wanted=words("Không hiện số trang ở trang thứ nhất."),
                todo=words("Chọn “Trang đầu khác” cho đầu trang."),
            )
        )
    return tuple(findings)


def _missing(sight: Sight, form: Form) -> tuple[Finding, ...]:
    signs = sum(len(paragraph.text) for paragraph in sight.document.paragraphs if paragraph.section == 0)
    if signs <= _SURELY_TWO_PAGES:
        return ()
    return (
        form.finding(
            "page-number-missing",
            found=words("Văn bản nhiều trang không có số trang."),
            wanted=words("Số trang ở giữa lề trên, từ trang thứ hai."),
            todo=_TODO,
        ),
    )


def _placed(number: PageNumber, form: Form) -> Iterator[Finding]:
    allowed = form.range("page", "number_pt")
    if not number.in_header or number.align is not Align.CENTER:
        yield form.finding(
            "page-number-place",
            found=words("Số trang đặt ở đầu trang nhưng không căn giữa.")
            if number.in_header
            else words("Số trang đặt ở chân trang."),
            wanted=words("Số trang ở giữa lề trên."),
            todo=_TODO,
        )
    if not allowed.holds(number.size_pt, SIZE_SLACK):
        yield form.finding(
            "page-number-size",
            found=words("Số trang cỡ {size}."),
            wanted=words("Cỡ chữ {sizes}."),
            todo=words("Sửa cỡ chữ của số trang."),
            source=allowed.source,
            size=spoken(number.size_pt),
            sizes=str(allowed),
        )
