"""The bound volume as values, and what a build of it tells: its bytes and the pages of each chapter."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.documents.render.chapters import Chapter
from tongket.papers.values import StandardForm


class Edition(StrEnum):
    """For whom a volume is bound: for the screen without a blank page, or for the press with mirrored margins."""

    SCREEN = "screen"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover: who issues (`above` regular, `own` bold, each line as printed), what it is, of which conference.

    `place_and_year` stands at the foot (`Tam Kỳ, năm 2024`), `day` above it (`Ngày 30 tháng 10 năm 2024`).
    """

    own: tuple[str, ...]
    title: str
    above: tuple[str, ...] = ()
    subtitle: str = ""
    day: str = ""
    place_and_year: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the volume; one of several chapters opens with a page of its own."""

    code: str
    label: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """The volume, whole. Parts without chapters are left out; codes of chapters differ from each other."""

    cover: Cover
    parts: tuple[Part, ...]
    form: StandardForm
    has_index: bool = True


@dataclass(frozen=True, slots=True)
class Binding:
    """How it is bound. `opens_right` begins parts and chapters on right-hand pages; only print knows blank pages."""

    edition: Edition = Edition.SCREEN
    opens_right: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of a chapter one after the other that lie the same way."""

    pages: int
    is_landscape: bool = False


@dataclass(frozen=True, slots=True)
class ChapterPages:
    """The pages a chapter stands on, counted from 1 and as printed; `is_by_hand` where a person set it otherwise."""

    code: str
    first: int
    last: int
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A volume that is made. `undrawn` names chapters with pictures in whose place stands an empty frame.

    `is_archival` says that the file is PDF/A-2a and PDF/UA-1; foreign pages and some pictures do not allow it.
    """

    data: bytes
    pages: int
    chapters: tuple[ChapterPages, ...]
    undrawn: tuple[str, ...] = ()
    is_archival: bool = True
