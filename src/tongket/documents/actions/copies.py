"""The list of who gets a copy of a personal document: added to, corrected, taken from, issued."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.many_rows import insert_rows
from tongket.core.text import clean
from tongket.documents.copy_lists import DERIVED, NAME, POST, UNIT, Draft, completed, is_of_unit
from tongket.documents.models import Copy, Document, Recipient
from tongket.documents.queries.copies import OVER
from tongket.units.models import Unit

MANY = 1_000
# Django's bulk_update compares each row with all that it sets; for thousands that took longer than all the rest.
NAME_LINE = "UPDATE documents_copy SET recipient_id = %s WHERE id = %s"


class CopyIssued(RuntimeError):
    """The copy has left the office; it is not changed or taken off the list any more."""


class CopyTwice(RuntimeError):
    """Somebody else on the list has this name and unit already."""


class ListClosed(RuntimeError):
    """The document was called back, replaced or dropped: its list stays as it is."""


@transaction.atomic
def add_copies(
    *, document: Document, drafts: Iterable[Draft], by: User, now: datetime, common: Mapping[str, str] | None = None
) -> list[Copy]:
    """Adds a copy for each draft in their order, those who are on the list already left out; returns the new ones.

    `common` holds values for all that have none of their own. Raises ListClosed.
    """
    locked = _opened(document)
    known = set(locked.copies.values_list("key", flat=True))
    last = locked.copies.aggregate(last=Max("ordinal"))["last"] or 0
    fresh: dict[str, Draft] = {}
    for draft in drafts:
        if draft.key not in known:
            fresh.setdefault(draft.key, draft)
    rows = [_copy(locked, last + place, draft, common or {}) for place, draft in enumerate(fresh.values(), start=1)]
    _with_living_units(rows)
    made = Copy.objects.bulk_create(rows, batch_size=MANY)
    _note("copies_added", locked, by, now, {"copies": len(made)})
    return made


def _copy(document: Document, ordinal: int, draft: Draft, common: Mapping[str, str]) -> Copy:
    given = {name: clean(value) for name, value in draft.values.items() if clean(value)}
    values = {name: clean(value) for name, value in common.items() if clean(value)} | given
    unit_id = int(draft.unit) if draft.unit is not None else None
    return Copy(
        document=document,
        ordinal=ordinal,
        unit_id=unit_id,
        name=clean(draft.name),
        email=draft.email,
        values=values,
        key=draft.key,
    )


def _with_living_units(rows: Sequence[Copy]) -> None:
    """Forgets units that somebody deleted between look and press."""
    asked = {row.unit_id for row in rows if row.unit_id is not None}
    living = set(Unit.objects.filter(pk__in=asked).values_list("pk", flat=True))
    for row in rows:
        if row.unit_id not in living:
            row.unit_id = None


@transaction.atomic
def change_copy(*, copy: Copy, name: str, email: str, values: Mapping[str, str], by: User, now: datetime) -> Copy:
    """Corrects one copy, whose values are replaced; raises CopyIssued, CopyTwice, ListClosed."""
    _opened(copy.document)
    draft = _changed(copy, clean(name), email, values)
    changes = {"name": draft.name, "email": email, "values": dict(draft.values), "key": draft.key}
    try:
        with transaction.atomic():
            changed = Copy.objects.filter(pk=copy.pk, issued_at=None).update(**changes)
    except IntegrityError as twice:
        raise CopyTwice(draft.name) from twice
    if changed != 1:
        raise CopyIssued(copy.name)
    _note("copy_changed", copy.document, by, now, {"copy": copy.pk})
    copy.refresh_from_db()
    return copy


def _changed(copy: Copy, name: str, email: str, values: Mapping[str, str]) -> Draft:
    """The copy with what was typed; what followed from the old name, post and unit follows from the new ones."""
    kept = {key: clean(value) for key, value in values.items() if clean(value)}
    bare = {key: value for key, value in copy.values.items() if key not in DERIVED}
    followed = completed(Draft(copy.name, "", bare, is_unit=is_of_unit(copy.values))).values
    kept = {key: value for key, value in kept.items() if key not in DERIVED or followed[key] != value}
    kept[NAME] = name
    if is_of_unit(copy.values) and kept.get(UNIT) == copy.values[UNIT]:
        kept[UNIT] = name
    return completed(Draft(name, email, kept, _unit_key(copy), is_unit=is_of_unit(kept)))


def _unit_key(copy: Copy) -> str | None:
    return str(copy.unit_id) if copy.unit_id is not None else None


@transaction.atomic
def remove_copies(*, document: Document, keys: Iterable[int], by: User, now: datetime) -> int:
    """Takes copies off the list by the keys of their rows; returns how many. Raises CopyIssued when one has left."""
    locked = _opened(document)
    chosen = locked.copies.filter(pk__in=list(keys))
    if chosen.filter(issued_at__isnull=False).exists():
        raise CopyIssued(str(locked))
    gone, _rows = chosen.delete()
    _note("copies_removed", locked, by, now, {"copies": gone})
    return gone


@transaction.atomic
def issue_copies(*, document: Document, keys: Sequence[int], by: User | None, now: datetime) -> int:
    """Says of copies that they left with the document, and gives each its line among the recipients.

    A copy is issued once: whoever comes second, another worker or the same one after a kill, changes nothing. Returns
    how many were issued by this call.
    """
    Document.objects.select_for_update().get(pk=document.pk)
    fresh = list(document.copies.filter(pk__in=keys, issued_at=None).order_by("ordinal"))
    if not fresh:
        return 0
    Copy.objects.filter(pk__in=[copy.pk for copy in fresh]).update(issued_at=now)
    _give_recipients(document, [copy for copy in fresh if copy.recipient_id is None])
    _note("copies_issued", document, by, now, {"copies": len(fresh)})
    return len(fresh)


def _give_recipients(document: Document, copies: Sequence[Copy]) -> None:
    """A line among the recipients for each copy; the unit's own people open only what is addressed to the unit.

    A unit that stands on the list by two names has its page once: the later copies are lines with a name alone.
    """
    last = document.recipients.aggregate(last=Max("ordinal"))["last"] or 0
    known = document.recipients.filter(unit__isnull=False)
    free = {each.unit_id: each.pk for each in known.filter(copy=None).order_by("-ordinal")}
    taken = {each.unit_id for each in known if each.unit_id not in free}
    lines: list[tuple[int | None, int]] = []
    made: list[tuple[int, int | None, str, str]] = []
    for ordinal, copy in enumerate(copies, start=last + 1):
        own = copy.unit_id if is_of_unit(copy.values) and copy.unit_id not in taken else None
        taken |= {own} - {None}
        there = free.get(own) if own is not None else None
        made += [(ordinal, own, _line_of(copy), copy.email)] if there is None else []
        lines.append((there, ordinal))
    insert_rows(Recipient, ("ordinal", "unit", "name", "email"), made, shared={"document": document.pk})
    fresh = dict(document.recipients.filter(ordinal__gt=last).values_list("ordinal", "pk"))
    pairs = [(there or fresh[ordinal], copy.pk) for (there, ordinal), copy in zip(lines, copies, strict=True)]
    with connection.cursor() as cursor:
        cursor.executemany(NAME_LINE, pairs)


def _line_of(copy: Copy) -> str:
    parts = (copy.name, copy.values.get(POST, ""), copy.values.get(UNIT, ""))
    return ", ".join(dict.fromkeys(part for part in parts if part))[:300]


def _opened(document: Document) -> Document:
    """The document, locked so that two people who add at once do so one after another; raises ListClosed."""
    locked = Document.objects.select_for_update().select_related("conference").get(pk=document.pk)
    if locked.state in OVER:
        raise ListClosed(locked.state)
    return locked


def _note(verb: str, document: Document, by: User | None, now: datetime, changes: dict[str, int]) -> None:
    audit.record(verb=verb, subject=document, scope=document.conference, by=by, now=now, changes=changes)
