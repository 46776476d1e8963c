"""Reference codes by which an answer finds its way back: `TK-D75V` is a duty, `[TK-M1234T]` a message. Pure.

The last letter is a check: one wrong digit, two swapped neighbours or the wrong kind give another letter, so that a
slip of the pen is never taken for somebody else's duty. A receipt (`TK-00075-1`) has no kind and is no code.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# 23 letters, a prime number, without I, J and O that look like digits or each other.
LETTERS = "ABCDEFGHKLMNPQRSTUVWXYZ"
# People and mail programs put spaces, other dashes and small letters in; digits of a key end before 18.
CODE = re.compile(r"(?<![\w-])TK\s?[-\u2010-\u2015]\s?([MD])\s?-?\s?(\d{1,17})\s?-?\s?([A-Z])(?![\w])", re.IGNORECASE)


class Kind(StrEnum):
    """What a code names."""

    MESSAGE = "M"
    DUTY = "D"


@dataclass(frozen=True, slots=True)
class Codes:
    """The keys of messages and duties that a text names, each once, in the order of the text."""

    messages: tuple[int, ...] = ()
    duties: tuple[int, ...] = ()


def check_letter(kind: Kind, key: int) -> str:
    """The letter that guards `key`.

    The digits are weighed with the powers of 2 modulo 23, counted from the right: neighbours weigh differently, and no
    weight is a multiple of 23, so that every single slip moves the sum.
    """
    weighed = sum(int(digit) * pow(2, place, 23) for place, digit in enumerate(reversed(str(key)), 1))
    return LETTERS[(weighed + LETTERS.index(kind.value)) % 23]


def code_of_message(key: int) -> str:
    """`TK-M1234T`, the code at the end of a message's subject, there within square brackets."""
    return _code(Kind.MESSAGE, key)


def code_of_duty(key: int) -> str:
    """`TK-D75V`, the code beside a duty in the text of a message."""
    return _code(Kind.DUTY, key)


def _code(kind: Kind, key: int) -> str:
    return f"TK-{kind.value}{key}{check_letter(kind, key)}"


def codes_in(text: str) -> Codes:
    """Every code in `text` whose check letter is right; whether its row exists is for the caller to ask."""
    found: dict[Kind, dict[int, None]] = {Kind.MESSAGE: {}, Kind.DUTY: {}}
    for kind_letter, digits, letter in CODE.findall(text):
        kind, key = Kind(kind_letter.upper()), int(digits)
        if check_letter(kind, key) == letter.upper():
            found[kind][key] = None
    return Codes(tuple(found[Kind.MESSAGE]), tuple(found[Kind.DUTY]))


def with_code(subject: str, key: int) -> str:
    """The subject as it is sent: with the message's code at its end, once."""
    code = f"[{code_of_message(key)}]"
    return subject if subject.endswith(code) else f"{subject} {code}".strip()
