"""The page of one paper: what it says, and what each of its buttons does or refuses."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW
from tests.factories.papers import make_comment, make_version, paper_text
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.findings import Finding, Level
from tongket.core.stored_findings import findings_to_json
from tongket.mailbox.models import Message
from tongket.papers.actions.measuring import measure_job
from tongket.papers.actions.ruling import set_rules
from tongket.papers.actions.submitting import Byline, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import Comment, PaperVersion
from tongket.papers.queries.papers import paper_of
from tongket.papers.rules import Measured

AsUser = Callable[[User], Client]
TOO_LONG = findings_to_json([Finding("too-long", Level.BLOCKER, "Dài {n} trang.", values={"n": "3,4"})])


def submitted(office: Office, text: str = "") -> PaperVersion:
    """A version of unit A that was read and measured."""
    duty = Duty.objects.select_related("conference__host", "unit").get(pk=office.duty_a.pk)
    given = Given(text=text or paper_text())
    return submit_version(paper=paper_of(duty), given=given, byline=Byline(), by=office.member_a, now=NOW)[0]


def page_of(browser: Client, office: Office, query: str = "") -> str:
    """The paper of unit A as this browser shows it."""
    return browser.get(f"/papers/{office.duty_a.pk}/{query}").content.decode()


def press(browser: Client, office: Office, **said: object) -> tuple[int, str]:
    """The answer to one form of the page."""
    answer = browser.post(f"/papers/{office.duty_a.pk}/", said)
    return answer.status_code, answer.content.decode()


def state(office: Office) -> str:
    """Where the duty of unit A stands."""
    return str(Duty.objects.get(pk=office.duty_a.pk).state)


def test_accepting_against_a_blocker_wants_a_reason_that_the_page_shows(as_user: AsUser, office: Office) -> None:
    version = make_version(duty=office.duty_a, findings=TOO_LONG)
    browser = as_user(office.leader)

    status, page = press(browser, office, do="accept", version=version.pk, because=" ")
    assert (status, "Nhận thì ghi lý do; lý do được giữ" in page, state(office)) == (422, True, DutyState.HANDED_IN)

    status, _page = press(browser, office, do="accept", version=version.pk, because="Đọc rút gọn")
    assert (status, state(office)) == (302, DutyState.ACCEPTED)
    assert "Đọc rút gọn" in page_of(browser, office)
    assert "Đọc rút gọn" not in page_of(as_user(office.member_a), office)


def test_what_fits_is_accepted_with_one_press(as_user: AsUser, office: Office) -> None:
    version = make_version(duty=office.duty_a)

    status, _page = press(as_user(office.clerk), office, do="accept", version=version.pk)

    assert (status, state(office)) == (302, DutyState.ACCEPTED)


def test_a_version_nobody_looked_at_is_not_decided_on(as_user: AsUser, office: Office) -> None:
    seen = make_version(duty=office.duty_a)
    make_version(duty=office.duty_a)

    browser = as_user(office.clerk)
    for do in ("accept", "return"):
        press(browser, office, do=do, version=seen.pk, remark="x", due_on="25/10/2024")
        assert "vừa có người khác đổi" in page_of(browser, office)

    assert state(office) == DutyState.HANDED_IN


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"remark": "Bớt trang cuối", "due_on": "31/9/2024"}, "31/9/2024"),
        ({"remark": "Bớt trang cuối", "due_on": "1/10/2024"}, "1/10/2024 đã qua"),
        ({"remark": "", "due_on": "25/10/2024"}, "Chưa có gì để sửa"),
    ],
)
def test_a_refused_return_keeps_what_was_typed(
    as_user: AsUser, office: Office, said: dict[str, str], error: str
) -> None:
    version = make_version(duty=office.duty_a)

    status, page = press(as_user(office.clerk), office, do="return", version=version.pk, **said)

    assert (status, state(office)) == (422, DutyState.HANDED_IN)
    assert [words in page for words in (error, said["remark"], said["due_on"])] == [True, True, True]


@pytest.mark.usefixtures("monday")
def test_the_letter_about_a_return_waits_one_step_away(as_user: AsUser, office: Office) -> None:
    version = make_version(duty=office.duty_a)
    browser = as_user(office.clerk)
    press(browser, office, do="return", version=version.pk, remark="Bớt trang cuối", due_on="25/10/2024")
    letter = Message.objects.get(duties=office.duty_a)

    assert f'href="/messages/{letter.pk}/"' in page_of(browser, office)
    assert "Bớt trang cuối" in browser.get(f"/messages/{letter.pk}/").content.decode()
    assert "/messages/" not in page_of(as_user(office.host_member), office)
    assert "/messages/" not in page_of(as_user(office.member_a), office)


def test_a_comment_finds_its_place_or_says_that_it_does_not(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    browser = as_user(office.clerk)
    said = {"do": "comment", "version": version.pk, "text": "Ghi rõ tên thôn"}

    status, page = press(browser, office, **said, quote="chữ không có trong bài")
    assert (status, Comment.objects.count()) == (422, 0)
    kept = ("Không thấy mấy chữ này trong bài", "Ghi rõ tên thôn", "chữ không có trong bài")
    assert [words in page for words in kept] == [True, True, True]

    press(browser, office, **said, quote="ở thôn 2, năm 2022")
    comment = Comment.objects.get()
    assert (comment.block, comment.page, comment.version_id) == (2, 1, version.pk)
    page = page_of(browser, office)
    assert page.count(f'href="#nhan-xet-{comment.pk}"') == 2  # beside the sheet and beside the plain text
    assert "<mark>ở thôn 2, năm 2022</mark>" in page


def test_a_place_is_found_whatever_its_capitals(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    said = {"do": "comment", "version": version.pk, "text": "Ghi rõ năm.", "quote": "Ở THÔN 2, năm 2022"}

    press(as_user(office.clerk), office, **said)

    comment = Comment.objects.get()
    assert (comment.text, comment.block, comment.page, comment.version_id) == ("Ghi rõ năm.", 2, 1, version.pk)


@pytest.mark.usefixtures("monday")
def test_a_comment_is_sent_with_the_return(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    clerk, unit = as_user(office.clerk), as_user(office.member_a)
    press(clerk, office, do="comment", version=version.pk, text="Thêm số hộ.")
    assert "Thêm số hộ." not in page_of(unit, office)

    press(clerk, office, do="return", version=version.pk, due_on="23/10/2024")

    assert ("Thêm số hộ." in page_of(unit, office), state(office)) == (True, DutyState.RETURNED)


def test_a_unit_reads_a_comment_once_it_is_sent(as_user: AsUser, office: Office) -> None:
    submitted(office)
    comment = make_comment(duty=office.duty_a, by=office.clerk, text="Bớt lời chào")
    unit = as_user(office.member_a)
    assert "Bớt lời chào" not in page_of(unit, office)

    Comment.objects.update(sent_at=NOW)

    assert "Bớt lời chào" in page_of(unit, office)
    press(as_user(office.clerk), office, do="settle_comment", comment=comment.pk)
    assert "đã sửa" in page_of(unit, office)


def test_a_waiting_comment_is_dropped(as_user: AsUser, office: Office) -> None:
    make_version(duty=office.duty_a)
    comment = make_comment(duty=office.duty_a, by=office.clerk)

    press(as_user(office.clerk), office, do="drop_comment", comment=comment.pk)

    assert list(Comment.objects.all()) == []


def test_a_waiting_comment_is_said_otherwise_and_keeps_its_place(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    clerk = as_user(office.clerk)
    quote = "ở thôn 2, năm 2022"
    press(clerk, office, do="comment", version=version.pk, text="Ghi rõ tên thôn", quote=quote)
    comment = Comment.objects.get()
    said = {"do": "edit_comment", "comment": comment.pk, f"c{comment.pk}-seen": "Ghi rõ tên thôn"}

    status, page = press(clerk, office, **said | {f"c{comment.pk}-text": " "})
    assert (status, f'id="id_c{comment.pk}-text_error"' in page, "<details open" in page) == (422, True, True)
    press(clerk, office, **said | {f"c{comment.pk}-text": "Ghi tên hai thôn"})

    comment.refresh_from_db()
    assert (comment.text, comment.quote, comment.block, comment.page) == ("Ghi tên hai thôn", quote, 2, 1)
    status, page = press(clerk, office, **said | {f"c{comment.pk}-text": "Chậm mất rồi"})
    assert (status, Comment.objects.get().text) == (302, "Ghi tên hai thôn")


def test_a_sent_comment_has_no_way_to_be_changed(as_user: AsUser, office: Office) -> None:
    make_version(duty=office.duty_a)
    comment = make_comment(duty=office.duty_a, by=office.clerk)
    clerk = as_user(office.clerk)
    assert 'value="edit_comment"' in page_of(clerk, office)
    assert 'value="edit_comment"' not in page_of(as_user(office.host_member), office)
    Comment.objects.update(sent_at=NOW)

    assert 'value="edit_comment"' not in page_of(clerk, office)
    press(clerk, office, do="edit_comment", comment=comment.pk, **{f"c{comment.pk}-text": "Khác"})

    assert Comment.objects.get().text == "Bớt phần mở đầu"


def test_a_comment_of_another_paper_is_left_alone(as_user: AsUser, office: Office) -> None:
    make_version(duty=office.duty_a)
    make_version(duty=office.duty_b)
    other = make_comment(duty=office.duty_b, by=office.clerk)

    press(as_user(office.clerk), office, do="drop_comment", comment=other.pk)

    assert list(Comment.objects.all()) == [other]


def test_findings_lead_to_their_place_and_back(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    found = Finding("dates", Level.ADVICE, "Ngày lạ.", quote="ở thôn 2", values={"block": 2})
    PaperVersion.objects.filter(pk=version.pk).update(findings=findings_to_json([found]))

    page = page_of(as_user(office.clerk), office)

    assert [page.count(f'"{end}"') for end in ("#tren-trang-1", "#trong-bai-1", "#phat-hien-1")] == [1, 1, 2]
    assert [page.count(f'id="{end}"') for end in ("tren-trang-1", "trong-bai-1", "phat-hien-1")] == [1, 1, 1]
    assert page.index('id="kiem-tra"') < page.index('class="desk')


def test_two_versions_are_compared_word_by_word(as_user: AsUser, office: Office) -> None:
    submitted(office, "# Bài\n\nXã còn 38 hộ nghèo.")
    submitted(office, "# Bài\n\nXã còn 36 hộ nghèo.")

    page = page_of(as_user(office.member_a), office, "?ban=2&so=1")

    changed = page[page.index('class="changed"') :].partition("</div>")[0]
    gone, new = (re.findall(f"<{tag}>(.*?)</{tag}>", changed)[1:] for tag in ("del", "ins"))
    assert ([words.strip() for words in gone], [words.strip() for words in new]) == (["38"], ["36"])
    assert "đoạn giữ nguyên" in changed
    assert as_user(office.clerk).get(f"/papers/{office.duty_a.pk}/?ban=2&so=7").status_code == 404


@pytest.mark.parametrize("do", ["accept", "return", "comment", "edit_comment", "drop_comment", "settle_comment"])
def test_readers_of_the_host_decide_nothing(as_user: AsUser, office: Office, do: str) -> None:
    version = submitted(office)

    assert press(as_user(office.host_member), office, do=do, version=version.pk)[0] == 403


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_often_for_three_versions_as_for_one(
    as_user: AsUser, office: Office, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for each in range(number):
        submitted(office, paper_text(each + 2))
    clerk = as_user(office.clerk)
    page_of(clerk, office)

    with django_assert_num_queries(28):
        page_of(clerk, office)


def test_a_late_version_says_by_how_much(as_user: AsUser, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on="2024-10-19")
    make_version(duty=office.duty_a)

    page = page_of(as_user(office.member_a), office)

    assert page.count("trễ 2 ngày") == 2  # with the facts and in the list of versions


def test_a_scan_that_is_recognised_shows_itself_when_it_is_done(as_user: AsUser, office: Office) -> None:
    version = make_version(duty=office.duty_a, state=Measured.SCANNED, figures={}, text="Bài")
    there, unit, clerk = f"/papers/{office.duty_a.pk}/", as_user(office.member_a), as_user(office.clerk)

    # A unit's page has nothing to type into, so it may load itself again without any script.
    assert (unit.get(there).headers.get("Refresh"), clerk.get(there).headers.get("Refresh")) == ("4", None)
    assert "đang nhận dạng chữ" in page_of(unit, office)
    assert f'data-address="{there}standing"' in page_of(clerk, office)
    assert "Refresh" not in unit.get(f"{there}?still").headers
    assert clerk.get(f"{there}standing").status_code == 204
    measure_job(version.pk)

    assert clerk.get(f"{there}standing").content.decode() == "done"
    assert "Refresh" not in unit.get(there).headers
    assert 'id="waiting"' not in page_of(clerk, office)
    assert as_user(office.member_b).get(f"{there}standing").status_code == 404


def test_a_paper_measured_by_another_form_says_so_until_it_is_measured_again(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    browser, told = as_user(office.member_a), "Bài đang được đo lại"
    assert told not in page_of(browser, office)
    set_rules(conference=office.conference, form={"size_pt": 16}, limits={}, by=office.clerk, now=NOW)

    assert told in page_of(browser, office)
    listed = as_user(office.clerk).get(f"/conferences/{office.conference.pk}/papers/").content.decode()
    assert listed.count("đang đo lại") == 1
    measure_job(version.pk)

    assert told not in page_of(browser, office)


def test_what_nobody_could_measure_says_so_and_keeps_its_note(as_user: AsUser, office: Office) -> None:
    version = make_version(duty=office.duty_a, state=Measured.NOT_HERE, figures={})
    version.evidence.note = "Một bản giấy, ba tờ"
    version.evidence.save()

    page = page_of(as_user(office.clerk), office)

    assert [words in page for words in ("Chưa đo được", "Một bản giấy, ba tờ", 'id="kiem-tra"')] == [True, True, False]


def test_the_page_shows_meters_sheets_and_the_text(as_user: AsUser, office: Office) -> None:
    version = submitted(office, paper_text(12))

    page = page_of(as_user(office.clerk), office)

    shown = (f"/paper-versions/{version.pk}/pages/1.svg", "Một tổ đoàn kết giúp một hộ thoát nghèo")
    assert [words in page for words in (*shown, "Trang 1 theo thể thức", "cần không quá")] == [True] * 4


def test_sheets_are_pictures_that_run_nothing(as_user: AsUser, office: Office) -> None:
    version = submitted(office)

    answer = as_user(office.member_a).get(f"/paper-versions/{version.pk}/pages/1.svg")

    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/svg+xml", "private, max-age=600")
    assert (answer["X-Content-Type-Options"], "script-src 'self'" in answer["Content-Security-Policy"]) == (
        "nosniff",
        True,
    )
    assert (answer.content[:4], b"<script" in answer.content) == (b"<svg", False)
    assert as_user(office.clerk).get(f"/paper-versions/{version.pk}/pages/9.svg").status_code == 404


@pytest.mark.parametrize("file", ["pages/1.svg", "paper.pdf", "paper.docx"])
def test_another_unit_sees_no_drawing_of_a_paper(as_user: AsUser, office: Office, file: str) -> None:
    version = submitted(office)

    assert as_user(office.member_b).get(f"/paper-versions/{version.pk}/{file}").status_code == 404


def test_the_paper_leaves_as_pdf_and_word(as_user: AsUser, office: Office) -> None:
    version = submitted(office)
    browser = as_user(office.clerk)

    pdf, word = (browser.get(f"/paper-versions/{version.pk}/paper.{kind}") for kind in ("pdf", "docx"))

    assert (pdf.content[:5], word.content[:2]) == (b"%PDF-", b"PK")
