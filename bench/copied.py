"""Copied passages: one paper of three pages asked about in 2,000 earlier ones, beside comparing with each of them."""

import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from rapidfuzz.distance import LCSseq

from bench.measure import ROOT, RUNS, Row, empty_folder, median_of, print_rows
from tongket.papers.copying.index import Index
from tongket.papers.copying.stock import usual_phrases

PAPERS = 2000
ASKED = 20
WORDS = 1300
COPIED = 60
# Of the turns of phrase these are taken from the sample plans: all papers share them, as official texts do.
PLAN_SHARE = 0.3
PAIRS = 10
MOST_SECONDS = 1.0
SEED = 20241020


@dataclass(frozen=True, slots=True)
class Asked:
    """A paper with two passages copied, a word of each changed, and where they come from."""

    text: str
    sources: frozenset[str]


def papers(drawn: random.Random) -> list[tuple[str, str]]:
    """Keys and texts of as many words as three pages hold."""
    plans = sorted((ROOT / "tests/samples/plans").glob("*.txt"))
    lines = [line for plan in plans for line in re.split(r"[\n;.]", plan.read_text(encoding="utf-8"))]
    turns = [words[:12] for words in map(str.split, lines) if len(words) >= 6]
    syllables = sorted({word for turn in turns for word in turn if word.isalpha()})
    return [(f"p{number}", " ".join(_words(turns, syllables, drawn))) for number in range(PAPERS)]


def _words(turns: Sequence[Sequence[str]], syllables: Sequence[str], drawn: random.Random) -> list[str]:
    words: list[str] = []
    while len(words) < WORDS:
        words += drawn.choice(turns) if drawn.random() < PLAN_SHARE else drawn.choices(syllables, k=10)
    return words[:WORDS]


def asked(known: Sequence[tuple[str, str]], drawn: random.Random) -> list[Asked]:
    """Papers made of others' words: the passages are those of two known papers, the rest stands nowhere."""
    return [_asked(drawn.sample(known, 3), drawn) for _ in range(ASKED)]


def _asked(chosen: Sequence[tuple[str, str]], drawn: random.Random) -> Asked:
    syllables = chosen[0][1].split()
    words = drawn.choices(syllables, k=WORDS - 2 * COPIED)
    for _, text in chosen[1:]:
        source = text.split()
        start = drawn.randrange(len(source) - COPIED)
        passage = source[start : start + COPIED]
        passage[COPIED // 2] = "sửa"
        place = drawn.randrange(len(words) // 2)
        words[place:place] = passage
    return Asked(" ".join(words), frozenset(key for key, _ in chosen[1:]))


def search_seconds(path: Path, text: str) -> float:
    """From the file on disk to the passages."""
    began = time.perf_counter()
    Index.from_bytes(path.read_bytes()).passages(text, stock=usual_phrases())
    return time.perf_counter() - began


def pairwise_seconds(compare: Callable[[list[str], list[str]], object], text: str, others: Sequence[str]) -> float:
    """What comparing with all would take, from comparing with a few."""
    began = time.perf_counter()
    for other in others:
        compare(text.split(), other.split())
    return (time.perf_counter() - began) / len(others) * PAPERS


def found_rows(index: Index, questions: Sequence[Asked]) -> list[Row]:
    """How many of the copied passages are missed, and how many passages are told that nobody copied."""
    told = [index.passages(each.text, stock=usual_phrases()) for each in questions]
    pairs = list(zip(questions, told, strict=True))
    missed = sum(len(each.sources - {passage.key for passage in found}) for each, found in pairs)
    wrong = sum(passage.key not in each.sources for each, found in pairs for passage in found)
    return [
        Row(f"– of {2 * ASKED} passages of {COPIED} syllables with one changed, missed", missed, "", 0),
        Row("– passages told that nobody copied", wrong, "", 0),
    ]


def main() -> None:
    """The search with its loading, what it finds, and the plain ways beside it."""
    drawn = random.Random(SEED)
    known = papers(drawn)
    questions = asked(known, drawn)
    began = time.perf_counter()
    index = Index(known)
    built = time.perf_counter() - began
    data = index.to_bytes()
    with empty_folder() as folder:
        path = folder / "index"
        path.write_bytes(data)
        ours = median_of(lambda: search_seconds(path, questions[0].text), RUNS)
    others = [text for _, text in known[:PAIRS]]
    slow = pairwise_seconds(
        lambda first, second: SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks(),
        questions[0].text,
        others,
    )
    quick = pairwise_seconds(LCSseq.opcodes, questions[0].text, others)
    what = f"copied passages of a 3-page paper in {PAPERS:,} earlier ones, loading included"
    print_rows(
        [
            Row(what, ours, "s", MOST_SECONDS, slow, f"difflib with each, from {PAIRS}"),
            Row(what, ours, "s", None, quick, f"rapidfuzz with each, from {PAIRS}"),
            *found_rows(index, questions),
            Row(f"– index of {PAPERS:,} papers built", built, "s"),
            Row("– its size", len(data) / 1e6, "MB"),
        ]
    )


if __name__ == "__main__":
    main()
