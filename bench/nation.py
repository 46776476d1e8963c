"""Rows of a whole nation's reports: provinces, communes, indicators, periods, a figure for each; needs Django ready."""

from datetime import UTC, date, datetime

from django.db import connection
from tests.factories.accounts import NOW

from tongket.conferences.models import Conference
from tongket.core.many_rows import insert_rows
from tongket.exemplars.models import Exemplar
from tongket.reviews.models import Figure, Indicator, Mention, Outline, Period, Review
from tongket.reviews.rules import FigureState, Gather, Nature, ReviewState
from tongket.units.models import Unit
from tongket.units.rules import BodyType, PlaceKind

INDICATORS, RATES, YEARS = 65, 5, (2022, 2023, 2024)
PROVINCES, COMMUNES = 34, 3_321
SHARED_EXEMPLARS = 200
MADE_AT = datetime(2024, 10, 1, tzinfo=UTC)
# One commune of twenty has not delivered, one figure of thirty-three is not given.
LATE, MISSING = 20, 33


def seed(communes: int, *, flat: bool = False) -> Conference:
    """A conference whose provinces gather so many communes, or (`flat`) its host does, with figures of three years."""
    provinces = 0 if flat else max(1, round(PROVINCES * communes / COMMUNES))
    host = _unit("Ủy ban Trung ương", PlaceKind.CENTRAL, BodyType.FRONT)
    conference = Conference.objects.create(
        title="Tổng kết phong trào", short_title="Tổng kết", host=host, held_on=date(2024, 12, 1), made_at=MADE_AT
    )
    _outline(conference)
    units = [_unit(f"tỉnh {number}", PlaceKind.PROVINCE, BodyType.FRONT) for number in range(provinces)]
    uppers = [
        Review.objects.create(conference=conference, unit=unit, made_at=MADE_AT, state=ReviewState.NOT_BEGUN)
        for unit in units
    ]
    _communes(conference, uppers, communes)
    _figures(conference)
    _mentions(conference)
    return conference


def _unit(name: str, kind: PlaceKind, body: BodyType) -> Unit:
    unit = Unit(body=body, place_kind=kind, short_name=name, place=name)
    unit.set_name(f"Ủy ban MTTQ Việt Nam {name}")
    unit.save()
    return unit


def _outline(conference: Conference) -> None:
    outline = Outline.objects.create(conference=conference, made_at=MADE_AT)
    kinds = (Nature.COUNT, Nature.AMOUNT, Nature.MONEY)
    for place in range(INDICATORS):
        Indicator.objects.create(
            outline=outline,
            code=f"c{place}",
            ordinal=place,
            name=f"Chỉ tiêu {place}",
            measure=("người", "m²", "triệu đồng")[place % 3],
            nature=kinds[place % 3],
            decimals=(0, 1, 1)[place % 3],
            gather=Gather.MEAN if place % 20 == 19 else Gather.SUM,
            names_exemplars=place == 0,
        )
    for place in range(RATES):
        halves = {"numerator": f"c{3 * place}", "denominator": f"c{3 * place + 3}"}
        Indicator.objects.create(
            outline=outline,
            code=f"r{place}",
            ordinal=INDICATORS + place,
            name=f"Tỷ lệ {place}",
            measure="%",
            nature=Nature.RATE,
            gather=Gather.RATE,
            **halves,
        )
    for year in YEARS:
        Period.objects.create(
            outline=outline,
            code=str(year),
            label=f"năm {year}",
            first_on=date(year, 1, 1),
            last_on=date(year, 12, 31),
            is_current=year == YEARS[-1],
        )


def _communes(conference: Conference, uppers: list[Review], communes: int) -> None:
    columns = ("name", "short_name", "body", "place_kind", "place", "sort_key", "search_key")
    names = [f"xã {number:04}" for number in range(communes)]
    plain = [(f"Ủy ban MTTQ Việt Nam {n}", n, BodyType.FRONT.value, PlaceKind.COMMUNE.value, n, n, n) for n in names]
    insert_rows(Unit, columns, plain)
    units = list(Unit.objects.filter(short_name__in=names).order_by("pk").values_list("pk", flat=True))
    rows = []
    for place, unit in enumerate(units):
        came = place % LATE != LATE - 1
        state = ReviewState.ACCEPTED if came else ReviewState.NOT_BEGUN
        when = NOW if came else None
        upper = uppers[place % len(uppers)].pk if uppers else None
        rows.append((unit, upper, state.value, when, when, "web" if came else ""))
    asked = ("unit", "upper", "state", "submitted_at", "confirmed_at", "confirmed_how")
    insert_rows(Review, asked, rows, shared={"conference": conference.pk, "made_at": MADE_AT})


def _figures(conference: Conference) -> None:
    """Made by the database out of the numbers of the rows, so that every machine has the same."""
    mixed = "(r.id * 7919 + i.id * 104729 + p.id * 1299709 + r.id * i.id * 31)"
    money = f"({mixed} % 100000) * 0.1"
    sql = f"""
        INSERT INTO reviews_figure (review_id, indicator_id, period_id, value, written, about, note, quote, cell, state,
                                    kept_because, revision)
        SELECT r.id, i.id, p.id, CASE WHEN i.decimals > 0 THEN {money} ELSE {mixed} % 500 END, '', '', '', '', '',
               '{FigureState.CONFIRMED.value}', '', 0
        FROM reviews_review r
        JOIN reviews_outline o ON o.conference_id = r.conference_id
        JOIN reviews_indicator i ON i.outline_id = o.id AND i.gather <> '{Gather.RATE.value}'
        JOIN reviews_period p ON p.outline_id = o.id
        WHERE r.conference_id = {conference.pk} AND r.confirmed_at IS NOT NULL AND {mixed} % {MISSING} <> 0
    """
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("ANALYZE")


def _mentions(conference: Conference) -> None:
    """Exemplars that two communes name."""
    reviews = list(Review.objects.filter(conference=conference, confirmed_at__isnull=False).order_by("pk"))
    for number in range(min(SHARED_EXEMPLARS, len(reviews) // 2)):
        name = f"Mô hình {number}"
        exemplar = Exemplar.objects.create(host=conference.host, name=name, key=name, made_at=MADE_AT)
        for review in (reviews[number], reviews[-1 - number]):
            Mention.objects.create(review=review, exemplar=exemplar, name=name)


def count_figures() -> int:
    """How many figures there are."""
    return Figure.objects.count()
