"""How we measure: rows with budget and baseline, medians, the CPU time of a process, the memory of a server."""

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what, how much in which unit, at most how much, and what the alternative took in the same run."""

    what: str
    ours: float
    unit: str
    budget: float | None = None
    baseline: float | None = None
    beside: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether the budget is kept; a row without one always keeps it."""
        return self.budget is None or self.ours <= self.budget


def print_rows(rows: Sequence[Row]) -> None:
    """Hands the rows of one benchmark to `python -m bench`, which runs it as a process of its own."""
    json.dump([asdict(row) for row in rows], sys.stdout)


def median_of(measure: Callable[[], float], runs: int = RUNS) -> float:
    """The median of several runs."""
    return statistics.median(measure() for _ in range(runs))


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def processor_milliseconds(work: Callable[[], object]) -> float:
    """How long one call keeps a processor busy, whatever else the machine does meanwhile."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a process whose installation lies in `home`."""
    return {**os.environ, "TONGKET_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), **more}


@contextmanager
def empty_folder() -> Iterator[Path]:
    """A temporary folder."""
    with tempfile.TemporaryDirectory(prefix="tongket-bench-") as name:
        yield Path(name)


def cpu_seconds(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> float:
    """User and system time of one process and its children; a RuntimeError says that it failed."""
    process = subprocess.Popen(command, cwd=folder, env=dict(variables), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def wall_milliseconds(command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> float:
    """How long one process takes from start to end."""
    return milliseconds(
        lambda: subprocess.run(command, cwd=folder, env=dict(variables), stdout=subprocess.DEVNULL, check=True)
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, its process, and how long it took to its first page."""

    address: str
    process_id: int
    seconds_to_first_page: float

    def get(self, path: str) -> bytes:
        """The body of one page."""
        with urllib.request.urlopen(self.address + path, timeout=PATIENCE_SECONDS) as answer:
            return bytes(answer.read())

    def megabytes(self) -> float:
        """Memory of the process: shared pages in proportion where the system tells, else all that is resident."""
        proportional = Path(f"/proc/{self.process_id}/smaps_rollup")
        text = proportional.read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024


@contextmanager
def server(
    command: Sequence[str], port: int, path: str, folder: Path, variables: Mapping[str, str]
) -> Iterator[Server]:
    """Starts a server, waits until `path` is answered, and ends it."""
    log = folder / "server.log"
    began = time.perf_counter()
    with log.open("wb") as lines:
        process = subprocess.Popen(command, cwd=folder, env=dict(variables), stdout=lines, stderr=lines)
    address = f"http://127.0.0.1:{port}"
    try:
        if not _answers(address + path, process):
            raise RuntimeError(f"{address}{path} gave no page within {PATIENCE_SECONDS} s: {log.read_text()[-2000:]}")
        yield Server(address, process.pid, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    end = time.perf_counter() + PATIENCE_SECONDS
    while time.perf_counter() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE_SECONDS).read()
        except urllib.error.HTTPError:
            return False
        except OSError:
            time.sleep(0.01)
        else:
            return True
    return False
