"""What a command finds ready: tables, and static files that are hashed once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
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


def begun(home: Path, **variables: str) -> subprocess.Popen[str]:
    """The command `conference list --json`, begun as a process of its own in the installation `home`."""
    own = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    return subprocess.Popen(
        [sys.executable, "-m", "tongket", "conference", "list", "--json"],
        env={**own, "TONGKET_HOME": str(home), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Its exit code and what it said."""
    out, err = process.communicate()
    return process.returncode, out, err


@pytest.mark.slow
def test_processes_that_begin_an_installation_at_once_all_get_through(tmp_path: Path) -> None:
    processes = [begun(tmp_path / "moi") for _ in range(3)]

    assert [ended(process) for process in processes] == [(0, "[]\n", "")] * 3


@pytest.mark.slow
def test_error_setting_that_cannot_be_used_is_one_line(tmp_path: Path) -> None:
    assert ended(begun(tmp_path / "moi", DATABASE_URL="mysql://x")) == (
        2,
        "",
        "DATABASE_URL starts with 'mysql'; wanted postgresql://user:word@host/name.\n",
    )


@pytest.mark.slow
def test_error_database_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    code, out, err = ended(begun(tmp_path / "moi", DATABASE_URL="postgresql://u@127.0.0.1:1/x"))

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("DATABASE_URL names a database that does not answer: ")


@pytest.mark.django_db
def test_error_migration_that_nobody_finishes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, **_options: object) -> None:
        raise OperationalError(name)

    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")
    monkeypatch.setattr(bootstrap, "call_command", fail)
    monkeypatch.setattr(bootstrap, "PATIENCE_SECONDS", 0.1)

    with pytest.raises(OperationalError, match="migrate"):
        bootstrap.ready()


@pytest.mark.slow
def test_first_command_of_an_installation_makes_its_tables(tmp_path: Path) -> None:
    assert ended(begun(tmp_path / "moi")) == (0, "[]\n", "")
    assert sorted(path.name for path in (tmp_path / "moi").iterdir() if "sqlite3-" not in path.name) == [
        "bundle-key",
        "secret-key",
        "tongket.sqlite3",
    ]
