"""Feeds mutated plans to the reader until it breaks or the count is reached; tells crashes and slow ones by seed.

python -m bench.soak                  200,000 plans on all cores
python -m bench.soak 5000             so many
python -m bench.soak --only 4711      that one seed, with its whole traceback
"""

import argparse
import multiprocessing
import sys
import time
import traceback
from collections.abc import Iterable
from dataclasses import dataclass

from bench.mutations import mutate
from bench.samples import plan_texts
from tongket.plans.checks import Context, run_checks
from tongket.plans.facts import from_json, to_json
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable

SLOW_SECONDS = 1.0
SHOWN = 20
TEXTS = plan_texts()


@dataclass(frozen=True, slots=True)
class Trouble:
    """One plan that went wrong: its seed, what happened, how long it took."""

    seed: int
    what: str
    seconds: float


def read_mutated(seed: int) -> None:
    """Reads the plan of this seed, through to its findings and its JSON; a refusal is a good answer too."""
    text = mutate(TEXTS[seed % len(TEXTS)], seed)
    try:
        document = read_bytes(text.encode("utf-8"), name="plan.txt")
    except Unreadable:
        return
    plan = read_document(document)
    run_checks(plan, Context())
    if from_json(to_json(plan.facts)) != plan.facts:
        raise ValueError("the facts do not come back from their JSON")
    for evidence in plan.evidence.values():
        for span in evidence.spans:
            if not 0 <= span.start <= span.end <= len(plan.lines[span.line].text):
                raise ValueError(f"a span leaves its line: {span}")


def try_one(seed: int) -> Trouble | None:
    """None where all went well within a second."""
    began = time.perf_counter()
    try:
        read_mutated(seed)
        what = ""
    except Exception as fault:  # noqa: BLE001 -- whatever the reader raises is what we look for
        last = traceback.extract_tb(fault.__traceback__)[-1]
        what = f"{type(fault).__name__}: {fault} ({last.name}, line {last.lineno})"
    seconds = time.perf_counter() - began
    slow = "slow" if seconds > SLOW_SECONDS else ""
    return Trouble(seed, what or slow, seconds) if what or slow else None


def report(troubles: Iterable[Trouble | None], count: int) -> int:
    """Prints what went wrong as it comes, then the sum; the exit code says whether anything did."""
    found = []
    for done, trouble in enumerate(troubles, 1):
        if trouble is not None:
            found.append(trouble)
            if len(found) <= SHOWN:
                print(f"seed {trouble.seed}: {trouble.what[:300]} in {trouble.seconds:.2f} s", flush=True)
        if done % 10_000 == 0:
            print(f"{done:,} of {count:,}, {len(found)} in trouble", flush=True)
    print(f"{count:,} plans read: {len(found)} in trouble")
    return 1 if found else 0


def main() -> int:
    """Runs the soak as the command line asks."""
    options = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__.splitlines()[0])
    options.add_argument("count", nargs="?", type=int, default=200_000)
    options.add_argument("--first", type=int, default=0, help="the first seed")
    options.add_argument("--only", type=int, help="one seed, with its traceback")
    asked = options.parse_args()
    if asked.only is not None:
        read_mutated(asked.only)
        return 0
    seeds = range(asked.first, asked.first + asked.count)
    with multiprocessing.Pool() as pool:
        return report(pool.imap_unordered(try_one, seeds, chunksize=64), asked.count)


if __name__ == "__main__":
    sys.exit(main())
