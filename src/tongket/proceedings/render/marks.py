"""The bookmarks of a PDF, one after the other."""

from collections.abc import Iterator
from typing import Any


def marks_of(above: Any) -> Iterator[Any]:  # noqa: ANN401 -- objects of a PDF have the shape that their file gives them
    """Every bookmark below another or the root of all."""
    mark = above.get("/First")
    while mark is not None:
        yield mark
        yield from marks_of(mark)
        mark = mark.get("/Next")
