"""How far "sure" can be trusted: of the facts that the reader calls sure, how many are right, key by key.

    python -m bench.calibration                          the row for `make bench`, over the samples set aside
    python -m bench.calibration --samples DIR [--wrong]  a table by key; --wrong prints each sure fact that is wrong

A fact is right when the scorer of `bench.score` matches it with what a careful clerk reads: a row of a list has its
partner; a single value is equal, field by field. Whether a row stands at its own clause is counted apart ("placed").
What was not read counts where a person is asked about the gap; what was overlooked is the scorer's matter, not ours.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import ROOT, Row, print_rows
from bench.score import KEYS, LISTS, leaves, matches, rows_of, same_value
from tongket.plans.facts import to_json
from tongket.plans.plan import SURE_FROM, Plan
from tongket.plans.read import read_plan

ASIDE = ROOT / "tests/samples/plans-aside"
FORMS = frozenset({".txt", ".md", ".docx", ".pdf"})
LONGEST = 110


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact that was read, or was said not to be there: is it called sure, and is it right?"""

    sample: str
    key: str
    got: Any
    sure: bool
    right: bool
    placed: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """Facts of one key: how many were read, called sure, and among the sure ones right, and right at their clause."""

    facts: int
    sure: int
    right: int
    placed: int

    @property
    def share_right(self) -> float:
        """The share right among the sure ones; 1 where none was called sure."""
        return self.right / self.sure if self.sure else 1.0

    @property
    def share_unsure(self) -> float:
        """The share that a person is asked about."""
        return 1 - self.sure / self.facts if self.facts else 0.0


def judge(sample: str, expected: Mapping[str, Any], plan: Plan) -> Iterator[Judged]:
    """Every fact of `plan` beside what a clerk reads; raises nothing."""
    got = to_json(plan.facts)
    for key in KEYS:
        if key in LISTS:
            partners = matches(expected, got, key)
            for place, row in enumerate(rows_of(got, key)):
                sure, right = _is_sure(plan, f"{key}/{place}"), place in partners
                yield Judged(sample, key, row, sure, right, partners.get(place, False))
        elif any(leaves(got, key).values()) or not _is_sure(plan, key):
            right = all(same_value(value, leaves(got, key)[name]) for name, value in leaves(expected, key).items())
            yield Judged(sample, key, got.get(key), _is_sure(plan, key), right)


def _is_sure(plan: Plan, path: str) -> bool:
    evidence = plan.evidence.get(path)
    return evidence is None or evidence.sure >= SURE_FROM


def judge_folder(folder: Path) -> list[Judged]:
    """Every fact of every sample in `folder` that has its `.facts.json` beside it."""
    judged: list[Judged] = []
    for path in sorted(path for path in folder.iterdir() if path.suffix in FORMS):
        beside = path.with_name(f"{path.stem}.facts.json")
        if beside.exists():
            expected = json.loads(beside.read_text(encoding="utf-8"))
            judged += judge(path.name, expected, read_plan(path))
    return judged


def tally(facts: Iterable[Judged]) -> Tally:
    """The facts counted together."""
    listed = list(facts)
    sure = [fact for fact in listed if fact.sure]
    placed = sum(fact.right and fact.placed for fact in sure)
    return Tally(len(listed), len(sure), sum(fact.right for fact in sure), placed)


def table(facts: Sequence[Judged]) -> Iterator[str]:
    """One line for each key, the worst first, then all together."""
    by_key: dict[str, list[Judged]] = defaultdict(list)
    for fact in facts:
        by_key[fact.key].append(fact)
    tallies = {key: tally(group) for key, group in by_key.items()}
    yield f"{'key':<14}{'facts':>7}{'sure':>7}{'right':>7}{'placed':>8}{'of sure':>10}{'asked':>8}"
    for key in sorted(tallies, key=lambda key: (tallies[key].share_right, key)):
        yield _line(key, tallies[key])
    yield _line("all", tally(facts))


def _line(name: str, row: Tally) -> str:
    counts = f"{row.facts:>7}{row.sure:>7}{row.right:>7}{row.placed:>8}"
    return f"{name:<14}{counts}{row.share_right:>10.2%}{row.share_unsure:>8.1%}"


def wrong(facts: Iterable[Judged]) -> Iterator[str]:
    """Each fact that is called sure and is wrong, as it was read."""
    for fact in facts:
        if fact.sure and not fact.right:
            value = json.dumps(fact.got, ensure_ascii=False)
            yield f"{fact.sample}  {fact.key}  {value if len(value) <= LONGEST else value[:LONGEST] + '…'}"


def bench_rows(facts: Sequence[Judged]) -> list[Row]:
    """What `make bench` shows: in percent, the wrong among the sure, and what a person is asked about."""
    whole = tally(facts)
    return [
        Row("facts called sure that are wrong, plans set aside", 100 * (1 - whole.share_right), "%", 1.0),
        Row("– facts that a person is asked about", 100 * whole.share_unsure, "%"),
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """The row for `make bench`, or the table of one folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, metavar="DIR")
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args(arguments)
    facts = judge_folder(chosen.samples or ASIDE)
    if chosen.samples is None and not chosen.wrong:
        print_rows(bench_rows(facts))
        return
    lines = [*table(facts), *(wrong(facts) if chosen.wrong else ())]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
