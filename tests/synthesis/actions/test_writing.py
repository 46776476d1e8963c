"""People write in the report."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.core.models import Event
from tongket.synthesis.actions import writing
from tongket.synthesis.actions.reports import ReportMoved
from tongket.synthesis.actions.sourcing import take_back_vouching, vouch
from tongket.synthesis.models import Passage
from tongket.synthesis.rules import Origin

TOTAL = "II.so:so:models"


@pytest.fixture
def row(reported: Reported) -> Passage:
    return reported.passage(TOTAL)


def test_an_edited_sentence_keeps_who_wrote_it(reported: Reported, row: Passage) -> None:
    before = row.text

    writing.edit_passage(passage=row, text=" Câu  mới. ", revision=0, by=reported.clerk, now=NOW)

    kept = reported.passage(TOTAL)
    assert (kept.text, kept.origin, kept.revision) == ("Câu mới.", Origin.EDITED, 1)
    assert [(each.before, each.after, each.made_by) for each in kept.changes.all()] == [
        (before, "Câu mới.", reported.clerk)
    ]
    assert Event.objects.filter(verb="edit_passage", subject=f"passage:{row.pk}").count() == 1


def test_the_programs_own_words_give_the_sentence_back(reported: Reported, row: Passage) -> None:
    writing.edit_passage(passage=row, text="Khác.", revision=0, by=reported.clerk, now=NOW)

    writing.edit_passage(passage=row, text=row.composed, revision=1, by=reported.clerk, now=NOW)

    assert reported.passage(TOTAL).origin == Origin.COMPOSED


def test_of_two_who_write_at_once_one_is_told(reported: Reported, row: Passage) -> None:
    writing.edit_passage(passage=row, text="Một.", revision=0, by=reported.clerk, now=NOW)

    with pytest.raises(ReportMoved):
        writing.edit_passage(passage=row, text="Hai.", revision=0, by=reported.leader, now=NOW)
    assert reported.passage(TOTAL).text == "Một."


def test_the_programs_sentence_can_be_taken_and_the_own_one_kept(reported: Reported, row: Passage) -> None:
    writing.edit_passage(passage=row, text="Khác.", revision=0, by=reported.clerk, now=NOW)
    Passage.objects.filter(pk=row.pk).update(has_news=True)

    writing.keep_edited(passage=reported.passage(TOTAL), revision=1, by=reported.clerk, now=NOW)
    assert (reported.passage(TOTAL).text, reported.passage(TOTAL).has_news) == ("Khác.", False)
    writing.take_composed(passage=reported.passage(TOTAL), revision=2, by=reported.clerk, now=NOW)

    kept = reported.passage(TOTAL)
    assert (kept.text, kept.origin) == (kept.composed, Origin.COMPOSED)


def test_an_added_sentence_stands_behind_the_one_it_was_added_to(reported: Reported, row: Passage) -> None:
    made = writing.add_passage(section=row.section, text="Mới.", after=row, by=reported.clerk, now=NOW)

    order = list(row.section.passages.order_by("ordinal").values_list("pk", flat=True))
    assert order.index(made.pk) == order.index(row.pk) + 1
    assert (made.origin, made.slot) == (Origin.WRITTEN, "")


def test_a_sentence_moves_within_and_between_sections(reported: Reported, row: Passage) -> None:
    first = row.section.passages.order_by("ordinal").first()
    assert first is not None

    writing.move_passage(passage=first, step="up", revision=0, by=reported.clerk, now=NOW)
    writing.move_passage(passage=first, step="down", revision=1, by=reported.clerk, now=NOW)
    section = reported.report.sections.get(code="IV")
    writing.move_to_section(
        passage=row, section=section, revision=reported.passage(TOTAL).revision, by=reported.clerk, now=NOW
    )

    assert reported.passage(TOTAL).section == section


def test_vouching_ends_with_other_words(reported: Reported, row: Passage) -> None:
    vouch(passage=row, because="Theo biên bản.", revision=0, by=reported.leader, now=NOW)
    assert reported.passage(TOTAL).vouched_by == reported.leader

    writing.edit_passage(passage=row, text="Khác.", revision=1, by=reported.clerk, now=NOW)
    assert reported.passage(TOTAL).vouched_at is None


def test_vouching_can_be_taken_back(reported: Reported, row: Passage) -> None:
    vouch(passage=row, because="Theo biên bản.", revision=0, by=reported.leader, now=NOW)

    take_back_vouching(passage=row, revision=1, by=reported.leader, now=NOW)

    assert reported.passage(TOTAL).vouched_by is None
