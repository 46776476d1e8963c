"""What is written short: abbreviations, Roman figures, units of measure, codes of documents, unknown capitals. Pure."""

import re
from functools import lru_cache

from tongket.core.spoken.context import LOOKBACK, Said, before, begins_line, word_before
from tongket.core.spoken.lexicon import lexicon, longest_first
from tongket.core.spoken.numbers import figures_in_words, is_figures, number_in_words, ordinal_in_words, roman_value
from tongket.core.spoken.syllables import is_syllable

_RUN = re.compile(r"[^\W_]+(?:[-&.][^\W_]+){0,6}")
_PART = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\W\d_]+|[0-9]+")
_ROMAN = re.compile(r"[IVXL]+(?!\w)")
_ROMAN_YEAR = re.compile(r"/([12][0-9]{3})(?![0-9])")
_ROMAN_JOINED = re.compile(r"(?<!\w)[IVXL]+(?:\s?[-–]\s?|\s+(?:và|đến|hoặc)\s+)\Z")
_LABEL_END = re.compile(r"\s*[.\-/)–:]")
_AFTER_NUMBER = re.compile(r"(?:[0-9]|(?<!\w)(?:mươi|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|mét|đồng))(?:\s|\u00a0)?\Z")
_OVER_STROKE = re.compile(r"([^\W\d_]+[23]?|%)\s?\Z")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s\Z")
_NAME_FOLLOWS = re.compile(r"\s?(?=[0-9]|[^\W\d_])")
_CODE = re.compile(r"([0-9]{1,5})((?:/[12][0-9]{3})?)[/\-]([^\W\d_][^\W_]*(?:[-/&.][^\W_]+){0,6})")
_CONSONANT_HEAP = re.compile(r"[^AEIOUY]{3}|[^AEIOU]{2}\Z")
# Đ and Ư are met in abbreviations (QĐ, TƯ); other marks are those of words.
_MARKED = re.compile(r"[^A-Za-zĐđƯư]")
READABLE_LENGTH = 4


def as_written(text: str, place: int) -> Said:
    """An entry with its stops and strokes (`v.v.`, `đ/c`, `TP.`), and `P.`, `Q.` before a name or figure."""
    found = _short_pattern().match(text, place)
    if found:
        return found.end(), lexicon().short[found[0]]
    found = _before_names_pattern().match(text, place)
    is_title = found and _name_follows(text, found.end())
    return (found.end(), lexicon().before_names[found[0]]) if found and is_title else None


def _name_follows(text: str, place: int) -> bool:
    """Whether a figure or a capital comes next."""
    following = _NAME_FOLLOWS.match(text, place)
    return following is not None and (text[following.end()].isdigit() or text[following.end()].isupper())


@lru_cache(maxsize=1)
def _short_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first(lexicon().short)})(?:(?<=[.:])|(?!\w))")


@lru_cache(maxsize=1)
def _before_names_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first(lexicon().before_names)})")


@lru_cache(maxsize=1)
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{longest_first(lexicon().units)})(?!\w)")


def unit(text: str, place: int) -> Said:
    """`m²`, `kg` and their like, directly after a number."""
    found = _unit_pattern().match(text, place)
    if not found or not _AFTER_NUMBER.search(before(text, place)):
        return None
    return found.end(), lexicon().units[found[0]]


def rate(text: str, place: int) -> Said:
    """The stroke of `đồng/kg`, `km/h`, `lượt/năm` with what stands under it: `trên ki lô gam`."""
    if text[place] != "/" or not _is_rated(text, place):
        return None
    found = _unit_pattern().match(text, place + 1)
    if found:
        return found.end(), f"trên {lexicon().units[found[0]]}"
    word = _PIECE.match(text, place + 1)
    return (word.end(), f"trên {word[0]}") if word and word[0].lower() in lexicon().per else None


def _is_rated(text: str, place: int) -> bool:
    """Whether what stands over the stroke is counted: `xã/phường` is no rate."""
    over = _OVER_STROKE.search(text[max(0, place - LOOKBACK) : place])
    return over is not None and (over[1].lower() in lexicon().rated or over[1] in lexicon().units)


def roman(text: str, place: int) -> Said:
    """`quý III`, `Đại hội XIII`, `II. Nội dung`; alone only what can be nothing else."""
    found = _ROMAN.match(text, place)
    value = roman_value(found[0]) if found else None
    if not found or not value or not _is_roman_there(text, place, found):
        return None
    said = ordinal_in_words(value) if word_before(text, place) == "thứ" else number_in_words(value)
    year = _ROMAN_YEAR.match(text, found.end())
    return (year.end(), f"{said} năm {number_in_words(int(year[1]))}") if year else (found.end(), said)


