"""What is said of lists of people; official, so Vietnamese for every reader. Pure."""

from collections.abc import Mapping

from tongket.core.text import clean
from tongket.delegates.rules import ANSWER_WORDS, Answer

# Headings of the printed list where the plan has no words for a group.
GUESTS, OTHERS = "Khách mời", "Đại biểu khác"
NOBODY_NAMED, NOBODY_SENT = "Chưa cử người", "Không cử người"
SPEAKS_WORDS = {"paper": "Tham luận", "remarks": "Phát biểu"}
_NOBODY = "Không cử người dự: "


def answered_in_words(counts: Mapping[Answer, int], *, because: str = "") -> str:
    """`Cử 1 người dự, 1 người vắng.`, `Không cử người dự: bận họp.`; names stay out of it."""
    coming, absent = counts.get(Answer.COMING, 0), counts.get(Answer.ABSENT, 0)
    if not coming and not absent:
        return f"{_NOBODY}{clean(because).rstrip('.')}."
    parts = [f"Cử {coming} người dự"] if coming else []
    if absent:
        parts.append(f"{absent} người vắng")
    words = ", ".join(parts)
    return f"{words[0].upper()}{words[1:]}."


def remark_in_words(answer: Answer, *, part: str, speaks: str) -> str:
    """What stands beside a name on the printed list: `Chủ tọa`, `Tham luận`, `Vắng có lý do`, `Chưa trả lời`.

    Why somebody is absent is for the office: the list goes to everybody.
    """
    if answer == Answer.ABSENT:
        return "Vắng có lý do"
    return "; ".join(filter(None, (part_in_words(part, speaks), "Chưa trả lời" if answer == Answer.ASKED else "")))


def part_in_words(part: str, speaks: str) -> str:
    """What a person does there, as the office wrote it, and that the person speaks: `Chủ tọa; Tham luận`."""
    return "; ".join(dict.fromkeys(each for each in (clean(part), SPEAKS_WORDS.get(speaks, "")) if each))


def answer_in_words(answer: Answer, *, is_substitute: bool) -> str:
    """`Dự`, `Đi thay` for who comes instead of another, `Vắng`, `Chưa trả lời`."""
    return "Đi thay" if answer == Answer.COMING and is_substitute else ANSWER_WORDS[answer]


def says_nobody(note: str) -> bool:
    """Whether a note, by `answered_in_words`, says that the unit sends nobody."""
    return note.startswith(_NOBODY)


def reason_in(note: str) -> str:
    """Why nobody comes, out of `answered_in_words`: `bận họp`; "" where a note does not say that nobody comes."""
    return note.removeprefix(_NOBODY).rstrip(".") if says_nobody(note) else ""
