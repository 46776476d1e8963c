"""The baseline of the footprint: a bare Django project with accounts and sessions, as `startproject` would make it."""

import sys
from pathlib import Path

SETTINGS = """
from pathlib import Path
SECRET_KEY = "bare"
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bare_urls"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(__file__).parent / "bare.sqlite3"}}
"""
URLS = """
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("bare"))]
"""


def make_project(folder: Path) -> None:
    """Writes the project's two files into `folder`."""
    (folder / "bare_settings.py").write_text(SETTINGS, encoding="utf-8")
    (folder / "bare_urls.py").write_text(URLS, encoding="utf-8")


def command(*words: str) -> list[str]:
    """A command of the bare project, to be run in its folder."""
    return [sys.executable, "-m", "django", *words, "--settings", "bare_settings", "--pythonpath", "."]
