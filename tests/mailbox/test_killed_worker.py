"""A worker that is killed while it sends: another goes on, no message arrives twice, none is lost without a word."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.mailbox.sink import Sink, smtp_sink

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = 60


def start(home: Path, sink: Sink, *words: str) -> subprocess.Popen[str]:
    """A process of the product with its own data folder and our server."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "TONGKET_HOME": str(home),
        "TONGKET_SMTP_URL": sink.url,
        "TONGKET_MAIL_FROM": "vp@tamky.vn",
        "DJANGO_SETTINGS_MODULE": "tongket.config.settings",
    }
    command = [sys.executable, "-m", "tests.mailbox.sending_process", *words]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> str:
    """What the process printed."""
    words, _ = process.communicate(timeout=120)
    return words


@pytest.mark.slow
def test_killed_worker_is_followed_and_nothing_is_sent_twice(tmp_path: Path) -> None:
    with smtp_sink() as sink:
        finish(start(tmp_path, sink, "prepare", str(MESSAGES)))
        worker = start(tmp_path, sink, "send", "0")
        # Killed between the server's taking of the 25th message and its answer: the worst moment there is.
        sink.on_message = lambda number: worker.kill() if number == 25 else None
        finish(worker)
        at_death = len(sink.kept)
        sink.on_message = None

        states = Counter(finish(start(tmp_path, sink, "send", "10")).split(","))

    assert worker.returncode == -9
    assert at_death < MESSAGES
    assert [address for address, times in Counter(sink.addresses()).items() if times > 1] == []
    assert states["sent"] + states["unsure"] == MESSAGES
    assert states["unsure"] <= 1
    assert len(sink.kept) - states["sent"] in {0, states["unsure"]}


@pytest.mark.slow
def test_two_workers_share_the_work(tmp_path: Path) -> None:
    with smtp_sink() as sink:
        finish(start(tmp_path, sink, "prepare", str(MESSAGES)))
        both = [start(tmp_path, sink, "send", "0") for _ in range(2)]
        for each in both:
            finish(each)

    assert sorted(sink.addresses()) == sorted(f"n{place}@vidu.vn" for place in range(MESSAGES))
