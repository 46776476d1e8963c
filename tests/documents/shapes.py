"""Documents of every shape that the form knows, made of what a Front office writes; each is one named function."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tongket.documents.render.markdown import parts_of
from tongket.documents.render.values import (
    Annex,
    Block,
    Datum,
    Drawing,
    Issuer,
    Item,
    OfficialDocument,
    PageBreak,
    Profile,
    Shape,
    Signature,
    Table,
    Tone,
    Urgency,
    plain,
)

FRONT = Issuer(own=("BAN THƯỜNG TRỰC",), above=("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"))
PARTY = Issuer(own=("ĐẢNG ỦY CƠ QUAN MẶT TRẬN",), above=("THÀNH ỦY TAM KỲ",))
DEPUTY = Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Thu Hiền")
RECIPIENTS = ("Như trên", "Ban Phong trào UBMTTQ Việt Nam tỉnh", "Lưu: VT, PT")
WARDS = ("Tam Thăng", "Tam Thanh", "Tam Phú", "Tam Ngọc", "Tân Thạnh", "An Phú", "An Mỹ", "An Sơn", "An Xuân")
MORE_WARDS = ("Hòa Hương", "Hòa Thuận", "Phước Hòa", "Trường Xuân")

OPENING = """Thực hiện Kế hoạch số 294/KH-MTTQ-BTT ngày 31/5/2024 của Ban Thường trực Ủy ban MTTQ Việt Nam \
tỉnh Quảng Nam về tổng kết đánh giá kết quả triển khai Phong trào thi đua “Đoàn kết sáng tạo, nâng cao năng suất, \
chất lượng, hiệu quả, hội nhập quốc tế” từ khi phát động đến nay; Ban Thường trực Ủy ban MTTQ Việt Nam thành phố \
đề nghị các cơ quan, đơn vị chuẩn bị những nội dung sau:
"""
LETTER = f"""{OPENING}
1. Chủ đề: theo gợi ý tại điểm 2 Phần III của Kế hoạch.
2. Độ dài: không quá 3 trang A4; thời lượng phát biểu **không quá 7 phút**.
3. Thời hạn: gửi trước ngày 20 tháng 10 năm 2024 để in tài liệu phục vụ hội nghị.

Ban Thường trực Ủy ban MTTQ Việt Nam thành phố đề nghị các cơ quan, đơn vị quan tâm thực hiện./.
"""
_TASKS = """Các ban, ngành rà soát kết quả triển khai, làm rõ những ưu điểm, khó khăn, vướng mắc trong quá trình \
thực hiện Phong trào; trên cơ sở đó rút ra bài học kinh nghiệm, *tổng hợp, đánh giá, kiến nghị* để tiếp tục triển khai.
"""
_NUMBERED = list(enumerate(WARDS, 1))
_ROWS = "\n".join(
    f"| {place} | UBMTTQ Việt Nam {ward} | Báo cáo, giới thiệu mô hình | 18/10/2024 |" for place, ward in _NUMBERED
)
_TABLE = f"| STT | Đơn vị | Nội dung | Thời hạn |\n|:-:|---|---|:-:|\n{_ROWS}\n"
_TITLES = {"I": "MỤC ĐÍCH, YÊU CẦU", "II": "THÀNH PHẦN, THỜI GIAN", "III": "NỘI DUNG", "IV": "TỔ CHỨC THỰC HIỆN"}
_CHAPTERS = "\n".join(
    f"""# {number}. {title}
{_TASKS}
## 1. Yêu cầu
{_TASKS}
- Đại diện lãnh đạo các tổ chức chính trị - xã hội thành phố;
- Đại diện Ban Thường trực Ủy ban MTTQ Việt Nam các xã, phường;
+ Trung tâm Văn hóa.

### a) Phân công
{_TASKS}"""
    for number, title in _TITLES.items()
)
PLAN = f"{OPENING}\n{_CHAPTERS}\n{_TABLE}\n{_TASKS.strip()}/.\n"
DECISION = f"""> Căn cứ Luật Thi đua, Khen thưởng ngày 15 tháng 6 năm 2022
> Căn cứ Kế hoạch số 294/KH-MTTQ-BTT ngày 31 tháng 5 năm 2024 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh
> Xét đề nghị của Ban Phong trào

# QUYẾT ĐỊNH:

Điều 1. Tặng Giấy khen cho 04 (bốn) tập thể đã có thành tích xuất sắc trong Phong trào thi đua “Đoàn kết sáng tạo”.
Điều 2. Kinh phí khen thưởng trích từ nguồn kinh phí của cơ quan, theo quy định hiện hành về thi đua, khen thưởng.
Điều 3. Văn phòng, Ban Phong trào và các tập thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.

::: phụ lục Danh sách tập thể được khen thưởng
(Kèm theo Quyết định số …/QĐ-MTTQ-BTT ngày … tháng … năm 2024)

