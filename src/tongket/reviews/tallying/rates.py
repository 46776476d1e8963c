"""A rate of sums: numerators and denominators are added up apart and divided once."""

from decimal import Decimal

TIMES = {"%": Decimal(100), "‰": Decimal(1000)}


def rate(numerator: Decimal | None, denominator: Decimal | None, measure: str = "%") -> Decimal | None:
    """The rate in its measure (`%`, `‰`, else how many to one); None where a half is missing or the base is zero."""
    if numerator is None or not denominator:
        return None
    return numerator * TIMES.get(measure.strip(), Decimal(1)) / denominator
