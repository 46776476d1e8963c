"""Which unit a name means."""

import pytest

from tongket.units.names import Match, Named, match, opened, split_units, take_apart
from tongket.units.rules import BodyType, PlaceKind, UnitRecord


def unit(key: str, name: str, kind: PlaceKind = PlaceKind.NONE, place: str = "", **rest: str) -> UnitRecord:
    """A unit at a place."""
    return UnitRecord(key, name, body=BodyType.OTHER, place_kind=kind, place=place, **rest)  # type: ignore[arg-type]


HOST = unit("host", "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", PlaceKind.CITY, "Tam Kỳ")
DIRECTORY = (
    HOST,
    unit("province", "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam", PlaceKind.PROVINCE, "Quảng Nam"),
    unit("farmers", "Hội Nông dân thành phố", PlaceKind.CITY, "Tam Kỳ", short_name="HND"),
    unit("women", "Hội Liên hiệp phụ nữ thành phố", PlaceKind.CITY, "Tam Kỳ"),
    unit("youth", "Đoàn TNCS Hồ Chí Minh thành phố", PlaceKind.CITY, "Tam Kỳ"),
    unit("thang", "Ủy ban MTTQ Việt Nam xã Tam Thăng", PlaceKind.COMMUNE, "Tam Thăng"),
    unit("phu", "Ủy ban MTTQ Việt Nam xã Tam Phú", PlaceKind.COMMUNE, "Tam Phú"),
    unit("ward", "Ủy ban MTTQ Việt Nam phường An Phú", PlaceKind.WARD, "An Phú"),
    unit("school", "Trường Tiểu học Kim Đồng"),
)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UBMTTQVN xã Tam Thăng", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Thăng"),
        ("UBND TP. Tam Kỳ", "Uỷ ban nhân dân thành phố Tam Kỳ"),
        ("UBND TP.Tam Kỳ", "Ủy ban nhân dân thành phố Tam Kỳ"),
        ("UBND TP Tam Kỳ", "Ủy ban nhân dân thành phố Tam Kỳ"),
        ("UBND TX. Hương Trà", "Ủy ban nhân dân thị xã Hương Trà"),
        ("UBND P. An Mỹ", "Ủy ban nhân dân phường An Mỹ"),
        ("UBND P.An Mỹ", "Ủy ban nhân dân phường An Mỹ"),
        ("UBND x.Tam Thăng", "Ủy ban nhân dân xã Tam Thăng"),
        ("Hội LHPN", "Hội Liên hiệp Phụ nữ"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("LĐLĐ", "Liên đoàn Lao động"),
        ("các tổ chức CT-XH", "các tổ chức chính trị - xã hội"),
        ("Đoàn TNCS HCM", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        ("BTV Hội  CCB", "Ban Thường vụ Hội Cựu chiến binh"),
        ("Uỷ ban hoà giải", "ỦY BAN HÒA GIẢI"),
    ],
)
def test_short_forms_are_opened(short: str, long: str) -> None:
    assert opened(short) == opened(long)


@pytest.mark.parametrize("name", ["Hội Hợp tác", "Trường P", "Xuân Tx1", "Tổ ccbx"])
def test_letters_inside_words_are_no_short_forms(name: str) -> None:
    assert len(opened(name).split()) == len(name.split())


