from datetime import date

import pytest

from tests.factories.conferences import NOW, make_conference, make_user
from tests.factories.reviews import YEAR
from tests.factories.reviews import make_outline as outline_with
from tongket.conferences.models import Conference
from tongket.core.models import Event
from tongket.reviews.actions.outline import make_outline
from tongket.reviews.queries.outline import asked_indicators, current_period, kept_outline, outline_of

pytestmark = pytest.mark.django_db


def with_plan(title: str = "Tổng kết phong trào năm 2024") -> Conference:
    conference = make_conference()
    version = conference.plan_versions.get()
    version.facts = {"title": title, "review": [{"clause": "I/1", "text": "Kết quả tuyên truyền"}]}
    version.save()
    return conference


def test_outline_that_nobody_made_is_read_of_the_plan() -> None:
    conference = with_plan()

    outline = outline_of(conference)

    assert [each.clause for each in outline.questions if each.clause] == ["I/1"]
    assert kept_outline(conference) is None


def test_made_outline_says_the_same_as_the_read_one() -> None:
    conference = with_plan()
    read = outline_of(conference)

    made = make_outline(conference=conference, by=make_user(), now=NOW)

    assert outline_of(conference) == read
    assert make_outline(conference=conference, by=None, now=NOW) == made
    assert Event.objects.filter(verb="make_outline").count() == 1


def test_period_of_the_hosts_earlier_conference_is_compared_with() -> None:
    earlier = make_conference()
    outline_with(conference=earlier, periods=(YEAR,))
    conference = with_plan("Tổng kết phong trào năm 2025")
    conference.host = earlier.host
    conference.save()

    periods = outline_of(conference).periods

    assert [(each.code, each.is_current) for each in periods] == [("2024", False), ("2025", True)]


def test_current_period_and_asked_indicators() -> None:
    outline = outline_of(with_plan())

    current = current_period(outline)
    assert current is not None
    assert current.first_on == date(2024, 1, 1)
    assert "ideas_rate" not in {each.code for each in asked_indicators(outline)}
    assert len(asked_indicators(outline)) == len(outline.indicators) - 1
