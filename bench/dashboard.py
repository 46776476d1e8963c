"""How long the server makes the dashboard, and with how many queries: the model plan's, and one of 200 × 20 duties."""

import pkgutil
import statistics
from typing import Any

from bench import demonstration
from bench.measure import Row, empty_folder, milliseconds, print_rows

VISITS = 41
UNITS, DUTIES_EACH = 200, 20


def measure() -> list[Row]:
    """Both dashboards as the host's clerk sees them, without network; medians of many visits."""
    # Django's tables can be loaded only once the settings of the sample installation are in place.
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    visits = pkgutil.resolve_name("bench.visits")
    seeding = pkgutil.resolve_name("bench.seeding")
    small = visits.sample_conference()
    large = seeding.large_conference(like=small, units=UNITS, duties_each=DUTIES_EACH, now=visits.now())
    rows = []
    for what, conference, budget in (
        (f"dashboard of the model plan ({small.duties.count()} duties), p50", small, 50.0),
        (f"dashboard of {UNITS} units × {DUTIES_EACH} duties, p50", large, 120.0),
    ):
        rows += figures(visits.dashboard_of(conference), what, budget)
    return rows


def figures(page: Any, what: str, budget: float) -> list[Row]:  # noqa: ANN401 -- its module is loaded late
    """Time and number of queries of one page, after a visit that warms the templates."""
    queries = page.count_queries()
    times = [milliseconds(page.visit) for _ in range(VISITS)]
    return [Row(what, statistics.median(times), "ms", budget), Row("– its database queries", queries, "")]


if __name__ == "__main__":
    with empty_folder() as home:
        demonstration.build(home)
        demonstration.enter(home)
        print_rows(measure())
