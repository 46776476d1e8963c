"""Children that a process bears, and what their askers hear of their end."""

import json
import signal
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading.born import Child, Mother
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.answer import decode

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes bear no children there"),
]


def mother_with(limits: Limits) -> Mother:
    task = ("docx", json.dumps(asdict(limits)))
    return Mother((sys.executable, "-I", "-m", "tongket.reading.manuscript.child", *task), {})


@pytest.fixture
def mother() -> Iterator[Mother]:
    """A process whose children read manuscripts."""
    made = mother_with(DEFAULT)
    yield made
    made.end()


def told(child: Child, data: bytes) -> bytes:
    child.stdin.write(data)
    child.stdin.close()
    return child.stdout.read()


def test_child_reads_what_it_is_given_and_ends(mother: Mother) -> None:
    with mother.bear() as child:
        said = told(child, docx(paragraph("BÁO CÁO")))

    assert (decode(said).manuscript.text, child.returncode) == ("BÁO CÁO", 0)


def test_two_children_read_at_once(mother: Mother) -> None:
    with mother.bear() as first, mother.bear() as second:
        said = told(second, docx(paragraph("hai"))), told(first, docx(paragraph("một")))

    assert [decode(each).manuscript.text for each in said] == ["hai", "một"]


def test_end_of_a_child_is_told_and_harms_nobody(mother: Mother) -> None:
    with mother.bear() as killed:
        killed.kill()
    with mother.bear() as unheard:
        unheard.stdout.close()

    assert (killed.returncode, unheard.returncode, mother.lives) == (-signal.SIGKILL, 1, True)


def test_child_keeps_within_its_limits() -> None:
    mother = mother_with(Limits(answer_bytes=10))
    try:
        with mother.bear() as child:
            said = json.loads(told(child, docx(paragraph("BÁO CÁO"))))
    finally:
        mother.end()

    assert said["refused"] == "too-long"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system does not list what is open")
def test_child_holds_nothing_of_its_mother_and_sees_no_variable() -> None:
    work = "lambda: print([os.listdir('/dev/fd'), sorted(os.environ)], flush=True)"
    code = f"import os; from tongket.reading.mother import bear_children; bear_children({work})"
    mother = Mother((sys.executable, "-I", "-c", code), {"ONE": "x"})
    try:
        with mother.bear() as child:
            said = told(child, b"")
    finally:
        mother.end()

    # The fourth is the folder that is being listed.
    assert said in (b"[['0', '1', '2', '3'], ['LC_CTYPE', 'ONE']]\n", b"[['0', '1', '2', '3'], ['ONE']]\n")


def test_nobody_is_left_when_nobody_can_ask(mother: Mother) -> None:
    with mother.bear() as child:
        mother.end()

    assert (mother.lives, child.returncode) == (False, 1)


def test_mother_that_died_bears_no_more_and_her_children_end_unknown(mother: Mother) -> None:
    with mother.bear() as child:
        mother._process.kill()
        mother._process.wait()

    assert child.returncode == 1
    with pytest.raises(OSError, match=r"."):
        mother.bear()
