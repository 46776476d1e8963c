"""Looks at a document that nobody vouches for: guards first, then a child process that may use little."""

from tongket.core.findings import Finding, Level, words
from tongket.documents.seen.values import SeenDocument
from tongket.documents.seen.wire import decode
from tongket.reading.guard import examine
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.process import answer_of_child
from tongket.reading.refusals import Unreadable, refuse

_CHILD = "tongket.documents.seen.child"
_SAVE_AS_DOCX = words("Mở tệp bằng Word, lưu thành .docx rồi soát lại.")
_COPY = words("Chép nội dung sang tệp .docx mới rồi soát lại.")
# What a plan's refusals say of plans is said of documents here: what is wanted and what to do, by code.
_OF_DOCUMENTS = {
    "empty": (words("Cần tệp .docx có nội dung văn bản."), words("Chọn tệp khác.")),
    "not-text": (words("Chỉ soát được tệp Word .docx."), words("Chọn tệp khác.")),
    "other-format": (words("Chỉ soát được tệp Word .docx."), _SAVE_AS_DOCX),
    "other-picture": (words("Chỉ soát được tệp Word .docx."), words("Chọn tệp khác.")),
    "encrypted": ("", words("Mở tệp bằng mật khẩu, bỏ mật khẩu rồi lưu lại và soát lại.")),
    "macro": ("", words("Mở tệp bằng Word, lưu lại thành .docx (không chọn .docm) rồi soát lại.")),
    "broken": ("", words("Mở thử bằng Word; nếu mở được thì lưu lại thành tệp mới rồi soát lại.")),
    "too-large": ("", words("Bỏ bớt ảnh trong tệp rồi soát lại.")),
    "too-long": ("", _COPY),
    "archive-bomb": ("", _COPY),
    "unsafe-name": ("", _COPY),
    "too-slow": (words("Văn bản thường soát xong trong một giây."), _COPY),
    "too-hungry": (words("Văn bản thường chỉ cần vài chục MB."), _COPY),
}
_KINDS = {
    Kind.TEXT: "văn bản thuần (.txt)",
    Kind.PDF: "PDF",
    Kind.DOC: "Word kiểu cũ (.doc)",
    Kind.ODT: "OpenDocument (.odt)",
    Kind.RTF: "RTF (.rtf)",
    Kind.PICTURE: "ảnh",
}


def see_safely(data: bytes, *, limits: Limits = DEFAULT) -> SeenDocument:
    """What a .docx shows; raises Unreadable, whose finding says why nothing can be said and what to do.

    Only a .docx shows its form: an old or foreign file that another program turned into one shows that program's.
    """
    try:
        kind = examine(data, limits)
        if kind is not Kind.DOCX:
            raise refuse("other-format", found=_KINDS[kind])
        return _decoded(answer_of_child(_CHILD, "see", data, limits))
    except Unreadable as refusal:
        raise Unreadable(_of_documents(refusal.finding)) from None


def _decoded(answer: bytes) -> SeenDocument:
    try:
        return decode(answer)
    except (ValueError, RecursionError):
        raise refuse("broken") from None


def _of_documents(finding: Finding) -> Finding:
    wanted, todo = _OF_DOCUMENTS.get(finding.code, ("", ""))
    return Finding(
        finding.code,
        Level.BLOCKER,
        finding.found,
        wanted or finding.wanted,
        finding.where,
        todo or finding.todo,
        values=finding.values,
    )
