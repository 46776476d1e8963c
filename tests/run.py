"""The test command: style, types, room order, then every test, the database tests on PostgreSQL too where it is there.

python -m tests.run            everything, as `make test` and CI call it
python -m tests.run --lint     style, types and room order only
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests import figures, parts, postgres

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = (
    ("style", [str(BIN / "ruff"), "check", "-q", "src", "tests", "bench"]),
    ("form", [str(BIN / "ruff"), "format", "-q", "--check", "src", "tests", "bench"]),
    ("types", [str(BIN / "mypy")]),
    ("room order", [str(BIN / "lint-imports")]),
)
# As many processes as there are cores, no more than four: each starts Django, and some start a browser or an office.
PYTEST = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]


def step(name: str, command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Runs one step and prints how long it took; its own output is shown as it comes."""
    print(f"== {name}", flush=True)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=os.environ | (environment or {}), check=False)
    print(
        f"== {name}: {'passed' if done.returncode == 0 else 'FAILED'} in {time.perf_counter() - began:.1f} s",
        flush=True,
    )
    return done.returncode == 0


def database_tests_on_postgresql() -> bool:
    """Runs the tests that touch the database on a PostgreSQL of their own; a missing one is named, and fails CI."""
    initdb = parts.find("initdb (PostgreSQL)")
    if initdb is None:
        print("== PostgreSQL: skipped, initdb (PostgreSQL) is not installed on this machine")
        return os.environ.get("CI") != "true"
    with postgres.cluster(initdb) as url:
        command = [*PYTEST, "-m", "postgres"]
        return step("database tests on PostgreSQL", command, {"DATABASE_URL": url})


def main() -> int:
    """Runs every step, so that one run shows all that is wrong; the exit code says whether all passed."""
    results = [step(name, command) for name, command in CHECKS]
    if "--lint" not in sys.argv:
        results.append(database_tests_on_postgresql())
        results.append(step("tests", PYTEST))
    print(figures.report(ROOT))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
