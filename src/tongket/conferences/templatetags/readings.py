"""Words of the reading page that carry gaps: faults of what was typed, answers to findings."""

from collections.abc import Mapping

from django import template
from django.utils.translation import gettext as _

from tongket.conferences.fact_fields import Fault
from tongket.core import said
from tongket.plans.checks.answers import Answer

register = template.Library()


@register.filter
def fault(value: Fault) -> str:
    """Why a typed field was not taken."""
    return str(_(value.message)).format(found=value.found)


@register.filter
def of(counts: Mapping[str, int], clause: str) -> int:
    """How many duties stand at a clause."""
    return counts.get(clause, 0) if clause else 0


@register.filter
def answer_words(value: Answer) -> str:
    """What a click answers."""
    return str(_(value.label)).format(**said.in_their_words(value.values))
