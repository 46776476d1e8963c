"""The outline as it went out, and what was changed in it since."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.reviews.models import Outline

OUTLINE_KIND = "outline"


class Done(StrEnum):
    """What became of something that is asked."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """A question, indicator or period that is not as it went out; `fields` are the columns that were changed."""

    what: str
    name: str
    done: Done
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """The document in force, and what was changed since its text was approved."""

    document: Document
    revision: int
    changes: tuple[Change, ...]


@dataclass
class _Story:
    """What happened to one row, as the trail tells it."""

    was_there: bool = True
    is_there: bool = True
    fields: list[str] = field(default_factory=list)
    is_moved: bool = False


VERBS = {
    "add_question": "add",
    "add_indicator": "add",
    "change_question": "change",
    "change_indicator": "change",
    "set_period": "change",
    "remove_asked": "remove",
    "remove_period": "remove",
    "restore_asked": "restore",
    "move_asked": "move",
}
KINDS = ("question", "indicator", "period")


def issued_document(conference: Conference) -> Document | None:
    """The outline document that is in force; one query."""
    left = Document.objects.filter(conference=conference, kind=OUTLINE_KIND, state=DocumentState.ISSUED)
    return left.select_related("entry").order_by("-pk").first()


def issued_of(outline: Outline) -> Issued | None:
    """What went out and what was changed since, in the order of the outline; None where nothing did; six queries."""
    document = issued_document(outline.conference) if outline.issued_revision is not None else None
    if document is None or outline.issued_revision is None:
        return None
    if outline.issued_revision == outline.revision:
        return Issued(document, outline.issued_revision, ())
    since = Event.objects.filter(subject=audit.reference(outline), changes__revision__gt=outline.issued_revision)
    return Issued(document, outline.issued_revision, _changes(outline, since.order_by("pk")))


def _changes(outline: Outline, events: Iterable[Event]) -> tuple[Change, ...]:
    stories: dict[tuple[str, str], _Story] = {}
    for event in events:
        what = next((kind for kind in KINDS if kind in event.changes), "")
        if event.verb in VERBS and what:
            _tell(stories.setdefault((what, event.changes[what]), _Story()), event)
    names = _names(outline)
    found = [
        Change(what, names.get((what, code), code), done, tuple(dict.fromkeys(story.fields)))
        for (what, code), story in stories.items()
        if (done := _done(story)) is not None
    ]
    order = {key: place for place, key in enumerate(names.values())}
    return tuple(sorted(found, key=lambda each: (KINDS.index(each.what), order.get(each.name, len(order)))))


def _tell(story: _Story, event: Event) -> None:
    """Adds one line of the trail."""
    does = VERBS[event.verb]
    is_new = does == "add" or (event.verb == "set_period" and event.changes.get("is_new", False))
    if is_new:
        story.was_there, story.is_there = False, True
    elif does == "change":
        story.fields += event.changes.get("fields", [])
    elif does == "move":
        story.is_moved = True
    elif does == "remove":
        story.is_there = False
    else:
        # What is asked again and was not taken out in between was not asked when the document went out.
        story.was_there, story.is_there = story.was_there and not story.is_there, True


def _done(story: _Story) -> Done | None:
    """What it comes to: what was added and removed again is nothing."""
    if story.was_there != story.is_there:
        return Done.ADDED if story.is_there else Done.REMOVED
    if not story.is_there:
        return None
    if story.fields:
        return Done.CHANGED
    return Done.MOVED if story.is_moved else None


def _names(outline: Outline) -> dict[tuple[str, str], str]:
    """What each row is called, removed ones too, in order; three queries."""
    questions = outline.questions.order_by("ordinal", "pk").values_list("code", "heading", "text")
    names = {("question", code): heading or text for code, heading, text in questions}
    indicators = outline.indicators.order_by("ordinal", "pk").values_list("code", "name")
    names |= {("indicator", code): name for code, name in indicators}
    periods = outline.periods.order_by("last_on").values_list("code", "label")
    return names | {("period", code): label for code, label in periods}
