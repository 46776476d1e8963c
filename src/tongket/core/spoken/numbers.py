"""Numbers in Vietnamese words: the whole ones, decimals, digits one by one, and Roman figures. Pure.

No library reads them right: num2words 0.5.14 leaves the zero hundreds out (`một nghìn lẻ năm`) and reads 12,5 as
`mười hai phẩy năm mươi`; vietnam-number 1.0.6 writes `lẽ`, says neither `hai mươi tư` nor decimals.
"""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
MILLIARD = 10**9
MOST = 10**18
# Beyond two figures a decimal is said figure by figure.
DECIMALS_AT_ONCE = 2

_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def number_in_words(number: int) -> str:
    """`mười lăm`, `hai mươi mốt`, `một trăm lẻ năm`; ValueError below 0 and from a milliard of milliards on."""
    if not 0 <= number < MOST:
        raise ValueError(f"a number from 0 to {MOST - 1} is wanted, got {number}")
    milliards, rest = divmod(number, MILLIARD)
    if not milliards:
        return _below_milliard(rest, is_first=True)
    said = f"{_below_milliard(milliards, is_first=True)} tỷ"
    return f"{said} {_below_milliard(rest, is_first=False)}" if rest else said


def _below_milliard(number: int, *, is_first: bool) -> str:
    if number == 0:
        return DIGITS[0]
    groups = [number // 1000**place % 1000 for place in range(len(SCALES))]
    top = max(place for place, group in enumerate(groups) if group)
    said = [
        f"{_group(group, is_first=is_first and place == top)} {SCALES[place]}".strip()
        for place, group in reversed(list(enumerate(groups)))
        if group
    ]
    return " ".join(said)


def _group(group: int, *, is_first: bool) -> str:
    """Three digits; within a longer number the hundreds are always said: `một nghìn không trăm lẻ năm`."""
    hundreds, rest = divmod(group, 100)
    said = [] if is_first and not hundreds else [f"{DIGITS[hundreds]} trăm"]
    if rest:
        said.append(_below_hundred(rest, is_after=bool(said)))
    return " ".join(said)


def _below_hundred(number: int, *, is_after: bool) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return f"lẻ {DIGITS[ones]}" if is_after else DIGITS[ones]
    said = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    if not ones:
        return said
    last = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}.get(ones, DIGITS[ones])
    return f"{said} {last}"


def is_figures(text: str) -> bool:
    """Whether a piece is plain figures: raised ones (`²`) are digits to Python and no numbers."""
    return text.isascii() and text.isdigit()


def digits_in_words(figures: str) -> str:
    """`0912` as `không chín một hai`, as telephone numbers are said."""
    return " ".join(DIGITS[int(figure)] for figure in figures)


def figures_in_words(figures: str) -> str:
    """A row of figures as a count: `01` is `không một`, `2024` a number; figure by figure where no count is meant."""
    if (figures.startswith("0") and len(figures) > 1) or len(figures) > len(str(MILLIARD)):
        return digits_in_words(figures)
    return number_in_words(int(figures))


def decimal_in_words(whole: str, fraction: str, sign: str = "phẩy") -> str:
    """`3`, `42` as `ba phẩy bốn mươi hai`; a fraction that begins with 0 or is long is said figure by figure."""
    at_once = len(fraction) <= DECIMALS_AT_ONCE and not fraction.startswith("0")
    said = number_in_words(int(fraction)) if at_once else digits_in_words(fraction)
    return f"{count_of(whole)} {sign} {said}"


def count_of(figures: str) -> str:
    """Figures as the number they make, zeros before it not said; very long rows figure by figure."""
    number = figures.lstrip("0") or "0"
    return number_in_words(int(number)) if len(number) < len(str(MOST)) else digits_in_words(figures)


def ordinal_in_words(number: int) -> str:
    """What follows `thứ`: `nhất`, `tư`, else the number."""
    return {1: "nhất", 4: "tư"}.get(number) or number_in_words(number)


def roman_value(figures: str) -> int | None:
    """What Roman figures up to 89 stand for, None for whatever is none."""
    if not _ROMAN.match(figures):
        return None
    values = [_ROMAN_VALUES[figure] for figure in figures]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
