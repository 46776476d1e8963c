"""How long a look at a paper takes, from the .docx to its findings, beside LibreOffice converting the same file.

python -m bench.check_paper FOLDER     looks at every .docx there, as a server does, and says nothing: CPU time of all
                                       its processes is taken by whoever started it
"""

import statistics
import sys
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests import parts
from tests.papers import samples

from bench.measure import (
    Row,
    cpu_seconds,
    empty_folder,
    environment,
    median_of,
    milliseconds,
    print_rows,
    processor_milliseconds,
    wall_milliseconds,
)
from tongket.papers.examine import examine
from tongket.papers.render.lengths import lay_out
from tongket.papers.render.standard import docx_of
from tongket.papers.values import shipped_limits, standard_form
from tongket.reading.manuscript.safely import read_manuscript, stand_ready
from tongket.reading.manuscript.values import Manuscript, Paragraph, Piece

RUNS = 7
LOOKS = 9
# A process that looks at so many papers more than another spent its further time on them alone.
FEW, MANY = 4, 24
# Files come one at a time.
PAUSE_SECONDS = 0.5
BUDGET_MS = 300.0
LEAST_RATIO = 15
# The longest of the demo's papers, 3.4 pages, of which the first three are taken.
PAPER, PAGES = "tam-thang", 3.0


def look(data: bytes) -> None:
    """A paper from its file to all that is said of it, as a server does it."""
    _examined(read_manuscript(data))


def _examined(manuscript: Manuscript) -> None:
    asked, known = samples.assignment(PAPER), samples.known()
    examine(manuscript, form=standard_form(), limits=shipped_limits(), assignment=asked, known=known)


def another(number: int) -> Manuscript:
    """The paper with that number behind each of its paragraphs: what was laid out before helps no other paper."""
    return _numbered(paper(), number)


@cache
def paper() -> Manuscript:
    """As much of the paper as three pages of the standard form hold, with a number behind each paragraph."""
    whole, form = samples.manuscript(PAPER), standard_form()
    blocks = range(len(whole.blocks), 0, -1)
    beginnings = (replace(whole, blocks=whole.blocks[:count]) for count in blocks)
    return next(each for each in beginnings if lay_out(_numbered(each, 100), form).pages <= PAGES)


def _numbered(made: Manuscript, number: int) -> Manuscript:
    blocks = (
        replace(block, pieces=(*block.pieces, Piece(f" {number}"))) if isinstance(block, Paragraph) else block
        for block in made.blocks
    )
    return replace(made, blocks=tuple(blocks))


def look_at_all(folder: Path) -> None:
    """A server that looks at the papers of a folder, one after the other."""
    stand_ready()
    for file in sorted(folder.iterdir()):
        look(file.read_bytes())


def _filled(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:02}.docx").write_bytes(docx_of(another(number), standard_form()))
    return folder


def warm() -> tuple[float, float]:
    """Milliseconds of a look by the clock, and those of CPU of the process that asks, after the first two."""
    stand_ready()
    files = (docx_of(another(number), standard_form()) for number in range(100, 102 + 2 * LOOKS))
    for _ in range(2):
        look(next(files))
    whole = median_of(lambda: _after_a_pause(next(files)), LOOKS)
    return whole, median_of(lambda: _busy(next(files)), LOOKS)


def _after_a_pause(data: bytes) -> float:
    time.sleep(PAUSE_SECONDS)
    return milliseconds(lambda: look(data))


def _busy(data: bytes) -> float:
    return processor_milliseconds(lambda: look(data))


class Office:
    """LibreOffice turning one file into PDF, a process each, its profile made beforehand."""

    def __init__(self, program: str, path: Path, home: Path) -> None:
        self.home, self.variables = home, environment(home)
        convert = [program, f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", "pdf"]
        self.words = [*convert, "--outdir", str(home), str(path)]
        self.milliseconds()

    def milliseconds(self) -> float:
        """How long it takes by the clock."""
        return wall_milliseconds(self.words, self.home, self.variables)

    def busy(self) -> float:
        """Its milliseconds of CPU, those of all its processes."""
        return cpu_seconds(self.words, self.home, self.variables) * 1000


def office(path: Path, home: Path) -> Office | None:
    """LibreOffice, None where it is missing."""
    program = parts.find("LibreOffice")
    if program is None:
        sys.stderr.write("check_paper: LibreOffice is not installed on this machine; left out\n")
        return None
    return Office(program, path, home)


class Looker:
    """Processes that look at a few papers and at many: the difference is what the papers cost, reading included."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.few, self.many = _filled(home / "few", FEW), _filled(home / "many", MANY)

    def busy(self) -> float:
        """Milliseconds of CPU for one paper, those of the server and of the child that read it."""
        return (self._spent(self.many) - self._spent(self.few)) / (MANY - FEW) * 1000

    def _spent(self, folder: Path) -> float:
        words = [sys.executable, "-m", "bench.check_paper", str(folder)]
        return cpu_seconds(words, Path.cwd(), environment(self.home))


def command(path: Path) -> list[str]:
    """`tongket paper check FILE --json`."""
    return [sys.executable, "-m", "tongket", "paper", "check", str(path), "--pages", "4", "--minutes", "9", "--json"]


def measure(home: Path) -> list[Row]:
    """All rows; a look may take 300 ms, and a fifteenth of what LibreOffice takes. Both sides take turns."""
    path = home / "tham-luan.docx"
    path.write_bytes(docx_of(paper(), standard_form()))
    beside, looker = office(path, home), Looker(home)
    whole, asker = warm()
    ours, theirs, wall = [], [], []
    for _ in range(RUNS):
        ours.append(looker.busy())
        if beside:
            theirs.append(beside.busy())
            wall.append(beside.milliseconds())
    with_office, by_clock = (statistics.median(each) if each else None for each in (theirs, wall))
    alone = median_of(lambda: cpu_seconds(command(path), home, environment(home)) * 1000, RUNS)
    what = "LibreOffice to PDF, a process"
    return [
        Row("paper of 3 pages, .docx to findings, warm, each time another: CPU time of all processes",
            statistics.median(ours), "ms CPU", with_office and with_office / LEAST_RATIO, with_office, what),
        Row("– CPU time of the server, without the child that reads", asker, "ms CPU"),
        Row("– by the clock", whole, "ms", BUDGET_MS, by_clock, what),
        Row("`tongket paper check FILE --json`, whole process", alone, "ms CPU", None, with_office, what),
    ]  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:]:
        look_at_all(Path(sys.argv[1]))
    else:
        with empty_folder() as folder:
            print_rows(measure(folder))
