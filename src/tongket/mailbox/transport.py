"""The line to the server that takes our mail: opened once for many messages, and clear about what went wrong."""

import smtplib
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from imap_tools.errors import MailboxFolderSelectError, MailboxLoginError

from tongket.core.findings import words
from tongket.mailbox.accounts import Security, SmtpAccount

TIMEOUT_SECONDS = 30
# A server takes minutes over a long message; giving up early is how messages are sent twice (RFC 5321, 4.5.3.2.6).
END_TIMEOUT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a message did not go: a permanent one is not tried again; `words` are the server's own, or an id of ours."""

    words: str
    is_permanent: bool


class NotSent(Exception):
    """The server did not take the message, surely; `is_line_down` when the line cannot be used any more."""

    def __init__(self, fault: Fault, *, is_line_down: bool = False) -> None:
        super().__init__(fault.words)
        self.fault = fault
        self.is_line_down = is_line_down


class Unsure(Exception):
    """The line broke after the message was handed over and before the server answered: nobody knows."""


class ClaimLost(Exception):
    """Another worker took the message over while this one waited; it is not sent here."""


def fault_of(code: int, words: bytes | str) -> Fault:
    """A refusal of the server: 5xx is for good, anything else may pass."""
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Fault(f"{code} {' '.join(said.split())}"[:500], is_permanent=500 <= code < 600)


@contextmanager
def line_to(account: SmtpAccount) -> Iterator[smtplib.SMTP]:
    """An open, secured and signed-in line; raises NotSent where there is none. A wrong password is permanent."""
    try:
        line = _opened(account)
    except smtplib.SMTPAuthenticationError as refused:
        raise NotSent(fault_of(refused.smtp_code, refused.smtp_error), is_line_down=True) from refused
    except smtplib.SMTPResponseException as refused:
        fault = Fault(fault_of(refused.smtp_code, refused.smtp_error).words, is_permanent=False)
        raise NotSent(fault, is_line_down=True) from refused
    except (smtplib.SMTPException, OSError) as fault:
        raise NotSent(_no_line(fault), is_line_down=True) from fault
    try:
        yield line
    finally:
        _close(line)


def _opened(account: SmtpAccount) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if account.security is Security.TLS:
        line: smtplib.SMTP = smtplib.SMTP_SSL(account.host, account.port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        line = smtplib.SMTP(account.host, account.port, timeout=TIMEOUT_SECONDS)
    with ExitStack() as on_fault:
        on_fault.callback(line.close)
        line.ehlo()
        if account.security is Security.STARTTLS:
            line.starttls(context=context)
            line.ehlo()
        if account.user:
            line.login(account.user, account.password)
        on_fault.pop_all()
    return line


# What keeps a line from being opened, as a person who sets the mailbox up can mend it; the narrower class first.
NO_LINE: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
    (
        (smtplib.SMTPAuthenticationError, MailboxLoginError),
        words("Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu. Xem lại hai ô ấy; có nơi cần mật khẩu ứng dụng."),
    ),
    (
        smtplib.SMTPNotSupportedError,
        words("Máy chủ thư không có cách bảo vệ hay đăng nhập này. Chọn lại Bảo vệ đường truyền."),
    ),
    (MailboxFolderSelectError, words("Hộp thư không có thư mục ấy. Xem lại tên thư mục; thường là INBOX.")),
    (socket.gaierror, words("Không tìm thấy máy chủ thư có tên ấy. Xem lại tên máy chủ, hoặc máy này chưa có mạng.")),
    (ConnectionRefusedError, words("Máy chủ thư không mở cổng ấy. Xem lại tên máy chủ và cổng.")),
    (TimeoutError, words("Máy chủ thư không trả lời. Xem lại tên máy chủ, cổng, mạng.")),
    (
        ssl.SSLCertVerificationError,
        words(
            "Chứng thư của máy chủ thư không đúng tên hoặc không ai bảo đảm. Xem lại tên máy chủ; hỏi nơi cấp hộp thư."
        ),
    ),
    (ssl.SSLError, words("Bảo vệ đường truyền không khớp với máy chủ thư. Thử STARTTLS hoặc SSL/TLS, xem lại cổng.")),
)


def mended_by(fault: BaseException) -> str:
    """How a person mends a line that could not be opened, as a message id; empty where only the server's words help."""
    return next((said for kind, said in NO_LINE if isinstance(fault, kind)), "")


def _no_line(fault: Exception) -> Fault:
    return Fault((mended_by(fault) or f"{type(fault).__name__}: {fault}")[:500], is_permanent=False)


def _close(line: smtplib.SMTP) -> None:
    try:
        line.quit()
    except (smtplib.SMTPException, OSError):
        line.close()


def hand_over(
    line: smtplib.SMTP, *, sender: str, addresses: Sequence[str], data: bytes, begin: Callable[[list[str]], bool]
) -> dict[str, Fault]:
    """Hands one message to the server for several addresses; returns those that it refused, each with its words.

    `begin` is asked with the addresses that were taken, right before the message itself goes; False stops it and raises
    ClaimLost. Raises NotSent where the server surely took nothing, Unsure where nobody knows.
    """
    try:
        refused = _envelope(line, sender, addresses)
        taken = [address for address in addresses if address not in refused]
        if not taken:
            line.rset()
            return refused
        if not begin(taken):
            line.rset()
            raise ClaimLost
        code, words = line.docmd("DATA")
    except (smtplib.SMTPException, OSError) as fault:
        raise NotSent(_no_line(fault), is_line_down=True) from fault
    if code != 354:
        _quietly_reset(line)
        raise NotSent(fault_of(code, words))
    _data(line, data)
    return refused


def _envelope(line: smtplib.SMTP, sender: str, addresses: Sequence[str]) -> dict[str, Fault]:
    code, words = line.mail(sender)
    if code != 250:
        _quietly_reset(line)
        raise NotSent(fault_of(code, words), is_line_down=code == 421)
    refused: dict[str, Fault] = {}
    for address in addresses:
        code, words = line.rcpt(address)
        if code not in {250, 251}:
            refused[address] = fault_of(code, words)
    return refused


def _data(line: smtplib.SMTP, data: bytes) -> None:
    """The message itself, ended by a dot. Once the dot is out, a broken line leaves open whether it was taken."""
    # A dot that begins a line is doubled (RFC 5321, 4.5.2); the first line of a message is a head and never does.
    wire = data.replace(b"\r\n.", b"\r\n..")
    end = b".\r\n" if wire.endswith(b"\r\n") else b"\r\n.\r\n"
    try:
        line.send(wire + end)
    except (smtplib.SMTPException, OSError) as fault:  # the dot never left, so the server cannot have taken it
        raise NotSent(_no_line(fault), is_line_down=True) from fault
    code, words = _answer_to_end(line)
    if code != 250:
        raise NotSent(fault_of(code, words), is_line_down=code == 421)


def _answer_to_end(line: smtplib.SMTP) -> tuple[int, bytes]:
    try:
        if line.sock is not None:
            line.sock.settimeout(END_TIMEOUT_SECONDS)
        answer = line.getreply()
        if line.sock is not None:
            line.sock.settimeout(TIMEOUT_SECONDS)
    except (smtplib.SMTPException, OSError) as fault:
        raise Unsure(_no_line(fault).words) from fault
    return answer


def _quietly_reset(line: smtplib.SMTP) -> None:
    try:
        line.rset()
    except (smtplib.SMTPException, OSError):
        line.close()
