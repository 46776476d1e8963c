"""5,000 personal invitations by the real batch job: one file to print, and a .zip of single PDFs."""

import json
import pkgutil
import sys
import time
from typing import Any

from bench import demonstration
from bench.measure import ROOT, Row, empty_folder, print_rows
from bench.processes import watch

COPIES = 5_000
MOST_SECONDS, MOST_MEGABYTES = 90, 600
WORK = "work"


def work() -> dict[str, float]:
    """Orders the batch and does the job as a worker does, slice by slice; the list is made before the clock starts."""
    pkgutil.resolve_name("tongket.config.bootstrap:ready")()
    batch = _ordered()
    make_slice = pkgutil.resolve_name("tongket.documents.actions.batch_work:make_slice")
    cpu, began = time.process_time(), time.perf_counter()
    while batch.state in {"waiting", "running"}:
        make_slice(batch.pk)
        batch.refresh_from_db()
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    if (batch.state, batch.done) != ("done", COPIES):
        raise RuntimeError(f"the batch ended {batch.state} with {batch.done} copies: {batch.fault}")
    return {"seconds": seconds, "cpu": cpu, "bytes": batch.printed.bytes_long + batch.zipped.bytes_long}


def _ordered() -> Any:  # noqa: ANN401 -- its module is loaded late
    """A batch of all copies of a numbered invitation, each issued when it is made."""
    visits = pkgutil.resolve_name("bench.visits")
    copies = pkgutil.resolve_name("tests.factories.copies")
    conference = visits.sample_conference()
    clerk = visits.clerk_of(conference)
    numbered = pkgutil.resolve_name("tongket.documents.rules:DocumentState").NUMBERED
    document = copies.make_invitation(conference=conference, state=numbered, by=clerk)
    copies.make_copies(document, COPIES, by=clerk)
    return copies.make_batch(document, by=clerk)


def measure() -> list[Row]:
    """Time on the clock, busy time of all processes, and their memory at its most."""
    with empty_folder() as home:
        demonstration.build(home)
        command = [sys.executable, "-m", "bench.batch", WORK]
        seen = watch(command, ROOT, demonstration.demo_environment(home))
    made = json.loads(seen.printed)
    what = f"{COPIES:,} personal invitations, print file and .zip ({made['bytes'] / 1e6:.0f} MB)"
    return [
        Row(what, made["seconds"], "s", MOST_SECONDS, beside="on two cores"),
        Row("– CPU time of all processes, start and list included", seen.cpu_seconds, "s CPU"),
        Row("– memory of all processes together at its most", seen.megabytes, "MB", MOST_MEGABYTES),
    ]


if __name__ == "__main__":
    if sys.argv[1:] == [WORK]:
        json.dump(work(), sys.stdout)
    else:
        print_rows(measure())
