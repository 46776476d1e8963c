"""What came last for a list of people: its note, and whether names were written from it (a letter, a file, a link)."""

from collections.abc import Collection

from tongket.conferences.models import Duty, Evidence
from tongket.core.audit import reference_to
from tongket.core.models import Event

NAMED = "name_delegates"


def last_notes(duty_ids: Collection[int]) -> dict[int, str]:
    """What stands at the last version of each of these duties, by its number; one query."""
    standing = Evidence.objects.filter(duty__in=duty_ids, taken_back_at=None).order_by("ordinal")
    return dict(standing.values_list("duty_id", "note"))


def unread_among(duty_ids: Collection[int]) -> frozenset[int]:
    """Those of these duties whose last version names nobody; two queries.

    Who writes names, or that nobody comes, leaves a line in the trail with the version that says so.
    """
    standing = Evidence.objects.filter(duty__in=duty_ids, taken_back_at=None).order_by("ordinal")
    latest = dict(standing.values_list("duty_id", "pk"))
    subjects = [reference_to(Duty, duty_id) for duty_id in latest]
    written = set(Event.objects.filter(subject__in=subjects, verb=NAMED).values_list("changes__evidence", flat=True))
    return frozenset(duty_id for duty_id, version in latest.items() if version not in written)
