"""Runs: what they write, and that they keep what people wrote."""

from decimal import Decimal

import pytest

from tests.factories.conferences import NOW
from tests.factories.reports import sample_outline
from tests.factories.synthesis import Reported, counted_again, make_reported, make_said, make_small
from tongket.core.findings import Level
from tongket.exemplars.queries import twins_of
from tongket.reviews.rules import Gather
from tongket.synthesis.actions.composing import compose_report
from tongket.synthesis.actions.sourcing import choose_sources, vouch
from tongket.synthesis.actions.writing import add_passage, edit_passage, leave_out, move_passage
from tongket.synthesis.models import Passage
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Source

TOTAL = "II.so:so:models"


def run(reported: Reported) -> None:
    compose_report(conference=reported.conference, by=reported.clerk, now=NOW)


def late_report(reported: Reported) -> None:
    """The unit that was missing reports after all."""
    make_said(reported.conference, reported.units[-1])
    counted_again(reported)


def test_a_run_writes_sentences_with_sources_and_figures(reported: Reported) -> None:
    row = reported.passage(TOTAL)

    assert row.text.startswith("Năm 2024, có 15 mô hình đang duy trì, theo báo cáo của 3/4 đơn vị")
    assert row.figures["tong"]["printed"] == "15"
    assert {source.sort for source in row.sources.all()} == {SourceSort.TALLY, SourceSort.FIGURE}
    assert reported.report.composed_at == NOW


def test_a_fresh_report_has_nothing_against_it(reported: Reported) -> None:
    assert [finding.code for finding in examined(reported.conference).findings] == []


def test_a_second_run_changes_nothing(reported: Reported) -> None:
    before = list(Passage.objects.order_by("pk").values())

    again = compose_report(conference=reported.conference, by=None, now=NOW)

    assert (again.added, again.changed, again.removed, again.news) == (0, 0, 0, 0)
    assert list(Passage.objects.order_by("pk").values()) == before


def test_untouched_sentences_follow_a_late_report(reported: Reported) -> None:
    late_report(reported)
    codes = {finding.code for finding in examined(reported.conference).findings}

    run(reported)

    assert {"reviews_moved", "figure_moved"} <= codes
    row = reported.passage(TOTAL)
    assert row.text.startswith("Năm 2024, có 20 mô hình đang duy trì, theo báo cáo của cả 04 đơn vị")
    assert [(change.before[:12], change.made_by) for change in row.changes.all()] == [("Năm 2024, có", None)]
    assert examined(reported.conference).findings == ()


def test_what_a_person_wrote_is_never_overwritten_and_the_news_stand_beside_it(reported: Reported) -> None:
    row = reported.passage(TOTAL)
    text = "Các đơn vị giữ được 15 mô hình (3/4 đơn vị báo cáo)."
    edit_passage(passage=row, text=text, revision=row.revision, by=reported.clerk, now=NOW)
    late_report(reported)

    run(reported)

    kept = reported.passage(TOTAL)
    assert (kept.text, kept.has_news) == (text, True)
    assert kept.composed.startswith("Năm 2024, có 20 mô hình")
    found = [
        (each.code, each.values.get("written"), each.values.get("now"))
        for each in examined(reported.conference).findings
    ]
    assert ("figure_moved", "15", "20") in found
    assert {code for code, _written, _now in found} == {"figure_moved", "new_figures"}


def test_what_was_moved_left_out_vouched_for_and_added_stays(reported: Reported) -> None:
    row = reported.passage(TOTAL)
    own = add_passage(section=row.section, text="Câu riêng.", after=row, by=reported.clerk, now=NOW)
    vouch(passage=own, because="Theo biên bản.", revision=0, by=reported.clerk, now=NOW)
    money = reported.passage("II.so:so:money")
    move_passage(passage=money, step="up", revision=money.revision, by=reported.clerk, now=NOW)
    leave_out(passage=row, left_out=True, revision=row.revision, by=reported.clerk, now=NOW)
    order = list(row.section.passages.order_by("ordinal").values_list("pk", flat=True))

    late_report(reported)
    run(reported)

    assert list(row.section.passages.order_by("ordinal").values_list("pk", flat=True)) == order
    own.refresh_from_db()
    assert (own.text, own.vouched_by) == ("Câu riêng.", reported.clerk)
    assert reported.passage(TOTAL).is_left_out


def test_chosen_sources_stay_chosen(reported: Reported) -> None:
    row = reported.passage(TOTAL)
    source = Source(
        SourceSort.FIGURE, reported.reviews[0].figures.get(indicator__code="models", period__code="2024").pk
    )
    choose_sources(passage=row, sources=[source], revision=row.revision, by=reported.clerk, now=NOW)

    run(reported)

    assert [(each.sort, each.key) for each in row.sources.all()] == [("figure", source.key)]


def test_a_sentence_that_has_nothing_to_say_goes_unless_a_hand_is_on_it(reported: Reported) -> None:
    row = reported.passage("III.2:shortcoming:funding")
    other = reported.passage("V:kien-nghi:" + str(reported.conference.recommendations.get().pk))
    edit_passage(passage=other, text="Bố trí kinh phí.", revision=other.revision, by=reported.clerk, now=NOW)
    for review in reported.reviews:
        review.statements.update(is_gone=True)

    run(reported)

    assert not Passage.objects.filter(pk=row.pk).exists()
    other.refresh_from_db()
    assert (other.text, other.composed) == ("Bố trí kinh phí.", "")
    assert "source_gone" in {finding.code for finding in examined(reported.conference).findings}


@pytest.mark.slow
def test_every_figure_of_a_draft_is_what_the_units_said(db: None) -> None:
    reported = make_reported(6, missing=2)

    findings = examined(reported.conference).findings

    # Made-up reports name their models out of one short list, so a person is asked whether some are one.
    pairs = len(twins_of(reported.conference.host))
    assert [(each.code, each.values) for each in findings] == [("models_maybe_one", {"number": pairs})]
    for indicator in sample_outline().indicators:
        if indicator.gather is Gather.SUM:
            told = sum((truth.figures[indicator.code, "2024"] for truth in reported.truth), start=Decimal(0))
            row = Passage.objects.filter(slot__endswith=f":so:{indicator.code}").first()
            printed = row.figures["tong"]["printed"] if row else "0"
            assert printed.replace(".", "").replace(",", ".").lstrip("0") in {f"{told.normalize():f}", ""}


def test_two_conferences_do_not_mix(reported: Reported) -> None:
    other = make_small(units=1, missing=0)

    assert other.report.pk != reported.report.pk
    assert Passage.objects.filter(section__report=other.report).exists()
    assert examined(other.conference).material.coverage.expected == 1


@pytest.mark.django_db
def test_where_nothing_came_the_report_says_so_and_may_not_be_issued() -> None:
    nothing = make_small(units=0, missing=3)

    findings = examined(nothing.conference).findings

    assert "chưa nhận được báo cáo" in nothing.passage("I:bao-cao").text
    assert Level.BLOCKER in {each.level for each in findings}
