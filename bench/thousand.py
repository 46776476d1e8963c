"""A thousand plans on two cores: how many in a second, each as `read_plan` reads what strangers hand in."""

import itertools
import shutil
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.measure import Row, empty_folder, environment, print_rows, wall_milliseconds
from bench.read_plan import to_text
from bench.samples import plan_files
from tongket.plans.read import read_document, read_plan
from tongket.reading.reader import read_bytes

COUNT, CORES = 1000, 2
BESIDE = 40


def files() -> list[Path]:
    """A thousand paths: the samples in turn, so that their kinds keep their proportion."""
    return list(itertools.islice(itertools.cycle(plan_files(".txt", ".docx", ".pdf")), COUNT))


def safely(path: Path) -> str:
    """Reads one plan with a child for what has to be parsed; gives its kind of file."""
    read_plan(path)
    return path.suffix


def in_process(path: Path) -> str:
    """Reads one plan in this process, as for a file that one vouches for."""
    read_document(read_bytes(path.read_bytes(), name=path.name))
    return path.suffix


def libreoffice(paths: list[Path], home: Path) -> float | None:
    """Milliseconds for each of some Word files that LibreOffice turns into text in one go; None where it is missing."""
    words = to_text(home, home)
    if not words:
        return None
    plans = home / "plans"
    plans.mkdir()
    copies = [str(shutil.copy(path, plans / f"{number}{path.suffix}")) for number, path in enumerate(paths)]
    command = [*words[:-1], *copies]
    wall_milliseconds(command, home, environment(home))
    return wall_milliseconds(command, home, environment(home)) / len(paths)


def measure() -> list[Row]:
    """Both ways; beside them LibreOffice, which turns Word files into text and reads nothing."""
    paths = files()
    rows = []
    with empty_folder() as home, ProcessPoolExecutor(CORES) as pool:
        words = [path for path in paths if path.suffix == ".docx"][:BESIDE]
        beside = libreoffice(words, home)
        for work, how in ((safely, "safely"), (in_process, "in process")):
            list(pool.map(work, paths[:CORES]))
            began = time.perf_counter()
            kinds = Counter(pool.map(work, paths, chunksize=5))
            each = (time.perf_counter() - began) * 1000 / COUNT
            mixed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
            what = f"{COUNT:,} plans ({mixed}) {how} on {CORES} cores: each ({1000 / each:.0f} in a second)"
            rows.append(Row(what, each, "ms", None, beside, f"LibreOffice to plain text, {BESIDE} .docx in one go"))
    return rows


if __name__ == "__main__":
    print_rows(measure())
