"""The certificates of a document as they are printed onto stock."""

from collections.abc import Iterable, Mapping

from tongket.core import clock
from tongket.core.audit import reference
from tongket.core.dates import official_day
from tongket.documents.certificate import certificate
from tongket.documents.filters import FILTERS
from tongket.documents.kinds import KINDS
from tongket.documents.kinds.known import setting_on
from tongket.documents.models import Copy, Document
from tongket.documents.queries.assembled import assembled
from tongket.documents.queries.making import values_of
from tongket.documents.render.values import Certificate, OfficialDocument

SHEET_KEY = "documents.certificate"


def certificates_of(document: Document, copies: Iterable[Copy]) -> list[Certificate]:
    """One sheet for each copy, in order; the same few queries however many."""
    own = setting_on(SHEET_KEY, reference(document.conference.host), clock.today())
    whole, decision = assembled(document).document, _decision(document)
    places = own if isinstance(own, Mapping) else None
    return [certificate(_texts(whole, decision, copy), places) for copy in copies]


def _decision(document: Document) -> str:
    """`Quyết định số 320/QĐ-MTTQ-BTT ngày 25 tháng 10 năm 2024`, as far as it is known."""
    values = values_of(KINDS[document.kind], document.conference, document.options, document.values)
    number, day = values.get("so_quyet_dinh"), values.get("ngay_quyet_dinh")
    return f"Quyết định số {number} {FILTERS['ngay'](day)}" if number and day else ""


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
