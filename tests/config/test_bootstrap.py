"""What a command finds ready: tables, and static files that are hashed once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from tongket.config import bootstrap

HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """An empty folder for the static files, hashed as in a real installation."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": HASHED}}
    return tmp_path / "static"


@pytest.mark.django_db
def test_tables_that_are_up_to_date_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(bootstrap, "call_command", lambda name, **_options: called.append(name))

    bootstrap.ready()

    assert called == []


@pytest.mark.django_db
def test_missing_migration_is_applied_without_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
    monkeypatch.setattr(bootstrap, "call_command", lambda name, **options: call_command(name, fake=True, **options))

    bootstrap.ready()

    assert ("sessions", "0001_initial") in MigrationRecorder(connection).applied_migrations()


@pytest.mark.slow
def test_static_files_are_placed_once_and_anew_when_one_is_newer(folder: Path) -> None:
    bootstrap.place_static_files()
    manifest = folder / "staticfiles.json"
    first = manifest.stat().st_mtime_ns
    hashed = json.loads(manifest.read_text(encoding="utf-8"))["paths"]["core/tokens.css"]

    bootstrap.place_static_files()
    second = manifest.stat().st_mtime_ns
    os.utime(manifest, (0, 0))
    bootstrap.place_static_files()

    assert (folder / hashed).is_file()
    assert (second, manifest.stat().st_mtime > 0) == (first, True)


@pytest.mark.slow
def test_first_command_of_an_installation_makes_its_tables(tmp_path: Path) -> None:
    own = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    done = subprocess.run(
        [sys.executable, "-m", "tongket", "conference", "list", "--json"],
        env={**own, "TONGKET_HOME": str(tmp_path / "moi")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
    assert sorted(path.name for path in (tmp_path / "moi").iterdir() if "sqlite3-" not in path.name) == [
        "secret-key",
        "tongket.sqlite3",
    ]
