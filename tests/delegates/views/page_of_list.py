"""The page of a unit's list as tests see it and fill it in."""

from collections.abc import Mapping

from django.test import Client

from tests.factories.conferences import NOW
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyKind
from tongket.core import files
from tongket.delegates.models import Delegate
from tongket.delegates.queries.waiting import revision_of
from tongket.mailbox.handlers import Filing, handler_of

Line = Mapping[str, object]
EMPTY: Line = {}


def page(duty: Duty) -> str:
    """The address of the unit's page."""
    return f"/delegates/for/{duty.pk}"


def typed(duty: Duty, *lines: Line, **more: object) -> dict[str, str]:
    """The form with these lines, read as the list stands now."""
    data: dict[str, object] = {"p-TOTAL_FORMS": len(lines), "p-INITIAL_FORMS": 0, "revision": revision_of(duty)}
    for number, line in enumerate(lines):
        cells: dict[str, object] = {"answer": "coming"} | dict(line)
        data |= {f"p-{number}-{name}": value for name, value in cells.items()}
    return {name: str(value) for name, value in (data | more).items()}


def shown(client: Client, duty: Duty) -> str:
    """The page as this person sees it."""
    return client.get(page(duty)).content.decode()


def key(name: str) -> int:
    """The number of who stands on a list by this name."""
    return Delegate.objects.get(name=name, removed_at=None).pk


def mailed(duty: Duty) -> Evidence:
    """A letter with a file came for the duty and was filed by itself."""
    file = files.store(data=b"Ong A, ba B", name="danh-sach.docx", now=NOW)
    fresh = Duty.objects.get(pk=duty.pk)
    filing = Filing(duty=fresh, files=(file,), note="Thư “Cử đại biểu”", received_at=NOW, by=None, now=NOW)
    return handler_of(DutyKind.DELEGATES).file(filing)[0]
