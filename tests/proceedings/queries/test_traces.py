"""Who changed what the volume is made of, and when, as the page of the volume says it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories.conferences import NOW, make_duty, make_user
from tests.factories.papers import make_accepted, paper_text
from tests.factories.proceedings import bind
from tests.office import Office
from tongket.accounts.models import User
from tongket.conferences.actions.duties import hand_in
from tongket.conferences.actions.settling import SETTLED, settle_conference, take_back_settling
from tongket.conferences.rules import DutyKind
from tongket.core import audit
from tongket.core.models import Event
from tongket.papers.actions.arranging import set_place
from tongket.papers.actions.ruling import set_rules
from tongket.papers.models import Paper
from tongket.proceedings.actions.arranging import arrange, leave_out, set_by_hand, set_volume
from tongket.proceedings.models import Build, Volume
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.traces import traced
from tongket.proceedings.queries.volume_page import ChangeRow, volume_page
from tongket.proceedings.rules import AROUND, Around, BuildState, Change, How

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("monday")]
LATER = NOW + timedelta(hours=3)
WHO = "Trần Thị Lệ"


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    """Builds wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def bound(office: Office) -> Office:
    """A volume of two papers, bound before anything else happens; the clerk has a name."""
    office.clerk.name = WHO
    office.clerk.save()
    for duty, title in ((office.duty_a, "Bài một"), (office.duty_b, "Bài hai")):
        make_accepted(duty=duty, title=title, now=NOW - timedelta(days=1))
    bind(office)
    return office


def settings_of(office: Office, **values: object) -> None:
    """The page of cover and binding, saved by the clerk with these values."""
    volume = Volume.objects.get(pk=office.conference.pk)
    names = ("title", "subtitle", "has_index", "opens_right", "is_automatic", "copies", "revision")
    said = {name: getattr(volume, name) for name in names} | values
    set_volume(volume=volume_of(office.conference), **said, by=office.clerk, now=LATER)


def conference_renamed(office: Office) -> None:
    values = {name: getattr(office.conference, name) for name in SETTLED} | {"short_title": "Hội nghị khác"}
    settle_conference(conference=office.conference, values=values, by=office.clerk, now=LATER)


def form_set(office: Office) -> None:
    set_rules(conference=office.conference, form={"size_pt": 13.5}, limits={}, by=office.clerk, now=LATER)


def chapter_out(office: Office) -> None:
    code = f"paper:{office.duty_a.pk}"
    leave_out(volume=volume_of(office.conference), code=code, left_out=True, by=office.clerk, now=LATER)


def chapters_turned(office: Office) -> None:
    codes = [f"paper:{duty.pk}" for duty in (office.duty_b, office.duty_a)]
    arrange(volume=volume_of(office.conference), codes=codes, revision=0, by=office.clerk, now=LATER)


def speaker_first(office: Office) -> None:
    set_place(duty=office.duty_b, place=1, by=office.clerk, now=LATER)


def paper_by_hand(office: Office) -> None:
    code = f"paper:{office.duty_b.pk}"
    volume = volume_of(office.conference)
    set_by_hand(volume=volume, code=code, by_hand={"lines": 1.5}, made_for="", by=office.clerk, now=LATER)


def another_version(office: Office) -> None:
    make_accepted(duty=office.duty_a, title="Bài một", text=paper_text(5), by=office.clerk, now=LATER)


CASES: list[tuple[Callable[[Office], None], list[str]]] = [
    (lambda office: settings_of(office, title="Kỷ yếu"), ["Bìa: có sửa"]),
    (conference_renamed, ["Bìa: có sửa"]),
    (form_set, ["Thể thức: có sửa"]),
    (lambda office: settings_of(office, opens_right=True), ["Cách mở bài ở bản in: có sửa"]),
    (lambda office: settings_of(office, has_index=False), ["Bảng tra tác giả, đơn vị: bỏ"]),
    (lambda office: settings_of(office, copies=90), []),
    (chapter_out, ["Bài một: bỏ"]),
    (chapters_turned, ["Bài một: đổi chỗ"]),
    (speaker_first, ["Bài một: đổi chỗ"]),
    (paper_by_hand, ["Bài hai: có sửa"]),
    (another_version, ["Bài một: có sửa"]),
]


