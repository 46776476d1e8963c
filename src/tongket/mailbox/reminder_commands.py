"""The command about reminders: what the ladder has for now, made or only told."""

import argparse
import sys

from tongket.conferences.models import Conference
from tongket.core import clock
from tongket.mailbox.actions.reminders import climb_conference
from tongket.mailbox.queries.nudges import Nudge, situation_of


def remind(arguments: argparse.Namespace) -> int:
    """Prints whom the ladder reminds of what now; without `--dry-run` the messages are put in the outbox."""
    conference = Conference.objects.select_related("host").filter(pk=arguments.conference).first()
    if conference is None:
        sys.stderr.write(f"Không có hội nghị số {arguments.conference}. Xem số ở `tongket conference list`.\n")
        return 2
    now = clock.now()
    due = situation_of(conference, now=now).nudges()
    for each in due:
        sys.stdout.write(f"{line_of(each)}\n")
    if not due:
        sys.stdout.write("Lúc này không có ai để nhắc.\n")
    elif arguments.dry_run:
        sys.stdout.write(f"{len(due)} lời nhắc; chưa đưa vào thư đi.\n")
    else:
        made = climb_conference(conference=conference, by=None, now=now)
        sys.stdout.write(f"Đã đưa {len(made)} lời nhắc vào thư đi.\n")
    return 0


def line_of(each: Nudge) -> str:
    """One unit: its name, whether its leader is written to, how it goes, and what it is reminded of."""
    how = "tự gửi" if each.goes_by_itself else "chờ xem"
    whom = "lãnh đạo" if each.to_leader else "đơn vị"
    owed = ", ".join(f"{row.kind} #{row.id} ({each.rungs[row.id].step:+d})" for row in each.reasons)
    return f"{each.unit.name} | {whom} | {how} | {owed}"
