"""Thin margins gain nothing: a paper is laid out anew with the margins of the standard form.

Decree 30, Annex I, I.3.
"""

from tongket.core.figures import decimal
from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight
from tongket.reading.manuscript.values import Nature, Sheet

_SLACK_MM = 2.0
# Margins that only move the text about gain no room; a text that is so much larger does.
_GAIN = 1.03


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding that names the margins below those of the form, where the text gains room by them."""
    own, form = sight.manuscript.sheet, sight.form.sheet
    if sight.manuscript.nature not in {Nature.DOCX, Nature.PDF} or sight.manuscript.is_recognised:
        return ()
    pairs = tuple(zip(_sides(own), _sides(form), strict=True))
    is_thin = any(has < wanted - _SLACK_MM for has, wanted in pairs)
    if not is_thin or _text_area(own, form) <= _GAIN * _text_area(form, form):
        return ()
    return (
        Finding(
            "thin-margins",
            Level.ADVICE,
            found=words("Lề trên, dưới, trái, phải {own} mm, hẹp hơn thể thức."),
            wanted=words("Lề {margins} mm; bài đã được dàn lại theo lề này, lề hẹp không thêm chỗ."),
            where=EVERYWHERE,
            todo=words("Đặt lại lề, cần thì bớt lời."),
            values={
                "own": "–".join(decimal(has) for has, _ in pairs),
                "margins": "–".join(decimal(wanted) for _, wanted in pairs),
            },
        ),
    )


def _sides(sheet: Sheet) -> tuple[float, float, float, float]:
    return sheet.top_mm, sheet.bottom_mm, sheet.left_mm, sheet.right_mm


def _text_area(own: Sheet, form: Sheet) -> float:
    """The room of the text in mm², were the margins those of a sheet of the form's size."""
    width = form.width_mm - own.left_mm - own.right_mm
    return width * (form.height_mm - own.top_mm - own.bottom_mm)
