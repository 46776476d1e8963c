"""What is said of a paper that cannot be read."""

import pytest

from tongket.core.findings import compose
from tongket.reading.kinds import Kind
from tongket.reading.manuscript.refusals import of_papers
from tongket.reading.refusals import _SENTENCES, refuse


@pytest.mark.parametrize("code", _SENTENCES)
def test_no_refusal_of_a_paper_speaks_of_a_plan(code: str) -> None:
    said = compose(of_papers(refuse(code, found="x", wanted="1")).finding)

    assert "kế hoạch" not in str(said).lower()
    assert said.found
    assert said.todo


def test_the_sentence_names_the_file_and_the_figures() -> None:
    refused = of_papers(refuse("too-large", found=31.5, wanted=30), "bai.docx")

    assert str(refused) == (
        "Tệp lớn 31,5 MB. Chỉ đọc tệp đến 30 MB. Tệp: bai.docx. "
        "Chỉ nộp riêng bài viết; ảnh trong tệp thì thu nhỏ hoặc bỏ bớt."
    )


@pytest.mark.parametrize(
    ("name", "kind", "where"),
    [
        ("bai.docx", Kind.PDF, "Tên tệp là bai.docx, nội dung là PDF."),
        ("bai.docx", Kind.PICTURE, "Tên tệp là bai.docx, nội dung là ảnh."),
        ("bai.docx", Kind.DOC, "Tên tệp là bai.docx, nội dung là Word kiểu cũ (.doc)."),
        ("bai.docx", Kind.DOCX, "Tệp: bai.docx."),
        ("bai.docx", Kind.TEXT, "Tệp: bai.docx."),
        ("bai.doc", Kind.RTF, "Tệp: bai.doc."),
        ("bai", Kind.PDF, "Tệp: bai."),
        ("bai.docx", None, "Tệp: bai.docx."),
        ("", Kind.PDF, ""),
    ],
    ids=["PDF", "picture", "old Word", "as named", "bytes like text", "RTF as .doc", "no ending", "unknown", "no name"],
)
def test_a_file_of_another_kind_than_its_name_says_is_called_both(name: str, kind: Kind | None, where: str) -> None:
    assert compose(of_papers(refuse("broken"), name, kind).finding).where == where


def test_what_holds_no_paper_is_opened_by_its_own_program() -> None:
    assert str(of_papers(refuse("other-format", found="tệp nén (.zip)"))).endswith(
        "Mở tệp rồi lưu lại thành .docx, hoặc chép bài sang tệp .docx mới; tệp nén thì giải nén rồi nộp riêng bài."
    )


def test_what_is_not_said_anew_stays() -> None:
    plain = refuse("macro", name="a.docm")

    assert of_papers(plain).finding == plain.finding
