"""Words for the values of units, as pages of this room show them."""

from datetime import date

from django import template
from django.utils.translation import gettext

from tongket.core import dates
from tongket.units.rules import BODY_WORDS, BodyType

register = template.Library()


@register.filter
def body_words(value: str) -> str:
    """The kind of body in the reader's language."""
    return gettext(BODY_WORDS[BodyType(value)])


@register.filter
def plain_day(value: date | None) -> str:
    """A day in a table: `30/6/2025`; nothing for none."""
    return dates.plain_day(value) if value else ""
