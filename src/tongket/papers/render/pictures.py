"""Pictures of authors as typst can take them from memory, and the size they are shown at."""

import base64

from tongket.reading.manuscript.values import Picture

_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
# Not all of a page's height: a line must have room for it.
_MOST_OF_PAGE = 0.94


def shown_mm(picture: Picture, room_mm: float, text_mm: float) -> tuple[float, float]:
    """Width and height: its own, scaled down to `room_mm` and to what a page of `text_mm` takes."""
    width, height = max(picture.width_mm, 1.0), max(picture.height_mm, 1.0)
    scale = min(1.0, room_mm / width, _MOST_OF_PAGE * text_mm / height)
    return width * scale, height * scale


def kind_of(picture: Picture) -> str | None:
    """`image/png` or `image/jpeg` by its first bytes; None for what is neither and cannot be drawn."""
    return next((kind for begin, kind in _TYPES.items() if picture.data.startswith(begin)), None)


def drawing_of(picture: Picture) -> str:
    """An SVG of 1 by 1 that holds nothing but the picture, its bytes within; empty where it cannot be drawn."""
    kind = kind_of(picture)
    if kind is None:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="100" '
        'viewBox="0 0 100 100"><image width="100" height="100" preserveAspectRatio="none" '
        f'xlink:href="data:{kind};base64,{base64.b64encode(picture.data).decode()}"/></svg>'
    )
