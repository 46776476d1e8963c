"""Tables and migrations: names tell the kind of time, migrations tell their intent and are never forgotten."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.utils import translation

from tongket.config.settings import ROOMS

GOOD_NAME = re.compile(r"\d{4}_[a-z]+(?:_[a-z0-9]+)*")


# Django's own field of a user; its name is not ours to choose.
FOREIGN = {"User.last_login"}


def our_models() -> list[type[models.Model]]:
    """The models of our rooms."""
    return [model for model in apps.get_models() if model.__module__.startswith("tongket.")]


def misnamed(name: str, field: models.Field[object, object]) -> bool:
    """A date ends in `_on`, a moment or a time of day in `_at`; alone, `on` and `at` will do."""
    if isinstance(field, models.DateTimeField | models.TimeField):
        return not f"_{name}".endswith("_at")
    return isinstance(field, models.DateField) and not f"_{name}".endswith("_on")


def tells_nothing(name: str) -> bool:
    """A migration is named by intent: `0002_duties_remember_reminders`, never `0002_auto_20241021_0815`."""
    return not GOOD_NAME.fullmatch(name) or "_auto" in name or name.count("_alter_") > 1


def mixes_schema_and_data(operations: list[Operation]) -> bool:
    """A migration changes tables or rows, never both: half of one cannot be undone on every database."""
    data = [isinstance(each, RunPython | RunSQL) for each in operations]
    return any(data) and not all(data)


def migrations() -> dict[tuple[str, str], list[Operation]]:
    """The operations of every migration of our rooms by (app, name)."""
    loader = MigrationLoader(None)
    labels = {config.label for config in apps.get_app_configs() if config.name in ROOMS}
    return {key: list(each.operations) for key, each in loader.disk_migrations.items() if key[0] in labels}


@pytest.mark.parametrize(
    ("name", "field", "found"),
    [
        ("due_on", models.DateField(), False),
        ("handed_in_at", models.DateTimeField(), False),
        ("starts_at", models.TimeField(), False),
        ("at", models.DateTimeField(), False),
        ("due_date", models.DateField(), True),
        ("created", models.DateTimeField(), True),
        ("made_on", models.DateTimeField(), True),
        ("title", models.CharField(), False),
    ],
)
def test_time_rule_knows_good_from_bad(name: str, field: models.Field[object, object], found: bool) -> None:  # noqa: FBT001
    assert misnamed(name, field) is found


def test_migration_rules_know_good_from_bad() -> None:
    make, fill = migrations_operation_pair()

    assert not tells_nothing("0002_duties_remember_reminders")
    assert tells_nothing("0002_auto_20241021_0815")
    assert not mixes_schema_and_data([make])
    assert not mixes_schema_and_data([fill])
    assert mixes_schema_and_data([make, fill])


def migrations_operation_pair() -> tuple[Operation, Operation]:
    """One change of tables and one of rows."""
    return Operation(), RunSQL("SELECT 1")


def test_times_are_named_by_their_kind() -> None:
    named = [(f"{model.__name__}.{field.name}", field) for model in our_models() for field in model._meta.local_fields]

    assert [name for name, field in named if name not in FOREIGN and misnamed(name.split(".")[1], field)] == []


def test_migrations_are_named_by_intent() -> None:
    assert [f"{app}.{name}" for app, name in migrations() if tells_nothing(name)] == []


def test_migrations_change_tables_or_rows() -> None:
    assert [key for key, operations in migrations().items() if mixes_schema_and_data(operations)] == []


def test_migrations_cover_every_model() -> None:
    loader = MigrationLoader(None)
    # Migrations are written without a language; labels in another one are no change of a table.
    with translation.override(None):
        state = ProjectState.from_apps(apps)
        changes = MigrationAutodetector(loader.project_state(), state).changes(graph=loader.graph)

    assert {app: [str(each) for each in found] for app, found in changes.items()} == {}


def test_every_room_with_tables_keeps_its_migrations() -> None:
    folders = {
        Path(config.path) for config in apps.get_app_configs() if config.name in ROOMS and list(config.get_models())
    }

    assert [folder.name for folder in sorted(folders) if not (folder / "migrations/__init__.py").exists()] == []
