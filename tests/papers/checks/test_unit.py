"""Whose paper it is."""

import pytest

from tests.papers.checks.looking import GREETING, PROSE, UNITS, codes, found, sight
from tongket.papers.checks.unit import check
from tongket.papers.values import Assignment, Known, Name

KNOWN = Known(units=UNITS)
TAM_THANG, WOMEN = Assignment(unit=UNITS[0]), Assignment(unit=UNITS[4])
ABOVE = "UBMTTQ VIỆT NAM TP TAM KỲ"


@pytest.mark.parametrize(
    ("head", "asked"),
    [
        ((ABOVE, "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ TAM THĂNG"), TAM_THANG),
        ((ABOVE, "ỦY BAN MTTQ XÃ TAM THĂNG"), TAM_THANG),
        (("HỘI LHPN THÀNH PHỐ TAM KỲ",), WOMEN),
        (("HỘI LIÊN HIỆP PHỤ NỮ TỈNH QUẢNG NAM", "HỘI LIÊN HIỆP PHỤ NỮ THÀNH PHỐ"), WOMEN),
    ],
)
def test_own_head_is_silent(head: tuple[str, ...], asked: Assignment) -> None:
    assert (
        codes(check, sight(*head, "THAM LUẬN", "Tên bài ở đây", GREETING, PROSE, assignment=asked, known=KNOWN)) == []
    )


def test_unit_named_in_the_text_only_will_do() -> None:
    seen = sight(GREETING, "Hội Liên hiệp phụ nữ thành phố xin trao đổi.", assignment=WOMEN, known=KNOWN)

    assert codes(check, seen) == []


def test_paper_of_nobody_is_told() -> None:
    seen = sight("THAM LUẬN", "Tên bài ở đây", GREETING, PROSE, assignment=TAM_THANG, known=KNOWN)

    assert found(check, seen) == ["Bài chưa ghi là của đơn vị nào."]
    assert codes(check, sight(GREETING, PROSE)) == ["unit-missing"]


@pytest.mark.parametrize(
    ("head", "asked", "other"),
    [
        ((ABOVE, "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ TAM THANH"), TAM_THANG, "xã Tam Thanh"),
        (("HỘI NÔNG DÂN THÀNH PHỐ",), WOMEN, "Hội Nông dân thành phố"),
    ],
)
def test_head_of_another_unit_needs_a_person(head: tuple[str, ...], asked: Assignment, other: str) -> None:
    seen = sight(*head, "THAM LUẬN", "Tên bài ở đây", GREETING, PROSE, assignment=asked, known=KNOWN)

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.quote) == ("other-unit", "approval", other)


def test_head_of_another_commune_is_told_though_the_text_names_the_own() -> None:
    head = (ABOVE, "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ TAM THANH", "THAM LUẬN", "Tên bài ở đây")
    seen = sight(*head, GREETING, f"Ở xã Tam Thăng. {PROSE}", assignment=TAM_THANG, known=KNOWN)

    assert found(check, seen) == ["Đầu bài ghi “xã Tam Thanh”."]


def test_another_commune_in_the_title_is_silent() -> None:
    head = ("HỘI NÔNG DÂN THÀNH PHỐ", "THAM LUẬN", "Trồng sen ở xã Tam Thanh")
    seen = sight(*head, GREETING, PROSE, assignment=Assignment(unit=UNITS[5]), known=KNOWN)

    assert codes(check, seen) == []


@pytest.mark.parametrize("said", ["Hội Nông dân xã xin báo cáo.", "Ban công tác Mặt trận; UBND xã."])
def test_without_an_assignment_any_body_will_do(said: str) -> None:
    assert codes(check, sight(GREETING, said)) == []
    assert codes(check, sight(GREETING, PROSE, speaker="Võ Thị Hồng Nhung")) == []
    assert codes(check, sight(GREETING, PROSE, assignment=Assignment(unit=Name("")))) == ["unit-missing"]
