"""Reads what strangers hand in: looks at it first, then parses it in a child process that may use little."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict, dataclass

from tongket.core.platform import ended_for_time
from tongket.reading.child import DRAW, MAIL
from tongket.reading.document import Document, Source
from tongket.reading.engines import reader_of
from tongket.reading.guard import examine
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.office import as_converted, as_docx
from tongket.reading.refusals import Unreadable, named, refuse
from tongket.reading.scans import find_tesseract, pages_of, read_pictures
from tongket.reading.wire import decode

__all__ = ["MAIL", "answer_of_child", "read_safely"]

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

    Old and foreign files go through LibreOffice, scans and pictures through tesseract, where these are installed.
    Raises Unreadable, whose finding says what was wrong and names the file; whatever happens to the child
    (killed, out of memory, out of time, crashed) becomes one of its sentences.
    """
    try:
        return _read(examine(data, limits), data, limits)
    except Unreadable as refusal:
        raise named(refusal, name) from None


def _read(kind: Kind, data: bytes, limits: Limits) -> Document:
    if kind in FOREIGN:
        made = as_docx(data, kind, limits)
        return as_converted(_read_in_child(examine(made, limits), made, limits), kind)
    if kind is Kind.TEXT:
        return reader_of(kind)(data, limits)
    if kind is Kind.PICTURE:
        return read_pictures([data], Source.PDF, limits)
    try:
        return _read_in_child(kind, data, limits)
    except Unreadable as refusal:
        if kind is not Kind.PDF or refusal.finding.code != "scan" or find_tesseract() is None:
            raise
    return read_pictures(_drawn(data, limits), Source.PDF, limits)


def _read_in_child(kind: Kind, data: bytes, limits: Limits) -> Document:
    answer = answer_of_child(kind, data, limits, limits.answer_bytes)
    try:
        return decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def _drawn(data: bytes, limits: Limits) -> list[bytes]:
    """The pages of a scanned PDF as pictures."""
    answer = answer_of_child(DRAW, data, limits, limits.drawn_bytes)
    return list(pages_of(answer)) if answer.startswith(b"P5") else _refused(answer)


def _refused(answer: bytes) -> list[bytes]:
    try:
        decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None
    return []


def answer_of_child(task: str, data: bytes, limits: Limits, most: int) -> bytes:
    """What the child says, at most `most` bytes; raises Unreadable for a child that came to no good end."""
    ended = _run(task, data, limits, most)
    if ended.timed_out or ended_for_time(ended.returncode):
        raise refuse("too-slow", wanted=round(limits.wall_seconds if ended.timed_out else limits.cpu_seconds))
    if ended.returncode or len(ended.answer) > most:
        raise refuse("broken")
    return ended.answer


def _run(task: str, data: bytes, limits: Limits, most: int) -> _Ended:
    """Hands `data` to a child and waits for its answer; the child reads all before it says anything."""
    command = [sys.executable, "-I", "-m", "tongket.reading.child", task, json.dumps(asdict(limits))]
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
