"""Who may do what with a unit's list of people: the unit writes its own, the host's people read all, some decide."""

from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, duty_for
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind


def list_for(request: HttpRequest, duty_id: int) -> tuple[Duty, Rights]:
    """The duty to send people, for its unit and the host's people; everybody else gets 404."""
    duty, rights = duty_for(request, duty_id)
    if duty.kind != DutyKind.DELEGATES:
        raise Http404
    return duty, rights


def may_write_list(duty: Duty, rights: Rights) -> bool:
    """Whether the person writes the list: as one of the unit's people, or for it as the office; it has a unit by then.

    Whether it still can be sent is the duty's own matter.
    """
    return duty.unit_id is not None and rights.may_hand_in(duty.unit_id)
