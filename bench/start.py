"""How long the server takes to its first page, and how much memory it needs while nothing happens."""

import os
import sys
import time
from pathlib import Path

from bench import bare
from bench.measure import RUNS, Row, Server, empty_folder, environment, free_port, print_rows, server

PAGES_BEFORE_IDLE = 10
SECONDS_IDLE = 2.0
Figures = tuple[float, float]


def settled(running: Server, path: str) -> Figures:
    """Seconds to the first page, and megabytes once a few pages were answered and the server rests."""
    for _ in range(PAGES_BEFORE_IDLE):
        running.get(path)
    time.sleep(SECONDS_IDLE)
    return running.seconds_to_first_page, running.megabytes()


def ours(home: Path) -> Figures:
    """`tongket serve` to the page an unknown visitor sees."""
    port = free_port()
    command = [sys.executable, "-m", "tongket", "serve", "--port", str(port)]
    with server(command, port, "/", home, environment(home)) as running:
        return settled(running, "/")


def bare_project(home: Path) -> Figures:
    """`runserver --noreload` of the bare project to its one page."""
    port = free_port()
    command = bare.command("runserver", "--noreload", str(port))
    with server(command, port, "/", home, os.environ) as running:
        return settled(running, "/")


def middle(figures: list[Figures], which: int) -> float:
    """The median of one of the two figures."""
    return sorted(each[which] for each in figures)[len(figures) // 2]


def measure() -> list[Row]:
    """The first start of an empty folder, then later starts beside the bare project's."""
    with empty_folder() as home, empty_folder() as other:
        first, _ = ours(home)
        bare.make_project(other)
        mine = [ours(home) for _ in range(RUNS)]
        theirs = [bare_project(other) for _ in range(RUNS)]
    beside = "bare Django, runserver"
    return [
        Row("very first start to first page, tables made on the way", first, "s"),
        Row("start to first page", middle(mine, 0), "s", 2.5, middle(theirs, 0), beside),
        Row("idle server with its worker (PSS)", middle(mine, 1), "MB", 200, middle(theirs, 1), beside),
    ]


if __name__ == "__main__":
    print_rows(measure())
