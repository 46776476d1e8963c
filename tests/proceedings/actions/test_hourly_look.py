"""The hourly look at volumes: it binds anew whatever stands in a volume and changed without a word."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytest_django import Settings

from tests.factories.conferences import NOW, make_conference, make_duty
from tests.factories.documents import make_document
from tests.factories.papers import make_accepted
from tests.factories.proceedings import bind, make_build
from tests.office import Office
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import clock
from tongket.core.audit import reference
from tongket.core.models import Setting
from tongket.documents.models import Document
from tongket.documents.queries.offices import OFFICE_KEY
from tongket.documents.rules import DocumentState
from tongket.papers.models import Paper
from tongket.papers.queries.form import FORM_KEY
from tongket.proceedings.actions.building import STOPPED, look_after_volumes
from tongket.proceedings.models import Build, ChapterSetting, Volume, VolumePart
from tongket.proceedings.queries.contents import volume_of
from tongket.proceedings.rules import AROUND, BuildState

DOCUMENTS = ("programme", "summary_report", "decision", "delegate_list")


@pytest.fixture(autouse=True)
def _queue(settings: Settings) -> None:
    """Builds wait for a worker."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look comes an hour after all that was made, days before the conference."""
    monkeypatch.setattr(clock, "moved_to", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def whole(office: Office) -> Office:
    """A volume with a chapter in every part, bound."""
    for duty in (office.duty_a, office.duty_b):
        make_accepted(duty=duty)
    exhibit = make_duty(
        conference=office.conference, unit=office.unit_a, kind=DutyKind.EXHIBIT, state=DutyState.HANDED_IN
    )
    Evidence.objects.create(duty=exhibit, ordinal=1, note="Rượu gạo", received_at=NOW, entered_at=NOW)
    for kind in DOCUMENTS:
        make_document(conference=office.conference, kind=kind, state=DocumentState.ISSUED, subject=kind)
    bind(office)
    return office


def waiting() -> int:
    """How many builds wait."""
    return Build.objects.filter(state=BuildState.WAITING).count()


def volume_set(**values: object) -> Callable[[Office], object]:
    """A column of the volume, written past its action."""
    return lambda _office: Volume.objects.update(**values)


def decision_first(office: Office) -> None:
    for place, code in enumerate(("decision", "programme")):
        VolumePart.objects.create(volume_id=office.conference.pk, code=code, place=place)


def without_exhibits(office: Office) -> object:
    return VolumePart.objects.create(volume_id=office.conference.pk, code="exhibits", is_left_out=True)


def conference_set(**values: object) -> Callable[[Office], object]:
    """A column of the conference, written past its action."""
    return lambda _office: Conference.objects.update(**values)


def setting(key: str, value: object, *, of_host: bool = False) -> Callable[[Office], object]:
    """A setting of the conference or its host, written past its action."""

    def write(office: Office) -> object:
        scope = reference(office.conference.host if of_host else office.conference)
        return Setting.objects.create(key=key, scope=scope, value=value, valid_from_on=None)

    return write


def document_of(kind: str) -> Callable[[Office], object]:
    """The document of a kind called back past its action."""
    return lambda _office: Document.objects.filter(kind=kind).update(state=DocumentState.RECALLED)


def paper_by_hand(office: Office) -> object:
    return ChapterSetting.objects.create(
        volume_id=office.conference.pk,
        code=f"paper:{office.duty_a.pk}",
        by_hand={"lines": 1.5},
        made_by=office.clerk,
        made_at=NOW,
    )


CHANGES: dict[str, Callable[[Office], object]] = {
    "a paper": lambda _office: Paper.objects.update(title="Tên khác"),
    "the order of papers": lambda office: Paper.objects.filter(pk=office.duty_b.pk).update(place=0),
    "a paper that goes": lambda office: Duty.objects.filter(pk=office.duty_a.pk).update(state=DutyState.RETURNED),
    "exhibits": lambda _office: Evidence.objects.filter(note="Rượu gạo").update(note="Rượu nếp"),
    **{kind: document_of(kind) for kind in DOCUMENTS},
    "the title on the cover": volume_set(title="Kỷ yếu"),
    "the line below it": volume_set(subtitle="Năm 2024"),
    "the name of the conference": conference_set(short_title="Hội nghị khác"),
    "its day": conference_set(held_on=date(2024, 11, 30)),
    "how the host writes itself": setting(OFFICE_KEY, {"own": ["BAN KHÁC"]}, of_host=True),
    "the form": setting(FORM_KEY, {"size_pt": 13}),
    "the index": volume_set(has_index=False),
    "how print opens": volume_set(opens_right=True),
    "the order of parts": decision_first,
    "a part left out": without_exhibits,
    "a chapter set by hand": paper_by_hand,
}


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_whatever_the_volume_is_made_of_is_looked_at(whole: Office, change: str) -> None:
    look_after_volumes()
    assert waiting() == 0

    CHANGES[change](whole)
    look_after_volumes()

    assert waiting() == 1


def test_what_is_not_bound_is_no_reason(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    Volume.objects.update(copies=300)
    make_document(conference=office.conference, kind="programme", state=DocumentState.CHECKED)

    look_after_volumes()

    assert waiting() == 0


@pytest.mark.parametrize(("held_on", "builds"), [(date(2024, 10, 21), 1), (date(2024, 10, 20), 0)])
def test_a_conference_that_is_over_keeps_its_volume(office: Office, held_on: date, builds: int) -> None:
    make_accepted(duty=office.duty_a)
    Conference.objects.update(held_on=held_on)
    office.conference.refresh_from_db()
    bind(office)
    setting(OFFICE_KEY, {"own": ["BAN KHÁC"]}, of_host=True)(office)

    look_after_volumes()

    assert waiting() == builds


def test_a_build_that_remembers_nothing_but_chapters_is_compared_by_those(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    build = bind(office)
    Build.objects.update(contents=[entry for entry in build.contents if entry["part"] != AROUND])

    look_after_volumes()
    assert waiting() == 0

    Paper.objects.update(title="Tên khác")
    look_after_volumes()
    assert waiting() == 1


def test_a_volume_that_is_not_automatic_or_has_nothing_to_bind_is_let_be(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    bind(office)
    Volume.objects.update(is_automatic=False, title="Kỷ yếu")
    make_build(volume=volume_of(make_conference()), state=BuildState.FAILED)

    look_after_volumes()

    assert waiting() == 0


def test_a_build_whose_worker_died_is_given_up_and_what_changed_is_bound(office: Office) -> None:
    make_accepted(duty=office.duty_a)
    volume = volume_of(office.conference)
    make_build(volume=volume)
    dead = make_build(volume=volume, state=BuildState.RUNNING)

    look_after_volumes()

    dead.refresh_from_db()
    assert (dead.state, dead.fault, waiting()) == (BuildState.FAILED, STOPPED, 1)
