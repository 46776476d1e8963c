"""How the office prints onto pre-printed sheets, kept from a day on."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.audit import reference
from tongket.core.models import Setting
from tongket.documents.queries.certificates import SHEET_KEY, stock_on
from tongket.documents.stock import Stock, as_value, stamp_of
from tongket.units.models import Unit


class StockMoved(RuntimeError):
    """Somebody else set the sheet since it was shown."""


@transaction.atomic
def set_stock(*, conference: Conference, stock: Stock, seen: str, by: User, now: datetime) -> Setting:
    """Keeps sheet, texts, places and printers of the conference's host from today on; what was set before stays known.

    Raises StockMoved where the sheet is no longer the one whose stamp was `seen`.
    """
    _unmoved(conference, seen, now)
    return _kept(conference, stock, "certificate_sheet_set", by, now)


@transaction.atomic
def restore_places(*, conference: Conference, seen: str, by: User, now: datetime) -> Setting:
    """Puts all texts back to the shipped places, stretched with the sheet; printers stay. Raises StockMoved."""
    before = _unmoved(conference, seen, now)
    return _kept(conference, replace(before, own={}), "certificate_places_restored", by, now)


def _unmoved(conference: Conference, seen: str, now: datetime) -> Stock:
    Unit.objects.select_for_update().get(pk=conference.host_id)
    before = stock_on(conference, now.date())
    if stamp_of(before) != seen:
        raise StockMoved(seen)
    return before


def _kept(conference: Conference, stock: Stock, verb: str, by: User, now: datetime) -> Setting:
    row, _made = Setting.objects.update_or_create(
        key=SHEET_KEY,
        scope=reference(conference.host),
        valid_from_on=now.date(),
        defaults={"value": as_value(stock)},
    )
    changes = {"printers": len(stock.printers), "printed": list(stock.printed), "moved": sorted(stock.own)}
    audit.record(verb=verb, subject=row, scope=conference, by=by, now=now, changes=changes)
    return row
