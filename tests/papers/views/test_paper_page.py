"""The page of one paper: its sheets, comments at a place, two versions beside each other, deciding what was seen."""

import pytest

from tests.conftest import ClientOf
from tests.factories.conferences import NOW
from tests.factories.papers import paper_text
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import Comment, PaperVersion
from tongket.papers.queries.papers import paper_of

pytestmark = pytest.mark.usefixtures("monday")


def hand_in(office: Office, text: str) -> PaperVersion:
    """A version that unit A's member writes in the page."""
    duty = Duty.objects.select_related("conference__host", "unit").get(pk=office.duty_a.pk)
    byline = Byline(title="Một tổ đoàn kết", speaker_name="Võ Thị Hồng Nhung")
    version, _event = submit_version(
        paper=paper_of(duty), given=Given(text=text), byline=byline, by=office.member_a, now=NOW
    )
    return version


def page_of(office: Office, more: str = "") -> str:
    return f"/papers/{office.duty_a.pk}/{more}"


def test_the_page_shows_meters_sheets_and_the_text(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text(12))

    page = as_user(office.clerk).get(page_of(office)).content.decode()

    assert f"/paper-versions/{version.pk}/pages/1.svg" in page
    assert "Một tổ đoàn kết giúp một hộ thoát nghèo" in page
    assert ("Trang 1 theo thể thức" in page, "cần không quá" in page) == (True, True)


def test_a_sheet_is_a_picture_for_those_who_may_see_it(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text())
    address = f"/paper-versions/{version.pk}/pages/1.svg"

    answer = as_user(office.member_a).get(address)

    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
        200,
        "image/svg+xml",
        "private, max-age=600",
    )
    assert answer.content.startswith(b"<svg")
    assert as_user(office.member_b).get(address).status_code == 404
    assert as_user(office.clerk).get(f"/paper-versions/{version.pk}/pages/9.svg").status_code == 404


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_paper_is_taken_home_in_standard_form(office: Office, as_user: ClientOf, ending: str, start: bytes) -> None:
    version = hand_in(office, paper_text())
    address = f"/paper-versions/{version.pk}/paper.{ending}"

    answer = as_user(office.clerk).get(address)

    assert (answer.status_code, answer.content[: len(start)]) == (200, start)
    assert as_user(office.member_b).get(address).status_code == 404


def test_a_comment_finds_its_place_by_its_words(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text())

    as_user(office.clerk).post(
        page_of(office), {"do": "comment", "version": version.pk, "text": "Ghi rõ năm.", "quote": "Ở THÔN 2, năm 2022"}
    )

    comment = Comment.objects.get()
    assert (comment.text, comment.block, comment.page, comment.version_id) == ("Ghi rõ năm.", 2, 1, version.pk)


def test_words_that_are_not_in_the_text_come_back_with_what_was_typed(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text())

    answer = as_user(office.clerk).post(
        page_of(office), {"do": "comment", "version": version.pk, "text": "Ghi rõ năm.", "quote": "không có câu này"}
    )

    said = answer.content.decode()
    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    assert ("Không thấy mấy chữ này" in said, "Ghi rõ năm." in said, "không có câu này" in said) == (True,) * 3


def test_the_unit_reads_comments_once_they_are_sent(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text())
    clerk, member = as_user(office.clerk), as_user(office.member_a)
    clerk.post(page_of(office), {"do": "comment", "version": version.pk, "text": "Thêm số hộ."})
    assert "Thêm số hộ." not in member.get(page_of(office)).content.decode()

    clerk.post(page_of(office), {"do": "return", "version": version.pk, "due_on": "23/10/2024"})

    assert "Thêm số hộ." in member.get(page_of(office)).content.decode()
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.RETURNED


@pytest.mark.parametrize("do", ["accept", "return"])
def test_a_version_that_came_meanwhile_is_not_decided_on(office: Office, as_user: ClientOf, do: str) -> None:
    seen = hand_in(office, paper_text(2))
    hand_in(office, paper_text(4))

    data = {"do": do, "version": seen.pk, "remark": "Sửa.", "due_on": "23/10/2024"}
    answer = as_user(office.clerk).post(page_of(office), data, follow=True)

    assert "vừa có người khác đổi" in answer.content.decode()
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.HANDED_IN


def test_two_versions_are_compared_word_by_word(office: Office, as_user: ClientOf) -> None:
    hand_in(office, paper_text(3))
    hand_in(office, paper_text(3).replace("ở thôn 2", "ở thôn Kim Thành"))

    page = as_user(office.clerk).get(page_of(office, "?ban=2&so=1")).content.decode()

    assert ("<del> 2</del>" in page, "<ins> Kim Thành</ins>" in page, "đoạn giữ nguyên" in page) == (True,) * 3
    assert as_user(office.clerk).get(page_of(office, "?so=7")).status_code == 404


def test_readers_of_the_host_decide_nothing(office: Office, as_user: ClientOf) -> None:
    version = hand_in(office, paper_text())

    for do in ("accept", "return", "comment", "drop_comment", "settle_comment"):
        answer = as_user(office.host_member).post(page_of(office), {"do": do, "version": version.pk})
        assert answer.status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_often_for_three_versions_as_for_one(
    office: Office, as_user: ClientOf, django_assert_num_queries: object, number: int
) -> None:
    for each in range(number):
        hand_in(office, paper_text(each + 2))
    clerk = as_user(office.clerk)
    clerk.get(page_of(office))

    with django_assert_num_queries(23):  # type: ignore[operator]
        clerk.get(page_of(office))
