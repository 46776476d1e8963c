"""The commands about mail that comes in: fetch it once, take it from files; the same rules as the pages."""

import argparse
import json
import sys
from collections.abc import Sequence

from tongket.core import clock
from tongket.core.findings import compose
from tongket.mailbox.accounts import BadAddress
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.imap import MailboxUnreachable, fetch_mail
from tongket.mailbox.intake.boxes import NoLetters, letters_in
from tongket.mailbox.models import Incoming
from tongket.mailbox.settings_store import imap_account
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable


def _refuse(sentence: str) -> int:
    """Says on standard error, in one line, why nothing was done; returns the exit code."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return 2


def fetch(arguments: argparse.Namespace) -> int:
    """Takes in what is new in the mailbox."""
    try:
        account = imap_account()
        if account is None:
            return _refuse("Chưa nối hộp thư nào. Đặt ở trang cài đặt thư, hoặc TONGKET_IMAP_URL.")
        fetched = fetch_mail(account)
    except (MailboxUnreachable, BadAddress) as fault:
        return _refuse(f"Không lấy được thư: {fault}")
    if arguments.as_json:
        _print({"messages": fetched.messages, "unread": fetched.unread})
        return 0
    sys.stdout.write(f"Đã lấy {fetched.messages} thư, {fetched.unread} thư chỉ giữ nguyên mà không đọc được.\n")
    return 0


def take(arguments: argparse.Namespace) -> int:
    """Takes in the messages of the named files; one file that is none stops nothing, and is named at the end."""
    taken: list[Incoming] = []
    refused: list[str] = []
    for name in arguments.files:
        try:
            taken += _taken(letters_in(bytes_of(name)))
        except NoLetters as none:
            refused.append(f"{name}: {none}")
        except Unreadable as unreadable:
            refused.append(f"{name}: {compose(unreadable.finding)}")
    if arguments.as_json:
        _print([_row(each) for each in taken])
    else:
        sys.stdout.writelines(f"{each.state:<8} {each.address:<32} {each.subject}\n" for each in taken)
    return _refuse(" ".join(refused)) if refused else 0


def _taken(letters: Sequence[bytes]) -> list[Incoming]:
    now = clock.now()
    return [take_in(raw=raw, came_at=now, by=None, now=now) for raw in letters]


def _row(incoming: Incoming) -> dict[str, object]:
    return {
        "id": str(incoming.pk),
        "state": incoming.state,
        "address": incoming.address,
        "subject": incoming.subject,
        "duty": incoming.duty_id,
        "certainty": incoming.certainty,
        "loop": incoming.loop,
        "reasons": incoming.reasons,
    }


def _print(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
