"""Settings of the tests: a data folder of their own, a fast hasher, static files straight from the source."""

import os
import tempfile

os.environ.setdefault("TONGKET_HOME", tempfile.mkdtemp(prefix="tongket-test-"))
os.environ.setdefault("TONGKET_CLOCK_MOVABLE", "1")

from tongket.config.settings import *  # noqa: F403 -- the environment must be set first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
