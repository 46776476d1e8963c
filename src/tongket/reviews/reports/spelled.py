"""Whole numbers in Vietnamese words, as `core.spoken.numbers` says them, read back. Pure."""

import re

from tongket.core.text import nfc

_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LINKS = {"lẻ", "linh"}
_WORDS = [*_ONES, *_SCALES, *_LINKS, "mười", "mươi", "trăm", "chục"]
NUMBER_WORD = "(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"


def value_of_words(text: str) -> int | None:
    """`mười hai` as 12, `một nghìn không trăm lẻ năm` as 1005; None where the words make no number.

    One word alone is read where it can be nothing else: `năm`, `không`, `tư` and bare scales are not.
    """
    said = nfc(text).lower().split()
    if not said or (len(said) == 1 and said[0] in {"năm", "không", "tư", "lăm", "mốt", "nhăm", *_SCALES, *_LINKS}):
        return None
    if said[0] in {"trăm", "mươi", "chục", *_SCALES, *_LINKS} or said[-1] in _LINKS:
        return None
    return _value(said)


def _value(said: list[str]) -> int | None:
    total, last = 0, 10**12
    waiting: list[str] = []
    for word in said:
        if word not in _SCALES:
            waiting.append(word)
            continue
        group, scale = _group(waiting), _SCALES[word]
        if not group or scale >= last:
            return None
        total, last, waiting = total + group * scale, scale, []
    rest = _group(waiting)
    return None if rest is None else total + rest


def _group(words: list[str]) -> int | None:
    """Up to three figures: `hai trăm lẻ năm`, `mười lăm`, `ba mươi`; nothing is 0."""
    if not words:
        return 0
    text = " ".join(words)
    match = re.fullmatch(
        r"(?:(?P<hundreds>\S+) trăm ?)?(?:(?P<ten>mười)|(?P<tens>\S+) (?:mươi|chục))? ?(?:(?:lẻ|linh) )?(?P<ones>\S+)?",
        text,
    )
    if match is None:
        return None
    parts = [(match[name], weight) for name, weight in (("hundreds", 100), ("tens", 10), ("ones", 1)) if match[name]]
    if any(word not in _ONES for word, _weight in parts):
        return None
    return sum(_ONES[word] * weight for word, weight in parts) + (10 if match["ten"] else 0)
