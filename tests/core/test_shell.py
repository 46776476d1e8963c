"""What the shell of every page is told."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from tongket.core import clock, menu
from tongket.core.menu import Group, MenuEntry, add_to_menu
from tongket.core.shell import Where, shell, stand_at

MOMENT = datetime(2024, 10, 21, 1, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_entry(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A menu of one entry, and nobody moved the clock."""
    monkeypatch.setattr(menu, "ENTRIES", {})
    monkeypatch.setattr(clock, "moved_to", lambda: None)
    add_to_menu(MenuEntry("units", "Units", "units", Group.TOP, 1, lambda request: request.path))
    yield
    clock.hold(None)


def test_header_names_nothing_until_a_page_says_where_it_stands() -> None:
    assert shell(RequestFactory().get("/"))["where"] is None


def test_header_names_where_the_page_stands() -> None:
    request = RequestFactory().get("/")
    where = Where("Hội nghị tổng kết", note="30/10", search="/search")

    stand_at(request, where)

    assert shell(request)["where"] == where


def test_menu_is_that_of_the_request() -> None:
    groups = list(shell(RequestFactory().get("/units/"))["menu"])

    assert [(heading, [shown.address for shown in entries]) for heading, entries in groups] == [("", ["/units/"])]


def test_menu_is_made_only_when_it_is_shown() -> None:
    asked: list[str] = []
    add_to_menu(MenuEntry("late", "Late", "late", Group.TOP, 2, lambda request: asked.append(request.path)))

    context = shell(RequestFactory().get("/units/"))
    before = list(asked)
    list(context["menu"])

    assert (before, asked) == ([], ["/units/"])


def test_clock_that_stands_is_told() -> None:
    clock.hold(MOMENT)

    context = shell(RequestFactory().get("/"))

    assert (context["clock_stands_at"], context["now"]) == (MOMENT, MOMENT)


def test_clock_that_runs_stands_nowhere() -> None:
    assert shell(RequestFactory().get("/"))["clock_stands_at"] is None
