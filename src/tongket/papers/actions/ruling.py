"""The office sets the form and the limits of all papers of a conference, or lets the shipped ones hold again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.models import Conference
from tongket.core import audit
from tongket.core.models import Event, Setting
from tongket.documents.parts import changed as tell_volume
from tongket.papers.actions.measuring import measure_again
from tongket.papers.queries.form import FORM_KEY, LIMITS_KEY


@transaction.atomic
def set_rules(
    *, conference: Conference, form: Mapping[str, float], limits: Mapping[str, float], by: User, now: datetime
) -> Event:
    """Sets what differs from what is shipped, by the names of `StandardForm`, its sheet and `Limits`; empty restores.

    Every version that counts is measured again by a job; the volume is bound in the form as well.
    """
    before = {FORM_KEY: _kept(FORM_KEY, conference), LIMITS_KEY: _kept(LIMITS_KEY, conference)}
    after = {FORM_KEY: dict(form), LIMITS_KEY: dict(limits)}
    for key, values in after.items():
        _set(key, conference, values)
    changes = {"before": before, "after": after}
    event = audit.record(verb="set_rules", subject=conference, scope=conference, by=by, now=now, changes=changes)
    measure_again(conference=conference, by=by, now=now)
    tell_volume(conference.pk, now=now)
    return event


def _kept(key: str, conference: Conference) -> dict[str, float]:
    row = Setting.objects.filter(key=key, scope=audit.reference(conference), valid_from_on=None).first()
    return dict(row.value) if row else {}


def _set(key: str, conference: Conference, values: Mapping[str, float]) -> None:
    rows = Setting.objects.filter(key=key, scope=audit.reference(conference), valid_from_on=None)
    if not values:
        rows.delete()
    elif not rows.update(value=values):
        Setting.objects.create(key=key, scope=audit.reference(conference), value=values)
