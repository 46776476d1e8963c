"""What the benchmark of the roll-up does with rows, ours and the same in pandas and DuckDB; needs Django ready."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.db import connection, reset_queries, transaction
from tests.factories.accounts import NOW

from bench.nation import MADE_AT, count_figures, seed
from tongket.conferences.models import Conference
from tongket.reviews.actions.tallying import recalculate, recalculate_above
from tongket.reviews.models import Figure, Indicator, Period, Review, Tally
from tongket.reviews.queries.figures import parts_of
from tongket.reviews.queries.tally import roll_up_page
from tongket.reviews.rules import Gather, ReviewState

RUNS = 3
PAGE_RUNS = 3


@dataclass(frozen=True, slots=True)
class Took:
    """Medians of several runs, on the clock and of this process's CPU time, in seconds."""

    seconds: float
    cpu: float


def timed(work: Callable[[], object], runs: int = RUNS) -> Took:
    """How long the work takes, after one run that warms nothing but the connection."""
    pairs = []
    for _ in range(runs):
        cpu, began = time.process_time(), time.perf_counter()
        work()
        pairs.append((time.perf_counter() - began, time.process_time() - cpu))
    return Took(statistics.median(wall for wall, _ in pairs), statistics.median(cpu for _, cpu in pairs))


def peak_megabytes() -> float:
    """The most memory this process ever held."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def seeded(communes: int) -> dict[str, float]:
    """Writes the rows and says how many figures there are."""
    seed(communes)
    return {"figures": count_figures()}


def ours() -> dict[str, float]:
    """All anew, every page of figures, one more report, and the most memory that took."""
    conference = Conference.objects.get()
    before = peak_megabytes()
    first = timed(lambda: recalculate(conference=conference, by=None, now=NOW), 1)
    again = timed(lambda: recalculate(conference=conference, by=None, now=NOW))
    peak = peak_megabytes()
    pages = [_page_seconds(conference, unit) for unit in [conference.host, *_gathering(conference)]]
    connection.force_debug_cursor = True
    reset_queries()
    _page(conference, conference.host)
    queries = len(connection.queries)
    connection.force_debug_cursor = False
    tally = (
        Tally.objects.filter(unit=conference.host).select_related("conference", "indicator", "period").order_by("pk")
    )
    added = [_add_one(conference, number) for number in range(RUNS)]
    return {
        "first_seconds": first.seconds,
        "seconds": again.seconds,
        "cpu": again.cpu,
        "peak": peak,
        "before": before,
        "page_seconds": statistics.median(each.seconds for each in pages),
        "page_worst": max(each.seconds for each in pages),
        "page_cpu": statistics.median(each.cpu for each in pages),
        "queries": queries,
        "parts_seconds": timed(lambda: parts_of(tally[0])).seconds,
        "added_seconds": statistics.median(each.seconds for each in added),
        "added_cpu": statistics.median(each.cpu for each in added),
    }


def _gathering(conference: Conference) -> list[object]:
    uppers = Review.objects.filter(conference=conference, upper__isnull=True).select_related("unit")
    return [review.unit for review in uppers.order_by("pk")]


def _page(conference: Conference, unit: object) -> None:
    period = Period.objects.get(outline__conference=conference, is_current=True)
    roll_up_page(conference, unit, period)  # type: ignore[arg-type]


def _page_seconds(conference: Conference, unit: object) -> Took:
    return timed(lambda: _page(conference, unit), PAGE_RUNS)


def _add_one(conference: Conference, number: int) -> Took:
    """A late report comes: its figures are written, it counts, and everything above it is right again."""
    late = Review.objects.filter(conference=conference, upper__isnull=False, confirmed_at__isnull=True).order_by("pk")
    review = late[number]
    asked = Indicator.objects.filter(outline__conference=conference).exclude(gather=Gather.RATE)
    periods = Period.objects.filter(outline__conference=conference)
    cells = [(indicator, period) for indicator in asked for period in periods]

    @transaction.atomic
    def come() -> None:
        rows = [Figure(review=review, indicator=each, period=period, value=Decimal(7)) for each, period in cells]
        Figure.objects.bulk_create(rows)
        review.state, review.submitted_at, review.confirmed_at = ReviewState.ACCEPTED, NOW, NOW
        review.confirmed_how = "web"
        review.save()
        recalculate_above(review=review, by=None, now=MADE_AT)

    return timed(come, 1)
