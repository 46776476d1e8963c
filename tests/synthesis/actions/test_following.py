"""The report hears that a review changed."""

import pytest

from tests.factories.synthesis import Reported, make_said
from tongket.core.models import Job
from tongket.synthesis.actions.following import FOLLOW, follow
from tongket.synthesis.models import Placement, Report


def test_a_late_report_marks_the_report_and_queues_a_job(reported: Reported) -> None:
    review = make_said(reported.conference, reported.units[-1])

    assert reported.report.moved == [review.pk]
    job = Job.objects.filter(name=FOLLOW).order_by("pk").last()
    assert job is not None
    assert job.arguments == {"conference_id": reported.conference.pk, "review_id": review.pk}


def test_the_job_places_what_is_new(reported: Reported) -> None:
    review = make_said(reported.conference, reported.units[-1])
    Placement.objects.filter(statement__review=review).delete()

    follow(reported.conference.pk, review.pk)

    assert Placement.objects.filter(statement__review=review).count() == 3


@pytest.mark.django_db
def test_a_conference_that_is_gone_is_no_fault() -> None:
    follow(0, 0)

    assert Placement.objects.count() == 0


def test_nothing_is_behind_before_the_first_run(reported: Reported) -> None:
    Report.objects.update(composed_at=None, moved=[])

    make_said(reported.conference, reported.units[-1])

    assert Report.objects.get().moved == []
