"""The single copies of a document: who they are for, what each still lacks, and whom the conference proposes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from tongket.conferences.models import Conference
from tongket.core.findings import words
from tongket.core.text import clean, fold, fold_tones, nfc
from tongket.documents.batches import missing_values
from tongket.documents.copy_lists import AWARDED, INVITED, NAME, POST, TITLE, UNIT, Draft, completed, split_title
from tongket.documents.gaps import gaps_in
from tongket.documents.kinds import KINDS, Addressee
from tongket.documents.kinds.known import facts_of, version_of
from tongket.documents.models import Copy, Document
from tongket.documents.rules import DocumentState
from tongket.units.collectives import open_collective
from tongket.units.directory import Directory
from tongket.units.models import Membership
from tongket.units.queries import directory_on
from tongket.units.rules import UnitRecord

# Documents that are over: nobody is added to their list any more.
OVER = frozenset({DocumentState.RECALLED, DocumentState.CORRECTED, DocumentState.DROPPED})
# What a line of the list says by itself; the rest may be the same for all.
OF_A_LINE = frozenset({NAME, POST, UNIT, INVITED, AWARDED})
SOURCES: dict[str, str] = {
    "units": words("Đơn vị có phần việc, đại biểu trong danh sách"),
    "participants": words("Thành phần nêu trong kế hoạch"),
    "people": words("Lãnh đạo, cán bộ của các đơn vị ấy"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A copy as the page lists it: post and unit beside the name, and the labels of the values it lacks."""

    copy: Copy
    place: str
    missing: tuple[str, ...]


def needed_gaps(document: Document) -> tuple[str, ...]:
    """The names of the values that each copy needs: the gaps of its text, before any was written those of its kind."""
    written = gaps_in(f"{document.subject}\n{document.body}")
    kind = KINDS.get(document.kind)
    return written or (kind.gaps if kind else ())


def gap_labels(document: Document) -> dict[str, str]:
    """What people call each needed value."""
    kind = KINDS.get(document.kind)
    labels = kind.labels if kind else {}
    return {name: labels.get(name, name.replace("_", " ")) for name in needed_gaps(document)}


def copies_of(document: Document, *, asked: str = "") -> QuerySet[Copy]:
    """The copies in their order; with `asked` those whose name, post or unit holds every word, whatever the accents."""
    found = document.copies.order_by("ordinal")
    wanted = fold(asked).split()
    if not wanted:
        return found
    # A list of one document has some thousand rows at most; no database folds Vietnamese as `core.text` does.
    seen = found.values_list("pk", "name", "email", "values")
    keys = [pk for pk, *parts, values in seen if _holds(wanted, [*parts, *map(str, values.values())])]
    return found.filter(pk__in=keys)


def _holds(wanted: Sequence[str], parts: Iterable[str]) -> bool:
    text = fold(" ".join(parts))
    return all(word in text for word in wanted)


def rows_of(document: Document, copies: Iterable[Copy]) -> list[Row]:
    """The copies as the page lists them; no query beyond theirs."""
    labels = gap_labels(document)
    return [
        Row(
            copy,
            ", ".join(part for part in (copy.values.get(POST, ""), copy.values.get(UNIT, "")) if part),
            tuple(labels[name] for name in missing_values(labels, copy.values)),
        )
        for copy in copies
    ]


def unfinished(document: Document) -> list[Copy]:
    """The copies that lack a value, in order; one query."""
    needed = needed_gaps(document)
    return [copy for copy in document.copies.order_by("ordinal") if missing_values(needed, copy.values)]


def unit_finder(on: date) -> Callable[[str], str | None]:
    """Finds the key of a unit by its name, short name or another name; asks the directory once, three queries."""
    names: dict[str, str] = {}
    for record in directory_on(on):
        for name in (record.name, record.short_name, *record.aliases):
            names.setdefault(fold_tones(name), record.key)
    return lambda name: names.get(fold_tones(name)) if name else None


def proposed(document: Document, source: str, *, on: date) -> list[Draft]:
    """Whom the conference names in that way, in its order: units that owe, the plan's participants, people of units."""
    if source == "participants":
        return _participants(document.conference, on)
    if source == "people":
        return _people(document)
    return _units(document)


def _units(document: Document) -> list[Draft]:
    kind = KINDS[document.kind]
    found = []
    for each in kind.addressees(document.conference, document.options):
        key = str(each.unit.pk) if each.unit else None
        if each.is_person:
            found.append(_person(each, key))
            continue
        values = {NAME: each.name, UNIT: each.name, **each.values}
        found.append(completed(Draft(each.name, each.email, values, key, is_unit=key is not None)))
    return found


def _person(each: Addressee, key: str | None) -> Draft:
    """A copy for somebody by name; a title that was typed before the name stands apart."""
    title, name = split_title(each.name)
    values = {**({TITLE: title} if title else {}), NAME: name, **each.values}
    return completed(Draft(name, each.email, values, key))


def _participants(conference: Conference, on: date) -> list[Draft]:
    directory = directory_on(on)
    host = directory.get(str(conference.host_id))
    named = [clean(each.text).strip(" .;") for each in facts_of(version_of(conference)).participants]
    return [draft for name in named if name for draft in _opened(nfc(name)[:300], directory, host)]


def _opened(name: str, directory: Directory, host: UnitRecord | None) -> list[Draft]:
    """A participant as the plan names it: one copy, or one for each unit that a collective name means."""
    units = open_collective(name, directory, host=host)
    if units:
        return [completed(Draft(u.name, u.email, {NAME: u.name, UNIT: u.name}, u.key, is_unit=True)) for u in units]
    return [completed(Draft(name, values={NAME: name, INVITED: name}))]


def _people(document: Document) -> list[Draft]:
    kind = KINDS[document.kind]
    units = [each.unit.pk for each in kind.addressees(document.conference, document.options) if each.unit]
    rows = Membership.objects.filter(Q(ended_on__isnull=True), unit__in=units).select_related("person", "unit")
    found = []
    for row in rows.order_by("unit__sort_key", "role", "pk"):
        values = {NAME: row.person.name, POST: row.post, UNIT: row.unit.name}
        found.append(completed(Draft(row.person.name, row.person.email, values, str(row.unit_id))))
    return found
