"""Whether a signed bundle speaks of what is asked now, so that its signature alone may confirm it. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from tongket.core.dates import clock_time, plain_day
from tongket.core.findings import Finding, Level, words
from tongket.reviews.bundles.values import Summary
from tongket.reviews.values import Outline, Period

_TODO = words("Xem có đúng gói không; lãnh đạo đơn vị xác nhận thì báo cáo được tính.")


def unfitting(
    summary: Summary, outline: Outline, *, asked_at: datetime, before: Iterable[datetime]
) -> tuple[Finding, ...]:
    """Why a bundle may be about something else than what is asked; empty where nothing speaks against it.

    `asked_at` is when the conference was made, in the office's zone, `before` when each bundle was made that was
    taken already.
    """
    return tuple(_reasons(summary, outline, asked_at=asked_at, before=max(map(aware, before), default=None)))


def _reasons(summary: Summary, outline: Outline, *, asked_at: datetime, before: datetime | None) -> Iterator[Finding]:
    made_at = aware(summary.made_at)
    if made_at < asked_at:
        yield Finding(
            "bundle-before-conference",
            Level.APPROVAL,
            words("Gói đóng lúc {made}, trước khi có hội nghị này."),
            todo=_TODO,
            values={"made": _told(made_at, asked_at)},
        )
    if before is not None and made_at < before:
        yield Finding(
            "bundle-older",
            Level.APPROVAL,
            words("Gói đóng lúc {made}, cũ hơn gói đã nhận (đóng lúc {before})."),
            todo=_TODO,
            values={"made": _told(made_at, asked_at), "before": _told(before, asked_at)},
        )
    theirs, ours = _current(summary.periods), _current(outline.periods)
    if ours is not None and (theirs is None or _days(theirs) != _days(ours)):
        yield Finding(
            "bundle-other-period",
            Level.APPROVAL,
            words("Gói báo cáo kỳ “{theirs}”, ở đây hỏi kỳ “{ours}”."),
            todo=_TODO,
            values={"theirs": theirs.label if theirs else "", "ours": ours.label},
        )


def aware(at: datetime) -> datetime:
    """A moment that names no zone is taken as UTC: who made the file may be anybody."""
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _told(at: datetime, here: datetime) -> str:
    """`8:15 21/10/2024`, in the zone of `here`."""
    local = at.astimezone(here.tzinfo)
    return f"{clock_time(local)} {plain_day(local.date())}"


def _current(periods: Iterable[Period]) -> Period | None:
    return next((each for each in periods if each.is_current), None)


def _days(period: Period) -> tuple[object, object]:
    return period.first_on, period.last_on
