"""Whatever our own renderer makes passes every check of its profile."""

import time
from datetime import date
from typing import Any

import pytest

from tongket.core.findings import Finding
from tongket.documents.checks import check_document, check_file
from tongket.documents.render.docx import docx_of
from tongket.documents.render.markdown import blocks_of
from tongket.documents.render.values import (
    Annex,
    Basis,
    Cell,
    Heading,
    Issuer,
    Item,
    OfficialDocument,
    Paragraph,
    Profile,
    Signature,
    Table,
    Urgency,
    text,
)

LONG = (
    "Thực hiện Kế hoạch số 183/KH-MTTQ-BTT ngày 26 tháng 3 năm 2024 của Ban Thường trực Ủy ban Mặt trận Tổ quốc "
    "Việt Nam thành phố, Ban Thường trực đề nghị các đơn vị gửi báo cáo tham luận trước ngày họp"
)
ROWS = Table((Cell(text("STT")), Cell(text("Đơn vị"))), ((Cell(text("1")), Cell(text("Hội Nông dân"))),))
PARTY: dict[str, Any] = {
    "profile": Profile.PARTY,
    "issuer": Issuer(("CHI BỘ CƠ QUAN",), ("ĐẢNG BỘ THÀNH PHỐ TAM KỲ",)),
    "signatures": (Signature(("T/M CHI BỘ", "BÍ THƯ"), "Nguyễn Thị Hoa"),),
    "recipients": ("Các đảng viên", "Lưu Chi bộ"),
}
BODIES = """
> Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2024 của Ủy ban nhân dân thành phố

> Theo đề nghị của Ban Phong trào

## I. MỤC ĐÍCH, YÊU CẦU

- Gửi tham luận về **Ban Thường trực**.
- Cử người dự.
"""


def made(**parts: Any) -> OfficialDocument:
    """A plan of a Front committee unless said otherwise."""
    usual: dict[str, Any] = {
        "issuer": Issuer(("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ TAM KỲ"), ("ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM",)),
        "symbol": "KH-MTTQ-BTT",
        "number": "12",
        "place": "Tam Kỳ",
        "day": date(2024, 10, 5),
        "type_name": "KẾ HOẠCH",
        "subject": "Tổ chức Hội nghị tổng kết phong trào thi đua “Đoàn kết sáng tạo”",
        "body": (
            Paragraph(text(f"{LONG}.")),
            Heading(text("I. MỤC ĐÍCH, YÊU CẦU"), 1),
            Item("-", text(f"{LONG}.")),
            Item("a)", text(f"{LONG}.")),
            ROWS,
            Paragraph(text(f"{LONG}./.")),
        ),
        "signatures": (Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Hoa"),),
        "recipients": ("Ban Thường trực tỉnh (báo cáo)", "Các tổ chức chính trị - xã hội", "Lưu: VT, PT"),
    }
    return OfficialDocument(**usual | parts)


DOCUMENTS = {
    "plan": made(),
    "number and day still to be given": made(number="", day=None),
    "long plan": made(body=(*made().body[:-1] * 12, made().body[-1])),
    "letter to several": made(
        type_name="", symbol="MTTQ-BTT", subject="chuẩn bị tham luận", addressees=("Hội Nông dân", "Hội Phụ nữ")
    ),
    "letter to one": made(
        type_name="",
        symbol="MTTQ-BTT",
        subject="chuẩn bị tham luận tại Hội nghị tổng kết phong trào thi đua năm 2024",
        addressees=("Hội Nông dân thành phố",),
    ),
    "decision": made(
        profile=Profile.DECREE,
        type_name="QUYẾT ĐỊNH",
        symbol="QĐ-UBND",
        number="5",
        subject="Về việc khen thưởng",
        body=(
            Heading(text("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ"), 0),
            Basis(text("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;")),
            Basis(text("Theo đề nghị của Trưởng phòng Nội vụ.")),
            Heading(text("QUYẾT ĐỊNH:"), 0),
            Paragraph(text(f"Điều 1. {LONG}.")),
            Paragraph(text("Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.")),
        ),
        signatures=(Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Văn Bình"),),
        annexes=(
            Annex("DANH SÁCH KHEN THƯỞNG", (ROWS,), reference="(Kèm theo Quyết định số 05/QĐ-UBND)"),
            Annex("BIỂU SỐ LIỆU", (ROWS,), label="Phụ lục II", is_landscape=True),
        ),
    ),
    "minutes": made(
        type_name="BIÊN BẢN",
        symbol="BB-MTTQ-BTT",
        has_place_and_date=False,
        subject="Họp xét khen thưởng",
        signatures=(Signature(("THƯ KÝ",), "Phạm Thị Lan"), Signature(("CHỦ TỌA",), "Lê Văn Nam")),
    ),
    "urgent with contact line": made(
        urgency=Urgency.EXPRESS, drafter_mark="PT.12", contact_line="Số 99 Hùng Vương; điện thoại 0235 000 000"
    ),
    "invitation": made(type_name="GIẤY MỜI", symbol="GM-MTTQ-BTT", subject="Dự Hội nghị tổng kết"),
    "notice of the Party": made(type_name="THÔNG BÁO", symbol="TB/CB", **PARTY),
    "letter of the Party": made(
        type_name="", symbol="CV/CB", subject="triệu tập hội nghị", addressees=("Các đảng viên",), **PARTY
    ),
    "text from a template": made(body=(*blocks_of(BODIES), Paragraph(text(f"{LONG}./.")))),
}


def found(document: OfficialDocument) -> list[Finding]:
    """Everything that is found in it."""
    return [finding for result in check_document(document) for finding in result.findings]


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_what_we_make_passes(document: OfficialDocument) -> None:
    assert found(document) == []


def test_text_that_ends_in_a_table_has_no_place_for_its_end() -> None:
    assert found(made(body=(Paragraph(text(f"{LONG}:")), ROWS))) == []


def test_what_we_are_told_to_print_is_still_judged() -> None:
    document = made(
        body=(Paragraph(text(LONG)),),
        recipients=("Các tổ chức",),
        signatures=(Signature(("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "ThS. Nguyễn Thị Hoa"),),
    )

    assert [finding.code for finding in found(document)] == ["closing-mark", "signer-title", "archive-missing"]


@pytest.mark.slow
def test_a_file_is_judged_as_the_document_it_was_made_of() -> None:
    document = made(recipients=("Các tổ chức",))

    checked = check_file(docx_of(document), "a.docx", profile=Profile.FRONT)

    assert checked.results == check_document(document)
    assert [finding.code for finding in checked.findings] == ["archive-missing"]
    assert checked.passed == len(checked.results) - 1


@pytest.mark.slow
def test_a_document_is_checked_at_once() -> None:
    found(made())
    began = time.process_time()
    for _ in range(5):
        found(made())

    assert (time.process_time() - began) / 5 < 0.1
