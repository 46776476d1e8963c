"""Inside a room imports go down only, other rooms enter by its doors; import-linter holds the order of the rooms."""

import ast

import pytest

from tests.conventions.tree import Module, modules, parsed

# A floor uses what has a lower number; files not named here stand anywhere.
HEIGHT = {
    "rules": 0,
    "checks": 0,
    "models": 1,
    "access": 2,
    "queries": 2,
    "actions": 3,
    "forms": 4,
    "views": 5,
    "api": 5,
    "commands": 5,
    "admin": 5,
}
# `requests` tells who asks, `here` in which conference; `kinds`, `parts` and `handlers` are registries; `handing_in`
# and `unit_field` are what every room may show in a form, `telling` a registry of listeners, `way_back` and `beyond`
# registries too, `reports` and `cutting` read any text of a unit, `copy_lists` any list of people; the rest are rules
# as values.
DOORS = {"rules", "models", "queries", "actions", "access", "render", "requests", "here", "kinds"}
DOORS |= {"directory", "names", "collectives", "values", "parts", "handlers", "handing_in"}
DOORS |= {"way_back", "beyond", "reports", "cutting"}
DOORS |= {"copy_lists", "unit_field", "tallying", "telling", "bundles", "markdown_text"}
OPEN_ROOMS = {"core", "reading", "plans"}  # used whole
WIRING = {"config", "demo"}  # they stand above the rooms and put them together


def imported(module: Module) -> list[tuple[str, str]]:
    """The (room, floor) pairs that a module imports."""
    froms = [node for node in ast.walk(module.tree) if isinstance(node, ast.ImportFrom)]
    parts = [(node.module or "").split(".") for node in froms]
    return [(part[1], part[2]) for part in parts if part[0] == "tongket" and len(part) > 2]


def wrong_imports(module: Module) -> list[str]:
    """Imports that climb inside the room, or enter another room past its doors."""
    room, _, rest = module.place.removesuffix(".py").partition("/")
    here = HEIGHT.get(rest.split("/")[0], 9)
    found = []
    for other, floor in imported(module):
        climbs = other == room and HEIGHT.get(floor, 0) > here
        breaks_in = other not in {room, *OPEN_ROOMS} and room not in WIRING and floor not in DOORS
        found += [f"{module.place} imports {other}.{floor}"] if climbs or breaks_in else []
    return found


@pytest.mark.parametrize(
    ("place", "line", "found"),
    [
        ("papers/views.py", "from tongket.papers.actions import submit_paper", []),
        ("papers/views.py", "from tongket.units.queries import units_on", []),
        ("papers/views.py", "from tongket.core.dates import long_day", []),
        ("config/api.py", "from tongket.papers.api import router", []),
        (
            "papers/models.py",
            "from tongket.papers.actions import submit_paper",
            ["papers/models.py imports papers.actions"],
        ),
        ("papers/views.py", "from tongket.units.views import unit", ["papers/views.py imports units.views"]),
    ],
)
def test_floor_rule_knows_good_from_bad(place: str, line: str, found: list[str]) -> None:
    assert wrong_imports(parsed(line, place)) == found


def test_imports_go_down_and_through_doors() -> None:
    assert [line for module in modules() for line in wrong_imports(module)] == []
