"""The words of letters with `{gaps}`: what is shipped, which gaps there are, what is missing. Pure.

A letter's words are the office's; they are Vietnamese in every language of the interface.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from tongket.core.findings import Finding, Level, words
from tongket.core.text import clean, nfc

GAP = re.compile(r"\{([^{}\n]{1,60})\}")
MOST_SUBJECT = 300
# The same for a database, without the link: what matches has a gap that a person must fill before it leaves.
OPEN_GAP = r"\{(?! *đường dẫn *\})[^{}\n]{1,60}\}"
LETTERS_FILE = "letters.toml"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place in a letter that the program fills: what stands there, and a sample of it."""

    says: str
    sample: str


class Say(StrEnum):
    """The names of the gaps, as an office types them between braces."""

    UNIT = "đơn vị"
    OFFICE = "cơ quan"
    CONFERENCE = "hội nghị"
    HELD_ON = "ngày họp"
    VENUE = "nơi họp"
    KIND = "loại văn bản"
    NUMBER = "số ký hiệu"
    DATED_ON = "ngày văn bản"
    SUBJECT = "trích yếu"
    DUTIES = "phần việc"
    CAME = "đã nhận"
    TITLE = "tiêu đề thư"
    RECEIPT = "giấy biên nhận"
    PLAN = "bản kế hoạch"
    CHANGES = "những điều đổi"
    GIVEN_BACK = "bài trả lại"
    MEND = "điều cần sửa"
    MEND_BY = "hạn nộp bản sửa"
    LINK = "đường dẫn"
    CONTACT = "người liên hệ"
    PHONE = "điện thoại"


