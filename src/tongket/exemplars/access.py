"""Who may do what with exemplars: the host's people see the register, its clerks and leaders write in it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, conference_for
from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar


def register_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """The conference whose host keeps the register, for people of that host; others get 404."""
    conference, rights = conference_for(request, conference_id)
    if not rights.is_host:
        raise Http404
    return conference, rights


def run_register_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """As `register_for`, for who decides; readers get 403."""
    conference, rights = register_for(request, conference_id)
    if not rights.may_run:
        raise PermissionDenied
    return conference, rights


def exemplar_in(conference: Conference, exemplar_id: int) -> Exemplar:
    """An exemplar of the register that this conference's host keeps; 404 for one of another host."""
    rows = Exemplar.objects.select_related("owner", "host", "merged_into")
    found = rows.filter(pk=exemplar_id, host=conference.host_id).first()
    if found is None:
        raise Http404
    return found
