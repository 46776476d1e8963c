"""What was mended while a plan was read, told to people: one sentence for each kind of repair."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tongket.core.findings import words

_LEGACY = words("Chữ theo bảng mã cũ (TCVN3 hoặc VNI) được đổi sang Unicode.")
_CORRECTED = words("Chỗ sửa có theo dõi trong Word được coi là đã chấp nhận.")
_UNSEEN = words("Ký tự không nhìn thấy và dấu cách lạ được bỏ.")
_LAYOUT = words("Dấu nhấn mạnh, ngắt trang và kiểu xuống dòng riêng của tệp được bỏ.")
_JOINED = words("Dòng bị ngắt giữa câu được nối lại thành đoạn.")

# In the order in which they are told: what changes words first, then what only changes lines.
SENTENCES = {
    "ocr": words("Chữ do máy nhận ra từ bản quét hoặc ảnh chụp; so lại với bản giấy."),
    "converted": words("Tệp được LibreOffice đổi sang .docx trước khi đọc."),
    "tcvn3": _LEGACY,
    "tcvn3-capitals": _LEGACY,
    "vni": _LEGACY,
    "encoding": words("Tệp không ghi bằng UTF-8; bảng mã được nhận ra từ nội dung."),
    "bad-bytes": words("Có chỗ trong tệp bị hỏng, không đọc được thành chữ."),
    "insertion": _CORRECTED,
    "deletion": _CORRECTED,
    "hidden": words("Chữ ẩn trong Word được bỏ qua."),
    "markup": words("Thẻ HTML lẫn trong chữ được bỏ."),
    "horn": words("Chữ “ƣ” được đổi thành “ư”."),
    "nfc": words("Chữ có dấu rời được ghép lại thành chữ dựng sẵn."),
    "marks": words("Dấu chồng quá nhiều trên một chữ được bỏ bớt."),
    "bullet": words("Dấu đầu dòng của Word được đổi thành gạch ngang."),
    "line-joined": _JOINED,
    "line-break": _JOINED,
    "page-cut": words("Đoạn bị cắt giữa hai trang được nối lại."),
    "page-number": words("Số trang đứng giữa chữ được bỏ."),
    "columns": words("Hai cột ở phần đầu hoặc phần ký được tách riêng."),
    "control": _UNSEEN,
    "zero-width": _UNSEEN,
    "space": _UNSEEN,
    "bom": _LAYOUT,
    "emphasis": _LAYOUT,
    "form-feed": _LAYOUT,
    "line-end": _LAYOUT,
    "literal-break": _LAYOUT,
}


@dataclass(frozen=True, slots=True)
class Repair:
    """A kind of repair: its sentence (a message id), and how often it was done."""

    sentence: str
    count: int


def repairs(codes: Iterable[str]) -> tuple[Repair, ...]:
    """The kinds of repair among the codes of mendings, each once; raises ValueError for a code without sentence."""
    counts: Counter[str] = Counter()
    order = list(SENTENCES)
    for code in sorted(codes, key=order.index):
        counts[SENTENCES[code]] += 1
    return tuple(Repair(sentence, count) for sentence, count in counts.items())
