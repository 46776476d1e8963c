"""Forms of official texts beside the words in which they are read aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.core.spoken.saying import spoken
from tongket.core.spoken.syllables import count
from tongket.core.spoken.values import Expansion, Spoken

# What is said otherwise than it is written stands in brackets.
NUMBERS = [
    ("1.900 hộ", "[một nghìn chín trăm] hộ"),
    ("1.900.000 lượt người", "[một triệu chín trăm nghìn] lượt người"),
    ("tăng 3,42 lần", "tăng [ba phẩy bốn mươi hai] lần"),
    ("đạt 98,75%", "đạt [chín mươi tám phẩy bảy mươi lăm phần trăm]"),
    ("đạt 0,05%", "đạt [không phẩy không năm phần trăm]"),
    ("2/3 số hội viên", "[hai phần ba] số hội viên"),
    ("1/2 diện tích", "[một phần hai] diện tích"),
    ("3/4 số thôn", "[ba phần tư] số thôn"),
    ("12/13 phường, xã", "[mười hai trên mười ba] phường, xã"),
    ("1/100", "[một phần một trăm]"),
    ("99 Hùng Vương", "[chín mươi chín] Hùng Vương"),
    ("01 mô hình", "[không một] mô hình"),
    ("05 tập thể", "[không năm] tập thể"),
    ("2020-2024", "[hai nghìn không trăm hai mươi đến hai nghìn không trăm hai mươi tư]"),
    ("giai đoạn 2021 - 2025", "giai đoạn [hai nghìn không trăm hai mươi mốt] [đến hai nghìn không trăm hai mươi lăm]"),
    ("nhiệm kỳ 2024 – 2029", "nhiệm kỳ [hai nghìn không trăm hai mươi tư] [đến hai nghìn không trăm hai mươi chín]"),
    ("15-20 hộ", "[mười lăm đến hai mươi] hộ"),
    ("10.000 cây", "[mười nghìn] cây"),
    ("10.005 hộ", "[mười nghìn không trăm lẻ năm] hộ"),
    ("gấp 1,5 lần", "gấp [một phẩy năm] lần"),
    ("100%", "[một trăm phần trăm]"),
    ("thứ 4", "thứ [tư]"),
    ("lần thứ 1", "lần thứ [nhất]"),
    ("ThS. Lê Thị Bình", "[thạc sĩ] Lê Thị Bình"),
    ("1. Thành phần", "[một]. Thành phần"),
    ("1.1. Nội dung", "[một chấm một]. Nội dung"),
    ("2.1.3 Chỉ tiêu", "[hai chấm một chấm ba] Chỉ tiêu"),
    ("Nghị quyết 57", "Nghị quyết [năm mươi bảy]"),
    ("1975 - 2025", "[một nghìn chín trăm bảy mươi lăm] [đến hai nghìn không trăm hai mươi lăm]"),
    ("Hà Nội – Huế", "Hà Nội – Huế"),
    ("ông Nguyễn Văn B", "ông Nguyễn Văn [bê]"),
    ("giảm 1/3 số vụ", "giảm [một phần ba] số vụ"),
]
DAYS_AND_HOURS = [
    ("20/10/2024", "[ngày hai mươi tháng mười năm hai nghìn không trăm hai mươi tư]"),
    ("ngày 20/10/2024", "ngày [hai mươi tháng mười năm hai nghìn không trăm hai mươi tư]"),
    ("ngày 19/10", "ngày [mười chín tháng mười]"),
    ("ngày 25-3-2026", "ngày [hai mươi lăm tháng ba năm hai nghìn không trăm hai mươi sáu]"),
    ("sáng 30/10", "sáng [ba mươi tháng mười]"),
    ("trước ngày 15/9/2024", "trước ngày [mười lăm tháng chín năm hai nghìn không trăm hai mươi tư]"),
    ("trước 5/11", "trước [năm tháng mười một]"),
    ("dịp 30/4", "dịp [ba mươi tháng tư]"),
    ("lễ 2/9", "lễ [hai tháng chín]"),
    ("nhân ngày 8/3", "nhân ngày [tám tháng ba]"),
    (
        "từ 26/3 đến 31/5/2024",
        "từ [hai mươi sáu tháng ba] đến [ngày ba mươi mốt tháng năm năm hai nghìn không trăm hai mươi tư]",
    ),
    (
        "từ ngày 26 đến 28/10/2024",
        "từ ngày [hai mươi sáu] đến [hai mươi tám tháng mười năm hai nghìn không trăm hai mươi tư]",
    ),
    ("ngày 26, 27/10/2024", "ngày [hai mươi sáu], [hai mươi bảy tháng mười năm hai nghìn không trăm hai mươi tư]"),
    ("thứ Tư, 30/10/2024", "thứ Tư, [ngày ba mươi tháng mười năm hai nghìn không trăm hai mươi tư]"),
    ("tháng 10/2024", "tháng [mười năm hai nghìn không trăm hai mươi tư]"),
    ("tháng 4/2025", "tháng [tư năm hai nghìn không trăm hai mươi lăm]"),
    ("tháng 4", "tháng [tư]"),
    ("tháng 01", "tháng [một]"),
    ("quý 4/2024", "quý [tư năm hai nghìn không trăm hai mươi tư]"),
    ("năm 2024", "năm [hai nghìn không trăm hai mươi tư]"),
    ("năm 1945", "năm [một nghìn chín trăm bốn mươi lăm]"),
    ("ngày 05 tháng 01 năm 2025", "ngày [năm] tháng [một] năm [hai nghìn không trăm hai mươi lăm]"),
    ("ngày 30 tháng 4", "ngày [ba mươi] tháng [tư]"),
    ("năm học 2023-2024", "năm học [hai nghìn không trăm hai mươi ba đến hai nghìn không trăm hai mươi tư]"),
    ("10/2024", "[tháng mười năm hai nghìn không trăm hai mươi tư]"),
    ("7 giờ 30", "[bảy] giờ [ba mươi]"),
    ("07 giờ 30 phút", "[bảy] giờ [ba mươi] phút"),
    ("7h30", "[bảy giờ ba mươi]"),
    ("7h30’", "[bảy giờ ba mươi]"),
    ("08:15", "[tám giờ mười lăm]"),
    ("8h00", "[tám giờ]"),
    ("14g15", "[mười bốn giờ mười lăm]"),
    ("8h", "[tám giờ]"),
    ("từ 7h30 - 11h00", "từ [bảy giờ ba mươi] [đến mười một giờ]"),
    ("15 phút", "[mười lăm] phút"),
    ("2 giờ/ngày", "[hai] giờ[trên ngày]"),
    ("“Đoàn kết sáng tạo” (2018)", "“Đoàn kết sáng tạo” ([hai nghìn không trăm mười tám])"),
    ("tỷ lệ 1:500", "tỷ lệ [một trên năm trăm]"),
    ("22 giờ", "[hai mươi hai] giờ"),
    (
        "kế hoạch 5 năm 2021-2025",
        "kế hoạch [năm] năm [hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm]",
    ),
    ("Thời gian: 07h30: Đón đại biểu", "Thời gian: [bảy giờ ba mươi]: Đón đại biểu"),
    ("từ 7h30 - 11h00", "từ [bảy giờ ba mươi] [đến mười một giờ]"),
]
MONEY_AND_MEASURES = [
    ("từ 10 đến 15 triệu đồng", "từ [mười] đến [mười lăm] triệu đồng"),
    ("1.234.567 đồng", "[một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy] đồng"),
    ("2.000.000.001 đồng", "[hai tỷ không trăm lẻ một] đồng"),
    ("1 250 000 đồng", "[một triệu hai trăm năm mươi nghìn] đồng"),
    ("1,250,000 đồng", "[một triệu hai trăm năm mươi nghìn] đồng"),
    ("3 triệu đồng", "[ba] triệu đồng"),
    ("1.250.000 đồng", "[một triệu hai trăm năm mươi nghìn] đồng"),
    ("3,2 tỷ đồng", "[ba phẩy hai] tỷ đồng"),
    ("500.000đ", "[năm trăm nghìn đồng]"),
    ("200.000 VNĐ", "[hai trăm nghìn] [Việt Nam đồng]"),
    ("12tr", "[mười hai triệu]"),
    ("5 tr.đ", "[năm] [triệu đồng]"),
    ("45 triệu đồng/người/năm", "[bốn mươi lăm] triệu đồng[trên người trên năm]"),
    ("20.000 đồng/kg", "[hai mươi nghìn] đồng[trên ki lô gam]"),
    ("1,5 triệu đồng/tháng", "[một phẩy năm] triệu đồng[trên tháng]"),
    ("500 USD", "[năm trăm] [đô la Mỹ]"),
    ("1,5 - 2 triệu đồng", "[một phẩy năm] [đến hai] triệu đồng"),
    ("500 m2", "[năm trăm] [mét vuông]"),
    ("45m²", "[bốn mươi lăm mét vuông]"),
    ("30 m3", "[ba mươi] [mét khối]"),
    ("3,5km", "[ba phẩy năm ki lô mét]"),
    ("12 ha", "[mười hai] [héc ta]"),
    ("7 tạ/ha", "[bảy] tạ[trên héc ta]"),
    ("5 tấn/ha", "[năm] tấn[trên héc ta]"),
    ("40 kg", "[bốn mươi] [ki lô gam]"),
    ("200g", "[hai trăm gam]"),
    ("50 lít", "[năm mươi] lít"),
    ("1.200 kWh", "[một nghìn hai trăm] [ki lô oát giờ]"),
    ("25-30°C", "[hai mươi lăm đến ba mươi độ xê]"),
    ("38,5 độ C", "[ba mươi tám phẩy năm] độ [xê]"),
    ("60 km/h", "[sáu mươi] [ki lô mét trên giờ]"),
    ("10 ml", "[mười] [mi li lít]"),
    ("3 lần/tuần", "[ba] lần[trên tuần]"),
    ("5‰", "[năm phần nghìn]"),
    ("ĐVT: đồng", "[đơn vị tính]: đồng"),
    ("3 x 4 m", "[ba] [nhân bốn] [mét]"),
    ("nhiệt độ -5°C", "nhiệt độ [âm năm độ xê]"),
    ("24/24 giờ", "[hai mươi tư trên hai mươi tư] giờ"),
    ("2.500 m²/hộ", "[hai nghìn năm trăm] [mét vuông trên hộ]"),
]
ROMAN = [
    ("quý III/2024", "quý [ba năm hai nghìn không trăm hai mươi tư]"),
    ("quý I", "quý [một]"),
    ("Quý II", "Quý [hai]"),
    ("phần IV", "phần [bốn]"),
    ("Đại hội XIII", "Đại hội [mười ba]"),
    ("lần thứ XX", "lần thứ [hai mươi]"),
    ("lần thứ I", "lần thứ [nhất]"),
    ("lần thứ IV", "lần thứ [tư]"),
    ("thế kỷ XXI", "thế kỷ [hai mươi mốt]"),
    ("khóa V", "khóa [năm]"),
    ("khóa XIV", "khóa [mười bốn]"),
    ("I. MỤC ĐÍCH", "[một]. MỤC ĐÍCH"),
    ("V. KẾT LUẬN", "[năm]. KẾT LUẬN"),
    ("PHẠM VI", "PHẠM VI"),
    ("quý I và II", "quý [một] và [hai]"),
    ("chương III", "chương [ba]"),
    ("V/v tổ chức hội nghị", "[về việc] tổ chức hội nghị"),
]
DOCUMENTS = [
    ("294/KH-MTTQ-BTT", "[hai trăm chín mươi tư kế hoạch Mặt trận Tổ quốc Ban Thường trực]"),
    ("số 02/KH-MTTQ", "số [không hai kế hoạch Mặt trận Tổ quốc]"),
    ("30/2020/NĐ-CP", "[ba mươi năm hai nghìn không trăm hai mươi nghị định Chính phủ]"),
    ("16-CTr/TU", "[mười sáu chương trình Tỉnh ủy]"),
    ("03-NQ/TW", "[không ba nghị quyết Trung ương]"),
    ("1719/QĐ-TTg", "[một nghìn bảy trăm mười chín quyết định Thủ tướng]"),
    ("22/2017/QH14", "[hai mươi hai năm hai nghìn không trăm mười bảy Quốc hội mười bốn]"),
    ("05-CT/TW", "[không năm chỉ thị Trung ương]"),
    ("118/KH-UBND", "[một trăm mười tám kế hoạch Ủy ban nhân dân]"),
    ("12/BC-HND", "[mười hai báo cáo Hội Nông dân]"),
    ("45/TTr-UBND", "[bốn mươi lăm tờ trình Ủy ban nhân dân]"),
    ("01/2024/TT-BNV", "[không một năm hai nghìn không trăm hai mươi tư thông tư Bộ Nội vụ]"),
    (
        "số 18-NQ/TW ngày 25/10/2017",
        "số [mười tám nghị quyết Trung ương] ngày [hai mươi lăm tháng mười năm hai nghìn không trăm mười bảy]",
    ),
    ("Luật số 64/2025/QH15", "Luật số [sáu mươi tư năm hai nghìn không trăm hai mươi lăm Quốc hội mười lăm]"),
    ("Kết luận 01-KL/TW", "Kết luận [không một kết luận Trung ương]"),
]
ABBREVIATIONS = [
    ("XÃ KRÔNG BÚK", "XÃ KRÔNG BÚK"),
    ("BCH ĐOÀN TNCS HỒ CHÍ MINH", "[Ban Chấp hành] ĐOÀN [Thanh niên Cộng sản] HỒ CHÍ MINH"),
    ("CÔNG TÁC XÃ HỘI NĂM 2024", "CÔNG TÁC XÃ HỘI NĂM [hai nghìn không trăm hai mươi tư]"),
    ("Ủy ban MTTQ Việt Nam", "Ủy ban [Mặt trận Tổ quốc] Việt Nam"),
    ("UBMTTQVN phường", "[Ủy ban Mặt trận Tổ quốc Việt Nam] phường"),
    ("UBND thành phố", "[Ủy ban nhân dân] thành phố"),
    ("HĐND các cấp", "[Hội đồng nhân dân] các cấp"),
    ("Đoàn TNCS Hồ Chí Minh", "Đoàn [Thanh niên Cộng sản] Hồ Chí Minh"),
    ("BTT, BCH và CLB", "[Ban Thường trực], [Ban Chấp hành] và [câu lạc bộ]"),
    ("xây dựng NTM", "xây dựng [nông thôn mới]"),
    ("phát triển KT-XH", "phát triển [kinh tế xã hội]"),
    ("giữ vững QP-AN", "giữ vững [quốc phòng an ninh]"),
    ("trường THCS", "trường [trung học cơ sở]"),
    ("HTX nông nghiệp", "[hợp tác xã] nông nghiệp"),
    ("sản phẩm OCOP", "sản phẩm [ô cốp]"),
    ("Trung ương, TW, T.Ư", "Trung ương, [Trung ương], [Trung ương]"),
    ("TP Tam Kỳ", "[thành phố] Tam Kỳ"),
    ("TP. Tam Kỳ", "[thành phố] Tam Kỳ"),
    ("TP.HCM", "[thành phố Hồ Chí Minh]"),
    ("Q. Hải Châu", "[quận] Hải Châu"),
    ("P. Tân Thạnh", "[phường] Tân Thạnh"),
    ("P.5, Q.1", "[phường năm], [quận một]"),
    ("TT. Núi Thành", "[thị trấn] Núi Thành"),
    ("TS. Nguyễn Văn An", "[tiến sĩ] Nguyễn Văn An"),
    ("PGS.TS. Trần Cường", "[phó giáo sư tiến sĩ] Trần Cường"),
    ("GS.TS Phạm Dũng", "[giáo sư tiến sĩ] Phạm Dũng"),
    ("v.v.", "[vân vân]."),
    ("v.v…", "[vân vân]…"),
    ("đ/c Nguyễn Văn An", "[đồng chí] Nguyễn Văn An"),
    ("TM. BAN THƯỜNG TRỰC", "[thay mặt] BAN THƯỜNG TRỰC"),
    ("KT. CHỦ TỊCH", "[ký thay] CHỦ TỊCH"),
    ("Phòng GD&ĐT", "Phòng [giáo dục và đào tạo]"),
    ("Sở NN&PTNT", "Sở [nông nghiệp và phát triển nông thôn]"),
    ("Sở LĐ-TB&XH", "Sở [lao động thương binh và xã hội]"),
    ("Hội LHPN", "Hội [Liên hiệp Phụ nữ]"),
    ("LĐLĐ thành phố", "[Liên đoàn Lao động] thành phố"),
    ("Hội CCB", "Hội [Cựu chiến binh]"),
    ("Trung tâm VH-TT-TT", "Trung tâm [văn hóa thể thao truyền thanh]"),
    ("BTNT kiệt hẻm", "[bê tông nông thôn] kiệt hẻm"),
    ("đường GTNT", "đường [giao thông nông thôn]"),
    ("BHYT, BHXH", "[bảo hiểm y tế], [bảo hiểm xã hội]"),
    ("VKSND và TAND", "[Viện kiểm sát nhân dân] và [Tòa án nhân dân]"),
    ("khổ giấy A4", "khổ giấy [a bốn]"),
    ("quốc lộ 1A", "quốc lộ [một]A"),
    ("đường QL14B", "đường [quốc lộ mười bốn bê]"),
    ("ĐT607", "[đường tỉnh sáu trăm lẻ bảy]"),
    ("XYZ", "[ích xì i dài dét]"),
    ("tổ chức FAO", "tổ chức [ép a o]"),
    ("ASEAN", "[a sê an]"),
    ("UNESCO", "[u nét cô]"),
    ("GRDP", "[gi a đi pi]"),
    ("ứng dụng AI", "ứng dụng [ây ai]"),
    ("mã QR", "mã [kiu a]"),
    ("Covid-19", "[cô vít mười chín]"),
    ("tiêu chuẩn VietGAP", "tiêu chuẩn [Việt gáp]"),
    ("trang Facebook", "trang [phây búc]"),
    ("bán hàng online", "bán hàng [on lai]"),
    ("Internet và wifi", "[in tơ nét] và [oai phai]"),
    ("livestream", "[lai chim]"),
    ("H5N1", "[hát năm en nờ một]"),
    ("5G", "[năm giê]"),
    ("KDC số 7", "[khu dân cư] số [bảy]"),
    ("cuộc thi STEM", "cuộc thi STEM"),
    ("CNC", "[xê en nờ xê]"),
    ("đường ĐT607", "đường [đường tỉnh sáu trăm lẻ bảy]"),
    ("KHÔNG ĐỂ AI Ở LẠI", "KHÔNG ĐỂ AI Ở LẠI"),
    ("p/h tổ chức", "[phối hợp] tổ chức"),
    ("Kính gửi: UBND các xã, phường", "Kính gửi: [Ủy ban nhân dân] các xã, phường"),
]
ADDRESSES = [
    ("to12@tamky.gov.vn", "[tê o một hai a còng tamky chấm gov chấm vê en nờ]"),
    ("0912 345 678", "[không chín một hai ba bốn năm sáu bảy tám]"),
    ("0912.000.345", "[không chín một hai không không không ba bốn năm]"),
    ("02353851234", "[không hai ba năm ba tám năm một hai ba bốn]"),
    ("+84 912 345 678", "[cộng tám bốn chín một hai ba bốn năm sáu bảy tám]"),
    ("mttq@tamky.gov.vn", "[em mờ tê tê quy a còng tamky chấm gov chấm vê en nờ]"),
    ("https://tamky.gov.vn", "[tamky chấm gov chấm vê en nờ]"),
    ("www.mattran.org.vn", "[ba vê kép chấm mattran chấm org chấm vê en nờ]"),
]
SIGNS = [
    ("12,5 điểm", "[mười hai phẩy năm] điểm"),
    ("xã/phường", "xã/phường"),
    ("và/hoặc", "và/hoặc"),
    ("20% - 30%", "[hai mươi phần trăm] [đến ba mươi phần trăm]"),
    ("điểm a khoản 2 Điều 15", "điểm a khoản [hai] Điều [mười lăm]"),
    ("a) Kết quả", "a) Kết quả"),
    ("b) Hạn chế", "[bê]) Hạn chế"),
    ("đ) Kiến nghị", "[đê]) Kiến nghị"),
    ("- 15 mô hình", "- [mười lăm] mô hình"),
    ("+ 3 tập thể", "+ [ba] tập thể"),
    ("tỷ số 3-1", "tỷ số [ba]-[một]"),
    ("thắng 2 - 0", "thắng [hai] - [không]"),
    ("3 + 4 = 7", "[ba] [cộng bốn] [bằng] [bảy]"),
    ("thu & chi", "thu [và] chi"),
    (">= 5", ">[bằng] [năm]"),
    ("≥ 80%", "≥ [tám mươi phần trăm]"),
    ("5 ± 1", "[năm] [cộng trừ] [một]"),
    ("12 điểm 5", "[mười hai] điểm [năm]"),
    ("mô hình “3 sạch”, “5 không”", "mô hình “[ba] sạch”, “[năm] không”"),
    ("> lời dẫn", "> lời dẫn"),
    ("40 học sinh/lớp", "[bốn mươi] học sinh[trên lớp]"),
]


def aloud(text: str) -> str:
    """The text with the words of each expansion, in brackets, in its place."""
    out, place = [], 0
    for each in spoken(text).expansions:
        out += [text[place : each.start], f"[{each.spoken}]"]
        place = each.end
    return "".join([*out, text[place:]])


@pytest.mark.parametrize(("text", "words"), NUMBERS)
def test_numbers_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), DAYS_AND_HOURS)
def test_days_and_hours_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), MONEY_AND_MEASURES)
def test_money_and_measures_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), ROMAN)
def test_roman_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), DOCUMENTS)
def test_documents_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), ABBREVIATIONS)
def test_abbreviations_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), ADDRESSES)
def test_addresses_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(("text", "words"), SIGNS)
def test_signs_are_read_as_an_official_reads_them(text: str, words: str) -> None:
    assert aloud(text) == words


@pytest.mark.parametrize(
    "text", [text for group in (NUMBERS, DAYS_AND_HOURS, ROMAN, DOCUMENTS, SIGNS) for text, _ in group]
)
def test_syllables_are_those_of_the_words_said(text: str) -> None:
    assert spoken(text).syllables == count(aloud(text).replace("1A", ""))


def test_expansion_knows_its_place() -> None:
    assert spoken("Trên 12,5% số hộ") == Spoken(
        syllables=9,
        written=4,
        expansions=(Expansion(start=5, written="12,5%", spoken="mười hai phẩy năm phần trăm", syllables=6),),
    )
    assert spoken("Trên 12,5% số hộ").expansions[0].end == 10


def test_number_of_a_document_is_a_dozen_syllables() -> None:
    assert spoken("294/KH-MTTQ-BTT").syllables == 14


def test_plain_words_expand_to_nothing() -> None:
    text = "Kính thưa các vị đại biểu; kính thưa hội nghị!"

    assert spoken(text) == Spoken(syllables=10, written=10, expansions=())


def test_raised_figures_and_those_of_other_scripts_break_nothing() -> None:
    assert aloud("A1² www.² ٣") == "[a một] [ba vê kép chấm] ٣"


def test_empty_text_takes_no_time() -> None:
    assert spoken("") == spoken(" \n\t") == Spoken(syllables=0, written=0, expansions=())


PIECES = [
    "²",
    "A1²",
    "www.²",
    "٣",
    "12",
    ",",
    "5",
    "%",
    "/",
    "-",
    " ",
    "\n",
    ".",
    "KH",
    "MTTQ",
    "IV",
    "ngày ",
    "20/10/2024",
    "h",
    "đ",
    "m²",
    "@",
    "x",
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))


@given(TEXTS)
def test_any_text_is_read_with_expansions_in_order_inside_it(text: str) -> None:
    found = spoken(text)

    ends = [0, *(each.end for each in found.expansions)]
    assert found.syllables >= sum(each.syllables for each in found.expansions) >= 0
    assert all(end <= each.start < each.end for end, each in zip(ends, found.expansions, strict=False))
    assert all(text[each.start : each.end] == each.written for each in found.expansions)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["a-", "1/2", "1.", "A&", "@a.", "x@", "0 ", "/năm", "1", "I", "Ă", "- "])
def test_long_rows_of_one_piece_take_no_longer_than_their_length(piece: str) -> None:
    assert spoken(piece * 3000).written >= 1
