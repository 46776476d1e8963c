"""The pages of the volume: who opens them, what they say, what their buttons do."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.conferences import make_conference
from tests.factories.papers import make_accepted, paper_text
from tests.factories.proceedings import make_build
from tests.office import Office
from tongket.accounts.models import User
from tongket.proceedings.models import Build, ChapterSetting, Volume, VolumePart
from tongket.proceedings.queries.contents import contents_of, volume_of
from tongket.proceedings.rules import BuildState

AsUser = Callable[[User], Client]
PEOPLE = ("clerk", "leader", "host_member", "member_a", "guest")


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    """Builds wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def home(office: Office, rest: str = "") -> str:
    """An address of the volume."""
    return f"/conferences/{office.conference.pk}/proceedings/{rest}"


def shown(browser: Client, office: Office, rest: str = "") -> str:
    """A page of the volume as this browser shows it."""
    return browser.get(home(office, rest)).content.decode()


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("", (200, 200, 200, 404, 404)),
        ("settings", (200, 200, 403, 404, 404)),
        ("chapters/{code}", (200, 200, 403, 404, 404)),
        ("chapters/paper:0", (404, 404, 403, 404, 404)),
        ("builds/1/screen", (200, 200, 200, 404, 404)),
        ("builds/1/booklet", (404,) * 5),
        ("builds/1/volume", (404,) * 5),
        ("builds/7/screen", (404,) * 5),
    ],
)
def test_the_volume_is_the_offices(as_user: AsUser, office: Office, rest: str, expected: tuple[int, ...]) -> None:
    code = make_accepted(duty=office.duty_a)
    make_build(volume=volume_of(office.conference))
    path = home(office, rest.format(code=code))

    assert tuple(as_user(getattr(office, name)).get(path).status_code for name in PEOPLE) == expected


@pytest.mark.parametrize("rest", ["bind", "arrange", "settings", "chapters/paper:1"])
def test_only_who_runs_the_conference_changes_it(as_user: AsUser, office: Office, rest: str) -> None:
    answers = [as_user(getattr(office, name)).post(home(office, rest)).status_code for name in PEOPLE[2:]]

    assert (answers, Volume.objects.count()) == ([403, 404, 404], 0)


def test_another_conferences_files_are_not_here(as_user: AsUser, office: Office) -> None:
    make_build(volume=volume_of(make_conference()))

    assert as_user(office.clerk).get(home(office, "builds/1/screen")).status_code == 404


def test_an_empty_volume_says_what_would_fill_it(as_user: AsUser, office: Office) -> None:
    page = shown(as_user(office.clerk), office)

    assert [words in page for words in ("Nhận tham luận hoặc phát hành văn bản", "Đóng tập", "Tải về")] == [
        True,
        True,
        False,
    ]


def test_pressing_twice_orders_one_build_and_the_page_looks_again(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.clerk)

    for _press in range(2):
        browser.post(home(office, "bind"))

    assert [build.state for build in Build.objects.all()] == [BuildState.WAITING]
    assert (browser.get(home(office)).headers["Refresh"], "Refresh" in browser.get(home(office, "?still")).headers) == (
        "2",
        False,
    )


def test_a_failed_build_says_why(as_user: AsUser, office: Office) -> None:
    make_build(volume=volume_of(office.conference), state=BuildState.FAILED, fault="Tệp PDF không có trang nào.")

    assert "Tệp PDF không có trang nào." in shown(as_user(office.leader), office)


