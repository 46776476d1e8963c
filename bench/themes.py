"""Themes: how well statements are grouped, untouched and after a person placed some, and how fast, in how much memory.

python -m bench.themes               rows for `python -m bench`
python -m bench.themes FILE          the figures of another labelled set, in the form of `tests/samples/themes`
python -m bench.themes --wrong FILE  and every statement that a person would move
"""

import argparse
import resource
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from random import Random
from statistics import mean

from tests.factories.reports import sample_report
from tests.factories.themes import Labelled, labelled, other_recommendations, read_labelled, recommendations

from bench.grouping import Pairs, pairs
from bench.measure import Row, print_rows
from tongket.reviews.rules import Kind
from tongket.synthesis.themes.news import News, Teller
from tongket.synthesis.themes.packing import fixed_part, standing_part, unpacked
from tongket.synthesis.themes.reasons import reasons
from tongket.synthesis.themes.recommending import recommended
from tongket.synthesis.themes.shelf import shelve
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.values import Placed, Said

SEEDS = range(10)
PLACED_SHARE = 5
ASKED_AT_ONCE = 5
UNTOUCHED_LEAST = 0.65
PLACED_LEAST = 0.85
REPORTS = 3321
SECONDS_MOST = 60
MOVE_MOST = 2
MEGABYTES_MOST = 1000
WORDS_OF_ITS_OWN = 3
Parts = tuple[bytes, bytes]


def said_of(rows: Sequence[Labelled]) -> list[Said]:
    """Labelled statements as the sorter takes them, keyed by their places."""
    return [Said(place, row.text, row.kind) for place, row in enumerate(rows)]


def proposed(sorter: Sorter, said: Said) -> Placed:
    """The best proposal, one of no theme where nothing fits."""
    return next(iter(sorter.proposals(said)), Placed(said.key, "", 0.0))


def untouched(rows: Sequence[Labelled]) -> Pairs:
    """The agreement before anybody placed a statement."""
    sorter = Sorter(load())
    return pairs((row.theme, proposed(sorter, said).theme) for row, said in zip(rows, said_of(rows), strict=True))


