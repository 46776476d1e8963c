"""The abstract (trích yếu) under the type of document, or the subject line of a letter, on one line."""

import re

from tongket.plans.sheet import Found, Sheet, found
from tongket.plans.wording import Piece, is_capitals
from tongket.plans.zones import MOTTO, SUBJECT, kind_words

_RULE = re.compile(r"[\W_]*")
_ASIDE = re.compile(r"\((?:kèm theo|ban hành kèm|dự thảo)[^)]*\)", re.IGNORECASE)


def read_title(sheet: Sheet) -> Found[str | None]:
    """The title as one line; what stands on the line of the type counts, rules and notes in brackets do not."""
    if sheet.zones.kind is None:
        return _subject(sheet)
    parts: list[Piece] = []
    for number, piece in enumerate(sheet.title):
        match = kind_words(piece.text) if number == 0 else None
        rest = piece.cut(match.end()) if match else piece
        if _RULE.fullmatch(rest.text) or _ASIDE.fullmatch(rest.text) or MOTTO.search(rest.flat):
            continue
        parts.append(rest)
    title = " ".join(part.text for part in parts).strip(" .:;-–")
    return found(title or None, *parts)


def _subject(sheet: Sheet) -> Found[str | None]:
    """`V/v …` up to the address of the letter, or the capitals under a letterhead whose type was lost."""
    if not sheet.title or not (SUBJECT.match(sheet.title[0].flat) or is_capitals(sheet.title[0].text)):
        return found(None)
    return found(" ".join(piece.text for piece in sheet.title).strip(" ."), *sheet.title)
