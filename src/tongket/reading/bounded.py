"""Starts another program within limits: a process bounds itself, then becomes that program."""

import sys
from collections.abc import Sequence

from tongket.core.platform import become, can_become, limit_this_process


def bounded(command: Sequence[str], *, cpu_seconds: int, memory_bytes: int, file_bytes: int) -> list[str]:
    """The command that runs `command` with no more than this time, memory and size of any file that it writes.

    Where the system has no such limits it is `command` itself, and only the caller's wall clock holds.
    """
    if not can_become():
        return list(command)
    limits = [str(cpu_seconds), str(memory_bytes), str(file_bytes)]
    return [sys.executable, "-I", "-m", "tongket.reading.bounded", *limits, *command]


def main() -> None:
    """Bounds this process by the first three arguments, then becomes the command that follows them."""
    cpu_seconds, memory_bytes, file_bytes = map(int, sys.argv[1:4])
    limit_this_process(cpu_seconds=cpu_seconds, memory_bytes=memory_bytes, file_bytes=file_bytes, open_files=1024)
    become(sys.argv[4:])


if __name__ == "__main__":  # pragma: no cover -- runs in the child only
    main()
