"""The process that reads one manuscript."""

import io
import json
import sys
from dataclasses import asdict

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading.fork_server import SERVING
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript import child
from tongket.reading.manuscript.answer import Draft, decode
from tongket.reading.manuscript.child import answer
from tongket.reading.manuscript.docx import draft
from tongket.reading.manuscript.rehearsal import rehearsal
from tongket.reading.manuscript.values import Cell, Paragraph, Role, Table
from tongket.reading.refusals import Unreadable

PAPER = docx(paragraph("THAM LUẬN"))


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        decode(answer(Kind.DOCX, data, limits))
    return refused.value.finding.code


def test_answer_is_the_manuscript_or_the_reason() -> None:
    assert decode(answer(Kind.DOCX, PAPER, DEFAULT)) == draft(PAPER, DEFAULT)
    assert refusal(docx("")) == "empty"
    assert refusal(PAPER, Limits(answer_bytes=20)) == "too-long"


def test_child_that_runs_out_of_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(data: bytes, limits: Limits) -> Draft:
        raise MemoryError

    monkeypatch.setattr("tongket.reading.manuscript.docx.draft", hungry)

    assert refusal(PAPER) == "too-hungry"


def test_child_speaks_by_its_standard_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    limited: list[tuple[int, int]] = []
    streams = [io.TextIOWrapper(io.BytesIO(PAPER)), io.TextIOWrapper(io.BytesIO())]
    monkeypatch.setattr(sys, "argv", ["child", "docx", json.dumps(asdict(DEFAULT))])
    monkeypatch.setattr(sys, "stdin", streams[0])
    monkeypatch.setattr(sys, "stdout", streams[1])
    monkeypatch.setattr(child, "limit_this_process", lambda **limits: limited.append(tuple(limits.values())))

    child.main()

    streams[1].flush()
    assert decode(streams[1].buffer.getvalue()) == draft(PAPER, DEFAULT)
    assert limited == [(DEFAULT.cpu_seconds, DEFAULT.memory_bytes)]


def test_fork_server_reads_a_paper_of_its_own_before_it_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    monkeypatch.setattr(sys, "argv", ["child", "docx", json.dumps(asdict(DEFAULT)), SERVING])
    monkeypatch.setattr(child, "serve_forks", lambda _work: read.append(b"served"))
    monkeypatch.setattr(child, "answer", lambda _kind, data, _limits: read.append(data))

    child.main()

    assert read == [rehearsal(), b"served"]


def test_paper_of_the_fork_server_has_what_papers_have() -> None:
    first, *others = draft(rehearsal(), DEFAULT).manuscript.blocks

    assert isinstance(first, Paragraph)
    assert (first.text, first.role) == ("Kính thưa quý vị: một hai.", Role.HEADING)
    assert others == [*[first] * 7, Table(((Cell((first,)),),), widths=(0.4274,), is_ruled=False)]
