"""Makes Django ready for a command: settings, tables brought up to date, static files in place."""

import logging
import os
import sys
import time

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from tongket.config.environment import BadSetting

logger = logging.getLogger(__name__)
# A migration takes a second at most; whoever makes the tables for us is given up after so long without progress.
PATIENCE_SECONDS = 15.0
PAUSE_SECONDS = 0.2


def ready() -> None:
    """Loads Django and applies migrations that are missing; asks nothing of the user."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.config.settings")
    try:
        django.setup()
        connection.ensure_connection()
    except BadSetting as bad:
        raise _ended(str(bad)) from None
    except OperationalError as fault:
        raise _ended(f"DATABASE_URL names a database that does not answer: {fault}") from None
    if _missing():
        _make_tables()


def _ended(sentence: str) -> SystemExit:
    """Tells in one line why no command can begin."""
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return SystemExit(2)


def _missing() -> int:
    """How many migrations the database still lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _make_tables() -> None:
    """Applies what is missing; of several processes that begin at once one gets through, the others wait for it."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except DatabaseError:
        if not _another_makes_them():
            raise


def _another_makes_them() -> bool:
    """Whether the missing migrations become fewer, and in the end none, without our doing."""
    left, until = _missing(), time.monotonic() + PATIENCE_SECONDS
    while left and time.monotonic() < until:
        time.sleep(PAUSE_SECONDS)
        now = _missing()
        if now < left:
            left, until = now, time.monotonic() + PATIENCE_SECONDS
    return not left


def place_static_files() -> None:
    """Copies the static files of every room to one folder, hashed and compressed, when one of them is newer."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    made = manifest.stat().st_mtime if manifest.exists() else 0.0
    if made < _newest_static_file():
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _newest_static_file() -> float:
    files = (found for finder in get_finders() for found in finder.list([]))
    return max(float(storage.get_modified_time(path).timestamp()) for path, storage in files)
