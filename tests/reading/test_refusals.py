"""Each reason not to read a file is one finding whose sentence says what to do next."""

import pytest

from tongket.core.findings import Level, compose
from tongket.reading.refusals import Unreadable, named, refuse

SENTENCES = [
    (refuse("empty"), "Tệp không có chữ nào.", "Cần tệp có nội dung kế hoạch."),
    (refuse("too-large", found=31.5, wanted=30), "Tệp lớn 31,5 MB.", "Chỉ đọc tệp đến 30 MB."),
    (refuse("too-long", wanted="500 trang"), "Tệp có quá nhiều nội dung để đọc một lần.", "Chỉ đọc đến 500 trang."),
    (refuse("archive-bomb", found="900 MB", wanted="150 MB"), "Tệp nén bất thường: bung ra đến 900 MB.",
     "Chỉ mở tệp bung ra đến 150 MB."),
    (refuse("unsafe-name", found="../a"), "Tệp nén chứa đường dẫn lạ: ../a.",
     "Cần tệp .docx thường, chỉ có chữ và bảng."),
    (refuse("macro"), "Tệp có macro (lệnh tự chạy).", "Cần tệp .docx thường, chỉ có chữ và bảng."),
    (refuse("entity"), "Tệp có khai báo thực thể XML, Word không bao giờ ghi như vậy.",
     "Cần tệp .docx thường, chỉ có chữ và bảng."),
    (refuse("encrypted"), "Tệp được khóa bằng mật khẩu.", "Cần tệp mở được không cần mật khẩu."),
    (refuse("scan", found="2 trang ảnh"), "Tệp là bản quét: 2 trang ảnh, không có lớp chữ.",
     "Cần tệp có chữ chọn được bằng chuột."),
    (refuse("broken"), "Tệp bị hỏng: không mở được phần chữ bên trong.",
     "Cần tệp mở được bằng Word hoặc phần mềm xem PDF."),
    (refuse("too-slow", wanted=30), "Đọc tệp quá 30 giây mà chưa xong nên đã dừng.",
     "Kế hoạch thường đọc xong trong một giây."),
    (refuse("too-hungry", wanted=1024), "Đọc tệp cần quá 1024 MB bộ nhớ nên đã dừng.",
     "Kế hoạch thường chỉ cần vài chục MB."),
]  # fmt: skip
IDS = [refusal.finding.code for refusal, _, _ in SENTENCES]


@pytest.mark.parametrize(("refusal", "found", "wanted"), SENTENCES, ids=IDS)
def test_refusal_says_what_was_found_and_wanted(refusal: Unreadable, found: str, wanted: str) -> None:
    sentence = compose(refusal.finding)

    assert (sentence.found, sentence.wanted, sentence.where) == (found, wanted, "")
    assert refusal.finding.level is Level.BLOCKER


@pytest.mark.parametrize("refusal", [row[0] for row in SENTENCES], ids=IDS)
def test_refusal_tells_a_next_step(refusal: Unreadable) -> None:
    todo = compose(refusal.finding).todo

    assert todo.endswith(".")
    assert str(refusal).endswith(todo)


@pytest.mark.parametrize("refusal", [row[0] for row in SENTENCES], ids=IDS)
def test_refusal_that_names_its_file_says_all_else_alike(refusal: Unreadable) -> None:
    before = compose(refusal.finding)

    after = compose(named(refusal, "ke-hoach.docx").finding)

    assert after.where == "Tệp: ke-hoach.docx."
    assert (after.found, after.wanted, after.todo) == (before.found, before.wanted, before.todo)


KINDS = [
    (refuse("other-format", found="bảng tính (.ods)"), "Tệp là bảng tính (.ods)."),
    (refuse("not-text"), "Tệp không phải văn bản: nội dung là dữ liệu máy, không phải chữ."),
]


@pytest.mark.parametrize(("refusal", "found"), KINDS)
def test_refusal_of_a_kind_says_which_kinds_are_read(refusal: Unreadable, found: str) -> None:
    sentence = compose(refusal.finding)

    assert (sentence.found, sentence.wanted[:40]) == (found, "Đọc được .docx, .pdf có chữ, .txt và .md")


def test_refusal_without_a_name_names_no_file() -> None:
    assert named(refuse("empty", name="cu.txt"), "").finding == refuse("empty").finding


def test_curly_brackets_in_a_file_name_are_only_letters() -> None:
    refusal = refuse("empty", name="{found}{0}.txt")

    assert compose(refusal.finding).where == "Tệp: {found}{0}.txt."


def test_code_without_a_sentence_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="no sentence for the refusal 'no-such-code'"):
        refuse("no-such-code")
