"""Where words of a paper stand that somebody copied out of it."""

import re

from tongket.core.text import clean, fold_tones, nfc
from tongket.papers.marks import places_of
from tongket.papers.models import PaperVersion
from tongket.papers.queries.manuscripts import blocks_of

# A sign at the end of a word is no part of it: "hộ nghèo" is found in "hộ nghèo, phần lớn".
_SIGNS = re.compile(r"[^\w\s]+")


def place_of_words(version: PaperVersion, words: str) -> tuple[int | None, int | None]:
    """The block that holds the words and its page in standard form.

    Signs, white space and the place of a tone may be typed otherwise; a word that was cut off may not.
    """
    texts = [block.text for block in blocks_of(version.manuscript)]
    block = next((number for number, text in enumerate(texts) if _holds(text, words)), None)
    if block is None:
        return None, None
    page = next((place.page for place in places_of(version.measured) if place.block == block), None)
    return block, page


def _holds(text: str, words: str) -> bool:
    wanted = _key(words)
    return bool(wanted) and (wanted in _key(text) or clean(words).lower() in clean(text).lower())


def _key(text: str) -> str:
    return fold_tones(_SIGNS.sub(" ", nfc(text)))
