"""How long a look at a paper takes, from the .docx to its findings, beside LibreOffice converting the same file."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests import parts
from tests.papers import samples

from bench.measure import (
    RUNS,
    Row,
    empty_folder,
    environment,
    median_of,
    milliseconds,
    print_rows,
    processor_milliseconds,
    wall_milliseconds,
)
from tongket.papers.examine import examine
from tongket.papers.render.standard import docx_of
from tongket.papers.values import shipped_limits, standard_form
from tongket.reading.manuscript.safely import read_manuscript, stand_ready
from tongket.reading.manuscript.values import Manuscript, Paragraph, Piece

LOOKS = 9
# Files come one at a time: the process that reads the next one has stood ready for a while.
PAUSE_SECONDS = 1.0
BUDGET_MS = 300.0
LEAST_RATIO = 15
# The longest of the demo's papers: 3.4 pages.
PAPER = "tam-thang"


def look(data: bytes) -> None:
    """A paper from its file to all that is said of it, as a server does it."""
    _examined(read_manuscript(data))


def _examined(manuscript: Manuscript) -> None:
    asked, known = samples.assignment(PAPER), samples.known()
    examine(manuscript, form=standard_form(), limits=shipped_limits(), assignment=asked, known=known)


def another(number: int) -> Manuscript:
    """The paper with that number behind each of its paragraphs: what was laid out before helps no other paper."""
    made = samples.manuscript(PAPER)
    blocks = (
        replace(block, pieces=(*block.pieces, Piece(f" {number}"))) if isinstance(block, Paragraph) else block
        for block in made.blocks
    )
    return replace(made, blocks=tuple(blocks))


def _after_a_pause(data: bytes) -> float:
    time.sleep(PAUSE_SECONDS)
    return milliseconds(lambda: look(data))


def warm() -> tuple[float, float, float]:
    """Milliseconds of a look, whole and without the reading, and those of CPU without it, after the first two."""
    stand_ready()
    numbers = count(1)
    files = (docx_of(another(number), standard_form()) for number in numbers)
    for _ in range(2):
        look(next(files))
    whole = median_of(lambda: _after_a_pause(next(files)), LOOKS)
    manuscripts = (read_manuscript(data) for data in files)
    checks = median_of(lambda: _of_next(manuscripts, milliseconds), LOOKS)
    return whole, checks, median_of(lambda: _of_next(manuscripts, processor_milliseconds), LOOKS)


def _of_next(manuscripts: Iterator[Manuscript], taken: Callable[[Callable[[], object]], float]) -> float:
    manuscript = next(manuscripts)
    return taken(lambda: _examined(manuscript))


def libreoffice(path: Path, home: Path) -> float | None:
    """LibreOffice turning the same file into PDF, after one run that makes its profile; None where it is missing."""
    program = parts.find("LibreOffice")
    if program is None:
        sys.stderr.write("check_paper: LibreOffice is not installed on this machine; left out\n")
        return None
    command = [program, f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", "pdf"]
    words = [*command, "--outdir", str(home), str(path)]
    wall_milliseconds(words, home, environment(home))
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


def command(path: Path, home: Path) -> float:
    """`tongket paper check FILE --json` from its start to its end."""
    words = [sys.executable, "-m", "tongket", "paper", "check", str(path), "--pages", "4", "--minutes", "9", "--json"]
    return statistics.median(wall_milliseconds(words, home, environment(home)) for _ in range(RUNS))


def measure(home: Path) -> list[Row]:
    """All rows; a look may take 300 ms, and a fifteenth of what LibreOffice takes."""
    path = home / "tham-luan.docx"
    path.write_bytes(docx_of(samples.manuscript(PAPER), standard_form()))
    whole, checks, busy = warm()
    beside = libreoffice(path, home)
    budget = min(BUDGET_MS, beside / LEAST_RATIO) if beside else BUDGET_MS
    return [
        Row("paper of 3 pages, .docx to findings, warm", whole, "ms", budget, beside, "LibreOffice to PDF"),
        Row("paper of 3 pages, manuscript to findings, warm", checks, "ms"),
        Row("– CPU time", busy, "ms CPU"),
        Row(
            "`tongket paper check FILE --json`, whole process",
            command(path, home),
            "ms",
            None,
            beside,
            "LibreOffice to PDF",
        ),
    ]


if __name__ == "__main__":
    with empty_folder() as folder:
        print_rows(measure(folder))
