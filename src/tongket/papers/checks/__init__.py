"""What a careful office would notice in a paper; one file for each rule, listed here in the order of asking."""

from collections.abc import Callable
from dataclasses import dataclass

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
    wrong_extension,
)
from tongket.papers.checks.sight import Sight
from tongket.reading.endings import promises
from tongket.reading.manuscript.values import Nature, Table

Check = Callable[[Sight], tuple[Finding, ...]]


def _always(sight: Sight) -> bool:  # noqa: ARG001 -- every condition is called alike
    return True


def _has_dress(sight: Sight) -> bool:
    return sight.manuscript.nature in {Nature.DOCX, Nature.PDF} and not sight.manuscript.is_recognised


def _is_docx(sight: Sight) -> bool:
    return sight.manuscript.nature is Nature.DOCX


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, its title as it stands among what passed, and when there is anything to ask."""

    name: str
    title: str
    check: Check
    applies: Callable[[Sight], bool] = _always


CHECKS: tuple[Rule, ...] = (
    Rule("pages", words("số trang"), pages.check, lambda sight: sight.limits.pages is not None),
    Rule("minutes", words("thời gian đọc"), minutes.check, lambda sight: sight.limits.minutes is not None),
    Rule(
        "pages-submitted",
        words("trang của tệp"),
        pages_submitted.check,
        lambda sight: sight.pages_submitted is not None,
    ),
    Rule("wrong-extension", words("đuôi tệp"), wrong_extension.check, lambda sight: promises(sight.file_name)),
    Rule("recognised", words("chữ gõ"), recognised.check),
    Rule("lost", words("đọc đủ tệp"), lost.check),
    Rule("small-type", words("cỡ chữ"), small_type.check, _has_dress),
    Rule("thin-margins", words("lề"), thin_margins.check, _has_dress),
    Rule("condensed", words("chữ không ép"), condensed.check, _is_docx),
    Rule("tight-lines", words("dãn dòng"), tight_lines.check, _is_docx),
    Rule("hidden-text", words("không có chữ ẩn"), hidden_text.check, _has_dress),
    Rule(
        "text-in-picture",
        words("không có chữ trong hình"),
        text_in_picture.check,
        lambda sight: bool(sight.manuscript.pictures),
    ),
    Rule("letters", words("chữ in được hết"), letters.check),
    Rule("title", words("tên bài"), title.check),
    Rule("unit", words("đúng đơn vị"), unit.check),
    Rule("topic", words("đúng chủ đề"), topic.check, lambda sight: bool(sight.assignment.topic)),
    Rule("closing", words("lời kết"), closing.check),
    Rule("copied", words("không chép"), copied.check, lambda sight: bool(sight.known.sources or sight.passages)),
    Rule("unit-names", words("tên đơn vị"), unit_names.check, lambda sight: bool(sight.known.units)),
    Rule("document-numbers", words("số văn bản"), document_numbers.check),
    Rule("dates", words("ngày tháng"), dates.check),
    Rule("separators", words("cách viết số"), separators.check),
    Rule("figures-disagree", words("số liệu khớp nhau"), figures_disagree.check),
    Rule(
        "review-figures",
        words("số liệu khớp báo cáo"),
        review_figures.check,
        lambda sight: sight.known.reported is not None,
    ),
    Rule(
        "table-sums",
        words("bảng cộng đúng"),
        table_sums.check,
        lambda sight: any(isinstance(block, Table) for block in sight.manuscript.blocks),
    ),
)
TITLES = {rule.name: rule.title for rule in CHECKS}


def run_checks(sight: Sight) -> tuple[Result, ...]:
    """Every check that has something to ask, with what it found, in the order above; one with no findings passed."""
    return tuple(Result(rule.name, rule.check(sight)) for rule in CHECKS if rule.applies(sight))


__all__ = ["CHECKS", "TITLES", "Rule", "Sight", "run_checks"]
