"""Who opens one person of the list: the office that keeps it; a unit has its own list instead."""

from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, run_office_for
from tongket.delegates.models import Delegate


def run_delegate_for(request: HttpRequest, delegate_id: int) -> tuple[Delegate, Rights]:
    """The person, also one who was taken off the list; others than the host's get 404, its readers 403."""
    found = Delegate.objects.select_related("duty", "unit", "instead_of").filter(pk=delegate_id).first()
    if found is None:
        raise Http404
    found.conference, rights = run_office_for(request, found.conference_id)
    return found, rights
