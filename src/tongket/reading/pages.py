"""What printing adds to a text: page numbers on a line of their own, and line ends that end nothing."""

import re
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(
    r"(?:[-–—/|.]\s*)?(?:trang|page)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–—/|.])?", re.IGNORECASE
)
_SENTENCE_END = tuple('.;:!?”"’)…')
_LIST_START = re.compile(r"\(?[a-zđ]{1,2}[).]")


def is_page_number(text: str) -> bool:
    """Whether `text` is nothing but a page number: 2, - 2 -, Trang 2/5."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


def is_hard_wrapped(texts: Sequence[str]) -> bool:
    """Whether the lines are printed lines of one width and not paragraphs.

    A line that fills the width, ends no sentence and is followed by a small letter was broken by a printer; at
    least three of them, and three in ten of the long lines, say so for the whole file.
    """
    longest = sorted(len(text) for text in texts)
    if len(texts) < 5 or longest[-1] > 160:
        return False
    width = longest[int(len(longest) * 0.9)]
    long = [place for place, text in enumerate(texts[:-1]) if len(text) >= width * 0.7]
    broken = sum(1 for place in long if runs_on(texts[place], texts[place + 1]))
    return broken >= 3 and broken * 10 >= len(long) * 3


def runs_on(text: str, following: str) -> bool:
    """Whether `following` goes on with the sentence of `text`: it begins small and nothing ended before it."""
    begins_small = following[:1].islower() and not _LIST_START.match(following)
    return begins_small and not text.endswith(_SENTENCE_END)
