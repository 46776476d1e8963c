"""Files that are called otherwise than they are."""

import pytest

from tests.papers.checks.looking import PROSE, codes, sight, told
from tongket.papers.checks import run_checks
from tongket.papers.checks.wrong_extension import check
from tongket.reading.document import Mending
from tongket.reading.kinds import Kind
from tongket.reading.manuscript.values import Nature
from tongket.reading.office import NAMES


def made_of(kind: Kind) -> tuple[Mending, ...]:
    """What the reader notes of a file that another program turned into .docx."""
    return (Mending("converted", 0, NAMES[kind]),)


def test_pdf_that_is_called_docx_is_told_what_to_do() -> None:
    assert told(check, sight(PROSE, nature=Nature.PDF, file_name="tham-luan.docx")) == [
        "Tên tệp là tham-luan.docx, nội dung là PDF. Đuôi .pdf; bài vẫn được đọc theo nội dung. "
        "Tên tệp. Đổi đuôi tệp thành .pdf để ai cũng mở được."
    ]


def test_plain_text_that_no_word_opens_is_to_become_a_docx() -> None:
    assert told(check, sight(PROSE, nature=Nature.TEXT, file_name="tham-luan.docx")) == [
        "Tên tệp là tham-luan.docx, nội dung chỉ là chữ thường. "
        "Đuôi .txt; bài vẫn được đọc theo nội dung. "
        "Tên tệp. Đổi đuôi tệp thành .txt, mở bằng Word rồi lưu thành .docx, để ai cũng mở được."
    ]


@pytest.mark.parametrize("kind", NAMES)
def test_file_that_another_program_opened_is_what_it_was(kind: Kind) -> None:
    named_right = sight(PROSE, mendings=made_of(kind), file_name=f"bai.{kind}")
    named_wrong = sight(PROSE, mendings=made_of(kind), file_name="bai.docx")

    assert (codes(check, named_right), codes(check, named_wrong)) == ([], ["wrong-extension"])


@pytest.mark.parametrize(
    ("nature", "name", "expected"),
    [
        (Nature.DOCX, "bai.docx", []),
        (Nature.DOCX, "bai.pdf", ["wrong-extension"]),
        (Nature.DOCX, "bai.doc", ["wrong-extension"]),
        (Nature.PDF, "bai.pdf", []),
        (Nature.PDF, "bai.txt", ["wrong-extension"]),
        (Nature.PICTURE, "bai.jpeg", []),
        (Nature.PICTURE, "bai.docx", ["wrong-extension"]),
        (Nature.TEXT, "tham-luan.md", []),
        (Nature.TEXT, "", []),
        (Nature.PDF, "bai", []),
    ],
)
def test_content_and_name(nature: Nature, name: str, expected: list[str]) -> None:
    assert codes(check, sight(PROSE, nature=nature, file_name=name)) == expected


def test_rtf_that_word_saved_as_doc_is_left_in_peace() -> None:
    assert codes(check, sight(PROSE, mendings=made_of(Kind.RTF), file_name="bai.doc")) == []


@pytest.mark.parametrize("name", ["", "bai", "bai.15-10"])
def test_name_that_promises_nothing_is_not_asked_about(name: str) -> None:
    asked = [result.check for result in run_checks(sight(PROSE, nature=Nature.PDF, file_name=name))]

    assert "wrong-extension" not in asked
