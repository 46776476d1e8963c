"""The components of an official document, as recognised in what a file shows (Decree 30/2020, Annex I, II)."""

from dataclasses import dataclass

from tongket.core.text import fold_tones
from tongket.documents.seen.lines import Line
from tongket.documents.seen.values import SeenDocument, SeenParagraph

MINUTES = fold_tones("biên bản")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the text; a part that was not found is None or empty.

    `signs` are the lines that rules are made of, `star` the sign under a Party body's name.
    """

    nation: Line | None = None
    motto: Line | None = None
    above: tuple[Line, ...] = ()
    own: tuple[Line, ...] = ()
    number: Line | None = None
    place_and_date: Line | None = None
    letter_subject: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    star: Line | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """Name of the type and subject, and to whom the document is addressed; `kind` is the folded type name."""

    type_name: Line | None = None
    kind: str = ""
    subject: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()
    addressee_head: Line | None = None
    addressees: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Signing:
    """One place to sign: the lines of authority, and the name where there is one."""

    authority: tuple[Line, ...]
    name: Line | None = None


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under the text: who signs, and who gets it."""

    signings: tuple[Signing, ...] = ()
    recipients_head: Line | None = None
    recipients: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Annexed:
    """The opening of an annex: its label, its title, and the line that says what it belongs to."""

    label: Line
    title: tuple[Line, ...] = ()
    reference: Line | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """A document as a clerk sees it: the file's own values and the components in them.

    `body` are the paragraphs between title and foot, `bases` those of them that are grounds on lines of their own.
    """

    document: SeenDocument
    header: Header
    title: Title
    bases: tuple[Line, ...]
    body: tuple[SeenParagraph, ...]
    foot: Foot
    annexes: tuple[Annexed, ...] = ()

    @property
    def is_letter(self) -> bool:
        """Whether this is a letter (công văn), which has no type name."""
        return self.title.type_name is None

    @property
    def is_minutes(self) -> bool:
        """Whether these are minutes, which have no line of place and date."""
        return self.title.kind == MINUTES
