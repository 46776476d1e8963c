"""A real mail server that keeps what it is given, and misbehaves as it is told."""

import asyncio
import email
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

FIRST_PORT, LAST_PORT = 8240, 8249


@dataclass
class Sink:
    """What came, and how the server behaves: words for an address (`550 …`), or for the end of the message.

    With `starttls` nothing is taken before the line is secured.
    `hang_up` is `before` (instead of taking an address) or `after` (the message is kept, the answer never comes).
    """

    port: int = 0
    kept: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    at_end: str = ""
    hang_up: str = ""
    lines: int = 0
    password: str = ""
    on_message: Callable[[int], None] | None = None
    starttls: ssl.SSLContext | None = None

    @property
    def url(self) -> str:
        """How `TONGKET_SMTP_URL` names it."""
        return f"smtp://127.0.0.1:{self.port}"

    def messages(self) -> list[EmailMessage]:
        """What came, read by the standard library."""
        return [email.message_from_bytes(data, policy=POLICY) for _sender, _to, data in self.kept]

    def addresses(self) -> list[str]:
        """Whom the messages were for, in the order they came."""
        return [address for _sender, to, _data in self.kept for address in to]

    async def handle_RCPT(  # noqa: N802
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002 -- the server gives it
        envelope: Envelope,
        address: str,
        options: list[str],  # noqa: ARG002 -- the server gives it
    ) -> str:
        if self.hang_up == "before":
            hang_up(server)
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self,
        server: SMTP,
        session: Session,  # noqa: ARG002 -- the server gives it
        envelope: Envelope,
    ) -> str:
        if self.at_end:
            return self.at_end
        content = envelope.content
        assert isinstance(content, bytes)
        self.kept.append((envelope.mail_from or "", list(envelope.rcpt_tos), content))
        if self.on_message:
            self.on_message(len(self.kept))
        if self.hang_up == "after":
            hang_up(server)
        return "250 OK"


def hang_up(server: SMTP) -> None:
    """Ends the line without a word."""
    assert server.transport is not None
    server.transport.close()


def _factory(sink: Sink) -> Callable[[], SMTP]:
    def check(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password.decode() == sink.password, handled=False)

    def make() -> SMTP:
        sink.lines += 1
        if sink.starttls:
            asks = bool(sink.password)
            context = sink.starttls
            return SMTP(sink, authenticator=check, auth_required=asks, tls_context=context, require_starttls=True)
        if sink.password:
            return SMTP(sink, authenticator=check, auth_require_tls=False)
        return SMTP(sink)

    return make


@contextmanager
def smtp_sink(port: int | None = None, *, tls: ssl.SSLContext | None = None) -> Iterator[Sink]:
    """A server on a free port of ours, in a thread of its own, until the block ends; `tls` from the first byte."""
    sink, loop = Sink(), asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    # The thread of the test may have a loop of its own: a browser's.
    server = asyncio.run_coroutine_threadsafe(_listen(loop, sink, port, tls), loop).result(timeout=5)
    sink.port = server.sockets[0].getsockname()[1]
    try:
        yield sink
    finally:
        asyncio.run_coroutine_threadsafe(_close(server), loop).result(timeout=5)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(timeout=5)
        loop.close()


async def _listen(
    loop: asyncio.AbstractEventLoop, sink: Sink, port: int | None, tls: ssl.SSLContext | None
) -> asyncio.Server:
    ports = [port] if port else list(range(FIRST_PORT, LAST_PORT + 1))
    for each in ports[:-1]:
        try:
            return await loop.create_server(_factory(sink), "127.0.0.1", each, ssl=tls)
        except OSError:
            continue
    return await loop.create_server(_factory(sink), "127.0.0.1", ports[-1], ssl=tls)


async def _close(server: asyncio.Server) -> None:
    server.close()
    await server.wait_closed()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def code_of(message: EmailMessage) -> str:
    """The code at the end of a subject."""
    found = re.search(r"\[(TK-M\w+)\]$", str(message["Subject"]))
    return found[1] if found else ""
