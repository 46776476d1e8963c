"""Two windows never lose each other's words."""

import pytest

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyState
from tongket.core.models import Event
from tongket.papers.actions.drafting import LONGEST, DraftMoved, drop_aside, save_draft, take_aside
from tongket.papers.models import DraftAside, Paper
from tongket.papers.queries.papers import paper_of


def saved(office: Office, text: str, revision: int) -> Paper:
    """The draft of unit A's paper after this save."""
    duty = Duty.objects.get(pk=office.duty_a.pk)
    return save_draft(paper=paper_of(duty), text=text, revision=revision, by=office.member_a, now=NOW)


def test_the_first_words_put_the_duty_to_work(office: Office) -> None:
    paper = saved(office, "Kính thưa\r\nquý vị", 0)

    assert (paper.draft, paper.draft_revision, paper.draft_at) == ("Kính thưa\nquý vị", 1, NOW)
    assert Duty.objects.get(pk=office.duty_a.pk).state == DutyState.WORKING


def test_saving_again_leaves_no_second_line_in_the_trail(office: Office) -> None:
    saved(office, "Kính thưa", 0)
    saved(office, "Kính thưa quý vị", 1)

    assert Event.objects.filter(verb__in=["begin_draft", "save_draft"]).count() == 1


def test_a_window_behind_keeps_its_words_aside(office: Office) -> None:
    saved(office, "Cửa sổ một", 0)

    with pytest.raises(DraftMoved) as moved:
        saved(office, "Cửa sổ hai", 0)

    assert (moved.value.paper.draft, moved.value.aside.text) == ("Cửa sổ một", "Cửa sổ hai")
    assert DraftAside.objects.get().text == "Cửa sổ hai"


def test_the_same_words_twice_are_no_quarrel(office: Office) -> None:
    saved(office, "Một lời", 0)

    assert saved(office, "Một lời", 0).draft_revision == 1


def test_what_was_kept_aside_changes_places_with_the_draft(office: Office) -> None:
    saved(office, "Cửa sổ một", 0)
    with pytest.raises(DraftMoved):
        saved(office, "Cửa sổ hai", 0)
    aside = DraftAside.objects.select_related("paper__duty__conference").get()

    paper = take_aside(aside=aside, revision=1, by=office.member_a, now=NOW)

    assert (paper.draft, paper.draft_revision, DraftAside.objects.get().text) == ("Cửa sổ hai", 2, "Cửa sổ một")


def test_what_was_kept_aside_can_be_dropped(office: Office) -> None:
    saved(office, "Cửa sổ một", 0)
    with pytest.raises(DraftMoved):
        saved(office, "Cửa sổ hai", 0)

    drop_aside(aside=DraftAside.objects.select_related("paper__duty__conference").get(), by=office.member_a, now=NOW)

    assert list(DraftAside.objects.all()) == []


def test_a_text_longer_than_any_paper_is_refused(office: Office) -> None:
    with pytest.raises(ValueError, match="400000"):
        saved(office, "a" * (LONGEST + 1), 0)
