"""The command that composes and examines the report."""

import argparse
import json
from pathlib import Path

import pytest

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported, make_small
from tongket.synthesis.actions.writing import add_passage
from tongket.synthesis.commands import synthesise
from tongket.synthesis.models import Report


def call(conference: int, **options: object) -> int:
    given: dict[str, object] = {"docx": None, "check": False, "as_json": False, **options}
    return synthesise(argparse.Namespace(conference=conference, **given))


def test_it_composes_and_writes_the_document(
    db: None, monday: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, target = make_small(composed=False), tmp_path / "bao-cao.docx"

    assert call(made.conference.pk, docx=str(target)) == 0

    assert target.read_bytes()[:2] == b"PK"
    assert capsys.readouterr().out.endswith("3/4 báo cáo của đơn vị.\n")


def test_check_writes_nothing_and_tells_what_is_wrong(
    reported: Reported, monday: None, capsys: pytest.CaptureFixture[str]
) -> None:
    section = reported.report.sections.get(code="IV")
    add_passage(section=section, text="Được chọn làm điểm.", after=None, by=reported.clerk, now=NOW)
    before = Report.objects.values().get()

    assert call(reported.conference.pk, check=True) == 1

    assert "!! Câu chưa có nguồn." in capsys.readouterr().out
    assert Report.objects.values().get() == before


def test_check_as_json(reported: Reported, monday: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(reported.conference.pk, check=True, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


@pytest.mark.django_db
def test_unknown_conferences_and_places_are_refused(
    reported: Reported, monday: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(999_999) == 2
    assert call(reported.conference.pk, docx=str(tmp_path / "none" / "x.docx")) == 2
    assert "Không ghi được" in capsys.readouterr().err
