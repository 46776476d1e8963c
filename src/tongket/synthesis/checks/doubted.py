"""What the sums stand on is asked about first: figures that look wrong, and models that may be counted twice."""

from collections.abc import Iterator

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.values import Draft


def doubted(draft: Draft) -> tuple[Finding, ...]:
    """An approval for each figure of a unit that does not fit, and for pairs of models that may be one."""
    return tuple(_found(draft))


def _found(draft: Draft) -> Iterator[Finding]:
    for doubt in draft.doubts:
        yield Finding(
            "figure_doubted",
            Level.APPROVAL,
            words("Số của {unit} về “{indicator}” trông chưa đúng: {written}."),
            todo=words("Xem ở phần Số liệu, hỏi đơn vị rồi tổng hợp lại."),
            values={"unit": doubt.unit, "indicator": doubt.indicator, "written": doubt.written},
        )
    if draft.twins:
        yield Finding(
            "models_maybe_one",
            Level.APPROVAL,
            words("{number} cặp mô hình có thể là một, nay đang đếm hai lần."),
            todo=words("Mở sổ Mô hình: gộp lại, hoặc ghi là hai mô hình khác nhau."),
            values={"number": draft.twins},
        )
