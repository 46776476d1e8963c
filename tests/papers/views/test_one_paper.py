"""The pages of one paper: handing in, entering for a unit, deciding, topics, limits; and who sees nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import ClientOf
from tests.factories.papers import make_version, paper_text
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.findings import Finding, Level
from tongket.core.models import Event, Setting
from tongket.core.stored_findings import findings_to_json
from tongket.papers.models import Paper, PaperVersion, TopicProposal

pytestmark = pytest.mark.usefixtures("monday")
TOO_LONG = findings_to_json([Finding("pages", Level.BLOCKER, "Dài quá.")])


def state_of(office: Office) -> str:
    """Where unit A's paper stands."""
    return Duty.objects.get(pk=office.duty_a.pk).state


@pytest.mark.parametrize("person", ["member_b", "guest"])
@pytest.mark.parametrize("page", ["", "write", "enter", "topic", "limits"])
def test_another_unit_sees_nothing_of_a_paper(office: Office, as_user: ClientOf, person: str, page: str) -> None:
    version = make_version(duty=office.duty_a)
    other = as_user(getattr(office, person))

    assert other.get(f"/papers/{office.duty_a.pk}/{page}").status_code == 404
    assert other.post(f"/papers/{office.duty_a.pk}/{page}", {"do": "accept"}).status_code == 404
    assert other.get(f"/paper-versions/{version.pk}/file").status_code == 404


def test_the_unit_and_the_host_read_the_paper_and_its_file(office: Office, as_user: ClientOf) -> None:
    version = make_version(duty=office.duty_a, text="Kính thưa")

    for person in (office.member_a, office.host_member, office.clerk):
        reader = as_user(person)
        assert "Bản 1" in reader.get(f"/papers/{office.duty_a.pk}/").content.decode()
        assert reader.get(f"/paper-versions/{version.pk}/file").content.decode() == "Kính thưa"


def test_a_version_taken_back_is_there_no_more(office: Office, as_user: ClientOf) -> None:
    version = make_version(duty=office.duty_a)
    version.evidence.taken_back_at = version.made_at
    version.evidence.save()

    assert as_user(office.member_a).get(f"/paper-versions/{version.pk}/file").status_code == 404


