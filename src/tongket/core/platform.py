"""Calls that only POSIX has, in one place, each with what happens where it is missing."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from typing import NoReturn

if sys.platform != "win32":  # pragma: no branch -- the other branch is Windows
    import resource

# A process gets this long to end by itself once its time is over, before the kernel ends it.
_GRACE_SECONDS = 1
_OPEN_FILES = 64


def limit_this_process(
    *, cpu_seconds: int, memory_bytes: int, file_bytes: int = 0, open_files: int = _OPEN_FILES
) -> None:
    """Bounds what this process may use from now on: time, memory, files it may open, bytes it may write to one.

    Where the system has no such limits (Windows) nothing is bounded, and only the caller's wall clock holds.
    """
    if sys.platform == "win32":
        return
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + _GRACE_SECONDS)
    _lower(resource.RLIMIT_AS, memory_bytes, memory_bytes)
    _lower(resource.RLIMIT_FSIZE, file_bytes, file_bytes)
    _lower(resource.RLIMIT_CORE, 0, 0)
    _lower(resource.RLIMIT_NOFILE, open_files, open_files)


def can_fork() -> bool:
    """Whether a process here can fork children that begin with all that it has loaded."""
    return sys.platform != "win32"


def can_become() -> bool:
    """Whether a process here can turn into another program and keep its limits."""
    return sys.platform != "win32"


def become(command: Sequence[str]) -> NoReturn:
    """Turns this process into the program that `command` names by its path; raises OSError where it cannot."""
    os.execv(command[0], list(command))  # noqa: S606 -- the caller found the program by name


def end_with_children(process: "subprocess.Popen[bytes]") -> None:
    """Ends a process that was started in a session of its own and, where the system can, all that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def ended_for_time(returncode: int | None) -> bool:
    """Whether a child process with this return code was ended by its limit of time."""
    return sys.platform != "win32" and returncode == -signal.SIGXCPU


def _lower(kind: int, soft: int, hard: int) -> None:
    """Sets a limit, never above the one that holds already; a system that refuses it keeps its own."""
    assert sys.platform != "win32"
    held = resource.getrlimit(kind)[1]
    most = hard if held == resource.RLIM_INFINITY else min(hard, held)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (min(soft, most), most))
