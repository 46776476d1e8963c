"""The menu entry of this room: shown to those who may read the directory."""

from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from tongket.accounts.models import User
from tongket.core.menu import menu_of


def addresses(user: User | AnonymousUser) -> list[str]:
    """The addresses in the menu of `user`."""
    request = RequestFactory().get("/units/")
    request.user = user
    return [shown.address for _heading, entries in menu_of(request) for shown in entries if shown.entry.key == "units"]


def test_entry_is_for_readers_of_the_directory(secretariat: User, member_a: User, guest: User) -> None:
    shown = [addresses(user) for user in (secretariat, member_a, guest, AnonymousUser())]

    assert shown == [["/units/"], [], [], []]
