"""The same roll-up in pandas and in DuckDB, from the same database; needs Django ready."""

from typing import Any

import duckdb
import pandas
from django.db import connection

from bench.rolling import peak_megabytes, timed
from tongket.reviews.models import Tally

LOAD = """
    SELECT r.upper_id, f.indicator_id, f.period_id, f.review_id, f.value
    FROM reviews_figure f JOIN reviews_review r ON r.id = f.review_id
    WHERE f.state = 'confirmed' AND r.confirmed_at IS NOT NULL AND f.value IS NOT NULL AND r.upper_id IS NOT NULL
"""
RATES = """
    SELECT t.id AS rate, n.id AS above, d.id AS below FROM reviews_indicator t
    JOIN reviews_indicator n ON n.outline_id = t.outline_id AND n.code = t.numerator
    JOIN reviews_indicator d ON d.outline_id = t.outline_id AND d.code = t.denominator
"""
COLUMNS = ["upper", "indicator", "period", "review", "value"]


def by_pandas() -> dict[str, float]:
    """Loads every figure into a frame and adds up there: provinces, the nation, rates from those that gave both."""
    frames: list[pandas.DataFrame] = []

    def load() -> None:
        frames[:] = [pandas.DataFrame(_rows(), columns=COLUMNS).astype({"value": float})]

    loading = timed(load)
    summing = timed(lambda: _pandas_sums(frames[0]))
    _check(_pandas_sums(frames[0]))
    return {"load": loading.seconds, "load_cpu": loading.cpu, "sum": summing.seconds, "peak": peak_megabytes()}


def _rows() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(LOAD)
        return list(cursor.fetchall())


def _rates() -> list[tuple[int, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(RATES)
        return list(cursor.fetchall())


def _pandas_sums(frame: pandas.DataFrame) -> dict[tuple[int, int], float]:
    """The nation's sums by indicator and period; those of provinces and rates are made on the way."""
    provinces = frame.groupby(["upper", "indicator", "period"])["value"].agg(["sum", "count"])
    for _rate, above, below in _rates():
        keys = ["review", "period", "upper"]
        halves = frame[frame.indicator == above].merge(frame[frame.indicator == below], on=keys)
        halves.groupby(["upper", "period"])[["value_x", "value_y"]].sum()
    nation = provinces.groupby(["indicator", "period"])["sum"].sum()
    return {key: float(value) for key, value in nation.items()}


def by_duckdb() -> dict[str, float]:
    """Copies every figure into DuckDB's own columns and adds up there by SQL."""
    inside = duckdb.connect()
    inside.execute("SET threads TO 2")

    def load() -> None:
        frame = pandas.DataFrame(_rows(), columns=COLUMNS).astype({"value": float})
        inside.execute("CREATE OR REPLACE TABLE figures AS SELECT * FROM frame")
        del frame

    loading = timed(load)
    summing = timed(lambda: _duckdb_sums(inside))
    _check(_duckdb_sums(inside))
    return {"load": loading.seconds, "load_cpu": loading.cpu, "sum": summing.seconds, "peak": peak_megabytes()}


def _duckdb_sums(inside: Any) -> dict[tuple[int, int], float]:  # noqa: ANN401 -- no types of its own
    sums = "SELECT upper, indicator, period, sum(value) AS total, count(*) AS number FROM figures GROUP BY ALL"
    inside.execute(f"CREATE OR REPLACE TABLE provinces AS {sums}")
    for _rate, above, below in _rates():
        inside.execute(
            "SELECT a.upper, a.period, sum(a.value), sum(b.value), count(*) FROM figures a JOIN figures b"
            f" ON a.review = b.review AND a.period = b.period WHERE a.indicator = {above} AND b.indicator = {below}"
            " GROUP BY ALL"
        ).fetchall()
    rows = inside.execute("SELECT indicator, period, sum(total) FROM provinces GROUP BY ALL").fetchall()
    return {(indicator, period): total for indicator, period, total in rows}


def _check(sums: dict[tuple[int, int], float]) -> None:
    """Theirs are ours, to a millionth."""
    rows = Tally.objects.filter(unit=Tally.objects.order_by("-expected").values("unit")[:1], total__isnull=False)
    for row in rows:
        theirs = sums[row.indicator_id, row.period_id]
        if abs(float(row.total or 0) - theirs) > 1e-6 * max(1.0, abs(theirs)):
            raise RuntimeError(f"{row.indicator_id} {row.period_id}: {row.total} and {theirs}")
