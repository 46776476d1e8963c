"""The mailbox is set up: accounts are kept outside the database, the trail says only that it happened."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tongket.accounts.models import User
from tongket.core import audit
from tongket.mailbox import settings_store
from tongket.mailbox.accounts import ImapAccount, SmtpAccount
from tongket.mailbox.actions.sending import start_sending
from tongket.mailbox.imap import forget_fault
from tongket.mailbox.mime import Outgoing, to_bytes
from tongket.mailbox.transport import Fault, NotSent, Unsure, hand_over, line_to


@transaction.atomic
def set_smtp(*, account: SmtpAccount | None, by: User, now: datetime) -> None:
    """Keeps the server that takes our mail, or forgets it; what waits for it goes at once. Raises SetElsewhere."""
    settings_store.keep_smtp(account)
    audit.record(verb="set_smtp", subject=by, by=by, now=now, changes={"is_set": account is not None})
    if account is not None:
        start_sending()


@transaction.atomic
def set_imap(*, account: ImapAccount | None, by: User, now: datetime) -> None:
    """Keeps the mailbox that is read, or forgets it. Raises SetElsewhere."""
    settings_store.keep_imap(account)
    if account is not None:
        forget_fault(account)
    audit.record(verb="set_imap", subject=by, by=by, now=now, changes={"is_set": account is not None})


def send_test(*, account: SmtpAccount, to: str, name: str) -> Fault | None:
    """Sends one letter over the real line right now, outside the outbox; returns what went wrong, None if nothing."""
    outgoing = Outgoing(
        message_id=f"<tk.test.{uuid4().hex}@{account.sender.rpartition('@')[2]}>",
        sender=(name, account.sender),
        to=(("", to),),
        subject=_("Thư thử của phần mềm Tổng Kết"),
        text=_("Hộp thư gửi được. Thư này do phần mềm gửi để thử, không cần trả lời.") + "\n",
        at=timezone.localtime(),
        code="TK",
        reply_to=account.reply_to,
        automatic="auto-generated",
    )
    try:
        with line_to(account) as line:
            data = to_bytes(outgoing)
            refused = hand_over(line, sender=account.sender, addresses=[to], data=data, begin=lambda _taken: True)
    except NotSent as fault:
        return fault.fault
    except Unsure as unsure:
        return Fault(str(unsure), is_permanent=False)
    return refused.get(to)
