"""The work of sending: one run takes what is due over one line to the server, and sees to it that another follows.

Each run first queues its own successor: whoever dies is followed within minutes, whatever they left undone.
"""

import smtplib
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID, uuid4

from django.db.models import Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tongket.core import clock
from tongket.core.findings import words
from tongket.core.jobs import start_job
from tongket.core.models import Job, JobState
from tongket.mailbox.accounts import SmtpAccount
from tongket.mailbox.actions import delivery as act
from tongket.mailbox.actions.freshening import fresh_only
from tongket.mailbox.actions.links import NoAddress, with_link
from tongket.mailbox.composing import Files, Undeliverable, outgoing_of
from tongket.mailbox.mime import to_bytes
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import SEND_JOB, DeliveryState, MessageState
from tongket.mailbox.settings_store import smtp_account
from tongket.mailbox.transport import ClaimLost, Fault, NotSent, Unsure, hand_over, line_to

CHUNK = 50
RUN_SECONDS = 30.0
# A line that breaks so often in one run is left alone for a while.
MOST_BREAKS = 3
LINE_WAITS = (timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=5), timedelta(minutes=15))
NO_SITE = words("Chưa biết địa chỉ của phần mềm nên không làm được đường dẫn. Mở trang Thư đi rồi gửi lại.")


@dataclass(slots=True)
class Run:
    """One run: its claim, its line, and how it goes."""

    account: SmtpAccount
    key: UUID = field(default_factory=uuid4)
    files: Files = field(default_factory=Files)
    line: smtplib.SMTP | None = None
    stack: ExitStack = field(default_factory=ExitStack)
    sent: int = 0
    breaks: int = 0
    fault: str = ""

    def opened(self) -> smtplib.SMTP:
        """The line, opened where it is not; raises NotSent."""
        if self.line is None:
            self.line = self.stack.enter_context(line_to(self.account))
        return self.line

    def close(self) -> None:
        """Gives the line up; the next message opens another."""
        self.line = None
        self.stack.close()


def start_sending(*, at: datetime | None = None, failures: int = 0) -> None:
    """Sees to it that a run comes at `at`, by the machine's clock, or at once; one that waits already will do."""
    when = at or timezone.now()
    if not Job.objects.filter(name=SEND_JOB, state=JobState.WAITING, run_at__lte=when).exists():
        start_job(SEND_JOB, at=when, failures=failures)


def send_job(*, failures: int = 0) -> None:
    """The job: sends for half a minute, then hands over to the next one while something is left.

    `failures` counts runs in a row that found no line.
    """
    if not _waiting().exists() and not Delivery.objects.filter(state=DeliveryState.CLAIMED).exists():
        return
    at = timezone.now() + act.CLAIM_LIVES + timedelta(seconds=10)
    successor = start_job(SEND_JOB, at=at, failures=failures)
    run = send_waiting()
    # We live, so nobody has to take over from us.
    Job.objects.filter(pk=successor.pk, state=JobState.WAITING).update(state=JobState.DONE, ended_at=timezone.now())
    if run is not None and run.fault:
        wait = LINE_WAITS[min(failures, len(LINE_WAITS) - 1)]
        start_sending(at=timezone.now() + wait, failures=failures + 1)
    elif run is not None:
        _follow()


def _waiting() -> QuerySet[Delivery]:
    return Delivery.objects.filter(state=DeliveryState.WAITING, message__state=MessageState.QUEUED)


def _follow() -> None:
    """Queues the next run for when something is due: a try that failed, a message held back, a claim that ends."""
    at, now = timezone.now(), clock.now()
    held_back = Q(message__send_at__gt=now)
    due = _waiting().exclude(held_back).aggregate(at=Min("next_try_at"))["at"]
    held = _waiting().filter(held_back).aggregate(at=Min("message__send_at"))["at"]
    claimed = Delivery.objects.filter(state=DeliveryState.CLAIMED).exists()
    moments = [due, at + (held - now) if held else None, at + act.CLAIM_LIVES if claimed else None]
    known = [moment for moment in moments if moment is not None]
    if known:
        start_sending(at=max(at, min(known)))


