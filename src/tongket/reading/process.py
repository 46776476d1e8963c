"""Starts the process that parses one file of a stranger, gives it the bytes, and takes back what it says."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass

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
    command = [sys.executable, "-I", "-m", module, task, json.dumps(asdict(limits))]
    environment = {kept: os.environ[kept] for kept in _KEPT_VARIABLES if kept in os.environ}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment) as process:  # noqa: S603
        timed_out = threading.Event()
        clock = threading.Timer(limits.wall_seconds, _end, (process, timed_out))
        clock.start()
        try:
            answer = _converse(process, data, most)
        finally:
            clock.cancel()
            process.kill()
    return _Ended(answer, process.returncode, timed_out.is_set())


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
