"""Makes what figures need: an outline with indicators and periods, reviews in a tree that count, what they say."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from tests.factories.accounts import NOW
from tests.factories.units import create_unit
from tongket.conferences.models import Conference
from tongket.exemplars.models import Exemplar
from tongket.reviews import values
from tongket.reviews.models import Figure, Indicator, Mention, Outline, Period, Review
from tongket.reviews.rules import FigureState, ReviewState
from tongket.units.models import Unit

_numbers = count(1)


def indicator(code: str = "mo_hinh", **more: Any) -> values.Indicator:
    """An indicator as a value: models, counted, added up."""
    return values.Indicator(**{"code": code, "name": code, "measure": "mô hình", **more})


def period(year: int = 2024, *, is_current: bool = True) -> values.Period:
    """A year as a period."""
    return values.Period(str(year), f"năm {year}", date(year, 1, 1), date(year, 12, 31), is_current=is_current)


def outline(*indicators: values.Indicator, years: tuple[int, ...] = (2023, 2024)) -> values.Outline:
    """An outline of these indicators; the last year is the current one."""
    periods = tuple(period(year, is_current=year == years[-1]) for year in years)
    return values.Outline("Đề cương", 1, indicators=indicators or (indicator(),), periods=periods)


def figure(code: str, value: str | int | None, year: int = 2024, **more: Any) -> values.Figure:
    """A figure as a value; unless said otherwise it is written as its number."""
    number = None if value is None else Decimal(str(value))
    return values.Figure(code, str(year), number, **{"written": "" if value is None else str(value), **more})


def make_outline(conference: Conference, asked: values.Outline | None = None) -> Outline:
    """The rows of an outline."""
    asked = asked or outline()
    row = Outline.objects.create(conference=conference, made_at=NOW)
    for ordinal, each in enumerate(asked.indicators):
        fields = {name: getattr(each, name) for name in each.__slots__}
        Indicator.objects.create(outline=row, ordinal=ordinal, **fields)
    for span in asked.periods:
        fields = {name: getattr(span, name) for name in span.__slots__}
        Period.objects.create(outline=row, **fields)
    return row


def make_review(
    conference: Conference,
    *,
    unit: Unit | None = None,
    upper: Review | None = None,
    state: ReviewState = ReviewState.ACCEPTED,
    is_confirmed: bool = True,
    name: str = "",
) -> Review:
    """A review, by default one that counts."""
    came = state not in {ReviewState.NOT_BEGUN, ReviewState.WORKING}
    confirmed = is_confirmed and came
    return Review.objects.create(
        conference=conference,
        unit=unit or create_unit(place=name or f"Xã {next(_numbers)}", short_name=name),
        upper=upper,
        state=state,
        submitted_at=NOW if came else None,
        confirmed_at=NOW if confirmed else None,
        confirmed_how="web" if confirmed else "",
        made_at=NOW,
    )


def say(
    review: Review, figures: Mapping[str, str | int | None], *, year: int = 2024, proposed: bool = False, **more: Any
) -> list[Figure]:
    """Writes what a review says for a year: by code of the indicator."""
    asked = Outline.objects.get(conference=review.conference)
    return [
        Figure.objects.create(
            review=review,
            indicator=asked.indicators.get(code=code),
            period=asked.periods.get(code=str(year)),
            value=None if value is None else Decimal(str(value)),
            written="" if value is None else str(value),
            state=FigureState.PROPOSED if proposed else FigureState.CONFIRMED,
            **more,
        )
        for code, value in figures.items()
    ]


def make_exemplar(conference: Conference, name: str = "Tổ tự quản", **more: Any) -> Exemplar:
    """A model in the register of the conference's host."""
    return Exemplar.objects.create(host=conference.host, name=name, key=name.lower(), made_at=NOW, **more)


def mention(review: Review, exemplar: Exemplar, name: str = "") -> Mention:
    """A review names a model."""
    return Mention.objects.create(review=review, exemplar=exemplar, name=name or exemplar.name)
