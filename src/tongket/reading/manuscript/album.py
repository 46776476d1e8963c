"""The pictures of one manuscript: PNG and JPEG as they are, others made PNG, large ones made as fine as paper shows.

Drawings of Windows stay as they are: only LibreOffice can draw them, and not in the process that reads.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import cast

from tongket.reading.limits import MEGABYTE
from tongket.reading.manuscript.metafiles import metafile
from tongket.reading.manuscript.values import Picture

MOST_PICTURES = 200
MOST_BYTES = 24 * MEGABYTE
Prepared = tuple[bytes, str, float, float]
Prepare = Callable[[bytes, float], Prepared | None]


@dataclass(slots=True)
class Album:
    """Takes pictures while there is room; what is alike is prepared once."""

    pictures: list[Picture] = field(default_factory=list)
    size: int = 0
    _known: dict[tuple[bytes, float], Prepared | None] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Whether nothing more is taken."""
        return len(self.pictures) >= MOST_PICTURES or self.size >= MOST_BYTES

    def add(self, data: bytes, width_mm: float = 0.0, height_mm: float = 0.0) -> int | None:
        """The place of the picture in the manuscript; None where it is of no known kind, spoiled, or one too many.

        Where no size is known it is shown as large as its own dots say.
        """
        if self.is_full:
            return None
        key = (data, width_mm)
        if key not in self._known:
            self._known[key] = _preparer()(data, width_mm) or metafile(data)
        made = self._known[key]
        if made is None or self.size + len(made[0]) > MOST_BYTES:
            return None
        content, content_type, own_width, own_height = made
        self.size += len(content)
        self.pictures.append(Picture(content, content_type, width_mm or own_width, height_mm or own_height))
        return len(self.pictures) - 1


def _preparer() -> Prepare:
    """The function that makes a picture fit for a manuscript; loading it loads the library of pictures."""
    return cast(Prepare, import_module("tongket.reading.manuscript.imaging").prepared)
