"""What is said of a paper that cannot be read: the refusals of every file, in words that speak of no plan."""

from tongket.core.findings import Finding, words
from tongket.reading.endings import SAID, is_kept
from tongket.reading.kinds import Kind
from tongket.reading.refusals import Unreadable

_TRY_ANOTHER = words("Chọn tệp khác, hoặc dán nội dung bài vào ô.")
_COPY = words("Chép nội dung sang tệp .docx mới rồi nộp lại.")
_ASK_WRITER = words("Xin tệp .docx của tác giả, hoặc nhận dạng chữ rồi dán vào ô.")
# By code: what is wanted and what to do; what is not said here is said of papers as of every other file.
_OF_PAPERS = {
    "empty": (words("Cần tệp có nội dung bài viết."), _TRY_ANOTHER),
    "not-text": ("", _TRY_ANOTHER),
    "other-format": (
        "",
        words(
            "Mở tệp rồi lưu lại thành .docx, hoặc chép bài sang tệp .docx mới; tệp nén thì giải nén rồi nộp riêng bài."
        ),
    ),
    "too-large": ("", words("Chỉ nộp riêng bài viết; ảnh trong tệp thì thu nhỏ hoặc bỏ bớt.")),
    "too-long": ("", words("Chỉ nộp riêng bài viết, bỏ phần kèm theo.")),
    "scan": ("", _ASK_WRITER),
    "too-slow": (words("Một bài thường đọc xong trong một giây."), _COPY),
    "too-hungry": (words("Một bài thường chỉ cần vài chục MB."), _COPY),
}
NAMED = words("Tệp: {name}.")


def of_papers(refusal: Unreadable, name: str = "", kind: Kind | None = None) -> Unreadable:
    """The same refusal as it is said of a paper, naming its file where there is a name.

    A file that is of another kind than its name promises is called both.
    """
    finding = refusal.finding
    wanted, todo = _OF_PAPERS.get(finding.code, ("", ""))
    return Unreadable(
        Finding(
            finding.code,
            finding.level,
            finding.found,
            wanted or finding.wanted,
            _where(name, kind) or finding.where,
            todo or finding.todo,
            values={**finding.values, "name": name or finding.values.get("name", "")},
        )
    )


def _where(name: str, kind: Kind | None) -> str:
    """The message id of which file it is; what seems to be text and is not read may be anything."""
    if not name:
        return ""
    return NAMED if kind is None or kind is Kind.TEXT or is_kept(name, kind) else SAID[kind]
