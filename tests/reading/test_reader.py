"""A file of a trusted caller, read here: by its content, with its name only in the sentence of a refusal."""

from pathlib import Path

import pytest

from tests.reading.making import docx, paragraph
from tongket.core.findings import compose
from tongket.reading.document import Document, Line, Source
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.reader import read_bytes, read_file
from tongket.reading.refusals import Unreadable

PLANS = sorted(path for path in Path("tests/samples/plans").iterdir() if path.suffix in {".docx", ".pdf", ".txt"})
SOURCES = {".docx": Source.DOCX, ".pdf": Source.PDF, ".txt": Source.TEXT}


def test_file_is_read_by_content_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(docx(paragraph("KẾ HOẠCH")))

    assert read_file(path) == Document(Source.DOCX, (Line("KẾ HOẠCH"),))


def test_refusal_names_the_file_without_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "trống.docx"
    path.write_bytes(b"")

    with pytest.raises(Unreadable) as refused:
        read_file(path)

    assert compose(refused.value.finding).where == "Tệp: trống.docx."


def test_file_that_is_not_there_is_no_refusal(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "ke-hoach.docx")


def test_limits_of_the_caller_hold() -> None:
    with pytest.raises(Unreadable) as refused:
        read_bytes(b"1\n2\n3\n", limits=Limits(lines=2))

    assert str(compose(refused.value.finding)).startswith(
        "Tệp có quá nhiều nội dung để đọc một lần. Chỉ đọc đến 2 dòng."
    )


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_real_plan_stays_below_a_hundredth_of_the_limits(path: Path) -> None:
    document = read_file(path)

    assert document.source is SOURCES[path.suffix]
    assert path.stat().st_size * 100 < DEFAULT.file_bytes
    assert 20 < len(document.lines) < DEFAULT.lines / 100
    assert (document.pages or 0) * 100 <= DEFAULT.pages
