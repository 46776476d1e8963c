"""The letters of Vietnamese as classes of regular expressions; a range of code points mixes capitals and small ones."""

from tongket.core.text import ALPHABET, TONES, nfc

_VOWELS = "aăâeêioôơuưy"
SMALL = ALPHABET + "".join(nfc(vowel + tone) for vowel in _VOWELS for tone in TONES)
BIG = SMALL.upper()
# Inside a sentence: a small letter, a comma or a semicolon and a blank stand before.
WITHIN = rf"(?<=[{SMALL},;] )"