def after_placing(rows: Sequence[Labelled], seed: int) -> Pairs:
    """The agreement over the rest after a person placed one statement in five, drawn by `seed`."""
    chosen = set(Random(seed).sample(range(len(rows)), len(rows) // PLACED_SHARE))
    return _on_the_rest(rows, chosen)


def after_asking(rows: Sequence[Labelled]) -> Pairs:
    """The same where the person places those the page asks about: of the least score first, a few at a time."""
    placed = set[int]()
    while (left := len(rows) // PLACED_SHARE - len(placed)) > 0:
        found = [each for each in _proposed(rows, placed) if each.key not in placed]
        asked = sorted(found, key=lambda each: (each.score, each.key))
        placed.update(each.key for each in asked[: min(left, ASKED_AT_ONCE)])
    return _on_the_rest(rows, placed)


def _on_the_rest(rows: Sequence[Labelled], placed: Collection[int]) -> Pairs:
    found = [each for each in _proposed(rows, placed) if each.key not in placed]
    return pairs((rows[each.key].theme, each.theme) for each in found)


def _proposed(rows: Sequence[Labelled], placed: Collection[int]) -> list[Placed]:
    """What is proposed for each where a person placed some under the theme of their label."""
    said = said_of(rows)
    sorter = Sorter(load(), [(said[key], theme_code(rows[key].theme)) for key in sorted(placed)])
    return [proposed(sorter, each) for each in said]


def theme_code(label: str) -> str:
    """The code of the shipped theme of that name; a label of one's own is a theme of its own."""
    return next((theme.code for theme in load() if theme.name == label), label)


def quality(name: str, rows: Sequence[Labelled]) -> list[Row]:
    """The two figures of one set; the second is the mean over seeds, the least of them beside it."""
    themes = len({row.theme for row in rows})
    first = untouched(rows)
    rest = [after_placing(rows, seed).f1 for seed in SEEDS]
    said = f"{name} ({len(rows)} statements, {themes} themes)"
    return [
        Row(f"themes of {said}: pairwise F1 untouched, at least {UNTOUCHED_LEAST}", round(first.f1, 3), ""),
        Row(
            f"– after one in five was placed, on the rest, at least {PLACED_LEAST}",
            round(mean(rest), 3),
            "",
            beside=f"mean of {len(rest)} draws, the least {min(rest):.3f}",
        ),
        Row("– where the one in five are those the page asks about", round(after_asking(rows).f1, 3), ""),
    ]


def wordings(name: str, rows: Sequence[Labelled]) -> list[Row]:
    """How well wordings of one recommendation find each other, and look-alikes stay apart."""
    groups = recommended([Said(key, row.text, row.kind, key) for key, row in enumerate(rows, 1)])
    where = {key: place for place, group in enumerate(groups, 1) for key in group.keys}
    found = pairs((row.theme, where[key]) for key, row in enumerate(rows, 1))
    beside = f"precision {found.precision:.2f}, recall {found.recall:.2f}"
    names = len({row.theme for row in rows})
    what = f"recommendations {name} ({names} in {len(rows)} wordings): pairwise F1"
    return [Row(what, round(found.f1, 3), "", beside=beside)]


def statements(reports: int) -> list[Said]:
    """What made-up reports say, each statement with some words of its own, as no two people write alike."""
    words = sorted({word for row in labelled() for word in row.text.split() if word.isalpha()})
    made: list[Said] = []
    for number in range(reports):
        draw = Random(number)
        for each in sample_report(number).statements:
            own = " ".join(draw.sample(words, WORDS_OF_ITS_OWN))
            made.append(Said(len(made), f"{each.text.rstrip('.')} {own}.", each.kind, number + 1))
    return made


def timed(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def speed(reports: int) -> list[Row]:
    """Cost of putting all statements of a country's reports under themes, and of one move."""
    said = statements(reports)
    sorter, kept = Sorter(load()), list[Parts]()
    themes: dict[int, str] = {}

    def fill() -> None:
        for _unit, own in groupby(said, key=attrgetter("unit")):
            shelf, placed = shelve(sorter, own)
            kept.append((fixed_part(shelf), standing_part(shelf)))
            themes.update((each.key, each.theme) for each in placed)

    took = [timed(fill)]
    asked = [statement for statement in said if statement.kind is Kind.RECOMMENDATION]
    took.append(timed(lambda: recommended(asked, themes)))
    draw = Random(0)
    moves = [timed(lambda: _move(sorter, kept, draw.choice(said), draw.choice(load()).code)) for _ in range(20)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"{len(said):,} statements of {reports:,} reports"
    return [
        Row(f"{what} put into themes, recommendations gathered", round(sum(took), 1), "s CPU", SECONDS_MOST),
        Row("– themes alone", round(took[0], 1), "s CPU"),
        Row(
            "– one statement moved and the rest proposed anew, shelves unpacked and packed, the slowest of 20",
            round(max(moves), 2),
            "s CPU",
            MOVE_MOST,
        ),
        Row("– memory at its most, the statements included", round(memory), "MB", MEGABYTES_MOST),
    ]


def _move(sorter: Sorter, kept: list[Parts], said: Said, theme: str) -> None:
    """A person puts a statement under a theme for the first time: every shelf is read, told, and kept if it changed."""
    sorter.learn(said, theme)
    teller = Teller(News(sorter, (sorter.lesson(said, theme),), ()))
    for place, (fixed, standing) in enumerate(kept):
        shelf = unpacked(fixed, standing)
        _changed, is_other = teller.tell(shelf, {})
        if is_other:
            kept[place] = fixed, standing_part(shelf)


def print_wrong(rows: Sequence[Labelled]) -> None:
    """Every statement of a known theme that is proposed elsewhere."""
    sorter = Sorter(load())
    for row, said in zip(rows, said_of(rows), strict=True):
        found = proposed(sorter, said)
        if found.theme != theme_code(row.theme):
            phrases = next((theme.phrases for theme in load() if theme.code == found.theme), ())
            why = ", ".join(reasons(row.text, phrases))
            print(f"{theme_code(row.theme)} -> {found.theme} {found.score:.2f} {why}: {row.text}")


def other_set(file: Path, *, with_wrong: bool) -> None:
    """Prints the figures of a labelled set of others."""
    rows = [replace(row) for row in read_labelled(file.read_text(encoding="utf-8"))]
    for row in quality(file.name, rows):
        print(f"{row.what}: {row.ours} {row.beside}")
    if with_wrong:
        print_wrong(rows)


def main() -> None:
    """Measures what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    if chosen.file:
        other_set(chosen.file, with_wrong=chosen.wrong)
    else:
        sets = {
            "the half set aside": labelled("held-out"),
            "the half tuned on": labelled("tuning"),
            "both": labelled(),
            "other hands, under headings of their own": labelled("other-hands"),
        }
        requests = wordings("set aside", recommendations()[1]) + wordings("by other hands", other_recommendations())
        print_rows([row for name, rows in sets.items() for row in quality(name, rows)] + requests + speed(REPORTS))


if __name__ == "__main__":
    main()
