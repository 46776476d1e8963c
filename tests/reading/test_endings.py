"""What endings promise: little, and nothing where nobody knows them."""

import pytest

from tongket.reading.endings import RIGHT, SAID, is_kept, promises
from tongket.reading.kinds import Kind

HARMLESS = [
    ("bai.doc", Kind.RTF),
    ("anh.jpg", Kind.PICTURE),
    ("anh.jpeg", Kind.PICTURE),
    ("anh.png", Kind.PICTURE),
    ("BÀI.DOCX", Kind.DOCX),
    ("bai.docx ", Kind.DOCX),
    ("bai.md", Kind.TEXT),
    ("bai", Kind.PDF),
    ("", Kind.TEXT),
    (".docx", Kind.PDF),
    ("Tham luận ngày 15.10", Kind.PDF),
]
WRONG = [
    ("bai.docx", Kind.DOC),
    ("bai.docx", Kind.RTF),
    ("bai.docx", Kind.TEXT),
    ("bai.docx", Kind.PDF),
    ("bai.docx", Kind.PICTURE),
    ("bai.pdf.docx", Kind.PDF),
    ("bai.doc", Kind.DOCX),
    ("bai.pdf", Kind.DOCX),
    ("bai.txt", Kind.PDF),
    ("bai.docm", Kind.DOCX),
    ("anh.heic", Kind.PICTURE),
]


@pytest.mark.parametrize(("name", "kind"), HARMLESS)
def test_name_that_promises_nothing_else_is_kept(name: str, kind: Kind) -> None:
    assert is_kept(name, kind)


@pytest.mark.parametrize(("name", "kind"), WRONG)
def test_name_that_promises_something_else_is_not_kept(name: str, kind: Kind) -> None:
    assert not is_kept(name, kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_an_ending_that_keeps_its_promise_and_a_sentence(kind: Kind) -> None:
    assert all(is_kept(f"bai{ending}", kind) for ending in RIGHT[kind].split("/"))
    assert SAID[kind].startswith("Tên tệp là {name}, nội dung ")


def test_only_known_endings_promise_something() -> None:
    assert [name for name in ("a.docx", "a.JPG", "a.zip", "a", "a.2024", "") if promises(name)] == [
        "a.docx",
        "a.JPG",
        "a.zip",
    ]
