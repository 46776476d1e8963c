"""Why a statement is proposed for a theme: the theme's key phrases as they stand in the unit's own words. Pure."""

from collections.abc import Iterable, Iterator

from tongket.core.text import nfc
from tongket.synthesis.themes.sorting import BARE_LEAST
from tongket.synthesis.themes.syllables import Run, is_bare, syllables, without_accents, written

Span = tuple[int, int]


def reasons(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """The stretches of `text` that one of `phrases` names, in order, the longest of each place."""
    whole = nfc(text)
    told = written(whole)
    is_typed_bare = len(told.parts) >= BARE_LEAST and is_bare(told.parts)
    runs = {without_accents(run) if is_typed_bare else run for run in map(syllables, phrases)}
    spans = {span for run in runs if run for span in _standing(run, told.parts)}
    longest = sorted(span for span in spans if not any(_is_inside(span, other) for other in spans))
    return tuple(dict.fromkeys(whole[told.stretches[begin][0] : told.stretches[end - 1][1]] for begin, end in longest))


def _standing(run: Run, parts: Run) -> Iterator[Span]:
    """The places in a statement, from and to, where a phrase stands."""
    for begin, part in enumerate(parts):
        if part == run[0] and parts[begin : begin + len(run)] == run:
            yield begin, begin + len(run)


def _is_inside(span: Span, other: Span) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]
