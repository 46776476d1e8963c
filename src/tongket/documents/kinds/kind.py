"""What a kind of document is: its names, the values its template may use, who gets it and what they owe."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from tongket.conferences.models import Conference, Duty
from tongket.core.findings import Finding
from tongket.documents.kinds.names import Name, labels_of, sample_of
from tongket.units.models import Unit

# What a person chose for one document, as its row keeps it (JSON).
Options = Mapping[str, Any]
Values = dict[str, Any]


class Signing(StrEnum):
    """Who signs: a leader for the host, or secretary and chair of a meeting side by side."""

    HOST = "host"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who gets a document: a unit or a name, the duties it is about, and the gaps of a personal copy.

    A person (`is_person`) gets a copy, and a line among the recipients only when that leaves: what is addressed to
    somebody is not their unit's to open.
    """

    unit: Unit | None
    name: str
    email: str = ""
    duties: tuple[Duty, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    is_person: bool = False


def nobody(_conference: Conference, _options: Options) -> list[Addressee]:
    """For documents that go to nobody by themselves; people add recipients."""
    return []


class Left(Protocol):
    """A room that is told when a document of its kind left or was called back."""

    def __call__(self, conference: Conference, /, *, now: datetime) -> None:
        """Hears of it, within the transaction of that step."""


def tell_nobody(_conference: Conference, *, now: datetime) -> None:
    """For documents that no room waits for."""


def no_clause(_conference: Conference, _options: Options) -> str:
    """For documents that no clause of the plan asks for."""
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document; a room that comes later replaces `values` and `addressees` of its kinds.

    `copies` get it for their knowledge; `listed` stands under `Nơi nhận` while no recipient is on the list. `day` and
    `number` are those of a document that was issued before it came here, as the plan was.

    `names` are the values that its template may use, `gaps` those among them that differ from copy to copy.
    `type_name` and `abbreviation` are empty for a letter (Decree 30/2020, Annex III). `values` gives what the
    conference knows, as JSON; what it leaves out is missing, and named before issue. `against` says what else stands
    against a draft; a blocker among it keeps it from the leader. `left` is told when one is issued or called back.
    """

    code: str
    label: str
    type_name: str
    abbreviation: str
    names: tuple[Name, ...]
    values: Callable[[Conference, Options], Values]
    addressees: Callable[[Conference, Options], list[Addressee]] = nobody
    clause: Callable[[Conference, Options], str] = no_clause
    gaps: tuple[str, ...] = ()
    signing: Signing = Signing.HOST
    has_place_and_date: bool = True
    is_addressed: bool = False
    has_recipients: bool = True
    copies: Callable[[Conference, Options], list[Addressee]] = nobody
    listed: Callable[[Conference], tuple[str, ...]] = lambda _conference: ()
    day: Callable[[Conference], date | None] = lambda _conference: None
    number: Callable[[Conference], str] = lambda _conference: ""
    against: Callable[[Conference, Options], tuple[Finding, ...]] = lambda _conference, _options: ()
    left: Left = tell_nobody

    @property
    def is_personal(self) -> bool:
        """Whether each delegate or unit gets a copy of its own."""
        return bool(self.gaps)

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: without a type name, its subject under the number."""
        return not self.type_name

    @property
    def names_addressees(self) -> bool:
        """Whether `Kính gửi:` stands in it: letters, and proposals to the body that decides."""
        return self.is_letter or self.is_addressed

    @property
    def labels(self) -> dict[str, str]:
        """What people call each value, the columns of lists too (`list.column`)."""
        return labels_of(self.names)

    @property
    def sample(self) -> Values:
        """Values as they will be, for previews and tests; gaps are left open."""
        return {name: value for name, value in sample_of(self.names).items() if name not in self.gaps}
