"""What a note beside a name says of who does not come. Pure."""

import re

from tongket.core.text import clean

_ABSENT = re.compile(r"\bvắng\b|\bkhông (?:tham )?dự\b")
# These say that somebody does not come, and not why.
_NO_REASON = frozenset({"vắng", "vắng mặt", "không dự", "không tham dự"})


def says_absent(note: str) -> bool:
    """Whether a note says that the person does not come."""
    return _ABSENT.search(clean(note).lower()) is not None


def reason_of(note: str) -> str:
    """The note of who does not come as the reason, "" where it gives none."""
    said = clean(note)
    return "" if said.lower().rstrip(".") in _NO_REASON else said
