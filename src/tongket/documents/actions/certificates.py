"""How the office prints onto pre-printed sheets, kept from a day on."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.audit import reference
from tongket.core.models import Setting
from tongket.documents.queries.certificates import SHEET_KEY
from tongket.documents.stock import Stock, as_value


@transaction.atomic
def set_stock(*, conference: Conference, stock: Stock, by: User, now: datetime) -> Setting:
    """Keeps the sheet, texts and printers of the conference's host from today on; what was set before stays known.

    Places that the office moved by name are kept as they are.
    """
    scope = reference(conference.host)
    before = Setting.objects.filter(key=SHEET_KEY, scope=scope).order_by("-valid_from_on").first()
    value = {**(before.value if before else {}), **as_value(stock)}
    row, _made = Setting.objects.update_or_create(
        key=SHEET_KEY, scope=scope, valid_from_on=now.date(), defaults={"value": value}
    )
    changes = {"printers": len(stock.printers), "printed": list(stock.printed)}
    audit.record(verb="certificate_sheet_set", subject=row, scope=conference, by=by, now=now, changes=changes)
    return row
