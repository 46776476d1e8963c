"""The menu entry of this room."""

from django.http import HttpRequest
from django.urls import reverse

from tongket.accounts.models import User
from tongket.core import clock
from tongket.core.findings import words
from tongket.core.menu import Group, MenuEntry
from tongket.units.access import may_read_directory


def _address(request: HttpRequest) -> str | None:
    user = request.user
    reads = isinstance(user, User) and may_read_directory(user, on=clock.today())
    return reverse("units:list") if reads else None


ENTRY = MenuEntry("units", words("Đơn vị và người"), "units", Group.OFFICE, 20, _address)
