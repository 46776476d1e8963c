"""The movable clock of a demo or rehearsal as JSON; everybody may read it, the administrator may move it."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from tongket.core import clock

router = Router(tags=["clock"])


class ClockIn(Schema):
    """The moment at which the clock is to stand, in the office's zone where it names none; None lets it run again."""

    stands_at: datetime | None = None


class ClockOut(Schema):
    """What time it is for everybody, and whether it can be moved here."""

    now: datetime
    is_movable: bool


@router.get("", response=ClockOut)
def get_clock(request: HttpRequest) -> ClockOut:  # noqa: ARG001 -- every call is handed one
    """What time it is."""
    return ClockOut(now=timezone.localtime(clock.now()), is_movable=settings.CLOCK_MOVABLE)


@router.post("", response=ClockOut)
def move_clock(request: HttpRequest, body: ClockIn) -> ClockOut:
    """Lets the clock stand at a moment, or run again."""
    if not settings.CLOCK_MOVABLE or not request.user.is_authenticated or not request.user.is_admin:
        raise PermissionDenied
    at = body.stands_at
    clock.move(timezone.make_aware(at) if at is not None and timezone.is_naive(at) else at)
    return get_clock(request)
