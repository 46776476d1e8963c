"""The process that looks: bytes in, JSON out, a reason where there is nothing to say."""

import io
import json
import sys
from dataclasses import asdict

import pytest

from tests.reading.making import docx, paragraph
from tongket.documents.seen import child
from tongket.documents.seen.child import answer
from tongket.documents.seen.walk import see
from tongket.documents.seen.wire import decode
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

ONE = docx(paragraph("KẾ HOẠCH"))


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        decode(answer(data, limits))
    return refused.value.finding.code


def test_answer_is_what_is_seen() -> None:
    assert decode(answer(ONE, DEFAULT)) == see(ONE, DEFAULT)


def test_refusals_are_answers_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(data: bytes, limits: Limits) -> None:
        raise MemoryError

    assert refusal(docx("")) == "empty"
    assert refusal(ONE, Limits(answer_bytes=20)) == "too-long"
    monkeypatch.setattr(child, "see", hungry)
    assert refusal(ONE) == "too-hungry"


def test_child_speaks_by_its_standard_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    limited: list[tuple[int, int]] = []
    streams = [io.TextIOWrapper(io.BytesIO(ONE)), io.TextIOWrapper(io.BytesIO())]
    monkeypatch.setattr(sys, "argv", ["child", "see", json.dumps(asdict(DEFAULT))])
    monkeypatch.setattr(sys, "stdin", streams[0])
    monkeypatch.setattr(sys, "stdout", streams[1])
    monkeypatch.setattr(child, "limit_this_process", lambda **limits: limited.append(tuple(limits.values())))

    child.main()

    streams[1].flush()
    assert decode(streams[1].buffer.getvalue()) == see(ONE, DEFAULT)
    assert limited == [(DEFAULT.cpu_seconds, DEFAULT.memory_bytes)]
