"""The registry of menu entries."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import ResolverMatch
from django.utils import translation

from tongket.core import menu
from tongket.core.menu import Count, Group, MenuEntry, add_to_menu, menu_of


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """No entry of any room."""
    monkeypatch.setattr(menu, "ENTRIES", {})


def entry(key: str, group: Group, order: int, address: str | None) -> MenuEntry:
    """An entry that leads to `address`."""
    return MenuEntry(key, key.title(), "home", group, order, lambda _request: address)


def request_at(path: str) -> HttpRequest:
    """A request for `path`."""
    return RequestFactory().get(path)


def test_entries_stand_in_their_groups_and_order() -> None:
    add_to_menu(entry("units", Group.OFFICE, 20, "/units/"))
    add_to_menu(entry("conferences", Group.OFFICE, 10, "/conferences/"))
    add_to_menu(entry("home", Group.TOP, 99, "/1/"))

    shown = [(heading, [each.entry.key for each in entries]) for heading, entries in menu_of(request_at("/"))]

    assert shown == [("", ["home"]), ("Cơ quan", ["conferences", "units"])]


def test_entry_that_does_not_concern_the_request_is_left_out() -> None:
    add_to_menu(entry("units", Group.OFFICE, 20, None))

    assert menu_of(request_at("/")) == []


def test_later_entry_of_the_same_key_replaces_the_first() -> None:
    add_to_menu(entry("units", Group.OFFICE, 20, "/old/"))
    add_to_menu(entry("units", Group.TOP, 20, "/new/"))

    assert [[each.address for each in entries] for _heading, entries in menu_of(request_at("/"))] == [["/new/"]]


def test_page_where_one_stands_is_current_and_counts_are_shown() -> None:
    count = Count(3, "trễ", is_hot=True)
    add_to_menu(MenuEntry("late", "Late", "late", Group.TOP, 1, lambda _request: "/late/", lambda _request: count))
    add_to_menu(entry("units", Group.TOP, 2, "/units/"))

    ((_heading, entries),) = menu_of(request_at("/units/"))

    assert [(each.is_current, each.count) for each in entries] == [(False, count), (True, None)]


def test_words_are_those_of_the_readers_language() -> None:
    add_to_menu(MenuEntry("units", "Đơn vị và người", "units", Group.OFFICE, 20, lambda _request: "/units/"))

    with translation.override("en"):
        ((heading, (shown,)),) = menu_of(request_at("/"))

    assert (heading, shown.label) == ("Office", "Units and people")


def test_page_below_an_entry_keeps_it_current() -> None:
    add_to_menu(MenuEntry("home", "Home", "home", Group.TOP, 10, lambda _request: "/1/", pages=frozenset({"a:page"})))
    request = request_at("/other")
    request.resolver_match = ResolverMatch(_empty, (), {}, url_name="page", namespaces=["a"])

    below, elsewhere = menu_of(request), menu_of(request_at("/other"))

    assert [entries[0].is_current for _heading, entries in (*below, *elsewhere)] == [True, False]
