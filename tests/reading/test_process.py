"""The process that any parser of strangers' files may run in."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.reading.making import docx, paragraph
from tongket.reading import process
from tongket.reading.forked import Child, ForkServer
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
def server() -> Iterator[ForkServer]:
    """The fork server of those who read manuscripts, kept while a test runs."""
    process.keep_ready(MANUSCRIPTS, Kind.DOCX, DEFAULT)
    (server,) = process._servers.servers.values()
    yield server
    process.let_go()


def said(data: bytes = PLAN, limits: Limits = DEFAULT) -> str:
    return decode_manuscript(answer_of_child(MANUSCRIPTS, Kind.DOCX, data, limits)).manuscript.text


@pytest.mark.slow
def test_children_of_one_server_take_a_file_each(server: ForkServer) -> None:
    texts = [f"BÁO CÁO {number}" for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(said, [docx(paragraph(text)) for text in texts]))

    assert (found, list(process._servers.servers.values()), server.lives) == (texts, [server], True)


@pytest.mark.slow
def test_a_server_that_died_is_replaced(server: ForkServer) -> None:
    server._process.kill()
    server._process.wait()

    assert said() == "KẾ HOẠCH"
    (other,) = process._servers.servers.values()
    assert (other is server, other.lives) == (False, True)


@pytest.mark.slow
def test_a_file_whose_server_dies_is_read_by_a_process_of_its_own(
    server: ForkServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def orphaned(_servers: object, _command: tuple[str, ...]) -> Child:
        child = server.fork()
        server._process.kill()
        server._process.wait()
        return child

    monkeypatch.setattr(process._Servers, "child", orphaned)

    assert said() == "KẾ HOẠCH"


def test_a_system_without_forks_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "can_fork", lambda: False)

    process.keep_ready(MANUSCRIPTS, Kind.DOCX, DEFAULT)

    assert process._servers.servers == {}
