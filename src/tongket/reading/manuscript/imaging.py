"""Makes one picture of a stranger fit for a manuscript: checked, of a kind that prints, no finer than paper shows."""

import io
import warnings

from PIL import Image, UnidentifiedImageError

_KEPT = {"PNG": "image/png", "JPEG": "image/jpeg"}
_OTHERS = ("TIFF", "BMP", "GIF", "WMF", "WEBP")
_MOST_DOTS = 60_000_000
# Smaller files are kept as they are, however fine they are.
_SMALL_BYTES = 400_000
_DOTS_PER_MM = 220 / 25.4
_MOST_WIDTH_MM = 180.0
_QUALITY = 85
# Some programs write a few bytes of their own behind the end.
_END_WITHIN = 4096
_SCREEN_DOTS_PER_MM = 96 / 25.4
# What a spoiled or hostile picture may raise; the library documents the first two.
_FAULTS = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    IndexError,
    KeyError,
    TypeError,
    EOFError,
    NotImplementedError,
    OverflowError,
    ZeroDivisionError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def prepared(data: bytes, width_mm: float) -> tuple[bytes, str, float, float] | None:
    """The picture's bytes and type, and the millimetres its own dots take; None where it cannot be shown.

    `width_mm` is how wide the paper shows it, 0 where that is not known.
    """
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(data), formats=(*_KEPT, *_OTHERS)) as picture,
        ):
            return _fit(picture, data, width_mm)
    except _FAULTS:
        return None


def _fit(picture: Image.Image, data: bytes, width_mm: float) -> tuple[bytes, str, float, float] | None:
    kind, (across, down) = picture.format or "", picture.size
    if across * down > _MOST_DOTS or not across or not down:
        return None
    own = _own_size(picture)
    most = round((width_mm or min(own[0], _MOST_WIDTH_MM)) * _DOTS_PER_MM)
    is_fine = len(data) > _SMALL_BYTES and across > most * 1.3 > 0
    if kind in _KEPT and not is_fine and picture.mode != "CMYK" and _is_whole(data, kind):
        _test(picture)
        return data, _KEPT[kind], *own
    if is_fine:
        picture.draft("RGB", (most, max(1, down * most // across)))
        picture.thumbnail((most, max(1, down * most // across)))
    content, content_type = _written(picture, as_photo=kind == "JPEG")
    return content, content_type, *own


def _is_whole(data: bytes, kind: str) -> bool:
    """Whether a PNG has its end, without which others do not show it; what a photograph lacks shows in decoding."""
    return kind != "PNG" or b"IEND" in data[-_END_WITHIN:]


def _test(picture: Image.Image) -> None:
    """Decodes the picture, a photograph at an eighth of its size, so that a spoiled one raises."""
    across, down = picture.size
    picture.draft(None, (max(1, across // 8), max(1, down // 8)))
    picture.load()


def _written(picture: Image.Image, *, as_photo: bool) -> tuple[bytes, str]:
    buffer = io.BytesIO()
    if as_photo:
        picture.convert("L" if picture.mode == "L" else "RGB").save(buffer, "JPEG", quality=_QUALITY)
        return buffer.getvalue(), _KEPT["JPEG"]
    mode = picture.mode if picture.mode in {"1", "L", "LA", "P", "RGB", "RGBA"} else "RGBA"
    picture.convert(mode).save(buffer, "PNG")
    return buffer.getvalue(), _KEPT["PNG"]


def _own_size(picture: Image.Image) -> tuple[float, float]:
    """Width and height in millimetres by the density that the file tells, by that of a screen where it tells none."""
    told = picture.info.get("dpi", (0, 0))
    density = told[0] / 25.4 if isinstance(told, tuple) and 30 <= float(told[0]) <= 2400 else _SCREEN_DOTS_PER_MM
    across, down = picture.size
    return round(float(across / density), 2), round(float(down / density), 2)
