"""The asker's side of `fork_server`: a child for each file, spoken to as to any process that was started for it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Self

from tongket.reading.fork_server import ASK, NUMBER, SERVING

# Seconds within which a server says the number of a child, its own start included.
_PATIENCE = 10.0


class Child:
    """A child that was forked; `returncode` is known once it was waited for, as with subprocess.Popen.

    It stays None where the server ended before the child: nobody knows then.
    """

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], line: socket.socket, handle: int | None) -> None:
        self.stdin, self.stdout = stdin, stdout
        self.returncode: int | None = None
        self._line, self._handle = line, handle
        self._is_waited_for = False

    def wait(self) -> int | None:
        """Waits for its end."""
        if not self._is_waited_for:
            with contextlib.suppress(OSError):
                self.returncode = _heard(self._line)
            self._is_waited_for = True
        return self.returncode

    def kill(self) -> None:
        """Ends it, where it lives."""
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)
        if sys.platform == "linux" and self._handle is not None:
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()
        self.stdout.close()
        self.wait()
        self._line.close()
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def _heard(line: socket.socket) -> int | None:
    """The next number on a line, None where it ends."""
    said = line.recv(NUMBER.size, socket.MSG_WAITALL)
    return int(NUMBER.unpack(said)[0]) if len(said) == NUMBER.size else None


def _handle_of(line: socket.socket) -> int | None:
    """Hears a child's number; with a handle of it the child can be ended even where its server is gone.

    None where the system has no such handles; raises OSError where no child could be forked.
    """
    line.settimeout(_PATIENCE)
    number = _heard(line)
    line.settimeout(None)
    if number is None:
        raise OSError("no child was forked")
    if sys.platform != "linux":
        return None
    # Old kernels, some sandboxes and a Python made for either have none; a child that has ended needs none.
    with contextlib.suppress(OSError, AttributeError):
        return os.pidfd_open(number)
    return None


class ForkServer:
    """The process that forks the children of one command."""

    def __init__(self, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
        nothing = subprocess.DEVNULL
        self._door, theirs = socket.socketpair()
        self._lock = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                (*command, SERVING), stdin=theirs.fileno(), stdout=nothing, stderr=nothing, env=dict(environment)
            )

    @property
    def lives(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def fork(self) -> Child:
        """A new child; raises OSError where the server has ended or finds no room for one."""
        with contextlib.ExitStack() as here, contextlib.ExitStack() as ours:
            reads, stdin = _pipe(here, ours)
            stdout, says = _pipe(ours, here)
            line, theirs = map(ours.enter_context, socket.socketpair())
            here.enter_context(theirs)
            with self._lock:
                socket.send_fds(self._door, [ASK], [reads, says, theirs.fileno()])
            here.close()
            handle = _handle_of(line)
            ours.pop_all()
            return Child(os.fdopen(stdin, "wb"), os.fdopen(stdout, "rb"), line, handle)

    def end(self) -> None:
        """Ends it, and the children that it has."""
        with self._lock:
            self._door.close()
        self._process.wait()


def _pipe(reading: contextlib.ExitStack, writing: contextlib.ExitStack) -> tuple[int, int]:
    """Both ends of a pipe, each closed with its stack."""
    reads, writes = os.pipe()
    reading.callback(os.close, reads)
    writing.callback(os.close, writes)
    return reads, writes
