"""An office's own texts of documents: kept as versions, never overwritten."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.text import nfc
from tongket.documents.kinds import KINDS
from tongket.documents.models import Template
from tongket.documents.templating import check
from tongket.units.models import Unit


class TemplateMoved(RuntimeError):
    """Somebody else kept a version since the page was opened."""


@transaction.atomic
def keep_template(
    *, unit: Unit, kind: str, subject: str, body: str, note: str, seen: int, by: User, now: datetime
) -> Template:
    """Keeps a new version; `seen` is the ordinal of the latest one that its writer saw.

    Raises TemplateFault where it is written wrong or names an unknown value, TemplateMoved where it is not the latest.
    """
    check(nfc(subject), KINDS[kind].labels)
    check(nfc(body), KINDS[kind].labels)
    return _keep(unit, kind, nfc(subject).strip(), nfc(body).replace("\r\n", "\n"), note, seen, by, now)


@transaction.atomic
def restore_shipped(*, unit: Unit, kind: str, seen: int, by: User, now: datetime) -> Template:
    """Goes back to the shipped text, and follows it from now on; a version without a body says so."""
    return _keep(unit, kind, "", "", "", seen, by, now)


@transaction.atomic
def restore_version(*, version: Template, note: str, seen: int, by: User, now: datetime) -> Template:
    """Puts an older version in force again, as a new one; one that went back to the shipped text does so again.

    Raises TemplateFault where it names a value that is no more, TemplateMoved as `keep_template`.
    """
    if version.body:
        check(version.subject, KINDS[version.kind].labels)
        check(version.body, KINDS[version.kind].labels)
    return _keep(version.unit, version.kind, version.subject, version.body, note, seen, by, now)


def _keep(unit: Unit, kind: str, subject: str, body: str, note: str, seen: int, by: User, now: datetime) -> Template:
    Unit.objects.select_for_update().get(pk=unit.pk)
    last = Template.objects.filter(unit=unit, kind=kind).aggregate(last=Max("ordinal"))["last"] or 0
    if last != seen:
        raise TemplateMoved(kind)
    kept = Template.objects.create(
        unit=unit, kind=kind, ordinal=last + 1, subject=subject, body=body, note=note[:200], made_by=by, made_at=now
    )
    changes = {"kind": kind, "ordinal": kept.ordinal, "is_shipped": not body}
    audit.record(verb="keep_template", subject=kept, scope=unit, by=by, now=now, changes=changes)
    return kept
