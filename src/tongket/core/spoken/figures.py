"""Numbers in a text: grouped, decimal, shares, chains of a clause, telephones, and what joins two. Pure."""

import re

from tongket.core.spoken.context import Said, before, begins_line
from tongket.core.spoken.numbers import count_of, decimal_in_words, digits_in_words, figures_in_words

_PHONE = re.compile(r"(?:\+84 ?|0)[0-9]{1,3}(?:[ .\-]?[0-9]{2,4}){2,3}(?![0-9])")
_PHONE_LENGTHS = range(10, 13)
_GROUPED = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?(?![0-9]|[.,][0-9])")
_COMMAS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9])")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){2,}(?![0-9])")
_DECIMAL = re.compile(r"([0-9]+),([0-9]+)")
_CHAIN = re.compile(r"[0-9]+(?:\.[0-9]+)+")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+)/([0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+)(?![0-9/]|[.,][0-9])")
_FIGURES = re.compile(r"[0-9]+")

_JOIN = re.compile(r"\s?([-–—])\s?(?=[0-9])")
_LEFT = re.compile(r"([0-9]+)\s?(?:%|h|°c)?\s?\Z")
_NUMBER_PARTS = re.compile(r"[0-9][.,/:hg][0-9]+\s?\Z")
_SCORE = re.compile(r"(?:tỷ số|tỉ số|thắng|thua|hòa|hoà)\s+(?:chung cuộc\s+)?[0-9]+\s?\Z")
_SIGN_BETWEEN = re.compile(r"([+x×])\s?(?=[0-9])|(:)(?=[0-9])")
_AHEAD_OF_SIGN = re.compile(r"[0-9]\s?\Z")
_BETWEEN = {"+": "cộng", "x": "nhân", "×": "nhân", ":": "trên"}
# A share with a greater number below is said with "trên", as of 12 wards in 13.
PARTS_MOST = 10


def telephone(text: str, place: int) -> Said:
    """`0912 345 678`, figure by figure."""
    found = _PHONE.match(text, place)
    figures = re.sub(r"[^0-9]", "", found[0]) if found else ""
    if not found or len(figures) not in _PHONE_LENGTHS:
        return None
    return found.end(), ("cộng " if found[0].startswith("+") else "") + digits_in_words(figures)


def share(text: str, place: int) -> Said:
    """`2/3` is `hai phần ba`, `1/100` `một phần một trăm`, `12/13` `mười hai trên mười ba`."""
    found = _SHARE.match(text, place)
    if not found:
        return None
    above, below = (part.replace(".", "") for part in found.groups())
    is_part = int(above) == 1 or int(above) < int(below) <= PARTS_MOST if len(above + below) < 10 else False
    below_said = "tư" if is_part and below == "4" else count_of(below)
    return found.end(), f"{count_of(above)} {'phần' if is_part else 'trên'} {below_said}"


def number(text: str, place: int) -> Said:
    """`1.900.000`, `12,5`, `1.1.2`, `01`, `2024`."""
    for pattern, sign in ((_GROUPED, "."), (_COMMAS, ","), (_SPACED, None)):
        found = pattern.match(text, place)
        if found and not found[0].startswith("0"):
            return found.end(), _grouped(found, sign)
    decimal = _DECIMAL.match(text, place)
    if decimal:
        return decimal.end(), decimal_in_words(decimal[1], decimal[2])
    chain = _CHAIN.match(text, place)
    if chain:
        return chain.end(), " chấm ".join(map(count_of, chain[0].split(".")))
    found = _FIGURES.match(text, place)
    return (found.end(), figures_in_words(found[0])) if found else None


def _grouped(found: re.Match[str], sign: str | None) -> str:
    fraction = found[2] if sign == "." else None
    whole = re.sub(r"[^0-9]", "", found[1] if sign == "." else found[0])
    return decimal_in_words(whole, fraction) if fraction else count_of(whole)


def join(text: str, place: int) -> Said:
    """The stroke between two numbers: `đến` where the second is greater or a day, silent in a score; else `âm`."""
    found = _JOIN.match(text, place)
    if not found:
        return None
    ahead = before(text, place)
    left = _LEFT.search(ahead)
    right = _FIGURES.match(text, found.end())
    if left and right:
        is_range = bool(_NUMBER_PARTS.search(ahead)) or count_up(left[1], right[0])
        return (found.end(), "đến") if is_range and not _SCORE.search(ahead) else None
    is_minus = found.end() == place + 1 and ahead[-1:].isspace() and not begins_line(text, place)
    return (found.end(), "âm") if is_minus else None


def count_up(left: str, right: str) -> bool:
    """Whether the second row of figures is the greater number."""
    first, second = left.lstrip("0"), right.lstrip("0")
    return (len(first), first) < (len(second), second)


def between(text: str, place: int) -> Said:
    """`3 + 4`, `3 x 4`, `1:500`: the sign between two numbers."""
    found = _SIGN_BETWEEN.match(text, place)
    if not found or not _AHEAD_OF_SIGN.search(before(text, place)):
        return None
    return found.end(), _BETWEEN[found[1] or found[2]]
