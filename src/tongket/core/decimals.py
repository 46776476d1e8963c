"""Numbers as Vietnamese write them: a dot between thousands, a comma before decimals (`3.960,5`). Pure."""

import re
from decimal import ROUND_HALF_UP, Decimal

NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_PLACES = 4
_WRITTEN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


def written(value: Decimal | float, decimals: int | None = None) -> str:
    """`value` with exactly `decimals` places, or with those that say something (four at most) where none are named.

    Halves are rounded away from zero, as people do by hand: 2,5 becomes 3.
    """
    number = Decimal(str(value))
    places = MOST_PLACES if decimals is None else decimals
    rounded = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if decimals is None:
        rounded = rounded.normalize()
    plain = f"{abs(rounded):,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"-{plain}" if rounded < 0 else plain


def shown(value: Decimal | float, measure: str = "", decimals: int | None = None) -> str:
    """The number with its unit of measure: `3.960,5 triệu đồng`, `12,5%`; they stay on one line."""
    number = written(value, decimals)
    if not measure or measure == "%":
        return f"{number}{measure}"
    return f"{number}{NO_BREAK}{measure}"


def as_number(words: str) -> Decimal | None:
    """The reverse of `written`; None for words that are no number written so."""
    return Decimal(words.replace(".", "").replace(",", ".")) if _WRITTEN.fullmatch(words) else None
