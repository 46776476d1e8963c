"""Small parts of the report's pages."""

from decimal import Decimal

from django import template

from tongket.core.decimals import written

register = template.Library()


@register.filter
def decimal_said(value: Decimal | None) -> str:
    """A figure as Vietnamese write it; a dash where there is none."""
    return "–" if value is None else written(value)
