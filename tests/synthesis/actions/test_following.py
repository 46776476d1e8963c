"""The report hears that a review changed."""

import pytest

from tests.factories.synthesis import Reported, make_said
from tongket.core.models import Job
from tongket.synthesis.actions.following import FOLLOW, follow
from tongket.synthesis.models import Placement


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
