"""A corrected plan at the command line: shown, refused while a person must decide, applied."""

import json
from pathlib import Path

import pytest

from tests.conferences.city import City
from tests.conferences.corrected import corrected
from tongket.cli import main
from tongket.conferences.actions import duties as act
from tongket.conferences.models import Duty, Reading
from tongket.conferences.rules import DutyKind, DutyState

pytestmark = pytest.mark.slow
Caught = pytest.CaptureFixture[str]
DAYS = ("trước ngày 20/10/2024", "trước ngày 24/10/2024")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The model plan with every correction."""
    path = tmp_path / "sua.txt"
    path.write_bytes(corrected())
    return path


def test_difference_is_printed_and_nothing_is_kept(capsys: Caught, city: City, plan: Path) -> None:
    readings = Reading.objects.count()

    code = main(["conference", "correct", str(city.conference.pk), str(plan)])

    lines = capsys.readouterr().out.splitlines()
    assert (code, Reading.objects.count(), city.conference.plan_versions.count()) == (0, readings, 1)
    assert [line for line in lines if not line.startswith("  ")][:5] == [
        "Thêm mới: 3",
        "Đổi: 18",
        "Rút: 4",
        "Chuyển mục: 29",
        "Giữ nguyên: 24",
    ]
    assert "Hạn gửi: đổi Ngày như kế hoạch ghi: 20/10/2024 → 24/10/2024" in lines


def test_error_open_choice_stops_applying_until_it_is_given(capsys: Caught, city: City, plan: Path) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    call = ["conference", "correct", str(city.conference.pk), str(plan), "--apply"]

    stopped = main(call)
    refusal = capsys.readouterr()
    versions = city.conference.plan_versions.count()
    applied = main([*call, "--withdraw", str(duty.pk)])

    assert (stopped, versions, applied, city.conference.plan_versions.count()) == (1, 1, 0, 2)
    assert refusal.err == (
        f"Chưa áp dụng: phần việc {duty.pk} đã có bài gửi. Thêm --keep SỐ hoặc --withdraw SỐ cho từng việc.\n"
    )
    assert f"? {duty.pk:>6}  III.3/1" in refusal.out
    assert capsys.readouterr().out.endswith("Đã áp dụng bản 2. Chưa đơn vị nào được báo.\n")
    assert Duty.objects.get(pk=duty.pk).state == DutyState.WITHDRAWN


def test_json_says_what_was_applied(capsys: Caught, city: City, plan: Path) -> None:
    duty = city.hand_in(DutyKind.NOMINATION, "Phòng Kinh tế")
    call = ["conference", "correct", str(city.conference.pk), str(plan), "--apply", "--keep", str(duty.pk), "--json"]

    code = main(call)

    said = json.loads(capsys.readouterr().out)
    assert (code, said["conference"], said["applied"], said["open"]) == (0, city.conference.pk, True, [duty.pk])
    assert Duty.objects.get(pk=duty.pk).state == DutyState.HANDED_IN


def test_day_of_the_plan_is_taken_where_it_is_asked_for(capsys: Caught, city: City, plan: Path) -> None:
    duty = city.duty(DutyKind.PAPER, "xã Tam Thăng")
    act.set_due(duty=duty, due_on=city.conference.made_at.date(), by=city.clerk, now=city.conference.made_at)
    plan.write_bytes(corrected(DAYS))

    main(["conference", "correct", str(city.conference.pk), str(plan), "--apply", "--plan-day", str(duty.pk)])

    assert f"{Duty.objects.get(pk=duty.pk).due_on}" == "2024-10-23"


@pytest.mark.parametrize(
    ("conference", "file", "code", "said"),
    [
        ("404", "sua.txt", 2, "Không có hội nghị số 404. Xem số ở `tongket conference list`.\n"),
        ("", "khong-co.txt", 2, "{folder}/khong-co.txt: Không có tệp này. Xem lại đường dẫn của tệp.\n"),
        ("", "hong.pdf", 2, None),
    ],
    ids=["no conference", "no file", "broken"],
)
def test_error_is_one_clear_line(
    capsys: Caught, city: City, plan: Path, conference: str, file: str, code: int, said: str | None
) -> None:
    (plan.parent / "hong.pdf").write_bytes(b"%PDF-1.7 broken")

    found = main(["conference", "correct", conference or str(city.conference.pk), str(plan.parent / file), "--apply"])

    err = capsys.readouterr().err
    assert (found, err.count("\n")) == (code, 1)
    assert said is None or err == said.format(folder=plan.parent)


def test_error_same_plan_again_is_not_applied(capsys: Caught, city: City, plan: Path) -> None:
    plan.write_bytes(corrected(("20/10/2024", "20/10/2024")))

    code = main(["conference", "correct", str(city.conference.pk), str(plan), "--apply"])

    assert (code, city.conference.plan_versions.count()) == (1, 1)
    assert capsys.readouterr().err == "Chưa áp dụng: bản sửa không nói gì khác bản đang dùng.\n"