@pytest.mark.parametrize(("change", "words"), CASES)
def test_change_is_listed_with_who_made_it_and_when(
    bound: Office, change: Callable[[Office], None], words: list[str]
) -> None:
    change(bound)

    before = volume_page(volume_of(bound.conference)).waiting
    Build.objects.filter(state=BuildState.WAITING).delete()
    bind(bound)
    after = volume_page(volume_of(bound.conference))

    assert before == tuple(ChangeRow(each, WHO, LATER) for each in words)
    assert (after.waiting, after.changed) == ((), before)


def test_part_left_out_names_all_its_chapters(bound: Office) -> None:
    leave_out(volume=volume_of(bound.conference), code="papers", left_out=True, by=bound.clerk, now=LATER)

    expected = tuple(ChangeRow(f"{title}: bỏ", WHO, LATER) for title in ("Bài một", "Bài hai"))
    assert volume_page(volume_of(bound.conference)).waiting == expected


def test_exhibits_name_whoever_handed_in_last(bound: Office) -> None:
    for unit, who in ((bound.unit_a, bound.member_a), (bound.unit_b, bound.member_b)):
        duty = make_duty(conference=bound.conference, unit=unit, kind=DutyKind.EXHIBIT)
        hand_in(duty=duty, note="Rượu gạo", by=who, now=LATER)

    expected = ChangeRow("Sản phẩm trưng bày: thêm", bound.member_b.name, LATER)
    assert volume_page(volume_of(bound.conference)).waiting == (expected,)


def test_what_nobody_wrote_into_the_trail_is_listed_without_a_name(bound: Office) -> None:
    settings_of(bound, subtitle="Lưu hành nội bộ")
    Paper.objects.filter(pk=bound.duty_a.pk).update(title="Tên khác")

    assert volume_page(volume_of(bound.conference)).waiting == (
        ChangeRow("Bìa: có sửa", WHO, LATER),
        ChangeRow("Tên khác: có sửa", "", None),
    )


def test_the_latest_of_several_is_named(bound: Office) -> None:
    settings_of(bound, title="Kỷ yếu")
    other = make_user(name="Người sau")
    volume = Volume.objects.get(pk=bound.conference.pk)
    set_volume(
        volume=volume_of(bound.conference),
        revision=volume.revision,
        title="Kỷ yếu hội nghị",
        subtitle="",
        has_index=True,
        opens_right=False,
        is_automatic=True,
        copies=None,
        by=other,
        now=LATER + timedelta(minutes=1),
    )

    (row,) = volume_page(volume_of(bound.conference)).waiting
    assert (row.words, row.who) == ("Bìa: có sửa", "Người sau")


def test_only_what_took_back_a_word_of_the_cover_is_named_for_it(bound: Office) -> None:
    other = make_user(name="Người sau")
    event = tell_unit(bound, by=other)
    conference_renamed(bound)
    later = LATER + timedelta(minutes=1)
    audit.record(
        verb="take_back",
        subject=bound.conference,
        scope=bound.conference,
        by=other,
        now=later,
        changes={"event": event.pk},
    )

    assert volume_page(volume_of(bound.conference)).waiting == (ChangeRow("Bìa: có sửa", WHO, LATER),)


def test_who_takes_the_new_name_back_is_named_for_what_that_leaves(bound: Office) -> None:
    conference_renamed(bound)
    event = Event.objects.get(verb="settle_conference")
    Build.objects.filter(state=BuildState.WAITING).delete()
    bind(bound)
    other, later = make_user(name="Người sau"), LATER + timedelta(minutes=1)
    take_back_settling(conference=bound.conference, event=event, by=other, now=later)
    bound.conference.refresh_from_db()

    assert volume_page(volume_of(bound.conference)).waiting == (ChangeRow("Bìa: có sửa", "Người sau", later),)


def test_lines_that_speak_of_nothing_in_the_volume_are_not_read(
    bound: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings_of(bound, title="Kỷ yếu")
    for _ in range(3):
        tell_unit(bound, by=bound.clerk)
    change = Change(How.CHANGED, "Bìa", Around.COVER, AROUND)

    with django_assert_num_queries(1) as seen:
        (found,) = traced([change], bound.conference, since=NOW)
        (query,) = seen.captured_queries

    assert found.trace is not None
    with connection.cursor() as cursor:
        cursor.execute(query["sql"])
        assert len(cursor.fetchall()) == 1


def tell_unit(office: Office, *, by: User) -> Event:
    """A line about the conference that no word of the volume comes from."""
    return audit.record(verb="send_by_hand", subject=office.conference, scope=office.conference, by=by, now=LATER)
