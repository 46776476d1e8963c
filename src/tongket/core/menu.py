"""The registry of menu entries: each room adds its own, and the menu shows registered rooms only."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from django.utils.translation.trans_real import gettext_noop


class Group(StrEnum):
    """The parts of the menu in their order; the first has no heading."""

    TOP = ""
    PREPARATION = gettext_noop("Chuẩn bị")
    CONFERENCE = gettext_noop("Hội nghị")
    RESULTS = gettext_noop("Kết quả")
    OFFICE = gettext_noop("Cơ quan")


@dataclass(frozen=True, slots=True)
class Count:
    """The number beside an entry: what it counts, and whether it is late or must be mended."""

    number: int
    title: str
    is_hot: bool = False


def _none(_request: HttpRequest) -> None:
    return None


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of the menu; `address` answers None where the entry does not concern this request.

    `pages` are the names (`room:page`) of the pages that stand under the entry, whose own address is another.
    """

    key: str
    label: str
    icon: str
    group: Group
    order: int
    address: Callable[[HttpRequest], str | None]
    count: Callable[[HttpRequest], Count | None] = _none
    pages: frozenset[str] = frozenset()


ENTRIES: dict[str, MenuEntry] = {}


def add_to_menu(entry: MenuEntry) -> None:
    """Adds `entry`, or replaces the one of the same key."""
    ENTRIES[entry.key] = entry


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as this request sees it."""

    entry: MenuEntry
    label: str
    address: str
    count: Count | None
    is_current: bool


def _page_of(request: HttpRequest) -> str:
    """The name of the page that answers, empty where no address led to it."""
    return request.resolver_match.view_name if request.resolver_match else ""


def menu_of(request: HttpRequest) -> list[tuple[str, list[Shown]]]:
    """The groups with a heading in the reader's language and the entries that concern this request."""
    groups: dict[Group, list[Shown]] = {group: [] for group in Group}
    for entry in sorted(ENTRIES.values(), key=lambda entry: entry.order):
        address = entry.address(request)
        if address is not None:
            is_current = request.path == address or _page_of(request) in entry.pages
            shown = Shown(entry, str(gettext_lazy(entry.label)), address, entry.count(request), is_current)
            groups[entry.group].append(shown)
    return [(str(gettext_lazy(group.value)) if group.value else "", shown) for group, shown in groups.items() if shown]
