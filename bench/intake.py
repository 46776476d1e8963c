"""1,000 letters with attachments taken in: over IMAP from a real server, and from .eml files."""

import json
import pkgutil
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.measure import ROOT, Row, empty_folder, environment, print_rows

LETTERS = 1_000
MOST_SECONDS = 60
BY_SERVER, FROM_FILES = "by-server", "from-files"
WAYS = {BY_SERVER: "over IMAP from dovecot", FROM_FILES: "from .eml files"}


def work(way: str) -> dict[str, float]:
    """Takes the letters in one way, in this process."""
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    taking = pkgutil.resolve_name("bench.taking")
    if way == FROM_FILES:
        with empty_folder() as folder:
            return asdict(taking.from_files(folder, LETTERS))
    return asdict(taking.by_server(LETTERS)) if taking.has_dovecot() else {}


def took(way: str, home: Path) -> Any:  # noqa: ANN401 -- JSON
    """What `work` returns, of a process with an installation of its own."""
    command = [sys.executable, "-m", "bench.intake", way]
    done = subprocess.run(command, cwd=ROOT, env=environment(home), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def measure() -> list[Row]:
    """Both ways; the first only where dovecot is there."""
    rows = []
    for way, how in WAYS.items():
        with empty_folder() as home:
            seen = took(way, home)
        if not seen:
            sys.stderr.write("intake: dovecot is not installed on this machine; left out\n")
            continue
        what = f"{LETTERS:,} letters with attachments taken in {how}"
        rows += [Row(what, seen["seconds"], "s", MOST_SECONDS), Row("– CPU time of our process", seen["cpu"], "s CPU")]
    return rows


if __name__ == "__main__":
    if sys.argv[1:]:
        json.dump(work(sys.argv[1]), sys.stdout)
    else:
        print_rows(measure())
