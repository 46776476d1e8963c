"""Signs for letters that the type face has not: the nearest one where there is one, else a box that is told of."""

import re
import unicodedata
from functools import cache

from tongket.documents.render.fonts import known_letters

BOX = "\N{WHITE SQUARE}"
# A footnote's mark, a picture: they stand in the text as one letter while lines are counted.
OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
# What authors type or what symbol fonts leave behind, and the sign that says the same.
_NEAREST = {
    "\N{BLACK CIRCLE}": "•",
    "\N{THREE-D TOP-LIGHTED RIGHTWARDS ARROWHEAD}": "-",
    "\N{BLACK RIGHTWARDS ARROWHEAD}": "-",
    "\N{HEAVY WIDE-HEADED RIGHTWARDS ARROW}": "→",
    "\N{RIGHTWARDS DOUBLE ARROW}": "→",
    "\N{HEAVY CHECK MARK}": "√",
    "\N{CHECK MARK}": "√",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{HYPHEN BULLET}": "-",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf02d": "-",
    "\uf0d8": "-",
    "\uf0fc": "√",
    "\uf0e0": "→",
    "\uf0a8": BOX,
    "\uf06e": "▪",
    "\uf076": "♦",
}
_BREAKS = {"\t", "\n"}
_SILENT_CATEGORIES = {"Cc", "Cf", "Cs"}


class _Shown(dict[int, str]):
    """A table for `str.translate` that fills itself, letter by letter."""

    def __missing__(self, code: int) -> str:
        self[code] = _shown(chr(code))[0]
        return self[code]


_table = _Shown()


def shown(text: str) -> str:
    """`text` in letters that can be shown, one line break for each of its line ends."""
    if not _odd().search(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_table)


def missing(text: str) -> tuple[str, ...]:
    """The letters of `text` in whose place a box stands, sorted, each once."""
    return tuple(sorted(letter for letter in set(_odd().findall(text)) if _shown(letter)[1]))


@cache
def _odd() -> re.Pattern[str]:
    """A letter that is not shown as it is; most texts have none, which is soon seen."""
    codes = sorted(known_letters() | set(map(ord, _BREAKS)))
    plain = "".join(letter for letter in map(chr, codes) if _shown(letter) == (letter, False))
    return re.compile(f"[^{re.escape(plain)}]")


@cache
def _shown(letter: str) -> tuple[str, bool]:
    """What stands for a letter, and whether that is a mere box."""
    if letter in _BREAKS or _is_known(letter):
        return letter, False
    if letter in _NEAREST and _is_known(_NEAREST[letter]):
        return _NEAREST[letter], False
    if _is_silent(letter):
        return "", False
    nearest = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", letter))
    if nearest != letter and all(map(_is_known, nearest)):
        return nearest, False
    return (BOX if _is_known(BOX) else "?"), True


def _is_known(letter: str) -> bool:
    return (
        unicodedata.category(letter) not in _SILENT_CATEGORIES and letter != OBJECT and ord(letter) in known_letters()
    )


def _is_silent(letter: str) -> bool:
    """Controls, joiners, marks of direction, variation selectors: nobody sees them by themselves."""
    return unicodedata.category(letter) in _SILENT_CATEGORIES or 0xFE00 <= ord(letter) <= 0xFE0F
