"""Settings of the tests: a data folder of their own, a fast hasher, static files straight from the source."""

import os
import tempfile

os.environ.setdefault("TONGKET_HOME", tempfile.mkdtemp(prefix="tongket-test-"))
os.environ.setdefault("TONGKET_CLOCK_MOVABLE", "1")

from tongket.config.settings import *  # noqa: F403 -- the environment must be set first

# A file, as people run it: a database in memory shared by threads locks whole tables and waits for nobody.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["TONGKET_HOME"], "tests.sqlite3")}  # noqa: F405, PTH118

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
