"""Who may do what with the volume: the host's people see it, its clerks and leaders bind it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from tongket.conferences.access import Rights, conference_for
from tongket.conferences.models import Conference


def volume_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """The conference for people of its host; units get 404 until the office hands the volume out."""
    conference, rights = conference_for(request, conference_id)
    if not rights.is_host:
        raise Http404
    return conference, rights


def run_volume_for(request: HttpRequest, conference_id: int) -> tuple[Conference, Rights]:
    """As `volume_for`, for who decides; readers get 403."""
    conference, rights = volume_for(request, conference_id)
    if not rights.may_run:
        raise PermissionDenied
    return conference, rights
