"""What a volume is made of now: the parts that rooms give, as the office arranged and corrected them."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tongket.conferences.models import Conference
from tongket.documents.parts import parts_in_order
from tongket.documents.queries.offices import office_of
from tongket.documents.render.chapters import ByHand, Chapter, PaperChapter
from tongket.papers.queries.form import ruled_by
from tongket.proceedings.models import ChapterSetting, Volume, VolumePart
from tongket.proceedings.render.values import Cover, Part
from tongket.proceedings.render.values import Volume as Bindable
from tongket.proceedings.rules import AROUND, AROUND_WORDS, Around, Entry, ordered

TITLE = "Tài liệu hội nghị"


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that could be bound; `left_out` are codes of parts and chapters that the office wants without."""

    parts: tuple[Part, ...]
    left_out: frozenset[str]

    @property
    def bound(self) -> tuple[Part, ...]:
        """The parts with what is wanted of them; a part without chapters is none."""
        wanted = (part for part in self.parts if part.code not in self.left_out)
        kept = (replace(part, chapters=self._chapters(part)) for part in wanted)
        return tuple(part for part in kept if part.chapters)

    def _chapters(self, part: Part) -> tuple[Chapter, ...]:
        return tuple(chapter for chapter in part.chapters if chapter.code not in self.left_out)


def volume_of(conference: Conference) -> Volume:
    """The conference's volume; one that is not kept yet where nobody set anything. One query."""
    volume = Volume.objects.filter(pk=conference.pk).first() or Volume(conference=conference)
    volume.conference = conference
    return volume


def contents_of(volume: Volume) -> Contents:
    """What the rooms give for the volume now, in the office's order, corrected by hand where it did."""
    set_by_hand = {each.code: each for each in VolumePart.objects.filter(volume=volume.pk)}
    places = {code: each.place for code, each in set_by_hand.items() if each.place is not None}
    by_hand = {
        each.code: by_hand_of(each.by_hand) for each in ChapterSetting.objects.filter(volume=volume.pk) if each.by_hand
    }
    given = {part.code: part for part in parts_in_order()}
    parts = []
    for code in ordered(given, places):
        chapters = {chapter.code: chapter for chapter in given[code].content(volume.conference)}
        turn = [chapters[each] for each in ordered(chapters, places)]
        parts.append(Part(code, given[code].label, tuple(_corrected(each, by_hand) for each in turn)))
    left_out = frozenset(code for code, each in set_by_hand.items() if each.is_left_out)
    return Contents(tuple(parts), left_out)


def _corrected(chapter: Chapter, by_hand: Mapping[str, ByHand]) -> Chapter:
    if isinstance(chapter, PaperChapter) and chapter.code in by_hand:
        return replace(chapter, by_hand=by_hand[chapter.code])
    return chapter


def by_hand_of(kept: Mapping[str, Any]) -> ByHand:
    """A correction as it is kept."""
    return ByHand(
        size_pt=kept.get("size_pt"),
        lines=kept.get("lines"),
        breaks_before=tuple(kept.get("breaks_before", ())),
        whole_tables=tuple(kept.get("whole_tables", ())),
        picture_widths_mm=tuple((int(number), float(width)) for number, width in kept.get("picture_widths_mm", ())),
    )


def entries_of(value: Bindable, *, opens_right: bool) -> tuple[Entry, ...]:
    """All that the bound volume depends on, in order: the cover and the form it is set in, then its chapters."""
    around = {Around.COVER: value.cover, Around.FORM: value.form, Around.PRESS: opens_right}
    index = {Around.INDEX: True} if value.has_index else {}
    chapters = (
        Entry(each.code, each.title, part.code, print_of(each)) for part in value.parts for each in part.chapters
    )
    return (*_around(around), *chapters, *_around(index))


def _around(values: Mapping[Around, object]) -> Iterator[Entry]:
    return (Entry(code, AROUND_WORDS[code], AROUND, print_of(value)) for code, value in values.items())


def print_of(value: object) -> str:
    """What tells a chapter, or whatever else is bound, from another state of it: values have one way to be written."""
    return hashlib.sha256(repr(value).encode()).hexdigest()


def bindable(volume: Volume, parts: Sequence[Part], *, on: date) -> Bindable:
    """The volume as the binder takes it."""
    form = ruled_by(volume.conference, on=on).form
    return Bindable(cover_of(volume, on=on), tuple(parts), form, has_index=volume.has_index)


def cover_of(volume: Volume, *, on: date) -> Cover:
    """The cover in the office's words, else in the conference's own; like every official paper it is not translated."""
    conference = volume.conference
    office = office_of(conference.host, on=on)
    held_on = conference.held_on
    return Cover(
        own=office.own,
        above=office.above,
        title=volume.title or TITLE,
        subtitle=volume.subtitle or conference.short_title,
        day=f"Ngày {held_on.day} tháng {held_on.month} năm {held_on.year}" if held_on else "",
        place_and_year=", ".join(part for part in (office.place, f"năm {(held_on or on).year}") if part),
    )