def test_pictures_that_were_not_drawn_are_told(as_user: AsUser, office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    make_build(volume=volume_of(office.conference), undrawn=[code])

    page = shown(as_user(office.clerk), office)

    assert ("1 phần có hình mà máy không vẽ được" in page, page.count("có hình không vẽ được")) == (True, 1)


def codes(office: Office) -> list[str]:
    """The papers of the volume in order."""
    parts = contents_of(volume_of(office.conference)).parts
    return next([chapter.code for chapter in part.chapters] for part in parts if part.code == "papers")


def press(browser: Client, office: Office, code: str, do: str) -> str:
    """One button of the row of a chapter or part."""
    said = {"code": code, "do": do, "revision": volume_of(office.conference).revision}
    return browser.post(home(office, "arrange"), said, follow=True).content.decode()


def test_chapters_move_and_stay_at_the_ends(as_user: AsUser, office: Office) -> None:
    a, b = (make_accepted(duty=duty) for duty in (office.duty_a, office.duty_b))
    browser = as_user(office.clerk)

    press(browser, office, a, "up")
    assert codes(office) == [a, b]
    press(browser, office, b, "up")
    assert codes(office) == [b, a]
    press(browser, office, b, "down")
    assert codes(office) == [a, b]


def test_button_leads_back_to_its_row_for_those_who_go_on_by_keyboard(as_user: AsUser, office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    browser = as_user(office.clerk)

    answers = [
        browser.post(home(office, "arrange"), {"code": each, "do": "out"}) for each in ("papers", code, "nothing")
    ]

    assert [answer.headers["Location"] for answer in answers] == [
        home(office, "#row-papers"),
        home(office, f"#row-paper%3A{office.duty_a.pk}"),
        home(office),
    ]
    assert f'id="row-{code}"' in shown(browser, office)


def test_an_order_made_on_an_old_page_is_refused(as_user: AsUser, office: Office) -> None:
    a, b = (make_accepted(duty=duty) for duty in (office.duty_a, office.duty_b))
    browser = as_user(office.clerk)
    press(browser, office, b, "up")

    page = browser.post(home(office, "arrange"), {"code": a, "do": "up", "revision": 0}, follow=True).content.decode()

    assert ("Có người khác vừa sắp lại" in page, codes(office)) == (True, [b, a])


def test_what_is_left_out_is_not_bound_until_it_is_put_back(as_user: AsUser, office: Office) -> None:
    a, b = (make_accepted(duty=duty) for duty in (office.duty_a, office.duty_b))
    browser = as_user(office.leader)

    press(browser, office, a, "out")
    contents = contents_of(volume_of(office.conference))
    assert [[chapter.code for chapter in part.chapters] for part in contents.bound] == [[b]]

    press(browser, office, "papers", "out")
    assert contents_of(volume_of(office.conference)).bound == ()
    for code in (a, "papers"):
        press(browser, office, code, "in")
    assert contents_of(volume_of(office.conference)).left_out == frozenset()


def test_unknown_codes_change_nothing(as_user: AsUser, office: Office) -> None:
    press(as_user(office.clerk), office, "paper:999", "out")

    assert list(VolumePart.objects.all()) == []


def test_settings_are_kept_and_a_second_window_keeps_what_was_typed(as_user: AsUser, office: Office) -> None:
    browser = as_user(office.clerk)
    said = {"revision": "0", "title": "Tập tham luận", "subtitle": "", "has_index": "on", "copies": "120"}

    assert browser.post(home(office, "settings"), said).status_code == 302
    row = Volume.objects.get()
    assert (row.title, row.copies, row.has_index, row.opens_right, row.is_automatic) == (
        "Tập tham luận",
        120,
        True,
        False,
        False,
    )
    again = browser.post(home(office, "settings"), {**said, "title": "Kỷ yếu hội nghị"})
    page = again.content.decode()
    assert again.status_code == 422
    assert [words in page for words in ("Có người khác vừa sửa trang này", "Kỷ yếu hội nghị")] == [True, True]


def test_a_refused_number_of_copies_keeps_the_rest(as_user: AsUser, office: Office) -> None:
    answer = as_user(office.clerk).post(home(office, "settings"), {"revision": "0", "title": "Tập", "copies": "không"})

    page = answer.content.decode()
    assert (answer.status_code, 'value="Tập"' in page, 'value="không"' in page) == (422, True, True)


def test_a_correction_by_hand_is_kept_shown_and_cleared(as_user: AsUser, office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    browser = as_user(office.clerk)
    path = home(office, f"chapters/{code}")

    refused = browser.post(path, {"do": "save", "size_pt": "13", "breaks_before": "99"})
    assert (refused.status_code, 'value="99"' in refused.content.decode(), ChapterSetting.objects.count()) == (
        422,
        True,
        0,
    )
    browser.post(path, {"do": "save", "size_pt": "13", "lines": "1,2", "breaks_before": "2, 3"})
    assert ChapterSetting.objects.get().by_hand == {"size_pt": 13.0, "lines": 1.2, "breaks_before": [1, 2]}
    assert "đã sửa cách dàn" in shown(browser, office)
    assert 'value="2, 3"' in shown(browser, office, f"chapters/{code}")
    browser.post(path, {"do": "clear"})
    assert (ChapterSetting.objects.count(), "đã sửa cách dàn" in shown(browser, office)) == (0, False)


def test_a_correction_is_flagged_when_the_paper_changes(as_user: AsUser, office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    browser = as_user(office.clerk)
    browser.post(home(office, f"chapters/{code}"), {"do": "save", "size_pt": "13"})

    make_accepted(duty=office.duty_a, text=paper_text(5))

    assert "bài đã đổi sau khi sửa cách dàn" in shown(browser, office)
    assert "Bài đã có bản khác" in shown(browser, office, f"chapters/{code}")


def test_hints_speak_the_readers_language_and_quote_within_quotes(as_user: AsUser, office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    office.conference.short_title = "Hội nghị tổng kết Phong trào “Đoàn kết sáng tạo”"
    office.conference.save()
    browser = as_user(office.clerk)
    browser.post("/language", {"language": "en", "next": "/"})

    assert "Empty means “Hội nghị tổng kết Phong trào ‘Đoàn kết sáng tạo’”." in shown(browser, office, "settings")
    assert "The picture&#x27;s number, then its width" in shown(browser, office, f"chapters/{code}")


def test_paragraphs_without_words_are_not_listed_and_keep_their_number(as_user: AsUser, office: Office) -> None:
    code = make_accepted(
        duty=office.duty_a, text="Đoạn một\n\n| TT | Việc |\n| --- | --- |\n| 1 | Trồng cây |\n\nĐoạn cuối"
    )

    page = shown(as_user(office.clerk), office, f"chapters/{code}")

    assert re.findall(r"<li><b>(\d+)</b><span[^>]*>([^<]+)", page) == [
        ("1", "Đoạn một"),
        ("2", "Bảng: TT Việc 1 Trồng cây"),
        ("3", "Đoạn cuối"),
    ]
