"""An office's own texts: versions kept, wrong ones refused, a way back."""

import pytest

from tests.factories.conferences import NOW, make_conference, make_user
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.documents.actions.templates import TemplateMoved, keep_template, restore_shipped
from tongket.documents.bodies import shipped
from tongket.documents.models import Template
from tongket.documents.queries.making import make_now
from tongket.documents.queries.texts import kind_lines, template_of, versions_of
from tongket.documents.templating import TemplateFault

pytestmark = pytest.mark.django_db


def keep(seen: int, body: str = "Của mình {{ dia_diem }}", subject: str = "Về {{ ten_hoi_nghi }}") -> Template:
    conference = Conference.objects.first() or make_conference()
    return keep_template(
        unit=conference.host, kind="notice", subject=subject, body=body, note="thử", seen=seen, by=make_user(), now=NOW
    )


def test_an_own_text_is_in_force() -> None:
    kept = keep(0)

    text = template_of(kept.unit, "notice")
    assert (text.subject, text.body, text.ordinal, text.is_own) == (kept.subject, kept.body, 1, True)
    assert Event.objects.get(verb="keep_template").changes == {"kind": "notice", "ordinal": 1, "is_shipped": False}
    conference = kept.unit.hosted.get()
    assert make_now(conference, "notice", {}, {"địa điểm họp": "Phòng *A*"}).body == r"Của mình Phòng \*A\*"


def test_the_way_back_follows_the_shipped_text() -> None:
    kept = keep(0)

    restore_shipped(unit=kept.unit, kind="notice", seen=1, by=make_user(), now=NOW)

    text = template_of(kept.unit, "notice")
    assert (text.body, text.ordinal, text.is_own) == (shipped("notice").text, 2, False)
    assert [version.ordinal for version in versions_of(kept.unit, "notice")] == [2, 1]


def test_other_offices_and_kinds_keep_theirs() -> None:
    kept = keep(0)

    assert template_of(make_conference().host, "notice").ordinal == 0
    assert [line.kind.code for line in kind_lines(kept.unit) if line.is_own] == ["notice"]


@pytest.mark.parametrize(("body", "subject"), [("{{ nope }}", "x"), ("x", "{{ nope }}"), ("{{", "x")])
def test_error_for_a_wrong_text(body: str, subject: str) -> None:
    with pytest.raises(TemplateFault):
        keep(0, body, subject)

    assert Template.objects.count() == 0


def test_error_when_somebody_was_faster() -> None:
    kept = keep(0)

    with pytest.raises(TemplateMoved):
        keep(0)
    with pytest.raises(TemplateMoved):
        restore_shipped(unit=kept.unit, kind="notice", seen=0, by=make_user(), now=NOW)
    assert Template.objects.count() == 1
