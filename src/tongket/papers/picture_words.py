"""How many words stand on the large pictures of a paper, as tesseract reads them where it is installed."""

import io
import re
import warnings
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from tongket.papers.checks.text_in_picture import LEAST_MM2
from tongket.reading.document import Source
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript.values import Manuscript, Picture
from tongket.reading.refusals import Unreadable
from tongket.reading.scans import DOTS_PER_INCH, find_tesseract, read_pictures

# Grain and lines are read as single letters and signs; two letters in a row are a word.
_WORD = re.compile(r"[^\W\d_]{2,}")
# A paper of more large pictures than this is an album: the first ones tell.
_MOST_PICTURES = 20
_MOST_DOTS = 12_000_000
_MM_PER_INCH = 25.4
_FAULTS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def asks_for_reading(manuscript: Manuscript) -> bool:
    """Whether a machine here could say more of a paper's pictures than their shape does; it takes seconds."""
    is_worth_it = any(True for _ in _large(manuscript)) and not manuscript.is_recognised
    return is_worth_it and find_tesseract() is not None


def words_on_pictures(manuscript: Manuscript) -> dict[int, int]:
    """How many words a machine reads on each large picture, by its number; one that it cannot read is left out."""
    if not asks_for_reading(manuscript):
        return {}
    counts = {number: _counted(picture) for number, picture in _large(manuscript)}
    return {number: count for number, count in counts.items() if count is not None}


def _large(manuscript: Manuscript) -> Iterator[tuple[int, Picture]]:
    large = ((number, each) for number, each in enumerate(manuscript.pictures) if _is_large(each))
    yield from (pair for _place, pair in zip(range(_MOST_PICTURES), large, strict=False))


def _is_large(picture: Picture) -> bool:
    return picture.width_mm * picture.height_mm >= LEAST_MM2


def _counted(picture: Picture) -> int | None:
    drawn = _as_printed(picture)
    if drawn is None:
        return None
    try:
        lines = read_pictures([drawn], Source.PDF, DEFAULT).lines
    except Unreadable as refusal:
        return 0 if refusal.finding.code == "scan" else None
    return sum(len(_WORD.findall(line.text)) for line in lines)


def _as_printed(picture: Picture) -> bytes | None:
    """The picture in greys, as fine as a scan of the paper would be: letters are read best so; None if spoiled."""
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(picture.data), formats=("PNG", "JPEG")) as opened,
        ):
            across, down = opened.size
            wanted = picture.width_mm / _MM_PER_INCH * DOTS_PER_INCH / across
            scale = min(wanted, (_MOST_DOTS / (across * down)) ** 0.5)
            flat = opened.convert("L").resize((max(1, round(across * scale)), max(1, round(down * scale))))
    except _FAULTS:
        return None
    buffer = io.BytesIO()
    flat.save(buffer, "PPM")
    return buffer.getvalue()
