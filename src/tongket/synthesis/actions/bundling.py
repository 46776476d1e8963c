"""The summary packed to be reported upward: signed with the key of this installation."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit, files
from tongket.core.models import StoredFile
from tongket.core.text import fold
from tongket.documents.models import Document
from tongket.reviews.bundles.values import Annex, Bundle
from tongket.reviews.bundles.writing import write_bundle
from tongket.synthesis.actions.reports import kept_report
from tongket.synthesis.queries.bundled import issued_report, summary_of
from tongket.synthesis.queries.totals import totals_of
from tongket.synthesis.sheet import sheet_of


class NotIssued(RuntimeError):
    """The summary report was not issued yet, so nothing is reported upward."""


@transaction.atomic
def make_bundle(*, conference: Conference, by: User, now: datetime) -> StoredFile:
    """Packs figures, sentences and models with the report as it was issued; raises NotIssued before that."""
    document = issued_report(conference)
    if document is None or document.pdf is None:
        raise NotIssued(conference.pk)
    report = kept_report(conference, now=now)
    summary = summary_of(conference, number=_number(document), now=now)
    annexes = [Annex("bieu-so-lieu.xlsx", sheet_of(totals_of(conference)))]
    if document.docx is not None:
        annexes.append(Annex("bao-cao.docx", files.read(document.docx)))
    sent = document.signed or document.pdf
    data = write_bundle(Bundle(summary, files.read(sent), tuple(annexes)), settings.BUNDLE_KEY)
    report.bundle = files.store(data=data, name=_name(conference), now=now)
    report.save(update_fields=["bundle"])
    audit.record(verb="make_bundle", subject=report, scope=conference, by=by, now=now)
    return report.bundle


def _number(document: Document) -> str:
    entry = getattr(document, "entry", None)
    return str(entry) if entry is not None else ""


def _name(conference: Conference) -> str:
    place = fold(conference.host.place or conference.host.called).replace(" ", "-")
    return f"bao-cao-{place}.tongket"
