"""Whose key signed a bundle, and which unit it most likely is."""

import base64

from django.db.models import Q, QuerySet

from tongket.conferences.models import Conference
from tongket.conferences.rules import DutyKind
from tongket.reviews.bundles.values import Sender as Told
from tongket.reviews.models import Sender
from tongket.units.models import Unit


def told_key(key: bytes) -> str:
    """A key as the table keeps it."""
    return base64.b64encode(key).decode()


def sender_of(key: bytes) -> Sender | None:
    """Who is trusted with this key, None where nobody is; one query."""
    return Sender.objects.select_related("unit").filter(key=told_key(key), revoked_at=None).first()


def owing_units(conference: Conference) -> QuerySet[Unit]:
    """The units that owe the conference a review, at every level, by name."""
    asked = Q(duties__conference=conference, duties__kind=DutyKind.REVIEW)
    return Unit.objects.filter(asked | Q(reviews__conference=conference)).distinct().order_by("sort_key")


def likely_unit(conference: Conference, told: Told, key: bytes) -> Unit | None:
    """The unit that owes a review here and sent this: by its key, else by its exact name or place and body."""
    known = sender_of(key)
    owing = list(owing_units(conference))
    if known is not None:
        return next((unit for unit in owing if unit.pk == known.unit_id), None)
    by_name = [unit for unit in owing if unit.name == told.name]
    by_place = [
        unit
        for unit in owing
        if (unit.body, unit.place_kind, unit.place) == (told.body, told.place_kind, told.place) and told.place
    ]
    return next(iter(by_name or by_place), None)


def senders_of(conference: Conference) -> list[Sender]:
    """The trusted keys of the units that owe a review here, by name of the unit; one query."""
    trusted = Sender.objects.select_related("unit").filter(unit__in=owing_units(conference), revoked_at=None)
    return list(trusted.order_by("unit__sort_key"))
