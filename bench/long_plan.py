"""How long a plan of forty pages takes, as text, .docx and PDF, beside what turns the same files into mere text."""

import shutil
from datetime import date, timedelta
from pathlib import Path

from tests.plans.drawing.body import Body
from tests.plans.drawing.marks import Family, List, Style
from tests.plans.drawing.names import COMMUNES, DISTRICTS, MAILS
from tests.plans.writing.letter import Ending, Letter, Letterhead
from tests.plans.writing.pdf import as_pdf
from tests.plans.writing.text import as_text
from tests.plans.writing.word import as_word

from bench.measure import (
    Row,
    cpu_seconds,
    empty_folder,
    environment,
    median_of,
    print_rows,
    processor_milliseconds,
)
from bench.read_plan import to_text
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

PAGES = 40
BUDGET_MS = 1000.0
# So many units with their duties fill forty pages of the official form.
UNITS = 131
_FORMS = (
    "Ủy ban nhân dân xã {}",
    "Hội Nông dân xã {}",
    "Ban Thường trực Ủy ban MTTQ Việt Nam xã {}",
    "Phòng Nội vụ huyện {}",
)
_WORKS = (
    "Xây dựng báo cáo tổng kết phong trào của đơn vị, trong đó nêu rõ kết quả thực hiện từng chỉ tiêu, số mô hình đã "
    "được nhân rộng, những khó khăn, vướng mắc, nguyên nhân và bài học kinh nghiệm rút ra trong quá trình thực hiện",
    "Lựa chọn, giới thiệu 01 mô hình tiêu biểu; chuẩn bị hình ảnh, sản phẩm tham gia trưng bày tại hội nghị",
    "Gửi báo cáo tổng kết và hồ sơ đề nghị khen thưởng về Sở Nội vụ (qua địa chỉ e-mail: {mail}) trước ngày {day}",
    "Cử đại diện lãnh đạo tham dự hội nghị đúng thành phần, đúng thời gian quy định",
)


def unit(number: int) -> str:
    """The name of a unit: a body, a commune, and a figure that tells it from its likes."""
    places = COMMUNES if number % len(_FORMS) < 3 else DISTRICTS
    return _FORMS[number % len(_FORMS)].format(f"{places[number % len(places)]} {number + 1}")


def long_letter() -> Letter:
    """A province's plan that gives nearly a hundred units their work; always the same one."""
    body = Body(Style(Family.ROMAN, ". ", Family.ARABIC, ". ", List.DASH, capitals=True, colon=""))
    body.items(body.part("Mục đích, yêu cầu"), [_WORKS[0], "Biểu dương các tập thể, cá nhân tiêu biểu"])
    meeting = body.part("Thời gian, địa điểm")
    body.items(meeting, ["Thời gian: 8h00 ngày 20/12/2025", "Địa điểm: Hội trường lớn Ủy ban nhân dân tỉnh"])
    papers = [(unit(number), _WORKS[0]) for number in range(12)]
    body.table(body.part("Tham luận tại hội nghị"), ("Đơn vị", "Nội dung tham luận"), papers)
    body.items(body.part("Khen thưởng"), ["20 tập thể tiêu biểu", "45 cá nhân tiêu biểu"])
    place = body.part("Tổ chức thực hiện")
    for number in range(UNITS):
        if number == UNITS // 2:
            place = body.part("Phân công nhiệm vụ")
        day = date(2025, 11, 1) + timedelta(days=number % 25)
        works = [work.format(mail=MAILS[number % len(MAILS)], day=f"{day:%d/%m/%Y}") for work in _WORKS]
        body.items(body.under(place, unit(number)), works)
    head = Letterhead(
        (),
        ("ỦY BAN NHÂN DÂN", "TỈNH TÂY HÀ"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        "Số: 64/KH-UBND",
        "Tây Hà, ngày 08 tháng 10 năm 2025",
    )
    ending = Ending(("- Các đơn vị;", "- Lưu: VT."), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Rơ Châm Thị Hạnh")
    opening = ("Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức hội nghị tổng kết như sau:",)
    title = "Tổ chức hội nghị tổng kết phong trào thi đua giai đoạn 2021 - 2025"
    return Letter(
        head, "KẾ HOẠCH", title, opening, tuple(body.blocks), "Trên đây là Kế hoạch tổ chức hội nghị./.", ending
    )


def long_files() -> dict[str, bytes]:
    """The long plan in its three forms; a RuntimeError says that it is no longer forty pages long."""
    letter = long_letter()
    files = {".txt": as_text(letter).encode(), ".docx": as_word(letter), ".pdf": as_pdf(letter)}
    pages = read_bytes(files[".pdf"]).pages
    if pages != PAGES:
        raise RuntimeError(f"the long plan has {pages} pages, not {PAGES}")
    return files


def measure() -> list[Row]:
    """File to facts, in process and warm, for each form."""
    with empty_folder() as home:
        return [_row(ending, data, home) for ending, data in long_files().items()]


def _row(ending: str, data: bytes, home: Path) -> Row:
    path = home / f"plan{ending}"
    path.write_bytes(data)
    ours = median_of(lambda: processor_milliseconds(lambda: read_document(read_bytes(data))))
    program, called = _beside(path, home)
    beside = cpu_seconds(program, home, environment(home)) * 1000 if program else None
    return Row(f"plan of {PAGES} pages, {ending} to facts, in process", ours, "ms CPU", BUDGET_MS, beside, called)


def _beside(path: Path, home: Path) -> tuple[list[str], str]:
    """What one would turn the file into text with: LibreOffice, and for a PDF pdftotext where it is there."""
    if path.suffix == ".docx":
        return to_text(path, home), "LibreOffice to plain text"
    program = shutil.which("pdftotext")
    if path.suffix != ".pdf" or program is None:
        return [], ""
    return [program, "-layout", str(path), str(home / "plan.out")], "pdftotext"


if __name__ == "__main__":
    print_rows(measure())
