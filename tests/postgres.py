"""A PostgreSQL cluster for one run of the tests: made in a temporary folder, reached by a socket, then gone."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# PostgreSQL refuses to run as root; a container's only other sure account is `nobody`.
ACCOUNT: dict[str, Any] = {"user": "nobody", "group": "nogroup"} if hasattr(os, "getuid") and os.getuid() == 0 else {}


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", **ACCOUNT)


@contextmanager
def cluster(initdb: str) -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh cluster whose only door is a socket in its own folder."""
    binaries = Path(initdb).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="tongket-pg-"))
    if ACCOUNT:
        shutil.chown(folder, ACCOUNT["user"], ACCOUNT["group"])
    data = folder / "data"
    try:
        _run(initdb, "-D", str(data), "-U", "tongket", "-A", "trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c max_connections=40"
        _run(str(binaries / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://tongket@/postgres?host={folder}"
        finally:
            _run(str(binaries / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
