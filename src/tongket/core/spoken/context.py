"""What a reader of one form is given and gives: a text, a place in it, and what is said from there. Pure."""

import re
from collections.abc import Callable

# Enough for the longest cue in front of a form.
LOOKBACK = 24

# Where the form ends and its words; None where the form does not stand there.
Said = tuple[int, str] | None
Reader = Callable[[str, int], Said]

_LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
_LINE_START = re.compile(r"(?:\A|\n)\s*\Z")


def before(text: str, place: int) -> str:
    """The few characters in front of `place`, in small letters."""
    return text[max(0, place - LOOKBACK) : place].lower()


def word_before(text: str, place: int) -> str:
    """The word directly in front, in small letters, empty where a sign or a figure stands there."""
    found = _LAST_WORD.search(before(text, place))
    return found.group(1) if found else ""


def begins_line(text: str, place: int) -> bool:
    """Whether nothing but white space stands in front on the line."""
    return bool(_LINE_START.search(text[max(0, place - LOOKBACK) : place]))
