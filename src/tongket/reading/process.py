"""Starts the process that parses one file of a stranger, gives it the bytes, and takes back what it says."""

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass, field

from tongket.core.platform import can_fork, ended_for_time
from tongket.reading.forked import Child, ForkServer
from tongket.reading.limits import Limits
from tongket.reading.refusals import refuse

# The child sees no other variable of this process, which may hold passwords; Windows needs the first to start one.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a child ended: what it said, its return code if anybody knows it, and whether the wall clock ended it."""

    answer: bytes
    returncode: int | None
    timed_out: bool


@dataclass(slots=True)
class _Servers:
    """The fork servers that are kept, one for each command."""

    servers: dict[tuple[str, ...], ForkServer] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, command: tuple[str, ...]) -> None:
        """Starts the server of a command, unless it lives."""
        with self.lock:
            self._kept(command)

    def child(self, command: tuple[str, ...]) -> "Child | subprocess.Popen[bytes]":
        """A new child of the command's server; a process of its own where none is kept or it finds no room for one."""
        with self.lock:
            server = self._kept(command) if command in self.servers else None
        if server is not None:
            with contextlib.suppress(OSError):
                return server.fork()
        return _started(command)

    def _kept(self, command: tuple[str, ...]) -> ForkServer:
        server = self.servers.get(command)
        if server is not None and server.lives:
            return server
        if server is not None:
            server.end()
        made = self.servers[command] = ForkServer(command, _environment())
        return made

    def clear(self) -> None:
        """Ends all of them."""
        with self.lock:
            servers, self.servers = list(self.servers.values()), {}
        for server in servers:
            server.end()


_servers = _Servers()
atexit.register(_servers.clear)


def keep_ready(module: str, task: str, limits: Limits) -> None:
    """Keeps a process that has loaded `module` for `task` from now on, so that no file waits for a start.

    It forks a child for each file, which ends with it; itself it sees nothing of anybody's and holds some 30 MB. It
    ends with this process. A server calls this once; a command that reads one file does without, and so does a system
    whose processes cannot fork (Windows).
    """
    if can_fork():
        _servers.keep(_command(module, task, limits))


def let_go() -> None:
    """Ends the fork servers and keeps none from now on."""
    _servers.clear()


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
    ended = _answered(_servers.child(command), data, limits, most)
    if ended.returncode is None and not ended.timed_out:
        # The fork server ended with its child, which is no fault of the file.
        return _answered(_started(command), data, limits, most)
    return ended


def _answered(child: "Child | subprocess.Popen[bytes]", data: bytes, limits: Limits, most: int) -> _Ended:
    with child as process:
        timed_out = threading.Event()
        clock = threading.Timer(limits.wall_seconds, _end, (process, timed_out))
        clock.start()
        try:
            answer = _converse(process, data, most)
        finally:
            clock.cancel()
            # What the clock has begun to end is not let go of before.
            clock.join()
            process.kill()
    return _Ended(answer, process.returncode, timed_out.is_set())


def _command(module: str, task: str, limits: Limits) -> tuple[str, ...]:
    return (sys.executable, "-I", "-m", module, task, json.dumps(asdict(limits)))


def _environment() -> dict[str, str]:
    return {kept: os.environ[kept] for kept in _KEPT_VARIABLES if kept in os.environ}


def _started(command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=_environment())  # noqa: S603


def _end(process: "Child | subprocess.Popen[bytes]", timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _converse(process: "Child | subprocess.Popen[bytes]", data: bytes, most: int) -> bytes:
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
