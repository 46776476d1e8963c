"""What a bundle holds, as values. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tongket.reviews.values import Cut, Filled, Period


@dataclass(frozen=True, slots=True)
class Sender:
    """The unit that made the bundle, as its own directory knows it: body and kind of place as in `units.rules`."""

    name: str
    body: str = ""
    place_kind: str = ""
    place: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """The conference a bundle tells of, and the number of the report where it was issued."""

    title: str
    held_on: date | None = None
    report_number: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sender asked its units for under a code, so that the receiver can see whether it is the same."""

    name: str
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many units below a figure is made: `number` of `expected`, and who is missing, by name."""

    indicator: str
    period: str
    number: int
    expected: int
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a unit reports upward: all of a bundle but its files.

    `asked` tells each indicator of `filled.figures` by its code. `statements` are what its summary report says, one
    thought each.
    """

    sender: Sender
    about: About
    made_at: datetime
    filled: Filled
    periods: tuple[Period, ...] = ()
    asked: Mapping[str, Asked] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()
    statements: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A file that goes along; `name` has no folders."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """A unit's summary with its report as PDF, empty where there is none, and its annexes."""

    summary: Summary
    report: bytes = b""
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose signature is right: what it holds and the key that signed it. Whose key that is, is not said."""

    bundle: Bundle
    key: bytes