def send_waiting(*, seconds: float = RUN_SECONDS) -> Run | None:
    """Sends what is due for so many seconds; None where no server is set up. `fault` says why it stopped early."""
    account = smtp_account()
    if account is None:
        return None
    act.release_lost(at=timezone.now(), now=clock.now())
    run, until = Run(account), time.monotonic() + seconds
    with run.stack:
        while time.monotonic() < until and not run.fault and (claimed := _claimed(run)):
            _send_all(run, claimed)
    return run


def _claimed(run: Run) -> list[Delivery]:
    """The next lot that is due, claimed for `run`; empty when nothing is left."""
    return act.claim_due(run=run.key, limit=CHUNK, at=timezone.now(), now=clock.now())


@clock.asked_once()
def _send_all(run: Run, claimed: list[Delivery]) -> None:
    """Sends what was claimed; where the line fails for good, what was not begun goes back to wait."""
    claimed = fresh_only(deliveries=claimed, now=clock.now())
    messages = _loaded({delivery.message_id for delivery in claimed})
    for key, group in groupby(claimed, key=lambda delivery: delivery.message_id):
        if not run.fault:
            _send(run, messages[key], list(group))
    if run.fault:
        act.release(run=run.key, fault=run.fault, at=timezone.now())
    act.settle(messages=messages, now=clock.now())


def _loaded(keys: set[int]) -> dict[int, Message]:
    """The messages with everything that goes with them; a constant number of queries."""
    rows = Message.objects.filter(pk__in=keys).select_related(
        "conference__host", "unit", "document__conference", "copy", "queued_by", "made_by", "recipient__unit"
    )
    return {row.pk: row for row in rows.prefetch_related("deliveries", "duties", "attachments__file")}


def _send(run: Run, message: Message, deliveries: list[Delivery]) -> None:
    """One message to its addresses, with everything that can become of it written down."""
    by_address = {delivery.address: delivery for delivery in deliveries}

    def begin(taken: list[str]) -> bool:
        keys = [by_address[address].pk for address in taken]
        return act.begin_handing_over(keys=keys, run=run.key, at=timezone.now())

    keys = [delivery.pk for delivery in deliveries]
    try:
        line = run.opened()
        data = _composed(run, message)
        refused = hand_over(line, sender=run.account.sender, addresses=list(by_address), data=data, begin=begin)
        run.breaks = 0
    except Undeliverable as missing:
        refused = dict.fromkeys(by_address, Fault(str(missing), is_permanent=True))
    except NotSent as fault:
        if not _counts(run, fault):
            return
        refused = dict.fromkeys(by_address, fault.fault)
    except Unsure as unsure:
        run.close()
        act.note_unsure(keys=keys, run=run.key, fault=str(unsure))
        return
    except ClaimLost:
        return
    _note(run, by_address, refused)


def _composed(run: Run, message: Message) -> bytes:
    try:
        body = with_link(message, message.body, by=message.queued_by or message.made_by, now=clock.now())
    except NoAddress as fault:
        raise Undeliverable(_(NO_SITE)) from fault
    sender, reply_to = run.account.sender, run.account.reply_to
    attached = run.files.of(message)
    return to_bytes(
        outgoing_of(message, sender=sender, reply_to=reply_to, body=body, attached=attached, at=timezone.now())
    )


def _counts(run: Run, fault: NotSent) -> bool:
    """Whether the fault counts as a try of this message: without a line nothing was tried, and the run stops."""
    had_line = run.line is not None
    if fault.is_line_down:
        run.close()
        run.breaks += 1
    if not had_line or run.breaks >= MOST_BREAKS:
        run.fault = fault.fault.words
    return had_line


def _note(run: Run, by_address: dict[str, Delivery], refused: dict[str, Fault]) -> None:
    for address, fault in refused.items():
        act.note_refused(delivery=by_address[address], run=run.key, fault=fault, at=timezone.now())
    sent = [delivery.pk for address, delivery in by_address.items() if address not in refused]
    if sent:
        act.note_sent(keys=sent, run=run.key, now=clock.now())
        run.sent += len(sent)
