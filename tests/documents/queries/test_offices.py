"""How an office writes: derived, under what it set from a day on."""

from datetime import date

import pytest

from tests.factories.conferences import NOW, make_conference, make_unit, make_user
from tongket.core.models import Setting
from tongket.documents.actions.offices import set_office
from tongket.documents.kinds import KINDS
from tongket.documents.kinds.known import FORM_KEY, contact_of, setting_on, standard_form
from tongket.documents.queries.offices import heading_of, office_of, overlaid, signer_of
from tongket.documents.render.values import Profile
from tongket.units.models import Membership, Person, Role

pytestmark = pytest.mark.django_db
DAY = date(2024, 10, 21)


def test_an_office_set_from_a_day_on_is_in_force_from_it() -> None:
    unit, by = make_unit(place="Tam Thăng"), make_user()
    first = {"own": ["BTT XÃ"], "profile": "nd30", "archive": ""}

    set_office(unit=unit, values=first, valid_from_on=date(2024, 10, 1), by=by, now=NOW)
    set_office(unit=unit, values={"own": ["BAN MỚI"]}, valid_from_on=date(2024, 11, 1), by=by, now=NOW)

    before, now, later = (office_of(unit, on=day) for day in (date(2024, 9, 30), DAY, date(2024, 11, 2)))
    assert [each.own for each in (before, now, later)] == [("BAN THƯỜNG TRỰC",), ("BTT XÃ",), ("BAN MỚI",)]
    assert (now.profile, now.archive, later.profile) == (Profile.DECREE, "Lưu: VT", Profile.FRONT)


def test_setting_again_from_the_same_day_replaces() -> None:
    unit, by = make_unit(), make_user()

    for own in ("A", "B"):
        set_office(unit=unit, values={"own": [own]}, valid_from_on=DAY, by=by, now=NOW)

    assert [row.value for row in Setting.objects.all()] == [{"own": ["B"]}]


def test_what_an_office_has_not_is_left_aside() -> None:
    office = office_of(make_unit(), on=DAY)

    assert overlaid(office, {"nope": 1, "head": "Trưởng ban"}).head == "Trưởng ban"
    assert overlaid(office, ["x"]) == office


def test_the_head_signs_before_a_deputy() -> None:
    conference = make_conference()
    for name, post in (("Phó Hiền", "Phó Chủ tịch"), ("Ông Chủ", "Chủ tịch")):
        person = Person.objects.create(name=name)
        Membership.objects.create(person=person, unit=conference.host, post=post, role=Role.LEADER)

    assert signer_of(conference) == ("Ông Chủ", "Chủ tịch")


def test_the_plan_tells_who_signs_where_nobody_is_known() -> None:
    conference = make_conference()
    assert signer_of(conference) == ("", "")

    signature = {"authority": "TM. BAN THƯỜNG TRỰC", "position": "PHÓ CHỦ TỊCH", "name": "Nguyễn Thị Thu Hiền"}
    conference.plan_versions.update(facts={"signature": signature})

    assert signer_of(conference) == ("Nguyễn Thị Thu Hiền", "Phó chủ tịch")
    heading = heading_of(conference, KINDS["notice"], on=DAY)
    assert (heading["signer_authority"], heading["symbol"]) == (["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"], "TB-MTTQ-BTT")
    assert heading_of(conference, KINDS["minutes"], on=DAY)["signer_name"] == ""


def test_settings_hold_between_their_days() -> None:
    Setting.objects.create(key="k", scope="a", value=1, valid_until_on=date(2024, 9, 30))
    Setting.objects.create(key="k", scope="a", value=2, valid_from_on=date(2024, 10, 1), valid_until_on=DAY)

    assert [setting_on("k", "a", day) for day in (date(2024, 9, 1), DAY, date(2024, 10, 22))] == [1, 2, None]


def test_the_form_of_papers_is_a_setting_of_the_conference() -> None:
    conference = make_conference()
    Setting.objects.create(key=FORM_KEY, scope=f"conference:{conference.pk}", value={"lines": 1.5})

    assert standard_form(conference, on=DAY) == (
        "khổ giấy A4; lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm; "
        "phông chữ Times New Roman, cỡ chữ 14; giãn dòng 1,5; cách đoạn 6 pt; dòng đầu lùi vào 1 cm"
    )


def test_whom_to_ask_is_chosen_or_the_first_clerk() -> None:
    conference = make_conference()
    assert contact_of(conference.host, {}) is None

    make_user(unit=conference.host, role=Role.LEADER)
    clerk, other = (make_user(unit=conference.host, role=Role.CLERK) for _ in range(2))
    second = Membership.objects.get(person__user=other)

    assert contact_of(conference.host, {}) == Membership.objects.get(person__user=clerk)
    assert contact_of(conference.host, {"contact": second.pk}) == second
