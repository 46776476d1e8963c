"""What it costs to make every table in an empty database."""

import os
import sys

from bench import bare
from bench.measure import Row, cpu_seconds, empty_folder, environment, median_of, print_rows


def ours() -> float:
    """CPU seconds of `tongket manage migrate` in an empty data folder."""
    with empty_folder() as home:
        command = [sys.executable, "-m", "tongket", "manage", "migrate", "--verbosity", "0"]
        return cpu_seconds(command, home, environment(home))


def bare_project() -> float:
    """CPU seconds of the same command in the bare project."""
    with empty_folder() as home:
        bare.make_project(home)
        return cpu_seconds(bare.command("migrate", "--verbosity", "0"), home, os.environ)


if __name__ == "__main__":
    beside = "bare Django project"
    print_rows([Row("empty database migrated", median_of(ours), "s CPU", 5.0, median_of(bare_project), beside)])
