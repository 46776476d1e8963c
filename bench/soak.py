"""Feeds spoiled plans to the reader until it breaks or the count is reached; tells crashes and slow ones by seed.

python -m bench.soak                  200,000 plans on all cores
python -m bench.soak 5000             so many
python -m bench.soak --only 4711      that one seed, with its whole traceback
"""

import argparse
import itertools
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from bench.spoiled import read_spoiled

SLOW_SECONDS = 2.0
SHOWN = 20
CHUNK = 50


@dataclass(frozen=True, slots=True)
class Tried:
    """One plan that was read: its seed, how long it took, and what went wrong, if anything."""

    seed: int
    seconds: float
    trouble: str = ""


def try_one(seed: int) -> Tried:
    """Reads one plan; whatever it raises, and taking over two seconds of its own on a processor, is trouble."""
    began = time.process_time()
    what = ""
    try:
        read_spoiled(seed)
    except Exception as fault:  # noqa: BLE001 -- whatever the reader raises is what we look for
        last = traceback.extract_tb(fault.__traceback__)[-1]
        what = f"{type(fault).__name__}: {fault} ({last.name}, line {last.lineno})"
    seconds = time.process_time() - began
    return Tried(seed, seconds, what or ("slow" if seconds > SLOW_SECONDS else ""))


def try_all(seeds: range) -> Iterator[Tried]:
    """All seeds on all cores; a process that dies is trouble with one of the seeds that were under way."""
    with ProcessPoolExecutor() as pool:
        done = 0
        try:
            for tried in pool.map(try_one, seeds, chunksize=CHUNK):
                done += 1
                yield tried
        except BrokenProcessPool:
            yield Tried(seeds[done], 0.0, f"the process died, here or within {CHUNK} seeds")


def report(tries: Iterable[Tried], count: int) -> int:
    """Prints what went wrong as it comes, then the sum; the exit code says whether anything did."""
    found, slowest, counter = 0, Tried(0, 0.0), itertools.count(1)
    for done, tried in zip(counter, tries, strict=False):
        slowest = max(slowest, tried, key=lambda each: each.seconds)
        found += bool(tried.trouble)
        if tried.trouble and found <= SHOWN:
            print(f"seed {tried.seed}: {tried.trouble[:300]} in {tried.seconds:.2f} s", flush=True)
        if done % 10_000 == 0:
            print(f"{done:,} of {count:,}, {found} in trouble", flush=True)
    told = f"the slowest, seed {slowest.seed}: {slowest.seconds:.2f} s"
    print(f"{next(counter) - 2:,} plans read: {found} in trouble; {told}")
    return 1 if found else 0


def main() -> int:
    """Runs the soak as the command line asks."""
    options = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__.splitlines()[0])
    options.add_argument("count", nargs="?", type=int, default=200_000)
    options.add_argument("--first", type=int, default=0, help="the first seed")
    options.add_argument("--only", type=int, help="one seed, with its traceback")
    asked = options.parse_args()
    if asked.only is not None:
        read_spoiled(asked.only)
        return 0
    return report(try_all(range(asked.first, asked.first + asked.count)), asked.count)


if __name__ == "__main__":
    sys.exit(main())
