"""What the shell of every page shows: where we are, the menu, the time where it is moved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from tongket.core import clock
from tongket.core.menu import menu_of


@dataclass(frozen=True, slots=True)
class Where:
    """The conference or place that the header names, with a note beside it and the address of its search.

    `band` is what holds for all its pages now, shown above each of them.
    """

    title: str
    note: str = ""
    search: str = ""
    band: str = ""


def stand_at(request: HttpRequest, where: Where) -> None:
    """Tells the shell what its header names for this request."""
    request.where = where  # type: ignore[attr-defined]


def shell(request: HttpRequest) -> dict[str, Any]:
    """The context of the shell; the menu is made only when a template shows it."""
    standing: datetime | None = clock.standing()
    return {
        "where": getattr(request, "where", None),
        "menu": SimpleLazyObject(lambda: menu_of(request)),
        "clock_stands_at": standing,
        "now": clock.now(),
    }
