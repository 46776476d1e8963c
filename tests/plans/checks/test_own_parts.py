"""The issuer and the parts of its house."""

import pytest

from tongket.plans.checks.own_parts import needs_no_copy


@pytest.mark.parametrize(
    ("name", "issuer", "is_own"),
    [
        ("Thường trực Hội Cựu chiến binh huyện", "HỘI CỰU CHIẾN BINH HUYỆN ĐỒNG PHƯỚC", True),
        ("Hội Cựu chiến binh xã Phước Lộc", "HỘI CỰU CHIẾN BINH HUYỆN ĐỒNG PHƯỚC", False),
        ("Hội Nông dân huyện", "HỘI CỰU CHIẾN BINH HUYỆN ĐỒNG PHƯỚC", False),
        ("Ban Thường vụ Hội LHPN huyện", "BAN THƯỜNG VỤ HUYỆN BÌNH AN", True),
        ("Ban Phong trào Tỉnh đoàn", "BAN PHONG TRÀO", True),
        ("Ban Chấp hành Công đoàn cơ sở", "CÔNG ĐOÀN CƠ SỞ CÔNG TY TNHH MAY MẶC", True),
        ("Ban Kinh tế huyện Hội", "HỘI CỰU CHIẾN BINH HUYỆN ĐỒNG PHƯỚC", True),
        ("Ban Giám hiệu", "TRƯỜNG TIỂU HỌC NGUYỄN DU", True),
        ("Phòng Giáo dục Trung học", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", True),
        ("Văn phòng Ban Tổ chức Tỉnh ủy", "TỈNH ỦY HƯNG LONG BAN TỔ CHỨC", True),
        ("Phòng Kinh tế", "ỦY BAN MTTQ VIỆT NAM THÀNH PHỐ TAM KỲ", False),
        ("Phòng Nội vụ", "ỦY BAN NHÂN DÂN HUYỆN PHÚ HÒA", False),
        ("Phòng Hành chính", "CÔNG ĐOÀN CƠ SỞ CÔNG TY TNHH MAY MẶC", False),
        ("Các đơn vị thành viên", "CỤM THI ĐUA SỐ 3", True),
        ("Văn phòng Huyện Đoàn", "BCH ĐOÀN HUYỆN SÔNG MÊ", True),
        ("Ban Xây dựng Đảng", "ĐẢNG ỦY PHƯỜNG LẠCH TRAY", True),
        ("Thường trực Hội", "Hội Người cao tuổi phường Vĩnh Trung", True),
        ("Công đoàn", "TRƯỜNG THCS LÝ TỰ TRỌNG", True),
        ("Ông Lâm Văn A, Phó Chủ tịch Hội", "HỘI CHỮ THẬP ĐỎ", True),
        ("Phòng Kinh tế", "", False),
    ],
)
def test_name(name: str, issuer: str, *, is_own: bool) -> None:
    assert needs_no_copy(name, issuer) == is_own
