"""The words of an office's letters as JSON."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from ninja.errors import HttpError

from tongket.accounts.requests import signed_in
from tongket.core import clock
from tongket.mailbox.access import change_words_for, words_for
from tongket.mailbox.actions.words import change_words, go_back_to_shipped
from tongket.mailbox.queries.words import last_ordinal, own_words, with_own_words
from tongket.mailbox.wording import letters
from tongket.units.models import Unit

router = Router()
Answer = dict[str, Any]


class WordsIn(Schema):
    """The office's own words, and the last version that was looked at."""

    subject: str
    body: str
    seen: int


class SeenIn(Schema):
    """The last version that was looked at."""

    seen: int


def _letter(unit: Unit, key: str) -> Answer:
    own = own_words(unit, key)
    letter = with_own_words(letters()[key], own)
    said = {"key": key, "subject": letter.subject, "body": letter.body, "gaps": list(letter.gaps)}
    return said | {"is_own": own is not None, "seen": last_ordinal(unit, key)}


def _known(key: str) -> str:
    if key not in letters():
        raise HttpError(404, "Not Found")
    return key


@router.get("/units/{int:unit_id}/letters")
def get_letters(request: HttpRequest, unit_id: int) -> list[Answer]:
    """The words in use for each kind of letter."""
    unit = words_for(request, unit_id)
    return [_letter(unit, key) for key in letters()]


@router.put("/units/{int:unit_id}/letters/{key}")
def put_letter(request: HttpRequest, unit_id: int, key: str, body: WordsIn) -> Answer:
    """Keeps the office's own words."""
    unit = change_words_for(request, unit_id)
    change_words(unit=unit, key=_known(key), **body.dict(), by=signed_in(request), now=clock.now())
    return _letter(unit, key)


@router.delete("/units/{int:unit_id}/letters/{key}")
def forget_letter(request: HttpRequest, unit_id: int, key: str, body: SeenIn) -> Answer:
    """Uses the shipped words again."""
    unit = change_words_for(request, unit_id)
    go_back_to_shipped(unit=unit, key=_known(key), seen=body.seen, by=signed_in(request), now=clock.now())
    return _letter(unit, key)
