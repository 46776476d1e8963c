"""Figures of a nation added up: 3,321 communes × 65 indicators × 3 periods, beside pandas and DuckDB."""

import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from tests import parts, postgres

from bench.measure import ROOT, Row, empty_folder, environment, print_rows
from tongket.core.charts import Point, stand_alone, trend

SIZES = (100, 333, 1_000, 3_321)
MOST_PAGE_SECONDS, MOST_SECONDS, MOST_ADDED_SECONDS = 0.5, 20.0, 2.0
WORK = {
    "seed": "bench.rolling:seeded",
    "ours": "bench.rolling:ours",
    "pandas": "bench.rolling_others:by_pandas",
    "duckdb": "bench.rolling_others:by_duckdb",
}
PLOTS = ROOT / "docs/rollup"
Figures = dict[str, float]


def work(name: str, *sizes: str) -> Figures:
    """Does one thing in this process, with the database that the environment names."""
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    done: Figures = pkgutil.resolve_name(WORK[name])(*map(int, sizes))
    return done


def took(variables: dict[str, str], *arguments: str) -> Figures:
    """What `work` says in a process of its own."""
    command = [sys.executable, "-m", "bench.rollup", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


@contextmanager
def database(name: str) -> Iterator[dict[str, str]]:
    """The environment of a fresh installation on one of the two databases."""
    with empty_folder() as home:
        if name == "SQLite":
            yield environment(home)
            return
        with postgres.cluster(parts.find("initdb (PostgreSQL)") or "initdb") as url:
            yield environment(home, DATABASE_URL=url)


def databases() -> list[str]:
    """SQLite, and PostgreSQL where it is installed."""
    if parts.find("initdb (PostgreSQL)"):
        return ["SQLite", "PostgreSQL"]
    sys.stderr.write("rollup: PostgreSQL is not installed on this machine; left out\n")
    return ["SQLite"]


def grown(name: str) -> dict[int, Figures]:
    """Ours at each size."""
    found = {}
    for size in SIZES:
        with database(name) as variables:
            took(variables, "seed", str(size))
            found[size] = took(variables, "ours")
            if size == SIZES[-1]:
                found[size] |= _others(variables)
    return found


def _others(variables: dict[str, str]) -> Figures:
    return {f"{way}_{key}": value for way in ("pandas", "duckdb") for key, value in took(variables, way).items()}


def rows_of(name: str, grown_by: dict[int, Figures]) -> list[Row]:
    """The figures of one database at the whole size, then how they grow."""
    whole = grown_by[SIZES[-1]]
    what = f"{SIZES[-1]:,} communes × 65 indicators × 3 periods, {name}: all added up anew"
    pandas, duckdb = (whole[f"{way}_load"] + whole[f"{way}_sum"] for way in ("pandas", "duckdb"))
    rows = [
        Row(what, whole["seconds"], "s", MOST_SECONDS, pandas, "pandas, figures loaded from there"),
        Row("– beside DuckDB", whole["seconds"], "s", None, duckdb, "figures loaded from there"),
        Row("– the adding alone, once loaded: pandas", whole["pandas_sum"], "s"),
        Row("– the adding alone, once loaded: DuckDB", whole["duckdb_sum"], "s"),
        Row("– CPU time of our process", whole["cpu"], "s CPU"),
        Row("– memory at its most", whole["peak"], "MB", None, whole["pandas_peak"], "pandas"),
        Row("– page of figures, the median of all units", whole["page_seconds"] * 1000, "ms", MOST_PAGE_SECONDS * 1000),
        Row("– the slowest of all units", whole["page_worst"] * 1000, "ms", MOST_PAGE_SECONDS * 1000),
        Row("– CPU time of a page", whole["page_cpu"] * 1000, "ms CPU"),
        Row("– its database queries", whole["queries"], ""),
        Row("– a figure of the host opened to its parts", whole["parts_seconds"] * 1000, "ms"),
        Row("– one report more, written and added up", whole["added_seconds"], "s", MOST_ADDED_SECONDS),
    ]
    for size, figures in grown_by.items():
        rows.append(Row(f"– {size:,} communes: all anew", figures["seconds"], "s"))
    return rows


def draw(grown_by: dict[str, dict[int, Figures]]) -> None:
    """Writes how the cost grows as pictures into docs."""
    PLOTS.mkdir(exist_ok=True)
    for name, sizes in grown_by.items():
        for key, title, factor in (
            ("seconds", "All added up anew, seconds", 1),
            ("page_seconds", "Page of figures, ms", 1000),
        ):
            points = [
                Point(f"{size:,}", Decimal(str(round(figures[key] * factor, 3)))) for size, figures in sizes.items()
            ]
            svg = stand_alone(trend(points, title=f"{title}, by number of communes, {name}", missing="–", key=key))
            Path(PLOTS / f"{name.lower()}-{key.removesuffix('_seconds')}.svg").write_text(svg, encoding="utf-8")


def measure() -> list[Row]:
    """Both databases at every size."""
    found = {name: grown(name) for name in databases()}
    draw(found)
    return [row for name, sizes in found.items() for row in rows_of(name, sizes)]


if __name__ == "__main__":
    if sys.argv[1:]:
        json.dump(work(*sys.argv[1:]), sys.stdout)
    else:
        print_rows(measure())
