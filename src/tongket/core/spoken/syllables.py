"""What counts as a syllable: Vietnamese ones by their build, foreign words by their groups of vowels. Pure."""

import re
import unicodedata
from functools import lru_cache

from tongket.core.text import TONES, fold, nfc

_VOWELS = "aăâeêioôơuưy"
_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
_SYLLABLE = re.compile(rf"{_ONSET}[{_VOWELS}]{{1,3}}(?:ch|ng|nh|[ckmnpt])?\Z")
_TONE = re.compile(f"[{TONES}]")
_GROUP = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?<=[^aeiouy])(?<![^aeiouy]l)e\Z")
_RUN = re.compile(r"[^\W\d_]+")
LONGEST_SYLLABLE = 7


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether `word` is built as one Vietnamese syllable: onset, one to three vowels, one ending."""
    if len(word) > LONGEST_SYLLABLE:
        return False
    toneless = nfc(_TONE.sub("", unicodedata.normalize("NFD", word.lower())))
    return _SYLLABLE.match(toneless) is not None


@lru_cache(maxsize=2048)
def syllables_of(word: str) -> int:
    """The syllables of one word; a foreign one has as many as groups of vowels, a silent e left out, at least one."""
    if is_syllable(word):
        return 1
    bare = fold(word)
    groups = len(_GROUP.findall(bare))
    return max(groups - (groups > 1 and bool(_SILENT_E.search(bare))), 1)


def count(words: str) -> int:
    """The syllables of words without figures."""
    return sum(syllables_of(run) for run in _RUN.findall(words))
