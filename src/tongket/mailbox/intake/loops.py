"""Which messages no person wrote to us: bounces, our own, answers of machines, mass mail."""

import re
from collections.abc import Collection
from enum import StrEnum

from tongket.core.text import fold
from tongket.reading.mail.values import Mail


class Loop(StrEnum):
    """Why a message is left alone; it is kept and can be taken up again."""

    BOUNCE = "bounce"
    OWN = "own"
    AUTO_REPLY = "auto-reply"
    LIST = "list"
    NOTICE = "notice"


# How programs begin the subject of an answer for somebody who is away, folded. Whole beginnings only: a person may
# well write about absence.
_AWAY = re.compile(
    r"^(?:(?:tra loi|phan hoi) tu dong\b|thu (?:tra loi|phan hoi) tu dong\b|tu dong tra loi\b|automatic reply\b|"
    r"auto(?:matic)?[ -]?(?:reply|response|responder)\b|autoreply\b|"
    r"out of (?:the )?office\b|away from (?:the )?office\b|"
    r"(?:thong bao )?(?:vang mat|di vang|nghi phep) *(?::|$)|toi dang (?:vang mat|nghi phep)\b|vacation reply\b|ooo:)"
)
_MACHINES = re.compile(
    r"^(?:no-?reply|do-?not-?reply|noreply.*|mailer-daemon|postmaster|bounces?|notifications?|alerts?)(?:[+._-].*)?@"
)
_MASS = frozenset({"bulk", "junk", "list"})


def loop_of(mail: Mail, *, ours: Collection[str], is_our_id: bool, is_bounce: bool, is_known: bool) -> Loop | None:
    """Why `mail` is no letter to the office; None where it may be one.

    `ours` holds the office's own addresses, `is_our_id` says that its Message-ID is one of ours, `is_known` that its
    sender is in the directory: what somebody we know sends through a list is a letter all the same.
    """
    if is_bounce or (mail.is_report and _is_machine(mail)):
        return Loop.BOUNCE
    if is_our_id or mail.address in ours:
        return Loop.OWN
    if _is_auto_reply(mail):
        return Loop.AUTO_REPLY
    if not is_known and _is_mass(mail):
        return Loop.LIST
    return Loop.NOTICE if not is_known and _is_notice(mail) else None


def may_be_bounce(mail: Mail) -> bool:
    """Whether a mail server may have written it about a letter of ours, which is then looked at closely."""
    return mail.is_report or _is_machine(mail) or "x-failed-recipients" in mail.marks


def _is_auto_reply(mail: Mail) -> bool:
    """RFC 3834, 5: `Auto-Submitted: auto-replied`; older programs have headers of their own, or only a subject."""
    marks = mail.marks
    if marks.get("auto-submitted", "no").lower().startswith("auto-replied"):
        return True
    if {"x-autoreply", "x-autorespond", "x-autoresponder"} & marks.keys() or marks.get("precedence") == "auto_reply":
        return True
    return not mail.files and bool(_AWAY.match(fold(mail.subject)))


def _is_mass(mail: Mail) -> bool:
    return (
        bool({"list-id", "list-unsubscribe"} & mail.marks.keys()) or mail.marks.get("precedence", "").lower() in _MASS
    )


def _is_notice(mail: Mail) -> bool:
    automatic = mail.marks.get("auto-submitted", "no").lower().startswith("auto-generated")
    return automatic or _is_machine(mail)


def _is_machine(mail: Mail) -> bool:
    return bool(_MACHINES.match(mail.address)) or mail.marks.get("return-path", "").strip() == "<>"


def may_be_answered(mail: Mail) -> bool:
    """Whether an acknowledgement would reach a person: RFC 3834, 2, forbids answers to machines."""
    return bool(mail.address) and not _is_machine(mail) and not _is_auto_reply(mail) and not _is_mass(mail)
