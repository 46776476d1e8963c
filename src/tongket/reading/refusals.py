"""Why a file is not read, each reason as one finding whose sentence tells the clerk what to do next."""

from tongket.core.findings import Finding, Level, compose, words

_TRY_ANOTHER = words("Chọn tệp khác, hoặc dán nội dung kế hoạch vào ô.")
_SAVE_AS_DOCX = words("Mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nộp lại.")
_PLAIN_DOCX = words("Cần tệp .docx thường, chỉ có chữ và bảng.")
_KINDS = words("Đọc được .docx, .pdf có chữ, .txt và .md; .doc, .odt và .rtf khi máy chủ có LibreOffice.")

# code: what was found, what was wanted, what to do
_SENTENCES: dict[str, tuple[str, str, str]] = {
    "no-file": (words("Không có tệp này."), "", words("Xem lại đường dẫn của tệp.")),
    "is-folder": (words("Đây là thư mục, không phải tệp."), "", words("Chỉ ra tệp nằm trong thư mục.")),
    "no-permission": (
        words("Máy không có quyền đọc tệp này."),
        "",
        words("Xin quyền đọc tệp, hoặc chép tệp sang thư mục của bạn."),
    ),
    "not-opened": (words("Máy không mở được tệp: {found}."), "", words("Xem lại đường dẫn và quyền đọc tệp.")),
    "empty": (words("Tệp không có chữ nào."), words("Cần tệp có nội dung kế hoạch."), _TRY_ANOTHER),
    "too-large": (
        words("Tệp lớn {found} MB."),
        words("Chỉ đọc tệp đến {wanted} MB."),
        words("Bỏ bớt ảnh trong tệp, hoặc dán phần chữ vào ô."),
    ),
    "too-long": (
        words("Tệp có quá nhiều nội dung để đọc một lần."),
        words("Chỉ đọc đến {wanted}."),
        words("Tách riêng phần kế hoạch rồi nộp lại."),
    ),
    "archive-bomb": (
        words("Tệp nén bất thường: bung ra đến {found}."),
        words("Chỉ mở tệp bung ra đến {wanted}."),
        words("Mở tệp bằng Word, chép nội dung sang tệp .docx mới rồi nộp lại."),
    ),
    "unsafe-name": (
        words("Tệp nén chứa đường dẫn lạ: {found}."),
        _PLAIN_DOCX,
        words("Mở tệp bằng Word, chép nội dung sang tệp .docx mới rồi nộp lại."),
    ),
    "macro": (
        words("Tệp có macro (lệnh tự chạy)."),
        _PLAIN_DOCX,
        words("Mở tệp bằng Word, lưu lại thành .docx (không chọn .docm) rồi nộp lại."),
    ),
    "entity": (
        words("Tệp có khai báo thực thể XML, Word không bao giờ ghi như vậy."),
        _PLAIN_DOCX,
        words("Hỏi lại người gửi tệp; nếu tin được, chép nội dung sang tệp .docx mới."),
    ),
    "encrypted": (
        words("Tệp được khóa bằng mật khẩu."),
        words("Cần tệp mở được không cần mật khẩu."),
        words("Mở tệp bằng mật khẩu, bỏ mật khẩu rồi lưu lại và nộp lại."),
    ),
    "old-doc": (words("Tệp là Word kiểu cũ (.doc)."), _KINDS, _SAVE_AS_DOCX),
    "old-workbook": (
        words("Tệp là bảng tính Excel kiểu cũ (.xls), máy chủ này chưa mở được."),
        words("Cần tệp .xlsx."),
        words("Mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi nộp lại."),
    ),
    "other-format": (words("Tệp là {found}."), _KINDS, _SAVE_AS_DOCX),
    "other-picture": (
        words("Tệp là ảnh kiểu {found}, máy không mở được."),
        words("Trong các loại ảnh chỉ đọc được .jpg và .png."),
        words("Lưu hoặc xuất ảnh thành .jpg; tốt hơn là xin tệp .docx của người soạn."),
    ),
    "not-text": (words("Tệp không phải văn bản: nội dung là dữ liệu máy, không phải chữ."), _KINDS, _TRY_ANOTHER),
    "scan": (
        words("Tệp là bản quét: {found}, không có lớp chữ."),
        words("Cần tệp có chữ chọn được bằng chuột."),
        words("Xin tệp .docx của người soạn, hoặc nhận dạng chữ rồi dán vào ô."),
    ),
    "broken": (
        words("Tệp bị hỏng: không mở được phần chữ bên trong."),
        words("Cần tệp mở được bằng Word hoặc phần mềm xem PDF."),
        words("Mở thử trên máy; nếu mở được thì lưu lại thành tệp mới rồi nộp lại."),
    ),
    "too-slow": (
        words("Đọc tệp quá {wanted} giây mà chưa xong nên đã dừng."),
        words("Kế hoạch thường đọc xong trong một giây."),
        words("Chép nội dung sang tệp .docx mới, hoặc dán phần chữ vào ô."),
    ),
    "too-hungry": (
        words("Đọc tệp cần quá {wanted} MB bộ nhớ nên đã dừng."),
        words("Kế hoạch thường chỉ cần vài chục MB."),
        words("Chép nội dung sang tệp .docx mới, hoặc dán phần chữ vào ô."),
    ),
}
_WHERE = words("Tệp: {name}.")


class Unreadable(Exception):
    """The file cannot be read; `finding` says why and what to do."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(compose(finding)))
        self.finding = finding


def refuse(code: str, *, name: str = "", found: object = "", wanted: object = "") -> Unreadable:
    """The refusal `code` as an exception to raise; `found` and `wanted` fill the gaps of its sentence.

    Raises ValueError for a code that has no sentence.
    """
    if code not in _SENTENCES:
        raise ValueError(f"no sentence for the refusal {code!r}")
    what, need, todo = _SENTENCES[code]
    where = _WHERE if name else ""
    values = {"name": name, "found": found, "wanted": wanted}
    return Unreadable(Finding(code, Level.BLOCKER, what, need, where, todo, values=values))


def named(refusal: Unreadable, name: str) -> Unreadable:
    """The same refusal, saying which file it is about."""
    values = refusal.finding.values
    return refuse(refusal.finding.code, name=name, found=values["found"], wanted=values["wanted"])
