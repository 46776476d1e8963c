"""The accounts by which mail leaves and comes: where the server is, how the line is secured, who signs in. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import parse_qs, unquote, urlsplit


class Security(StrEnum):
    """How the line to a server is secured; `NONE` is for a server on the same machine or network only."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


SMTP_PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}
IMAP_PORTS = {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143}
SMTP_SCHEMES = {"smtps": Security.TLS, "smtp+starttls": Security.STARTTLS, "smtp": Security.NONE}
IMAP_SCHEMES = {"imaps": Security.TLS, "imap+starttls": Security.STARTTLS, "imap": Security.NONE}


class BadAddress(ValueError):
    """An address of a server that cannot be used; the message says what was wanted, and never shows the password."""


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """The server that takes our mail; `sender` is the address our letters come from, `reply_to` the one they go to.

    `user` is empty where the server asks for none. The password never appears when the account is printed.
    """

    host: str
    port: int
    security: Security
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class ImapAccount:
    """The office's real mailbox, read and never emptied."""

    host: str
    port: int
    security: Security
    user: str
    password: str = field(default="", repr=False)
    folder: str = "INBOX"

    @property
    def name(self) -> str:
        """How the place in this mailbox is remembered: `user@host`."""
        return f"{self.user}@{self.host}"


def smtp_from(url: str, sender: str, reply_to: str = "") -> SmtpAccount:
    """`smtp+starttls://user:password@host:587` with the address letters come from; raises BadAddress."""
    security, host, port, user, password, _rest = _parts(url, SMTP_SCHEMES, SMTP_PORTS, "TONGKET_SMTP_URL")
    known = sender or (user if "@" in user else "")
    if not known:
        raise BadAddress("TONGKET_MAIL_FROM is empty; wanted the address that letters come from.")
    return SmtpAccount(host, port, security, known, user, password, reply_to)


def imap_from(url: str) -> ImapAccount:
    """`imaps://user:password@host/INBOX`; raises BadAddress."""
    security, host, port, user, password, rest = _parts(url, IMAP_SCHEMES, IMAP_PORTS, "TONGKET_IMAP_URL")
    return ImapAccount(host, port, security, user, password, unquote(rest.strip("/")) or "INBOX")


def _parts(
    url: str, schemes: dict[str, Security], ports: dict[Security, int], name: str
) -> tuple[Security, str, int, str, str, str]:
    try:
        split = urlsplit(url)
        port = split.port
    except ValueError as fault:
        raise BadAddress(f"{name} has no readable port; wanted {next(iter(schemes))}://user:word@host:port.") from fault
    if split.scheme not in schemes or not split.hostname:
        raise BadAddress(f"{name} starts with {split.scheme!r}; wanted one of {', '.join(schemes)} and a host.")
    if parse_qs(split.query):
        raise BadAddress(f"{name} has a question mark; in a user or password it is written %3F.")
    security = schemes[split.scheme]
    user, password = unquote(split.username or ""), unquote(split.password or "")
    return security, split.hostname, port or ports[security], user, password, split.path
