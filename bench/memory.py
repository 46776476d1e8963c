"""How much memory reading takes at its peak: the process that asks and the child that parses, taken together."""

import subprocess
import sys
from pathlib import Path

from bench.long_plan import PAGES, long_files
from bench.measure import Row, empty_folder, environment, print_rows
from bench.samples import model_plan

BUDGET_MB = 150.0
# Linux counts in kilobytes; the child's peak also holds what it shared with its parent when it was born.
_READ = """
import resource, sys
from pathlib import Path
from tongket.plans.read import read_plan
read_plan(Path(sys.argv[1]))
print(sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


def peak_megabytes(path: Path, home: Path) -> float:
    """The peaks of both processes added up, as if they came at one time; shared pages are counted twice."""
    command = [sys.executable, "-c", _READ, str(path)]
    done = subprocess.run(command, cwd=home, env=environment(home), capture_output=True, check=True)
    return int(done.stdout) / 1024


def measure() -> list[Row]:
    """The model plan, and the long plan in its three forms."""
    with empty_folder() as home:
        rows = [Row("memory of reading the model plan, .docx", peak_megabytes(model_plan(), home), "MB", BUDGET_MB)]
        for ending, data in long_files().items():
            path = home / f"plan{ending}"
            path.write_bytes(data)
            what = f"memory of reading the plan of {PAGES} pages, {ending}"
            rows.append(Row(what, peak_megabytes(path, home), "MB", BUDGET_MB))
    return rows


if __name__ == "__main__":
    print_rows(measure())
