"""A plan as a typist has it on the desk: what stands in the letterhead, the body and the ending, and in which order."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its mark in front; `level` says how far in it begins, 0 being the margin."""

    text: str
    level: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with borders, its first row being the heads."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The left column (the body above, then the issuer), the right column, and the two lines below them."""

    above: tuple[str, ...]
    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number: str
    place_and_date: str

    @property
    def left(self) -> tuple[str, ...]:
        """The left column without the number."""
        return (*self.above, *self.issuer)


@dataclass(frozen=True, slots=True)
class Ending:
    """Recipients as printed, the lines over the signature, and the name under it."""

    recipients: tuple[str, ...]
    over: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """All that a writer puts on paper."""

    head: Letterhead
    kind: str
    title: str
    opening: tuple[str, ...]
    body: tuple[Block, ...]
    closing: str
    ending: Ending
