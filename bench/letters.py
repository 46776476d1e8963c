"""How fast letters are made: an invitation as PDF beside LibreOffice and WeasyPrint, as .docx beside docxtpl."""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docxtpl import DocxTemplate
from tests import parts

from bench.measure import Row, empty_folder, median_of, milliseconds, print_rows
from tongket.documents.render.docx import docx_of
from tongket.documents.render.fonts import faces
from tongket.documents.render.html import html_of
from tongket.documents.render.markdown import blocks_of
from tongket.documents.render.pdf import pdf_of
from tongket.documents.render.values import Issuer, OfficialDocument, Signature

MANY = 1_000
WARM = 40
IN_ONE_GO = 20
BODY = """Ban Thường trực Ủy ban MTTQ Việt Nam thành phố trân trọng kính mời:

**{guest}**

Đến dự hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”.

1. Thời gian: 07 giờ 30 phút, thứ Tư, ngày 30 tháng 10 năm 2024.

2. Địa điểm: Phòng họp cơ quan Mặt trận, số 99 Hùng Vương, thành phố Tam Kỳ.

3. Chủ trì: đồng chí Nguyễn Thị Thu Hiền, Phó Chủ tịch Ủy ban MTTQ Việt Nam thành phố.

Đề nghị xác nhận tham dự chậm nhất ngày 24 tháng 10 năm 2024./."""


def invitation(guest: str) -> OfficialDocument:
    """An invitation of one page to `guest`."""
    return OfficialDocument(
        issuer=Issuer(own=("BAN THƯỜNG TRỰC",), above=("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ")),
        symbol="GM-MTTQ-BTT",
        number="215",
        place="Tam Kỳ",
        day=date(2024, 10, 21),
        type_name="GIẤY MỜI",
        subject="Dự hội nghị tổng kết Phong trào thi đua “Đoàn kết sáng tạo”",
        body=blocks_of(BODY.format(guest=guest)),
        signatures=(Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Thu Hiền"),),
        recipients=("Như trên", "Lưu: VT, PT"),
    )


GUESTS = [f"Ông Nguyễn Văn {number}, Chủ tịch Ủy ban MTTQ Việt Nam xã số {number}" for number in range(MANY)]


def office(files: list[Path], folder: Path) -> None:
    """LibreOffice turns files into PDF, all in one process."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder / "out"),
        *map(str, files),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def with_office(folder: Path) -> list[tuple[str, float]]:
    """Milliseconds of one invitation by LibreOffice: a process each, and many in one process."""
    if parts.find("LibreOffice") is None:
        sys.stderr.write("letters: LibreOffice is not installed on this machine; left out\n")
        return []
    files = []
    for number, guest in enumerate(GUESTS[:IN_ONE_GO]):
        files.append(folder / f"{number}.docx")
        files[-1].write_bytes(docx_of(invitation(guest)))
    office(files[:1], folder)
    one = median_of(lambda: milliseconds(lambda: office(files[:1], folder)))
    many = milliseconds(lambda: office(files, folder)) / IN_ONE_GO
    return [("LibreOffice, a process each", one), (f"LibreOffice, {IN_ONE_GO} in one process", many)]


def with_weasyprint() -> list[tuple[str, float]]:
    """Milliseconds of one invitation by WeasyPrint, with the same font; none where its libraries are missing."""
    try:
        from weasyprint import CSS, HTML  # noqa: PLC0415 -- needs libraries of the system that not every machine has
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 -- as above
    except OSError as fault:
        sys.stderr.write(f"letters: WeasyPrint is left out, {fault}\n")
        return []
    fonts = FontConfiguration()
    regular = faces()[1][0].as_uri()
    style = CSS(
        string=f"@font-face {{ font-family: T; src: url({regular}) }} @page {{ size: A4; margin: 20mm 15mm 20mm 30mm }}"
        "body { font: 14pt T } .hd, .ft { display: flex; justify-content: space-between; text-align: center }",
        font_config=fonts,
    )
    pages = iter([html_of(invitation(guest)) for guest in GUESTS])

    def draw() -> None:
        HTML(string=next(pages)).write_pdf(stylesheets=[style], font_config=fonts)

    draw()
    return [("WeasyPrint, warm", median_of(lambda: milliseconds(draw), runs=10))]


def pdf_rows(folder: Path) -> list[Row]:
    """One invitation as PDF, warm, beside each other engine."""
    guests = iter(GUESTS)
    pdf_of(invitation(next(guests)))
    ours = median_of(lambda: milliseconds(lambda: pdf_of(invitation(next(guests)))), runs=WARM)
    what = "invitation of one page as PDF"
    least = {"LibreOffice, a process each": 20, "WeasyPrint, warm": 5}
    return [
        Row(what, ours, "ms", baseline / least[name] if name in least else None, baseline, name)
        for name, baseline in [*with_office(folder), *with_weasyprint()]
    ] or [Row(what, ours, "ms")]


def each(work: Callable[[str], object]) -> float:
    """Milliseconds of one of many."""
    return milliseconds(lambda: [work(guest) for guest in GUESTS]) / MANY


def docx_rows(folder: Path) -> list[Row]:
    """1,000 invitations as .docx beside docxtpl filling one of ours."""
    template = folder / "template.docx"
    template.write_bytes(docx_of(invitation("{{ guest }}")))

    def fill(guest: str) -> bytes:
        document, out = DocxTemplate(template), io.BytesIO()
        document.render({"guest": guest}, autoescape=True)
        document.save(out)
        return out.getvalue()

    ours, theirs = each(lambda guest: docx_of(invitation(guest))), each(fill)
    return [Row(f"{MANY:,} invitations as .docx: each", ours, "ms", theirs / 2, theirs, "docxtpl filling one")]


def measure(folder: Path) -> list[Row]:
    """All rows."""
    return [*pdf_rows(folder), *docx_rows(folder)]


if __name__ == "__main__":
    with empty_folder() as place:
        print_rows(measure(place))
