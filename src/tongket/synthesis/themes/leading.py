"""Which words led a statement to a theme none of whose key phrases stand in it: those of its examples. Pure.

What a word tells is reckoned as the lexicon reckons it, but only for the words that are asked about: a page asks for a
few dozen statements, and a whole lexicon takes as long as all the rest of the page.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from tongket.core.text import nfc
from tongket.synthesis.themes.lexicon import shared_by, words_and_pairs
from tongket.synthesis.themes.reasons import Span
from tongket.synthesis.themes.syllables import NUMBER, Run, common, syllables, written
from tongket.synthesis.values import Theme

SHOWN = 3
# What tells less for a theme than this is not worth showing.
LEAST = 0.5


def leading(said: Sequence[tuple[str, str]], themes: Sequence[Theme]) -> list[tuple[str, ...]]:
    """For each text with its theme's code the words in it that speak loudest for that theme, as they stand there.

    A word is shown only where it speaks for no other theme as loud; neighbours are shown as one.
    """
    told = [(nfc(text), written(nfc(text)), code) for text, code in said]
    asked = {run for _text, each, _code in told for run in words_and_pairs(each.parts)}
    voices = _voices(asked, themes)
    found = []
    for text, each, code in told:
        spans = _joined(sorted(_loudest(each.parts, code, voices)))
        found.append(tuple(text[each.stretches[begin][0] : each.stretches[end - 1][1]] for begin, end in spans))
    return found


def _voices(asked: Collection[Run], themes: Sequence[Theme]) -> dict[Run, dict[str, float]]:
    """For each word or pair the themes it speaks for, and how loud."""
    counts: dict[Run, Counter[str]] = defaultdict(Counter)
    for code, run in _texts(tuple(themes)):
        for part in set(words_and_pairs(run)).intersection(asked):
            counts[part][code] += 1
    return {part: dict(shared_by(part, count, len(themes))) for part, count in counts.items()}


@lru_cache(maxsize=4)
def _texts(themes: tuple[Theme, ...]) -> tuple[tuple[str, Run], ...]:
    """The phrases and the examples of themes as syllables, kept: every page asks for the same."""
    return tuple(
        (theme.code, syllables(text)) for theme in themes for text in (theme.name, *theme.phrases, *theme.examples)
    )


def _loudest(parts: Run, code: str, voices: Mapping[Run, Mapping[str, float]]) -> Iterator[Span]:
    """The first place of each of the few words and pairs that speak loudest for a theme."""
    heard: dict[Run, float] = {}
    for run in words_and_pairs(parts):
        told = voices.get(run, {})
        loud = told.get(code, 0.0)
        if loud >= max(LEAST, *told.values(), 0.0) and NUMBER not in run and not common().issuperset(run):
            heard[run] = loud
    for run in sorted(heard, key=lambda run: (-heard[run], run))[:SHOWN]:
        begin = next(at for at in range(len(parts)) if parts[at : at + len(run)] == run)
        yield begin, begin + len(run)


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Spans that touch as one."""
    joined: list[Span] = []
    for begin, end in spans:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
