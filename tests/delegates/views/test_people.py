"""The form of one person: the office adds, corrects, takes off, brings back; nothing typed is lost."""

import pytest

from tests.conftest import ClientOf
from tests.delegates.actions.test_answering import HOA, NHUNG, say
from tests.delegates.actions.test_listing import invited
from tests.delegates.queries.test_groups import planned as planned
from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.actions.cancelling import cancel_conference
from tongket.conferences.actions.duties import excuse
from tongket.conferences.models import Conference, Duty
from tongket.conferences.rules import Channel
from tongket.core.text import clean
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import standing
from tongket.delegates.rules import Answer

pytestmark = pytest.mark.usefixtures("monday")
PEOPLE = ("clerk", "leader", "host_member", "member_a", "member_b", "guest")
TYPED = {
    "name": "Đặng Hoài Nam",
    "post": "Phóng viên",
    "body": "Báo Quảng Nam",
    "clause": "II.1/1",
    "part": "Đưa tin",
    "answer": "coming",
    "channel": "phone",
}


def text(content: bytes) -> str:
    """The page as one reads it."""
    return clean(content.decode())


def revision_in(page: str) -> str:
    """The revision that the form of a page sends back."""
    return page.partition('id="person"')[2].partition('name="revision" value="')[2].partition('"')[0]


def add(office: Office) -> str:
    """The page where somebody is added."""
    return f"/conferences/{office.conference.pk}/delegates/add"


def test_the_form_is_for_who_runs_the_office(office: Office, as_user: ClientOf) -> None:
    row = invited(office, "Đặng Hoài Nam")
    for page in (add(office), f"/delegates/{row.pk}/"):
        found = [as_user(getattr(office, name)).get(page).status_code for name in PEOPLE]
        assert found == [200, 200, 403, 404, 404, 404]


def test_nobody_else_writes(office: Office, as_user: ClientOf) -> None:
    row = invited(office, "Đặng Hoài Nam")
    pages = (add(office), *(f"/delegates/{row.pk}/{page}" for page in ("", "remove", "bring-back")))
    found = [[as_user(getattr(office, name)).post(page).status_code for name in PEOPLE[2:]] for page in pages]

    assert found == [[403, 404, 404, 404]] * 4
    assert as_user(office.clerk).get("/delegates/999/").status_code == 404


def test_somebody_is_added_with_the_way_the_answer_came(office: Office, planned: Duty, as_user: ClientOf) -> None:
    answer = as_user(office.clerk).post(add(office), TYPED)

    row = Delegate.objects.get()
    assert answer.headers["Location"] == f"/conferences/{office.conference.pk}/delegates/#d{row.pk}"
    assert (row.name, row.body, row.clause, row.part, row.answer, row.channel, row.phone) == (
        "Đặng Hoài Nam",
        "Báo Quảng Nam",
        "II.1/1",
        "Đưa tin",
        Answer.COMING,
        Channel.PHONE,
        "",
    )


def test_one_after_another_is_added_to_the_same_group(office: Office, planned: Duty, as_user: ClientOf) -> None:
    browser = as_user(office.clerk)
    unit = {"body": "", "unit": office.conference.host.name}
    answer = browser.post(add(office), TYPED | unit | {"do": "another"})

    assert answer.headers["Location"] == f"{add(office)}?group=II.1%2F1"
    assert '<option value="II.1/1" selected>II.1/1 Ban Thường trực thành phố</option>' in text(
        browser.get(answer.headers["Location"]).content
    )
    assert Delegate.objects.get().unit == office.conference.host


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"unit": "Hội Nông đan"}, "“Hội Nông đan” không có trong danh bạ."),
        ({"unit": "Ủy ban MTTQ Việt Nam xã Tam Phú"}, "Đã ghi đơn vị ở ô trên. Để trống một trong hai ô."),
        ({"reason": "đi học"}, "Lý do chỉ ghi cho người vắng. Chọn Vắng, hoặc xóa lý do."),
    ],
)
def test_what_contradicts_itself_is_told_and_nothing_typed_is_lost(
    office: Office, planned: Duty, as_user: ClientOf, wrong: dict[str, str], said: str
) -> None:
    answer = as_user(office.clerk).post(add(office), TYPED | wrong)
    page = text(answer.content)

    assert (answer.status_code, Delegate.objects.count()) == (422, 0)
    assert said in page
    assert all(f'value="{typed}"' in page for typed in ("Đặng Hoài Nam", "Phóng viên", "Báo Quảng Nam", "Đưa tin"))


def test_who_is_on_the_list_already_is_not_added_twice(office: Office, planned: Duty, as_user: ClientOf) -> None:
    browser = as_user(office.clerk)
    browser.post(add(office), TYPED)
    again = browser.post(add(office), TYPED | {"name": "dang hoai nam", "clause": ""})
    browser.post(add(office), TYPED | {"post": "Quay phim"})

    said = "Đặng Hoài Nam đã có trong danh sách (II.1/1). Sửa dòng ấy; nếu là hai người, ghi chức vụ khác."
    assert (said in text(again.content), Delegate.objects.count()) == (True, 2)


