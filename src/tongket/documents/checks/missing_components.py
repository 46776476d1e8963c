"""Every component that a document must have is there. Decree 30/2020/NĐ-CP, Article 8 and Annex I, part I, II."""

from tongket.core.findings import Finding, words
from tongket.documents.checks.rule_values import Form
from tongket.documents.seen.components import Sight

# code: what was not found, what to do
_SAID = {
    "nation-missing": (words("Không thấy Quốc hiệu."), words("Ghi Quốc hiệu ở đầu trang, bên phải.")),
    "motto-missing": (words("Không thấy Tiêu ngữ."), words("Ghi “Độc lập - Tự do - Hạnh phúc” dưới Quốc hiệu.")),
    "issuer-missing": (
        words("Không thấy tên cơ quan ban hành."),
        words("Ghi tên cơ quan ban hành ở đầu trang, bên trái."),
    ),
    "number-missing": (words("Không thấy dòng số, ký hiệu."), words("Ghi “Số:” và ký hiệu dưới tên cơ quan ban hành.")),
    "place-and-date-missing": (
        words("Không thấy địa danh và thời gian ban hành."),
        words("Ghi địa danh, ngày, tháng, năm."),
    ),
    "type-name-missing": (
        words("Không thấy tên loại văn bản, cũng không thấy “V/v” của công văn."),
        words("Ghi tên loại ở giữa trang, hoặc “V/v …” dưới số của công văn."),
    ),
    "subject-missing": (words("Không thấy trích yếu nội dung."), words("Ghi trích yếu ngay dưới tên loại.")),
    "addressee-missing": (words("Công văn không có “Kính gửi”."), words("Ghi nơi nhận công văn sau “Kính gửi:”.")),
    "signer-missing": (
        words("Không thấy chức vụ và họ tên người ký."),
        words("Ghi quyền hạn, chức vụ và họ tên người ký."),
    ),
    "recipients-missing": (words("Không thấy phần “Nơi nhận”."), words("Ghi “Nơi nhận:” ở cuối văn bản, bên trái.")),
}
_WANTED = words("Thành phần này bắt buộc có.")


def check(sight: Sight, form: Form) -> tuple[Finding, ...]:
    """A finding for each component that is not recognised."""
    gaps = [code for code, is_there in _components(sight).items() if not is_there]
    return tuple(form.finding(code, found=_SAID[code][0], wanted=_WANTED, todo=_SAID[code][1]) for code in gaps)


def _components(sight: Sight) -> dict[str, bool]:
    """Whether each component is there, or is not asked of this kind: minutes need no place, date and subject alone."""
    header, title, foot = sight.header, sight.title, sight.foot
    is_letter = sight.is_letter
    has_subject = bool(title.subject) or title.type_name is None or len(title.type_name.key) > len(title.kind)
    return {
        "nation-missing": header.nation is not None,
        "motto-missing": header.motto is not None,
        "issuer-missing": bool(header.own),
        "number-missing": header.number is not None,
        "place-and-date-missing": header.place_and_date is not None or sight.is_minutes,
        "type-name-missing": not is_letter or bool(header.letter_subject),
        "subject-missing": has_subject,
        "addressee-missing": not is_letter or not header.letter_subject or title.addressee_head is not None,
        "signer-missing": any(signing.name for signing in foot.signings),
        "recipients-missing": foot.recipients_head is not None,
    }
