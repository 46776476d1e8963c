"""The sample conference in a data folder of its own, and a clerk's way in: what the benchmarks of pages look at."""

import os
import subprocess
import sys
from pathlib import Path

from bench.measure import environment


def build(home: Path) -> None:
    """Builds the sample conference in `home`, as `make demo` does."""
    command = [sys.executable, "-m", "tongket", "demo", "--no-serve"]
    subprocess.run(command, cwd=home, env=demo_environment(home), stdout=subprocess.DEVNULL, check=True)


def demo_environment(home: Path) -> dict[str, str]:
    """The environment of every process that works with the sample conference."""
    return environment(home, TONGKET_CLOCK_MOVABLE="1")


def enter(home: Path) -> None:
    """Makes this very process work with the sample conference; to be called before Django is loaded."""
    os.environ.update(demo_environment(home))