# A link opens a page without a password, so it is made when the message leaves and is never kept.
LINK = Say.LINK
GAPS: dict[str, Gap] = {
    Say.UNIT: Gap(words("tên người nhận như trong danh bạ"), "Ủy ban MTTQ Việt Nam xã Tam Thăng"),
    Say.OFFICE: Gap(words("tên cơ quan chủ trì"), "Ủy ban MTTQ Việt Nam thành phố Tam Kỳ"),
    Say.CONFERENCE: Gap(words("tên gọn của hội nghị"), "Hội nghị tổng kết Phong trào “Đoàn kết sáng tạo”"),
    Say.HELD_ON: Gap(words("ngày họp, cả thứ"), "thứ Tư, 30/10/2024"),
    Say.VENUE: Gap(words("nơi họp"), "Hội trường Thành ủy"),
    Say.KIND: Gap(words("loại của văn bản gửi kèm"), "Công văn"),
    Say.NUMBER: Gap(words("số và ký hiệu của văn bản"), "212/MTTQ-BTT"),
    Say.DATED_ON: Gap(words("ngày của văn bản"), "14/10/2024"),
    Say.SUBJECT: Gap(words("trích yếu của văn bản"), "V/v chuẩn bị tham luận tại hội nghị"),
    Say.DUTIES: Gap(
        words("các phần việc còn thiếu, mỗi việc một dòng với hạn, mục và mã"),
        "- Tham luận (TK-D75V), hết thứ Sáu, 25/10 (còn 4 ngày). Mục III.2.",
    ),
    Say.CAME: Gap(words("thứ vừa nhận được"), "tham luận của xã Tam Thăng"),
    Say.TITLE: Gap(words("tiêu đề của thư vừa đến"), "Gửi bài tham luận"),
    Say.RECEIPT: Gap(words("số giấy biên nhận"), "TK-00075-1"),
    Say.PLAN: Gap(words("bản và số của kế hoạch đã sửa"), "bản 2"),
    Say.CHANGES: Gap(words("những điều đổi với đơn vị ấy, mỗi điều một dòng"), "- Thêm: tham luận, hết 25/10."),
    Say.GIVEN_BACK: Gap(words("thứ được trả lại để sửa"), "tham luận"),
    Say.MEND: Gap(words("điều cần sửa, cả nhận xét của Văn phòng"), "- “36 hộ nghèo”: trang 3 ghi 38."),
    Say.MEND_BY: Gap(words("hạn nộp bản sửa"), "trước hết thứ Sáu, 25/10/2024"),
    Say.LINK: Gap(words("đường dẫn riêng, không cần mật khẩu; có khi thư đi"), "https://hoinghi.vidu.vn/vao/…"),
    Say.CONTACT: Gap(words("người của Văn phòng để hỏi"), "Trần Thị Lệ"),
    Say.PHONE: Gap(words("điện thoại của người ấy"), "0905 000 101"),
}
LETTER_WORDS: dict[str, str] = {
    "document": words("Thư gửi văn bản cho đơn vị"),
    "personal": words("Thư gửi giấy mời, giấy khen cho từng người"),
    "reminder": words("Thư nhắc việc"),
    "receipt": words("Thư báo đã nhận"),
    "seen": words("Thư báo sẽ có người xem"),
    "correction": words("Thư báo kế hoạch đã sửa"),
    "returned": words("Thư báo trả lại để sửa"),
    "free": words("Thư của Văn phòng cho đơn vị được chọn"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of one kind of letter and the gaps that it may have."""

    key: str
    subject: str
    body: str
    gaps: tuple[str, ...]


@cache
def letters() -> dict[str, Letter]:
    """The shipped letters by key; a gap in them that nobody knows stops the program with its name."""
    text = (files("tongket.mailbox") / "words" / LETTERS_FILE).read_text(encoding="utf-8")
    found = {
        key: Letter(key, nfc(row["subject"]), nfc(row["body"]).strip() + "\n", tuple(map(nfc, row["gaps"])))
        for key, row in tomllib.loads(text).items()
    }
    for letter in found.values():
        unknown = set(letter.gaps) - set(GAPS) or set(gaps_in(letter.subject + letter.body)) - set(letter.gaps)
        if unknown:
            raise KeyError(f"{LETTERS_FILE}, {letter.key}: unknown gaps {sorted(unknown)}")
    return found


def gaps_in(text: str) -> tuple[str, ...]:
    """The names between braces, each once, in the order of the text."""
    return tuple(dict.fromkeys(clean(name) for name in GAP.findall(text)))


def faults_of(letter: Letter) -> tuple[Finding, ...]:
    """What keeps an office's own words from being used: unknown gaps by name, an empty or too long subject."""
    used = gaps_in(f"{letter.subject}\n{letter.body}")
    found = [_unknown(name, letter.gaps) for name in used if name not in letter.gaps]
    if not letter.subject.strip():
        found.append(Finding("subject_empty", Level.BLOCKER, words("Tiêu đề còn trống."), where=words("tiêu đề")))
    if not letter.body.strip():
        found.append(Finding("body_empty", Level.BLOCKER, words("Lời thư còn trống."), where=words("lời thư")))
    return tuple(found)


def _unknown(name: str, known: Sequence[str]) -> Finding:
    return Finding(
        "gap_unknown",
        Level.BLOCKER,
        words("Không có chỗ điền “{name}”."),
        todo=words("Dùng một trong: {known}."),
        values={"name": f"{{{name}}}", "known": ", ".join(f"{{{each}}}" for each in known)},
    )


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with each gap that has a value filled; one without stays, so that it can be named and typed."""
    return GAP.sub(lambda gap: values.get(clean(gap[1])) or gap[0], text)


def filled(letter: Letter, values: Mapping[str, str]) -> tuple[str, str]:
    """Subject, in one line that fits, and body of the letter for one reader."""
    subject = clean(fill(letter.subject, values))
    return subject[:MOST_SUBJECT], fill(letter.body, values)


def missing_in(subject: str, body: str) -> tuple[str, ...]:
    """The gaps that nobody filled; the link is none of them, since it is made when the message leaves."""
    return tuple(name for name in gaps_in(f"{subject}\n{body}") if name != LINK)


def without_link(text: str) -> str:
    """`text` without the lines that hold the link, for readers who have no page of their own."""
    kept = [line for line in text.splitlines() if LINK not in gaps_in(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)) + "\n"


def samples_of(letter: Letter) -> dict[str, str]:
    """A value for each gap, to look at a letter before it is used."""
    return {name: GAPS[name].sample for name in letter.gaps}


def signed(body: str, *, code: str, duties: Sequence[tuple[str, str]]) -> str:
    """The body as it is sent, with what an answer needs below: the message's code, and each duty's code and words.

    Codes that stand in the body already are not said again.
    """
    lines = [f"Mã thư: {code}. Khi trả lời, giữ nguyên mã ở tiêu đề."]
    new = [f"{duty_code} ({said})" for duty_code, said in duties if duty_code not in body]
    if new:
        lines.append(f"Mã phần việc, ghi vào thư khi gửi bài: {', '.join(new)}.")
    return f"{body.rstrip()}\n\n-- \n" + "\n".join(lines) + "\n"


def without_owner(what: str) -> str:
    """`báo cáo tổng kết của đơn vị` as it stands before the unit's name: `báo cáo tổng kết`."""
    return what.removesuffix(" của đơn vị")
