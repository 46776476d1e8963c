"""The kind of duty that this room fulfils, to send delegates; registered when Django is ready."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tongket.conferences.kinds import KINDS, register_kind
from tongket.conferences.models import Duty
from tongket.conferences.rules import STATE_WORDS, DutyKind, DutyState
from tongket.delegates.actions.answering import answer_undone
from tongket.delegates.actions.renumbering import ruled_anew
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import ANSWERED
from tongket.delegates.queries.unread import unread_among
from tongket.delegates.rules import Answer


def answer_page(duty_id: int) -> str:
    """The page where a unit says who comes."""
    return reverse("delegates:answer", args=[duty_id])


def judged_answers(duty_ids: Collection[int]) -> Mapping[int, str]:
    """`Chờ xem · 2 người dự`, `2 người dự` once it is accepted, `không ai dự`, `chưa ghi tên`; four queries."""
    answered = Duty.objects.filter(pk__in=duty_ids, state__in=ANSWERED).values_list("pk", "state")
    coming = Delegate.objects.filter(duty__in=duty_ids, answer=Answer.COMING, removed_at=None)
    counts = Counter(coming.values_list("duty_id", flat=True))
    unread = unread_among(duty_ids)
    return {
        duty_id: _said(DutyState(state), counts[duty_id], is_unread=duty_id in unread) for duty_id, state in answered
    }


def _said(state: DutyState, coming: int, *, is_unread: bool) -> str:
    people = ngettext("%(count)d người dự", "%(count)d người dự", coming) % {"count": coming}
    said = people if coming else _("không ai dự")
    if is_unread:
        said = _("chưa ghi tên")
    return said if state is DutyState.ACCEPTED and not is_unread else f"{_(STATE_WORDS[state])} · {said}"


def register() -> None:
    """Takes over where delegates are named, keeping the kind's names and picture."""
    own = KINDS[DutyKind.DELEGATES]
    register_kind(replace(own, page=answer_page, judge=judged_answers, undone=answer_undone, ruled_anew=ruled_anew))