@pytest.mark.parametrize(
    ("name", "body", "kind", "place"),
    [
        ("UBND xã Tam Thăng", "ủy ban nhân dân", "xã", "tam thăng"),
        ("Ban Thường vụ Hội Nông dân huyện Bình An", "hội nông dân", "huyện", "bình an"),
        ("Đại diện lãnh đạo UBND thành phố", "ủy ban nhân dân", "thành phố", ""),
        ("Phòng Kinh tế", "phòng kinh tế", "", ""),
        ("Thành phố Tam Kỳ", "thành phố tam kỳ", "", ""),
        ("Hội Phụ nữ xã An Lãng", "hội liên hiệp phụ nữ", "xã", "an lãng"),
        ("Hội LHPN Việt Nam tỉnh", "hội liên hiệp phụ nữ", "tỉnh", ""),
        ("Đoàn Thanh niên phường 5", "đoàn thanh niên", "phường", "5"),
        ("Đoàn TNCS HCM phường 5", "đoàn thanh niên", "phường", "5"),
        ("UBMTTQ Việt Nam thị trấn Hà Lam", "mặt trận tổ quốc", "thị trấn", "hà lam"),
    ],
)
def test_name_is_taken_apart_into_body_and_place(name: str, body: str, kind: str, place: str) -> None:
    assert take_apart(name) == Named(opened(body), kind, opened(place))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Hội Nông dân thành phố", "farmers"),
        ("HND", "farmers"),
        ("Hội nông dân TP", "farmers"),
        ("Hội Nông dân", "farmers"),
        ("Hội Phụ nữ thành phố Tam Kỳ", "women"),
        ("Thành đoàn", None),
        ("Đoàn Thanh niên thành phố", "youth"),
        ("UBMTTQVN xã Tam Thăng", "thang"),
        ("Ban Thường trực UBMTTQ xã Tam Phú", "phu"),
        ("Mặt trận Tổ quốc phường An Phú", "ward"),
        ("Mặt trận Tổ quốc xã An Phú", None),
        ("Mặt trận Tổ quốc xã Tam Ngọc", None),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", "host"),
        ("UBMTTQVN tỉnh", "province"),
        ("Trường Tiểu học Kim Đồng", "school"),
        ("Hội Khuyến học", None),
    ],
)
def test_match_is_the_unit_of_that_body_at_that_place(name: str, key: str | None) -> None:
    found = match(name, DIRECTORY, host=HOST).unit

    assert (found.key if found else None) == key


def test_exact_name_is_certain_and_stands_alone() -> None:
    assert match("Hội Nông dân thành phố", DIRECTORY, host=None) == Match(DIRECTORY[2], 100.0, (DIRECTORY[2],))


def test_alias_is_a_name_like_the_others() -> None:
    named = UnitRecord("youth", "Thành đoàn Tam Kỳ", aliases=("Đoàn TN", "Thành đoàn"))

    assert match("Thành Đoàn", [named, HOST], host=HOST).unit == named


def test_name_of_two_equals_is_settled_by_a_person() -> None:
    one = unit("one", "Hội Nông dân xã Bình An", PlaceKind.COMMUNE, "Bình An")
    two = unit("two", "Hội Nông dân xã Bình An", PlaceKind.COMMUNE, "Bình An")

    found = match("Hội Nông dân xã Bình An", [one, two], host=None)

    assert (found.unit, found.candidates) == (None, (one, two))


def test_unsure_name_gives_the_likeliest_first_and_no_more_than_five() -> None:
    many = [unit(f"{number}", f"Hội Nông dân số {number}") for number in range(8)]

    found = match("Hội Nông dân", many, host=None)

    assert (found.unit, [each.key for each in found.candidates]) == (None, ["0", "1", "2", "3", "4"])


def test_empty_directory_has_nobody() -> None:
    assert match("Hội Nông dân", [], host=None) == Match(None, 0.0, ())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội Nông dân", ("Hội Nông dân",)),
        ("Hội Nông dân, Hội Phụ nữ và Đoàn Thanh niên", ("Hội Nông dân", "Hội Phụ nữ", "Đoàn Thanh niên")),
        ("Phòng Văn hóa và Thông tin", ("Phòng Văn hóa và Thông tin",)),
        ("Phòng Giáo dục và Đào tạo; UBND các xã, phường", ("Phòng Giáo dục và Đào tạo", "UBND các xã, phường")),
        ("UBND xã A\nUBND xã B", ("UBND xã A\nUBND xã B".replace("\n", " "),)),
        ("Hội Nông dân cùng Hội Phụ nữ.", ("Hội Nông dân", "Hội Phụ nữ")),
        ("các tổ chức chính trị - xã hội", ("các tổ chức chính trị - xã hội",)),
        (" ; ", ()),
        ("", ()),
    ],
)
def test_list_of_units_is_cut_where_a_new_body_begins(text: str, names: tuple[str, ...]) -> None:
    assert split_units(text) == names
