"""Vietnamese text as values: one normal form, keys for searching and keys for sorting, so that every room agrees."""

import re
import unicodedata
from functools import lru_cache

# The 29 letters of the alphabet with the four foreign ones in their Latin places.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

# Tones in the order of the Vietnamese tailoring of the Unicode collation: huyền, hỏi, ngã, sắc, nặng.
TONES = "\u0300\u0309\u0303\u0301\u0323"

# đ has no decomposition; Ð and Ɖ are look-alikes met in old files.
DSTROKE = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ɖ": "d", "Ɖ": "D"})

# A table numbers its rows with at most this many digits; a longer number is nobody's key.
KEY_DIGITS = 18

_RANK = {letter: chr(0x100 + place) for place, letter in enumerate(ALPHABET)}
_TONE = re.compile(f"[{TONES}]")


class _Bare(dict[int, int | str | None]):
    """What each code point becomes in a key: accents and tones nothing, the letters with a bar d, all others stay."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = None if unicodedata.combining(chr(code)) else DSTROKE.get(code, code)
        return self[code]


_BARE = _Bare()


def nfc(text: str) -> str:
    """`text` in Unicode NFC, the only form that is stored, compared or shown."""
    return unicodedata.normalize("NFC", text)


_WITHIN = str.maketrans("“”", "‘’")


def inside_quotes(text: str) -> str:
    """`text` as it stands in quotation marks: its own are turned single."""
    return text.translate(_WITHIN)


def clean(text: str) -> str:
    """`text` in NFC with every run of white space made one space and none at the ends; no zero character stays.

    PostgreSQL keeps no zero character in a text, nor may one be searched for.
    """
    return " ".join(nfc(text).replace("\0", " ").split())


def fold(text: str) -> str:
    """The key for searching: lower case without accents, tones and the bar of đ, white space made one space.

    Where a tone stands (hòa, hoà) makes no difference. Never show it: the words themselves are kept as written.
    """
    return " ".join(filter(None, map(_bare, text.split())))


@lru_cache(maxsize=16_384)
def _bare(word: str) -> str:
    """`word` in lower case without accents, tones and the bar of đ; "" for marks that stand alone."""
    return unicodedata.normalize("NFD", word).translate(_BARE).lower()


def fold_tones(text: str) -> str:
    """The key for comparing words: lower case, the tone moved behind its word, white space made one space.

    "hòa" and "hoà" are equal, "hòa" and "hóa" are not, "bân" and "ban" are not.
    """
    return " ".join(map(_tone_last, nfc(text).lower().replace("\0", " ").split()))


def row_key(typed: str) -> int | None:
    """The key of a row as an address or a form holds it, None for whatever cannot be one."""
    return int(typed) if typed.isdecimal() and len(typed) <= KEY_DIGITS else None


def collation_key(text: str) -> tuple[str, tuple[int, ...], str]:
    """A key that sorts as Vietnamese dictionaries of the Unicode collation do.

    First the letters of the whole text (a < ă < â < b … d < đ …), then the tone of each word (none < huyền < hỏi
    < ngã < sắc < nặng), last small letters before capitals. Source: CLDR, common/collation/vi.xml.
    """
    words = [_tone_last(word) for word in clean(text).lower().split()]
    letters = " ".join(_TONE.sub("", word) for word in words)
    return "".join(map(_rank, letters)), tuple(map(_tone_of, words)), nfc(text).swapcase()


def sort_name_key(name: str) -> tuple[tuple[str, tuple[int, ...], str], ...]:
    """A key that sorts people as offices list them: by tên (the last word), then họ (the first), then đệm."""
    words = clean(name).split()
    given, family, middle = words[-1:], words[:-1][:1], words[1:-1]
    return tuple(collation_key(" ".join(part)) for part in (given, family, middle))


@lru_cache(maxsize=16_384)
def _tone_last(word: str) -> str:
    """`word` with its tone marks taken off the vowel and set at the end, its letters composed."""
    apart = unicodedata.normalize("NFD", word)
    return nfc(_TONE.sub("", apart)) + "".join(_TONE.findall(apart))


def _tone_of(word: str) -> int:
    tones = _TONE.findall(word)
    return TONES.index(tones[0]) + 1 if tones else 0


def _rank(letter: str) -> str:
    """Orders space, then signs, then digits, then our letters, then all others."""
    if letter in _RANK or letter.isdigit():
        return _RANK.get(letter, letter)
    if letter == " ":
        return "\x01"
    if letter.isalpha():
        base = unicodedata.normalize("NFD", letter)[0]
        return _RANK.get(base, letter if letter > "\u0200" else "\u0200" + letter)
    return "\x02" + letter


def sort_text(text: str) -> str:
    """`collation_key` as plain digits, for a database column: it sorts alike under every collation of a database."""
    letters, tones, _ = collation_key(text)
    # No rank is zero, so the zeros end the letters before any longer text goes on.
    return "".join(f"{min(ord(letter), 0xFFFF):04x}" for letter in letters) + "0000" + "".join(map(str, tones))
