"""What happens to exemplars: named, edited, confirmed or dropped, merged or told apart, taken over, proven."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event, StoredFile
from tongket.core.text import clean, fold, nfc
from tongket.exemplars import telling
from tongket.exemplars.likeness import bare
from tongket.exemplars.models import Adoption, Distinct, Exemplar, Proof
from tongket.exemplars.rules import COUNTED, NEXT, ExemplarState
from tongket.units.models import Unit

LINES = ("name", "owner_name", "place", "field")
TEXTS = ("what", "method", "result", "lessons")


class ExemplarMoved(RuntimeError):
    """Somebody else changed, merged or dropped this exemplar first."""


@dataclass(frozen=True, slots=True)
class Naming:
    """An exemplar as somebody names it: what it is called, who runs it and where, in whose words at which place.

    `unit` is who tells it.
    """

    name: str
    unit: Unit | None = None
    owner: Unit | None = None
    owner_name: str = ""
    place: str = ""
    quote: str = ""
    where: str = ""


@transaction.atomic
def name_exemplar(
    *, host: Unit, naming: Naming, conference: Conference | None = None, by: User | None, now: datetime
) -> Exemplar:
    """The exemplar of this name and teller in the register of `host`, made where it is not known yet.

    One that the same unit told before is the same one, also where it was merged since: then the one it was merged into
    is returned. What another unit tells is a row of its own, since a name alone proves nothing; see `likeness`.
    """
    found = _known(host, naming)
    if found is None:
        found = Exemplar.objects.create(
            host=host,
            name=clean(naming.name)[:300],
            key=fold(clean(naming.name))[:300],
            owner=naming.owner,
            owner_name=clean(naming.owner_name)[:300],
            place=clean(naming.place)[:200],
            made_by=by,
            made_at=now,
        )
        _record("name_exemplar", found, {}, by=by, now=now)
    _prove(found, naming, conference, by=by, now=now)
    return found.merged_into or found


def _known(host: Unit, naming: Naming) -> Exemplar | None:
    called = bare(naming.name)
    told = Exemplar.objects.filter(host=host, proofs__unit=naming.unit).select_related("merged_into").distinct()
    return next((row for row in told.order_by("pk") if bare(row.name) == called), None)


def _prove(found: Exemplar, naming: Naming, conference: Conference | None, *, by: User | None, now: datetime) -> None:
    """Keeps who told it in which words; the same words of the same unit once."""
    said = {"conference": conference, "unit": naming.unit, "quote": nfc(naming.quote).strip()}
    Proof.objects.get_or_create(
        exemplar=found, **said, defaults={"where": clean(naming.where)[:300], "made_by": by, "made_at": now}
    )


@transaction.atomic
def add_exemplar(*, host: Unit, values: Mapping[str, Any], by: User, now: datetime) -> Exemplar:
    """A new exemplar of the office's own; `values` as `edit_exemplar` takes them."""
    row = Exemplar(host=host, state=ExemplarState.CONFIRMED, made_by=by, made_at=now)
    for name, value in _cleaned(values).items():
        setattr(row, name, value)
    row.save(force_insert=True)
    _record("add_exemplar", row, {}, by=by, now=now)
    return row


@transaction.atomic
def edit_exemplar(*, exemplar: Exemplar, values: Mapping[str, Any], revision: int, by: User, now: datetime) -> Exemplar:
    """Writes what the office knows of an exemplar that still is as it was read. Raises ExemplarMoved."""
    kept = _cleaned(values) | {"revision": revision + 1}
    if Exemplar.objects.filter(pk=exemplar.pk, revision=revision).update(**kept) != 1:
        raise ExemplarMoved(exemplar.pk)
    _record("edit_exemplar", exemplar, {"fields": sorted(values)}, by=by, now=now)
    exemplar.refresh_from_db()
    return exemplar


def _cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = dict(values)
    kept |= {name: clean(kept[name]) for name in LINES if name in kept}
    kept |= {name: nfc(kept[name]).strip() for name in TEXTS if name in kept}
    return kept | ({"key": fold(kept["name"])[:300]} if "name" in kept else {})


@transaction.atomic
def set_state(*, exemplar: Exemplar, state: ExemplarState, by: User, now: datetime) -> Event:
    """Confirms, drops, or looks at an exemplar again; not the door for merging. Raises ExemplarMoved."""
    if state is ExemplarState.MERGED or state not in NEXT[ExemplarState(exemplar.state)]:
        raise ExemplarMoved(exemplar.pk)
    before = exemplar.state
    _move(exemplar, state, None)
    event = _record("set_exemplar_state", exemplar, {"state": [before, state]}, by=by, now=now)
    telling.changed([exemplar.pk], now=now)
    return event


