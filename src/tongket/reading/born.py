"""The asker's side of `mother`: a child for each file, spoken to as to any process that was started for it."""

import contextlib
import os
import socket
import subprocess
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Self

from tongket.reading.mother import ASK, BEARING, ENDED

# How a child ended whose mother ended before it: nobody knows.
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


class Mother:
    """The process that bears the children of one command."""

    def __init__(self, command: tuple[str, ...], environment: Mapping[str, str]) -> None:
        nothing = subprocess.DEVNULL
        self._door, hers = socket.socketpair()
        self._lock = threading.Lock()
        with hers:
            self._process = subprocess.Popen(  # noqa: S603
                (*command, BEARING), stdin=hers.fileno(), stdout=nothing, stderr=nothing, env=dict(environment)
            )

    @property
    def lives(self) -> bool:
        """Whether she can still be asked."""
        return self._process.poll() is None

    def bear(self) -> Child:
        """A new child; raises OSError where she has ended."""
        reads, writes = os.pipe()
        hears, says = os.pipe()
        line, hers = socket.socketpair()
        child = Child(os.fdopen(writes, "wb"), os.fdopen(hears, "rb"), line)
        try:
            with hers, self._lock:
                socket.send_fds(self._door, [ASK], [reads, says, hers.fileno()])
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
        """Ends her, and the children that live with her."""
        self._door.close()
        self._process.wait()
