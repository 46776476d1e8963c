"""The commands about conferences: start one from a file, list them, list duties; the same rules as the pages."""

import argparse
import json
import sys
from pathlib import Path

from django.core.exceptions import ObjectDoesNotExist

from tongket.accounts.models import User
from tongket.conferences.actions.readings import start_reading
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference, Duty
from tongket.conferences.queries.listing import conference_rows, contract_of, duty_as_json, duty_line
from tongket.conferences.queries.readings import HostUnknown
from tongket.core import clock
from tongket.core.findings import compose
from tongket.reading.refusals import Unreadable
from tongket.units.actions.directories import import_file
from tongket.units.directory import BadDirectory
from tongket.units.models import Unit

CLERK_NAME = "Dòng lệnh"


def refuse(sentence: str) -> int:
    """Says on standard error, in one line, why nothing was done; returns the exit code."""
    sys.stderr.write(sentence.rstrip() + "\n")
    return 2


def bytes_of(name: str) -> bytes:
    """What stands in the named file, `-` for standard input."""
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()


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
    by, now = command_line_user(), clock.now()
    try:
        if arguments.directory:
            import_file(data=bytes_of(arguments.directory), by=by, now=now)
        reading = start_reading(data=bytes_of(arguments.file), name=Path(arguments.file).name, by=by, now=now)
        host = Unit.objects.get(name=arguments.host_unit) if arguments.host_unit else None
        parent = Conference.objects.get(pk=arguments.below) if arguments.below else None
        conference = start_conference(reading=reading, host=host, parent=parent, by=by, now=now)
    except OSError as fault:
        return refuse(f"Không mở được {fault.filename}: {fault.strerror}.")
    except (Unreadable, BadDirectory) as refused:
        return refuse(str(compose(refused.finding)))
    except Conference.DoesNotExist:
        return refuse(f"Không có hội nghị số {arguments.below}. Xem số ở `tongket conference list`.")
    except ObjectDoesNotExist:
        return refuse(f"Danh bạ không có đơn vị tên {arguments.host_unit!r}. Ghi tên đúng như trong danh bạ.")
    except Unit.MultipleObjectsReturned:
        return refuse(f"Danh bạ có nhiều đơn vị tên {arguments.host_unit!r}. Tạo hội nghị trên trang rồi chọn đơn vị.")
    except HostUnknown as unknown:
        return refuse(str(unknown))
    if arguments.as_json:
        print_json(contract_of(conference))
    else:
        sys.stdout.write(f"Đã tạo hội nghị {conference.pk}: {conference.short_title}\n")
        sys.stdout.write(f"{conference.duties.count()} phần việc; xem: tongket duties {conference.pk}\n")
    return 0


def list_conferences(arguments: argparse.Namespace) -> int:
    """Prints every conference of this installation."""
    rows = conference_rows(Conference.objects.all(), today=clock.today())
    if arguments.as_json:
        print_json([row.as_json() for row in rows])
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
        return refuse(f"Không có hội nghị số {arguments.conference}. Xem số ở `tongket conference list`.")
    chosen = Duty.objects.filter(conference=conference)
    if arguments.late:
        chosen = Duty.objects.late_on(clock.today()).filter(conference=conference)
    rows = chosen.select_related("unit").order_by("clause", "kind", "unit_name")
    if arguments.as_json:
        print_json([duty_as_json(duty, today=clock.today()) for duty in rows])
        return 0
    for duty in rows:
        sys.stdout.write(duty_line(duty, today=clock.today()) + "\n")
    return 0


def print_json(value: object) -> None:
    """Prints `value` as JSON and nothing else."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
