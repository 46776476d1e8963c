"""Conferences at the command line: exit codes, sentences that say what is wanted, JSON and nothing else."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from tests.factories.conferences import make_conference, make_duty, make_unit
from tests.office import Office
from tongket.accounts.models import User
from tongket.cli import main
from tongket.conferences.commands import CLERK_NAME, command_line_user
from tongket.conferences.models import Conference, Duty, Reading
from tongket.conferences.rules import DutyKind, DutyState
from tongket.units.models import Unit
from tongket.units.rules import PlaceKind

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parents[1] / "samples"
DIRECTORY = SAMPLES / "directories" / "tam-ky-2024.csv"
MODEL = SAMPLES / "plans" / "01-tam-ky-2024.txt"
SHORT = "Tam Kỳ, ngày 11 tháng 10 năm 2024\n\nKẾ HOẠCH\n\nTổng kết phong trào\n\nI. MỤC ĐÍCH\n\nĐánh giá kết quả.\n"
Caught = pytest.CaptureFixture[str]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan without an issuer."""
    path = tmp_path / "ke-hoach.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


@pytest.mark.slow
def test_start_makes_the_conference_and_prints_its_contract(capsys: Caught) -> None:
    code = main(["conference", "start", str(MODEL), "--directory", str(DIRECTORY), "--json"])

    expected = json.loads((SAMPLES / "duties" / "01-tam-ky-2024.json").read_text(encoding="utf-8"))
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    assert json.loads(out) == sorted(expected, key=lambda row: (row["clause"], row["kind"], row["unit"]))


@pytest.mark.slow
def test_start_says_which_number_to_ask_for_next(capsys: Caught, plan: Path) -> None:
    host = make_unit(place_kind=PlaceKind.CITY, place="Tam Kỳ")

    code = main(["conference", "start", str(plan), "--host-unit", host.name])

    made = Conference.objects.get()
    assert (code, made.host) == (0, host)
    assert capsys.readouterr().out == (
        f"Đã tạo hội nghị {made.pk}: Tổng kết phong trào\n0 phần việc; xem: tongket duties {made.pk}\n"
    )


@pytest.mark.slow
def test_plan_is_taken_from_standard_input(capsys: Caught, monkeypatch: pytest.MonkeyPatch) -> None:
    host = make_unit(place_kind=PlaceKind.CITY, place="Tam Kỳ")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SHORT.encode())))

    assert main(["conference", "start", "-", "--host-unit", host.name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            [],
            "Kế hoạch không nêu cơ quan ban hành. Chọn đơn vị chủ trì, hoặc thêm đơn vị vào danh bạ. "
            "Chọn bằng --host-unit.",
        ),
        (
            ["--host-unit", "Hội X"],
            "Danh bạ không có đơn vị tên 'Hội X'. Ghi tên đúng như trong danh bạ.",
        ),
    ],
    ids=["no issuer", "unknown host"],
)
def test_error_nobody_holds_the_conference(capsys: Caught, plan: Path, options: list[str], sentence: str) -> None:
    code = main(["conference", "start", str(plan), *options])

    assert (code, capsys.readouterr()) == (2, ("", sentence + "\n"))
    assert Conference.objects.count() == 0


@pytest.mark.slow
def test_error_two_units_have_the_name_of_the_host(capsys: Caught, plan: Path) -> None:
    for _ in range(2):
        make_unit(name="Chi hội Phụ nữ")

    code = main(["conference", "start", str(plan), "--host-unit", "Chi hội Phụ nữ"])

    assert (code, capsys.readouterr().err) == (
        2,
        "Danh bạ có nhiều đơn vị tên 'Chi hội Phụ nữ'. Tạo hội nghị trên trang rồi chọn đơn vị.\n",
    )


@pytest.mark.slow
def test_error_host_that_had_ended_before_the_plan_was_issued(capsys: Caught, plan: Path) -> None:
    host = make_unit(name="Hội Nông dân huyện")
    Unit.objects.filter(pk=host.pk).update(valid_until_on=date(2024, 10, 10))

    code = main(["conference", "start", str(plan), "--host-unit", host.name])

    assert (code, capsys.readouterr().err) == (
        2,
        "“Hội Nông dân huyện” không có trong danh bạ của ngày ban hành kế hoạch. "
        "Chọn đơn vị chủ trì, hoặc thêm đơn vị vào danh bạ. Chọn bằng --host-unit.\n",
    )


@pytest.mark.slow
def test_error_conference_above_is_not_there(capsys: Caught, plan: Path) -> None:
    code = main(["conference", "start", str(plan), "--below", "404"])

    assert (code, capsys.readouterr().err) == (
        2,
        "Không có hội nghị số 404. Xem số ở `tongket conference list`.\n",
    )


def test_error_file_that_is_not_there_is_named(capsys: Caught, tmp_path: Path) -> None:
    missing = tmp_path / "khong-co.docx"

    code = main(["conference", "start", str(missing)])

    assert (code, capsys.readouterr().err) == (2, f"{missing}: Không có tệp này. Xem lại đường dẫn của tệp.\n")


