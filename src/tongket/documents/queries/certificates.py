"""The certificates of a document as they are printed onto stock."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from tongket.conferences.models import Conference
from tongket.core.audit import reference
from tongket.core.dates import official_day
from tongket.documents.certificate import certificate
from tongket.documents.filters import FILTERS
from tongket.documents.kinds import KINDS
from tongket.documents.kinds.known import setting_on
from tongket.documents.models import Copy, Document
from tongket.documents.queries.making import values_of
from tongket.documents.render.values import Certificate, OfficialDocument
from tongket.documents.stock import Stock, as_value, stock_of

CERTIFICATE = "certificate"
SHEET_KEY = "documents.certificate"


def stock_on(conference: Conference, on: date) -> Stock:
    """How the host prints certificates on a day; one query."""
    value = setting_on(SHEET_KEY, reference(conference.host), on)
    return stock_of(value if isinstance(value, dict) else {})


def certificates_of(
    document: Document, whole: OfficialDocument, copies: Iterable[Copy], stock: Stock
) -> list[Certificate]:
    """One sheet for each copy, in order, with the signature and day of `whole`; the same few queries however many."""
    decision, own = _decision(document), as_value(stock)
    return [certificate(_texts(whole, decision, copy), own) for copy in copies]


def example_of(document: Document) -> Copy:
    """A copy that stands for all while the list is empty."""
    return Copy(document=document, name=_("Tên tập thể, cá nhân"), values={"thanh_tich": _("Đã có thành tích …")})


def _decision(document: Document) -> str:
    """Number and day of the decision as two lines, which `certificate` lays as one where it fits; empty if unknown."""
    values = values_of(KINDS[document.kind], document.conference, document.options, document.values)
    number, day = values.get("so_quyet_dinh"), values.get("ngay_quyet_dinh")
    return f"Quyết định số {number}\n{FILTERS['ngay'](day)}" if number and day else ""


def _texts(whole: OfficialDocument, decision: str, copy: Copy) -> dict[str, str]:
    signature = whole.signatures[0] if whole.signatures else None
    return {
        "name": str(copy.values.get("ten_duoc_khen") or copy.name),
        "merit": str(copy.values.get("thanh_tich") or ""),
        "decision": decision,
        "place_and_day": f"{whole.place}, {official_day(whole.day)}" if whole.day and whole.place else "",
        "authority": "\n".join(signature.authority) if signature else "",
        "signer": signature.name if signature else "",
    }
