"""What there is to read of exemplars: the register of a host, those that may be one, who took one over."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tongket.core.text import fold
from tongket.exemplars.likeness import Pair, Told, likely_same
from tongket.exemplars.models import Adoption, Distinct, Exemplar, Proof
from tongket.exemplars.rules import COUNTED, ExemplarState
from tongket.units.models import Unit
from tongket.units.rules import PlaceKind

# Units of these places work in every commune of theirs, so what they tell of may stand in any of them.
WIDE = frozenset(
    {
        PlaceKind.CENTRAL,
        PlaceKind.PROVINCE,
        PlaceKind.CITY,
        PlaceKind.DISTRICT,
        PlaceKind.URBAN_DISTRICT,
        PlaceKind.TOWN,
    }
)


@dataclass(frozen=True, slots=True)
class Twins:
    """Two exemplars that may be one, with the place where both may stand."""

    one: Exemplar
    other: Exemplar
    place: str


def exemplars_of(host: Unit, *, state: str = "", search: str = "") -> QuerySet[Exemplar]:
    """The register of one host by name: those that count, or those of one state; with how many units took each over."""
    rows = Exemplar.objects.filter(host=host).select_related("owner", "merged_into")
    rows = rows.filter(state=state) if state else rows.filter(state__in=COUNTED)
    if search:
        rows = rows.filter(Q(key__contains=fold(search)) | Q(owner__search_key__contains=fold(search)))
    return rows.annotate(taken=Count("adoptions", distinct=True), proven=Count("proofs", distinct=True)).order_by("key")


def counts_of(host: Unit) -> dict[str, int]:
    """How many exemplars of a host stand in each state."""
    rows = Exemplar.objects.filter(host=host).order_by().values("state").annotate(n=Count("pk"))
    return {row["state"]: row["n"] for row in rows}


def twins_of(host: Unit) -> tuple[Twins, ...]:
    """Those of a host's register that may be one and were not told apart; three queries."""
    rows = {row.pk: row for row in exemplars_of(host)}
    apart = Distinct.objects.filter(one__host=host).values_list("one_id", "other_id")
    pairs = likely_same(told_of(rows.values()), apart=set(apart))
    return tuple(_twins(rows, pair) for pair in pairs)


def _twins(rows: dict[int, Exemplar], pair: Pair) -> Twins:
    """The longer known one first: what came later is merged into it."""
    return Twins(rows[pair.one], rows[pair.other], pair.place)


def told_of(exemplars: Iterable[Exemplar]) -> list[Told]:
    """Exemplars as likeness needs them: where each is said to be and who told it; one query."""
    rows = list(exemplars)
    tellers: defaultdict[int, list[Unit]] = defaultdict(list)
    for proof in Proof.objects.filter(exemplar__in=rows, unit__isnull=False).select_related("unit"):
        if proof.unit is not None:
            tellers[proof.exemplar_id].append(proof.unit)
    return [_told(row, [*tellers[row.pk], *([row.owner] if row.owner else [])]) for row in rows]


def _told(row: Exemplar, units: list[Unit]) -> Told:
    homes = tuple(dict.fromkeys(unit.place for unit in units if unit.place))
    is_wide = any(unit.place_kind in WIDE for unit in units)
    return Told(row.pk, row.name, (row.place,) if row.place else (), homes, is_wide)


def standing_for(exemplar: Exemplar) -> Exemplar:
    """The one that is counted for it: itself, or the one it was merged into."""
    return exemplar.merged_into if exemplar.merged_into is not None else exemplar


def adopters_left(exemplar: Exemplar) -> QuerySet[Unit]:
    """The units below the host that did not take it over yet and do not run it."""
    taken = Adoption.objects.filter(exemplar=exemplar).values("unit_id")
    below = Unit.objects.filter(Q(parent=exemplar.host_id) | Q(pk=exemplar.host_id))
    return below.exclude(pk__in=taken).exclude(pk=exemplar.owner_id or 0).order_by("sort_key")


def others_of(exemplar: Exemplar) -> QuerySet[Exemplar]:
    """What an exemplar may be merged into."""
    return Exemplar.objects.filter(host=exemplar.host_id, state__in=COUNTED).exclude(pk=exemplar.pk).order_by("key")


def exemplars_in(conference_id: int) -> QuerySet[Exemplar]:
    """The exemplars that were told for one conference and count; a merged one stands under the one it went into."""
    told = Proof.objects.filter(conference=conference_id).values("exemplar_id")
    merged = Exemplar.objects.filter(pk__in=told, state=ExemplarState.MERGED).values("merged_into_id")
    return (
        Exemplar.objects.filter(Q(pk__in=told) | Q(pk__in=merged), state__in=COUNTED)
        .select_related("owner")
        .order_by("key")
    )
