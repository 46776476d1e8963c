"""The duty that somebody decides on."""

from django.http import HttpRequest
from ninja.errors import HttpError

from tongket.conferences.access import duty_for
from tongket.conferences.models import Duty


def decided_duty_for(request: HttpRequest, duty_id: int) -> Duty:
    """The duty for people of the office who decide; outsiders get 404, readers 403."""
    duty, rights = duty_for(request, duty_id)
    if not rights.may_run:
        raise HttpError(403, "Forbidden")
    return duty
