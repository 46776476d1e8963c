"""From the file of a plan to a running conference, by the actions that page, API and command line share."""

import json
from pathlib import Path

import pytest

from tests.factories.conferences import NOW, make_user
from tongket.accounts.models import User
from tongket.conferences.actions import readings as act
from tongket.conferences.actions.starting import start_conference
from tongket.conferences.models import Conference, FactState, Reading, ReadingState
from tongket.conferences.queries.listing import contract_of
from tongket.conferences.queries.readings import HostUnknown, facts_of
from tongket.conferences.samples import SAMPLES
from tongket.plans.facts import to_json
from tongket.units.actions.directories import import_file
from tongket.units.models import Role, Unit

SAMPLE_FOLDER = Path(__file__).parents[1] / "samples"
HOST = "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố"


def read_sample(by: User) -> Reading:
    sample = SAMPLES["tam-ky-2024"]
    return act.start_reading(data=sample.read(), name=sample.file, by=by, now=NOW)


@pytest.fixture
def clerk(db: None) -> User:
    by = make_user(name="Trần Thị Lệ")
    import_file(data=(SAMPLE_FOLDER / "directories" / "tam-ky-2024.csv").read_bytes(), by=by, now=NOW)
    return make_user(unit=Unit.objects.get(name=HOST), role=Role.CLERK)


def expected_duties() -> list[dict[str, object]]:
    rows = json.loads((SAMPLE_FOLDER / "duties" / "01-tam-ky-2024.json").read_text(encoding="utf-8"))
    return sorted(rows, key=lambda row: (row["clause"], row["kind"], row["unit"]))


@pytest.mark.slow
def test_model_plan_gives_its_75_duties(clerk: User) -> None:
    conference = start_conference(reading=read_sample(clerk), by=clerk, now=NOW)

    assert contract_of(conference) == expected_duties()
    assert conference.short_title == "Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”"
    assert (conference.host.name, conference.held_on, conference.paper_pages, conference.paper_minutes) == (
        HOST,
        None,
        3,
        7,
    )


@pytest.mark.slow
def test_facts_of_the_reading_are_the_contract(clerk: User) -> None:
    reading = read_sample(clerk)

    expected = json.loads((SAMPLE_FOLDER / "plans" / "01-tam-ky-2024.facts.json").read_text(encoding="utf-8"))
    assert to_json(facts_of(reading.facts.all())) == expected


@pytest.mark.slow
def test_confirmed_edited_removed_added_and_taken_back(clerk: User) -> None:
    reading = read_sample(clerk)
    issuer = reading.facts.select_related("reading").get(key="issuer")
    paper = reading.facts.select_related("reading").get(key="papers", ordinal=5)

    act.confirm_fact(fact=issuer, by=clerk, now=NOW)
    act.edit_fact(fact=paper, value={**(paper.value or {}), "unit": "Hội Cựu chiến binh thành phố"}, by=clerk, now=NOW)
    edited = facts_of(reading.facts.all()).papers[5].unit
    act.restore_fact(fact=paper, by=clerk, now=NOW)
    act.remove_fact(fact=paper, by=clerk, now=NOW)
    removed = len(facts_of(reading.facts.all()).papers)
    act.restore_fact(fact=paper, by=clerk, now=NOW)
    act.add_fact(reading=reading, key="budget", value={"clause": None, "text": "Ngân sách"}, by=clerk, now=NOW)

    facts = facts_of(reading.facts.all())
    assert (edited, removed, len(facts.papers)) == ("Hội Cựu chiến binh thành phố", 5, 6)
    assert [item.text for item in facts.budget] == ["Ngân sách"]
    assert reading.facts.get(key="issuer").state == FactState.CONFIRMED


@pytest.mark.slow
def test_error_somebody_else_changed_the_fact(clerk: User) -> None:
    reading = read_sample(clerk)
    mine = reading.facts.select_related("reading").get(key="issuer")
    theirs = reading.facts.select_related("reading").get(key="issuer")
    act.confirm_fact(fact=theirs, by=clerk, now=NOW)

    with pytest.raises(act.FactMoved):
        act.remove_fact(fact=mine, by=clerk, now=NOW)


@pytest.mark.slow
def test_chosen_working_day_moves_the_papers_as_the_offices_day(clerk: User) -> None:
    reading = read_sample(clerk)
    act.answer_finding(reading=reading, finding="deadline-day@IV.2", answer="working-day", by=clerk, now=NOW)

    conference = start_conference(reading=reading, by=clerk, now=NOW)

    days = {
        (duty.due_on.isoformat(), duty.due_source) for duty in conference.duties.filter(kind="paper") if duty.due_on
    }
    assert days == {("2024-10-18", "office")}


@pytest.mark.slow
def test_error_started_twice(clerk: User) -> None:
    reading = read_sample(clerk)
    start_conference(reading=reading, by=clerk, now=NOW)

    with pytest.raises(act.ReadingClosed):
        start_conference(reading=reading, by=clerk, now=NOW)
    assert Conference.objects.count() == 1
    assert Reading.objects.get(pk=reading.pk).state == ReadingState.MADE


@pytest.mark.slow
def test_error_host_unknown_keeps_the_reading_open(db: None) -> None:
    by = make_user()
    reading = read_sample(by)

    with pytest.raises(HostUnknown, match="không khớp đơn vị nào trong danh bạ"):
        start_conference(reading=reading, by=by, now=NOW)
    assert Reading.objects.get(pk=reading.pk).state == ReadingState.OPEN


@pytest.mark.slow
def test_name_nobody_knows_gives_a_duty_without_a_unit_until_settled(clerk: User) -> None:
    Unit.objects.filter(name="Phòng Kinh tế").delete()
    reading = read_sample(clerk)
    first = start_conference(reading=reading, by=clerk, now=NOW)
    named = Unit.objects.get(name="Hội Cựu chiến binh thành phố")
    second = read_sample(clerk)
    act.settle_name(reading=second, name="Phòng Kinh tế", units=[named], by=clerk, now=NOW)
    settled = start_conference(reading=second, by=clerk, now=NOW)

    assert list(first.duties.filter(unit=None).order_by("kind").values_list("kind", "unit_name")) == [
        ("delegates", "Phòng Kinh tế"),
        ("nomination", "Phòng Kinh tế"),
    ]
    assert settled.duties.filter(kind="nomination", unit=named).count() == 1


@pytest.mark.slow
def test_conference_of_the_plan_above_becomes_the_parent(clerk: User) -> None:
    above = start_conference(reading=read_sample(clerk), by=clerk, now=NOW)
    above.plan_versions.update(number="294/KH-MTTQ-BTT", issued_on="2024-05-31")

    below = start_conference(reading=read_sample(clerk), by=clerk, now=NOW)

    assert below.parent == above
