"""What is asked of one period and what it is compared with, as a value for the checks."""

from tongket.reviews import values
from tongket.reviews.models import Indicator, Period
from tongket.reviews.rules import Gather, Nature, Span

PLAIN = (
    *("code", "name", "measure", "definition", "group", "decimals", "part_of", "numerator", "denominator", "minimum"),
    *("maximum", "not_above", "jump", "clause", "is_needed", "names_exemplars"),
)


def asked_for(indicators: list[Indicator], periods: list[Period], current: Period) -> values.Outline:
    """An outline of these rows, in which `current` is the period that is asked."""
    asked = tuple(_indicator(row) for row in indicators)
    spans = tuple(
        values.Period(row.code, row.label, row.first_on, row.last_on, is_current=row.pk == current.pk)
        for row in periods
    )
    return values.Outline("", 0, indicators=asked, periods=spans)


def _indicator(row: Indicator) -> values.Indicator:
    plain = {name: getattr(row, name) for name in PLAIN}
    return values.Indicator(**plain, nature=Nature(row.nature), span=Span(row.span), gather=Gather(row.gather))
