"""Figures of papers as people read them: pages, minutes, whether a version is measured."""

from django import template
from django.utils.translation import gettext, ngettext

from tongket.core.number_field import said
from tongket.core.said import decimal
from tongket.papers.queries.counting import pages_words
from tongket.papers.rules import MEASURED_WORDS, REMARK_PICTURES, REMARK_WORDS, Measured, RemarkState

register = template.Library()


@register.filter
def number(value: float | str | None) -> str:
    """A number without zeros that say nothing; empty for none, and for what a template does not find."""
    return "" if value is None or isinstance(value, str) else said(value)


@register.filter
def pages_said(value: float | None) -> str:
    """`3,4 trang`; empty for none."""
    return "" if value is None else pages_words(decimal(value))


@register.filter
def clock_said(value: str) -> str:
    """`8:10 phút` for a clock's words; empty for none."""
    return gettext("%(clock)s phút") % {"clock": value} if value else ""


@register.filter
def minutes(value: float) -> str:
    """`42 phút`, whole minutes."""
    whole = round(value)
    return ngettext("%(n)d phút", "%(n)d phút", whole) % {"n": whole}


@register.filter
def measured_words(state: str) -> str:
    """Whether a version is measured, in words."""
    return gettext(MEASURED_WORDS[Measured(state)])


@register.filter
def remark_words(state: str) -> str:
    """Where a remark stands, in words."""
    return gettext(REMARK_WORDS[RemarkState(state)])


@register.filter
def remark_picture(state: str) -> str:
    """The picture of where a remark stands."""
    return REMARK_PICTURES[RemarkState(state)]
