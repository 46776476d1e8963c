"""The outbox: 5,000 messages prepared by the job of a running server, its page meanwhile, and mail delivered."""

import pkgutil
import random
import sys
import threading
import time
import urllib.request
from http.cookies import SimpleCookie
from typing import Any

from bench import demonstration
from bench.measure import PATIENCE_SECONDS, Row, Server, empty_folder, free_port, milliseconds, print_rows, server
from bench.processes import busy_seconds
from bench.sink import sink

MESSAGES, SENT = 5_000, 1_000
MOST_SECONDS, MOST_MILLISECONDS, FEWEST_A_SECOND = 5, 1_000, 200
PDF = b"%PDF-1.7\n" + random.Random(4).randbytes(25_000)
BESIDE = "Django's send_messages, nothing recorded"


class Unled(urllib.request.HTTPRedirectHandler):
    """Stays where it is told to go on: the page behind a press is none of its cost."""

    def http_error_302(self, req: Any, fp: Any, code: int, msg: str, headers: Any) -> Any:  # noqa: ANN401, ARG002 -- its base
        """The answer as it is."""
        return fp


class Page:
    """The outbox page of a server, asked for again and again in a thread; `times` are milliseconds."""

    def __init__(self, running: Server, path: str, cookie: str) -> None:
        self.request = urllib.request.Request(running.address + path, headers={"Cookie": f"sessionid={cookie}"})
        self.times: list[float] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask_again)

    def get(self) -> None:
        """One visit."""
        with urllib.request.urlopen(self.request, timeout=PATIENCE_SECONDS) as answer:
            answer.read()

    def press(self, address: str) -> float:
        """Presses the only button of another page, and returns when that was; ends once the press was taken."""
        headers = dict(self.request.header_items())
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            token = SimpleCookie(answer.headers["Set-Cookie"])["csrftoken"].value
        headers |= {"Cookie": f"{headers['Cookie']}; csrftoken={token}", "X-CSRFToken": token}
        pressed, began = urllib.request.Request(address, data=b"", headers=headers), time.perf_counter()
        urllib.request.build_opener(Unled).open(pressed, timeout=PATIENCE_SECONDS).read()
        return began

    def _ask_again(self) -> None:
        while not self._over.wait(0.1):
            self.times.append(milliseconds(self.get))

    def __enter__(self) -> "Page":
        self.get()
        self._thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._over.set()
        self._thread.join()


def prepared(mailing: Any, running: Server) -> list[Row]:  # noqa: ANN401 -- its module is loaded late
    """Seconds from the press to the last message, and the slowest page meanwhile."""
    document = mailing.issued_invitation(MESSAGES)
    outbox = mailing.outbox_of(document)
    outbox.visit()
    cookie = pkgutil.resolve_name("bench.visits").session_cookie(outbox)
    with Page(running, outbox.address, cookie) as page:
        busy = busy_seconds(running.process_id)
        began = page.press(running.address + mailing.letters_page_of(document))
        while mailing.count_letters(document) < MESSAGES and time.perf_counter() - began < PATIENCE_SECONDS:
            time.sleep(0.05)
        seconds, busy = time.perf_counter() - began, busy_seconds(running.process_id) - busy
    if mailing.count_letters(document) != MESSAGES:
        raise RuntimeError("not every message was prepared")
    return [
        Row(f"{MESSAGES:,} messages prepared by a running server, from the press", seconds, "s", MOST_SECONDS),
        Row("– CPU time of the server, its pages included", busy, "s CPU"),
        Row(f"– the slowest of {len(page.times)} outbox pages meanwhile", max(page.times), "ms", MOST_MILLISECONDS),
    ]


def delivered(mailing: Any, port: int, attached: bytes, what: str) -> list[Row]:  # noqa: ANN401 -- as above
    """Milliseconds of one message to the sink, and how busy our process is with it."""
    before = mailing.taken_by(port)
    ours = mailing.deliver(port, SENT, attached)
    if mailing.taken_by(port) - before != SENT:
        raise RuntimeError("the sink took another number of messages")
    plain = mailing.plain_loop(port, SENT, attached)
    rate, each = SENT / ours.seconds, 1000 / SENT
    told = f"{what} delivered to a local server: each ({rate:.0f} in a second)"
    return [
        Row(told, ours.seconds * each, "ms", 1000 / FEWEST_A_SECOND, plain.seconds * each, BESIDE),
        Row("– CPU time of our process", ours.cpu * each, "ms CPU", None, plain.cpu * each, BESIDE),
    ]


def measure() -> list[Row]:
    """All rows; the sample installation is served while its outbox is filled, and sends once the server is gone."""
    with empty_folder() as home:
        demonstration.build(home)
        demonstration.enter(home)
        pkgutil.resolve_name("tongket.config.bootstrap:ready")()
        mailing, port = pkgutil.resolve_name("bench.mailing"), free_port()
        command = [sys.executable, "-m", "tongket", "serve", "--port", str(port)]
        with server(command, port, "/sign-in", home, demonstration.demo_environment(home)) as running:
            rows = prepared(mailing, running)
        with sink() as at:
            rows += delivered(mailing, at, b"", "small messages")
            rows += delivered(mailing, at, PDF, "messages with a PDF of 25 KB")
    return rows


if __name__ == "__main__":
    print_rows(measure())
