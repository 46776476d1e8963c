"""Documents that are right in every respect, one for each form and layout; tests spoil them one thing at a time."""

from tests.documents.checks.writing import P, Page, Sheet

LONG = (
    "Thực hiện Kế hoạch số 183/KH-MTTQ-BTT ngày 26 tháng 3 năm 2024 của Ban Thường trực Ủy ban Mặt trận Tổ quốc "
    "Việt Nam thành phố về phong trào thi đua “Đoàn kết sáng tạo”, Ban Thường trực xây dựng kế hoạch như sau:"
)
TEXT = (
    "Đánh giá kết quả thực hiện phong trào thi đua trong thời gian qua, biểu dương các tập thể có mô hình hiệu quả và "
    "rút ra bài học kinh nghiệm để nhân rộng trên địa bàn thành phố trong những năm tiếp theo"
)


def prose(text: str, **values: object) -> P:
    """A paragraph of running text."""
    return P(text, **({"first": 12.7, "after": 6} | values))  # type: ignore[arg-type]


def heading(text: str) -> P:
    """A heading of the text."""
    return P(text, bold=True, first=12.7, after=6)


RIGHT = (
    P("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, align="center"),
    P("Độc lập - Tự do - Hạnh phúc", 13, bold=True, align="center", rule="border"),
    P("Tam Kỳ, ngày 11 tháng 10 năm 2024", 13, italic=True, align="center"),
)
FOOT = (
    P("Nơi nhận:", 12, bold=True, italic=True, align="left"),
    P("- Ban Thường trực tỉnh (báo cáo);", 11, align="left"),
    P("- Các tổ chức chính trị - xã hội;", 11, align="left"),
    P("- Lưu: VT, PT.", 11, align="left"),
)


def plan() -> Sheet:
    """A plan of a Front committee: no KT., the Front's symbol."""
    return Sheet(
        left=(
            P("ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM", 12, align="center"),
            P("ỦY BAN MTTQ VIỆT NAM", 12, bold=True, align="center"),
            P("THÀNH PHỐ TAM KỲ", 12, bold=True, align="center", rule="border"),
            P("Số: 12/KH-MTTQ-BTT", 13, align="center"),
        ),
        right=RIGHT,
        title=(
            P("KẾ HOẠCH", bold=True, align="center"),
            P("Tổ chức Hội nghị tổng kết phong trào thi đua", bold=True, align="center"),
            P("“Đoàn kết sáng tạo” giai đoạn 2019 - 2024", bold=True, align="center", rule="border", after=6),
        ),
        body=(
            prose(LONG),
            heading("I. MỤC ĐÍCH, YÊU CẦU"),
            prose(f"1. {TEXT}."),
            prose(f"{TEXT}."),
            prose(f"{TEXT} và báo cáo kết quả về Ban Thường trực./."),
        ),
        foot_left=FOOT,
        foot_right=(
            P("TM. BAN THƯỜNG TRỰC", bold=True, align="center"),
            P("PHÓ CHỦ TỊCH", bold=True, align="center"),
            P(align="center"),
            P(align="center"),
            P("Nguyễn Thị Hoa", bold=True, align="center"),
        ),
    )


def decision() -> Sheet:
    """A decision of a people's committee: grounds, articles, TM. and KT."""
    return Sheet(
        left=(
            P("ỦY BAN NHÂN DÂN", 12, bold=True, align="center"),
            P("TỈNH AN BÌNH", 12, bold=True, align="center", rule="border"),
            P("Số: 05/QĐ-UBND", 13, align="center"),
        ),
        right=(*RIGHT[:2], P("An Bình, ngày 05 tháng 01 năm 2025", 13, italic=True, align="center")),
        title=(
            P("QUYẾT ĐỊNH", bold=True, align="center"),
            P("Về việc khen thưởng phong trào thi đua", bold=True, align="center", rule="border"),
        ),
        body=(
            P(),
            P("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN BÌNH", bold=True, align="center"),
            prose("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;", italic=True),
            prose("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", italic=True),
            prose("Theo đề nghị của Giám đốc Sở Nội vụ.", italic=True),
            P("QUYẾT ĐỊNH:", bold=True, align="center", after=6),
            prose(f"Điều 1. Tặng Giấy khen cho 04 (bốn) tập thể theo khoản 2 Điều 3: {TEXT.lower()}."),
            prose(f"Điều 2. Kinh phí khen thưởng trích từ Quỹ thi đua, khen thưởng của tỉnh năm 2025: {TEXT.lower()}."),
            prose(
                "Điều 3. Chánh Văn phòng và các tập thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."
            ),
        ),
        foot_left=(FOOT[0], P("- Như Điều 3;", 11, align="left"), P("- Lưu: VT, NC.", 11, align="left")),
        foot_right=(
            P("TM. ỦY BAN NHÂN DÂN", bold=True, align="center"),
            P("KT. CHỦ TỊCH", bold=True, align="center"),
            P("PHÓ CHỦ TỊCH", bold=True, align="center"),
            P(align="center"),
            P("Trần Văn Bình", bold=True, align="center"),
        ),
        annex=(
            P("Phụ lục", bold=True, align="center", breaks=True),
            P("DANH SÁCH TẬP THỂ ĐƯỢC KHEN THƯỞNG", bold=True, align="center"),
            P("(Kèm theo Quyết định số 05/QĐ-UBND)", italic=True, align="center"),
            P("1. Hội Nông dân xã An Phú"),
        ),
    )


def letter() -> Sheet:
    """A letter to several units."""
    return Sheet(
        left=(
            P("ỦY BAN MTTQ VIỆT NAM", 12, bold=True, align="center"),
            P("THÀNH PHỐ TAM KỲ", 12, bold=True, align="center", rule="border"),
            P("Số: 249/MTTQ-BTT", 13, align="center"),
            P("V/v chuẩn bị tham luận tại Hội nghị tổng kết\nphong trào thi đua", 12, align="center", before=6),
        ),
        right=RIGHT,
        title=(),
        addressees=(
            P("Kính gửi:", align="left", first=30),
            P("- Hội Liên hiệp Phụ nữ thành phố;", align="left", first=40),
            P("- Hội Nông dân thành phố.", align="left", first=40),
        ),
        body=(P(), prose(LONG.replace("xây dựng kế hoạch như sau:", "đề nghị như sau.")), prose(f"{TEXT}./.")),
        foot_left=FOOT,
        foot_right=(
            P("TM. BAN THƯỜNG TRỰC", bold=True, align="center"),
            P("CHỦ TỊCH", bold=True, align="center"),
            P(align="center"),
            P("Lê Văn Nam", bold=True, align="center"),
        ),
    )


def minutes() -> Sheet:
    """Minutes: no place and date, secretary and chair sign beside each other."""
    of = plan()
    return Sheet(
        left=(*of.left[:3], P("Số: 03/BB-MTTQ-BTT", 13, align="center")),
        right=RIGHT[:2],
        title=(
            P("BIÊN BẢN", bold=True, align="center"),
            P("Họp xét khen thưởng phong trào thi đua", bold=True, align="center", rule="border", after=6),
        ),
        body=(prose(f"Thời gian bắt đầu: 7 giờ 30, ngày 21 tháng 10 năm 2024. {TEXT}."), prose(f"{TEXT}./.")),
        foot_left=(
            P("THƯ KÝ", bold=True, align="center"),
            P(align="center"),
            P("Phạm Thị Lan", bold=True, align="center"),
            P(align="center"),
            *FOOT,
        ),
        foot_right=(
            P("CHỦ TỌA", bold=True, align="center"),
            P(align="center"),
            P("Nguyễn Văn Minh", bold=True, align="center"),
        ),
    )


def party() -> Sheet:
    """A notice of a Party committee: its own header, a star, T/M."""
    return Sheet(
        left=(
            P("ĐẢNG BỘ TỈNH QUẢNG NAM", 14, align="center"),
            P("THÀNH ỦY TAM KỲ", 14, bold=True, align="center"),
            P("*", 14, align="center"),
            P("Số 127-TB/TU", 14, align="center"),
        ),
        right=(
            P("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True, align="center", rule="border"),
            P("Tam Kỳ, ngày 03 tháng 4 năm 2024", 14, italic=True, align="center"),
        ),
        title=(
            P("THÔNG BÁO", 15, bold=True, align="center"),
            P("Kết luận của Ban Thường vụ", 14, bold=True, align="center", rule="border"),
        ),
        body=(prose(f"{TEXT}."), prose(f"{TEXT} và báo cáo.")),
        foot_left=(
            FOOT[0],
            P("- Các chi bộ trực thuộc,", 11, align="left"),
            P("- Lưu Văn phòng.", 11, align="left"),
        ),
        foot_right=(
            P("T/M BAN THƯỜNG VỤ", bold=True, align="center"),
            P("PHÓ BÍ THƯ", bold=True, align="center"),
            P(align="center"),
            P("Võ Văn Hùng", bold=True, align="center"),
        ),
        page=Page(),
    )
