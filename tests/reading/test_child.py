"""The child's answer: the lines of the file, or the reason why there are none."""

import io

import docx as python_docx
import pytest

from tests.reading.making import compound, docx, paragraph, pdf_page, shown
from tongket.core.findings import compose
from tongket.reading.child import answer
from tongket.reading.document import Document, Line, Source
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable
from tongket.reading.wire import decode

TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('Phòng Kinh tế')}</w:tc></w:tr></w:tbl>"
FILES = [
    (Kind.TEXT, "KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n".encode()),
    (Kind.DOCX, docx(paragraph("KẾ HOẠCH") + TABLE)),
    (Kind.PDF, pdf_page(shown("Ke hoach to chuc hoi nghi tong ket nam 2024", 90, 700))),
]


def refusal(encoded: bytes) -> str:
    """The sentence of the refusal that an answer holds."""
    with pytest.raises(Unreadable) as refused:
        decode(encoded)
    return compose(refused.value.finding).found


@pytest.mark.parametrize(("kind", "data"), FILES)
def test_answer_holds_what_this_process_would_read(kind: Kind, data: bytes) -> None:
    assert decode(answer(kind, data, DEFAULT)) == read_bytes(data)


def test_answer_holds_the_lines_of_a_document_of_word() -> None:
    made = python_docx.Document()
    made.add_paragraph("Hội nghị tổng kết")
    buffer = io.BytesIO()
    made.save(buffer)

    assert decode(answer(Kind.DOCX, buffer.getvalue(), DEFAULT)) == Document(Source.DOCX, (Line("Hội nghị tổng kết"),))


@pytest.mark.parametrize(
    ("kind", "data", "limits", "found"),
    [
        (Kind.DOCX, b"PK", DEFAULT, "Tệp bị hỏng: không mở được phần chữ bên trong."),
        (Kind.DOCX, docx(paragraph()), DEFAULT, "Tệp không có chữ nào."),
        (Kind.PDF, pdf_page(""), DEFAULT, "Tệp là bản quét: 1 trang ảnh, không có lớp chữ."),
        (Kind.TEXT, compound("Thumbs"), DEFAULT,
         "Tệp không phải văn bản: nội dung là dữ liệu máy, không phải chữ."),
        (Kind.DOCX, docx(paragraph("KẾ HOẠCH")), Limits(answer_bytes=20),
         "Tệp có quá nhiều nội dung để đọc một lần."),
    ],
)  # fmt: skip
def test_answer_holds_the_reason_where_there_are_no_lines(kind: Kind, data: bytes, limits: Limits, found: str) -> None:
    assert refusal(answer(kind, data, limits)) == found
