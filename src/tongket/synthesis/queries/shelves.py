"""The shelves of a conference between rows and values, and by what they are known to fit."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b, sha256

from tongket.conferences.models import Conference
from tongket.reviews.models import Statement
from tongket.synthesis import values
from tongket.synthesis.models import Kept
from tongket.synthesis.themes.form import form
from tongket.synthesis.themes.packing import unpacked
from tongket.synthesis.themes.shelf import Shelf


def stamp_of(*told: object) -> str:
    """A name for what was told and for how this release sorts it, the same for the same."""
    return sha256(repr((form(), *told)).encode()).hexdigest()


def order_of(themes: Sequence[values.Theme], learnt: Iterable[tuple[values.Said, str]]) -> str:
    """A name for what statements are sorted by: themes, and the words of what people placed with where."""
    return stamp_of(themes, sorted((said.key, said.text, theme) for said, theme in learnt))


def stamps_of(conference: Conference, themes: Sequence[values.Theme], reviews: Iterable[int] | None) -> dict[int, str]:
    """By review the stamp its shelf should have: of the taxonomy and the words of its statements; one query."""
    rows = Statement.objects.filter(review__conference=conference, is_gone=False)
    if reviews is not None:
        rows = rows.filter(review__in=list(reviews))
    taxonomy = blake2b(stamp_of(themes).encode(), digest_size=32)
    standing: dict[int, blake2b] = {}
    for review, key, kind, text in rows.order_by("pk").values_list("review", "pk", "kind", "text").iterator(5000):
        if review not in standing:
            standing[review] = taxonomy.copy()
        standing[review].update(f"{key} {kind} {text}\0".encode())
    return {review: told.hexdigest() for review, told in standing.items()}


def kept_stamps(conference: Conference) -> dict[int, str]:
    """By review the stamp of the shelf that is kept; one query."""
    return dict(Kept.objects.filter(review__conference=conference).values_list("review", "stamp"))


def shelves_of(conference: Conference) -> Iterator[tuple[int, Shelf]]:
    """Each review's shelf; one query."""
    rows = Kept.objects.filter(review__conference=conference).order_by("pk")
    for review, fixed, standing in rows.values_list("review", "fixed", "standing").iterator(200):
        yield review, unpacked(bytes(fixed), bytes(standing))
