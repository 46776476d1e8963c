"""Numbers as Vietnamese write them: a dot between thousands, a comma before decimals (`3.960,5`). Pure."""

from decimal import ROUND_HALF_UP, Decimal

NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_PLACES = 4


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
