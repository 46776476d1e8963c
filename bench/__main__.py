"""Runs every benchmark, prints the figures and writes them into docs/benchmarks.md.

python -m bench              all of them
python -m bench migrate      only those named; the document is left alone
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from bench.measure import ROOT, Row

PAGES = ("migrate", "start", "dashboard", "page_weight")
READING = ("read_plan", "long_plan", "memory", "thousand", "growth", "hostile_words", "hostile_files", "calibration")
PAPERS = ("paper_pages", "check_paper", "speaking", "copied", "comparing", "volume")
REVIEWS = ("rollup", "nation_report", "cutting", "themes")
MAIL = ("letters", "batch", "outbox", "intake")
BENCHMARKS = (*PAGES[:2], *READING, *PAGES[2:], *MAIL, *PAPERS, *REVIEWS)
DOCUMENT = ROOT / "docs/benchmarks.md"
BEGIN, END = "<!-- table -->", "<!-- /table -->"


def run(name: str) -> list[Row]:
    """The rows of one benchmark; its own complaints go to standard error."""
    print(f"{name} …", file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return [Row(**values) for values in json.loads(done.stdout)]


def number(value: float | None) -> str:
    """Three digits that matter."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def line(row: Row) -> str:
    """One row of the table; the ratio says how many times less than the baseline we take."""
    ratio = f"{row.baseline / row.ours:.2f}×" if row.baseline else "–"
    budget = f"{number(row.budget)}{'' if row.is_kept else ' (missed)'}"
    beside = f"{number(row.baseline)} ({row.beside})" if row.baseline else row.beside or "–"
    return f"| {row.what} | {number(row.ours)} {row.unit} | {budget} | {beside} | {ratio} |"


def conditions() -> str:
    """What the figures were measured on."""
    day = datetime.now(tz=UTC).date().isoformat()
    python, load = platform.python_version(), os.getloadavg()[2]
    return (
        f"Measured {day}: {os.cpu_count()} cores, {platform.system()}, Python {python}, SQLite; "
        f"{load:.1f} processes at work on average, ours among them."
    )


def table(rows: Sequence[Row]) -> str:
    """The figures as Markdown."""
    head = "| what | ours | at most | beside it | ratio |\n|---|--:|--:|---|--:|"
    return "\n".join([conditions(), "", head, *(line(row) for row in rows)])


def write(text: str) -> None:
    """Puts the table between the two marks of the document."""
    before, rest = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main() -> int:
    """The exit code says whether every budget was kept."""
    rows = [row for name in sys.argv[1:] or BENCHMARKS for row in run(name)]
    text = table(rows)
    print(text)
    if not sys.argv[1:]:
        write(text)
    return 0 if all(row.is_kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
