"""What is found of a copied passage, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the text asked about that stands in the text `key` too, small edits inside allowed.

    `start` to `end` are characters of the text asked about, `other_start` to `other_end` those of the other one;
    `words` is the passage as the text asked about has it, `syllables` how many of them agree and are no stock phrase.
    """

    key: str
    start: int
    end: int
    other_start: int
    other_end: int
    words: str
    syllables: int
