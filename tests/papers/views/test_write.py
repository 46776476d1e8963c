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
from tongket.papers.actions.drafting import save_draft
from tongket.papers.models import DraftAside, PaperVersion
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

    status, _page = post(browser, office, do="submit", kept=token_in(page))
    version = PaperVersion.objects.get()
    assert (status, version.file is not None and version.file.name) == (302, "tham-luan.docx")
    assert paper_of(office.duty_a).speaker_name == "Võ Thị Hồng Nhung"


def test_findings_before_submitting_are_those_after(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    text = paper_text(40) + "\n\nXã có 38 hộ nghèo ngày 31/9/2024. Xã có 36 hộ nghèo."

    _status, looked = post(browser, office, do="look", text=text)
    before = findings_in(looked)
    post(browser, office, do="submit", text=text)

    assert len(before) >= 2
    assert findings_in(browser.get(f"/papers/{office.duty_a.pk}/").content.decode()) == before


def test_the_script_gets_the_same_findings(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    said = {**WHO, "text": paper_text(40)}

    part = browser.post(f"/papers/{office.duty_a.pk}/look", said)
    _status, page = post(browser, office, do="look", text=paper_text(40))

    assert (part.status_code, findings_in(part.content.decode())) == (200, findings_in(page))
    assert PaperVersion.objects.count() == 0


def test_a_kept_file_of_another_person_or_paper_is_not_taken(as_user: AsUser, office: Office) -> None:
    _status, page = post(as_user(office.member_a), office, do="look", file=docx(office))
    token = token_in(page)
    colleague = make_user(unit=office.unit_a, name="Lê Văn Tám")

    by_colleague, _page = post(as_user(colleague), office, do="submit", kept=token)
    of_another, _page = post(as_user(office.clerk), office, office.duty_b, do="submit", kept=token)
    forged, _page = post(as_user(office.member_a), office, do="submit", kept=token[:-1])

    assert (by_colleague, of_another, forged) == (422, 422, 422)
    assert PaperVersion.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("bai.docx", b"PK\x03\x04 hong", ""),
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
    status, page = post(as_user(office.member_a), office, do="submit")

    assert (status, "Chưa có gì để nộp" in page, WHO["speaker_post"] in page) == (422, True, True)


def test_a_second_press_hands_in_once(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)

    for _press in range(2):
        post(browser, office, do="submit", text=paper_text())

    assert PaperVersion.objects.count() == 1


def test_a_closed_paper_keeps_the_text_on_the_page(as_user: AsUser, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.WITHDRAWN)

    status, page = post(as_user(office.member_a), office, do="submit", text=paper_text(2))

    assert (status, "không nhận bản mới nữa" in page, "ở thôn 2, năm 2022" in page) == (409, True, True)


def test_two_windows_lose_no_words(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.member_a)
    path = f"/papers/{office.duty_a.pk}/draft"

    first = browser.post(path, {"text": "Cửa sổ một", "revision": "0"})
    second = browser.post(path, {"text": "Cửa sổ hai", "revision": "0"})

    assert (first.status_code, first.json()["revision"]) == (200, 1)
    assert (second.status_code, second.json()["revision"]) == (409, 1)
    page = browser.get(f"/papers/{office.duty_a.pk}/write").content.decode()
    assert [words in page for words in ("Có hai bản nháp", "Cửa sổ một", "Cửa sổ hai")] == [True, True, True]

    post(browser, office, do="take")
    assert (paper_of(office.duty_a).draft, DraftAside.objects.get().text) == ("Cửa sổ hai", "Cửa sổ một")
    post(browser, office, do="drop")
    assert (paper_of(office.duty_a).draft, DraftAside.objects.count()) == ("Cửa sổ hai", 0)


def test_what_one_person_has_aside_another_does_not_see(as_user: AsUser, office: Office) -> None:
    colleague = make_user(unit=office.unit_a, name="Lê Văn Tám")
    save_draft(paper=paper_of(office.duty_a), text="Một", revision=0, by=office.member_a, now=NOW)
    as_user(office.member_a).post(f"/papers/{office.duty_a.pk}/draft", {"text": "Hai", "revision": "0"})

    page = as_user(colleague).get(f"/papers/{office.duty_a.pk}/write").content.decode()

    assert ("Có hai bản nháp" in page, "Hai" in page.partition("<main")[2].replace("Có hai", "")) == (False, False)


def test_a_draft_is_saved_by_its_button_without_script(as_user: AsUser, office: Office) -> None:
    status, _page = post(as_user(office.member_a), office, do="save", text="Bài nháp", revision="0")

    assert (status, paper_of(office.duty_a).draft) == (302, "Bài nháp")
    assert str(Duty.objects.get(pk=office.duty_a.pk).state) == DutyState.WORKING


def test_a_draft_longer_than_any_paper_is_refused_and_shown(as_user: AsUser, office: Office) -> None:
    text = "dài " * 100_001

    answer = as_user(office.member_a).post(f"/papers/{office.duty_a.pk}/draft", {"text": text, "revision": "0"})

    assert (answer.status_code, paper_of(office.duty_a).draft) == (422, "")


def test_returned_papers_show_what_to_mend_where_they_are_written(as_user: AsUser, office: Office) -> None:
    make_version(duty=office.duty_a)
    Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.RETURNED, remark="Bớt nửa trang")

    page = as_user(office.member_a).get(f"/papers/{office.duty_a.pk}/write").content.decode()

    assert "Bớt nửa trang" in page
