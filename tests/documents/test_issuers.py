"""Issuer lines, symbols and authority by kind of body."""

import pytest

from tongket.documents.issuers import (
    Office,
    archive_line,
    authority,
    initials,
    meeting_signatures,
    office_of_unit,
    symbol,
)
from tongket.documents.render.values import Profile, Signature
from tongket.units.rules import BodyType, PlaceKind, UnitRecord


def unit(name: str, body: BodyType, place_kind: PlaceKind = PlaceKind.CITY, place: str = "Tam Kỳ") -> UnitRecord:
    return UnitRecord("1", name, body=body, place_kind=place_kind, place=place)


COMMITTEE = unit("UBND thành phố", BodyType.GOVERNMENT)
FRONT = office_of_unit(unit("Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", BodyType.FRONT))


@pytest.mark.parametrize(
    ("of", "above", "lines", "own", "kind_symbol", "deputy"),
    [
        (
            unit("Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", BodyType.FRONT),
            None,
            ("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"),
            ("BAN THƯỜNG TRỰC",),
            "KH-MTTQ-BTT",
            ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"),
        ),
        (
            unit("Hội Nông dân thành phố", BodyType.POLITICAL_SOCIAL),
            None,
            ("HỘI NÔNG DÂN", "THÀNH PHỐ TAM KỲ"),
            ("BAN THƯỜNG VỤ",),
            "KH-BTV",
            ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            COMMITTEE,
            None,
            (),
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ TAM KỲ"),
            "KH-UBND",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            unit("Trường Tiểu học Lê Lợi", BodyType.SCHOOL),
            COMMITTEE,
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ TAM KỲ"),
            ("TRƯỜNG TIỂU HỌC LÊ LỢI",),
            "KH-TTHLL",
            ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
        ),
        (
            unit("Đảng ủy phường Tân Thạnh", BodyType.PARTY, PlaceKind.WARD, "Tân Thạnh"),
            unit("Thành ủy Tam Kỳ", BodyType.PARTY),
            ("THÀNH ỦY TAM KỲ",),
            ("ĐẢNG ỦY PHƯỜNG TÂN THẠNH",),
            "KH/ĐU",
            ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
        ),
    ],
)
def test_office_follows_kind_and_place(
    of: UnitRecord,
    above: UnitRecord | None,
    lines: tuple[str, ...],
    own: tuple[str, ...],
    kind_symbol: str,
    deputy: tuple[str, ...],
) -> None:
    office = office_of_unit(of, above)

    assert (office.above, office.own) == (lines, own)
    assert symbol(office, "KH") == kind_symbol
    assert authority(office, f"Phó {office.head}") == deputy


def test_letters_have_no_type_in_their_symbol() -> None:
    assert symbol(FRONT, "") == "MTTQ-BTT"


def test_a_head_signs_without_mark() -> None:
    school = office_of_unit(unit("Trường Tiểu học Lê Lợi", BodyType.SCHOOL))

    assert authority(school, "Hiệu trưởng") == ("HIỆU TRƯỞNG",)
    assert authority(FRONT, "Chủ tịch") == ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")
    assert authority(FRONT, "") == ("TM. BAN THƯỜNG TRỰC",)


def test_profiles_follow_the_body() -> None:
    assert FRONT.profile is Profile.FRONT
    assert office_of_unit(COMMITTEE).profile is Profile.DECREE


def test_initials_leave_tones_out() -> None:
    assert (initials("Phòng Kinh tế"), initials("Đảng ủy")) == ("PKT", "ĐU")


@pytest.mark.parametrize(
    ("recipients", "line"),
    [
        (("UBND thành phố", "Lưu VT, PT"), "Lưu: VT, PT"),
        (("Lưu: VT.",), "Lưu: VT"),
        (("UBND thành phố",), ""),
        ((), ""),
    ],
)
def test_archive_line_gets_its_colon(recipients: tuple[str, ...], line: str) -> None:
    assert archive_line(recipients) == line


def test_minutes_are_signed_by_two() -> None:
    assert meeting_signatures("A", "B") == (Signature(("THƯ KÝ",), "A"), Signature(("CHỦ TỌA",), "B"))


def test_an_office_keeps_its_place() -> None:
    assert isinstance(FRONT, Office)
    assert (FRONT.place, FRONT.archive) == ("Tam Kỳ", "Lưu: VT")
