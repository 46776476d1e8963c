"""Who signs and who gets it, in tables, with tabs, or one under the other."""

import pytest

from tests.documents.seen.showing import lines, p, texts
from tongket.documents.seen.foot import foot_of, foot_start, is_authority
from tongket.documents.seen.values import SeenParagraph

PROSE = p("Các đơn vị tổ chức thực hiện kế hoạch này và báo cáo kết quả về Ban Thường trực trước ngày 20 tháng 10./.")


def signings(*rows: SeenParagraph) -> list[tuple[list[str], str]]:
    """Each place to sign: lines of authority and name."""
    return [(texts(each.authority), each.name.text if each.name else "") for each in foot_of(lines(*rows)).signings]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("TM. BAN THƯỜNG TRỰC", True),
        ("KT. CHỦ TỊCH", True),
        ("T/M BAN CHẤP HÀNH", True),
        ("TL.CHỦ TỊCH", True),
        ("CHỦ TỊCH", True),
        ("PHÓ GIÁM ĐỐC", True),
        ("THƯ KÝ CUỘC HỌP", True),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH QUYẾT ĐỊNH:", False),
        ("TỔ CHỨC THỰC HIỆN", False),
        ("Chủ tịch", False),
        ("QUYẾT ĐỊNH:", False),
        ("", False),
    ],
)
def test_authority(text: str, is_one: bool) -> None:  # noqa: FBT001 -- a column of the table
    assert is_authority(lines(p(text))[0]) == is_one


def test_signer_under_the_recipients() -> None:
    rows = (p("Nơi nhận:"), p("- Như trên;"), p("- Lưu: VT."), p("GIÁM ĐỐC"), p(), p("(Đã ký)"), p("Trần Văn A"))

    assert signings(*rows) == [(["GIÁM ĐỐC"], "Trần Văn A")]
    assert texts(foot_of(lines(*rows)).recipients) == ["- Như trên;", "- Lưu: VT."]


def test_signer_above_the_recipients() -> None:
    rows = (PROSE, p("GIÁM ĐỐC"), p("Trần Văn A"), p("Nơi nhận:"), p("- Lưu: VT."))

    assert foot_start(lines(*rows)) == 1
    assert signings(*rows[1:]) == [(["GIÁM ĐỐC"], "Trần Văn A")]


def test_foot_without_recipients_begins_with_the_signer() -> None:
    rows = (PROSE, p("THƯ KÝ", cell=0), p("Phạm Thị Lan", cell=0), p("CHỦ TỌA", cell=1), p("Lê Văn Nam", cell=1))

    assert foot_start(lines(*rows)) == 1
    assert signings(*rows[1:]) == [(["THƯ KÝ"], "Phạm Thị Lan"), (["CHỦ TỌA"], "Lê Văn Nam")]


def test_without_signer_and_recipients_there_is_no_foot() -> None:
    assert foot_start(lines(PROSE, PROSE)) == 2
    assert signings(p("Trần Văn A")) == []


def test_authority_far_from_the_recipients_is_of_the_text() -> None:
    rows = (p("CHỦ TỊCH"), PROSE, p("Nơi nhận:"))

    assert foot_start(lines(*rows)) == 2


def test_tabs_part_recipients_and_signer() -> None:
    rows = (
        p("Nơi nhận:\tTM. BAN THƯỜNG TRỰC"),
        p("- Như trên;\t\tPHÓ CHỦ TỊCH"),
        p("- Lưu: VT."),
        p("\t\t\t\tTrần Văn A"),
    )
    foot = foot_of(lines(*rows))

    assert texts(foot.recipients) == ["- Như trên;", "- Lưu: VT."]
    assert signings(*rows) == [(["TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"], "Trần Văn A")]


def test_recipients_may_have_no_dash_and_run_on() -> None:
    rows = (
        p("Nơi nhận:", cell=0),
        p("Ban Phong trào", cell=0),
        p("tỉnh;", cell=0),
        p("Lưu: VT.", cell=0),
        p("PT.05", cell=0),
    )

    assert texts(foot_of(lines(*rows)).recipients) == ["Ban Phong trào", "tỉnh;", "Lưu: VT."]


def test_authority_without_a_name_stays_one() -> None:
    assert signings(p("TM. BAN THƯỜNG TRỰC"), p("CHỦ TỊCH"), p("12345")) == [(["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"], "")]
