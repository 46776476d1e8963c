"""A real IMAP server for tests: Debian's dovecot with its own configuration and mailbox in a temporary folder."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.parts import need
from tongket.mailbox.accounts import ImapAccount, Security

USER, PASSWORD = "vanphong@tamky.vidu.vn", "giay-muc-dau"
PATIENCE_SECONDS = 10.0
_numbers = count(1)

CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
mail_location = maildir:{home}/mail/%u
first_valid_uid = 1
{users}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A running server with one mailbox."""

    account: ImapAccount
    folder: Path
    home: Path

    def deliver(self, raw: bytes) -> Path:
        """Puts a message into the mailbox as a delivery agent does: written aside, then moved in at once."""
        name = f"{time.time():.6f}.{next(_numbers)}.test"
        written = self.folder / "tmp" / name
        written.write_bytes(raw)
        written.chmod(0o644)
        _give(written)
        return written.rename(self.folder / "new" / name)

    def messages(self) -> list[Path]:
        """The files of the messages that lie in the mailbox, read or not."""
        return sorted([*(self.folder / "new").iterdir(), *(self.folder / "cur").iterdir()])

    def renumber(self) -> None:
        """Makes the server forget its numbers, so that the mailbox gets a new UIDVALIDITY."""
        for index in self.folder.glob("dovecot*"):
            index.unlink()
        (self.folder / "dovecot-uidlist").write_text(f"3 V{int(time.time()) + 1000} N1 G{'ab' * 16}\n")
        _give(self.folder / "dovecot-uidlist")


def _owner() -> pwd.struct_passwd:
    """Whose mailbox it is: dovecot refuses one of root."""
    return pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())


def _give(path: Path) -> None:
    if os.getuid() == 0:
        os.chown(path, _owner().pw_uid, _owner().pw_gid)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_dovecot() -> Iterator[Mailbox]:
    """A server that runs for as long as the block does; skips the test where dovecot is not installed."""
    program = need("dovecot")
    home = Path(tempfile.mkdtemp(prefix="tk-imap-"))
    home.chmod(0o755)
    folder = home / "mail" / USER
    for path in (home / "mail", folder, *(folder / part for part in ("cur", "new", "tmp"))):
        path.mkdir()
        _give(path)
    port = free_port()
    (home / "dovecot.conf").write_text(_configuration(home, port))
    process = subprocess.Popen([program, "-F", "-c", str(home / "dovecot.conf")], stderr=subprocess.PIPE)
    try:
        _await(process, port)
        account = ImapAccount("127.0.0.1", port, Security.NONE, USER, PASSWORD)
        yield Mailbox(account, folder, home)
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)
        if process.stderr:
            process.stderr.close()
        shutil.rmtree(home, ignore_errors=True)


def _configuration(home: Path, port: int) -> str:
    owner = _owner()
    name = pwd.getpwuid(os.getuid()).pw_name
    users = "" if os.getuid() == 0 else f"default_internal_user = {name}\ndefault_login_user = {name}\n"
    return CONFIGURATION.format(
        home=home, port=port, users=users, password=PASSWORD, uid=owner.pw_uid, gid=owner.pw_gid
    )


def _await(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    said = process.stderr.read().decode() if process.poll() is not None and process.stderr else ""
    raise RuntimeError(f"dovecot did not start: {said}")
