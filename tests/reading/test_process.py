"""The process that any parser of strangers' files may run in."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading import process
from tongket.reading.born import Mother
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.manuscript.answer import decode as decode_manuscript
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable
from tongket.reading.wire import decode

PLAN = docx(paragraph("KẾ HOẠCH"))
CHILD = "tongket.reading.child"
MANUSCRIPTS = "tongket.reading.manuscript.child"


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


@pytest.fixture
def mother() -> Iterator[Mother]:
    """The process that bears those who read manuscripts, kept while a test runs."""
    process.keep_ready(MANUSCRIPTS, Kind.DOCX, DEFAULT)
    (mother,) = process._nursery.mothers.values()
    yield mother
    process.let_go()


def said(data: bytes = PLAN, limits: Limits = DEFAULT) -> str:
    return decode_manuscript(answer_of_child(MANUSCRIPTS, Kind.DOCX, data, limits)).manuscript.text


@pytest.mark.slow
def test_children_of_one_mother_take_a_file_each(mother: Mother) -> None:
    texts = [f"BÁO CÁO {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(said, [docx(paragraph(text)) for text in texts]))

    assert (found, list(process._nursery.mothers.values()), mother.lives) == (texts, [mother], True)


@pytest.mark.slow
def test_a_mother_that_died_is_replaced(mother: Mother) -> None:
    mother._process.kill()
    mother._process.wait()

    assert said() == "KẾ HOẠCH"
    (other,) = process._nursery.mothers.values()
    assert (other is mother, other.lives) == (False, True)


def test_a_system_without_forks_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_bear", lambda: False)

    process.keep_ready(MANUSCRIPTS, Kind.DOCX, DEFAULT)

    assert process._nursery.mothers == {}
