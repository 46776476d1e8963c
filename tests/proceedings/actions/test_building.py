"""Building the volume for real: what is bound, what waits, what a change sets off, and what is said of it."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from docx import Document as WordDocument
from pytest_django import Settings

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_accepted, paper_text
from tests.factories.proceedings import bind, make_build
from tests.office import Office
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import files
from tongket.core.models import Job, StoredFile
from tongket.papers.actions.deciding import return_paper
from tongket.papers.models import PaperVersion
from tongket.papers.queries.papers import paper_of
from tongket.papers.rules import Measured
from tongket.proceedings.actions import building
from tongket.proceedings.actions.arranging import leave_out, set_by_hand
from tongket.proceedings.actions.building import build_job, start_build
from tongket.proceedings.models import Build
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.queries.volume_page import ChapterRow, volume_page
from tongket.proceedings.rules import BuildState


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    """Builds wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def pages_of(file: StoredFile | None) -> list[str]:
    """What each page of a PDF says."""
    assert file is not None
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(files.read(file))]


@pytest.mark.slow
def test_two_papers_are_bound_in_every_edition(office: Office) -> None:
    codes = [make_accepted(duty=duty, title=f"Bài của {duty.unit_name}") for duty in (office.duty_a, office.duty_b)]

    build = bind(office)

    assert (build.state, build.fault, [place["code"] for place in build.places]) == (BuildState.DONE, "", codes)
    screen = pages_of(build.screen)
    assert (build.pages, "TÀI LIỆU HỘI NGHỊ" in screen[0].upper()) == (len(screen), True)
    first = build.places[0]["first"]
    assert "ở thôn 1, năm 2021" in " ".join(screen[first - 1].split())
    assert (len(pages_of(build.press)) >= len(screen), len(pages_of(build.booklet)) * 2 >= len(screen)) == (True, True)
    kept = (build.screen, build.press, build.booklet, build.word)
    assert [files.read(each)[:2] for each in kept if each] == [b"%P", b"%P", b"%P", b"PK"]
    assert build.word is not None
    words = "\n".join(part.text for part in WordDocument(BytesIO(files.read(build.word))).paragraphs)
    assert "ở thôn 1, năm 2021" in words


@pytest.mark.slow
def test_a_paper_that_was_not_read_is_bound_as_its_own_pages(office: Office) -> None:
    sheets, data = pypdfium2.PdfDocument.new(), BytesIO()
    for _ in range(2):
        sheets.new_page(595, 842)
    sheets.save(data)
    code = make_accepted(duty=office.duty_a)
    PaperVersion.objects.update(
        manuscript=None,
        state=Measured.UNREADABLE,
        file=files.store(data=data.getvalue(), name="quet.pdf", now=NOW),
    )

    build = bind(office)

    (place,) = build.places
    assert (place["code"], place["last"] - place["first"]) == (code, 1)
    (row,) = next(part.chapters for part in volume_page(volume_of(office.conference)).parts if part.code == "papers")
    assert (row.is_foreign, row.may_be_set) == (True, False)


