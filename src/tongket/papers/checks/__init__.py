"""What a careful office would notice in a paper; one file for each rule, listed here in the order of asking, with its title."""

from collections.abc import Callable

from tongket.core.findings import Finding, Result, words
from tongket.papers.checks import (
    closing,
    condensed,
    copied,
    dates,
    document_numbers,
    figures_disagree,
    hidden_text,
    letters,
    lost,
    minutes,
    pages,
    pages_submitted,
    recognised,
    review_figures,
    separators,
    small_type,
    table_sums,
    text_in_picture,
    thin_margins,
    tight_lines,
    title,
    topic,
    unit,
    unit_names,
)
from tongket.papers.checks.sight import Sight

Check = Callable[[Sight], tuple[Finding, ...]]
CHECKS: tuple[tuple[str, str, Check], ...] = (
    ("pages", words("số trang"), pages.check),
    ("minutes", words("thời gian đọc"), minutes.check),
    ("pages-submitted", words("trang của tệp"), pages_submitted.check),
    ("recognised", words("chữ gõ"), recognised.check),
    ("lost", words("đọc đủ tệp"), lost.check),
    ("small-type", words("cỡ chữ"), small_type.check),
    ("thin-margins", words("lề"), thin_margins.check),
    ("condensed", words("chữ không ép"), condensed.check),
    ("tight-lines", words("dãn dòng"), tight_lines.check),
    ("hidden-text", words("không có chữ ẩn"), hidden_text.check),
    ("text-in-picture", words("không có chữ trong hình"), text_in_picture.check),
    ("letters", words("chữ in được hết"), letters.check),
    ("title", words("tên bài"), title.check),
    ("unit", words("đúng đơn vị"), unit.check),
    ("topic", words("đúng chủ đề"), topic.check),
    ("closing", words("lời kết"), closing.check),
    ("copied", words("không chép"), copied.check),
    ("unit-names", words("tên đơn vị"), unit_names.check),
    ("document-numbers", words("số văn bản"), document_numbers.check),
    ("dates", words("ngày tháng"), dates.check),
    ("separators", words("cách viết số"), separators.check),
    ("figures-disagree", words("số liệu khớp nhau"), figures_disagree.check),
    ("review-figures", words("số liệu khớp báo cáo"), review_figures.check),
    ("table-sums", words("bảng cộng đúng"), table_sums.check),
)
TITLES = {name: title for name, title, _ in CHECKS}


def run_checks(sight: Sight) -> tuple[Result, ...]:
    """Every check with what it found, in the order above; one with no findings passed."""
    return tuple(Result(name, check(sight)) for name, _, check in CHECKS)


__all__ = ["CHECKS", "TITLES", "Sight", "run_checks"]
