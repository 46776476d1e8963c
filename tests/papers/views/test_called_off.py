"""Papers and remarks of a conference that was called off: nothing comes in, drafts and what came stay."""

import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_paper, make_version, paper_text
from tests.office import Office
from tongket.conferences.actions.cancelling import cancel_conference, take_back_cancelling
from tongket.conferences.actions.taking_in import CalledOff
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel, DutyKind
from tongket.core.models import Event
from tongket.papers.actions.remarks import Words, ask_to_speak, take_remark, withdraw_remark
from tongket.papers.actions.submitting import Came, file_version
from tongket.papers.models import Paper, PaperVersion, Remark, TopicProposal
from tongket.papers.queries.papers import paper_of

WHO = {"title": "Tổ đoàn kết", "speaker_name": "Võ Thị Hồng Nhung", "speaker_post": "Phó Chủ tịch", "co_authors": ""}
REFUSED = "Hội nghị đã hủy, việc này không nhận nữa"
TEXT = paper_text()


def call_off(office: Office) -> Event:
    conference = Conference.objects.get(pk=office.conference.pk)
    return cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=NOW)


def address(office: Office, page: str = "write") -> str:
    return f"/papers/{office.duty_a.pk}/{page}"


def test_refused_paper_is_kept_as_the_draft(office: Office, as_user: ClientOf) -> None:
    browser = as_user(office.member_a)
    call_off(office)

    answer = browser.post(address(office), {**WHO, "do": "submit", "text": TEXT, "kept": "", "revision": "0"})
    page = browser.get(address(office)).content.decode()

    assert (answer.status_code, REFUSED in answer.content.decode(), PaperVersion.objects.count()) == (409, True, 0)
    assert Paper.objects.get().draft == TEXT
    assert ("năm 2021." in page, 'value="submit"' in page, "Hội nghị đã hủy" in page) == (True, False, True)


def test_draft_goes_on_being_kept_and_the_duty_rests(office: Office, as_user: ClientOf) -> None:
    call_off(office)

    answer = as_user(office.member_a).post(address(office, "draft"), {"text": "Kính thưa", "revision": "0"})

    assert (answer.status_code, Paper.objects.get().draft) == (200, "Kính thưa")
    assert Duty.objects.get(pk=office.duty_a.pk).state == "open"


def test_what_came_before_stays_readable_and_nothing_more_is_offered(office: Office, as_user: ClientOf) -> None:
    make_version(duty=office.duty_a, text=TEXT)
    call_off(office)

    unit = as_user(office.member_a).get(address(office, "")).content.decode()
    clerk = as_user(office.clerk).get(address(office, "")).content.decode()

    for page in (unit, clerk):
        offered = [words in page for words in ("/write", "/enter", 'value="accept"', 'value="return"')]
        assert (offered, "Bản 1" in page) == ([False] * 4, True)


@pytest.mark.parametrize(
    ("page", "said"), [("enter", {}), ("topic", {"do": "propose", "topic": "Khác", "reason": "x"})]
)
def test_other_doors_of_a_paper_are_closed(office: Office, as_user: ClientOf, page: str, said: dict[str, str]) -> None:
    call_off(office)

    answer = as_user(office.clerk).post(address(office, page), said)

    assert (answer.status_code, REFUSED in answer.content.decode()) == (409, True)
    assert (PaperVersion.objects.count(), TopicProposal.objects.count()) == (0, 0)


def test_error_file_that_came_by_mail_is_not_kept(office: Office) -> None:
    call_off(office)
    version = make_version(duty=office.duty_b)
    assert version.file is not None

    with pytest.raises(CalledOff):
        file_version(
            paper=paper_of(office.duty_a), kept_files=[version.file], came=Came(Channel.EMAIL), by=None, now=NOW
        )

    assert PaperVersion.objects.filter(paper=office.duty_a.pk).count() == 0


def test_remarks_are_neither_said_nor_answered_nor_withdrawn(office: Office, as_user: ClientOf) -> None:
    words = Words(speaker_name="Bà Sáu", subject="Hiến đất")
    wish = ask_to_speak(conference=office.conference, unit=office.unit_a, words=words, by=office.member_a, now=NOW)
    asked = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)
    call_off(office)
    browser = as_user(office.member_a)

    pages = [f"/remarks/for/{asked.pk}", f"/remarks/{wish.pk}/"]
    said = {"do": "save", "speaker_name": "Ông Tư", "subject": "Làm đường", "minutes": "5", "revision": "0"}
    codes = [browser.post(page, said).status_code for page in pages]

    shown = browser.get(pages[1]).content.decode()
    assert (codes, "Hiến đất" in shown, 'value="save"' in shown) == ([409, 409], True, False)
    for done in (take_remark, withdraw_remark):
        with pytest.raises(CalledOff):
            done(remark=wish, by=office.clerk, now=NOW)
    assert list(Remark.objects.values_list("subject", "state")) == [("Hiến đất", "asked")]


def test_topic_is_not_put_back_and_no_more_units_are_offered(office: Office, as_user: ClientOf) -> None:
    make_paper(duty=office.duty_a)
    Paper.objects.update(granted_topic="Chợ phiên")
    make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.REMARKS)
    browser, remarks = as_user(office.clerk), reverse("papers:remarks", args=[office.conference.pk])
    before = [browser.get(page).content.decode() for page in (address(office, "topic"), remarks)]
    call_off(office)

    after = [browser.get(page).content.decode() for page in (address(office, "topic"), remarks)]
    answer = browser.post(address(office, "topic"), {"do": "restore"})

    signs = ('value="restore"', "Ghi thêm đơn vị xin phát biểu")
    assert [[sign in page for sign, page in zip(signs, pages, strict=True)] for pages in (before, after)] == [
        [True, True],
        [False, False],
    ]
    assert (answer.status_code, Paper.objects.get().granted_topic) == (409, "Chợ phiên")


def test_taken_up_again_the_draft_is_handed_in(office: Office, as_user: ClientOf) -> None:
    make_paper(duty=office.duty_a)
    event, browser = call_off(office), as_user(office.member_a)
    sent = {**WHO, "do": "submit", "text": TEXT, "kept": "", "revision": "0"}
    refused = browser.post(address(office), sent).status_code

    take_back_cancelling(conference=Conference.objects.get(), event=event, by=office.clerk, now=NOW)
    taken = browser.post(address(office), sent | {"revision": "1"})

    version = PaperVersion.objects.get()
    assert (refused, taken.status_code, version.paper.draft) == (409, 302, "")
