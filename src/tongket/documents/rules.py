"""What a document is: its states and the moves between them, how it is numbered, what kinds there are. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from tongket.core.findings import Finding, Level, words
from tongket.documents.render.values import Profile


class DocumentState(StrEnum):
    """Where a document is in its life; a draft goes round by `RETURNED` as often as the leader wants."""

    DRAFT = "draft"
    CHECKED = "checked"
    RETURNED = "returned"
    APPROVED = "approved"
    NUMBERED = "numbered"
    ISSUED = "issued"
    RECALLED = "recalled"
    CORRECTED = "corrected"
    DROPPED = "dropped"


# A numbered document keeps its number for ever: it can be cancelled in the register, never given back.
NEXT: dict[DocumentState, frozenset[DocumentState]] = {
    DocumentState.DRAFT: frozenset({DocumentState.CHECKED, DocumentState.DROPPED}),
    DocumentState.CHECKED: frozenset({DocumentState.APPROVED, DocumentState.RETURNED, DocumentState.DRAFT}),
    DocumentState.RETURNED: frozenset({DocumentState.CHECKED, DocumentState.DRAFT, DocumentState.DROPPED}),
    DocumentState.APPROVED: frozenset({DocumentState.NUMBERED, DocumentState.CHECKED, DocumentState.DRAFT}),
    DocumentState.NUMBERED: frozenset({DocumentState.ISSUED, DocumentState.RECALLED}),
    DocumentState.ISSUED: frozenset({DocumentState.RECALLED, DocumentState.CORRECTED}),
    DocumentState.RECALLED: frozenset(),
    DocumentState.CORRECTED: frozenset(),
    DocumentState.DROPPED: frozenset({DocumentState.DRAFT}),
}
STATE_WORDS: dict[DocumentState, str] = {
    DocumentState.DRAFT: words("Đang soạn"),
    DocumentState.CHECKED: words("Chờ ký"),
    DocumentState.RETURNED: words("Trả lại để sửa"),
    DocumentState.APPROVED: words("Chờ cấp số"),
    DocumentState.NUMBERED: words("Chờ gửi"),
    DocumentState.ISSUED: words("Đã phát hành"),
    DocumentState.RECALLED: words("Đã thu hồi"),
    DocumentState.CORRECTED: words("Đã thay bằng văn bản khác"),
    DocumentState.DROPPED: words("Đã bỏ"),
}
# What was done when a document came into a state, for its story.
STEP_WORDS: dict[DocumentState, str] = {
    DocumentState.DRAFT: words("Soạn"),
    DocumentState.CHECKED: words("Kiểm tra, trình ký"),
    DocumentState.RETURNED: words("Trả lại để sửa"),
    DocumentState.APPROVED: words("Ký duyệt"),
    DocumentState.NUMBERED: words("Cấp số"),
    DocumentState.ISSUED: words("Phát hành"),
    DocumentState.RECALLED: words("Thu hồi"),
    DocumentState.CORRECTED: words("Đã thay bằng văn bản khác"),
    DocumentState.DROPPED: words("Bỏ"),
}
STATE_PICTURES: dict[DocumentState, str] = {
    DocumentState.DRAFT: "draft",
    DocumentState.CHECKED: "draft",
    DocumentState.RETURNED: "back",
    DocumentState.APPROVED: "draft",
    DocumentState.NUMBERED: "sent",
    DocumentState.ISSUED: "ok",
    DocumentState.RECALLED: "no",
    DocumentState.CORRECTED: "na",
    DocumentState.DROPPED: "na",
}
EDITABLE = frozenset({DocumentState.DRAFT, DocumentState.RETURNED})
# What has its number; from then on the text never changes.
NUMBERED = frozenset({DocumentState.NUMBERED, DocumentState.ISSUED, DocumentState.RECALLED, DocumentState.CORRECTED})
# What a recipient may see: it left the office once, even where it was called back or replaced since.
LEFT = frozenset({DocumentState.ISSUED, DocumentState.RECALLED, DocumentState.CORRECTED})
# To these nobody is added any more: they left for good, or never will.
CLOSED = frozenset({DocumentState.RECALLED, DocumentState.CORRECTED, DocumentState.DROPPED})
# What still stands after the leader signed: a signed file can be attached, recipients can be added.
STANDING = frozenset({DocumentState.APPROVED, DocumentState.NUMBERED, DocumentState.ISSUED})


class RecipientRole(StrEnum):
    """Why somebody gets a document: it is addressed to them, sent for their knowledge, or kept."""

    ADDRESSEE = "addressee"
    COPY = "copy"


class Reached(StrEnum):
    """How far a document got with one recipient."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    OPENED = "opened"
    RECEIVED = "received"
    FAILED = "failed"


