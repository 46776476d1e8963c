"""What the sums stand on is asked about first: figures that look wrong, and models that may be counted twice.

The page of figures shows every one of them; above a report stand the first, so that a province's do not hide it.
"""

from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.values import Draft

MOST_NAMED = 8


def doubted(draft: Draft) -> tuple[Finding, ...]:
    """An approval for the figures of units that do not fit, the first ones named, and for models that may be one."""
    return tuple(_found(draft))


def _found(draft: Draft) -> Iterator[Finding]:
    rest = draft.doubts[MOST_NAMED:]
    for doubt in draft.doubts[:MOST_NAMED]:
        yield Finding(
            "figure_doubted",
            Level.APPROVAL,
            words("Số của {unit} về “{indicator}” trông chưa đúng: {written}."),
            todo=words("Xem ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại."),
            values={"unit": doubt.unit, "indicator": doubt.indicator, "written": doubt.written},
        )
    if rest:
        yield Finding(
            "more_figures_doubted",
            Level.APPROVAL,
            words("Còn {number} số nữa trông chưa đúng, của {units} đơn vị."),
            todo=words("Xem đủ ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại."),
            values={"number": len(rest), "units": len({doubt.unit for doubt in rest})},
        )
    if draft.twins:
        yield Finding(
            "models_maybe_one",
            Level.APPROVAL,
            words("{number} cặp mô hình có thể là một, nay đang đếm hai lần."),
            todo=words("Mở sổ Mô hình: gộp lại, hoặc ghi là hai mô hình khác nhau."),
            values={"number": draft.twins},
        )
