"""What could be drafted for a conference, and what each would be made of: `Công văn · tham luận · 6 đơn vị`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.kinds import KINDS as DUTY_KINDS
from tongket.conferences.models import Conference, Duty
from tongket.documents.kinds import KINDS, cancellation
from tongket.documents.kinds.request import PARTS
from tongket.documents.queries.plan import PLAN

# One letter for each kind of duty, for each says its own limits and last day.
BY_DUTY = "request"
# What tells those invited that nothing takes place; offered once the conference is called off.
CANCELLATION = cancellation.CODE
MADE_OTHERWISE = frozenset({PLAN, "correction", "recommendations"})


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the page: a kind with its options, in words, and how many would get it."""

    key: str
    kind: str
    label: str
    about: str
    people: str
    options: Mapping[str, Any] = field(default_factory=dict)


def offers_of(conference: Conference) -> list[Offer]:
    """What could be drafted, letters by kind of duty first; a constant number of queries for each kind."""
    duties = Duty.objects.counted().filter(conference=conference, unit__isnull=False)
    kinds = duties.order_by("pk").values_list("kind", flat=True)
    owed = [kind for kind in dict.fromkeys(kinds) if kind in PARTS]
    offers = []
    for code, kind in KINDS.items():
        if code in MADE_OTHERWISE or (code == CANCELLATION and not conference.is_cancelled):
            continue
        variants: list[dict[str, list[str]]] = [{"duty_kinds": [duty]} for duty in owed] if code == BY_DUTY else [{}]
        offers += [_offer(conference, code, str(_(kind.label)), options) for options in variants]
    # What the host gives itself to do is no letter.
    return [offer for offer in offers if offer.people or offer.kind != BY_DUTY]


def _offer(conference: Conference, code: str, label: str, options: dict[str, list[str]]) -> Offer:
    duties = options.get("duty_kinds", [])
    about = ", ".join(str(_(DUTY_KINDS[duty].label)) for duty in duties if duty in DUTY_KINDS)
    number = len(KINDS[code].addressees(conference, options))
    people = ngettext("{n} nơi nhận", "{n} nơi nhận", number).format(n=number) if number else ""
    return Offer(":".join([code, *duties]), code, label, about, people, options)
