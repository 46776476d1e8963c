"""What earlier conferences of a host recommended and nobody has answered: brought over, and laid before the office."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.models import Conference
from tongket.conferences.queries.board import Shown
from tongket.conferences.queries.todo import Todo
from tongket.synthesis.models import Recommendation
from tongket.synthesis.rules import OPEN, STATE_PICTURES, RecommendationState


def earlier_conferences(conference: Conference) -> QuerySet[Conference]:
    """What the same host held before this one and did not call off; those without a day by when they were made."""
    others = Conference.objects.filter(host=conference.host_id, cancelled_at=None).exclude(pk=conference.pk)
    made_before = Q(made_at__lt=conference.made_at)
    if conference.held_on is None:
        return others.filter(made_before)
    return others.filter(Q(held_on__lt=conference.held_on) | Q(made_before, held_on=None))


def open_before(conference: Conference, *, on: date) -> list[Recommendation]:
    """What earlier conferences left open and did not leave out, and no conference has taken over yet.

    A proposal that nobody touched stays where its conference is still to come: the reviews change it there.
    """
    rows = Recommendation.objects.filter(
        conference__in=earlier_conferences(conference),
        merged_into=None,
        is_left_out=False,
        state__in=OPEN,
    )
    to_come = Q(conference__held_on=None) | Q(conference__held_on__gte=on)
    settled = rows.exclude(to_come, state=RecommendationState.DRAFT, is_worded=False)
    ordered = settled.select_related("addressed_to", "letter")
    left = list(ordered.order_by("conference__held_on", "conference", "ordinal", "pk"))
    followed = _followed_on({row.pk for row in left}, conference)
    return [row for row in left if row.pk not in followed]


def _goes_on(conference: Conference) -> Q:
    """Of recommendations: its conference was not called off, or is this one."""
    return Q(conference__cancelled_at=None) | Q(conference=conference)


def _followed_on(keys: set[int], conference: Conference) -> set[int]:
    """Those that a conference took over, maybe by way of some that were called off since; two queries a step."""
    first, found = {key: key for key in keys}, set[int]()
    while first:
        later = Recommendation.objects.filter(earlier__in=first)
        going = later.filter(_goes_on(conference)).values_list("earlier", flat=True)
        found |= {first[earlier] for earlier in going if earlier}
        called_off = later.exclude(_goes_on(conference)).values_list("pk", "earlier")
        first = {key: first[earlier] for key, earlier in called_off if earlier}
    return found


def open_todo(conference: Conference) -> Iterator[Todo]:
    """One thing to do for the office while anything brought over is open; one query."""
    rows = Recommendation.objects.filter(conference=conference, merged_into=None, earlier__isnull=False)
    states = list(rows.filter(state__in=OPEN, is_left_out=False).values_list("state", flat=True))
    if not states:
        return
    number = len(states)
    title = ngettext(
        "Theo dõi %(n)d kiến nghị còn mở từ hội nghị trước", "Theo dõi %(n)d kiến nghị còn mở từ hội nghị trước", number
    )
    yield Todo(
        "",
        title % {"n": number},
        _how_far(states),
        Shown(STATE_PICTURES[RecommendationState.SENT], _("Còn mở")),
        reverse("synthesis:recommendations", args=[conference.pk]),
        _("Xem"),
    )


def _how_far(states: list[str]) -> str:
    """How many wait for an answer, and how many were answered and wait to be closed."""
    sent, answered = states.count(RecommendationState.SENT), states.count(RecommendationState.ANSWERED)
    waiting = ngettext("%(n)d đã gửi, chờ trả lời.", "%(n)d đã gửi, chờ trả lời.", sent) % {"n": sent}
    closing = ngettext("%(n)d đã trả lời, chờ đóng.", "%(n)d đã trả lời, chờ đóng.", answered) % {"n": answered}
    return " ".join([waiting] * bool(sent) + [closing] * bool(answered)) or _("Chưa gửi đi.")
