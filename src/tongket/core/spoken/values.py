"""What is said of a text, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expansion:
    """A stretch that is said otherwise than it is written.

    `start` counts characters of the text; `written` is the stretch itself, `spoken` its words, parted by spaces.
    """

    start: int
    written: str
    spoken: str
    syllables: int

    @property
    def end(self) -> int:
        """The first character after the stretch."""
        return self.start + len(self.written)


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a text is when read aloud: `syllables` said, `written` words between white space, what was expanded."""

    syllables: int
    written: int
    expansions: tuple[Expansion, ...]
