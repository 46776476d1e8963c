"""The small parts that every page repeats: icon, clause tag, state, date."""

from dataclasses import replace
from datetime import date, datetime
from urllib.parse import quote

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tongket.core import dates, said, text
from tongket.core.findings import Finding, Sentence, compose

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture of icons.css; it is decoration, the words beside it carry the meaning."""
    return format_html('<span class="i i-{}" aria-hidden="true"></span>', name)


def clause_words(clause: str) -> str:
    """The clause spelled out: `III.2/4` is part III, clause 2, item 4."""
    place, _, item = clause.partition("/")
    part, _, rest = place.partition(".")
    words = [gettext("phần {part}").format(part=part)]
    if rest:
        words.append(gettext("mục {clause}").format(clause=rest))
    if item:
        words.append(gettext("ý {item}").format(item=item))
    return ", ".join(words)


@register.simple_tag
def clause(name: str | None, plan: str, *, plain: bool = False) -> SafeString | str:
    """The clause tag: opens the plan at `plan` there; nothing where the thing has no clause."""
    if not name:
        return ""
    title = gettext("Mở kế hoạch: {place}").format(place=clause_words(name))
    css = "clause plain" if plain else "clause"
    return format_html('<a class="{}" href="{}#{}" title="{}">{}</a>', css, plan, quote(name, safe="/."), title, name)


@register.simple_tag
def state(name: str, words: str) -> SafeString:
    """A state: its picture first, its words after, its colour last."""
    return format_html(
        '<span class="st st-{}"><span class="i i-{}" aria-hidden="true"></span>{}</span>', name, name, words
    )


@register.filter
def sentence(finding: Finding) -> Sentence:
    """A finding in the reader's language, part by part."""
    return compose(replace(finding, values=said.in_their_words(finding.values)), gettext)


@register.filter
def inside_quotes(words: str | None) -> str:
    """Words that a page puts in quotation marks."""
    return text.inside_quotes(words or "")


@register.filter
def day(value: date | datetime | None) -> str:
    """A day as it is said: `thứ Tư, 30/10/2024`."""
    return said.long_day(_date(value)) if value else ""


@register.filter
def short_day(value: date | datetime | None) -> str:
    """A day where the year is clear: `30/10`."""
    return dates.short_day(_date(value)) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """A moment in a log: `21/10, 8:15`."""
    return dates.moment(timezone.localtime(value)) if value else ""


def _date(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@register.filter
def week_day(value: date | datetime | None) -> str:
    """A day of this year with its weekday: `thứ Tư, 30/10`."""
    return said.week_day(_date(value)) if value else ""
