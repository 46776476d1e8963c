"""Builds: what is in them, what they say when there is nothing, what makes the next one, what survives it."""

from datetime import timedelta

import pypdfium2 as pdfium
import pytest

from tests.factories.conferences import NOW
from tests.factories.papers import make_accepted, paper_text
from tests.factories.proceedings import bind
from tests.office import Office
from tongket.core import files
from tongket.core.models import Job
from tongket.papers.models import Paper
from tongket.proceedings.actions import arranging, building
from tongket.proceedings.models import Build, ChapterSetting, Volume
from tongket.proceedings.queries.contents import contents_of, volume_of
from tongket.proceedings.queries.volume_page import volume_page
from tongket.proceedings.rules import BuildState

pytestmark = [pytest.mark.usefixtures("monday"), pytest.mark.django_db]


def words_of(build: Build) -> str:
    assert build.screen is not None
    with pdfium.PdfDocument(files.read(build.screen)) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def test_accepted_papers_are_bound_for_screen_print_booklet_and_word(office: Office) -> None:
    make_accepted(duty=office.duty_a)

    build = bind(office)

    assert (build.state, [entry["code"] for entry in build.contents]) == (
        BuildState.DONE,
        [f"paper:{office.duty_a.pk}"],
    )
    assert "Một tổ đoàn kết" in words_of(build)
    kept = [build.screen, build.press, build.booklet]
    assert [files.read(each)[:4] for each in kept if each] == [b"%PDF"] * 3
    assert build.word is not None
    assert files.read(build.word)[:2] == b"PK"


def test_nothing_to_bind_is_a_sentence(office: Office) -> None:
    build = bind(office)

    assert (build.state, build.fault) == (BuildState.FAILED, building.NOTHING)


def test_a_fault_is_shown_and_raised(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    make_accepted(duty=office.duty_a)
    monkeypatch.setattr(building, "docx_of_volume", lambda *_values: 1 / 0)
    build = building.start_build(volume=volume_of(office.conference), by=None, now=NOW)

    with pytest.raises(ZeroDivisionError):
        building.build_job(build.pk)

    build.refresh_from_db()
    assert (build.state, "ZeroDivisionError" in build.fault) == (BuildState.FAILED, True)


def test_one_build_waits_at_most(office: Office) -> None:
    volume = volume_of(office.conference)

    first, second = (building.start_build(volume=volume, by=office.clerk, now=NOW) for _ in range(2))

    assert first == second
    assert Build.objects.count() == 1


def test_an_accepted_paper_binds_a_bound_volume_anew(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)

    make_accepted(duty=office.duty_b, title="Bài thứ hai")

    waiting = Build.objects.get(state=BuildState.WAITING)
    assert (waiting.made_by, Job.objects.filter(name=building.BUILD).count()) == (None, 2)
    building.build_job(waiting.pk)
    waiting.refresh_from_db()
    assert waiting.changed == [{"how": "added", "title": "Bài thứ hai"}]


def test_a_volume_nobody_bound_or_that_is_not_automatic_waits_for_a_person(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    assert Build.objects.count() == 0
    bind(office)
    Volume.objects.update(is_automatic=False)

    make_accepted(duty=office.duty_b)

    assert Build.objects.count() == 1


def test_the_hourly_look_finds_what_nobody_told(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    building.look_after_volumes()
    assert Build.objects.count() == 1

    Paper.objects.update(title="Tên khác")
    building.look_after_volumes()

    assert Build.objects.filter(state=BuildState.WAITING).count() == 1


def test_a_build_whose_worker_died_is_given_up(office: Office) -> None:
    build = building.start_build(volume=volume_of(office.conference), by=None, now=NOW - timedelta(hours=1))
    Build.objects.update(state=BuildState.RUNNING)

    building.look_after_volumes()

    build.refresh_from_db()
    assert (build.state, build.fault) == (BuildState.FAILED, building.STOPPED)


def test_a_correction_by_hand_survives_builds_and_is_told_when_the_paper_changes(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    volume, code = volume_of(office.conference), f"paper:{office.duty_a.pk}"
    by_hand = {"lines": 1.5, "breaks_before": [2]}
    chapter = contents_of(volume).parts[2].chapters[0]
    from_now = volume_page(volume)
    assert [row.is_set for part in from_now.parts for row in part.chapters] == [False]
    arranging.set_by_hand(volume=volume, code=code, by_hand=by_hand, made_for="another", by=office.clerk, now=NOW)

    build = bind(office)

    (row,) = [row for part in volume_page(volume).parts for row in part.chapters]
    assert (build.places[0]["is_by_hand"], row.is_set, row.is_stale, row.title) == (True, True, True, chapter.title)
    arranging.set_by_hand(volume=volume, code=code, by_hand={}, made_for="", by=office.clerk, now=NOW)
    assert ChapterSetting.objects.count() == 0


def test_what_is_left_out_is_not_bound(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    make_accepted(duty=office.duty_b, title="Bài thứ hai", text=paper_text(2))
    volume = volume_of(office.conference)
    arranging.leave_out(volume=volume, code=f"paper:{office.duty_a.pk}", left_out=True, by=office.clerk, now=NOW)

    build = bind(office)

    assert [entry["title"] for entry in build.contents] == ["Bài thứ hai"]
