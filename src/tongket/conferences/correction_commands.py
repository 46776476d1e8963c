"""The command that shows what a corrected plan would change, and applies it when told to; the rules of the page."""

import argparse
import sys
from pathlib import Path

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.correcting import apply_correction, start_correction
from tongket.conferences.commands import Refused, about, bring_in, command_line_user, print_json, refuse
from tongket.conferences.correction import Choice
from tongket.conferences.models import Conference, PlanVersion
from tongket.conferences.queries.corrections import Difference, difference_of
from tongket.conferences.queries.difference_json import as_json, as_lines
from tongket.conferences.queries.difference_page import difference_page
from tongket.core import clock
from tongket.reading.opening import bytes_of

STOPPED = 1


def correct(arguments: argparse.Namespace) -> int:
    """Prints the difference; with `--apply` makes the corrected plan the one in force, unless a person must decide."""
    conference = Conference.objects.select_related("host", "parent").filter(pk=arguments.conference).first()
    if conference is None:
        return refuse(f"Không có hội nghị số {arguments.conference}. Xem số ở `tongket conference list`.")
    try:
        return _correct(conference, arguments, command_line_user())
    except Refused as refused:
        return refuse(str(refused))


@transaction.atomic
def _correct(conference: Conference, arguments: argparse.Namespace, by: User) -> int:
    """Keeps nothing, not even the reading, unless the correction is applied."""
    if arguments.directory:
        bring_in(arguments.directory, by=by, now=clock.now())
    with about(arguments.file):
        data, name = bytes_of(arguments.file), Path(arguments.file).name
        reading = start_correction(conference=conference, data=data, name=name, by=by, now=clock.now())
    difference = difference_of(reading, today=clock.today())
    choices = _choices(arguments)
    stops = arguments.apply and (bool(difference.unanswered(choices)) or difference.is_empty)
    version = None
    if arguments.apply and not stops:
        version, _event = apply_correction(
            reading=reading, stamp=difference.stamp, choices=choices, by=by, now=clock.now()
        )
    _print(difference, version, is_json=arguments.as_json)
    if version is None:
        transaction.set_rollback(True)
    return _refusal(difference, choices) if stops else 0


def _choices(arguments: argparse.Namespace) -> dict[int, Choice]:
    """What was said of duties by their numbers."""
    named = {Choice.PLAN_DAY: arguments.plan_day, Choice.KEEP: arguments.keep, Choice.WITHDRAW: arguments.withdraw}
    return {key: choice for choice, keys in named.items() for key in keys or ()}


def _print(difference: Difference, version: PlanVersion | None, *, is_json: bool) -> None:
    page = difference_page(difference)
    if is_json:
        print_json({"conference": difference.conference.pk, "applied": version is not None, **as_json(page)})
        return
    for line in as_lines(page):
        sys.stdout.write(line + "\n")
    if version is not None:
        sys.stdout.write(f"Đã áp dụng bản {version.ordinal}. Chưa đơn vị nào được báo.\n")


def _refusal(difference: Difference, choices: dict[int, Choice]) -> int:
    """Says on standard error why nothing was applied."""
    left = [str(change.old.id) for change in difference.unanswered(choices) if change.old]
    ask = f"Chưa áp dụng: phần việc {', '.join(left)} đã có bài gửi. Thêm --keep SỐ hoặc --withdraw SỐ cho từng việc."
    sys.stderr.write((ask if left else "Chưa áp dụng: bản sửa không nói gì khác bản đang dùng.") + "\n")
    return STOPPED
