"""Lines set closer than single spacing gain nothing: a paper is laid out anew.

Decree 30, Annex I, II.6đ allows single at least.
"""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight, letters_in, short
from tongket.reading.manuscript.values import Nature, Paragraph

# A line of Times takes so much of its type's size at single spacing.
_SINGLE = 1.15
_SLACK = 0.96
_SHARE = 0.2
_PROSE = 60


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where a fifth of the text stands in lines closer than single."""
    if sight.manuscript.nature is not Nature.DOCX:
        return ()
    prose = [(place, part, letters_in(part.pieces)) for place, part in sight.body]
    prose = [row for row in prose if row[2] >= _PROSE]
    tight = [(place, part, letters) for place, part, letters in prose if _of_single(part) < _SLACK]
    if not tight or sum(row[2] for row in tight) < _SHARE * sum(row[2] for row in prose):
        return ()
    block, part, _ = tight[0]
    exact = part.spacing.exact_pt
    return (
        Finding(
            "tight-lines",
            Level.ADVICE,
            found=words("Dòng đặt cứng {exact} pt, sát hơn dòng đơn.")
            if exact is not None
            else words("Dòng dãn {lines}, sát hơn dòng đơn."),
            wanted=words("Dãn dòng từ đơn trở lên; bài đã được dàn lại như thế, ép dòng không thêm chỗ."),
            where=EVERYWHERE,
            todo=words("Đặt dãn dòng {form}, cần thì bớt lời."),
            quote=short(part.text),
            values={
                **sight.values(block),
                "exact": round(float(exact or 0), 1),
                "lines": float(part.spacing.lines),
                "form": float(sight.form.lines),
            },
        ),
    )


def _of_single(part: Paragraph) -> float:
    """The height of a line as a share of single spacing in the paragraph's own type."""
    if part.spacing.exact_pt is None:
        return part.spacing.lines
    size = max((piece.size_pt for piece in part.pieces if piece.text.strip()), default=14.0)
    return part.spacing.exact_pt / (_SINGLE * size)
