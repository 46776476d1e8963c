"""Vietnamese from before Unicode: TCVN3 (ABC) and VNI, whose letters are Latin-1 signs that their fonts show anew."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice
from math import ceil

from tongket.core.text import nfc


class Legacy(StrEnum):
    """How letters were coded; the capitals of TCVN3 stand in fonts of their own, on the codes of small letters."""

    TCVN3 = "tcvn3"
    TCVN3_CAPITALS = "tcvn3-capitals"
    VNI = "vni"


# TCVN 5712:1993, VN3: letters in the order of their codes, A1 to A7 the capitals without tone, A8 to FE the small ones.
_TCVN3 = dict(zip("¡¢£¤¥¦§¨©ª«¬\u00ad®", "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)) | dict(
    zip(
        "µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# VNI writes the vowel, then one sign for what stands above or below it.
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_SIGNS = {"â": "\u0302", "ê": "\u0306"} | {
    sign: hat + tone
    for hat, signs in (("\u0302", "áàåãä"), ("\u0306", "éèúüë"))
    for sign, tone in zip(signs, "\u0301\u0300\u0309\u0303\u0323", strict=True)
}
_VNI_ALONE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = (
    {f"{vowel}{sign}": nfc(vowel + mark) for vowel in "aeo" for sign, mark in _VNI_SIGNS.items()}
    | {f"{vowel}{sign}": nfc(vowel + mark) for vowel in "aeouy" for sign, mark in _VNI_TONES.items()}
    | {f"{vowel}{sign}": nfc(_VNI_ALONE[vowel] + mark) for vowel in "öô" for sign, mark in _VNI_TONES.items()}
    | _VNI_ALONE
)
_VNI |= {signs.upper(): letter.upper() for signs, letter in _VNI.items()} | {
    f"{signs[0].upper()}{signs[1:]}": letter.upper() for signs, letter in _VNI.items()
}
_VNI_WRITTEN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
# Fonts of symbols, which old Vietnamese fonts claim to be, put their codes into the private use area.
_PRIVATE = re.compile(r"[\uf0a1-\uf0ff]")
_CODED = re.compile(r"[\x00-\xff\uf0a1-\uf0ff]*")

_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
_RHYME = (
    "(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?|"
    "ê(?:ch|m|n|nh|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|ê(?:c|m|n|ng|p|t|u))?|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|"
    "o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|ă(?:c|m|n|ng|t)|c|e(?:n|o|t)?|i|m|n|ng|p|t)?|"
    "u(?:a|â(?:n|ng|t|y)|c|ê(?:ch|n|nh)?|i|m|n|ng|ơ|p|t|y(?:a|ch|ên|êt|n|nh|t|u)?|ô(?:c|i|m|n|ng|t))?|"
    "ư(?:a|c|i|m|n|ng|t|u|ơ(?:c|i|m|n|ng|p|t|u))?|y(?:ê(?:m|n|ng|t|u)|a|ch|n|nh|t|u)?)"
)
_SYLLABLE = re.compile(_ONSET + _RHYME)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]{}“”\"'/\\*_+=<>|–—-]+")
_SAMPLE = 20_000
_FEWEST_WORDS = 5
_MOST = 0.85


def to_unicode(text: str, legacy: Legacy) -> str:
    """`text` with its letters as Unicode has them; what is no letter of `legacy` stays."""
    plain = _PRIVATE.sub(lambda sign: chr(ord(sign[0]) - 0xF000), text)
    if legacy is Legacy.VNI:
        return _VNI_WRITTEN.sub(lambda signs: _VNI[signs[0]], plain)
    letters = "".join(_TCVN3.get(sign, sign) for sign in plain)
    return letters.upper() if legacy is Legacy.TCVN3_CAPITALS else letters


def is_coded(text: str) -> bool:
    """Whether every sign of `text` can be a code of an old font: Latin-1, or the private use area."""
    return _CODED.fullmatch(text) is not None


def legacy_of_font(name: str) -> Legacy | None:
    """The coding that a font of this name shows: `.VnTime`, its capitals `.VnTimeH`, `VNI-Times`; None for others."""
    plain = name.strip().lower()
    if plain.startswith(".vn"):
        return Legacy.TCVN3_CAPITALS if plain.endswith("h") and plain != ".vnth" else Legacy.TCVN3
    return Legacy.VNI if plain.startswith("vni-") else None


def guess_legacy(text: str) -> Legacy | None:
    """The coding that makes most words of `text` Vietnamese syllables; None where they are already, or never are."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if len(word) > 1 and not word.isascii()]
    others = (word for word in words if not is_coded(word))
    most = len(words) - ceil(_MOST * len(words))
    # More than so many say enough: the rest of a long text need not be looked at.
    if len(words) < _FEWEST_WORDS or any(islice(others, most, None)):
        return None
    before = _share_of_syllables(words)
    shares = {legacy: _share_of_syllables(_in_unicode(words, legacy)) for legacy in (Legacy.TCVN3, Legacy.VNI)}
    best = max(shares, key=lambda legacy: shares[legacy])
    return best if shares[best] >= _MOST and shares[best] >= before + 0.2 else None


def _in_unicode(words: Sequence[str], legacy: Legacy) -> list[str]:
    return to_unicode(" ".join(words), legacy).split(" ")


def _share_of_syllables(words: Sequence[str]) -> float:
    return sum(map(_is_syllable, words)) / len(words)


def _is_syllable(word: str) -> bool:
    bare = nfc(_TONES.sub("", unicodedata.normalize("NFD", word.lower())))
    return _SYLLABLE.fullmatch(bare) is not None
