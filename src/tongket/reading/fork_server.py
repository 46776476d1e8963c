"""A fork server: it has its library loaded and forks a child for each file, so that nobody waits for a start.

It never sees anybody's file itself. On its standard input, a socket, comes one message for each child with three
descriptors: where the child reads, where it says what it found, and a line on which the one who asked hears the child's
number, then how it ended; nothing where none could be forked. Who closes that line, or ends, ends the child.
"""

import contextlib
import gc
import os
import selectors
import signal
import socket
import struct
from collections.abc import Callable
from typing import NoReturn

# The last argument of a process that is to be a fork server.
SERVING = "serving"
ASK = b"?"
NUMBER = struct.Struct("<i")
_DESCRIPTORS = 3
_WAKINGS = 1024
# No process of ours holds as many descriptors; what a system allows may be without bounds.
_HIGHEST = 65_536
_BEFORE_COLLECTING = 100_000


def serve_forks(work: Callable[[], None]) -> None:
    """Forks children that do `work` between their standard input and output, until nobody is left to ask for one."""
    server = _Server(work)
    # What is loaded stays: no child looks through it for what may go, which would copy it all, and seldom through the
    # rest, since it ends with its file.
    gc.freeze()
    gc.set_threshold(_BEFORE_COLLECTING)
    while server.door.fileno() >= 0:
        for key, _ in server.ears.select():
            key.data()
    server.end_all()


class _Server:
    """The children that live, each with its line."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work
        self.lines: dict[int, socket.socket] = {}
        # The child's standard input takes the place of the socket under number 0.
        self.door = socket.socket(fileno=os.dup(0))
        self.woken, self.waker = socket.socketpair()
        for end in (self.woken, self.waker):
            end.setblocking(False)  # noqa: FBT003 -- the library's own
        signal.signal(signal.SIGCHLD, lambda *_: None)
        # Whoever ends all processes of a terminal or a service ends the asker, and with it goes the door.
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, signal.SIG_IGN)
        signal.set_wakeup_fd(self.waker.fileno())
        self.ears = selectors.DefaultSelector()
        self.ears.register(self.door, selectors.EVENT_READ, self.hear)
        self.ears.register(self.woken, selectors.EVENT_READ, self.reap)

    def hear(self) -> None:
        """One more child, or the end of who asks for them."""
        asked, descriptors, _, _ = socket.recv_fds(self.door, len(ASK), _DESCRIPTORS)
        if not asked:
            self.ears.unregister(self.door)
            self.door.close()
            return
        with contextlib.suppress(OSError):
            if len(descriptors) == _DESCRIPTORS:
                self.bring_up(*descriptors)
        for descriptor in descriptors:
            os.close(descriptor)

    def bring_up(self, reads: int, says: int, line: int) -> None:
        """Forks a child and tells its number; raises OSError where the system has no room for one."""
        heard = socket.socket(fileno=os.dup(line))
        child = os.fork()
        if child == 0:
            self.live(reads, says)
        self.lines[child] = heard
        self.ears.register(heard, selectors.EVENT_READ, lambda: self.end(child))
        with contextlib.suppress(OSError):
            heard.sendall(NUMBER.pack(child))

    def live(self, reads: int, says: int) -> NoReturn:
        """What a child does; of what the server has open it keeps nothing."""
        ended_well = False
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(reads, 0)
            os.dup2(says, 1)
            os.closerange(3, _HIGHEST)
            self.work()
            ended_well = True
        finally:
            os._exit(0 if ended_well else 1)

    def end(self, child: int) -> None:
        """Nobody waits for this child any more; it is reaped as any other, if it is not already."""
        if child in self.lines:
            self.ears.unregister(self.lines[child])
            os.kill(child, signal.SIGKILL)

    def reap(self) -> None:
        """Tells of every child that ended, and how."""
        with contextlib.suppress(BlockingIOError):
            self.woken.recv(_WAKINGS)
        while self.lines and (ended := os.waitpid(-1, os.WNOHANG))[0]:
            line = self.lines.pop(ended[0])
            with contextlib.suppress(KeyError):
                self.ears.unregister(line)
            with contextlib.suppress(OSError), line:
                line.sendall(NUMBER.pack(os.waitstatus_to_exitcode(ended[1])))

    def end_all(self) -> None:
        """Leaves no child behind."""
        for child in self.lines:
            os.kill(child, signal.SIGKILL)
