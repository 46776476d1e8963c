"""The asker's side of `fork_server`: a child for each file, spoken to as to any process that was started for it."""

import contextlib
import os
import socket
import subprocess
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Self

from tongket.reading.fork_server import ASK, ENDED, SERVING

# How a child ended whose server ended before it: nobody knows.
_UNKNOWN = 1


class Child:
    """A child that has been asked for; `returncode` is known once it was waited for, as with subprocess.Popen."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], line: socket.socket) -> None:
        self.stdin, self.stdout, self.returncode = stdin, stdout, _UNKNOWN
        self._line = line
        self._is_waited_for = False

    def wait(self) -> int:
        """Waits for its end."""
        if not self._is_waited_for:
            said = b""
            with contextlib.suppress(OSError):
                said = self._line.recv(ENDED.size, socket.MSG_WAITALL)
            self.returncode = ENDED.unpack(said)[0] if len(said) == ENDED.size else _UNKNOWN
            self._is_waited_for = True
        return self.returncode

    def kill(self) -> None:
        """Ends it, where it lives."""
        with contextlib.suppress(OSError):
            self._line.shutdown(socket.SHUT_WR)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()
        self.stdout.close()
        self.wait()
        self._line.close()


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
        """A new child; raises OSError where the server has ended."""
        reads, writes = os.pipe()
        hears, says = os.pipe()
        line, theirs = socket.socketpair()
        child = Child(os.fdopen(writes, "wb"), os.fdopen(hears, "rb"), line)
        try:
            with theirs, self._lock:
                socket.send_fds(self._door, [ASK], [reads, says, theirs.fileno()])
        except OSError:
            child.stdin.close()
            child.stdout.close()
            line.close()
            raise
        finally:
            os.close(reads)
            os.close(says)
        return child

    def end(self) -> None:
        """Ends it, and the children that it has."""
        self._door.close()
        self._process.wait()
