"""Makes Django ready for a command: settings, tables brought up to date, static files in place."""

import logging
import os

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

logger = logging.getLogger(__name__)


def ready() -> None:
    """Loads Django and applies migrations that are missing; asks nothing of the user."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.config.settings")
    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def place_static_files() -> None:
    """Copies the static files of every room to one folder, hashed and compressed, when one of them is newer."""
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    made = manifest.stat().st_mtime if manifest.exists() else 0.0
    if made < _newest_static_file():
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _newest_static_file() -> float:
    files = (found for finder in get_finders() for found in finder.list([]))
    return max(float(storage.get_modified_time(path).timestamp()) for path, storage in files)
