"""Addresses of mail and the network as they are read aloud. Pure."""

import re

from tongket.core.spoken.context import Said
from tongket.core.spoken.lexicon import lexicon
from tongket.core.spoken.numbers import digits_in_words, is_figures
from tongket.core.spoken.short import spelled
from tongket.core.spoken.syllables import is_syllable

_LABEL = r"[A-Za-z0-9_\-]{1,63}"
_MAIL = re.compile(rf"[A-Za-z0-9._%+\-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,6}}")
_SITE = re.compile(
    rf"(?:https?://|www\.)[^\s,;()<>\"“”]{{1,300}}|{_LABEL}(?:\.{_LABEL}){{0,5}}\.(?:vn|com|org|net)\b(?:/[^\s,;()<>]{{0,300}})?"
)
_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]|_")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_END = ".:!?…"
# An address does not begin behind one of these: it would have begun earlier.
_WITHIN = frozenset("._-@+%")


def address(text: str, place: int) -> Said:
    """`mttq@tamky.gov.vn`, `https://tamky.gov.vn`: what can be read is a word, the rest is spelled."""
    if text[place - 1 : place] in _WITHIN:
        return None
    found = _MAIL.match(text, place) or _SITE.match(text, place)
    if not found:
        return None
    written = found[0].rstrip(_END)
    shown = re.sub(r"^https?://", "", written)
    return place + len(written), " ".join(filter(None, map(_piece, _PIECE.findall(shown))))


def _piece(piece: str) -> str:
    if is_figures(piece):
        return digits_in_words(piece)
    if not piece.isalpha():
        return lexicon().address_signs.get(piece, "")
    known = lexicon().foreign.get(piece.lower())
    if known:
        return known
    can_be_read = len(piece) > 2 and (is_syllable(piece) or bool(_VOWEL.search(piece)))
    return piece if can_be_read else spelled(piece)
