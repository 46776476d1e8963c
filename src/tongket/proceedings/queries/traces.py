"""Who changed a part of the volume, and when: the latest line of the trail that speaks of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import DutyKind
from tongket.core.audit import reference
from tongket.core.models import Event
from tongket.proceedings.models import Build
from tongket.proceedings.rules import AROUND, Around, Change, Entry, How, Trace, changes, is_printed

EXHIBITS = "exhibits"
# What changes the words of the cover besides its own settings: the conference, and how its host writes itself.
_OF_COVER = {"settle_conference", "correct_plan", "set_office", "change_unit"}
_FIELDS: dict[str, Collection[str]] = {
    Around.COVER: {"title", "subtitle"},
    Around.INDEX: {"has_index"},
    Around.PRESS: {"opens_right"},
}
# What is done to a paper or document that stands in the volume afterwards, or no longer.
_OF_CHAPTER = {
    *("accept_paper", "return_paper", "submit_version"),
    *("document_issued", "document_recalled", "document_corrected"),
}
_OF_VOLUME = {"leave_out", "put_back", "set_by_hand", "arrange_volume"}
_TAKEN_BACK = "take_back"
# Whatever else speaks of a change is a line about its own duty, paper or document.
_OF_ALL = {*_OF_COVER, *_OF_VOLUME, "set_rules", "set_volume", "arrange_papers", _TAKEN_BACK}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the trail, and what was done, or undone, by it: for what was taken back the line of that."""

    event: Event
    deed: Event


def traced(found: Sequence[Change], conference: Conference, *, since: datetime) -> tuple[Change, ...]:
    """The changes, each with who made it and when where the trail says so; three queries at most, none for none.

    `since` is when the volume was read that they are changes of.
    """
    if not found:
        return ()
    exhibits = _exhibits(conference) if any(each.code == EXHIBITS for each in found) else set()
    lines = _lines(conference, {*exhibits, *_subjects(found)}, since=since)
    return tuple(each.by(_trace(each, lines, exhibits)) for each in found)


def _subjects(found: Sequence[Change]) -> Iterator[str]:
    """How the trail may name what the changed chapters come from; a paper is its duty's."""
    for change in found:
        kind, _colon, key = change.code.replace("-", ":").partition(":")
        yield f"{kind}:{key}"
        if kind == "paper":
            yield f"duty:{key}"


def _lines(conference: Conference, subjects: Collection[str], *, since: datetime) -> list[_Line]:
    """The lines that may speak of a change, the latest first; a second query where something was taken back."""
    here, host = reference(conference), reference(conference.host)
    of_both = Q(scope__in=(here, host)) | Q(subject=host)
    wanted = of_both & (Q(verb__in=_OF_ALL) | Q(subject__in=subjects))
    events = list(Event.objects.filter(wanted, at__gte=since).order_by("-pk"))
    backs = {each.pk: each.changes.get("event") for each in events if each.verb == _TAKEN_BACK}
    deeds = Event.objects.in_bulk(backs.values()) if backs else {}
    return [_Line(each, deeds.get(backs[each.pk], each) if each.pk in backs else each) for each in events]


def changed_since(done: Build | None, entries: Sequence[Entry], conference: Conference) -> tuple[Change, ...]:
    """What is different from a build that was done, nothing where none was; as many queries as `traced`."""
    if done is None or done.ended_at is None:
        return ()
    return traced(different(done, entries), conference, since=done.ended_at)


def different(done: Build, entries: Sequence[Entry]) -> tuple[Change, ...]:
    """What is different from a build, without who made it so."""
    return changes([Entry(**entry) for entry in done.contents], entries)


def _exhibits(conference: Conference) -> set[str]:
    duties = Duty.objects.filter(conference=conference, kind=DutyKind.EXHIBIT)
    return {f"duty:{key}" for key in duties.values_list("pk", flat=True)}


def _trace(change: Change, lines: Sequence[_Line], exhibits: Collection[str]) -> Trace | None:
    speaks = _speaks_of_frame if change.part == AROUND else _speaks_of_chapter
    event = next((each.event for each in lines if speaks(each.deed, change, exhibits)), None)
    return Trace(event.actor, event.at.isoformat()) if event else None


def _speaks_of_frame(event: Event, change: Change, _exhibits: Collection[str]) -> bool:
    if change.code == Around.FORM:
        return event.verb == "set_rules"
    if event.verb == "set_volume":
        return bool(set(event.changes["fields"]) & set(_FIELDS[change.code]))
    return change.code == Around.COVER and event.verb in _OF_COVER


def _speaks_of_chapter(event: Event, change: Change, exhibits: Collection[str]) -> bool:
    """What somebody set for the chapter or its part, or did to the paper, document or exhibits it comes from."""
    kind, _colon, key = change.code.replace("-", ":").partition(":")
    if event.verb in _OF_VOLUME:
        return bool({change.code, change.part} & {event.changes.get("code"), *event.changes.get("codes", ())})
    if event.verb == "arrange_papers":
        return kind == "paper" and change.how is How.MOVED
    if event.subject in exhibits and change.code == EXHIBITS:
        return is_printed(event.verb, event.changes, of=DutyKind.EXHIBIT)
    if kind == "paper" and event.subject == f"duty:{key}":
        return is_printed(event.verb, event.changes, of=DutyKind.PAPER)
    return event.verb in _OF_CHAPTER and event.subject == f"{kind}:{key}"
