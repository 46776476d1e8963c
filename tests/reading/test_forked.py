"""Children of a fork server, and what their askers hear of their end."""

import json
import signal
import socket
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading.fork_server import ASK
from tongket.reading.forked import Child, ForkServer
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.answer import decode

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes cannot fork there"),
]


def server_with(limits: Limits) -> ForkServer:
    task = ("docx", json.dumps(asdict(limits)))
    return ForkServer((sys.executable, "-I", "-m", "tongket.reading.manuscript.child", *task), {})


@pytest.fixture
def server() -> Iterator[ForkServer]:
    """A process whose children read manuscripts."""
    made = server_with(DEFAULT)
    yield made
    made.end()


def told(child: Child, data: bytes) -> bytes:
    child.stdin.write(data)
    child.stdin.close()
    return child.stdout.read()


def test_child_reads_what_it_is_given_and_ends(server: ForkServer) -> None:
    with server.fork() as child:
        said = told(child, docx(paragraph("BÁO CÁO")))

    assert (decode(said).manuscript.text, child.returncode) == ("BÁO CÁO", 0)


def test_two_children_read_at_once(server: ForkServer) -> None:
    with server.fork() as first, server.fork() as second:
        said = told(second, docx(paragraph("hai"))), told(first, docx(paragraph("một")))

    assert [decode(each).manuscript.text for each in said] == ["hai", "một"]


def test_end_of_a_child_is_told_and_harms_nobody(server: ForkServer) -> None:
    with server.fork() as killed:
        killed.kill()
    with server.fork() as unheard:
        unheard.stdout.close()

    assert (killed.returncode, unheard.returncode, server.lives) == (-signal.SIGKILL, 1, True)


def test_child_keeps_within_its_limits() -> None:
    server = server_with(Limits(answer_bytes=10))
    try:
        with server.fork() as child:
            said = json.loads(told(child, docx(paragraph("BÁO CÁO"))))
    finally:
        server.end()

    assert said["refused"] == "too-long"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system does not list what is open")
def test_child_holds_nothing_of_its_server_and_sees_no_variable() -> None:
    work = "lambda: print([os.listdir('/dev/fd'), sorted(os.environ)], flush=True)"
    code = f"import os; from tongket.reading.fork_server import serve_forks; serve_forks({work})"
    server = ForkServer((sys.executable, "-I", "-c", code), {"ONE": "x"})
    try:
        with server.fork() as child:
            said = told(child, b"")
    finally:
        server.end()

    # The fourth is the folder that is being listed.
    assert said in (b"[['0', '1', '2', '3'], ['LC_CTYPE', 'ONE']]\n", b"[['0', '1', '2', '3'], ['ONE']]\n")


def test_nobody_is_left_when_nobody_can_ask(server: ForkServer) -> None:
    with server.fork() as child:
        server.end()

    assert (server.lives, child.returncode) == (False, None)


def test_server_that_died_forks_no_more_and_its_children_end_unknown(server: ForkServer) -> None:
    with server.fork() as child:
        server._process.kill()
        server._process.wait()

    assert child.returncode is None
    with pytest.raises(OSError, match=r"."):
        server.fork()


def test_asking_without_what_a_child_needs_harms_nobody(server: ForkServer) -> None:
    for descriptors in ([], [0]):
        socket.send_fds(server._door, [ASK], descriptors)

    with server.fork() as child:
        said = told(child, docx(paragraph("BÁO CÁO")))

    assert (decode(said).manuscript.text, server.lives) == ("BÁO CÁO", True)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not list what is open")
def test_asking_in_vain_leaves_nothing_open(server: ForkServer) -> None:
    server._process.kill()
    server._process.wait()
    before = len(list(Path("/proc/self/fd").iterdir()))

    with pytest.raises(OSError, match=r"."):
        server.fork()

    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no handles of processes")
def test_child_that_hangs_is_ended_without_its_server() -> None:
    code = "import time; from tongket.reading.fork_server import serve_forks; serve_forks(lambda: time.sleep(600))"
    server = ForkServer((sys.executable, "-I", "-c", code), {})
    with server.fork() as child:
        server._process.kill()
        server._process.wait()
        child.kill()
        said = child.stdout.read()
    server.end()

    assert (said, child.returncode) == (b"", None)


def test_signs_to_a_whole_group_leave_the_server_to_its_asker(server: ForkServer) -> None:
    with server.fork() as child:
        for sign in (signal.SIGINT, signal.SIGTERM):
            server._process.send_signal(sign)
        said = told(child, docx(paragraph("BÁO CÁO")))

    assert (decode(said).manuscript.text, child.returncode, server.lives) == ("BÁO CÁO", 0, True)
