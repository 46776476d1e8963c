"""What of a bundle answers what is asked here: by code and period, said where it does not. Pure."""

from dataclasses import replace

from tongket.core.findings import Finding, Level, words
from tongket.core.text import fold
from tongket.reviews.bundles.values import Summary
from tongket.reviews.rules import FigureState
from tongket.reviews.values import Cut, Figure, Filled, Indicator, Outline, Period


def matched(summary: Summary, outline: Outline) -> tuple[Filled, tuple[Cut, ...], tuple[Finding, ...]]:
    """The sender's report in this outline's codes, its statements, and what a person should know.

    A figure whose indicator is asked here under the same measure counts as the sender's; one of another measure is only
    proposed, one that is not asked here stays in the file. Periods meet by code, else by their days.
    """
    asked = {indicator.code: indicator for indicator in outline.indicators}
    periods = _periods(summary, outline)
    figures, findings = [], []
    for figure in summary.filled.figures:
        indicator, period = asked.get(figure.indicator), periods.get(figure.period)
        if indicator is None or period is None:
            findings.append(_not_asked(summary, figure))
        else:
            figures.append(_as_asked(summary, figure, indicator, period))
    findings += [_other_measure(figure) for figure in figures if figure.doubt]
    findings += _gaps(summary, asked, periods)
    questions = {question.code for question in outline.questions}
    answers = {code: text for code, text in summary.filled.answers.items() if code in questions}
    filled = replace(summary.filled, revision=None, answers=answers, figures=tuple(figures))
    cuts = tuple(cut if cut.question in questions else replace(cut, question="") for cut in summary.statements)
    return filled, cuts, tuple(findings)


def _periods(summary: Summary, outline: Outline) -> dict[str, str]:
    """By the sender's code the code of the same period here."""
    here = {period.code for period in outline.periods}
    by_days = {_days(period): period.code for period in outline.periods}
    return {
        period.code: period.code if period.code in here else by_days[_days(period)]
        for period in summary.periods
        if period.code in here or _days(period) in by_days
    }


def _days(period: Period) -> tuple[object, object]:
    return period.first_on, period.last_on


def _as_asked(summary: Summary, figure: Figure, indicator: Indicator, period: str) -> Figure:
    """The figure under this outline's period; proposed with a doubt where the sender counts in another measure."""
    theirs = summary.asked.get(figure.indicator)
    plain = replace(figure, period=period, quote="", doubt="", values={}, state=FigureState.CONFIRMED)
    if theirs is None or fold(theirs.measure) == fold(indicator.measure):
        return plain
    return replace(
        plain,
        state=FigureState.PROPOSED,
        doubt=words("Đơn vị tính theo “{theirs}”, ở đây hỏi theo “{ours}”."),
        values={"theirs": theirs.measure, "ours": indicator.measure, "indicator": indicator.name},
    )


def _other_measure(figure: Figure) -> Finding:
    return Finding(
        "other-measure",
        Level.APPROVAL,
        words("{indicator}: đơn vị tính theo “{theirs}”, ở đây hỏi theo “{ours}”."),
        todo=words("Đổi về một đơn vị tính rồi xác nhận con số."),
        values=dict(figure.values),
    )


def _not_asked(summary: Summary, figure: Figure) -> Finding:
    theirs = summary.asked.get(figure.indicator)
    return Finding(
        "not-asked",
        Level.ADVICE,
        words("“{indicator}” kỳ {period} không có trong đề cương ở đây."),
        todo=words("Số này còn trong tệp của đơn vị; thêm chỉ tiêu vào đề cương rồi nhận lại tệp nếu cần."),
        values={"indicator": theirs.name if theirs else figure.indicator, "period": figure.period},
    )


def _gaps(summary: Summary, asked: dict[str, Indicator], periods: dict[str, str]) -> list[Finding]:
    """The figures that the sender made while some of its own units were missing."""
    return [
        Finding(
            "made-of-some",
            Level.APPROVAL,
            words("{indicator}: tổng của {number}/{expected} đơn vị cấp dưới, còn thiếu {missing}."),
            todo=words("Hỏi đơn vị khi nào có đủ, hoặc nhận và ghi rõ trong báo cáo."),
            values={
                "indicator": asked[each.indicator].name,
                "number": each.number,
                "expected": each.expected,
                "missing": ", ".join(each.missing) or each.expected - each.number,
            },
        )
        for each in summary.coverage
        if each.number < each.expected and each.indicator in asked and each.period in periods
    ]
