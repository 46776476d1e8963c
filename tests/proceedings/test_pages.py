"""The pages of the volume: what they show, arranging, the cover, a chapter by hand, files; and who sees nothing."""

import pytest

from tests.conftest import ClientOf
from tests.factories.papers import make_accepted
from tests.factories.proceedings import bind
from tests.office import Office
from tongket.proceedings.models import Build, ChapterSetting, Volume, VolumePart

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.django_db]


def home(office: Office, page: str = "") -> str:
    return f"/conferences/{office.conference.pk}/proceedings/{page}"


def test_units_and_strangers_see_no_volume(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    chapter = f"chapters/paper:{office.duty_a.pk}"

    for person in (office.member_a, office.guest):
        client = as_user(person)
        gets = [client.get(home(office, page)).status_code for page in ("", "settings", chapter, "builds/1/screen")]
        posts = [client.post(home(office, page)).status_code for page in ("bind", "arrange", "settings", chapter)]
        assert (gets, posts) == ([404] * 4, [404] * 4)


def test_readers_of_the_host_read_and_bind_nothing(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    reader = as_user(office.host_member)

    assert reader.get(home(office)).status_code == 200
    assert reader.get(home(office, "builds/1/press")).status_code == 200
    assert [reader.post(home(office, page)).status_code for page in ("bind", "arrange", "settings")] == [403] * 3


def test_the_page_binds_and_shows_pages_and_files(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    clerk = as_user(office.clerk)
    assert "Một tập gồm mọi thứ đã nhận, đã phát hành." in clerk.get(home(office)).content.decode()

    answer = clerk.post(home(office, "bind"), follow=True)
    assert (answer["Refresh"], Build.objects.get().state) == ("2", "waiting")
    bind(office)

    page = clerk.get(home(office)).content.decode()
    assert [f"builds/1/{edition}" in page for edition in ("screen", "press", "booklet", "word")] == [True] * 4
    assert clerk.get(home(office, "builds/1/other")).status_code == 404
    assert clerk.get(home(office, "builds/7/screen")).status_code == 404


def test_what_changed_since_is_listed(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    Volume.objects.update(is_automatic=False)
    make_accepted(duty=office.duty_b, title="Bài thứ hai")

    assert "Bài thứ hai: thêm" in as_user(office.clerk).get(home(office)).content.decode()


def test_chapters_move_and_leave_by_buttons(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    make_accepted(duty=office.duty_b, title="Bài thứ hai")
    clerk, second = as_user(office.clerk), f"paper:{office.duty_b.pk}"

    clerk.post(home(office, "arrange"), {"code": second, "do": "up", "revision": 0})
    clerk.post(home(office, "arrange"), {"code": "papers", "do": "out", "revision": 1})
    clerk.post(home(office, "arrange"), {"code": "no such", "do": "out", "revision": 1})

    places = dict(VolumePart.objects.filter(place__isnull=False).values_list("code", "place"))
    assert places == {second: 0, f"paper:{office.duty_a.pk}": 1}
    assert VolumePart.objects.get(is_left_out=True).code == "papers"
    clerk.post(home(office, "arrange"), {"code": "papers", "do": "in", "revision": 1})
    assert VolumePart.objects.filter(is_left_out=True).count() == 0


def test_somebody_who_was_faster_is_not_overwritten(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    make_accepted(duty=office.duty_b)
    clerk = as_user(office.clerk)
    first = {"code": f"paper:{office.duty_b.pk}", "do": "up", "revision": 0}
    clerk.post(home(office, "arrange"), first)

    answer = clerk.post(home(office, "arrange"), first | {"do": "down"}, follow=True)

    assert "Có người khác vừa sắp lại" in answer.content.decode()


def test_the_cover_is_set_and_bad_numbers_stay_in_their_box(office: Office, as_user: ClientOf) -> None:
    clerk = as_user(office.clerk)
    typed = {"revision": 0, "title": "Kỷ yếu", "subtitle": "", "has_index": "on", "is_automatic": "on", "copies": "120"}

    bad = clerk.post(home(office, "settings"), typed | {"copies": "vài chục"})
    assert (bad.status_code, "vài chục" in bad.content.decode(), Volume.objects.count()) == (422, True, 0)
    clerk.post(home(office, "settings"), typed)
    late = clerk.post(home(office, "settings"), typed | {"title": "Khác"})

    volume = Volume.objects.get()
    assert (volume.title, volume.copies, volume.opens_right) == ("Kỷ yếu", 120, False)
    assert (late.status_code, "Có người khác vừa sửa" in late.content.decode()) == (422, True)


def test_a_chapter_is_corrected_by_hand(office: Office, as_user: ClientOf) -> None:
    make_accepted(duty=office.duty_a)
    clerk, page = as_user(office.clerk), home(office, f"chapters/paper:{office.duty_a.pk}")

    bad = clerk.post(page, {"lines": "9", "breaks_before": "2, hai"})
    said = bad.content.decode()
    assert (bad.status_code, "2, hai" in said, "nằm ngoài khoảng" in said) == (422, True, True)
    clerk.post(page, {"lines": "1,2", "breaks_before": "2", "picture_widths_mm": ""})

    assert ChapterSetting.objects.get().by_hand == {"lines": 1.2, "breaks_before": [1]}
    assert 'value="1,2"' in clerk.get(page).content.decode()
    clerk.post(page, {"do": "clear", "lines": "9"})
    assert ChapterSetting.objects.count() == 0
    assert clerk.get(home(office, "chapters/paper:0")).status_code == 404


@pytest.mark.parametrize("number", [1, 2])
def test_the_page_asks_a_known_number_of_times(
    office: Office, as_user: ClientOf, django_assert_num_queries: object, number: int
) -> None:
    for duty in (office.duty_a, office.duty_b)[:number]:
        make_accepted(duty=duty)
    clerk = as_user(office.clerk)
    clerk.get(home(office))

    with django_assert_num_queries(46):  # type: ignore[operator]
        clerk.get(home(office))
