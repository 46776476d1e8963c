"""A wording is asked of a model that answers on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.error import HTTPError

import pytest
from django.conf import LazySettings

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.synthesis.actions.proposing import WordingRefused, propose_wording
from tongket.synthesis.actions.writing import take_proposal
from tongket.synthesis.models import Passage
from tongket.synthesis.rules import Origin


class Model(BaseHTTPRequestHandler):
    """Answers every question with what the test laid ready, and keeps what it was asked."""

    said, status = "", 200
    asked: list[dict[str, Any]] = []

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        Model.asked.append(
            {"path": self.path, "key": self.headers["Authorization"], **json.loads(self.rfile.read(length))}
        )
        body = json.dumps({"choices": [{"message": {"content": Model.said}}]}).encode()
        self.send_response(Model.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Says nothing on the screen."""


@pytest.fixture
def model(settings: LazySettings) -> Iterator[type[Model]]:
    server = HTTPServer(("127.0.0.1", 0), Model)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.WORDING = {"url": f"http://127.0.0.1:{server.server_port}/v1", "model": "m", "key": "k", "seconds": 5.0}
    Model.asked, Model.status = [], 200
    yield Model
    server.shutdown()
    server.server_close()


@pytest.fixture
def row(reported: Reported) -> Passage:
    return reported.passage("III.2:shortcoming:funding")


def said(text: str, *cites: int) -> str:
    return json.dumps({"sentences": [{"text": text, "cites": list(cites)}]})


def ask(row: Passage, reported: Reported) -> None:
    propose_wording(passage=row, revision=row.revision, by=reported.clerk, now=NOW)


def test_a_proposal_waits_for_a_person_and_only_the_statements_go_out(
    model: type[Model], reported: Reported, row: Passage
) -> None:
    model.said = said("Các đơn vị thiếu kinh phí.", 1, 2)

    ask(row, reported)

    kept = reported.passage(row.slot)
    assert (kept.text, kept.proposal["text"]) == (row.text, "Các đơn vị thiếu kinh phí.")
    assert len(kept.proposal["cites"]) == 2
    (asked,) = model.asked
    assert (asked["path"], asked["key"], asked["model"]) == ("/v1/chat/completions", "Bearer k", "m")
    assert "[1] Kinh phí cho phong trào và sáng kiến còn ít." in asked["messages"][1]["content"]

    take_proposal(passage=kept, revision=kept.revision, by=reported.clerk, now=NOW)
    assert (reported.passage(row.slot).text, reported.passage(row.slot).origin) == (
        "Các đơn vị thiếu kinh phí.",
        Origin.PROPOSED,
    )


def test_a_figure_that_no_source_says_is_refused(model: type[Model], reported: Reported, row: Passage) -> None:
    model.said = said("Thiếu 500 triệu đồng.", 1)

    with pytest.raises(WordingRefused, match="500"):
        ask(row, reported)
    assert reported.passage(row.slot).proposal == {}


def test_a_model_that_answers_with_a_fault_proposes_nothing(
    model: type[Model], reported: Reported, row: Passage
) -> None:
    model.said, model.status = said("Các đơn vị thiếu kinh phí.", 1), 503

    with pytest.raises(WordingRefused) as refused:
        ask(row, reported)

    answer = refused.value.__cause__.__cause__ if refused.value.__cause__ else None
    assert isinstance(answer, HTTPError)
    assert answer.closed
    assert reported.passage(row.slot).proposal == {}


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:1/v1", "file:///etc/passwd"])
def test_no_model_is_no_proposal(settings: LazySettings, reported: Reported, row: Passage, url: str) -> None:
    settings.WORDING = {"url": url, "model": "m", "key": "", "seconds": 1.0}

    with pytest.raises(WordingRefused):
        ask(row, reported)
