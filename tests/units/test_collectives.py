"""Which units a collective name opens to."""

import pytest

from tongket.units.collectives import is_collective, open_collective
from tongket.units.directory import Directory
from tongket.units.rules import BodyType, PlaceKind, UnitRecord

CITY, COMMUNE, WARD, NONE = PlaceKind.CITY, PlaceKind.COMMUNE, PlaceKind.WARD, PlaceKind.NONE


def unit(key: str, name: str, body: BodyType, kind: PlaceKind, place: str, parent: str | None = "host") -> UnitRecord:
    """A unit below another."""
    return UnitRecord(key, name, body=body, place_kind=kind, place=place, parent=parent)


HOST = unit("host", "Ủy ban MTTQ Việt Nam thành phố Tam Kỳ", BodyType.FRONT, CITY, "Tam Kỳ", None)
UNITS = (
    HOST,
    unit("government", "UBND thành phố Tam Kỳ", BodyType.GOVERNMENT, CITY, "Tam Kỳ", None),
    unit("farmers", "Hội Nông dân thành phố", BodyType.POLITICAL_SOCIAL, CITY, "Tam Kỳ"),
    unit("women", "Hội Phụ nữ thành phố", BodyType.POLITICAL_SOCIAL, CITY, "Tam Kỳ"),
    unit("red-cross", "Hội Chữ thập đỏ", BodyType.ASSOCIATION, CITY, "Tam Kỳ"),
    unit("economy", "Phòng Kinh tế", BodyType.DEPARTMENT, CITY, "Tam Kỳ", "government"),
    unit("school", "Trường Kim Đồng", BodyType.SCHOOL, NONE, "", "government"),
    unit("firm", "Công ty Cổ phần Mây tre", BodyType.ENTERPRISE, NONE, ""),
    unit("front-a", "Ủy ban MTTQ Việt Nam phường An Mỹ", BodyType.FRONT, WARD, "An Mỹ"),
    unit("front-b", "Ủy ban MTTQ Việt Nam xã Tam Phú", BodyType.FRONT, COMMUNE, "Tam Phú"),
    unit("front-c", "Ủy ban MTTQ Việt Nam thị trấn Hà Lam", BodyType.FRONT, PlaceKind.TOWNSHIP, "Hà Lam"),
    unit("government-a", "UBND phường An Mỹ", BodyType.GOVERNMENT, WARD, "An Mỹ", "government"),
    unit("government-b", "UBND xã Tam Phú", BodyType.GOVERNMENT, COMMUNE, "Tam Phú", "government"),
    unit("farmers-b", "Hội Nông dân xã Tam Phú", BodyType.POLITICAL_SOCIAL, COMMUNE, "Tam Phú", "farmers"),
    unit("village", "Thôn Quý Thượng", BodyType.VILLAGE, PlaceKind.HAMLET, "Quý Thượng", "front-b"),
    unit("elsewhere", "Ủy ban MTTQ Việt Nam xã Bình An", BodyType.FRONT, COMMUNE, "Bình An", None),
)
DIRECTORY = Directory(UNITS)
BY_KEY = {each.key: each for each in UNITS}


def keys(name: str, host: UnitRecord | None = HOST) -> set[str] | None:
    """The units that a name opens to, None where it is no collective name."""
    found = open_collective(name, DIRECTORY, host=host)
    return None if found is None else {each.key for each in found}


@pytest.mark.parametrize(
    ("name", "is_many"),
    [
        ("các xã, phường", True),
        ("UBND các xã, phường", True),
        ("Mỗi đơn vị", True),
        ("Từng địa phương", True),
        ("Đại diện lãnh đạo các phòng, ban", True),
        ("Ủy ban MTTQ Việt Nam các xã, phường và thị trấn", True),
        ("UBND xã Tam Phú", False),
        ("Cácbon", False),
        ("Hội Nông dân", False),
        ("", False),
    ],
)
def test_collective_name_says_many_by_its_own_words(name: str, is_many: bool) -> None:  # noqa: FBT001
    assert is_collective(name) is is_many


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("các xã, phường", {"front-a", "front-b"}),
        ("các phường", {"front-a"}),
        ("Các xã, phường, thị trấn", {"front-a", "front-b", "front-c"}),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam các xã và phường", {"front-a", "front-b"}),
        ("UBND các xã, phường", {"government-a", "government-b"}),
        ("Hội Nông dân các xã, phường", {"farmers-b"}),
        ("các địa phương", {"front-a", "front-b", "front-c"}),
        ("Các tổ chức chính trị - xã hội", {"farmers", "women"}),
        ("các đoàn thể chính trị - xã hội thành phố", {"farmers", "women"}),
        ("các tổ chức thành viên của Mặt trận", {"farmers", "women", "red-cross"}),
        ("Các phòng, ban, ngành", {"economy"}),
        ("các trường học", {"school"}),
        ("các doanh nghiệp trên địa bàn", {"firm"}),
        ("các đơn vị", {"farmers", "women", "red-cross", "firm", "front-a", "front-b", "front-c"}),
        ("các cụm thi đua", set()),
        ("Hội Nông dân", None),
    ],
)
def test_collective_name_opens_to_the_hosts_own_units(name: str, opened: set[str] | None) -> None:
    assert keys(name) == opened


@pytest.mark.parametrize(
    ("name", "opened"),
    [
        ("Ủy ban MTTQ Việt Nam các xã", {"front-b", "elsewhere"}),
        ("các địa phương", {"front-a", "front-b", "front-c", "government-a", "government-b", "farmers-b", "elsewhere"}),
        ("các tổ chức chính trị - xã hội", {"farmers", "women", "farmers-b"}),
        ("các đơn vị", set()),
    ],
)
def test_without_a_host_the_whole_directory_is_meant(name: str, opened: set[str]) -> None:
    assert keys(name, None) == opened


def test_circle_of_a_commune_is_its_own() -> None:
    commune = BY_KEY["front-b"]

    assert keys("các đoàn thể", commune) == {"farmers-b"}
    assert keys("các thôn", commune) == {"village"}


def test_opened_units_are_in_the_order_of_their_names() -> None:
    found = open_collective("các xã, phường, thị trấn", DIRECTORY, host=HOST) or ()

    assert [each.name for each in found] == sorted(each.name for each in found)