def _move(exemplar: Exemplar, state: ExemplarState, into: Exemplar | None) -> None:
    unmoved = Exemplar.objects.filter(pk=exemplar.pk, state=exemplar.state, merged_into=exemplar.merged_into_id)
    if unmoved.update(state=state, merged_into=into) != 1:
        raise ExemplarMoved(exemplar.pk)
    exemplar.state, exemplar.merged_into = state, into


@transaction.atomic
def merge_exemplars(*, kept: Exemplar, merged: Exemplar, by: User, now: datetime) -> Event:
    """Says that two are one: `merged` is counted with `kept`, and so is whatever was merged into it before.

    Its proofs and adoptions stay its own rows, and the trail keeps what went along, so that `split_exemplar` takes it
    back whole. Raises ExemplarMoved where one of them does not count any more, or both are the same row.
    """
    kept.refresh_from_db()
    if kept.pk == merged.pk or kept.host_id != merged.host_id or ExemplarState(kept.state) not in COUNTED:
        raise ExemplarMoved(kept.pk)
    if ExemplarState(merged.state) not in COUNTED:
        raise ExemplarMoved(merged.pk)
    _move(merged, ExemplarState.MERGED, kept)
    below = list(Exemplar.objects.filter(merged_into=merged).values_list("pk", flat=True))
    Exemplar.objects.filter(pk__in=below).update(merged_into=kept)
    changes = {"kept": audit.reference(kept), "below": below}
    event = _record("merge_exemplars", merged, changes, by=by, now=now)
    telling.changed([kept.pk, merged.pk, *below], now=now)
    return event


@transaction.atomic
def split_exemplar(*, exemplar: Exemplar, by: User, now: datetime) -> Event:
    """Takes a merge back: the exemplar counts by itself again, and is not proposed as the same one any more."""
    into = exemplar.merged_into
    if into is None:
        raise ExemplarMoved(exemplar.pk)
    _move(exemplar, ExemplarState.NAMED, None)
    below = _went_along(exemplar)
    Exemplar.objects.filter(pk__in=below, merged_into=into).update(merged_into=exemplar)
    tell_apart(one=exemplar, other=into, by=by, now=now)
    event = _record("split_exemplar", exemplar, {"from": audit.reference(into)}, by=by, now=now)
    telling.changed([exemplar.pk, into.pk, *below], now=now)
    return event


def _went_along(exemplar: Exemplar) -> list[int]:
    """What had been merged into an exemplar when it was merged itself."""
    merges = Event.objects.filter(subject=audit.reference(exemplar), verb="merge_exemplars")
    last = merges.order_by("-pk").first()
    return last.changes["below"] if last else []


@transaction.atomic
def tell_apart(*, one: Exemplar, other: Exemplar, by: User, now: datetime) -> Distinct:
    """Says that two are not the same, so that nobody is asked again."""
    low, high = sorted((one, other), key=lambda row: row.pk)
    told, is_new = Distinct.objects.get_or_create(one=low, other=high, defaults={"made_by": by, "made_at": now})
    if is_new:
        _record("tell_exemplars_apart", low, {"other": audit.reference(high)}, by=by, now=now)
    return told


@transaction.atomic
def adopt(*, exemplar: Exemplar, unit: Unit, since_year: int | None, note: str, by: User, now: datetime) -> Adoption:
    """Notes that a unit took an exemplar over, again with another year or note."""
    values = {"since_year": since_year, "note": nfc(note).strip(), "made_by": by, "made_at": now}
    adoption, _is_new = Adoption.objects.update_or_create(exemplar=exemplar, unit=unit, defaults=values)
    _record("adopt_exemplar", exemplar, {"unit": audit.reference(unit)}, by=by, now=now)
    return adoption


@transaction.atomic
def take_back_adoption(*, adoption: Adoption, by: User, now: datetime) -> None:
    """Forgets that a unit took an exemplar over."""
    _record("take_back_adoption", adoption.exemplar, {"unit": audit.reference(adoption.unit)}, by=by, now=now)
    adoption.delete()


@transaction.atomic
def add_proof(*, exemplar: Exemplar, file: StoredFile | None, quote: str, where: str, by: User, now: datetime) -> Proof:
    """Keeps a file, or words with the place they stand in, as proof of an exemplar."""
    proof = Proof.objects.create(
        exemplar=exemplar,
        file=file,
        quote=nfc(quote).strip(),
        where=clean(where)[:300],
        made_by=by,
        made_at=now,
    )
    _record("add_proof", exemplar, {"proof": proof.pk}, by=by, now=now)
    return proof


def _record(verb: str, row: Exemplar, changes: dict[str, Any], *, by: User | None, now: datetime) -> Event:
    return audit.record(verb=verb, subject=row, scope=row.host, by=by, now=now, changes=changes)
