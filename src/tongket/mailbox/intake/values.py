"""What is known when a message comes in, and what is guessed of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from tongket.conferences.rules import DutyState

OWED = frozenset({DutyState.OPEN, DutyState.WORKING, DutyState.RETURNED})


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as its mail shows it: names (full, short, other), place with its kind, addresses, phones."""

    key: int
    names: tuple[str, ...]
    place_kind: str = ""
    place: str = ""
    addresses: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownDuty:
    """A duty that something could be handed in for; a key below zero is of `Known.beyond`, from -1 down."""

    key: int
    unit: int | None
    kind: str
    state: DutyState = DutyState.OPEN

    @property
    def is_owed(self) -> bool:
        """Whether nothing is there for it yet, or it was given back."""
        return self.state in OWED


@dataclass(frozen=True, slots=True)
class OurMessage:
    """A message of ours that this one answers: to whom, and about which duties."""

    subject: str
    unit: int | None = None
    duties: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a guess may look at.

    `units` and `duties` are those of the conferences that run, `called_off` the duties of those that lately were called
    off; `beyond` kind and key of what is owed without a duty; `senders` the units, and the person where it is one, that
    the sender's address belongs to exactly; `answered` the messages of ours whose ids it names; `coded` the duties
    whose codes, or whose message's code, it carries; `hosts` the offices, whose people pass letters on.
    """

    units: tuple[KnownUnit, ...] = ()
    duties: tuple[KnownDuty, ...] = ()
    called_off: tuple[KnownDuty, ...] = ()
    senders: tuple[tuple[int, str], ...] = ()
    answered: tuple[OurMessage, ...] = ()
    coded: tuple[int, ...] = ()
    hosts: frozenset[int] = frozenset()
    beyond: tuple[tuple[str, str], ...] = ()
    is_id_taken: bool = False


class Certainty(StrEnum):
    """How sure a guess is: only a sure one is filed by itself."""

    SURE = "sure"
    LIKELY = "likely"
    MAYBE = "maybe"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for or against: a code with its values; `words.REASONS` has the sentences."""

    code: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guess:
    """From whom, for which duty, how sure, and why; `unit` and `duty` are keys, see `KnownDuty`."""

    unit: int | None
    duty: int | None
    certainty: Certainty
    reasons: tuple[Reason, ...]
