"""The shelves of a conference between rows and values, and by what they are known to fit."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement
from tongket.synthesis import values
from tongket.synthesis.models import Kept
from tongket.synthesis.themes.shelf import Line, Shelf

# The form in which a shelf is kept; another one makes all of them anew.
FORM = 1
WORD_BYTES = 4


def stamp_of(*told: object) -> str:
    """A name for what was told, the same for the same."""
    return sha256(repr((FORM, *told)).encode()).hexdigest()


def stamps_of(conference: Conference, themes: Sequence[values.Theme], reviews: Iterable[int] | None) -> dict[int, str]:
    """By review the stamp its shelf should have: of the taxonomy and its statements in force; one query."""
    rows = Statement.objects.filter(review__conference=conference, is_gone=False)
    if reviews is not None:
        rows = rows.filter(review__in=list(reviews))
    standing: dict[int, list[object]] = {}
    for review, *row in rows.order_by("pk").values_list("review", "pk", "kind").iterator(5000):
        standing.setdefault(review, []).append(row)
    taxonomy = stamp_of(themes)
    return {review: stamp_of(taxonomy, told) for review, told in standing.items()}


def kept_stamps(conference: Conference) -> dict[int, str]:
    """By review the stamp of the shelf that is kept; one query."""
    return dict(Kept.objects.filter(review__conference=conference).values_list("review", "stamp"))


def shelves_of(conference: Conference) -> Iterator[tuple[int, Shelf]]:
    """Each review's shelf; one query."""
    rows = Kept.objects.filter(review__conference=conference).order_by("pk")
    for review, lines, words, stands in rows.values_list("review", "lines", "words", "stands").iterator(200):
        yield review, shelf_from(lines, bytes(words), stands)


def shelf_from(lines: str, words: bytes, stands: str) -> Shelf:
    """The reverse of `as_columns`."""
    made = [Line(*line, *stand) for line, stand in zip(json.loads(lines), json.loads(stands), strict=True)]
    end = len(words) // (WORD_BYTES + 2) * WORD_BYTES
    shelf = Shelf(made, array("I"), array("H"))
    shelf.words.frombytes(words[:end])
    shelf.owners.frombytes(words[end:])
    return shelf


def as_columns(shelf: Shelf) -> tuple[str, bytes, str]:
    """The columns `lines`, `words` and `stands`."""
    lines = [(line.key, line.kind, line.profile, line.length) for line in shelf.lines]
    return json.dumps(lines), shelf.words.tobytes() + shelf.owners.tobytes(), stands_of(shelf)


def stands_of(shelf: Shelf) -> str:
    """The column `stands` alone: what changes with what a person teaches."""
    return json.dumps([(line.likes, line.theme) for line in shelf.lines])
