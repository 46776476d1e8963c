"""The model plan as its office might correct it: a clause and a paper more, one given away, a day, a name gone."""

from copy import deepcopy
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.text.paragraph import Paragraph

MODEL = Path(__file__).parents[1] / "samples" / "plans" / "01-tam-ky-2024.txt"
NEW_PAPER = (
    "- Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Ngọc: Kinh nghiệm vận động các hộ sản xuất liên kết tiêu thụ "
    "nông sản sạch của địa phương; nêu rõ cách làm và kết quả.\n\n"
)
ECONOMY = "Đề nghị Phòng Kinh tế; Hội LHPN"
CHANGES = (
    # Clause III.1 is new, so that every clause of part III moves.
    ("1. Nội dung tổng kết\n", "1. Yêu cầu chung: thiết thực, tiết kiệm.\n\n2. Nội dung tổng kết\n"),
    ("\n1.1. Đánh giá", "\n2.1. Đánh giá"),
    ("\n1.2. Tham luận", "\n2.2. Tham luận"),
    ("\n1.3. Trưng bày", "\n2.3. Trưng bày"),
    ("\n2. Gợi ý chủ đề", "\n3. Gợi ý chủ đề"),
    ("\n3. Khen thưởng", "\n4. Khen thưởng"),
    ("theo điểm 2 Phần III", "theo điểm 3 Phần III"),
    # A paper is inserted before the second, and the last one goes to another ward.
    ("- Hội Nông dân thành phố: Phương pháp", NEW_PAPER + "- Hội Nông dân thành phố: Phương pháp"),
    ("phường An Phú: Kết quả", "phường An Mỹ: Kết quả"),
    ("trước ngày 20/10/2024", "trước ngày 24/10/2024"),
    (ECONOMY, "Đề nghị Hội LHPN"),
)


def corrected(*changes: tuple[str, str]) -> bytes:
    """The model plan with these changes, with all of `CHANGES` where none is given."""
    text = MODEL.read_text(encoding="utf-8")
    for old, new in changes or CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def corrected_docx() -> bytes:
    """The sample plan's .docx with all of `CHANGES`; what a change adds as a paragraph of its own becomes one."""
    document = Document(str(files("tongket.conferences") / "sample_plans" / "tam-ky-2024.docx"))
    for paragraph in document.paragraphs:
        text = _changed(paragraph.text)
        *before, last = [part for part in text.split("\n") if part]
        for part in before:
            added = deepcopy(paragraph._p)
            paragraph._p.addprevious(added)
            _write(type(paragraph)(added, paragraph._parent), part)
        if text != paragraph.text:
            _write(paragraph, last)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _changed(text: str) -> str:
    """A paragraph with every change that concerns it; one that begins with a line end stands at its beginning."""
    for old, new in CHANGES:
        at_start = old.startswith("\n") and text.startswith(old.strip())
        if at_start or (not old.startswith("\n") and old.strip() in text):
            text = text.replace(old.strip(), new.strip("\n") if at_start else new.rstrip("\n"))
    return text


def _write(paragraph: Paragraph, text: str) -> None:
    """Puts `text` into the first run of a paragraph and empties the others."""
    first, *rest = paragraph.runs
    first.text = text
    for run in rest:
        run.text = ""
