"""The report as JSON."""

import json
from typing import Any

import pytest
from django.test import Client

from tests.conftest import ClientOf
from tests.factories.conferences import make_user
from tests.factories.synthesis import SAID, Reported
from tongket.reviews.models import Statement
from tongket.synthesis.models import Recommendation, Theme

TOTAL = "II.so:so:models"


@pytest.fixture
def clerk(reported: Reported, client_of: ClientOf, monday: None) -> Client:
    return client_of(reported.clerk)


def send(client: Client, method: str, address: str, **values: object) -> Any:
    return getattr(client, method)(f"/api/conferences/{address}", json.dumps(values), content_type="application/json")


def test_the_report_is_read_with_sources(clerk: Client, reported: Reported) -> None:
    told = clerk.get(f"/api/conferences/{reported.conference.pk}/report").json()

    row = next(each for each in told["passages"] if each["slot"] == TOTAL)
    assert row["figures"]["tong"] == "15"
    assert {each["sort"] for each in row["sources"]} == {"tally", "figure"}


def test_findings_and_runs(clerk: Client, reported: Reported) -> None:
    told = clerk.get(f"/api/conferences/{reported.conference.pk}/report/findings").json()
    assert (told["counted"], told["expected"], told["findings"]) == (3, 4, [])
    run = send(clerk, "post", f"{reported.conference.pk}/report/compose").json()
    assert run == {"added": 0, "changed": 0, "removed": 0, "news": 0}


def test_sentences_are_written_left_out_and_answered_for(clerk: Client, reported: Reported) -> None:
    row = reported.passage(TOTAL)

    assert send(clerk, "put", f"report-passages/{row.pk}", text="Khác.", revision=0).json()["origin"] == "edited"
    assert send(clerk, "put", f"report-passages/{row.pk}", text="Nữa.", revision=0).status_code == 409
    left = send(clerk, "post", f"report-passages/{row.pk}/leave-out", left_out=True, revision=1).json()
    assert left["left_out"]
    told = send(clerk, "post", f"report-passages/{row.pk}/vouch", because="Theo biên bản.", revision=2).json()
    assert told["vouched_by"] == reported.clerk.name
    added = send(clerk, "post", f"{reported.conference.pk}/report/passages", section="IV", text="Mới.")
    assert (added.status_code, added.json()["origin"]) == (201, "written")


def test_themes_and_recommendations(clerk: Client, reported: Reported) -> None:
    here = reported.conference.pk
    told = clerk.get(f"/api/conferences/{here}/themes").json()
    assert {"Kinh phí cho phong trào và sáng kiến"} <= {each["name"] for each in told["themes"]}
    statement = Statement.objects.filter(text=SAID[1][1]).earliest("pk")
    moved = send(
        clerk, "post", f"{here}/themes/move", statements=[statement.pk], theme=Theme.objects.get(code="ocop").pk
    )
    assert moved.json() == {"moved": 1}
    (card,) = clerk.get(f"/api/conferences/{here}/recommendations").json()
    assert (card["units"], card["state"]) == (3, "draft")
    assert send(clerk, "post", f"recommendations/{card['id']}/move", to="answered", revision=0).status_code == 409
    step = send(clerk, "post", f"recommendations/{card['id']}/move", to="agreed", revision=0)
    assert step.json()["state"] == Recommendation.objects.get().state == "agreed"


def test_units_get_nothing(reported: Reported, client_of: ClientOf, monday: None) -> None:
    unit = client_of(make_user(unit=reported.units[0]))

    for name in ("report", "report/findings", "themes", "recommendations"):
        assert unit.get(f"/api/conferences/{reported.conference.pk}/{name}").status_code == 404
