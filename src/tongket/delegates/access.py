"""Who may do what with people who come: a unit writes its own list, the host's people read all, some write too."""

from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, duty_for, run_office_for
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.delegates.models import Delegate


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


def run_delegate_for(request: HttpRequest, delegate_id: int) -> tuple[Delegate, Rights]:
    """A person, also one who was taken off the list, for the office; others get 404, readers of the host 403."""
    found = Delegate.objects.select_related("duty", "unit", "instead_of").filter(pk=delegate_id).first()
    if found is None:
        raise Http404
    found.conference, rights = run_office_for(request, found.conference_id)
    return found, rights
