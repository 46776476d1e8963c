"""One process that answers pages and does the background work, as far as it goes without a network."""

import argparse
import io
import os
import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
import uvicorn
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from tongket.config import server, worker
from tongket.config.api import forbidden
from tongket.config.asgi import application as asgi
from tongket.config.wsgi import application as wsgi
from tongket.mailbox import watching

Served = dict[str, Any]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    """What uvicorn was given; worker and watcher say that they ran and end, the reader of papers that it stands ready.

    A watcher that went on after its test would read the mailboxes of other tests.
    """
    given: Served = {}
    ran, watched = threading.Event(), threading.Event()
    monkeypatch.setattr(worker, "work_for_ever", ran.set)
    monkeypatch.setattr(watching, "watch_for_ever", watched.set)
    monkeypatch.setattr(uvicorn, "run", lambda application, **options: given.update(options, application=application))
    given["worker"], given["watcher"] = ran, watched
    stood: list[bool] = []
    monkeypatch.setattr("tongket.reading.manuscript.safely.stand_ready", lambda: stood.append(True))
    given["reader"] = stood
    return given


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was made ready before serving, in its order."""
    steps: list[str] = []
    monkeypatch.setattr(server, "ready", lambda: steps.append("tables"))
    monkeypatch.setattr(server, "place_static_files", lambda: steps.append("static files"))
    return steps


def test_server_answers_pages_and_works_beside_them(served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    code = server.run_server(host="127.0.0.1", port=8123)

    assert (code, served["host"], served["port"], served["application"]) == (0, "127.0.0.1", 8123, asgi)
    assert served["worker"].wait(5)
    assert served["watcher"].wait(5)
    assert served["reader"] == [True]
    assert capsys.readouterr().out == "Tổng Kết: http://127.0.0.1:8123/   (Ctrl+C để dừng)\n"


def test_server_loads_every_page_before_it_lets_anybody_in(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []

    def loaded() -> SimpleNamespace:
        steps.append("pages")
        return SimpleNamespace(url_patterns=[])

    monkeypatch.setattr(server, "get_resolver", loaded)
    monkeypatch.setattr(uvicorn, "run", lambda _application, **_options: steps.append("open"))

    server.run_server(host="127.0.0.1", port=8123)

    assert steps == ["pages", "open"]


def test_server_does_not_tell_strangers_what_it_is(served: Served) -> None:
    server.run_server(host="127.0.0.1", port=8123)

    assert served["server_header"] is False


def test_serve_brings_the_installation_up_to_date_first(served: Served, prepared: list[str]) -> None:
    assert server.serve(argparse.Namespace(host="127.0.0.1", port=1)) == 0
    assert (prepared, served["port"]) == (["tables", "static files"], 1)


def test_demo_has_a_folder_and_a_clock_of_its_own(
    prepared: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TONGKET_HOME")
    monkeypatch.delenv("TONGKET_CLOCK_MOVABLE")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tongket.demo.build.build_demo", lambda *, fresh: f"mẫu {fresh}\n")

    code = server.demo(argparse.Namespace(no_serve=True, fresh=True, host="127.0.0.1", port=1))

    assert (code, capsys.readouterr().out, prepared) == (0, "mẫu True\n", ["tables", "static files"])
    assert (os.environ["TONGKET_HOME"], os.environ["TONGKET_CLOCK_MOVABLE"]) == (str(tmp_path / ".demo"), "1")


def test_demo_serves_unless_told_otherwise(
    served: Served, prepared: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongket.demo.build.build_demo", lambda **_options: "")

    server.demo(argparse.Namespace(no_serve=False, fresh=False, host="127.0.0.1", port=2))

    assert served["port"] == 2


@pytest.mark.django_db
def test_manage_runs_a_command_of_django(capsys: pytest.CaptureFixture[str]) -> None:
    code = server.manage(argparse.Namespace(rest=["check"]))

    assert (code, capsys.readouterr().out) == (0, "System check identified no issues (0 silenced).\n")


# A server begins a request by letting go of connections that are in the midst of a transaction.
@pytest.mark.django_db(transaction=True)
def test_wsgi_sends_a_stranger_to_the_way_in() -> None:
    environ: dict[str, Any] = {"PATH_INFO": "/conferences/", "wsgi.input": io.BytesIO()}
    setup_testing_defaults(environ)
    environ["HTTP_HOST"] = "localhost"
    answered: list[tuple[str, str]] = []

    def start_response(status: str, headers: list[tuple[str, str]], _fault: object = None) -> Callable[[bytes], object]:
        answered.append((status, dict(headers)["Location"]))
        return io.BytesIO().write

    wsgi(environ, start_response)

    assert answered == [("302 Found", "/first-run")]


def test_refusal_of_the_interface_is_json() -> None:
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = "text/html"

    answer = forbidden(request, PermissionDenied())

    assert (answer.status_code, answer.content) == (403, b'{"detail": "Forbidden"}')
