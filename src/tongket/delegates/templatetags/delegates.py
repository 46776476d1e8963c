"""How an answer is shown, and which person a typed line stands for."""

from collections.abc import Iterable

from django import forms, template
from django.utils.translation import gettext

from tongket.core.text import row_key
from tongket.delegates.models import Delegate
from tongket.delegates.rules import ANSWER_PICTURES, ANSWER_WORDS, Answer

register = template.Library()


@register.filter
def answer_words(answer: str) -> str:
    """What was said of a person's coming, in words."""
    return gettext(ANSWER_WORDS[Answer(answer)])


@register.filter
def answer_picture(answer: str) -> str:
    """The picture of an answer."""
    return ANSWER_PICTURES[Answer(answer)]


@register.filter
def person_of(line: forms.Form, people: Iterable[Delegate]) -> Delegate | None:
    """The person on the list whom a line stands for, None for a new line."""
    key = row_key(str(line["key"].value() or ""))
    return next((each for each in people if each.pk == key), None)
