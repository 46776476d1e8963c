"""The commands about conferences: start one from a file, list them, list duties; the same rules as the pages."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.db import transaction

from tongket.accounts.models import User
from tongket.conferences.actions.readings import keep_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.listing import conference_rows, contract_of, duty_as_json, duty_line
from tongket.conferences.queries.readings import HostUnknown
from tongket.core import clock
from tongket.core.findings import compose
from tongket.plans.read import read_document
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely
from tongket.units.actions.directories import import_whole_file
from tongket.units.directory import BadDirectory
from tongket.units.models import Unit

CLERK_NAME = "Dòng lệnh"


class Refused(Exception):
    """What was asked for cannot be done; the words say why and what to do."""


def _refuse(sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return 2


def command_line_user() -> User:
    """The account that stands in the audit trail for what was done at the command line; nobody can log in with it."""
    user = User.objects.filter(email=None, name=CLERK_NAME).first()
    if user is None:
        user = User(name=CLERK_NAME, email=None, made_at=clock.now())
        user.set_unusable_password()
        user.save()
    return user


def start(arguments: argparse.Namespace) -> int:
    """Reads a plan and makes its conference at once; names that no unit fits stay open as they would on the page."""
    try:
        conference = _started(arguments)
    except Refused as refused:
        return _refuse(str(refused))
    except HostUnknown as unknown:
        return _refuse(f"{unknown} Chọn bằng --host-unit.")
    if arguments.as_json:
        _print_json(contract_of(conference))
    else:
        sys.stdout.write(f"Đã tạo hội nghị {conference.pk}: {conference.short_title}\n")
        sys.stdout.write(f"{conference.duties.count()} phần việc; xem: tongket duties {conference.pk}\n")
    return 0


def _started(arguments: argparse.Namespace) -> Conference:
    """The conference of the plan; a refusal leaves the installation as it was."""
    with _about(arguments.file):
        data = bytes_of(arguments.file)
        document = read_safely(data)
    plan, name = read_document(document), Path(arguments.file).name
    with transaction.atomic():
        by, now = command_line_user(), clock.now()
        if arguments.directory:
            _bring_in(arguments.directory, by=by, now=now)
        host, parent = _host(arguments.host_unit), _parent(arguments.below)
        reading = keep_reading(plan=plan, pages=document.pages, data=data, name=name, by=by, now=now)
        return start_conference(reading=reading, host=host, parent=parent, by=by, now=now)


@contextmanager
def _about(name: str) -> Iterator[None]:
    """Says which file a refusal is about."""
    try:
        yield
    except (Unreadable, BadDirectory) as refused:
        raise Refused(f"{name}: {compose(refused.finding)}") from None


def _bring_in(name: str, *, by: User, now: datetime) -> None:
    with _about(name):
        import_whole_file(data=bytes_of(name), by=by, now=now)


def _host(name: str | None) -> Unit | None:
    if not name:
        return None
    found = Unit.objects.filter(name=name)[:2]
    if not found:
        raise Refused(f"Danh bạ không có đơn vị tên {name!r}. Ghi tên đúng như trong danh bạ.")
    if len(found) > 1:
        raise Refused(f"Danh bạ có nhiều đơn vị tên {name!r}. Tạo hội nghị trên trang rồi chọn đơn vị.")
    return found[0]


def _parent(number: int | None) -> Conference | None:
    if number is None:
        return None
    try:
        return Conference.objects.get(pk=number)
    except Conference.DoesNotExist:
        raise Refused(f"Không có hội nghị số {number}. Xem số ở `tongket conference list`.") from None


def list_conferences(arguments: argparse.Namespace) -> int:
    """Prints every conference of this installation."""
    rows = conference_rows(Conference.objects.all(), today=clock.today())
    if arguments.as_json:
        _print_json([row.as_json() for row in rows])
        return 0
    for row in rows:
        held_on = f"{row.conference.held_on:%d/%m/%Y}" if row.conference.held_on else "chưa chốt ngày"
        done = f"{row.done}/{row.total} xong, {row.late} trễ"
        sys.stdout.write(f"{row.conference.pk:>4}  {held_on:<14}  {done:<20}  {row.conference.short_title}\n")
    return 0


def duties(arguments: argparse.Namespace) -> int:
    """Prints the duties of one conference, by clause, kind and unit."""
    conference = Conference.objects.filter(pk=arguments.conference).first()
    if conference is None:
        return _refuse(f"Không có hội nghị số {arguments.conference}. Xem số ở `tongket conference list`.")
    chosen = Duty.objects.filter(conference=conference)
    if arguments.late:
        chosen = Duty.objects.late_on(clock.today()).filter(conference=conference)
    rows = chosen.select_related("unit").order_by("clause", "kind", "unit_name")
    if arguments.as_json:
        _print_json([duty_as_json(duty, today=clock.today()) for duty in rows])
        return 0
    for duty in rows:
        sys.stdout.write(duty_line(duty, today=clock.today()) + "\n")
    return 0


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
