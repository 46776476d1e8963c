"""From the reports of a nation to the draft: cut, put under themes, gathered, composed; a report more; a move.

Every unit stands right below its host. Each step is a process of its own on what the step before left in the database.

python -m bench.nation_report                      rows for `python -m bench`, and pictures of how the cost grows
python -m bench.nation_report SQLite 500           one database, so many units: the rows alone
"""

import json
import pkgutil
import subprocess
import sys
from decimal import Decimal

from bench.measure import ROOT, Row, print_rows
from bench.rollup import PLOTS, SIZES, database, databases
from tongket.core.charts import Point, stand_alone, trend

Figures = dict[str, float]
STEPS = ("cut", "placed", "gathered", "drafted")
MOST_SECONDS, MOST_MEGABYTES, MOST_ADDED_SECONDS, MOST_MOVE_SECONDS = 300, 2_000, 2.0, 2.0


def work(name: str, *numbers: str) -> Figures:
    """Does one step in this process, with the database that the environment names."""
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    done: Figures = pkgutil.resolve_name(f"bench.nation_reports:{name}")(*map(int, numbers))
    return done


def took(variables: dict[str, str], *arguments: str) -> Figures:
    """What a step says in a process of its own."""
    command = [sys.executable, "-m", "bench.nation_report", "--work", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=variables, stdout=subprocess.PIPE, check=True)
    sys.stderr.write(f"{' '.join(arguments)} {done.stdout.decode()}\n")
    figures: Figures = json.loads(done.stdout)
    return figures


def steps(name: str, units: int) -> dict[str, Figures]:
    """What every step took on a fresh database of that name."""
    with database(name) as variables:
        found = {"seeded": took(variables, "seeded", str(units))}
        return found | {step: took(variables, step) for step in (*STEPS, "one_more", "moved")}


def rows_of(name: str, units: int, found: dict[str, Figures]) -> list[Row]:
    """The rows of one database."""
    whole = sum(found[step]["cpu"] for step in STEPS)
    peak = max(figures[key] for figures in found.values() for key in figures if key.endswith("peak"))
    more, statements = found["one_more"], found["cut"]["statements"]
    what = f"{units:,} units' reports, {statements:,.0f} statements, {name}: cut, put under themes, gathered, drafted"
    words = {"cut": "cut and stored", "placed": "put under themes", "gathered": "recommendations gathered"}
    counting = more["come_cpu"] + more["counts_cpu"]
    return [
        Row(what, round(whole, 1), "s CPU", MOST_SECONDS),
        *(Row(f"– {said}", round(found[step]["cpu"], 1), "s CPU") for step, said in words.items()),
        Row("– the draft composed and stored", round(found["drafted"]["cpu"], 1), "s CPU"),
        Row("– memory at its most", round(peak), "MB", MOST_MEGABYTES),
        Row("– one report more comes, is confirmed, and all is added up", counting, "s CPU", MOST_ADDED_SECONDS),
        Row("– its statements put under themes", more["jobs_cpu"], "s CPU", MOST_ADDED_SECONDS),
        Row("– the draft composed anew with it", more["draft_cpu"], "s CPU"),
        Row(
            "– one statement moved and the rest proposed anew, the slowest",
            found["moved"]["cpu"],
            "s CPU",
            MOST_MOVE_SECONDS,
        ),
    ]


def draw(name: str, sizes: dict[int, dict[str, Figures]]) -> None:
    """Writes how the cost of the whole way and of one report more grows as pictures into docs."""
    PLOTS.mkdir(exist_ok=True)
    curves = {
        "text": (
            "Reports cut, gathered and drafted, s CPU",
            [sum(f[step]["cpu"] for step in STEPS) for f in sizes.values()],
        ),
        "more": (
            "One report more counted, s CPU",
            [f["one_more"]["come_cpu"] + f["one_more"]["counts_cpu"] for f in sizes.values()],
        ),
    }
    for key, (title, values) in curves.items():
        pairs = zip(sizes, values, strict=True)
        points = [Point(f"{size:,}", Decimal(str(round(value, 3)))) for size, value in pairs]
        svg = stand_alone(trend(points, title=f"{title}, by number of units, {name}", missing="–", key=key))
        (PLOTS / f"{name.lower()}-{key}.svg").write_text(svg, encoding="utf-8")


def measure() -> list[Row]:
    """SQLite at every size, other databases at the whole size."""
    found = {size: steps("SQLite", size) for size in SIZES}
    draw("SQLite", found)
    rows = rows_of("SQLite", SIZES[-1], found[SIZES[-1]])
    for name in databases()[1:]:
        rows += rows_of(name, SIZES[-1], steps(name, SIZES[-1]))
    return rows


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        json.dump(work(*sys.argv[2:]), sys.stdout)
    elif sys.argv[1:]:
        print_rows(rows_of(sys.argv[1], int(sys.argv[2]), steps(sys.argv[1], int(sys.argv[2]))))
    else:
        print_rows(measure())
