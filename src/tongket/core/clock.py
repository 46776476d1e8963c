"""The only place that asks for the time; the demo and a rehearsal may move it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from tongket.core.models import Setting

KEY = "clock"
_standing: ContextVar[datetime | None] = ContextVar("standing", default=None)


def moved_to() -> datetime | None:
    """The moment at which a moved clock stands, None where the real time runs; asks the database once."""
    if not settings.CLOCK_MOVABLE:
        return None
    row = Setting.objects.filter(key=KEY, scope="").first()
    return datetime.fromisoformat(row.value["stands_at"]) if row else None


def standing() -> datetime | None:
    """The moment that `hold` keeps for this request; asks nothing."""
    return _standing.get()


def hold(moment: datetime | None) -> None:
    """Keeps `moment` as the time of this request or job, so that one page never sees two times."""
    _standing.set(moment)


@contextmanager
def asked_once() -> Iterator[None]:
    """Asks a movable clock once for everything in the block; what is held already stays, the real time runs on."""
    before = _standing.get()
    hold(before or moved_to())
    try:
        yield
    finally:
        hold(before)


def now() -> datetime:
    """The time to work with, in the office's time zone."""
    return timezone.localtime(_standing.get() or moved_to() or timezone.now())


def today() -> date:
    """The day of `now`."""
    return now().date()


def move(moment: datetime | None) -> None:
    """Sets the clock to `moment`, or back to the real time with None; only where the clock is movable."""
    if not settings.CLOCK_MOVABLE:
        raise ClockFixed("The clock of this installation cannot be moved; TONGKET_CLOCK_MOVABLE=1 allows it.")
    Setting.objects.filter(key=KEY, scope="").delete()
    if moment is not None:
        Setting.objects.create(key=KEY, value={"stands_at": moment.isoformat()})


class ClockFixed(RuntimeError):
    """Somebody tried to move the clock of an installation that runs on real time."""
