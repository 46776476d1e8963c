"""Calls that only POSIX has, in one place, each with what happens where it is missing."""

import contextlib
import signal
import sys

if sys.platform != "win32":  # pragma: no branch -- the other branch is Windows
    import resource

# A process gets this long to end by itself once its time is over, before the kernel ends it.
_GRACE_SECONDS = 1
_OPEN_FILES = 64


def limit_this_process(*, cpu_seconds: int, memory_bytes: int) -> None:
    """Bounds what this process may use from now on: time, memory, files it may open; it can write none at all.

    Where the system has no such limits (Windows) nothing is bounded, and only the caller's wall clock holds.
    """
    if sys.platform == "win32":
        return
    _lower(resource.RLIMIT_CPU, cpu_seconds, cpu_seconds + _GRACE_SECONDS)
    _lower(resource.RLIMIT_AS, memory_bytes, memory_bytes)
    _lower(resource.RLIMIT_FSIZE, 0, 0)
    _lower(resource.RLIMIT_CORE, 0, 0)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES)


def ended_for_time(returncode: int) -> bool:
    """Whether a child process with this return code was ended by its limit of time."""
    return sys.platform != "win32" and returncode == -signal.SIGXCPU


def _lower(kind: int, soft: int, hard: int) -> None:
    """Sets a limit, never above the one that holds already; a system that refuses it keeps its own."""
    assert sys.platform != "win32"
    held = resource.getrlimit(kind)[1]
    most = hard if held == resource.RLIM_INFINITY else min(hard, held)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (min(soft, most), most))
