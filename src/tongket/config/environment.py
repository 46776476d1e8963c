"""Reads settings from the environment: every value has a working default or fails with its own name."""

import os
import re
from pathlib import Path
from typing import Any

import platformdirs
from psycopg.conninfo import conninfo_to_dict


class BadSetting(ValueError):
    """A value of the environment that cannot be used; the message names it, what it holds and what is wanted."""


def text(name: str, default: str = "") -> str:
    """The value of `name`, or of the file that `name_FILE` points at, or the default."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def flag(name: str, *, default: bool) -> bool:
    """The value of `name` as yes or no; a BadSetting names any other word."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"", "0", "false", "no", "off"}:
        return False
    raise BadSetting(f"{name} is {value!r}; wanted 1 or 0.")


def names(name: str, default: str = "") -> list[str]:
    """The value of `name` as a list, split at commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def data_folder() -> Path:
    """The one folder of this installation: `TONGKET_HOME`, else the platform's usual place.

    Made when missing, closed to other accounts of the machine: it holds names, phones and what units hand in.
    """
    path = Path(text("TONGKET_HOME") or platformdirs.user_data_dir("tongket", appauthor=False))
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def secret_key(home: Path) -> str:
    """The signing key: `SECRET_KEY`, else one made once and kept in the data folder, readable by its owner only."""
    given = text("SECRET_KEY")
    if given:
        return given
    return _key_kept_at(home / "secret-key", length=40)


def bundle_key(home: Path) -> bytes:
    """The key that signs what is reported upward: `TONGKET_BUNDLE_KEY`, 64 hex digits, else one made once and kept.

    Raises BadSetting for anything else under that name.
    """
    given = text("TONGKET_BUNDLE_KEY")
    if given and re.fullmatch("[0-9a-fA-F]{64}", given) is None:
        raise BadSetting(f"TONGKET_BUNDLE_KEY holds {len(given)} characters; wanted 64 hex digits.")
    return bytes.fromhex(given or _key_kept_at(home / "bundle-key", length=32))


def _key_kept_at(kept: Path, *, length: int) -> str:
    """The key in this file, made of `length` random bytes where there is none yet."""
    if not kept.exists():
        _keep_new_key(kept, length=length)
    return kept.read_text(encoding="ascii")


def _keep_new_key(kept: Path, *, length: int) -> None:
    """Makes a key under its name whole or not at all: of processes that begin at once, all read the first one's."""
    made = kept.with_name(f"{kept.name}-{os.getpid()}")
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(os.urandom(length).hex())
    try:
        os.link(made, kept)
    except FileExistsError:
        pass
    except OSError:  # a disk without links, a memory stick for one
        made.replace(kept)
    made.unlink(missing_ok=True)


def database(home: Path) -> dict[str, Any]:
    """Django's database settings: PostgreSQL where `DATABASE_URL` names one, else SQLite in the data folder."""
    url = text("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "tongket.sqlite3",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000;",
            },
        }
    if not url.startswith(("postgres://", "postgresql://")):
        raise BadSetting(f"DATABASE_URL starts with {url.split(':', 1)[0]!r}; wanted postgresql://user:word@host/name.")
    parts: dict[str, Any] = dict(conninfo_to_dict(url))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "tongket"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": parts,
    }
