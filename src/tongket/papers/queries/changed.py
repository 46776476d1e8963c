"""Two versions beside each other for the page: what stayed is counted, what changed is shown word by word."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tongket.papers.comparing import Change, ComparedParagraph, Fate, Stretch

MOVED = frozenset({Fate.MOVED_FROM, Fate.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its changes, or (`kept` above 0) so many that stayed as they were."""

    stretches: tuple[Stretch, ...] = ()
    is_moved: bool = False
    kept: int = 0


def lines_of(paragraphs: Iterable[ComparedParagraph]) -> tuple[Line, ...]:
    """The lines of the comparison; paragraphs without a word are left aside."""
    said = (each for each in paragraphs if any(part.text.strip() for part in each.stretches))
    found: list[Line] = []
    for is_kept, group in groupby(said, key=lambda each: each.fate is Fate.KEPT):
        if is_kept:
            found.append(Line(kept=len(list(group))))
        else:
            found.extend(Line(each.stretches, each.fate in MOVED) for each in group)
    return tuple(found)


def has_changes(lines: Iterable[Line]) -> bool:
    """Whether anything is different at all."""
    return any(part.change is not Change.KEPT for line in lines for part in line.stretches)
