"""Reads a unit's usual report against the outline: sections, figures with their sentences, models, answers. Pure."""

from collections.abc import Iterable

from tongket.core.findings import Finding, Level, words
from tongket.reading.manuscript.values import Manuscript
from tongket.reviews.cutting.kinds import kind_of
from tongket.reviews.reports.candidates import chosen
from tongket.reviews.reports.likeness import wanted_of
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.naming import named_in
from tongket.reviews.reports.proposing import proposed_in
from tongket.reviews.reports.sections import sections_of
from tongket.reviews.reports.tables import proposed_in_tables
from tongket.reviews.reports.values import Line, ReportRead, Section
from tongket.reviews.values import Outline

_NO_HEADING = Finding(
    "report-without-headings",
    Level.ADVICE,
    words("Không nhận ra đề mục nào trong báo cáo."),
    words("Nên có các đề mục như “Kết quả đạt được”, “Hạn chế”, “Bài học kinh nghiệm”, “Kiến nghị”."),
    todo=words("Chép từng phần vào ô trả lời tương ứng."),
)
_RECOGNISED = Finding(
    "report-recognised",
    Level.ADVICE,
    words("Báo cáo là bản chụp, chữ do máy nhận dạng."),
    todo=words("So từng số với bản gốc trước khi xác nhận."),
)


def read_report(manuscript: Manuscript, outline: Outline) -> ReportRead:
    """What the report says, as proposals for a person of the unit; whatever is not understood stays in the lines.

    Every figure is PROPOSED, in its indicator's measure, with the sentence or row it was read from and its place.
    """
    lines = lines_of(manuscript)
    sections = sections_of(lines, outline)
    wanted = wanted_of(outline)
    candidates = [
        each
        for section in sections
        for each in (*proposed_in_tables(section, wanted, outline), *proposed_in(section, wanted, outline))
    ]
    findings = [] if any(section.kinds for section in sections) else [_NO_HEADING]
    if manuscript.is_recognised:
        findings.append(_RECOGNISED)
    return ReportRead(
        sections,
        chosen(candidates),
        named_in(line for section in sections for line in section.lines),
        answers_of(sections),
        tuple(block.text for block in manuscript.blocks),
        tuple(findings),
    )


def answers_of(sections: Iterable[Section]) -> dict[str, str]:
    """The words of the report by the questions they answer, one line each with its mark, in the report's order."""
    answers: dict[str, list[str]] = {}
    for section, line in [(each, line) for each in sections for line in each.lines]:
        kind = kind_of(line.text, section.kinds)
        code = section.question_of(kind) if len(section.kinds) > 1 else section.question
        if code:
            answers.setdefault(code, []).append(_shown(line))
    return {code: "\n".join(said) for code, said in answers.items() if said}


def _shown(line: Line) -> str:
    return f"{line.mark} {line.text}" if line.mark else line.text
