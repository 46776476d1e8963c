"""How a plan is numbered: what stands before a heading or an item, and what the contract calls it."""

from dataclasses import dataclass
from enum import StrEnum

from hypothesis import strategies as st

from tests.plans.drawing.names import Draw

ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín")
_LETTERS = "abcdđeghiklm"


class Family(StrEnum):
    """The families of headings."""

    ROMAN = "roman"
    ARABIC = "arabic"
    DOTTED = "dotted"
    ARTICLE = "article"
    CAPITAL = "capital"
    PART = "part"
    NONE = "none"


class List(StrEnum):
    """What stands before each item of a list."""

    DASH = "- "
    LONG_DASH = "– "
    PLUS = "+ "
    DOT = "• "
    LETTER = "a) "
    NOTHING = ""


# Top family with the signs behind its label, and the family below it with its signs.
_STYLES = (
    (Family.ROMAN, (". ", "/ ", "- ", ") ", ". "), Family.ARABIC, (". ", ") ", "/ ")),
    (Family.ARABIC, (". ", "/ "), Family.DOTTED, (". ", " ")),
    (Family.ARTICLE, (". ", ": "), Family.ARABIC, (". ",)),
    (Family.CAPITAL, (". ", "/ "), Family.ARABIC, (". ", ") ")),
    (Family.PART, (": ", ". "), Family.ROMAN, (". ",)),
    (Family.NONE, ("",), Family.ARABIC, (". ",)),
)


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one plan: families and signs of its two levels, its lists, how its headings end and look."""

    top: Family
    top_sign: str
    second: Family
    second_sign: str
    listed: List
    capitals: bool
    colon: str


def style(draw: Draw) -> Style:
    """The habits of one plan; headings without a number are in capitals, else nothing would tell them."""
    top, top_signs, second, second_signs = draw(st.sampled_from(_STYLES))
    return Style(
        top,
        draw(st.sampled_from(top_signs)),
        second,
        draw(st.sampled_from(second_signs)),
        draw(st.sampled_from(tuple(List))),
        top is Family.NONE or draw(st.booleans()),
        draw(st.sampled_from(("", "", ":"))),
    )


def label(family: Family, place: int, above: str) -> str:
    """The label of the heading at `place`, counted from 1."""
    match family:
        case Family.ROMAN:
            return ROMANS[place - 1]
        case Family.CAPITAL:
            return "ABCDEGHKLM"[place - 1]
        case Family.DOTTED:
            return f"{above}.{place}"
        case _:
            return str(place)


def mark(family: Family, place: int, sign: str, above: str = "") -> str:
    """What is printed before the heading at `place`."""
    match family:
        case Family.NONE:
            return ""
        case Family.ARTICLE:
            return f"Điều {place}{sign}"
        case Family.PART:
            return f"Phần thứ {_ORDINALS[place - 1]}{sign}"
        case _:
            return label(family, place, above) + sign


def item_mark(listed: List, place: int) -> str:
    """What is printed before the item at `place`, counted from 1."""
    return f"{_LETTERS[place - 1]}) " if listed is List.LETTER else listed.value
