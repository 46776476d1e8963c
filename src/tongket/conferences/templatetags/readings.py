"""Words of the reading page that carry gaps: faults of what was typed, answers to findings."""

from collections.abc import Mapping

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tongket.conferences.fact_fields import Fault
from tongket.conferences.models import Duty, Evidence
from tongket.core import said
from tongket.core.templatetags.shell import clause
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


@register.simple_tag
def duty_clause(thing: Duty | Evidence, latest: int, place: str = "") -> SafeString | str:
    """The clause tag of a duty or of what was handed in: it opens the version of the plan where the clause stands."""
    conference = thing.conference_id if isinstance(thing, Duty) else thing.duty.conference_id
    if thing.plan_ordinal == latest:
        plan = reverse("conferences:plan", args=[conference])
    else:
        plan = reverse("conferences:plan_version", args=[conference, thing.plan_ordinal])
    return clause(place or thing.clause, plan, plain=bool(place))
