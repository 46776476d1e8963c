"""A mail server in a process of its own that takes everything and keeps nothing, as lean as a server can be.

`python -m bench.sink` prints its port and works until it is ended. It counts what it took: `VRFY count` tells.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench.measure import PATIENCE_SECONDS, ROOT

END = b"\r\n.\r\n"


class Line(asyncio.Protocol):
    """One line to a client; commands are answered, the words of a message are thrown away."""

    taken = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.waiting, self.is_data = transport, bytearray(), False
        transport.write(b"220 sink\r\n")

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while self._message() if self.is_data else self._command():
            pass

    def _message(self) -> bool:
        """Whether the end of the message had come, which is answered then."""
        if not self.waiting.endswith(END):
            return False
        self.waiting.clear()
        self.is_data = False
        Line.taken += 1
        self.transport.write(b"250 taken\r\n")
        return True

    def _command(self) -> bool:
        """Whether a whole command was there."""
        line, end, rest = self.waiting.partition(b"\r\n")
        if not end:
            return False
        self.waiting = rest
        word = bytes(line[:4]).upper()
        self.is_data = word == b"DATA"
        answers = {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n", b"VRFY": b"252 %d\r\n" % Line.taken}
        self.transport.write(answers.get(word, b"250 ok\r\n"))
        return True


async def serve() -> None:
    """Listens on a free port until the process is ended."""
    server = await asyncio.get_running_loop().create_server(Line, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


@contextmanager
def sink() -> Iterator[int]:
    """The port of a running one."""
    process = subprocess.Popen([sys.executable, "-m", "bench.sink"], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)
        process.stdout.close()


if __name__ == "__main__":
    asyncio.run(serve())
