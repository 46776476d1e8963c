import json
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.mailbox.arriving import letter, make_arena
from tests.mailbox.dovecot import running_dovecot
from tongket import cli
from tongket.mailbox.models import Incoming

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django is ready already in tests."""
    monkeypatch.setattr("tongket.config.bootstrap.ready", lambda: None)


def test_messages_are_taken_from_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_arena()
    (tmp_path / "a.eml").write_bytes(letter())

    code = cli.main(["mail", "take", str(tmp_path / "a.eml"), "--json"])

    (row,) = json.loads(capsys.readouterr().out)
    assert (code, row["state"], row["subject"], row["certainty"]) == (0, "filed", "Gửi bài tham luận", "sure")


def test_file_that_is_no_message_is_named_and_stops_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_arena()
    (tmp_path / "a.eml").write_bytes(letter())
    (tmp_path / "b.txt").write_bytes(b"xin chao")

    code = cli.main(["mail", "take", str(tmp_path / "b.txt"), str(tmp_path / "khong-co"), str(tmp_path / "a.eml")])

    said = capsys.readouterr()
    assert (code, Incoming.objects.count()) == (2, 1)
    assert ("b.txt: Tệp này không phải thư." in said.err, "filed" in said.out) == (True, True)


def test_fetch_without_a_mailbox_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["mail", "fetch"]) == 2
    assert "TONGKET_IMAP_URL" in capsys.readouterr().err


@pytest.mark.slow
def test_fetch_takes_what_is_new(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    make_arena()
    with running_dovecot() as mailbox:
        account = mailbox.account
        user = account.user.replace("@", "%40")
        settings.IMAP_URL = f"imap://{user}:{account.password}@127.0.0.1:{account.port}/INBOX"
        mailbox.deliver(letter())

        codes = [cli.main(["mail", "fetch", "--json"]), cli.main(["mail", "fetch"])]
        settings.IMAP_URL = settings.IMAP_URL.replace(account.password, "sai")
        refused = cli.main(["mail", "fetch"])

    said = capsys.readouterr()
    assert (codes, refused) == ([0, 0], 2)
    assert json.loads(said.out[: said.out.index("}") + 1]) == {"messages": 1, "unread": 0}
    assert "Không lấy được thư" in said.err
