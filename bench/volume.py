"""How fast a volume is bound: 300 papers of 2 pages with contents, bookmarks and index, beside LibreOffice."""

import json
import pickle
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from tests import parts
from tests.factories.manuscripts import sample_paper
from tests.factories.volumes import make_chapter, many_papers

from bench.measure import ROOT, Row, empty_folder, environment, milliseconds, print_rows
from bench.processes import watch
from tongket.documents.render.chapters import Chapter
from tongket.proceedings.render.docx import docx_of_volume
from tongket.proceedings.render.values import Binding, Edition, Volume
from tongket.proceedings.render.volume import bind

PAPERS, PAGES = 300, 1.9
MOST_SECONDS, MOST_AGAIN_SECONDS, MOST_MEGABYTES = 12, 8, 1_000
PRINT = Binding(Edition.PRINT)
WORK, AGAIN, PLAIN = "work", "again", "plain"


def volume(*words: str) -> Volume:
    """The papers, headings and text only where `plain` is asked for, else with tables, notes and pictures too."""
    made = many_papers(PAPERS, pages=PAGES, is_plain=PLAIN in words)
    if AGAIN not in words:
        return made
    changed: tuple[Chapter, ...] = (make_chapter(0, sample_paper(PAPERS, pages=PAGES)), *made.parts[0].chapters[1:])
    return replace(made, parts=(replace(made.parts[0], chapters=changed),))


def work(folder: Path, *words: str) -> dict[str, float]:
    """Binds the volume in this process, leaving its chapters for the next; papers are made before the clock starts."""
    kept, made = folder / f"shelf{'-'.join(sorted({*words} - {AGAIN}))}", volume(*words)
    shelf: dict[str, bytes] = pickle.loads(kept.read_bytes()) if AGAIN in words else {}
    began = time.perf_counter()
    bound = bind(made, PRINT, shelf=shelf)
    taken = time.perf_counter() - began
    kept.write_bytes(pickle.dumps(shelf))
    return {"seconds": taken, "pages": bound.pages, "megabytes": len(bound.data) / 1e6}


def rows(folder: Path, *words: str) -> list[Row]:
    """A volume bound from nothing, in a process of its own as the worker has it, and once more with a paper changed."""
    command = [sys.executable, "-m", "bench.volume", WORK, str(folder)]
    seen = watch([*command, *words], ROOT, environment(folder))
    again = watch([*command, AGAIN, *words], ROOT, environment(folder))
    made, changed = json.loads(seen.printed), json.loads(again.printed)
    holds = "text and headings" if PLAIN in words else "with tables, notes and pictures"
    office = with_office(folder, *words)
    what = f"{PAPERS} papers of 2 pages bound ({made['pages']:.0f} pages, {made['megabytes']:.1f} MB, {holds})"
    return [
        Row(what, made["seconds"], "s", MOST_SECONDS, office, "LibreOffice, its .docx to PDF" if office else ""),
        Row("– with one paper changed", changed["seconds"], "s", MOST_AGAIN_SECONDS),
        Row("– CPU time, papers and start included", seen.cpu_seconds, "s CPU"),
        Row("– CPU time with one paper changed, papers and start included", again.cpu_seconds, "s CPU"),
        Row("– memory at its most, all processes", max(seen.megabytes, again.megabytes), "MB", MOST_MEGABYTES),
    ]


def with_office(folder: Path, *words: str) -> float | None:
    """Seconds that LibreOffice takes for the .docx of the same volume, without its index of pages; None without it."""
    office = parts.find("LibreOffice")
    if office is None:
        sys.stderr.write("volume: LibreOffice is not installed on this machine; left out\n")
        return None
    source = folder / "volume.docx"
    source.write_bytes(docx_of_volume(volume(*words)))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    taken = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True))
    return taken / 1000


def measure(folder: Path) -> list[Row]:
    """All rows."""
    return [*rows(folder, PLAIN), *rows(folder)]


if __name__ == "__main__":
    if sys.argv[1:2] == [WORK]:
        json.dump(work(Path(sys.argv[2]), *sys.argv[3:]), sys.stdout)
    else:
        with empty_folder() as place:
            print_rows(measure(place))
