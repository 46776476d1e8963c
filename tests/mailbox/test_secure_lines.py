"""Lines to the mail server over TLS, against a real server with a certificate of its own."""

import ssl
import subprocess
from pathlib import Path

import pytest

from tests.mailbox.sink import Sink, smtp_sink
from tests.parts import need
from tongket.mailbox.accounts import Security, SmtpAccount
from tongket.mailbox.transport import NotSent, hand_over, line_to

LETTER = b"Subject: Thu\r\n\r\nLoi\r\n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody else vouches for, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "made.pem", folder / "key.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject, "-keyout", str(key)]
    subprocess.run([need("openssl"), *asked, "-out", str(made)], check=True, capture_output=True)
    return made, key


@pytest.fixture
def context(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    """How the server secures its lines."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*certificate)
    return made


def account(server: Sink, security: Security) -> SmtpAccount:
    return SmtpAccount("127.0.0.1", server.port, security, "vp@tamky.vn", "vp", "mật khẩu".encode().hex())


def send(given: SmtpAccount) -> None:
    with line_to(given) as line:
        hand_over(line, sender=given.sender, addresses=["a@b.vn"], data=LETTER, begin=lambda _taken: True)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_letter_goes_over_a_secured_line(
    context: ssl.SSLContext, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, security: Security
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with smtp_sink(tls=context if security is Security.TLS else None) as server:
        given = account(server, security)
        server.password = given.password
        server.starttls = context if security is Security.STARTTLS else None

        send(given)

    assert server.addresses() == ["a@b.vn"]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_error_certificate_that_nobody_vouches_for(context: ssl.SSLContext, security: Security) -> None:
    """Neither password nor letter goes to a server that is not proven to be the one that was named."""
    with smtp_sink(tls=context if security is Security.TLS else None) as server:
        server.starttls = context if security is Security.STARTTLS else None

        with pytest.raises(NotSent) as fault:
            send(account(server, security))

    assert fault.value.fault.words == (
        "Chứng thư của máy chủ thư không đúng tên hoặc không ai bảo đảm. Xem lại tên máy chủ; hỏi nơi cấp hộp thư."
    )
    assert (fault.value.fault.is_permanent, fault.value.is_line_down, server.kept) == (False, True, [])


def test_error_server_that_offers_no_starttls() -> None:
    """A line that somebody in between keeps open to all is not used."""
    with smtp_sink() as server, pytest.raises(NotSent) as fault:
        send(account(server, Security.STARTTLS))

    assert fault.value.fault.words == (
        "Máy chủ thư không có cách bảo vệ hay đăng nhập này. Chọn lại Bảo vệ đường truyền."
    )
    assert server.kept == []
