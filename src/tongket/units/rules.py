"""What an organisation is: kinds of body and of place, validity, and a unit as a plain value. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tongket.core.findings import words


class BodyType(StrEnum):
    """What kind of body a unit is; the codes stand in directories that offices import."""

    FRONT = "front"
    PARTY = "party"
    GOVERNMENT = "government"
    COUNCIL = "council"
    DEPARTMENT = "department"
    POLITICAL_SOCIAL = "political-social"
    ASSOCIATION = "association"
    SCHOOL = "school"
    ENTERPRISE = "enterprise"
    ARMED_FORCES = "armed-forces"
    OFFICE = "office"
    VILLAGE = "village"
    OTHER = "other"


class PlaceKind(StrEnum):
    """The level of the place a unit belongs to; the value is the word as it is printed."""

    CENTRAL = "trung ương"
    PROVINCE = "tỉnh"
    CITY = "thành phố"
    DISTRICT = "huyện"
    URBAN_DISTRICT = "quận"
    TOWN = "thị xã"
    COMMUNE = "xã"
    WARD = "phường"
    TOWNSHIP = "thị trấn"
    SPECIAL_ZONE = "đặc khu"
    HAMLET = "thôn"
    NONE = ""


BODY_WORDS: dict[BodyType, str] = {
    BodyType.FRONT: words("Mặt trận"),
    BodyType.PARTY: words("Đảng"),
    BodyType.GOVERNMENT: words("Ủy ban nhân dân"),
    BodyType.COUNCIL: words("Hội đồng nhân dân"),
    BodyType.DEPARTMENT: words("Phòng, ban, sở"),
    BodyType.POLITICAL_SOCIAL: words("Tổ chức chính trị - xã hội"),
    BodyType.ASSOCIATION: words("Hội, hiệp hội"),
    BodyType.SCHOOL: words("Trường học"),
    BodyType.ENTERPRISE: words("Doanh nghiệp, hợp tác xã"),
    BodyType.ARMED_FORCES: words("Lực lượng vũ trang"),
    BodyType.OFFICE: words("Văn phòng, ban chuyên môn"),
    BodyType.VILLAGE: words("Thôn, khu dân cư"),
    BodyType.OTHER: words("Khác"),
}
COMMUNE_LEVEL = (PlaceKind.COMMUNE, PlaceKind.WARD, PlaceKind.TOWNSHIP, PlaceKind.SPECIAL_ZONE)
DISTRICT_LEVEL = (PlaceKind.DISTRICT, PlaceKind.URBAN_DISTRICT, PlaceKind.TOWN)


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit as a value: `key` is a stable id, `parent` and `successors` are keys, dates bound its life."""

    key: str
    name: str
    short_name: str = ""
    body: BodyType = BodyType.OTHER
    place_kind: PlaceKind = PlaceKind.NONE
    place: str = ""
    parent: str | None = None
    email: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    successors: tuple[str, ...] = ()


def valid_on(unit: UnitRecord, day: date) -> bool:
    """Whether the unit exists on `day`; its first and last day count."""
    begun = unit.valid_from is None or unit.valid_from <= day
    return begun and (unit.valid_until is None or day <= unit.valid_until)