def test_error_directory_that_is_no_table_says_what_is_wanted(capsys: Caught, plan: Path) -> None:
    code = main(["conference", "start", str(plan), "--directory", str(plan)])

    assert code == 2
    assert capsys.readouterr().err.startswith(f"{plan}: Dòng đầu của bảng không có cột name, body. Cần các cột")


@pytest.mark.slow
def test_error_directory_with_faulty_rows_names_the_first_and_brings_in_nothing(capsys: Caught, tmp_path: Path) -> None:
    faulty = tmp_path / "danh-ba.csv"
    lines = DIRECTORY.read_text(encoding="utf-8").splitlines()
    lines[-2] = lines[-2].replace("2025-06-30", "31/31/2025")
    lines[-1] = lines[-1].replace("government", "goverment")
    faulty.write_text("\n".join(lines), encoding="utf-8")

    code = main(["conference", "start", str(MODEL), "--directory", str(faulty)])

    assert (code, capsys.readouterr()) == (
        2,
        (
            "",
            f"{faulty}: 2 dòng có lỗi, chưa nhập gì. Dòng 36, cột valid_until: “31/31/2025”. "
            "Cần ngày/tháng/năm, ví dụ 30/6/2025. Sửa ô ấy trong tệp rồi đưa lại tệp.\n",
        ),
    )
    assert (Unit.objects.count(), Conference.objects.count()) == (0, 0)


@pytest.mark.slow
def test_error_after_the_directory_was_read_leaves_nothing_behind(capsys: Caught, plan: Path) -> None:
    code = main(["conference", "start", str(plan), "--directory", str(DIRECTORY)])

    assert (code, capsys.readouterr().err.count("\n")) == (2, 1)
    assert (Unit.objects.count(), Reading.objects.count()) == (0, 0)


@pytest.mark.slow
def test_error_file_that_cannot_be_read_says_why_and_leaves_nothing(capsys: Caught, tmp_path: Path) -> None:
    broken = tmp_path / "ke-hoach.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")

    code = main(["conference", "start", str(broken)])

    assert (code, capsys.readouterr().out, Conference.objects.count()) == (2, "", 0)


def test_list_tells_day_progress_and_name(capsys: Caught, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on=date(2024, 10, 18))
    make_duty(conference=office.conference, unit=office.unit_b, state=DutyState.ACCEPTED)
    undated = make_conference(host=office.conference.host, held_on=None)

    assert main(["conference", "list"]) == 0

    lines = [
        f"{office.conference.pk:>4}  30/10/2024      1/3 xong, 1 trễ       Hội nghị tổng kết",
        f"{undated.pk:>4}  chưa chốt ngày  0/0 xong, 0 trễ       Hội nghị tổng kết",
    ]
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(lines)


def test_list_as_json_is_the_row_of_the_interface(capsys: Caught, office: Office) -> None:
    assert main(["conference", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": office.conference.pk,
            "title": "Hội nghị tổng kết phong trào",
            "short_title": "Hội nghị tổng kết",
            "host": office.conference.host.name,
            "held_on": "2024-10-30",
            "state": "preparing",
            "duties": 2,
            "accepted": 0,
            "late": 0,
        }
    ]


def test_list_of_nothing_is_empty(capsys: Caught) -> None:
    assert (main(["conference", "list"]), capsys.readouterr().out) == (0, "")


def test_duties_are_lines_by_clause_kind_and_unit(capsys: Caught, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on=date(2024, 10, 18))
    make_duty(conference=office.conference, unit=None, kind=DutyKind.REVIEW, due_on=None)

    assert main(["duties", str(office.conference.pk)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"I/1        paper       25/10/2024    open       {office.unit_b.name}",
        f"I/1        paper       18/10/2024    open       {office.unit_a.name}  trễ",
        "I/1        review      chưa đặt hạn  open       Đơn vị chưa rõ",
    ]


def test_late_duties_alone_as_json(capsys: Caught, office: Office) -> None:
    Duty.objects.filter(pk=office.duty_a.pk).update(due_on=date(2024, 10, 18))
    make_duty(conference=make_conference(), unit=office.unit_a, due_on=date(2024, 10, 18))

    assert main(["duties", str(office.conference.pk), "--late", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "id": office.duty_a.pk,
            "kind": "paper",
            "clause": "I/1",
            "because": [],
            "unit": office.unit_a.name,
            "coordinating": [],
            "due_on": "2024-10-18",
            "due_source": "office",
            "text": "Chuẩn bị tham luận",
            "state": "open",
            "late": 3,
            "handed_in_at": None,
        }
    ]


def test_error_duties_of_a_conference_that_is_not_there(capsys: Caught) -> None:
    code = main(["duties", "404"])

    assert (code, capsys.readouterr()) == (
        2,
        ("", "Không có hội nghị số 404. Xem số ở `tongket conference list`.\n"),
    )


def test_command_line_has_one_account_that_nobody_signs_in_with() -> None:
    first, second = command_line_user(), command_line_user()

    assert (first, first.name, first.email, first.has_usable_password()) == (second, CLERK_NAME, None, False)
    assert User.objects.count() == 1
