"""Starts the process that parses one file of a stranger, gives it the bytes, and takes back what it says."""

import atexit
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass, field

from tongket.core.platform import ended_for_time
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse

# The child sees no other variable of this process, which may hold passwords; Windows needs the first to start one.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a child ended: what it said, its return code, and whether the wall clock ended it."""

    answer: bytes
    returncode: int
    timed_out: bool


@dataclass(slots=True)
class _Bench:
    """Processes that were started before their file came, at most one for each command, and the commands to keep."""

    kept: set[tuple[str, ...]] = field(default_factory=set)
    waiting: "dict[tuple[str, ...], subprocess.Popen[bytes]]" = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def take(self, command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
        """The process that waits, where one does and lives; else a new one."""
        with self.lock:
            process = self.waiting.pop(command, None)
        if process is not None and process.poll() is None:
            return process
        return _started(command)

    def fill(self, command: tuple[str, ...]) -> None:
        """Starts the next process of a command that is kept."""
        with self.lock:
            if command in self.kept and command not in self.waiting:
                self.waiting[command] = _started(command)

    def clear(self) -> None:
        """Ends all that wait."""
        with self.lock:
            waiting, self.waiting = list(self.waiting.values()), {}
            self.kept.clear()
        for process in waiting:
            process.kill()
            process.communicate()


_bench = _Bench()
atexit.register(_bench.clear)


def keep_ready(module: str, task: str, limits: Limits) -> None:
    """Keeps one process that runs `module` for `task` started from now on, so that a file need not wait for it.

    Each still takes one file and ends; a process that waits has seen nothing of anybody's and holds some 30 MB. It
    ends with this process. A server calls this once; a command that reads one file does without.
    """
    command = _command(module, task, limits)
    _bench.kept.add(command)
    _bench.fill(command)


def let_go() -> None:
    """Ends the processes that wait and keeps none from now on."""
    _bench.clear()


def answer_of_child(module: str, task: str, data: bytes, limits: Limits, *, most: int | None = None) -> bytes:
    """What the process that runs `module` says of `data`, at most `most` bytes (`answer_bytes` of the limits).

    The child gets `task` and the limits as JSON for arguments and bounds itself. Raises Unreadable for one that came
    to no good end: killed, out of time, crashed, or talking too much.
    """
    most = limits.answer_bytes if most is None else most
    ended = _run(module, task, data, limits, most)
    if ended.timed_out or ended_for_time(ended.returncode):
        raise refuse("too-slow", wanted=round(limits.wall_seconds if ended.timed_out else limits.cpu_seconds))
    if ended.returncode or len(ended.answer) > most:
        raise refuse("broken")
    return ended.answer


def _run(module: str, task: str, data: bytes, limits: Limits, most: int) -> _Ended:
    """Hands `data` to a child and waits for its answer; the child reads all before it says anything."""
    command = _command(module, task, limits)
    with _bench.take(command) as process:
        timed_out = threading.Event()
        clock = threading.Timer(limits.wall_seconds, _end, (process, timed_out))
        clock.start()
        try:
            answer = _converse(process, data, most)
        finally:
            clock.cancel()
            process.kill()
    _bench.fill(command)
    return _Ended(answer, process.returncode, timed_out.is_set())


def _command(module: str, task: str, limits: Limits) -> tuple[str, ...]:
    return (sys.executable, "-I", "-m", module, task, json.dumps(asdict(limits)))


def _started(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    environment = {kept: os.environ[kept] for kept in _KEPT_VARIABLES if kept in os.environ}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment)  # noqa: S603


def _end(process: "subprocess.Popen[bytes]", timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _converse(process: "subprocess.Popen[bytes]", data: bytes, most: int) -> bytes:
    assert process.stdin
    assert process.stdout
    try:
        with process.stdin as pipe:
            pipe.write(data)
    except BrokenPipeError:
        return b""
    answer = process.stdout.read(most + 1)
    if len(answer) <= most:
        process.wait()
    return answer
