"""How figures are written out for people. Pure."""

from decimal import Decimal


def vietnamese(value: Decimal) -> str:
    """`1.234.567,5`: dots part thousands, a comma begins decimals."""
    whole, _dot, decimals = format(value, "f").partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", ".") + (f",{decimals}" if decimals else "")
