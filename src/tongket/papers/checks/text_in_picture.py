"""Text in a picture is not counted, not read aloud and not found: it should be typed. Issue's dress tricks."""

import io
import warnings
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from tongket.core.findings import Finding, Level, words
from tongket.papers.checks.sight import Sight, paragraphs_of
from tongket.reading.manuscript.values import Picture

# Smaller pictures hold a stamp or a caption, not sentences.
LEAST_MM2 = 4_000.0
_LEAST_WORDS = 20
# A page of print, made small: mostly ground, some ink, and every row that has ink goes from one to the other often.
_ACROSS = 320
_GROUND, _INK_LEAST, _INK_MOST, _CHANGES = 0.45, 0.02, 0.40, 14
_INK_DEPTH = 60
_FAULTS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each large picture that looks like print, or on which a machine read many words."""
    if sight.manuscript.is_recognised:
        return ()
    found = []
    for block, number in _shown(sight):
        picture = sight.manuscript.pictures[number]
        count = sight.words_on_pictures.get(number)
        if picture.width_mm * picture.height_mm >= LEAST_MM2 and _carries_text(picture, count):
            found.append(_finding(sight, block, count))
    return tuple(found)


def _carries_text(picture: Picture, count: int | None) -> bool:
    return looks_printed(picture.data) if count is None else count >= _LEAST_WORDS


def _finding(sight: Sight, block: int, count: int | None) -> Finding:
    return Finding(
        "text-in-picture",
        Level.APPROVAL,
        found=words("Hình có thể chứa chữ.") if count is None else words("Hình chứa khoảng {count} chữ."),
        wanted=words("Chữ được gõ; chữ trong hình không tính vào số trang, thời gian đọc, và không tìm được."),
        where=sight.where(block),
        todo=words("Gõ lại phần chữ, chỉ giữ hình khi hình nói điều mà chữ không nói được."),
        values={**sight.values(block), "count": count or 0},
    )


def _shown(sight: Sight) -> Iterator[tuple[int, int]]:
    """Every picture that is shown, with its block."""
    blocks = enumerate(sight.manuscript.blocks)
    pieces = ((place, piece) for place, block in blocks for part in paragraphs_of(block) for piece in part.pieces)
    for place, piece in pieces:
        if piece.picture is not None and not piece.is_hidden and piece.picture < len(sight.manuscript.pictures):
            yield place, piece.picture


def looks_printed(data: bytes) -> bool:
    """Whether a picture is light ground with rows of ink, as print is and no photograph; False where it is broken."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            picture.draft("L", (_ACROSS, _ACROSS))
            across, down = picture.size
            flat = _on_white(picture).resize((_ACROSS, max(1, min(4 * _ACROSS, _ACROSS * down // across))))
    except _FAULTS:
        return False
    return _is_print(flat)


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in greys, what is clear in it white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(ground, clear).convert("L")
    return picture.convert("L")


def _is_print(picture: Image.Image) -> bool:
    histogram, dots = picture.histogram(), picture.width * picture.height
    ground = max(range(256), key=histogram.__getitem__)
    light = sum(histogram[max(0, ground - 25) : ground + 26]) / dots
    ink = sum(histogram[: max(0, ground - _INK_DEPTH)]) / dots
    if light < _GROUND or not _INK_LEAST <= ink <= _INK_MOST:
        return False
    inked = picture.point([int(grey < ground - _INK_DEPTH) for grey in range(256)]).tobytes()
    rows = [inked[at : at + picture.width] for at in range(0, dots, picture.width)]
    changes = [sum(row[at] != row[at - 1] for at in range(1, len(row))) for row in rows if any(row)]
    return bool(changes) and sum(changes) / len(changes) >= _CHANGES
