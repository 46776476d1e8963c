"""Reads what strangers hand in: looks at it first, then parses it in a child process that may use little."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass

from tongket.core.platform import ended_for_time
from tongket.reading.document import Document
from tongket.reading.engines import reader_of
from tongket.reading.guard import examine
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable, named, refuse
from tongket.reading.wire import decode

# The child sees no other variable of this process, which may hold passwords; Windows needs the first to start one.
_KEPT_VARIABLES = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True, slots=True)
class _Ended:
    """How a child ended: what it said, its return code, and whether the wall clock ended it."""

    answer: bytes
    returncode: int
    timed_out: bool


def read_safely(data: bytes, *, name: str = "", limits: Limits = DEFAULT) -> Document:
    """The lines of a file that nobody vouches for; text is read here, all else in a child process.

    Raises Unreadable, whose finding says what was wrong and names the file; whatever happens to the child
    (killed, out of memory, out of time, crashed) becomes one of its sentences.
    """
    try:
        kind = examine(data, limits)
        return reader_of(kind)(data, limits) if kind is Kind.TEXT else _read_in_child(kind, data, limits)
    except Unreadable as refusal:
        raise named(refusal, name) from None


def _read_in_child(kind: Kind, data: bytes, limits: Limits) -> Document:
    ended = _run(kind, data, limits)
    if ended.timed_out or ended_for_time(ended.returncode):
        raise refuse("too-slow", wanted=round(limits.wall_seconds if ended.timed_out else limits.cpu_seconds))
    if ended.returncode or len(ended.answer) > limits.answer_bytes:
        raise refuse("broken")
    try:
        return decode(ended.answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def _run(kind: Kind, data: bytes, limits: Limits) -> _Ended:
    """Hands `data` to a child and waits for its answer; the child reads all before it says anything."""
    command = [sys.executable, "-I", "-m", "tongket.reading.child", kind, json.dumps(asdict(limits))]
    environment = {kept: os.environ[kept] for kept in _KEPT_VARIABLES if kept in os.environ}
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment) as process:  # noqa: S603
        timed_out = threading.Event()
        clock = threading.Timer(limits.wall_seconds, _end, (process, timed_out))
        clock.start()
        try:
            answer = _converse(process, data, limits)
        finally:
            clock.cancel()
            process.kill()
    return _Ended(answer, process.returncode, timed_out.is_set())


def _end(process: "subprocess.Popen[bytes]", timed_out: threading.Event) -> None:
    timed_out.set()
    process.kill()


def _converse(process: "subprocess.Popen[bytes]", data: bytes, limits: Limits) -> bytes:
    assert process.stdin
    assert process.stdout
    try:
        with process.stdin as pipe:
            pipe.write(data)
    except BrokenPipeError:
        return b""
    answer = process.stdout.read(limits.answer_bytes + 1)
    if len(answer) <= limits.answer_bytes:
        process.wait()
    return answer
