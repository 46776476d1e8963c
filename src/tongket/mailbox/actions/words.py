"""An office changes the words of its letters; every version is kept."""

from datetime import datetime

from django.db import transaction

from tongket.accounts.models import User
from tongket.core import audit
from tongket.core.findings import Finding
from tongket.core.text import clean, nfc
from tongket.mailbox.models import MailTemplate
from tongket.mailbox.queries.words import last_ordinal
from tongket.mailbox.wording import Letter, faults_of, letters
from tongket.units.models import Unit


class WordsRefused(ValueError):
    """The words cannot be used; `findings` say why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings


class WordsMoved(RuntimeError):
    """Somebody else changed these words in between."""


def typed_letter(key: str, subject: str, body: str) -> Letter:
    """The letter as somebody typed it, in clean text."""
    shipped = letters()[key]
    return Letter(key, clean(subject), nfc(body).replace("\r\n", "\n").strip() + "\n", shipped.gaps)


@transaction.atomic
def change_words(*, unit: Unit, key: str, subject: str, body: str, seen: int, by: User, now: datetime) -> MailTemplate:
    """Keeps the office's own words as its next version; `seen` is the last version that was looked at.

    Raises WordsRefused for unknown gaps and empty parts, WordsMoved where somebody was faster.
    """
    letter = typed_letter(key, subject, body)
    findings = faults_of(letter)
    if findings:
        raise WordsRefused(findings)
    return _keep(unit, key, letter.subject, letter.body, seen, by, now)


@transaction.atomic
def go_back_to_shipped(*, unit: Unit, key: str, seen: int, by: User, now: datetime) -> MailTemplate:
    """Uses the shipped words again; the own ones stay among the versions."""
    return _keep(unit, key, "", "", seen, by, now)


def _keep(unit: Unit, key: str, subject: str, body: str, seen: int, by: User, now: datetime) -> MailTemplate:
    Unit.objects.select_for_update().get(pk=unit.pk)
    if last_ordinal(unit, key) != seen:
        raise WordsMoved
    own = MailTemplate.objects.create(
        unit=unit, key=key, ordinal=seen + 1, subject=subject, body=body, made_by=by, made_at=now
    )
    audit.record(verb="change_words", subject=own, scope=unit, by=by, now=now, changes={"key": key})
    return own
