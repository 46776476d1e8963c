"""Writing and handing in: looking first, the file that is kept meanwhile, drafts in two windows."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.factories.conferences import NOW, make_user
from tests.factories.papers import make_version, paper_text
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.models import StoredFile
from tongket.papers.models import PaperVersion
from tongket.papers.queries.form import ruled_by
from tongket.papers.queries.papers import paper_of
from tongket.papers.render.standard import docx_of
from tongket.reading.manuscript.typed import manuscript_of

AsUser = Callable[[User], Client]
WHO = {"title": "Tổ đoàn kết", "speaker_name": "Võ Thị Hồng Nhung", "speaker_post": "Phó Chủ tịch", "co_authors": ""}


def docx(office: Office, paragraphs: int = 3) -> SimpleUploadedFile:
    """A paper as a Word file."""
    form = ruled_by(office.conference, on=NOW.date()).form
    return SimpleUploadedFile("tham-luan.docx", docx_of(manuscript_of(paper_text(paragraphs)), form))


def post(browser: Client, office: Office, duty: Duty | None = None, **said: object) -> tuple[int, str]:
    """The answer of the page where unit A writes."""
    answer = browser.post(f"/papers/{(duty or office.duty_a).pk}/write", {**WHO, "text": "", "kept": "", **said})
    return answer.status_code, answer.content.decode()


def token_in(page: str) -> str:
    """The token of the file that the page keeps."""
    return page.partition('name="kept" value="')[2].partition('"')[0]


def findings_in(page: str) -> list[str]:
    """The headings of the findings on a page, without the numbers of their places."""
    parts = page.split('<article class="finding')[1:]
    heads = (part.partition("<h3>")[2].partition("</h3>")[0] for part in parts)
    return [head.rpartition("</a> ")[2] for head in heads]


def test_what_was_looked_at_is_handed_in_without_choosing_it_again(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)

    status, page = post(browser, office, do="look", file=docx(office))
    assert (status, "Tệp đã đo được giữ" in page, PaperVersion.objects.count()) == (200, True, 0)
    assert WHO["speaker_name"] in page

    status, _page = post(browser, office, do="submit", kept=token_in(page), title="Bài đã đo")
    version = PaperVersion.objects.get()
    assert (status, version.file is not None and version.file.name) == (302, "tham-luan.docx")
    assert version.paper.title == "Bài đã đo"
    assert paper_of(office.duty_a).speaker_name == "Võ Thị Hồng Nhung"


def test_findings_before_submitting_are_those_after(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    text = paper_text(40) + "\n\nXã có 38 hộ nghèo ngày 31/9/2024. Xã có 36 hộ nghèo."

    _status, looked = post(browser, office, do="look", text=text)
    before = findings_in(looked)
    post(browser, office, do="submit", text=text)

    assert len(before) >= 2
    assert findings_in(browser.get(f"/papers/{office.duty_a.pk}/").content.decode()) == before


def test_author_and_office_are_told_of_a_file_called_otherwise_than_it_is(as_user: AsUser, office: Office) -> None:
    author, told = as_user(office.member_a), "Tên tệp là bài &lt;1&gt;.docx, nội dung chỉ là chữ thường"
    named = "bài <1>.docx"

    _status, looked = post(author, office, do="look", file=SimpleUploadedFile(named, paper_text().encode()))
    status, _page = post(author, office, do="submit", kept=token_in(looked))
    pages = [as_user(who).get(f"/papers/{office.duty_a.pk}/") for who in (office.member_a, office.clerk)]

    assert status == 302
    assert [told in page for page in (looked, *(each.content.decode() for each in pages))] == [True, True, True]


def test_the_script_gets_the_same_findings(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    said = {**WHO, "text": paper_text(40)}

    part = browser.post(f"/papers/{office.duty_a.pk}/look", said)
    _status, page = post(browser, office, do="look", text=paper_text(40))

    assert (part.status_code, findings_in(part.content.decode())) == (200, findings_in(page))
    assert PaperVersion.objects.count() == 0


def test_looking_keeps_nothing_and_says_what_handing_in_will_say(as_user: AsUser, office: Office) -> None:
    browser, file = as_user(office.member_a), ("bai.txt", paper_text(150).encode())

    looked = browser.post(f"/papers/{office.duty_a.pk}/look", {"file": SimpleUploadedFile(*file)})
    assert (looked.status_code, PaperVersion.objects.count(), StoredFile.objects.count()) == (200, 0, 0)
    post(browser, office, do="submit", file=SimpleUploadedFile(*file))

    codes = PaperVersion.objects.get().findings[0]["code"]
    assert (codes, "phải sửa" in looked.content.decode()) == ("too-long", True)


def test_a_broken_file_that_is_looked_at_is_one_sentence(as_user: AsUser, office: Office) -> None:
    broken = SimpleUploadedFile("x.docx", b"PK\x03\x04")

    answer = as_user(office.member_a).post(f"/papers/{office.duty_a.pk}/look", {"file": broken})

    assert (answer.status_code, answer.content.decode().count('<article class="finding')) == (422, 1)


@pytest.mark.parametrize(("person", "status"), [("member_b", 404), ("guest", 404), ("host_member", 403)])
def test_nobody_else_looks(as_user: AsUser, office: Office, person: str, status: int) -> None:
    answer = as_user(getattr(office, person)).post(f"/papers/{office.duty_a.pk}/look", {"text": "x"})

    assert answer.status_code == status


def test_a_kept_file_of_another_person_or_paper_is_not_taken(as_user: AsUser, office: Office) -> None:
    _status, page = post(as_user(office.member_a), office, do="look", file=docx(office))
    token = token_in(page)
    colleague = make_user(unit=office.unit_a, name="Lê Văn Tám")

    by_colleague, _page = post(as_user(colleague), office, do="submit", kept=token)
    by_office, _page = post(as_user(office.clerk), office, do="submit", kept=token)
    of_another, _page = post(as_user(office.clerk), office, office.duty_b, do="submit", kept=token)
    forged = [
        post(as_user(office.member_a), office, do="submit", kept=wrong)[0] for wrong in (token[:-1], token[:-3] + "abc")
    ]

    assert (by_colleague, by_office, of_another, *forged) == (422, 422, 422, 422, 422)
    assert PaperVersion.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("bai.docx", b"PK\x03\x04 hong", "bai.docx"),
        ("bai.exe", b"MZ", "là chương trình"),
        ("bai.docx", b"", ""),
    ],
)
def test_a_refused_file_leaves_what_was_typed_and_the_earlier_version(
    as_user: AsUser, office: Office, name: str, data: bytes, error: str
) -> None:
    make_version(duty=office.duty_a)

    status, page = post(
        as_user(office.member_a), office, do="submit", file=SimpleUploadedFile(name, data), text="Bài đang viết dở"
    )

    assert (status, PaperVersion.objects.count(), error in page) == (422, 1, True)
    assert [words in page for words in ("Bài đang viết dở", WHO["title"], 'class="err"')] == [True, True, True]


def test_nothing_to_hand_in_says_so(as_user: AsUser, office: Office) -> None:
    status, page = post(as_user(office.member_a), office, do="submit", text="  ")

    assert (status, "Chưa có gì để nộp" in page, WHO["speaker_post"] in page) == (422, True, True)


def test_a_second_press_hands_in_once(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)

    for _press in range(2):
        post(browser, office, do="submit", text=paper_text())
    assert PaperVersion.objects.count() == 1

    for _press in range(2):
        post(browser, office, do="submit", file=SimpleUploadedFile("bai.txt", paper_text(5).encode()))
    assert PaperVersion.objects.count() == 2


def test_a_closed_paper_keeps_the_text_on_the_page(as_user: AsUser, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.WITHDRAWN)

    status, page = post(as_user(office.member_a), office, do="submit", text=paper_text(2))

    assert (status, "không nhận bản mới nữa" in page, "ở thôn 2, năm 2022" in page) == (409, True, True)


def test_returned_papers_show_what_to_mend_where_they_are_written(as_user: AsUser, office: Office) -> None:
    make_version(duty=office.duty_a)
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.RETURNED, remark="Bớt nửa trang")

    page = as_user(office.member_a).get(f"/papers/{office.duty_a.pk}/write").content.decode()

    assert "Bớt nửa trang" in page
