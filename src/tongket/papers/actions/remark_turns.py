"""The office gives those who speak without a paper their turns, as it does for papers."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.papers.models import RemarkTurn
from tongket.papers.queries.remarks import remark_rows
from tongket.papers.rules import moved


class NotSpeaking(LookupError):
    """Nobody of this name speaks at the conference: it was freed, refused or withdrawn meanwhile."""


def set_turn(*, conference: Conference, speaker: str, place: int, by: User, now: datetime) -> Event:
    """Gives a speaker (`RemarkRow.key`) its turn, counted from 1; beyond the last it is the last.

    Those behind it move on. Raises NotSpeaking.
    """
    return _arrange(conference, speaker, by=by, now=now, to=lambda _at: place)


def move_turn(*, conference: Conference, speaker: str, steps: int, by: User, now: datetime) -> Event:
    """Moves a speaker so many turns back (above 0) or forward (below 0); at the ends it stays. Raises NotSpeaking."""
    return _arrange(conference, speaker, by=by, now=now, to=lambda at: at + steps)


@transaction.atomic
def _arrange(conference: Conference, speaker: str, *, by: User, now: datetime, to: Callable[[int], int]) -> Event:
    """Writes all turns anew, one after the other; one person at a time for a conference."""
    here = Conference.objects.select_for_update().get(pk=conference.pk)
    order = [row.key for row in remark_rows(here, today=timezone.localdate(now)) if row.speaks]
    if speaker not in order:
        raise NotSpeaking(speaker)
    wanted = moved(order, speaker, to=to(order.index(speaker) + 1))
    RemarkTurn.objects.filter(Q(duty__conference=here) | Q(remark__conference=here)).delete()
    RemarkTurn.objects.bulk_create(_turns(wanted))
    changes = {"speaker": speaker, "before": order, "after": wanted}
    return audit.record(verb="arrange_remarks", subject=here, scope=here, by=by, now=now, changes=changes)


def _turns(order: Sequence[str]) -> list[RemarkTurn]:
    named = (key.split(":") for key in order)
    return [RemarkTurn(**{f"{kind}_id": int(number)}, place=place) for place, (kind, number) in enumerate(named, 1)]
