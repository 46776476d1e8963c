"""Long stretches of common phrases that only few texts have whole: copied, though each phrase is everybody's. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tongket.papers.copying.runs import Hit, Run, runs_of
from tongket.papers.copying.shingles import SIZE

# So many words in a row are no coincidence of phrases.
LONG = 30


def long_runs(
    known: Mapping[int, Sequence[Hit]], common: Sequence[tuple[int, Hit]], *, most_texts: int
) -> dict[int, list[Run]]:
    """For each text the stretches of at least `LONG` words that it has in one piece, in order.

    `known` are all hits of texts that share rare words too, `common` those in common words, of every text. A stretch of
    which more than `most_texts` texts have every part is a form's own words, and left out.
    """
    pairs = {number: list(hits) for number, hits in known.items()} | _aligned(known, common)
    runs = {number: found for number, hits in pairs.items() if (found := _long(hits))}
    texts = Counter(word for found in runs.values() for word in _covered(found))
    rare = {number: [run for run in found if _rare(run, texts, most_texts) >= LONG] for number, found in runs.items()}
    return {number: found for number, found in rare.items() if found}


def _aligned(known: Mapping[int, Sequence[Hit]], common: Sequence[tuple[int, Hit]]) -> dict[int, list[Hit]]:
    """The hits of the other texts that lie so often in one line that they may be a stretch."""
    counts = Counter((number, other - word) for number, (word, other) in common if number not in known)
    aligned = {key for key, hits in counts.items() if hits > LONG - SIZE}
    pairs: dict[int, list[Hit]] = defaultdict(list)
    for number, (word, other) in common if aligned else ():
        if (number, other - word) in aligned:
            pairs[number].append((word, other))
    return pairs


def _long(hits: list[Hit]) -> list[Run]:
    return [run for run in runs_of(sorted(hits)) if run.end - run.start >= LONG]


def _covered(runs: Sequence[Run]) -> set[int]:
    """The words of the text asked about on which any of the runs lies."""
    return {word for run in runs for word in range(run.start, run.end)}


def _rare(run: Run, texts: Counter[int], most_texts: int) -> int:
    """How many words of a run few texts have in such a stretch."""
    return sum(texts[word] <= most_texts for word in range(run.start, run.end))
