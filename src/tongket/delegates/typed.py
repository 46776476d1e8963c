"""A person as somebody types it: the title before the name stands apart. Pure."""

from typing import Any

from tongket.core.text import clean
from tongket.delegates.rules import Said
from tongket.documents.copy_lists import split_title


def said_as_typed(name: str, **more: Any) -> Said:  # noqa: ANN401 -- the other fields of a line
    """The line of this name; a title that nobody typed is left as it stands."""
    title, bare = split_title(clean(name))
    return Said(bare, title=title or None, **more)