def test_a_person_of_a_units_list_keeps_unit_and_group(office: Office, planned: Duty, as_user: ClientOf) -> None:
    say(office, planned, HOA, NHUNG)
    row = Delegate.objects.get(name=NHUNG.name)
    browser, here = as_user(office.clerk), f"/delegates/{row.pk}/"
    page = text(browser.get(here).content)
    typed = {"name": NHUNG.name, "answer": "absent", "reason": "ốm", "channel": "zalo", "revision": "0"}
    browser.post(here, typed | {"body": "Báo", "clause": "II.1/1"})

    kept = Delegate.objects.get(pk=row.pk)
    assert [f'name="{field}"' in page for field in ("unit", "body", "clause")] == [False] * 3
    assert f"Trong danh sách {office.unit_a.name} cử." in page
    assert (kept.unit, kept.body, kept.clause, kept.answer, kept.reason, kept.channel) == (
        office.unit_a,
        "",
        "",
        Answer.ABSENT,
        "ốm",
        Channel.ZALO,
    )


def test_a_window_behind_is_told_what_stands_and_may_write_over_it(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    row = invited(office, "Đặng Hoài Nam")
    browser, here = as_user(office.clerk), f"/delegates/{row.pk}/"
    browser.post(here, TYPED | {"revision": "0"})
    behind = browser.post(here, TYPED | {"post": "Biên tập viên", "revision": "0"})
    page = text(behind.content)
    browser.post(here, TYPED | {"post": "Biên tập viên", "revision": "1"})

    said = "Vừa có người khác sửa dòng này thành: Đặng Hoài Nam, Phóng viên, dự. Bấm Ghi nếu lấy điều ghi dưới đây."
    assert (behind.status_code, said in page, 'value="Biên tập viên"' in page) == (422, True, True)
    assert revision_in(page) == "1"
    assert Delegate.objects.get().post == "Biên tập viên"


def test_a_fault_in_a_window_behind_does_not_let_it_write_over_what_it_never_read(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    row = invited(office, "Đặng Hoài Nam")
    browser, here = as_user(office.clerk), f"/delegates/{row.pk}/"
    browser.post(here, TYPED | {"revision": "0"})
    faulty = text(browser.post(here, TYPED | {"name": "", "revision": "0"}).content)
    behind = browser.post(here, TYPED | {"post": "Biên tập viên", "revision": revision_in(faulty)})

    assert (revision_in(faulty), behind.status_code, Delegate.objects.get().post) == ("0", 422, "Phóng viên")


def test_who_was_taken_off_comes_back(office: Office, as_user: ClientOf) -> None:
    row = invited(office, "Đặng Hoài Nam")
    browser = as_user(office.clerk)
    page = text(browser.post(f"/delegates/{row.pk}/remove", {"revision": "0"}, follow=True).content)
    gone = list(standing(office.conference))
    browser.post(f"/delegates/{row.pk}/bring-back")

    assert "Đã bỏ Đặng Hoài Nam khỏi danh sách." in page
    assert f'action="/delegates/{row.pk}/bring-back"' in page
    assert (gone, list(standing(office.conference))) == ([], [row])


def test_whom_a_freed_unit_had_named_is_not_said_to_be_back(office: Office, planned: Duty, as_user: ClientOf) -> None:
    say(office, planned, HOA)
    row = Delegate.objects.get(name=HOA.name)
    browser = as_user(office.clerk)
    browser.post(f"/delegates/{row.pk}/remove", {"revision": "0"})
    excuse(duty=Duty.objects.get(pk=planned.pk), reason="Không phải cử", by=office.clerk, now=NOW)
    typed = {"name": HOA.name, "answer": "coming", "channel": "phone", "revision": "1"}
    pages = [browser.post(f"/delegates/{row.pk}/{each}", typed, follow=True) for each in ("bring-back", "")]

    said = f"{office.unit_a.name} không còn phải cử người, nên {HOA.name} không có trong danh sách."
    assert [(said in text(page.content), page.status_code) for page in pages] == [(True, 200), (True, 422)]
    assert list(standing(office.conference)) == []


def test_nobody_is_taken_off_whom_another_window_changed(office: Office, planned: Duty, as_user: ClientOf) -> None:
    row = invited(office, "Đặng Hoài Nam")
    browser = as_user(office.clerk)
    browser.post(f"/delegates/{row.pk}/", TYPED | {"revision": "0"})
    answer = browser.post(f"/delegates/{row.pk}/remove", {"revision": "0"}, follow=True)

    assert "Dòng này vừa có người khác sửa. Xem lại bên dưới rồi bỏ nếu vẫn cần." in text(answer.content)
    assert list(standing(office.conference)) == [row]


def test_words_written_while_another_took_the_person_off_bring_the_person_back(
    office: Office, planned: Duty, as_user: ClientOf
) -> None:
    row = invited(office, "Đặng Hoài Nam")
    browser, here = as_user(office.clerk), f"/delegates/{row.pk}/"
    browser.post(f"{here}remove", {"revision": "0"})
    behind = text(browser.post(here, TYPED | {"revision": "0"}).content)
    gone = list(standing(office.conference))
    browser.post(here, TYPED | {"revision": "1"})

    assert "Vừa có người khác bỏ dòng này. Bấm Lấy lại nếu vẫn cần người này trong danh sách." in behind
    assert (gone, [each.post for each in standing(office.conference)]) == ([], ["Phóng viên"])


def test_a_conference_that_was_called_off_takes_nobody(office: Office, planned: Duty, as_user: ClientOf) -> None:
    row = invited(office, "Lê Văn Dũng")
    conference = Conference.objects.get(pk=office.conference.pk)
    cancel_conference(conference=conference, reason="Bão số 6", by=office.clerk, now=row.made_at)
    browser = as_user(office.clerk)
    answers = [browser.post(page, TYPED) for page in (add(office), f"/delegates/{row.pk}/")]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert all("Đặng Hoài Nam" in text(answer.content) for answer in answers)
    assert '<form class="sheet"' not in text(browser.get(add(office)).content)
