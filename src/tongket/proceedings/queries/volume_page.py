"""The page of the volume: its parts and chapters with their pages, the last build, and what changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.core import clock
from tongket.core.text import row_key
from tongket.delegates.queries.groups import attendance_of
from tongket.delegates.queries.listed import stale_lists
from tongket.documents.render.chapters import Chapter, ForeignChapter, PaperChapter
from tongket.proceedings.models import Build, ChapterSetting, Volume
from tongket.proceedings.queries.builds import last_done, latest
from tongket.proceedings.queries.contents import bindable, contents_of, entries_of, print_of
from tongket.proceedings.queries.printing import Expected, expected_at
from tongket.proceedings.queries.traces import changed_since
from tongket.proceedings.rules import AROUND, HOW_WORDS, BuildState, Change, How, Trace

ALIVE = frozenset({BuildState.WAITING, BuildState.RUNNING})


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One chapter with its pages in the last build, None where it was not in it.

    `is_stale` asks to look at its correction; `is_outdated` is an issued list of delegates that are others by now.
    """

    code: str
    title: str
    by: str
    first: int | None
    last: int | None
    is_left_out: bool
    may_be_set: bool
    is_set: bool
    is_stale: bool
    is_foreign: bool
    has_undrawn: bool
    is_outdated: bool


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part with its chapters; `printed` is its label as printed, in no reader's language but Vietnamese."""

    code: str
    label: str
    printed: str
    is_left_out: bool
    chapters: tuple[ChapterRow, ...]

    @property
    def whole(self) -> ChapterRow | None:
        """The chapter that is all of the part and called like it: one line shows both."""
        only = self.chapters[0] if len(self.chapters) == 1 else None
        is_whole = only and only.title == self.printed and not (only.is_left_out or only.is_outdated)
        return only if is_whole else None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`Bìa: có sửa`, with the name of who made it so, "" for nobody, and when, None where the trail does not say."""

    words: str
    who: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class VolumePage:
    """Everything the page of the volume shows."""

    volume: Volume
    parts: tuple[PartRow, ...]
    build: Build | None
    newest: Build | None
    changed: tuple[ChangeRow, ...]
    waiting: tuple[ChangeRow, ...]
    expected: Expected

    @property
    def is_alive(self) -> bool:
        """Whether a build is waiting or being made."""
        return self.newest is not None and self.newest.state in ALIVE

    @property
    def is_empty(self) -> bool:
        """Whether no room gives anything to bind yet."""
        return not any(part.chapters for part in self.parts)

    @property
    def undrawn(self) -> int:
        """How many chapters of the last build have a picture that could not be drawn."""
        return len(self.build.undrawn) if self.build else 0

    @property
    def copies(self) -> int:
        """How many copies to print: what the office set, else one for everybody who is expected."""
        return self.volume.copies or self.expected.copies


def volume_page(volume: Volume) -> VolumePage:
    """The page of a volume; a constant number of queries beside those of the parts."""
    contents = contents_of(volume)
    build = last_done(volume)
    places = {place["code"]: (place["first"], place["last"]) for place in build.places} if build else {}
    undrawn = frozenset(build.undrawn) if build else frozenset()
    settings = {each.code: each for each in ChapterSetting.objects.filter(volume=volume.pk)}
    attendance = attendance_of(volume.conference)
    outdated = frozenset(f"document-{key}" for key in stale_lists(volume.conference, attendance))
    parts = tuple(
        PartRow(
            part.code,
            _(part.label),
            part.label,
            part.code in contents.left_out,
            tuple(_row(each, places, settings, contents.left_out, undrawn, outdated) for each in part.chapters),
        )
        for part in contents.parts
    )
    value = bindable(volume, contents.bound, on=clock.today())
    waiting = changed_since(build, entries_of(value, opens_right=volume.opens_right), volume.conference)
    changed = [change_of(kept) for kept in build.changed] if build else []
    rows = _change_rows([*waiting, *changed])
    return VolumePage(
        volume=volume,
        parts=parts,
        build=build,
        newest=latest(volume),
        changed=rows[len(waiting) :],
        waiting=rows[: len(waiting)],
        expected=expected_at(volume.conference, attendance),
    )


def _row(
    chapter: Chapter,
    places: Mapping[str, tuple[int, int]],
    settings: Mapping[str, ChapterSetting],
    left_out: frozenset[str],
    undrawn: frozenset[str],
    outdated: frozenset[str],
) -> ChapterRow:
    first, last = places.get(chapter.code, (None, None))
    own = settings.get(chapter.code)
    return ChapterRow(
        code=chapter.code,
        title=chapter.title,
        by=", ".join(part for part in (getattr(chapter, "author", ""), getattr(chapter, "unit", "")) if part),
        first=first,
        last=last,
        is_left_out=chapter.code in left_out,
        may_be_set=isinstance(chapter, PaperChapter),
        is_set=own is not None,
        is_stale=own is not None and own.made_for != content_print(chapter),
        is_foreign=isinstance(chapter, ForeignChapter),
        has_undrawn=chapter.code in undrawn,
        is_outdated=chapter.code in outdated,
    )


def content_print(chapter: Chapter) -> str:
    """The print of what the author wrote, whatever a person corrected in its layout."""
    return print_of_manuscript(chapter) if isinstance(chapter, PaperChapter) else print_of(chapter)


def print_of_manuscript(chapter: PaperChapter) -> str:
    """The print of a paper's text and pictures alone."""
    return print_of(PaperChapter(chapter.code, "", chapter.manuscript))


def change_of(kept: Mapping[str, Any]) -> Change:
    """A change as a build keeps it; builds of earlier days know no more of it than what and how."""
    trace = kept.get("trace")
    return Change(
        How(kept["how"]), kept["title"], kept.get("code", ""), kept.get("part", ""), Trace(**trace) if trace else None
    )


def _change_rows(changes: Sequence[Change]) -> tuple[ChangeRow, ...]:
    """The changes as they are shown; one query for the names where anybody made one."""
    keys = {key for each in changes if each.trace and (key := row_key(each.trace.actor.removeprefix("user:")))}
    names = dict(User.objects.filter(pk__in=keys).values_list("pk", "name")) if keys else {}
    return tuple(_change_row(each, {f"user:{key}": name for key, name in names.items()}) for each in changes)


def _change_row(change: Change, names: Mapping[str, str]) -> ChangeRow:
    title = _(change.title) if change.part == AROUND else change.title
    words = f"{title}: {_(HOW_WORDS[change.how])}"
    if change.trace is None:
        return ChangeRow(words, "", None)
    return ChangeRow(words, names.get(change.trace.actor, ""), datetime.fromisoformat(change.trace.at))
