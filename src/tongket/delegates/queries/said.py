"""What pages, sheets and letters say of one person on the list."""

from django.utils.translation import gettext as _

from tongket.core.findings import words
from tongket.delegates.queries.groups import Row
from tongket.delegates.rules import ANSWER_WORDS, Answer

SPEAKS_WORDS = {"paper": words("Tham luận"), "remarks": words("Phát biểu")}


def part_said(row: Row) -> str:
    """What the person does there: as the office wrote it, and that the person speaks."""
    speaks = _(SPEAKS_WORDS[row.speaks]) if row.speaks else ""
    return ", ".join(part for part in (row.delegate.part, speaks) if part)


def answer_said(row: Row) -> str:
    """`Dự`, `Đi thay` for who comes instead of another, `Vắng, có lý do`, `Vắng`, `Chưa trả lời`."""
    one = row.delegate
    if one.answer == Answer.COMING and row.is_substitute:
        return _("Đi thay")
    if one.answer == Answer.ABSENT and one.reason:
        return _("Vắng, có lý do")
    return _(ANSWER_WORDS[Answer(one.answer)])
