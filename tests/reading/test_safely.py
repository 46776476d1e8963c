import io
import json
import stat
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.reading.making import docx, paragraph, pdf_page, shown
from tongket.core.findings import compose
from tongket.reading import child
from tongket.reading.child import answer
from tongket.reading.document import Document, Line, Source
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely
from tongket.reading.wire import decode, encode

PLAN = docx(paragraph("KẾ HOẠCH") + paragraph("I. MỤC ĐÍCH"))
LONG = docx("".join(paragraph(f"Mục {number} " * 30) for number in range(20_000)))


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    with pytest.raises(Unreadable) as refused:
        read_safely(data, limits=limits)
    return refused.value.finding.code


@pytest.mark.slow
def test_child_reads_what_this_process_would_read() -> None:
    page = pdf_page(shown("Ke hoach to chuc hoi nghi tong ket", 90, 700))

    assert read_safely(PLAN) == Document(Source.DOCX, (Line("KẾ HOẠCH"), Line("I. MỤC ĐÍCH")))
    assert read_safely(page) == read_bytes(page)
    assert read_safely("KẾ HOẠCH".encode()) == read_bytes("KẾ HOẠCH".encode())


def test_refusal_names_the_file() -> None:
    with pytest.raises(Unreadable) as refused:
        read_safely(b"", name="ke-hoach.docx")

    assert compose(refused.value.finding).where == "Tệp: ke-hoach.docx."


@pytest.mark.slow
def test_refusal_of_the_child_is_the_parents() -> None:
    assert refusal(docx("")) == "empty"
    assert refusal(pdf_page("")) == "scan"


@pytest.mark.slow
def test_child_that_takes_too_long_is_ended() -> None:
    assert refusal(PLAN, Limits(wall_seconds=0.001)) == "too-slow"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_child_that_wants_too_much_memory_is_refused() -> None:
    assert refusal(LONG, Limits(memory_bytes=60_000_000)) == "too-hungry"


@pytest.mark.slow
def test_answer_has_a_limit() -> None:
    assert refusal(PLAN, Limits(answer_bytes=20)) == "broken"
    with pytest.raises(Unreadable) as refused:
        decode(answer(Kind.DOCX, PLAN, Limits(answer_bytes=20)))
    assert refused.value.finding.code == "too-long"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a script with a shebang stands in for Python")
@pytest.mark.parametrize(
    "script",
    ["exit 1", "kill -SEGV $$", "cat > /dev/null; echo hello", "cat > /dev/null; echo '[[[['", "cat > /dev/null"],
)
def test_child_that_fails_is_a_broken_file(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(python))

    assert refusal(PLAN) == "broken"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a script with a shebang stands in for Python")
def test_child_sees_none_of_our_variables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python, seen = tmp_path / "python", tmp_path / "seen"
    python.write_text(f'#!/bin/sh\necho "$DATABASE_URL|$1 $2 $3 $4 $5" > {seen}\n')
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")

    refusal(PLAN)

    assert seen.read_text() == f"|-I -m tongket.reading.child docx {json.dumps(asdict(DEFAULT))}\n"


def test_answer_of_the_child_is_the_document() -> None:
    assert answer(Kind.TEXT, "KẾ HOẠCH".encode(), DEFAULT) == encode(read_bytes("KẾ HOẠCH".encode()))


def test_child_speaks_by_its_standard_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    limited: list[tuple[int, int]] = []
    streams = [io.TextIOWrapper(io.BytesIO("KẾ HOẠCH".encode())), io.TextIOWrapper(io.BytesIO())]
    monkeypatch.setattr(sys, "argv", ["child", "text", json.dumps(asdict(DEFAULT))])
    monkeypatch.setattr(sys, "stdin", streams[0])
    monkeypatch.setattr(sys, "stdout", streams[1])
    monkeypatch.setattr(child, "limit_this_process", lambda **limits: limited.append(tuple(limits.values())))

    child.main()

    streams[1].flush()
    assert decode(streams[1].buffer.getvalue()) == read_bytes("KẾ HOẠCH".encode())
    assert limited == [(DEFAULT.cpu_seconds, DEFAULT.memory_bytes)]


def test_child_that_runs_out_of_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(data: bytes, limits: Limits) -> Document:
        raise MemoryError

    monkeypatch.setattr("tongket.reading.plain.read", hungry)

    with pytest.raises(Unreadable) as refused:
        decode(answer(Kind.TEXT, b"", DEFAULT))
    assert refused.value.finding.code == "too-hungry"


@pytest.mark.slow
def test_parent_loads_no_reading_library() -> None:
    code = (
        "import sys; from tongket.reading.safely import read_safely; read_safely(sys.stdin.buffer.read());"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "{'docx', 'lxml', 'pypdfium2', 'charset_normalizer', 'django'}])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], input=PLAN, capture_output=True, check=True)

    assert done.stdout == b"[]\n"
