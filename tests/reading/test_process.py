"""The process that any parser of strangers' files may run in."""

import json
import sys
from dataclasses import asdict

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading import process
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable
from tongket.reading.wire import decode

PLAN = docx(paragraph("KẾ HOẠCH"))
CHILD = "tongket.reading.child"


def refusal(module: str, limits: Limits = DEFAULT, most: int | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        answer_of_child(module, Kind.DOCX, PLAN, limits, most=most)
    return refused.value.finding.code


@pytest.mark.slow
def test_answer_is_what_the_child_says() -> None:
    assert [line.text for line in decode(answer_of_child(CHILD, Kind.DOCX, PLAN, DEFAULT)).lines] == ["KẾ HOẠCH"]


@pytest.mark.slow
def test_child_that_comes_to_no_good_end_is_refused() -> None:
    assert refusal("tongket.khong_co") == "broken"
    assert refusal(CHILD, most=5) == "broken"
    assert refusal(CHILD, Limits(wall_seconds=0.001)) == "too-slow"


@pytest.mark.slow
def test_a_process_that_stands_ready_takes_one_file_and_another_takes_its_place() -> None:
    process.keep_ready(CHILD, Kind.DOCX, DEFAULT)
    command = (sys.executable, "-I", "-m", CHILD, "docx", json.dumps(asdict(DEFAULT)))
    try:
        first = process._bench.waiting[command]
        said = answer_of_child(CHILD, Kind.DOCX, PLAN, DEFAULT)
        second = process._bench.waiting[command]
    finally:
        process.let_go()

    assert [line.text for line in decode(said).lines] == ["KẾ HOẠCH"]
    assert first.returncode == 0
    assert second.pid != first.pid
    assert second.returncode is not None
    assert process._bench.waiting == {}


@pytest.mark.slow
def test_a_process_that_died_while_it_stood_ready_is_not_used() -> None:
    process.keep_ready(CHILD, Kind.DOCX, DEFAULT)
    try:
        waiting = next(iter(process._bench.waiting.values()))
        waiting.kill()
        waiting.communicate()
        said = answer_of_child(CHILD, Kind.DOCX, PLAN, DEFAULT)
    finally:
        process.let_go()

    assert [line.text for line in decode(said).lines] == ["KẾ HOẠCH"]
