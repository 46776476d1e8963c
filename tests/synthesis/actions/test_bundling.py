"""The summary packed to be reported upward, and taken by the office above as it was packed."""

import pytest
from django.conf import settings

from tests.factories.conferences import NOW, make_conference, make_unit
from tests.factories.documents import make_document
from tests.factories.reviews import make_outline, make_review_duty
from tests.factories.synthesis import Reported, make_reported
from tests.office import Office
from tongket.core import files
from tongket.documents.rules import DocumentState
from tongket.reviews.actions.bundles import Arrived, take_bundle, trust_sender
from tongket.reviews.bundles.reading import open_bundle
from tongket.reviews.bundles.signing import public_of
from tongket.reviews.models import Tally
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.rules import Kind
from tongket.synthesis.actions.bundling import NotIssued, make_bundle
from tongket.synthesis.queries.totals import tally_value

pytestmark = pytest.mark.django_db


@pytest.fixture
def reported() -> Reported:
    return make_reported(3, missing=1)


def issue(reported: Reported) -> None:
    make_document(conference=reported.conference, kind="summary_report", state=DocumentState.ISSUED, number=41)


def test_nothing_is_packed_before_the_report_is_issued(reported: Reported) -> None:
    make_document(conference=reported.conference, kind="summary_report", state=DocumentState.APPROVED)

    with pytest.raises(NotIssued):
        make_bundle(conference=reported.conference, by=reported.clerk, now=NOW)


def test_a_bundle_holds_the_report_its_figures_and_who_is_missing(reported: Reported) -> None:
    issue(reported)

    kept = make_bundle(conference=reported.conference, by=reported.clerk, now=NOW)

    opened = open_bundle(files.read(kept))
    summary = opened.bundle.summary
    assert opened.key == public_of(settings.BUNDLE_KEY)
    assert (summary.sender.name, summary.about.report_number) == (reported.conference.host.name, "41/MTTQ-BTT")
    assert opened.bundle.report == b"%PDF-1.7 v"
    assert [annex.name for annex in opened.bundle.annexes] == ["bieu-so-lieu.xlsx", "bao-cao.docx"]
    tallies = Tally.objects.filter(unit=reported.conference.host, period__is_current=True).select_related("indicator")
    told = {each.indicator: each.value for each in summary.filled.figures if each.period == "2024"}
    assert told == {
        row.indicator.code: tally_value(row)
        for row in tallies
        if tally_value(row) is not None and row.indicator.gather != "rate"
    }
    assert {(each.number, each.expected, each.missing) for each in summary.coverage} >= {
        (3, 4, (reported.units[3].called,))
    }
    assert {cut.kind for cut in summary.statements} >= {Kind.CONTEXT, Kind.RECOMMENDATION, Kind.STRENGTH}


def test_the_office_above_takes_what_was_packed(reported: Reported, office: Office) -> None:
    """The bundle of one conference becomes the review of its host in the conference above, figure by figure."""
    issue(reported)
    data = files.read(make_bundle(conference=reported.conference, by=reported.clerk, now=NOW))
    asked = outline_of(reported.conference)
    above = make_conference(host=make_unit(place="Quảng Nam"))
    make_outline(conference=above, questions=asked.questions, indicators=asked.indicators, periods=asked.periods)
    host = reported.conference.host
    make_review_duty(conference=above, unit=host)
    trust_sender(unit=host, key=public_of(settings.BUNDLE_KEY), by=office.clerk, now=NOW)
    review = find_review(above, host.pk)
    assert review is not None

    arrived = Arrived(open_bundle(data), files.store(data=data, name="x.tongket", now=NOW))
    version = take_bundle(review=review, arrived=arrived, by=office.clerk, now=NOW)

    summary = arrived.opened.bundle.summary
    figures = version.review.figures.select_related("indicator", "period")
    assert {(row.indicator.code, row.period.code): row.value for row in figures} == {
        (each.indicator, each.period): each.value for each in summary.filled.figures
    }
    assert version.review.statements.filter(is_gone=False).count() == len({c.text for c in summary.statements})
