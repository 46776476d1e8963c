"""How long papers are in standard form by us and by LibreOffice, and how fast we tell.

python -m bench.paper_pages --each     one line for each paper
"""

import statistics
import subprocess
import sys
from pathlib import Path

from tests import parts
from tests.factories.manuscripts import as_its_author_set_it, sample_papers
from tests.papers.second_opinion import Lengths, standard_lengths, submitted_lengths

from bench.measure import Row, empty_folder, median_of, milliseconds, print_rows, processor_milliseconds
from tongket.papers.render.standard import docx_of, lay_out
from tongket.papers.render.submitted import pages_of
from tongket.papers.values import standard_form
from tongket.reading.manuscript.values import Manuscript

COUNT = 48
WARM = 21
MOST_PERCENT = 2
MOST_LINES = 2
MOST_MS = 150
# A paper is alike when its last line ends within a fifth of a line of LibreOffice's.
ALIKE_LINES = 0.2


def agreement(what: str, lengths: list[Lengths]) -> list[Row]:
    """The largest difference of length, and the most lines on a page that only one of the two needs."""
    alike = sum(abs(each.ours - each.theirs) * each.lines_a_page < ALIKE_LINES for each in lengths)
    beside = f"LibreOffice; {alike} of {len(lengths)} papers end on the same spot"
    return [
        Row(f"{what}: largest difference of length", max(each.difference for each in lengths) * 100, "%",
            MOST_PERCENT, beside=beside),
        Row("– most lines across the end of a page", max(each.lines_across for each in lengths), "lines",
            MOST_LINES),
    ]  # fmt: skip


def office(file: Path, folder: Path) -> None:
    """LibreOffice turns one file into PDF."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def with_office(paper: Manuscript) -> float | None:
    """Milliseconds of LibreOffice for one paper, a process each; None without it."""
    if parts.find("LibreOffice") is None:
        sys.stderr.write("paper_pages: LibreOffice is not installed on this machine; left out\n")
        return None
    with empty_folder() as folder:
        file = folder / "paper.docx"
        file.write_bytes(docx_of(paper, standard_form()))
        office(file, folder)
        return median_of(lambda: milliseconds(lambda: office(file, folder)))


def speed() -> list[Row]:
    """A paper of 3 pages laid out at both spacings and on its author's sheet, warm, each time another."""
    form = standard_form()
    papers = iter(sample_papers(4 * WARM + 4, pages=3, first=10_000))

    def both() -> None:
        paper = next(papers)
        lay_out(paper, form)
        lay_out(paper, form, lines=form.tight_lines)

    def own() -> None:
        pages_of(as_its_author_set_it(next(papers), 1))

    both()
    beside = with_office(next(papers))
    wall = median_of(lambda: milliseconds(both), runs=WARM)
    busy = median_of(lambda: processor_milliseconds(both), runs=WARM)
    own_sheet = median_of(lambda: milliseconds(own), runs=WARM)
    what = "paper of 3 pages laid out at 1.15 and at single spacing"
    return [
        Row(what, wall, "ms", MOST_MS, beside, "LibreOffice, a process each" if beside else ""),
        Row("– CPU time of our process", busy, "ms CPU"),
        Row("– on its author's own sheet", own_sheet, "ms"),
    ]


def measure() -> list[Row]:
    """All rows."""
    papers = sample_papers(COUNT)
    if parts.find("LibreOffice") is None:
        return speed()
    own = [as_its_author_set_it(paper, number) for number, paper in enumerate(papers)]
    return [
        *agreement(f"{COUNT} papers of 1 to 6 pages in standard form", standard_lengths(papers)),
        *agreement("– at single spacing", standard_lengths(papers, standard_form().tight_lines)),
        *agreement("– as their authors set them", submitted_lengths(own)),
        *speed(),
    ]


def each() -> None:
    """The lengths of every paper."""
    found = standard_lengths(sample_papers(COUNT))
    for number, one in enumerate(found):
        print(f"{number:3} {one.ours:.3f} {one.theirs:.3f} {one.difference:.2%} {one.lines_across:.1f}")
    print(f"median {statistics.median(one.difference for one in found):.3%}")


if __name__ == "__main__":
    if "--each" in sys.argv:
        each()
    else:
        print_rows(measure())
