"""Small parts of the report's pages."""

import re
from decimal import Decimal

from django import template

from tongket.core.decimals import written

register = template.Library()
NUMERAL = re.compile(r"^[IVX]+\.\s+")


@register.filter
def decimal_said(value: Decimal | None) -> str:
    """A figure as Vietnamese write it; a dash where there is none."""
    return "–" if value is None else written(value)


@register.filter
def quiet(heading: str) -> str:
    """A heading in capitals as a list of headings reads it: `II. Kết quả thực hiện`; any other as it stands."""
    found = NUMERAL.match(heading)
    words = heading[found.end() :] if found else heading
    return f"{found.group() if found else ''}{words.capitalize()}" if words.isupper() else heading
