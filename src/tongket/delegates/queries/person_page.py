"""What the form of one person chooses from: groups of the plan, names of units, people whom a unit has."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import group_texts, standing, words_of
from tongket.documents.kinds.known import facts_of, version_of
from tongket.units.models import Membership, Unit

MOST_UNITS = 500


@dataclass(frozen=True, slots=True)
class Choices:
    """`groups` are clauses with their words, guests beyond the plan first; `others` is everybody else."""

    groups: tuple[tuple[str, str], ...]
    units: tuple[str, ...]
    people: tuple[str, ...]
    others: QuerySet[Delegate]


def choices_for(conference: Conference, row: Delegate | None, *, today: date) -> Choices:
    """What the form offers for `row`, None for somebody new, who is most likely of the host; three queries."""
    texts = group_texts(facts_of(version_of(conference)).participants)
    groups = {"": _("Khách mời ngoài kế hoạch")} | {clause: words_of(said) for clause, said in texts.items()}
    if row is not None:
        groups.setdefault(row.clause, "")
    units = Unit.objects.valid_on(today).order_by("sort_key").values_list("name", flat=True)
    at = row.unit_id if row is not None else conference.host_id
    people = Membership.objects.filter(unit=at, ended_on=None).order_by("pk").values_list("person__name", flat=True)
    others = standing(conference).exclude(pk=row.pk) if row is not None else standing(conference)
    return Choices(tuple(groups.items()), tuple(units[:MOST_UNITS]), tuple(dict.fromkeys(people)), others)
