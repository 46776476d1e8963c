"""The people of the sample conference; names are invented, posts are those of a real office."""

from dataclasses import dataclass

PASSWORD = "hoi-nghi-2024"  # noqa: S105 -- the sample data stand on 127.0.0.1 and hold nothing real


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to show: the unit by its name in the directory, the post, the role, and an e-mail to log in with."""

    name: str
    unit: str
    post: str
    role: str
    email: str = ""
    phone: str = ""


HOST = "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố"
FRONT_OF = "Ban Thường trực Ủy ban MTTQ Việt Nam {place}"
CLERK = DemoPerson("Trần Thị Lệ", HOST, "Chuyên viên Văn phòng", "clerk", "le@tamky.vn", "0905 000 101")
LEADER = DemoPerson("Nguyễn Thị Thu Hiền", HOST, "Phó Chủ tịch", "leader", "hien@tamky.vn", "0905 000 102")
SECRETARY = DemoPerson(
    "Nguyễn Văn Hòa", FRONT_OF.format(place="xã Tam Thăng"), "Chủ tịch", "member", "hoa@tamthang.vn", "0905 000 103"
)
PEOPLE = (
    CLERK,
    LEADER,
    SECRETARY,
    DemoPerson(
        "Võ Thị Hồng Nhung",
        FRONT_OF.format(place="xã Tam Thăng"),
        "Phó Chủ tịch",
        "leader",
        "nhung@tamthang.vn",
        "0905 000 104",
    ),
    DemoPerson("Phan Thị Mỹ", "Hội Liên hiệp phụ nữ thành phố", "Chủ tịch", "member", "my@phunu.vn", "0905 000 105"),
    DemoPerson("Lê Quang Định", "Hội Nông dân thành phố", "Phó Chủ tịch", "member", "", "0905 000 106"),
    DemoPerson("Huỳnh Minh Khôi", "Đoàn TNCS Hồ Chí Minh thành phố", "Phó Bí thư", "member", "", "0905 000 107"),
    DemoPerson("Trương Công Lý", "Liên đoàn Lao động thành phố", "Phó Chủ tịch", "member", "", "0905 000 108"),
    DemoPerson("Đỗ Thanh Bình", "Hội Cựu chiến binh thành phố", "Chủ tịch", "member", "", "0905 000 109"),
    DemoPerson("Bùi Hữu Phước", "Phòng Kinh tế", "Phó Trưởng phòng", "member", "", "0905 000 110"),
    DemoPerson("Ngô Thị Kim Chi", FRONT_OF.format(place="phường An Phú"), "Chủ tịch", "member", "", "0905 000 111"),
    DemoPerson("Đặng Ngọc Sơn", FRONT_OF.format(place="phường Tân Thạnh"), "Chủ tịch", "member", "", "0905 000 112"),
    DemoPerson("Lương Văn Tài", FRONT_OF.format(place="phường An Sơn"), "Chủ tịch", "member", "", "0905 000 113"),
    DemoPerson("Phạm Thị Bích", FRONT_OF.format(place="phường Hòa Hương"), "Chủ tịch", "member", "", "0905 000 114"),
)
