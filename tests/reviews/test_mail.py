import pytest

from tests.factories.conferences import NOW, make_user
from tests.factories.reviews import figures_value, make_outline, make_review, make_review_duty
from tongket.conferences.actions.duties import DutyMoved
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind
from tongket.core import files
from tongket.core.models import StoredFile
from tongket.mailbox.handlers import Filing, handler_of
from tongket.reading.refusals import refuse
from tongket.reviews.actions import handing_in
from tongket.reviews.actions.deciding import accept_review
from tongket.reviews.models import Figure, ReviewVersion
from tongket.reviews.rules import CameAs, FigureState
from tongket.reviews.values import Filled, Outline
from tongket.reviews.workshop import Read

pytestmark = pytest.mark.django_db


def stored(name: str) -> StoredFile:
    return files.store(data=name.encode(), name=name, now=NOW)


def filing(duty: Duty, *names: str) -> Filing:
    return Filing(duty, tuple(stored(name) for name in names), "Thư của xã", NOW, None, NOW)


@pytest.fixture
def duty() -> Duty:
    """A duty to hand in a review, of a conference with an outline."""
    made = make_review_duty()
    make_outline(conference=made.conference)
    return made


def read_by_name(data: bytes, name: str, outline: Outline) -> Read:
    """Stands in for the readers: a sheet says 20, a report proposes 5, everything else is broken."""
    if name.endswith(".xlsx"):
        return Read(CameAs.SHEET, Filled(figures=figures_value({"models": 20})))
    if name.endswith(".docx"):
        proposed = figures_value({"money": 5}, state=FigureState.PROPOSED)
        return Read(CameAs.REPORT, Filled(figures=proposed), ("Dòng",), ())
    raise refuse("broken")


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads files by their names."""
    monkeypatch.setattr(handing_in, "read_file", read_by_name)


def test_mailed_form_is_a_version_by_itself(duty: Duty) -> None:
    evidence, event = handler_of(DutyKind.REVIEW).file(filing(duty, "anh.png", "bieu.xlsx"))

    version = ReviewVersion.objects.get()
    assert (version.evidence, version.came_as, version.channel, version.made_by) == (evidence, "sheet", "email", None)
    assert event.changes["evidence"] == evidence.pk
    assert [other.name for other in evidence.others.all()] == ["anh.png"]
    assert version.review.confirmed_at is None


@pytest.mark.parametrize("name", ["bieu.xlsx", "bieu.xls", "bieu.ods"])
def test_form_wins_over_the_covering_letter_beside_it(duty: Duty, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def read(data: bytes, name: str, outline: Outline) -> Read:
        return read_by_name(data, "x.docx" if name.endswith(".docx") else "x.xlsx", outline)

    monkeypatch.setattr(handing_in, "read_file", read)

    handler_of(DutyKind.REVIEW).file(filing(duty, "cong-van.docx", name))

    version = ReviewVersion.objects.get()
    assert (version.file and version.file.name, version.came_as) == (name, "sheet")


def test_mailed_report_only_proposes(duty: Duty) -> None:
    handler_of(DutyKind.REVIEW).file(filing(duty, "bao-cao.docx"))

    assert [row.state for row in Figure.objects.all()] == ["proposed"]


def test_what_nobody_can_read_is_kept_with_the_reason(duty: Duty) -> None:
    handler_of(DutyKind.REVIEW).file(filing(duty, "hong.pdf"))

    version = ReviewVersion.objects.get()
    assert version.file is not None
    assert (version.file.name, [each["code"] for each in version.findings]) == ("hong.pdf", ["broken"])


def test_form_of_another_unit_is_kept_and_said(duty: Duty, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(_data: bytes, _name: str, _outline: Outline) -> Read:
        return Read(CameAs.SHEET, Filled(figures=figures_value({"models": 20})), unit_key="9-9")

    monkeypatch.setattr(handing_in, "read_file", read)

    handler_of(DutyKind.REVIEW).file(filing(duty, "bieu.xlsx"))

    assert [each["code"] for each in ReviewVersion.objects.get().findings] == ["form-of-other-unit"]
    assert Figure.objects.count() == 0


def test_mail_never_replaces_what_was_accepted(duty: Duty) -> None:
    review = make_review(conference=duty.conference, duty=duty, figures={"models": 1}, confirmed=True)
    accept_review(review=review, by=make_user(), now=NOW)
    duty.refresh_from_db()

    with pytest.raises(DutyMoved):
        handler_of(DutyKind.REVIEW).file(filing(duty, "bieu.xlsx"))
