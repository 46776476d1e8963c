"""What stands around the body: number, place and date, the documents carried out, recipients and signature."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.plans.drawing import days
from tests.plans.drawing.issuers import Issuer
from tests.plans.drawing.names import MOVEMENTS, UNITS, Draw, some
from tongket.plans.facts import Basis

_CITED = (
    ("Kế hoạch", "{}/KH-UBND", "Ủy ban nhân dân tỉnh"),
    ("Hướng dẫn", "{}/HD-MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh"),
    ("Quyết định", "{}/QĐ-UBND", "Chủ tịch Ủy ban nhân dân huyện"),
    ("Công văn", "{}/SNV-TĐKT", "Sở Nội vụ"),
    ("Chương trình", "{}-CTr/TWĐTN", "Ban Chấp hành Trung ương Đoàn"),
)
_LAW = Basis("Luật", None, date(2022, 6, 15), "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022")
_RECEIVERS = ("Thường trực Huyện ủy (để báo cáo)", "Như thành phần", "Các đơn vị thành viên", *UNITS)
_FILED = ("Lưu: VT", "Lưu VT, PT", "Lưu: VT, BPT (03 bản)")


def number(draw: Draw, issuer: Issuer) -> tuple[str, str | None]:
    """The line of the number and the number as a fact; where it is left blank there is none."""
    figure = draw(st.none() | st.integers(1, 400))
    line = issuer.symbol.format("      " if figure is None else f"{figure:02}")
    return line, None if figure is None else line.split(" ", 1)[1].replace(" ", "")


def issue(draw: Draw, place: str) -> tuple[str, date | None, date]:
    """The line of place and date, the date as a fact (None where the day is blank), and the day in question."""
    day = draw(days.DAYS)
    if draw(st.integers(0, 5)) == 0:
        return f"{place}, ngày      tháng {day.month} năm {day.year}", None, day
    return f"{place}, ngày {days.long(day)}", day, day


def _basis(draw: Draw, issued: date) -> Basis:
    kind, symbol, body = draw(st.sampled_from(_CITED))
    number, day = symbol.format(draw(st.integers(1, 900))), issued - timedelta(days=draw(st.integers(9, 300)))
    on = draw(
        st.sampled_from((f"ngày {day:%d/%m/%Y}", f"ngày {days.long(day)}", f"ngày {day.day}/{day.month}/{day.year}"))
    )
    about = draw(st.sampled_from(MOVEMENTS))
    return Basis(kind, number, day, f"{kind} số {number} {on} của {body} về tổng kết {about}")


def opening(draw: Draw, spoken: str, issued: date) -> tuple[tuple[str, ...], list[Basis]]:
    """The sentences before the body: what the plan carries out, then the issuer's own words."""
    bases = [_basis(draw, issued) for _ in range(draw(st.integers(1, 3)))]
    own = f"{spoken} {draw(st.sampled_from(('ban hành', 'xây dựng')))} Kế hoạch tổ chức hội nghị như sau:"
    if draw(st.booleans()):
        return (f"Thực hiện {'; '.join(basis.text for basis in bases)}; {own}",), bases
    lines = [f"Căn cứ {basis.text};" for basis in (_LAW, *bases)]
    return (*lines, own), [_LAW, *bases]


def recipients(draw: Draw) -> list[str]:
    """Who receives the plan, the files last."""
    return [*some(draw, _RECEIVERS, most=5), draw(st.sampled_from(_FILED))]


def printed_recipients(names: list[str]) -> tuple[str, ...]:
    """The lines under "Nơi nhận"."""
    ends = [";"] * (len(names) - 1) + ["."]
    return tuple(f"- {name}{end}" for name, end in zip(names, ends, strict=True))
