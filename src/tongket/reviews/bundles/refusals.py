"""Why a bundle is not taken, each reason as one finding whose sentence says what to do. Pure."""

from tongket.core.findings import Finding, Level, compose, words

_ASK_AGAIN = words("Đề nghị đơn vị xuất lại tệp từ máy của họ rồi gửi lại, không sửa gì trong tệp.")
_SENTENCES: dict[str, tuple[str, str, str]] = {
    "not-a-bundle": (
        words("Tệp này không phải tệp báo cáo đóng gói."),
        words("Cần tệp .tongket do Tổng Kết xuất ra."),
        words("Nếu là báo cáo Word hoặc PDF, nộp ở chỗ gửi báo cáo của đơn vị."),
    ),
    "other-form": (
        words("Tệp đóng gói theo mẫu {found}."),
        words("Máy này đọc được mẫu {wanted}."),
        words("Cập nhật Tổng Kết trên máy này, hoặc đề nghị đơn vị xuất lại bằng bản cũ hơn."),
    ),
    "unsigned": (words("Tệp không có chữ ký của máy đã xuất."), words("Cần tệp còn nguyên chữ ký."), _ASK_AGAIN),
    "bad-signature": (
        words("Chữ ký không khớp: danh mục trong tệp đã bị sửa sau khi ký."),
        words("Cần tệp còn nguyên như lúc xuất."),
        _ASK_AGAIN,
    ),
    "changed-part": (
        words("Phần “{found}” đã bị sửa sau khi ký."),
        words("Cần tệp còn nguyên như lúc xuất."),
        _ASK_AGAIN,
    ),
    "missing-part": (words("Thiếu phần “{found}”."), words("Cần tệp còn nguyên như lúc xuất."), _ASK_AGAIN),
    "added-part": (
        words("Có thêm phần “{found}” mà danh mục đã ký không ghi."),
        words("Cần tệp còn nguyên như lúc xuất."),
        _ASK_AGAIN,
    ),
    "faulty": (
        words("Nội dung báo cáo trong tệp không đọc được: {found}."),
        words("Cần tệp do Tổng Kết xuất ra."),
        _ASK_AGAIN,
    ),
}


class BundleRefused(ValueError):
    """A bundle that is not taken; `finding` says what was found, wanted and to do."""

    def __init__(self, code: str, **values: object) -> None:
        found, wanted, todo = _SENTENCES[code]
        self.finding = Finding(code, Level.BLOCKER, found, wanted, todo=todo, values=values)
        super().__init__(str(compose(self.finding)))
