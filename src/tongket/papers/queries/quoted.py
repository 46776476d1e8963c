"""Where words of a paper stand that somebody copied out of it."""

from tongket.core.text import fold_tones
from tongket.papers.marks import places_of
from tongket.papers.models import PaperVersion
from tongket.papers.queries.manuscripts import blocks_of


def place_of_words(version: PaperVersion, words: str) -> tuple[int | None, int | None]:
    """The block that holds the words and its page in standard form; tones and white space may be typed otherwise."""
    wanted = fold_tones(words).strip(" “”\"'….")
    texts = (fold_tones(block.text) for block in blocks_of(version.manuscript))
    block = next((number for number, text in enumerate(texts) if wanted and wanted in text), None)
    if block is None:
        return None, None
    page = next((place.page for place in places_of(version.measured) if place.block == block), None)
    return block, page
