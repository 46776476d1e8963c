"""Small type gains nothing: a paper is laid out anew in the size of the standard form.

Issue's dress tricks; Decree 30, Annex I, V.
"""

from collections import Counter

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import EVERYWHERE, Sight, letters_in, paragraphs_of
from tongket.reading.manuscript.values import Nature, Paragraph, Table

# Word keeps sizes in half points.
_SLACK = 0.4
# Below this a reader's eyes suffer; down to it the decree allows.
_DECREE_LEAST = 13.0
# Tables may be set two points smaller than the standard form sets them; captions and remarks are shorter than this.
_TABLE_SLACK = 1.4
_LEAST_LETTERS = 100
_PROSE = 60


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for the running text and one for the tables, where they are set smaller than the form sets them."""
    if sight.manuscript.nature not in {Nature.DOCX, Nature.PDF} or sight.manuscript.is_recognised:
        return ()
    prose = [(place, part) for place, part in sight.body if letters_in(part.pieces) >= _PROSE]
    found = [_finding(sight, _small(prose, sight.form.size_pt - _SLACK), sight.form.size_pt, in_tables=False)]
    within = enumerate(sight.manuscript.blocks[: sight.anatomy.foot])
    tables = [(place, block) for place, block in within if place >= sight.anatomy.body and isinstance(block, Table)]
    cells = [(place, part) for place, block in tables for part in paragraphs_of(block)]
    small = _small(cells, sight.form.table_pt - _TABLE_SLACK)
    found.append(_finding(sight, small, sight.form.table_pt, in_tables=True))
    return tuple(finding for finding in found if finding)


def _small(parts: list[tuple[int, Paragraph]], least: float) -> Counter[tuple[int, float]]:
    """How many letters are smaller than `least`, by block and size."""
    sizes: Counter[tuple[int, float]] = Counter()
    pieces = ((place, piece) for place, part in parts for piece in part.pieces)
    for place, piece in pieces:
        if 0 < piece.size_pt < least and not piece.raised and not piece.lowered:
            sizes[place, piece.size_pt] += letters_in([piece])
    return sizes


def _finding(sight: Sight, small: Counter[tuple[int, float]], wanted: float, *, in_tables: bool) -> Finding | None:
    if small.total() < _LEAST_LETTERS:
        return None
    block = min(place for place, _ in small)
    sizes = sorted({size for (_, size), letters in small.items() if letters})
    is_tiny = in_tables or sizes[0] < _DECREE_LEAST
    where = sight.where(block) if len({place for place, _ in small}) == 1 else EVERYWHERE
    return Finding(
        "small-type",
        Level.APPROVAL if is_tiny else Level.ADVICE,
        found=words("Bảng có chữ cỡ {sizes}.") if in_tables else words("Bài có chữ cỡ {sizes}."),
        wanted=words("Chữ cỡ {wanted}; bài đã được dàn lại theo cỡ này, thu nhỏ chữ không thêm chỗ."),
        where=where,
        todo=words("Đặt chữ cỡ {wanted}, cần thì bớt lời."),
        quote=" ".join(sight.manuscript.blocks[block].text.split()[:8]),
        values={**sight.values(block), "sizes": [round(float(size), 1) for size in sizes], "wanted": float(wanted)},
    )
