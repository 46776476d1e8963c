"""Where the accounts of mail are kept: the environment, else a file of the data folder that only its owner reads.

Passwords are never in the database, so neither its backup nor its log carries them.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings

from tongket.mailbox.accounts import ImapAccount, Security, SmtpAccount, imap_from, smtp_from

FILE = "mail.json"


class SetElsewhere(RuntimeError):
    """The environment of the server sets this account; it is changed there, not on a page."""


def smtp_account() -> SmtpAccount | None:
    """The server that takes our mail, None where none is set up; raises BadAddress for a wrong environment."""
    if settings.SMTP_URL:
        return smtp_from(settings.SMTP_URL, settings.MAIL_FROM, settings.MAIL_REPLY_TO)
    kept = _kept().get("smtp")
    return SmtpAccount(**kept | {"security": Security(kept["security"])}) if kept else None


def imap_account() -> ImapAccount | None:
    """The mailbox that is read, None where none is set up; raises BadAddress for a wrong environment."""
    if settings.IMAP_URL:
        return imap_from(settings.IMAP_URL)
    kept = _kept().get("imap")
    return ImapAccount(**kept | {"security": Security(kept["security"])}) if kept else None


def is_set_elsewhere(part: str) -> bool:
    """Whether the environment sets `smtp` or `imap`."""
    return bool(settings.SMTP_URL if part == "smtp" else settings.IMAP_URL)


def keep_smtp(account: SmtpAccount | None) -> None:
    """Keeps the account, or forgets it with None; raises SetElsewhere."""
    _keep("smtp", asdict(account) if account else None)


def keep_imap(account: ImapAccount | None) -> None:
    """Keeps the mailbox, or forgets it with None; raises SetElsewhere."""
    _keep("imap", asdict(account) if account else None)


def _place() -> Path:
    return Path(settings.HOME) / FILE


def _kept() -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(_place().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return kept


def _keep(part: str, values: dict[str, Any] | None) -> None:
    """Writes the file whole or not at all, closed to others from its first byte."""
    if is_set_elsewhere(part):
        raise SetElsewhere(part)
    kept = {name: value for name, value in (_kept() | {part: values}).items() if value}
    made = _place().with_name(f"{FILE}-{os.getpid()}")
    made.unlink(missing_ok=True)
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(kept, file, ensure_ascii=False)
    made.replace(_place())
