"""A version is measured again where the review that it is laid beside changes."""

import pytest

from tests.factories.conferences import NOW, make_unit
from tests.factories.papers import make_version
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.core.models import Job
from tongket.papers.actions.measuring import MEASURE, measure_job
from tongket.papers.measuring import Given
from tongket.papers.models import PaperVersion
from tongket.papers.queries.checked import checked
from tongket.papers.queries.papers import paper_of
from tongket.reviews.actions.deciding import take_back_confirmation

SAID = "# Bài của xã\n\nĐịa phương đang duy trì 15 mô hình."


def found(version: PaperVersion) -> list[str]:
    """What the version was found to say otherwise than the review."""
    version.refresh_from_db()
    return [each["quote"] for each in version.findings if each["code"] == "review-figures"]


def waiting() -> list[int]:
    """The versions that jobs will measure."""
    return [job.arguments["version_id"] for job in Job.objects.filter(name=MEASURE).order_by("pk")]


def test_a_review_that_counts_or_counts_no_more_is_laid_beside_the_paper(office: Office) -> None:
    version = make_version(duty=office.duty_a, text=SAID)
    assert waiting() == []

    review = make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12}, confirmed=True)
    assert waiting() == [version.pk]
    measure_job(version.pk)
    assert found(version) == ["Địa phương đang duy trì 15 mô hình."]

    take_back_confirmation(review=review, by=office.leader, now=NOW)
    measure_job(version.pk)
    assert found(version) == []


def test_only_the_version_that_counts_of_that_unit_is_measured_again(office: Office) -> None:
    make_version(duty=office.duty_a, text="Bản một")
    latest = make_version(duty=office.duty_a, text="Bản hai")
    make_version(duty=office.duty_b, text="Bài khác")

    make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12})

    assert waiting() == [latest.pk]


def test_papers_of_the_units_above_are_measured_again_too(office: Office) -> None:
    above = make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12})
    middle = make_review(conference=office.conference, unit=make_unit(), upper=above)
    versions = [make_version(duty=duty, text=SAID) for duty in (office.duty_a, office.duty_b)]
    Job.objects.all().delete()

    make_review(conference=office.conference, unit=make_unit(), upper=middle, figures={"models": 7})

    assert waiting() == [versions[0].pk]


@pytest.mark.parametrize("models", [12, 15])
def test_the_author_is_told_the_same_before_handing_in(office: Office, models: int) -> None:

    make_review(conference=office.conference, unit=office.unit_a, figures={"models": models}, confirmed=True)

    looked = checked(paper_of(office.duty_a), Given(text=SAID), title="", speaker="", on=NOW.date())

    at = f"/conferences/{office.conference.pk}/reviews/{office.unit_a.pk}/#so-models-2024"
    assert [each.figure_at for each in looked.findings if each.finding.code == "review-figures"] == (
        [at] if models == 12 else []
    )
