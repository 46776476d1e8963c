"""A corrected plan applied to a running conference, and taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conferences.city import City
from tests.conferences.corrected import CHANGES
from tests.factories.conferences import NOW
from tongket.conferences.actions import duties as act
from tongket.conferences.actions.correcting import (
    ChoicesOpen,
    DifferenceMoved,
    apply_correction,
)
from tongket.conferences.actions.readings import (
    ReadingClosed,
    add_fact,
    edit_fact,
    settle_name,
)
from tongket.conferences.actions.settling import number_plan, settle_conference
from tongket.conferences.actions.starting import start_conference, unmake_conference
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.actions.taking_back_correction import take_back_correction
from tongket.conferences.correction import Choice, How
from tongket.conferences.kinds import KINDS, Replanned
from tongket.conferences.models import Conference, Contact, Duty, Evidence, PlanVersion, Reading, ReadingState
from tongket.conferences.plan_says import NAMES
from tongket.conferences.queries.corrections import difference_of
from tongket.conferences.queries.unit_page import unit_page
from tongket.conferences.rules import Channel, DueSource, DutyKind, DutyState
from tongket.core.models import Event
from tongket.plans.facts import from_json
from tongket.units.models import Unit

pytestmark = pytest.mark.slow
TODAY = NOW.date()
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")


def everything(conference: Conference) -> Any:
    """All that a correction may touch."""
    conference.refresh_from_db()
    duties = list(Duty.objects.filter(conference=conference).order_by("pk").values())
    return [getattr(conference, name) for name in NAMES], duties, conference.plan_versions.count()


def test_difference_knows_what_was_added_moved_changed_and_withdrawn(city: City) -> None:
    act.hand_in(duty=city.duty(DutyKind.NOMINATION, "Phòng Kinh tế"), note="Hồ sơ", by=city.clerk, now=NOW)

    difference = city.difference()

    counts = {how.value: number for how, number in difference.counts.items()}
    assert counts == {"moved": 29, "same": 24, "changed": 18, "withdrawn": 4, "added": 3}
    assert [(change.owed.kind.value, change.owed.unit_name) for change in difference.open] == [
        ("nomination", "Phòng Kinh tế")
    ]


def test_reading_alone_changes_nothing_of_the_conference(city: City) -> None:
    before = everything(city.conference)

    city.difference()

    assert everything(city.conference) == before


def test_applied_correction_is_a_version_with_its_clauses_and_one_line_of_the_trail(city: City) -> None:
    difference = city.difference()
    events = Event.objects.count()

    version, event = city.apply(difference)

    assert (version.ordinal, Event.objects.count() - events, event.verb) == (2, 1, "correct_plan")
    assert version.clauses.filter(name="III.3/7").count() == 1
    assert Reading.objects.get(pk=difference.reading.pk).state == ReadingState.MADE
    papers = Duty.objects.filter(conference=city.conference, kind="paper").exclude(state=DutyState.WITHDRAWN)
    assert sorted(papers.values_list("clause", "due_on", "plan_ordinal")) == [
        (f"III.3/{place}", date(2024, 10, 23), 2) for place in range(1, 8)
    ]


def test_duty_with_evidence_that_the_plan_drops_waits_for_a_person(city: City) -> None:
    duty = city.duty(DutyKind.NOMINATION, "Phòng Kinh tế")
    act.hand_in(duty=duty, note="Hồ sơ", by=city.clerk, now=NOW)
    difference = city.difference()
    reading, stamp, before = difference.reading, difference.stamp, everything(city.conference)

    with pytest.raises(ChoicesOpen) as raised:
        apply_correction(reading=reading, stamp=stamp, choices={}, by=city.clerk, now=NOW)

    assert (raised.value.duty_ids, everything(city.conference)) == ((duty.pk,), before)


@pytest.mark.parametrize(
    ("choice", "state", "ordinal", "how"),
    [(Choice.KEEP, DutyState.HANDED_IN, 1, "kept"), (Choice.WITHDRAW, DutyState.WITHDRAWN, 1, "withdrawn")],
)
def test_kept_duty_stays_as_it_is_and_a_withdrawn_one_keeps_its_evidence(
    city: City, choice: Choice, state: DutyState, ordinal: int, how: str
) -> None:
    duty = city.duty(DutyKind.NOMINATION, "Phòng Kinh tế")
    act.hand_in(duty=duty, note="Hồ sơ", by=city.clerk, now=NOW)

    version, _event = city.apply(city.difference(), {duty.pk: choice})

    duty.refresh_from_db()
    version.refresh_from_db()
    assert (duty.state, duty.plan_ordinal, version.changes["duties"][str(duty.pk)]["how"]) == (state, ordinal, how)
    evidence = Evidence.objects.get(duty=duty)
    assert (evidence.clause, evidence.plan_ordinal, evidence.taken_back_at) == ("III.3/1", 1, None)


def test_quote_of_a_kept_duty_is_that_of_its_own_version(city: City) -> None:
    duty = city.duty(DutyKind.NOMINATION, "Phòng Kinh tế")
    act.hand_in(duty=duty, note="Hồ sơ", by=city.clerk, now=NOW)
    city.apply(city.difference())

    jobs = unit_page(city.conference, Unit.objects.get(name="Phòng Kinh tế"), today=TODAY).jobs

    quotes = {job.duty.kind: job.quote for job in jobs}
    assert quotes["nomination"].startswith("Đề nghị Phòng Kinh tế; Hội LHPN")


def test_person_who_kept_a_duty_is_not_asked_again_by_the_next_correction(city: City) -> None:
    act.hand_in(duty=city.duty(DutyKind.NOMINATION, "Phòng Kinh tế"), note="Hồ sơ", by=city.clerk, now=NOW)
    city.apply(city.difference())

    again = city.difference()

    assert ([change.how for change in again.duties if change.owed.unit_name == "Phòng Kinh tế"], again.open) == (
        [How.SAME, How.KEPT],
        (),
    )


def test_untouched_duty_that_the_plan_drops_is_withdrawn_and_given_again_by_the_next(city: City) -> None:
    city.apply(city.difference())
    withdrawn = city.duty(DutyKind.PAPER, "phường An Phú")

    city.apply(city.difference(DAYS))

    again = city.duty(DutyKind.PAPER, "phường An Phú")
    assert (withdrawn.state, withdrawn.remark) == (
        DutyState.WITHDRAWN,
        "Kế hoạch bản 2 không còn giao việc này.",
    )
    assert (again.pk, again.state, again.remark, again.clause) == (withdrawn.pk, DutyState.OPEN, "", "III.2/6")


def test_day_of_the_office_stays_until_a_person_takes_the_plans(city: City) -> None:
    kept, moved = city.duty(DutyKind.PAPER, "xã Tam Thăng"), city.duty(DutyKind.PAPER, "phường Tân Thạnh")
    for duty in (kept, moved):
        act.set_due(duty=duty, due_on=date(2024, 10, 28), by=city.clerk, now=NOW)

    city.apply(city.difference(DAYS), {moved.pk: Choice.PLAN_DAY})

    kept.refresh_from_db()
    moved.refresh_from_db()
    assert (kept.due_on, kept.due_source) == (date(2024, 10, 28), DueSource.OFFICE)
    assert (moved.due_on, moved.due_source) == (date(2024, 10, 23), DueSource.PLAN)


def test_ticked_parts_stay_ticked(city: City) -> None:
    task = Duty.objects.select_related("conference").get(conference=city.conference, clause="IV.1/3")
    act.tick_item(duty=task, item=0, done=True, by=city.clerk, now=NOW)

    city.apply(city.difference(("khẩu hiệu, phát hành giấy mời", "phát hành giấy mời, khẩu hiệu, cờ, hoa")))

    task.refresh_from_db()
    assert [part["text"] for part in task.checklist if part["done"]] == ["Chuẩn bị kinh phí"]


def test_error_applied_twice(city: City) -> None:
    difference = city.difference()
    city.apply(difference)

    with pytest.raises(ReadingClosed):
        city.apply(difference)

    assert city.conference.plan_versions.count() == 2


def late_hand_in(city: City) -> None:
    act.hand_in(duty=city.duty(DutyKind.PAPER, "xã Tam Thăng"), note="Bài", by=city.clerk, now=NOW)


def other_correction(city: City) -> None:
    city.apply(city.difference(DAYS))


def edited_fact(city: City) -> None:
    paper = city.conference.corrections.get().facts.select_related("reading").get(key="papers", ordinal=1)
    edit_fact(fact=paper, value={**(paper.value or {}), "topic": "Chủ đề khác"}, by=city.clerk, now=NOW)


@pytest.mark.parametrize("meanwhile", [late_hand_in, other_correction, edited_fact])
def test_error_something_moved_between_looking_and_applying(city: City, meanwhile: Callable[[City], None]) -> None:
    difference = city.difference()
    meanwhile(city)
    before = everything(city.conference)

    with pytest.raises(DifferenceMoved):
        city.apply(difference)

    assert everything(city.conference) == before


def test_correction_is_taken_back_wholly_and_its_reading_is_open_again(city: City) -> None:
    act.hand_in(duty=city.duty(DutyKind.NOMINATION, "Phòng Kinh tế"), note="Hồ sơ", by=city.clerk, now=NOW)
    before = everything(city.conference)
    difference = city.difference(*CHANGES, ("Số 99 Hùng Vương", "Số 12 Trần Phú"))
    version, event = city.apply(
        difference, {change.old.id: Choice.WITHDRAW for change in difference.open if change.old}
    )
    version.refresh_from_db()
    venue = Conference.objects.get(pk=city.conference.pk).venue

    take_back_correction(version=version, event=event, by=city.clerk, now=NOW)

    assert "Số 12 Trần Phú" in venue
    assert everything(city.conference) == before
    assert (difference.reading.state, city.conference.corrections.get().state) == (ReadingState.OPEN, ReadingState.OPEN)


def test_rooms_hear_of_a_correction_and_of_its_way_back(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    paper = replace(KINDS[DutyKind.PAPER], ruled_anew=heard.append)
    monkeypatch.setitem(KINDS, DutyKind.PAPER, paper)
    version, event = city.apply(city.difference(), {})
    version.refresh_from_db()
    assert heard == [city.conference.pk]

    take_back_correction(version=version, event=event, by=city.clerk, now=NOW)

    assert heard == [city.conference.pk] * 2


def test_rooms_move_what_hangs_on_clauses_and_are_given_back_what_they_kept(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Replanned] = []

    def moved(replanned: Replanned) -> Any:
        heard.append(replanned)
        return {"moved": [7]}

    monkeypatch.setitem(KINDS, DutyKind.PAPER, replace(KINDS[DutyKind.PAPER], followed_plan=moved))
    old = from_json(city.conference.plan_versions.get().facts)
    version, event = city.apply(city.difference(), {})
    version.refresh_from_db()
    new = from_json(version.facts)
    take_back_correction(version=version, event=event, by=city.clerk, now=NOW)

    key = city.conference.pk
    assert heard == [Replanned(key, old, new), Replanned(key, new, old, {"moved": [7]})]


def told(city: City, version: PlanVersion) -> None:
    unit = Unit.objects.get(name__endswith="xã Tam Thăng", duties__kind="paper")
    facts = {"channel": Channel.ZALO, "made_by": city.clerk, "made_at": NOW}
    Contact.objects.create(conference=city.conference, unit=unit, version=version, **facts)


def handed_in(city: City, version: PlanVersion) -> None:
    act.hand_in(duty=city.duty(DutyKind.PAPER, "xã Tam Ngọc"), note="Bài", by=city.clerk, now=NOW)


def day_moved(city: City, version: PlanVersion) -> None:
    act.set_due(duty=city.duty(DutyKind.PAPER, "xã Tam Thăng"), due_on=TODAY, by=city.clerk, now=NOW)


def new_duty_touched(city: City, version: PlanVersion) -> None:
    act.start_working(duty=city.duty(DutyKind.PAPER, "xã Tam Ngọc"), by=city.clerk, now=NOW)


def corrected_again(city: City, version: PlanVersion) -> None:
    city.apply(city.difference(DAYS))


@pytest.mark.parametrize(
    ("since", "reason"),
    [
        (told, "đã báo cho đơn vị"),
        (handed_in, "đã có đơn vị nộp theo bản này"),
        (day_moved, "có phần việc đã đổi sau khi áp dụng"),
        (new_duty_touched, "có phần việc đã đổi sau khi áp dụng"),
        (corrected_again, "sau bản này đã có bản sửa khác"),
    ],
)
def test_error_too_late_to_take_back_says_why(
    city: City, since: Callable[[City, PlanVersion], None], reason: str
) -> None:
    version, event = city.apply(city.difference())
    version.refresh_from_db()
    since(city, version)
    before = everything(city.conference)

    with pytest.raises(TooLate, match=reason):
        take_back_correction(version=version, event=event, by=city.clerk, now=NOW)

    assert everything(city.conference) == before


def test_what_the_office_settled_stays_unless_the_plan_says_another_word(city: City) -> None:
    values = {name: getattr(city.conference, name) for name in NAMES} | {"venue": "Hội trường B", "held_on": TODAY}
    settle_conference(conference=city.conference, values=values, by=city.clerk, now=NOW)

    city.apply(city.difference(("không quá 7 phút", "không quá 5 phút")))

    city.conference.refresh_from_db()
    assert (city.conference.venue, city.conference.held_on, city.conference.paper_minutes) == ("Hội trường B", TODAY, 5)


def test_number_filled_in_stays_while_the_day_of_issue_does(city: City) -> None:
    number_plan(version=city.conference.plan_versions.get(), number="305/KH", by=city.clerk, now=NOW)

    first, _event = city.apply(city.difference(DAYS))
    second, _event = city.apply(city.difference(("ngày 11 tháng 10", "ngày 15 tháng 10")))

    assert (first.number, second.number) == ("305/KH", "")


def test_correction_follows_the_reading_applied_last_though_another_was_read_later(city: City) -> None:
    applied_last, applied_first = city.read(DAYS), city.read(("không quá 7 phút", "không quá 5 phút"))
    Reading.objects.filter(pk=applied_first.pk).update(made_at=NOW + timedelta(minutes=5))
    paper = applied_last.facts.select_related("reading").get(key="papers", ordinal=1)
    edit_fact(fact=paper, value={**(paper.value or {}), "topic": "Chủ đề đã sửa"}, by=city.clerk, now=NOW)
    for reading in (applied_first, applied_last):
        city.apply(difference_of(Reading.objects.get(pk=reading.pk), today=TODAY))

    again = city.read(DAYS)

    assert (again.facts.get(key="papers", ordinal=1).value or {})["topic"] == "Chủ đề đã sửa"


def test_what_people_said_of_the_plan_in_force_is_said_of_its_correction(city: City) -> None:
    before = city.conference.readings.get()
    Reading.objects.filter(pk=before.pk).update(state=ReadingState.OPEN, answers={"deadline-day@IV.2": "working-day"})
    before.refresh_from_db()
    named = Unit.objects.get(name="Hội Cựu chiến binh thành phố")
    settle_name(reading=before, name="Phòng Kinh tế", units=[named], by=city.clerk, now=NOW)
    paper = before.facts.select_related("reading").get(key="papers", ordinal=1)
    edit_fact(fact=paper, value={**(paper.value or {}), "topic": "Chủ đề đã sửa"}, by=city.clerk, now=NOW)
    add_fact(reading=before, key="budget", value={"clause": None, "text": "Ngân sách"}, by=city.clerk, now=NOW)
    Reading.objects.filter(pk=before.pk).update(state=ReadingState.MADE)

    reading = city.read()

    facts = {row.path: row for row in reading.facts.all()}
    carried = facts["papers/2"]
    assert (carried.state, (carried.value or {})["topic"], (carried.value or {})["clause"]) == (
        "edited",
        "Chủ đề đã sửa",
        "III.3/3",
    )
    assert (facts["budget/0"].state, facts["budget/0"].sure, bool(facts["budget/0"].doubt)) == ("read", 0.5, True)
    assert [unit.pk for unit in reading.names.get(name="Phòng Kinh tế").units.all()] == [named.pk]
    assert reading.answers["deadline-day@IV.2"] == "working-day"


def test_unit_that_the_office_settled_on_a_duty_is_known_to_the_correction(city: City) -> None:
    unit = Unit.objects.get(name="Hội Cựu chiến binh thành phố")
    Duty.objects.filter(conference=city.conference, unit__name="Phòng Kinh tế").update(unit=None)
    Unit.objects.filter(name="Phòng Kinh tế").delete()
    duty = Duty.objects.select_related("conference").get(kind="nomination", unit_name="Phòng Kinh tế")
    act.settle_unit(duty=duty, unit_id=unit.pk, by=city.clerk, now=NOW)

    difference = city.difference(DAYS)

    changes = {change.old.id: change for change in difference.duties if change.old}
    # The plan names this unit elsewhere too, so only the places that stand behind the duty are others now.
    assert (changes[duty.pk].how, difference.counts[How.ADDED]) == (How.MOVED, 0)


def test_error_conference_under_correction_is_not_unmade_and_its_reading_makes_no_second_one(city: City) -> None:
    reading = city.read()
    event = Event.objects.get(verb="start_conference")

    with pytest.raises(TooLate):
        unmake_conference(conference=city.conference, event=event, by=city.clerk, now=NOW + timedelta(minutes=1))
    with pytest.raises(ReadingClosed):
        start_conference(reading=reading, by=city.clerk, now=NOW)
