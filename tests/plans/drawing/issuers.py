"""Who issues a plan: families of bodies with their letterheads, symbols, ways of signing and of naming themselves."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.plans.drawing.names import COMMUNES, DISTRICTS, PROVINCES, Draw

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
YOUTH = ("ĐOÀN TNCS HỒ CHÍ MINH",)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body: the one above it, its own lines, its number's form, its spoken name, its signers, the right column."""

    above: tuple[str, ...]
    own: tuple[str, ...]
    symbol: str
    spoken: str
    authority: tuple[str, ...]
    position: tuple[str, ...]
    place: str
    motto: tuple[str, ...] = STATE
    rule: tuple[str, ...] = ()


def _families(province: str, district: str, commune: str) -> tuple[Issuer, ...]:
    upper = {"p": province.upper(), "d": district.upper(), "c": commune.upper()}
    return (
        *_front(upper, province, commune),
        *_unions(upper, province, district),
        *_state(upper, province, district, commune),
    )


def _front(upper: dict[str, str], province: str, commune: str) -> tuple[Issuer, ...]:
    standing = "Ban Thường trực Ủy ban MTTQ Việt Nam"
    return (
        Issuer(
            (),
            (f"ỦY BAN MTTQ VIỆT NAM TỈNH {upper['p']}", "BAN THƯỜNG TRỰC"),
            "Số: {}/KH-MTTQ-BTT",
            f"{standing} tỉnh {province}",
            ("TM. BAN THƯỜNG TRỰC",),
            ("PHÓ CHỦ TỊCH THƯỜNG TRỰC",),
            province,
        ),
        Issuer(
            ("ỦY BAN MTTQ VIỆT NAM", f"TỈNH {upper['p']}"),
            (f"BAN THƯỜNG TRỰC XÃ {upper['c']}",),
            "Số: {}/KH-MTTQ-BTT",
            f"{standing} xã {commune}",
            ("TM. BAN THƯỜNG TRỰC",),
            ("CHỦ TỊCH",),
            commune,
        ),
    )


def _unions(upper: dict[str, str], province: str, district: str) -> tuple[Issuer, ...]:
    return (
        Issuer(
            (f"HỘI LHPN TỈNH {upper['p']}",),
            (f"BAN THƯỜNG VỤ HUYỆN {upper['d']}",),
            "Số: {}/KH-BTV",
            f"Ban Thường vụ Hội LHPN huyện {district}",
            ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH"),
            ("PHÓ CHỦ TỊCH",),
            district,
        ),
        Issuer(
            (),
            ("HỘI CỰU CHIẾN BINH VIỆT NAM", f"TỈNH {upper['p']}"),
            "Số: {} /KH-CCB",
            "Hội Cựu chiến binh tỉnh",
            ("TM. BAN THƯỜNG VỤ",),
            ("CHỦ TỊCH",),
            province,
        ),
        Issuer(
            (f"TỈNH ĐOÀN {upper['p']}",),
            ("BAN PHONG TRÀO",),
            "Số {}-KH/TĐTN-BPT",
            "Ban Phong trào Tỉnh đoàn",
            ("TM. BAN PHONG TRÀO",),
            ("TRƯỞNG BAN",),
            province,
            YOUTH,
            ("***",),
        ),
        Issuer(
            (f"LIÊN ĐOÀN LAO ĐỘNG TỈNH {upper['p']}",),
            ("CÔNG ĐOÀN CƠ SỞ CÔNG TY CỔ PHẦN MAY SÔNG LAM",),
            "Số: {}/KH-CĐCS",
            "Ban Chấp hành Công đoàn cơ sở",
            ("TM. BAN CHẤP HÀNH",),
            ("CHỦ TỊCH",),
            province,
        ),
    )


def _state(upper: dict[str, str], province: str, district: str, commune: str) -> tuple[Issuer, ...]:
    return (
        Issuer(
            (),
            ("ỦY BAN NHÂN DÂN", f"XÃ {upper['c']}"),
            "Số: {}/KH-UBND",
            f"Ủy ban nhân dân xã {commune}",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
            ("PHÓ CHỦ TỊCH",),
            commune,
        ),
        Issuer(
            (f"UBND TỈNH {upper['p']}",),
            ("SỞ GIÁO DỤC VÀ ĐÀO TẠO",),
            "Số: {}/KH-SGDĐT",
            "Sở Giáo dục và Đào tạo",
            ("KT. GIÁM ĐỐC",),
            ("PHÓ GIÁM ĐỐC",),
            province,
        ),
        Issuer(
            (f"PHÒNG GD&ĐT HUYỆN {upper['d']}",),
            ("TRƯỜNG TIỂU HỌC NGUYỄN DU",),
            "Số: {}/KH-THND",
            "Trường Tiểu học Nguyễn Du",
            (),
            ("HIỆU TRƯỞNG",),
            district,
        ),
        Issuer(
            (f"ĐẢNG BỘ TỈNH {upper['p']}",),
            (f"ĐẢNG ỦY XÃ {upper['c']}",),
            "Số {}-KH/ĐU",
            f"Đảng ủy xã {commune}",
            ("T/M ĐẢNG ỦY",),
            ("PHÓ BÍ THƯ",),
            commune,
            PARTY,
            ("*",),
        ),
    )


def issuer(draw: Draw) -> Issuer:
    """A body of any family."""
    names = (draw(st.sampled_from(pool)) for pool in (PROVINCES, DISTRICTS, COMMUNES))
    return draw(st.sampled_from(_families(*names)))