def test_a_broken_pdf_fails_with_a_sentence_and_the_last_volume_stands(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    before = make_build(volume=volume_of(office.conference))
    broken = files.store(data=b"%PDF-1.7 hong", name="hong.pdf", now=NOW)
    PaperVersion.objects.update(manuscript=None, state=Measured.UNREADABLE, file=broken)

    build = bind(office)

    assert (build.state, "PDF hỏng" in build.fault) == (BuildState.FAILED, True)
    assert volume_page(volume_of(office.conference)).build == before


def test_nothing_to_bind_says_so(office: Office) -> None:
    build = bind(office)

    assert (build.state, build.fault) == (BuildState.FAILED, building.NOTHING)


def test_one_build_waits_at_most_and_is_made_once(office: Office) -> None:
    volume = volume_of(office.conference)
    first, again = (start_build(volume=volume, by=office.clerk, now=NOW) for _ in range(2))
    assert (first, Job.objects.filter(name=building.BUILD).count()) == (again, 1)

    build_job(first.pk)
    build_job(first.pk)

    assert Build.objects.count() == 1
    later = start_build(volume=volume, by=office.clerk, now=NOW)
    assert (later.ordinal, later.state) == (2, BuildState.WAITING)


@pytest.mark.parametrize("step", ["bind", "booklet_of", "docx_of_volume"])
def test_an_unknown_fault_is_kept_as_a_sentence_and_raised(
    office: Office, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    make_accepted(duty=office.duty_a)
    monkeypatch.setattr(building, step, _broken)
    build = start_build(volume=volume_of(office.conference), by=office.clerk, now=NOW)

    with pytest.raises(OSError, match="disk"):
        build_job(build.pk)

    build.refresh_from_db()
    assert (build.state, "OSError" in build.fault) == (BuildState.FAILED, True)


def _broken(*_: object, **__: object) -> None:
    raise OSError("disk")


def waiting(office: Office) -> int:
    """How many builds of the volume wait."""
    return Build.objects.filter(volume=office.conference.pk, state=BuildState.WAITING).count()


def give_back(office: Office) -> None:
    duty = Duty.objects.select_related("conference__host", "unit").get(pk=office.duty_a.pk)
    return_paper(paper=paper_of(duty), remark="Sửa lại", due_at=NOW + timedelta(days=1), by=office.clerk, now=NOW)


def new_version(office: Office) -> None:
    make_accepted(duty=office.duty_a, text=paper_text(5))


def another(office: Office) -> None:
    make_accepted(duty=office.duty_b)


def without(office: Office) -> None:
    code = f"paper:{office.duty_a.pk}"
    leave_out(volume=volume_of(office.conference), code=code, left_out=True, by=office.clerk, now=NOW)


@pytest.mark.parametrize("change", [give_back, new_version, another, without])
def test_a_change_of_a_part_orders_the_next_build(office: Office, change: Callable[[Office], None]) -> None:
    make_accepted(duty=office.duty_a)
    assert waiting(office) == 0
    make_build(volume=volume_of(office.conference))

    change(office)

    assert (waiting(office), Build.objects.get(state=BuildState.WAITING).made_by) == (1, None)
    assert Job.objects.filter(name=building.BUILD).count() == 1


def test_nothing_is_bound_by_itself_before_the_first_time_or_where_it_is_not_wanted(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    assert Build.objects.count() == 0
    build = make_build(volume=volume_of(office.conference))
    build.volume.is_automatic = False
    build.volume.save()

    make_accepted(duty=office.duty_b)

    assert waiting(office) == 0


@pytest.mark.slow
def test_what_changed_is_listed_before_and_after_the_next_build(office: Office) -> None:
    make_accepted(duty=office.duty_a, title="Bài một")
    bind(office)
    make_accepted(duty=office.duty_a, title="Bài một", text=paper_text(4))
    make_accepted(duty=office.duty_b, title="Bài hai")

    expected = ["Bài một: có sửa", "Bài hai: thêm"]
    page = volume_page(volume_of(office.conference))
    assert [row.words for row in page.waiting] == expected
    Build.objects.filter(state=BuildState.WAITING).delete()
    bind(office)

    page = volume_page(volume_of(office.conference))
    assert (page.waiting, [row.words for row in page.changed]) == ((), expected)


def row_of(office: Office) -> ChapterRow:
    """The only chapter as the page shows it."""
    (row,) = [row for part in volume_page(volume_of(office.conference)).parts for row in part.chapters]
    return row


@pytest.mark.slow
def test_a_correction_by_hand_survives_builds_until_it_is_taken_away(office: Office) -> None:
    code = make_accepted(duty=office.duty_a, text=paper_text(6))
    volume = volume_of(office.conference)

    def correct(by_hand: dict[str, object]) -> None:
        set_by_hand(volume=volume, code=code, by_hand=by_hand, made_for="another", by=office.clerk, now=NOW)
        Build.objects.filter(state=BuildState.WAITING).delete()

    builds, rows = [bind(office)], [row_of(office)]
    correct({"breaks_before": [3, 5], "lines": 1.5})
    builds += [bind(office), bind(office)]
    rows.append(row_of(office))
    correct({})
    builds.append(bind(office))
    rows.append(row_of(office))

    places = [place for build in builds for place in build.places]
    assert [place["last"] - place["first"] + 1 for place in places] == [1, 3, 3, 1]
    assert [place["is_by_hand"] for place in places] == [False, True, True, False]
    # Made for another text than the one that stands there now: somebody is to look again.
    assert [(row.is_set, row.is_stale) for row in rows] == [(False, False), (True, True), (False, False)]


@pytest.mark.slow
def test_what_is_left_out_is_not_bound(office: Office) -> None:
    code = make_accepted(duty=office.duty_a)
    make_accepted(duty=office.duty_b, title="Bài thứ hai", text=paper_text(2))
    leave_out(volume=volume_of(office.conference), code=code, left_out=True, by=office.clerk, now=NOW)

    build = bind(office)

    assert [entry["title"] for entry in build.contents if entry["part"] == "papers"] == ["Bài thứ hai"]
    assert [place["code"] for place in build.places] == [f"paper:{office.duty_b.pk}"]


@pytest.mark.slow
def test_exhibits_are_bound_as_units_wrote_them(office: Office) -> None:
    duty = make_duty(conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT, state=DutyState.HANDED_IN)
    Evidence.objects.create(duty=duty, ordinal=1, note="Rượu gạo, 20 chai", received_at=NOW, entered_at=NOW)

    build = bind(office)

    (place,) = build.places
    assert place["code"] == "exhibits"
    assert "Rượu gạo, 20 chai" in pages_of(build.screen)[place["first"] - 1]
