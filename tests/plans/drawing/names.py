"""Names to draw from: all places, people and firms are made up."""

from hypothesis import strategies as st

Draw = st.DrawFn

PROVINCES = ("Quảng Long", "Hưng Hải", "Lâm Viên", "Bắc Gianh", "Tây Hà", "Nam Biên")
DISTRICTS = ("Bình An", "Phú Hòa", "Tân Lập", "Kim Bảng", "Hiệp Thuận", "Đức Trọng An")
COMMUNES = ("Hòa Tiến", "Bình Lâm", "Tam Thăng Hạ", "Sơn Tây Thượng", "Long Phú Đông", "Vĩnh Thạnh Trung")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đoàn", "Vũ", "Rơ Châm", "Ngô")
_MIDDLES = ("Văn", "Thị Thu", "Đình", "Quốc", "Hữu", "Thị Bích")
_GIVEN = ("Hiền", "Dũng", "Ngọc", "Ánh", "Phước", "Khánh", "Ước", "Quỳnh")

UNITS = (
    "Phòng Nội vụ",
    "Phòng Văn hóa và Thông tin",
    "Phòng Tài chính - Kế hoạch",
    "Hội Nông dân huyện",
    "Hội Liên hiệp Phụ nữ huyện",
    "Huyện đoàn",
    "Liên đoàn Lao động huyện",
    "Ban Thường trực Ủy ban MTTQ Việt Nam xã Hòa Tiến",
    "Ủy ban nhân dân các xã, thị trấn",
    "Trung tâm Văn hóa, Thể thao và Truyền thanh huyện",
    "Trường THPT Nguyễn Trãi",
    "Công đoàn cơ sở Công ty TNHH Giày Hồng Phát",
)
MAILS = ("thidua.huyen@binhan.example.vn", "phongtrao@hunghai.example.vn", "mttq.tk@tayha.example.vn")
MOVEMENTS = (
    "phong trào thi đua “Đoàn kết sáng tạo”",
    "phong trào “Tuổi trẻ sáng tạo” giai đoạn 2020 - 2025",
    "05 năm thực hiện phong trào thi đua “Xây dựng gia đình 5 không, 3 sạch”",
    "Cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh” giai đoạn 2021 - 2025",
    "phong trào nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững",
)


def person(draw: Draw) -> str:
    """A name of a person."""
    return " ".join(draw(st.sampled_from(parts)) for parts in (_FAMILIES, _MIDDLES, _GIVEN))


def some(draw: Draw, pool: tuple[str, ...], least: int = 1, most: int = 4) -> list[str]:
    """A few different members of `pool`, in any order."""
    return draw(st.lists(st.sampled_from(pool), min_size=least, max_size=most, unique=True))
