"""The real parts that some tests need; a missing one skips with a line that names it, and fails where CI says so."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

PLACES = {
    "chromium": ["chromium", "chromium-browser", "google-chrome"],
    "LibreOffice": ["soffice", "libreoffice"],
    "initdb (PostgreSQL)": ["initdb"],
    "tesseract": ["tesseract"],
    "openssl": ["openssl"],
    "pdftoppm": ["pdftoppm"],
    "dovecot": ["dovecot", "/usr/sbin/dovecot"],
}


def find(part: str) -> str | None:
    """The path of the part's program, None where it is not on this machine."""
    for name in PLACES[part]:
        found = shutil.which(name)
        if found:
            return found
        if name == "initdb":
            return next((str(path) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None)
    return None


def need(part: str) -> str:
    """The path of the part's program; skips the test without it, or fails it when CI=true."""
    found = find(part)
    return found or missing(part)


def missing(part: str) -> NoReturn:
    """Skips the test for want of a part, or fails it when CI=true."""
    reason = f"{part} is not installed on this machine"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