# A later word never makes less of an earlier one: a message that is sent again was still opened before.
REACHED_ORDER = (Reached.FAILED, Reached.NOT_SENT, Reached.SENT, Reached.OPENED, Reached.RECEIVED)
REACHED_WORDS: dict[Reached, str] = {
    Reached.NOT_SENT: words("Chưa gửi"),
    Reached.SENT: words("Chưa mở"),
    Reached.OPENED: words("Đã mở"),
    Reached.RECEIVED: words("Đã nhận"),
    Reached.FAILED: words("Gửi không được"),
}
REACHED_PICTURES: dict[Reached, str] = {
    Reached.NOT_SENT: "none",
    Reached.SENT: "sent",
    Reached.OPENED: "sent",
    Reached.RECEIVED: "ok",
    Reached.FAILED: "late",
}


def reaches_further(old: Reached, new: Reached) -> bool:
    """Whether `new` says more than `old`; a failure counts only while nobody opened the document."""
    if new is Reached.FAILED:
        return old in {Reached.NOT_SENT, Reached.SENT}
    return REACHED_ORDER.index(new) > REACHED_ORDER.index(old)


class SignedAs(StrEnum):
    """What the attached signed file is."""

    SCAN = "scan"
    DIGITAL = "digital"


SIGNATURE_MARKS = (b"adbe.pkcs7", b"ETSI.CAdES", b"ETSI.RFC3161")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
# The types that a stored file has, by its content, where `signed_as` finds something.
SIGNED_TYPES = frozenset({"application/pdf", "image/png", "image/jpeg"})


def signed_as(data: bytes) -> SignedAs | None:
    """What a signed file is by its content: a PDF that holds a signature, a scan (PDF, PNG, JPEG), else None.

    Whether a digital signature is valid is not judged here: that needs the certificates of its issuer.
    """
    if data.startswith(PICTURES):
        return SignedAs.SCAN
    if not data.startswith(b"%PDF"):
        return None
    is_signed = b"/ByteRange" in data and any(mark in data for mark in SIGNATURE_MARKS)
    return SignedAs.DIGITAL if is_signed else SignedAs.SCAN


class Series(StrEnum):
    """How an office numbers what it issues (Decree 30/2020, Art. 15: the head of the body decides)."""

    YEAR = "year"
    KIND = "kind"


def is_archive_line(line: str) -> bool:
    """Whether a line below `Nơi nhận:` is the office's own copy: `Lưu: VT, PT` (Decree 30/2020, Annex I, II.9)."""
    return line.lstrip(" -").startswith("Lưu")


def number_text(number: int, symbol: str, profile: Profile = Profile.FRONT) -> str:
    """Number and symbol as printed: `05/KH-MTTQ-BTT`, in the Party's form `05-KH/TU`.

    Padded are numbers below 10 (Decree 30/2020, Annex I, II.3).
    """
    joint = "-" if profile is Profile.PARTY else "/"
    return f"{number:02d}{joint}{symbol}" if symbol else f"{number:02d}"


@dataclass(frozen=True, slots=True)
class Taken:
    """What is known of a series: the number it begins with, and the last one given; 0 while there is none.

    `is_begun` says that somebody set the beginning, so that even the first number leaves no gap.
    """

    first: int
    last: int
    is_begun: bool = False

    @property
    def next(self) -> int:
        """The number that comes next."""
        return self.last + 1 if self.last else self.first


def number_fault(number: int, taken: Taken, *, on_paper: bool = False) -> Finding | None:
    """Why `number` cannot be given next in a series, None where it can.

    The first number of an empty series is free until somebody says which went before it in a register on paper;
    `on_paper` one of these is written in later.
    """
    values = {"found": number, "wanted": taken.next, "first": taken.first, "last": number - 1}
    is_free = not taken.last and not taken.is_begun
    if is_free or number == taken.next or (on_paper and number < taken.first):
        return None
    if number > taken.next:
        return Finding(
            "number_gap",
            Level.BLOCKER,
            words("Số {found} để trống từ số {wanted} đến số {last}."),
            wanted=words("Số tiếp theo của sổ là {wanted}."),
            todo=words("Dùng số {wanted}, hoặc ghi vào sổ các số đã cấp ngoài phần mềm rồi cấp số này."),
            values=values,
        )
    if number < taken.first:
        return Finding(
            "number_before_first",
            Level.BLOCKER,
            words("Số {found} ở trước số đầu tiên của sổ này, số {first}."),
            wanted=words("Số tiếp theo của sổ là {wanted}."),
            todo=words("Các số trước đó nằm ở sổ giấy; dùng số {wanted}."),
            values=values,
        )
    return Finding(
        "number_taken",
        Level.BLOCKER,
        words("Số {found} đã cấp rồi."),
        wanted=words("Số tiếp theo của sổ là {wanted}."),
        todo=words("Dùng số {wanted}."),
        values=values,
    )


class BatchState(StrEnum):
    """Where the making of many copies is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