{_TABLE}
:::
"""
WIDE = f"""{OPENING}
::: phụ lục ngang Biểu số liệu
{_TABLE}
{_TASKS}
:::
::: phụ lục Đề cương báo cáo
{_TASKS * 2}
- Kết quả;
- Hạn chế.
:::
"""


def letter() -> OfficialDocument:
    """A letter to one addressee."""
    return OfficialDocument(
        issuer=FRONT,
        symbol="MTTQ-BTT",
        subject="chuẩn bị tham luận tại hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”",
        body=parts_of(LETTER).body,
        number="5",
        place="Tam Kỳ",
        day=date(2024, 10, 14),
        addressees=("Hội Liên hiệp Phụ nữ thành phố",),
        signatures=(DEPUTY,),
        recipients=RECIPIENTS,
    )


def letter_to_thirteen() -> OfficialDocument:
    """A letter to thirteen addressees, with the drafter's mark and the contact line."""
    names = tuple(f"Ban Thường trực Ủy ban MTTQ Việt Nam {ward}" for ward in WARDS + MORE_WARDS)
    contact = "Địa chỉ: 99 Hùng Vương, TP Tam Kỳ; điện thoại: 0235 3852 123; thư điện tử: mttq@tamky.gov.vn"
    return replace(letter(), addressees=names, drafter_mark="PT.(20)", contact_line=contact)


def urgent() -> OfficialDocument:
    """A letter with the box of urgency."""
    return replace(letter(), urgency=Urgency.VERY_URGENT)


def plan() -> OfficialDocument:
    """A plan of several pages with headings, items and a table, not yet numbered."""
    subject = "Tổ chức hội nghị tổng kết đánh giá kết quả triển khai thực hiện Phong trào thi đua “Đoàn kết sáng tạo”"
    return replace(_named("KẾ HOẠCH", "KH-MTTQ-BTT", subject, PLAN), number="", day=None)


def decision() -> OfficialDocument:
    """A decision with grounds, articles and its list as an annex."""
    return _named("QUYẾT ĐỊNH", "QĐ-MTTQ-BTT", "Về việc tặng Giấy khen cho các tập thể", DECISION)


def minutes() -> OfficialDocument:
    """Minutes: two signatures, no place and date."""
    signatures = (
        Signature(("THƯ KÝ",), "Trần Thị Lệ", "ký, ghi rõ họ tên"),
        Signature(("CHỦ TỌA",), "Nguyễn Thị Thu Hiền", "ký, ghi rõ họ tên"),
    )
    made = _named("BIÊN BẢN", "BB-MTTQ-BTT", "Hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”", LETTER)
    return replace(made, signatures=signatures, has_place_and_date=False, recipients=())


def party() -> OfficialDocument:
    """A document of the Party committee, in its own form."""
    signature = Signature(("T/M ĐẢNG ỦY", "BÍ THƯ"), "Nguyễn Văn An")
    made = _named("THÔNG BÁO", "TB/ĐU", "Kết luận hội nghị Đảng ủy", LETTER)
    return replace(made, issuer=PARTY, profile=Profile.PARTY, number="127", signatures=(signature,))


def wide_annex() -> OfficialDocument:
    """A letter with a landscape annex and an upright one."""
    parts = parts_of(WIDE)
    return replace(letter(), body=parts.body, annexes=parts.annexes)


BARS = Drawing(
    Shape.BARS,
    "Hình 1. Mô hình đang duy trì (mô hình), theo đơn vị",
    (
        Datum("xã Tam Thăng", "1.250"),
        Datum("phường An Xuân", "40"),
        Datum("12 đơn vị khác", "0 – 12"),
        Datum("Hội Nông dân & Đoàn TNCS", "chưa có báo cáo"),
    ),
)
TREND = Drawing(
    Shape.TREND,
    "Hình 2. Mô hình đang duy trì (mô hình), theo kỳ",
    (Datum("Năm 2022", "45"), Datum("Năm 2023", "chưa có số"), Datum("Năm 2024", "57,5")),
)
GRID = Drawing(
    Shape.GRID,
    "Hình 3. Báo cáo của các đơn vị",
    (
        Datum("xã Tam Thăng", "Đạt", Tone.DONE),
        Datum("xã Tam Phú", "Đạt", Tone.DONE),
        Datum("phường An Sơn", "Chưa gửi"),
    ),
)
DRAWINGS = (BARS, TREND, GRID)


def drawn() -> OfficialDocument:
    """A letter with an annex of drawings."""
    return replace(letter(), annexes=(Annex("Hình vẽ số liệu", DRAWINGS),))


def bare() -> OfficialDocument:
    """The least that a document can be."""
    return OfficialDocument(issuer=Issuer(("VĂN PHÒNG",)), symbol="VP", subject="", body=parts_of("Một dòng.").body)


def _named(type_name: str, symbol: str, subject: str, markdown: str) -> OfficialDocument:
    parts = parts_of(markdown)
    return replace(
        letter(),
        type_name=type_name,
        symbol=symbol,
        subject=subject,
        body=parts.body,
        annexes=parts.annexes,
        addressees=(),
    )


SHAPES: dict[str, Callable[[], OfficialDocument]] = {
    made.__name__: made
    for made in (letter, letter_to_thirteen, urgent, plan, decision, minutes, party, wide_annex, bare)
}


def said_in(block: Block) -> str:
    """All that a block of a text says."""
    match block:
        case Table():
            return "".join(plain(cell.runs) for row in (block.heading, *block.rows) for cell in row)
        case PageBreak():
            return ""
        case Drawing():
            return "".join((block.caption, *(f"{row.name}{row.value}" for row in block.rows)))
        case Item():
            return f"{block.mark}{plain(block.runs)}"
    return plain(block.runs)
