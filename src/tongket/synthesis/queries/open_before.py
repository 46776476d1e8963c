"""What earlier conferences of a host recommended and nobody has answered: brought over, and laid before the office."""

from collections.abc import Iterator

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
    """The conferences that the same host held before this one; those without a day by when they were made."""
    others = Conference.objects.filter(host=conference.host_id).exclude(pk=conference.pk)
    made_before = Q(made_at__lt=conference.made_at)
    if conference.held_on is None:
        return others.filter(made_before)
    return others.filter(Q(held_on__lt=conference.held_on) | Q(made_before, held_on=None))


def open_before(conference: Conference) -> QuerySet[Recommendation]:
    """What earlier conferences left open and did not leave out, and no conference has taken over yet."""
    rows = Recommendation.objects.filter(
        conference__in=earlier_conferences(conference),
        merged_into=None,
        is_left_out=False,
        state__in=OPEN,
        later=None,
    )
    return rows.select_related("addressed_to").order_by("conference__held_on", "conference", "ordinal", "pk")


def open_todo(conference: Conference) -> Iterator[Todo]:
    """One thing to do for the office while anything brought over is open; one query."""
    rows = Recommendation.objects.filter(conference=conference, merged_into=None, earlier__isnull=False)
    states = list(rows.filter(state__in=OPEN, is_left_out=False).values_list("state", flat=True))
    if not states:
        return
    sent, number = states.count(RecommendationState.SENT), len(states)
    title = ngettext(
        "Theo dõi %(n)d kiến nghị còn mở từ hội nghị trước", "Theo dõi %(n)d kiến nghị còn mở từ hội nghị trước", number
    )
    reason = ngettext("%(n)d đã gửi, chờ trả lời.", "%(n)d đã gửi, chờ trả lời.", sent) % {"n": sent}
    yield Todo(
        "",
        title % {"n": number},
        reason if sent else _("Chưa gửi đi."),
        Shown(STATE_PICTURES[RecommendationState.SENT], _("Còn mở")),
        reverse("synthesis:recommendations", args=[conference.pk]),
        _("Xem"),
    )