def _is_roman_there(text: str, place: int, found: re.Match[str]) -> bool:
    if word_before(text, place) in lexicon().roman_after or _ROMAN_JOINED.search(text[max(0, place - 12) : place]):
        return True
    if begins_line(text, place) and _LABEL_END.match(text, found.end()):
        return True
    return len(found[0]) > 1 and not is_syllable(found[0])


def document_number(text: str, place: int) -> Said:
    """`294/KH-MTTQ-BTT`, `30/2020/NĐ-CP`, `16-CTr/TU`: the strokes are silent, a year is said with `năm`."""
    found = _CODE.match(text, place)
    if not found or not found[3][0].isupper():
        return None
    year = f" năm {number_in_words(int(found[2][1:]))}" if found[2] else ""
    return found.end(), f"{figures_in_words(found[1])}{year} {_code_letters(found[3])}"


def _code_letters(code: str) -> str:
    return " ".join(lexicon().codes.get(part) or part_in_words(part) for part in re.split(r"[-/.]", code) if part)


def abbreviation(text: str, place: int) -> Said:
    """An entry of the table, else its parts, else letter by letter; capitals that make a Vietnamese word are a word."""
    found = _RUN.match(text, place)
    assert found is not None
    for end in _ends(found):
        said = lexicon().words.get(text[place:end])
        if said and not (is_syllable(text[place:end]) and _is_in_capitals(text, place)):
            return end, said
    part = _PART.match(text, place)
    assert part is not None
    if _is_short(part[0]):
        return part.end(), part_in_words(part[0])
    return None


def _is_in_capitals(text: str, place: int) -> bool:
    """Whether the word in front is in capitals too, as in a heading, where `AI` is a word."""
    ahead = _LAST_WORD.search(text[max(0, place - LOOKBACK) : place])
    return ahead is not None and len(ahead[1]) > 1 and ahead[1].isupper()


def _ends(run: re.Match[str]) -> list[int]:
    """Where the run and its beginnings end, the longest first."""
    cuts = [run.start() + match.start() for match in re.finditer(r"[-&.]", run[0])]
    return [run.end(), *reversed(cuts)]


def _is_short(part: str) -> bool:
    """Whether a part is letters with figures, or capitals that make no word."""
    if len(part) == 1:
        return not is_syllable(part)
    has_figures = not part.isalpha()
    return has_figures or (part.isupper() and not is_syllable(part)) or _is_mixed(part)


def _is_mixed(part: str) -> bool:
    """`TTg`, `CTr`: two capitals in front and no vowel, or a capital inside."""
    return part[:2].isupper() and len(part) > 1 and not part[1:].islower() and not is_syllable(part)


def part_in_words(part: str) -> str:
    """Letters and figures without strokes: known words, readable ones, else letter by letter."""
    known = lexicon().words.get(part)
    if known:
        return known
    pieces = _PIECE.findall(part)
    first = lexicon().before_figures.get(pieces[0]) if len(pieces) > 1 else None
    return " ".join(filter(None, [first or _piece_in_words(pieces[0]), *map(_piece_in_words, pieces[1:])]))


def _piece_in_words(piece: str) -> str:
    if is_figures(piece):
        return figures_in_words(piece)
    known = lexicon().words.get(piece) or lexicon().codes.get(piece) if len(piece) > 1 else None
    if known:
        return known
    if (len(piece) > 1 and is_syllable(piece)) or _is_readable(piece):
        return piece
    return spelled(piece)


def _is_readable(letters: str) -> bool:
    """Whether unknown capitals are said as a word, as ASEAN is: by a letter with a mark, or vowels throughout."""
    if letters.isalpha() and _MARKED.search(letters):
        return True
    if not letters.isupper():
        return any(letter.islower() for letter in letters[1:]) and not letters[:2].isupper()
    return len(letters) >= READABLE_LENGTH and not _CONSONANT_HEAP.search(letters)


def spelled(letters: str) -> str:
    """Letter by letter, by their Vietnamese names."""
    names = lexicon().letters
    return " ".join(names.get(letter.upper(), letter) for letter in letters if letter.isalpha())


def foreign(text: str, place: int) -> Said:
    """A word that is no Vietnamese one: as the table says it, else as it is."""
    found = _PIECE.match(text, place)
    assert found is not None
    return found.end(), lexicon().foreign.get(found[0].lower(), found[0])
