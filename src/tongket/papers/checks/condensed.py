"""Condensed letters gain nothing: a paper is laid out anew in letters of full width. Issue's dress tricks."""

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight, letters_in, paragraphs_of, short
from tongket.reading.manuscript.values import Nature, Piece

# A tenth of a point and two hundredths of a letter's width are nothing an eye sees.
_LEAST_GAP_PT = -0.1
_LEAST_WIDTH = 0.98
# Programs that set justified lines narrow letters by as much as this in a PDF, and no eye sees it.
_LEAST_WIDTH_IN_PDF = 0.95
# A line or two drawn together to stay on one line is good typesetting.
_LEAST_LETTERS = 200

_LEAST_WIDTHS = {Nature.DOCX: _LEAST_WIDTH, Nature.PDF: _LEAST_WIDTH_IN_PDF}


def check(sight: Sight) -> tuple[Finding, ...]:
    """One finding where more than some lines are drawn together."""
    if sight.manuscript.nature not in _LEAST_WIDTHS:
        return ()
    least = _LEAST_WIDTHS[sight.manuscript.nature]
    within = enumerate(sight.manuscript.blocks[: sight.anatomy.foot])
    parts = [(place, part) for place, block in within if place >= sight.anatomy.body for part in paragraphs_of(block)]
    tight = [(place, piece) for place, part in parts for piece in part.pieces if _is_condensed(piece, least)]
    if letters_in([piece for _, piece in tight]) < _LEAST_LETTERS:
        return ()
    block = tight[0][0]
    gap, width = min(piece.letter_gap_pt for _, piece in tight), min(piece.width for _, piece in tight)
    is_narrow = width < least
    return (
        Finding(
            "condensed",
            Level.ADVICE,
            found=words("Chữ bị bóp hẹp còn {width}% bề ngang.")
            if is_narrow
            else words("Chữ bị ép sát nhau {gap} pt."),
            wanted=words("Chữ giãn bình thường; bài đã được dàn lại như thế, ép chữ không thêm chỗ."),
            where=EVERYWHERE,
            todo=words("Bỏ ép chữ trong phần định dạng chữ, cần thì bớt lời."),
            quote=short(tight[0][1].text),
            values={**sight.values(block), "gap": float(abs(gap)), "width": round(width * 100)},
        ),
    )


def _is_condensed(piece: Piece, least: float) -> bool:
    return piece.letter_gap_pt < _LEAST_GAP_PT or piece.width < least
