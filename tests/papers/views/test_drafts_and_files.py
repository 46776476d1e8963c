"""Writing and handing in: what the checks say before, drafts of two windows, a file that waits for its press."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import ClientOf
from tests.factories.papers import paper_text
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.models import StoredFile
from tongket.papers.models import DraftAside, Paper, PaperVersion

pytestmark = pytest.mark.usefixtures("monday")


def at(office: Office, page: str = "write") -> str:
    return f"/papers/{office.duty_a.pk}/{page}"


def upload(text: str, name: str = "bai.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def kept_in(page: str) -> str:
    """The token of the file that a page keeps."""
    return page.split('name="kept" value="')[1].split('"')[0]


def test_looking_says_what_handing_in_will_say_and_keeps_nothing(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)

    looked = member.post(at(office, "look"), {"file": upload(paper_text(150))})

    assert (looked.status_code, PaperVersion.objects.count(), StoredFile.objects.count()) == (200, 0, 0)
    member.post(at(office), {"do": "submit", "file": upload(paper_text(150))})
    version = PaperVersion.objects.get()
    assert (version.findings[0]["code"], "phải sửa" in looked.content.decode()) == ("too-long", True)


def test_a_bad_file_is_one_sentence_and_what_was_typed_stays(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    broken = SimpleUploadedFile("bai.docx", b"PK\x03\x04 hong")

    answer = member.post(at(office), {"do": "submit", "file": broken, "title": "Tên bài", "text": ""})

    page = answer.content.decode()
    assert (answer.status_code, PaperVersion.objects.count()) == (422, 0)
    assert ("Tên bài" in page, "bai.docx" in page) == (True, True)
    assert member.post(at(office, "look"), {"file": SimpleUploadedFile("x.docx", b"PK\x03\x04")}).status_code == 422


def test_without_script_the_file_waits_for_the_press_that_hands_it_in(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    page = member.post(at(office), {"do": "look", "file": upload(paper_text())}).content.decode()

    member.post(at(office), {"do": "submit", "kept": kept_in(page), "title": "Bài đã đo"})

    version = PaperVersion.objects.get()
    assert (version.file is not None and version.file.name, version.paper.title) == ("bai.txt", "Bài đã đo")


def test_a_kept_file_is_of_its_person_and_paper_only(office: Office, as_user: ClientOf) -> None:
    page = as_user(office.member_a).post(at(office), {"do": "look", "file": upload(paper_text())}).content.decode()

    answer = as_user(office.clerk).post(at(office), {"do": "submit", "kept": kept_in(page)})
    forged = as_user(office.member_a).post(at(office), {"do": "submit", "kept": kept_in(page)[:-3] + "abc"})

    assert (answer.status_code, forged.status_code, PaperVersion.objects.count()) == (422, 422, 0)


def test_nothing_to_hand_in_says_so(office: Office, as_user: ClientOf) -> None:
    answer = as_user(office.member_a).post(at(office), {"do": "submit", "text": "  "})

    assert (answer.status_code, "Chưa có gì để nộp" in answer.content.decode()) == (422, True)


def test_a_draft_is_kept_as_one_types(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)

    first = member.post(at(office, "draft"), {"text": "Kính thưa", "revision": 0})
    second = member.post(at(office, "draft"), {"text": "Kính thưa quý vị", "revision": first.json()["revision"]})

    assert (second.json()["revision"], Paper.objects.get().draft) == (2, "Kính thưa quý vị")
    assert second.json()["said"] == "Đã lưu nháp 08:15; Văn phòng chưa thấy."
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.WORKING


def test_two_windows_lose_nothing(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    member.post(at(office, "draft"), {"text": "Cửa sổ một", "revision": 0})

    late = member.post(at(office, "draft"), {"text": "Cửa sổ hai", "revision": 0})

    assert (late.status_code, Paper.objects.get().draft, DraftAside.objects.get().text) == (
        409,
        "Cửa sổ một",
        "Cửa sổ hai",
    )
    assert "Có hai bản nháp" in member.get(at(office)).content.decode()
    member.post(at(office), {"do": "take"})
    assert (Paper.objects.get().draft, DraftAside.objects.get().text) == ("Cửa sổ hai", "Cửa sổ một")
    member.post(at(office), {"do": "drop"})
    assert DraftAside.objects.count() == 0


def test_too_long_a_draft_is_refused_and_stays_in_the_box(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)

    assert member.post(at(office, "draft"), {"text": "a" * 400_001, "revision": 0}).status_code == 422
    answer = member.post(at(office), {"do": "save", "text": "b" * 400_001, "revision": 0})
    assert (answer.status_code, "b" * 50 in answer.content.decode()) == (422, True)


def test_a_second_press_makes_no_second_version(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    for _ in range(2):
        member.post(at(office), {"do": "submit", "file": upload(paper_text())})

    assert PaperVersion.objects.count() == 1


def test_nobody_else_looks_or_saves(office: Office, as_user: ClientOf) -> None:
    for person, status in ((office.member_b, 404), (office.guest, 404), (office.host_member, 403)):
        client = as_user(person)
        assert client.post(at(office, "look"), {"text": "x"}).status_code == status
        assert client.post(at(office, "draft"), {"text": "x", "revision": 0}).status_code == status
