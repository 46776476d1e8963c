"""Numbers as Word writes them in front of paragraphs (ISO/IEC 29500-1, 17.18.59)."""

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST_ROMAN = 3999


def numeral(count: int, style: str) -> str:
    """`count` in the number format `style`; a format not known is written in digits, "none" and "bullet" as nothing."""
    match style:
        case "none" | "bullet":
            return ""
        case "upperRoman" | "lowerRoman":
            roman = _roman(count)
            return roman if style == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter":
            letters = _letters(count)
            return letters if style == "upperLetter" else letters.lower()
        case "decimalZero":
            return f"{count:02}"
        case "vietnameseCounting" | "cardinalText" | "ordinalText":
            return _spelled(count)
    return str(count)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    written = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written


def _letters(count: int) -> str:
    """A to Z, then AA, BB …: Word repeats the letter."""
    if count < 1:
        return str(count)
    times, place = divmod(count - 1, 26)
    return chr(ord("A") + place) * (min(times, 9) + 1)


def _spelled(count: int) -> str:
    if not 0 <= count < 20:
        return str(count)
    tens, ones = divmod(count, 10)
    if not tens:
        return _DIGITS[ones]
    return " ".join(["mười", *([] if not ones else ["lăm" if ones == 5 else _DIGITS[ones]])])
