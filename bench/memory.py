"""How much memory reading takes at its most: the process that asks and the child that parses, taken together."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from bench.long_plan import PAGES, long_files
from bench.measure import Row, empty_folder, environment, print_rows
from bench.samples import model_plan
from tongket.reading.guard import examine
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT

BUDGET_MB = 150.0
# Linux keeps a program's own peak, in kilobytes; `getrusage` begins with that of the process it was born of.
_PEAK = """
import sys
from pathlib import Path
def peak():
    return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""
# What the asking process held when the child had parsed, and its peak at the end.
_ASK = f"""{_PEAK}
from tongket.plans.read import read_document
from tongket.reading.safely import read_safely
document = read_safely(Path(sys.argv[1]).read_bytes())
parsed = peak()
read_document(document)
print(parsed, peak())
"""
_PARSE = f"""{_PEAK}
from tongket.reading import child
child.main()
print(peak(), file=sys.stderr)
"""


def peak_megabytes(path: Path, home: Path) -> float:
    """The most at any time: both processes while the child parses, or the first alone while it makes the plan."""
    parsed, whole = map(int, _run(home, _ASK, str(path)).stdout.split())
    return max(parsed + _child(path, home), whole) / 1024


def _child(path: Path, home: Path) -> int:
    """The peak of the child in kilobytes; text is parsed without one."""
    data = path.read_bytes()
    kind = examine(data, DEFAULT)
    if kind is Kind.TEXT:
        return 0
    return int(_run(home, _PARSE, kind, json.dumps(asdict(DEFAULT)), given=data).stderr)


def _run(home: Path, script: str, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, input=given, cwd=home, env=environment(home), capture_output=True, check=True)


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
