"""A command watched from outside: how long it took, how busy it and its children were, and their memory together."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command printed; its memory at its most and its CPU time with all its children."""

    printed: bytes
    megabytes: float
    cpu_seconds: float


def watch(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> Watched:
    """Runs a command to its end; a RuntimeError says that it failed."""
    process = subprocess.Popen(command, cwd=folder, env=dict(variables), stdout=subprocess.PIPE)
    printed: list[bytes] = []
    assert process.stdout is not None
    reader = threading.Thread(target=lambda pipe: printed.append(pipe.read()), args=[process.stdout])
    reader.start()
    most = 0.0
    while reader.is_alive():
        most = max(most, megabytes_of(process.pid))
        reader.join(PAUSE_SECONDS)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Watched(printed[0], most, usage.ru_utime + usage.ru_stime)


def megabytes_of(process_id: int) -> float:
    """Memory of a process and all its children now, shared pages counted in proportion (PSS)."""
    return sum(_kilobytes(each) for each in _family(process_id)) / 1024


def _family(process_id: int) -> Iterator[int]:
    yield process_id
    for path in Path(f"/proc/{process_id}/task").glob("*/children"):
        for child in _read(path).split():
            yield from _family(int(child))


def _kilobytes(process_id: int) -> int:
    lines = _read(Path(f"/proc/{process_id}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _read(path: Path) -> str:
    """What the system says; nothing about a process that ended in this moment."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


def busy_seconds(process_id: int) -> float:
    """CPU time that a running process has taken so far, without its children."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def seconds(began: float) -> float:
    """How long ago `time.perf_counter` said so."""
    return time.perf_counter() - began