def test_a_unit_hands_in_and_takes_back(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    answer = member.post(f"/papers/{office.duty_a.pk}/write", {"text": paper_text(), "title": "Tên bài"})
    assert (answer.status_code, state_of(office), Paper.objects.get().title) == (302, DutyState.HANDED_IN, "Tên bài")

    member.post(f"/duties/undo/{Event.objects.get(verb='hand_in').pk}")

    assert state_of(office) == DutyState.OPEN


def test_a_broken_file_gets_one_sentence_and_what_was_typed_stays(office: Office, as_user: ClientOf) -> None:
    broken = SimpleUploadedFile("bai.docx", b"PK\x03\x04 hong")
    answer = as_user(office.member_a).post(f"/papers/{office.duty_a.pk}/write", {"file": broken, "title": "Tên bài"})

    shown = answer.content.decode()
    assert (answer.status_code, PaperVersion.objects.count()) == (422, 0)
    assert 'value="Tên bài"' in shown
    assert shown.count('class="err"') == 1


def test_nothing_given_and_a_program_are_refused(office: Office, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    program = SimpleUploadedFile("bai.exe", b"MZ")

    answers = [
        member.post(f"/papers/{office.duty_a.pk}/write", {}),
        member.post(f"/papers/{office.duty_a.pk}/write", {"file": program}),
    ]

    assert [answer.status_code for answer in answers] == [422, 422]


def test_the_office_enters_what_came_on_paper_with_its_day(office: Office, as_user: ClientOf) -> None:
    typed = {"channel": "paper", "received_on": "18/10/2024", "note": "Bản giấy 3 trang"}

    answer = as_user(office.clerk).post(f"/papers/{office.duty_a.pk}/enter", typed)

    evidence = PaperVersion.objects.get().evidence
    assert (answer.status_code, evidence.channel, evidence.received_at.date().isoformat()) == (
        302,
        "paper",
        "2024-10-18",
    )


def test_a_day_to_come_and_nothing_at_all_are_refused(office: Office, as_user: ClientOf) -> None:
    clerk, here = as_user(office.clerk), f"/papers/{office.duty_a.pk}/enter"

    assert clerk.post(here, {"channel": "usb", "note": "x", "received_on": "30/10/2024"}).status_code == 422
    assert clerk.post(here, {"channel": "usb"}).status_code == 422
    assert clerk.get(here).status_code == 200


def test_the_office_takes_only_with_a_reason_what_is_too_long(office: Office, as_user: ClientOf) -> None:
    version = make_version(duty=office.duty_a, findings=TOO_LONG)
    clerk, here = as_user(office.clerk), f"/papers/{office.duty_a.pk}/"
    data = {"do": "accept", "version": version.pk}

    assert (clerk.post(here, data).status_code, state_of(office)) == (422, DutyState.HANDED_IN)
    assert clerk.post(here, data | {"because": "Đọc rút gọn"}).status_code == 302

    assert (state_of(office), PaperVersion.objects.get().accepted_because) == (DutyState.ACCEPTED, "Đọc rút gọn")


def test_the_office_returns_with_a_word_and_a_day(office: Office, as_user: ClientOf) -> None:
    version = make_version(duty=office.duty_a)
    clerk, here = as_user(office.clerk), f"/papers/{office.duty_a.pk}/"
    data = {"do": "return", "version": version.pk}

    assert clerk.post(here, data | {"due_on": "22/10/2024"}).status_code == 422
    assert clerk.post(here, data | {"remark": "Bớt", "due_on": "1/10/2024"}).status_code == 422
    assert clerk.post(here, data | {"remark": "Bớt", "due_on": "22/10/2024"}).status_code == 302

    assert state_of(office) == DutyState.RETURNED


def test_a_unit_decides_nothing(office: Office, as_user: ClientOf) -> None:
    make_version(duty=office.duty_a)
    member = as_user(office.member_a)

    assert member.post(f"/papers/{office.duty_a.pk}/", {"do": "accept"}).status_code == 403
    assert member.get(f"/papers/{office.duty_a.pk}/enter").status_code == 403


def test_a_topic_is_proposed_and_granted(office: Office, as_user: ClientOf) -> None:
    member, clerk, here = as_user(office.member_a), as_user(office.clerk), f"/papers/{office.duty_a.pk}/topic"

    assert member.post(here, {"do": "propose", "topic": ""}).status_code == 422
    member.post(here, {"do": "propose", "topic": "Chợ phiên", "reason": "Xã làm tốt"})
    assert member.post(here, {"do": "grant"}).status_code == 403
    assert "Chợ phiên" in clerk.get(here).content.decode()
    clerk.post(here, {"do": "grant", "a-answer": "Đồng ý"})

    assert (TopicProposal.objects.get().state, Paper.objects.get().topic) == ("granted", "Chợ phiên")
    clerk.post(here, {"do": "restore"})
    assert Paper.objects.get().topic == "Chuẩn bị tham luận"


def test_own_limits_are_set_and_bad_ones_explained(office: Office, as_user: ClientOf) -> None:
    clerk, here = as_user(office.clerk), f"/papers/{office.duty_a.pk}/limits"

    refused = clerk.post(here, {"pages": "bốn", "rate": "20"}).content.decode()
    clerk.post(here, {"pages": "3,5", "minutes": "", "rate": "180"})

    paper = Paper.objects.get()
    assert "“bốn” không phải số. Cần một số, ví dụ 1,15." in refused
    assert "“20” nằm ngoài khoảng dùng được. Ghi từ 100 đến 400." in refused
    assert (str(paper.pages), paper.minutes, paper.rate) == ("3.5", None, 180)


def test_the_form_is_set_explained_and_restored(office: Office, as_user: ClientOf) -> None:
    clerk, here = as_user(office.clerk), f"/conferences/{office.conference.pk}/papers/rules"
    assert 'value="14"' in clerk.get(here).content.decode()

    refused = clerk.post(here, {"left_mm": "60", "right_mm": "60", "width_mm": "150", "rate": "300"}).content.decode()
    clerk.post(here, {"size_pt": "13", "lines": "1,15", "rate": "180"})

    assert "Hai lề rộng quá, không còn chỗ cho chữ. Bớt một lề." in refused
    assert "Tốc độ đọc nhanh nhất không thể chậm hơn tốc độ đọc." in refused
    assert {row.key: row.value for row in Setting.objects.all()} == {
        "papers.form": {"size_pt": 13.0},
        "papers.limits": {"rate": 180.0},
    }
    clerk.post(here, {"do": "restore"})
    assert list(Setting.objects.all()) == []


def test_the_duty_page_leads_here_and_takes_nothing_itself(office: Office, as_user: ClientOf) -> None:
    member, there = as_user(office.member_a), f"/duties/{office.duty_a.pk}/"

    shown = member.get(there).content.decode()
    answer = member.post(there, {"do": "hand_in", "note": "Bài"})

    assert f'href="/papers/{office.duty_a.pk}/"' in shown
    assert 'id="hand-in"' not in shown
    assert (answer.headers["Location"], state_of(office)) == (f"/papers/{office.duty_a.pk}/", DutyState.OPEN)
